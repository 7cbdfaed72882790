"""Validators of the metadata of a release: prints one JSON object a line, {"tool", "ok", "message"}."""
import json
import logging
import pathlib
import sys
import warnings

release = pathlib.Path(sys.argv[1]).resolve()


def say(tool, check):
    try:
        print(json.dumps({"tool": tool, "ok": True, "message": check()}))
    except ImportError as error:
        print(json.dumps({"tool": tool, "ok": None, "message": str(error)}))
    except Exception as error:  # whatever a validator throws is its verdict
        print(json.dumps({"tool": tool, "ok": False, "message": f"{type(error).__name__}: {error}"[:2000]}))


def data_package():
    from frictionless import validate

    report = validate(str(release / "datapackage.json"))
    if not report.valid:
        raise ValueError("; ".join(str(row) for row in report.flatten(["type", "rowNumber", "message"])[:5]))
    rows = sum(task.stats.get("rows", 0) for task in report.tasks)
    return f"{len(report.tasks)} tables, {rows} rows: types, constraints, keys, references, hashes"


def csv_on_the_web():
    from csvw import CSVW

    files = sorted((release / "csv").glob("*-metadata.json"))
    for file in files:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found = CSVW(str(file), validate=True, strict=True)
            valid = found.is_valid
        if not valid:
            raise ValueError(f"{file.name}: {'; '.join(str(w.message) for w in found.warnings[:5])}")
    return f"{len(files)} descriptions, strict"


def croissant():
    import mlcroissant

    logging.disable(logging.CRITICAL)
    dataset = mlcroissant.Dataset(jsonld=str(release / "croissant.json"))
    issues = dataset.metadata.ctx.issues
    if issues.errors:
        raise ValueError(issues.report())
    stated = {r["name"]: r["rowCount"] for r in json.loads((release / "datapackage.json").read_text())["resources"] if "rowCount" in r}
    for record_set in dataset.metadata.record_sets:
        rows = sum(1 for _ in dataset.records(record_set.uuid))
        if rows != stated[record_set.name]:
            raise ValueError(f"{record_set.name}: {rows} records, {stated[record_set.name]} stated")
    said = "; ".join(issues.warnings) or "no warning"
    return f"{len(dataset.metadata.record_sets)} record sets loaded; {said}"


say("frictionless", data_package)
say("csvw", csv_on_the_web)
say("mlcroissant", croissant)
