"""Validators that need jsonschema 3: prints one JSON object a line, {"tool", "ok", "message"}."""
import json
import pathlib
import sys

from cffconvert import Citation
from datapackage import Package

release = pathlib.Path(sys.argv[1]).resolve()


def say(tool, check):
    try:
        message = check()
        print(json.dumps({"tool": tool, "ok": True, "message": message}))
    except Exception as error:  # whatever a validator throws is its verdict
        print(json.dumps({"tool": tool, "ok": False, "message": str(error)[:2000]}))


def citation():
    found = Citation((release / "CITATION.cff").read_text(encoding="utf-8"))
    found.validate()
    return found.as_apalike().strip()


def package():
    found = Package(str(release / "datapackage.json"))
    if not found.valid:
        raise ValueError("; ".join(str(error) for error in found.errors))
    for resource in found.resources:
        rows = sum(1 for _ in resource.iter())
        stated = resource.descriptor.get("rowCount", rows)
        if rows != stated:
            raise ValueError(f"{resource.name}: {rows} rows, {stated} stated")
    return f"{len(found.resources)} resources read with their schemas"


say("cffconvert", citation)
say("datapackage (v1)", package)
