"""Loads every table of a release with every reader and format and compares them: rows, types, nulls, checksum of all cells.

The JSON file, read by Python itself, is what the others are compared with. Types are the seven of the codebook, enumerations
being strings. A checksum is taken column by column over one spelling of each cell.
"""
import csv
import datetime
import hashlib
import json
import pathlib
import sqlite3
import sys
import time
import warnings

release = pathlib.Path(sys.argv[1]).resolve()
warnings.simplefilter("ignore")


def codebook():
    tables = {}
    with open(release / "codebook.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            kind = "string" if row["type"] == "enum" else row["type"]
            tables.setdefault(row["table"], {})[row["column"]] = kind
    return tables


def spelled(value, kind):
    """A cell in the one spelling that checksums are taken over."""
    if value is None:
        return "\0"
    if kind == "number":
        return float(value).hex()
    if kind == "integer":
        return str(int(value))
    if kind == "boolean":
        return "true" if value else "false"
    if kind == "date":
        return value if isinstance(value, str) else value.isoformat()[:10]
    if kind == "datetime":
        return value if isinstance(value, str) else value.astimezone(datetime.timezone.utc).isoformat()
    return value


def summary(columns, types, kinds):
    """What is compared of a table: columns are lists of Python values with None for null."""
    rows = len(next(iter(columns.values())))
    cells = {}
    for name, kind in kinds.items():
        digest = hashlib.sha256()
        for value in columns[name]:
            cell = spelled(value, kind).encode("utf-8", "surrogatepass")
            digest.update(len(cell).to_bytes(4, "little") + cell)
        cells[name] = digest.hexdigest()
    nulls = {name: sum(value is None for value in columns[name]) for name in kinds}
    return {"rows": rows, "types": types, "nulls": nulls, "cells": cells}


def path_of(table, form):
    folder, extension = {"csv": ("csv", "csv"), "json": ("json", "json"), "parquet": ("parquet", "parquet"), "arrow": ("arrow", "arrow")}[form]
    return str(release / folder / f"{table}.{extension}")


def from_json(table, kinds):
    rows = json.loads(pathlib.Path(path_of(table, "json")).read_text(encoding="utf-8"))
    return summary({name: [row[name] for row in rows] for name in kinds}, dict(kinds), kinds)


def arrow_kind(kind):
    text = str(kind)
    known = {"string": "string", "large_string": "string", "int32": "integer", "double": "number", "bool": "boolean", "date32[day]": "date"}
    return known.get(text, "datetime" if text.startswith("timestamp") else text)


def from_arrow(found, kinds):
    types = {field.name: arrow_kind(field.type) for field in found.schema}
    return summary({name: found.column(name).to_pylist() for name in kinds}, types, kinds)


def with_pyarrow():
    import pyarrow as pa
    import pyarrow.csv
    import pyarrow.parquet

    types = {"string": pa.string(), "integer": pa.int32(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32(), "datetime": pa.timestamp("ms", "UTC")}

    def read_csv(table, kinds):
        # Booleans are only those that the writer spells.
        convert = pa.csv.ConvertOptions(
            column_types={name: types[kind] for name, kind in kinds.items()},
            null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False,
            true_values=["true"], false_values=["false"],
        )
        parse = pa.csv.ParseOptions(newlines_in_values=True)
        return from_arrow(pa.csv.read_csv(path_of(table, "csv"), convert_options=convert, parse_options=parse), kinds)

    def read_arrow(table, kinds):
        with pa.memory_map(path_of(table, "arrow")) as file:
            return from_arrow(pa.ipc.open_file(file).read_all(), kinds)

    def read_parquet(table, kinds):
        return from_arrow(pa.parquet.read_table(path_of(table, "parquet")), kinds)

    return pa.__version__, {"csv": read_csv, "arrow": read_arrow, "parquet": read_parquet}


def with_pandas():
    import pandas as pd

    dtypes = {"string": "string", "integer": "Int32", "number": "Float64", "boolean": "boolean", "date": "string", "datetime": "string"}

    def kind_of(series, kind):
        name = str(series.dtype).lower()
        if name.startswith("int32"):
            return "integer"
        if name.startswith("float64"):
            return "number"
        if name.startswith("bool"):
            return "boolean"
        if name.startswith("datetime64[ms"):
            return "datetime"
        if name.startswith("str"):
            return "string"
        # pandas has no day without an hour: days are Python dates in a column of objects, or spelled.
        return "date" if kind == "date" and name == "object" else name

    def of(frame, kinds, spelled_days=False):
        types = {name: kind_of(frame[name], kind) for name, kind in kinds.items()}
        for name, kind in kinds.items():
            if kind == "date" and spelled_days and types[name] == "string":
                types[name] = "date"
        values = {}
        for name in kinds:
            column = frame[name].astype(object)
            values[name] = column.where(frame[name].notna(), None).tolist()
        # Columns of Arrow files that hold nulls are floats or objects in pandas; the cells are compared all the same.
        return summary(values, types, kinds)

    def read_csv(table, kinds):
        chosen = {name: dtypes[kind] for name, kind in kinds.items()}
        frame = pd.read_csv(path_of(table, "csv"), dtype=chosen, keep_default_na=False, na_values=[""], true_values=["true"], false_values=["false"], lineterminator="\n")
        return of(frame, kinds, spelled_days=True)

    def read_json(table, kinds):
        frame = pd.read_json(path_of(table, "json"), orient="records", dtype=False, convert_dates=False, precise_float=True)
        if len(frame.columns) == 0:
            frame = pd.DataFrame({name: [] for name in kinds})
        frame = frame.astype({name: dtypes[kind] for name, kind in kinds.items()})
        return of(frame, kinds, spelled_days=True)

    def read_parquet(table, kinds):
        return of(pd.read_parquet(path_of(table, "parquet"), dtype_backend="numpy_nullable"), kinds)

    def read_arrow(table, kinds):
        return of(pd.read_feather(path_of(table, "arrow"), dtype_backend="numpy_nullable"), kinds)

    return pd.__version__, {"csv": read_csv, "json": read_json, "parquet": read_parquet, "arrow": read_arrow}


def with_polars():
    import polars as pl

    types = {"string": pl.String, "integer": pl.Int32, "number": pl.Float64, "boolean": pl.Boolean, "date": pl.Date, "datetime": pl.Datetime("ms", "UTC")}
    kinds_of = {str(value): key for key, value in types.items()}

    def of(frame, kinds):
        found = {name: kinds_of.get(str(frame.schema[name]), str(frame.schema[name])) for name in kinds}
        return summary({name: frame[name].to_list() for name in kinds}, found, kinds)

    def schema(kinds):
        return {name: types[kind] for name, kind in kinds.items()}

    def read_csv(table, kinds):
        return of(pl.read_csv(path_of(table, "csv"), schema=schema(kinds), null_values=None), kinds)

    def read_json(table, kinds):
        spelled_days = {name: pl.String if kind == "date" else types[kind] for name, kind in kinds.items()}
        frame = pl.read_json(path_of(table, "json"), schema=spelled_days)
        days = [name for name, kind in kinds.items() if kind == "date"]
        return of(frame.with_columns(pl.col(days).str.to_date()) if days else frame, kinds)

    def read_parquet(table, kinds):
        return of(pl.read_parquet(path_of(table, "parquet")), kinds)

    def read_arrow(table, kinds):
        return of(pl.read_ipc(path_of(table, "arrow")), kinds)

    return pl.__version__, {"csv": read_csv, "json": read_json, "parquet": read_parquet, "arrow": read_arrow}


def with_duckdb():
    import duckdb
    import pyarrow as pa

    types = {"string": "VARCHAR", "integer": "INTEGER", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE", "datetime": "TIMESTAMP WITH TIME ZONE"}
    kinds_of = {value: key for key, value in types.items()}

    def of(relation, kinds):
        found = {name: kinds_of.get(str(kind), str(kind)) for name, kind in zip(relation.columns, relation.types)}
        rows = relation.fetchall()
        columns = {name: [row[i] for row in rows] for i, name in enumerate(relation.columns)}
        return summary(columns, found, kinds)

    def columns(kinds):
        return "{" + ", ".join(f"'{name}': '{types[kind]}'" for name, kind in kinds.items()) + "}"

    def read_csv(table, kinds):
        options = f"columns={columns(kinds)}, header=true, delim=',', quote='\"', escape='\"', nullstr='', max_line_size=100000000, auto_detect=false"
        return of(duckdb.sql(f"FROM read_csv('{path_of(table, 'csv')}', {options})"), kinds)

    def read_json(table, kinds):
        return of(duckdb.sql(f"FROM read_json('{path_of(table, 'json')}', columns={columns(kinds)}, format='array', maximum_object_size=100000000)"), kinds)

    def read_parquet(table, kinds):
        return of(duckdb.sql(f"FROM '{path_of(table, 'parquet')}'"), kinds)

    def read_arrow(table, kinds):
        # DuckDB reads Arrow files by way of pyarrow, without copying.
        with pa.memory_map(path_of(table, "arrow")) as file:
            return of(duckdb.from_arrow(pa.ipc.open_file(file).read_all()), kinds)

    return duckdb.__version__, {"csv": read_csv, "json": read_json, "parquet": read_parquet, "arrow": read_arrow}


def with_sqlite():
    types = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "date": "TEXT", "datetime": "TEXT"}
    stored = {"string": "text", "integer": "integer", "number": "real", "boolean": "integer", "date": "text", "datetime": "text"}

    def of(database, kinds):
        quoted = ", ".join(f'"{name}"' for name in kinds)
        rows = database.execute(f"SELECT {quoted} FROM t ORDER BY rowid").fetchall()
        columns = {name: [row[i] for row in rows] for i, name in enumerate(kinds)}
        found = {}
        for name, kind in kinds.items():
            storage = {row[0] for row in database.execute(f'SELECT DISTINCT typeof("{name}") FROM t')} - {"null"}
            found[name] = kind if storage <= {stored[kind]} else "/".join(sorted(storage))
        return summary(columns, found, kinds)

    def opened(kinds):
        database = sqlite3.connect(":memory:")
        database.execute("CREATE TABLE t (" + ", ".join(f'"{name}" {types[kind]}' for name, kind in kinds.items()) + ") STRICT")
        return database

    def read_csv(table, kinds):
        database = opened(kinds)
        flags = [kind == "boolean" for kind in kinds.values()]
        with open(path_of(table, "csv"), encoding="utf-8", newline="") as file:
            lines = csv.reader(file)
            next(lines)
            known = {"true": 1, "false": 0, "": None}
            rows = ([known[cell] if flag else (cell or None) for cell, flag in zip(line, flags)] for line in lines)
            database.executemany(f"INSERT INTO t VALUES ({', '.join('?' * len(kinds))})", rows)
        return of(database, kinds)

    def read_json(table, kinds):
        database = opened(kinds)
        cells = ", ".join(f"json_extract(value, '$.{name}')" for name in kinds)
        text = pathlib.Path(path_of(table, "json")).read_text(encoding="utf-8")
        database.execute(f"INSERT INTO t SELECT {cells} FROM json_each(?)", [text])
        return of(database, kinds)

    return sqlite3.sqlite_version, {"csv": read_csv, "json": read_json}


formats = ["csv", "json", "parquet", "arrow"]
unread = {
    ("pyarrow", "json"): "reads JSON lines only, not an array",
    ("SQLite", "parquet"): "has no reader",
    ("SQLite", "arrow"): "has no reader",
}


def differences(expected, found):
    if expected["rows"] != found["rows"]:
        yield f"{found['rows']} rows, not {expected['rows']}"
        return
    for name in expected["types"]:
        if found["rows"] and found["types"].get(name) != expected["types"][name]:
            yield f"{name} is {found['types'].get(name)}, not {expected['types'][name]}"
        if found["nulls"].get(name) != expected["nulls"][name]:
            yield f"{name} has {found['nulls'].get(name)} nulls, not {expected['nulls'][name]}"
        elif found["cells"].get(name) != expected["cells"][name]:
            yield f"{name} has other cells"


def main():
    tables = codebook()
    expected = {table: from_json(table, kinds) for table, kinds in tables.items()}
    cells = sum(found["rows"] * len(found["types"]) for found in expected.values())
    print(f"{len(tables)} tables, {sum(found['rows'] for found in expected.values()):,} rows, {cells:,} cells")
    print(f"\n{'reader':<18}" + "".join(f"{form:>12}" for form in formats))
    faults, notes = [], []
    for name, load in [("pandas", with_pandas), ("pyarrow", with_pyarrow), ("polars", with_polars), ("DuckDB", with_duckdb), ("SQLite", with_sqlite)]:
        try:
            version, reads = load()
        except ImportError as error:
            print(f"{name:<18}skipped: {error}")
            continue
        marks = []
        for form in formats:
            if form not in reads:
                notes.append(f"{name} {form}: {unread[name, form]}")
                marks.append("–")
                continue
            start, good = time.perf_counter(), 0
            for table, kinds in tables.items():
                try:
                    wrong = list(differences(expected[table], reads[form](table, kinds)))
                except Exception as error:  # a reader that fails is a finding
                    wrong = [f"{type(error).__name__}: {error}"[:300]]
                good += not wrong
                faults += [f"{name} {form} {table}: {fault}" for fault in wrong]
            marks.append(f"{good}/{len(tables)} {time.perf_counter() - start:.1f}s")
        print(f"{name + ' ' + version:<18}" + "".join(f"{mark:>12}" for mark in marks))
    print("\nAgreed with the JSON read by Python: rows, types, nulls of each column, checksum of all cells.")
    for note in notes:
        print(f"–: {note}")
    for fault in faults[:40]:
        print(f"differs: {fault}")
    if len(faults) > 40:
        print(f"differs: and {len(faults) - 40} more")
    return 1 if faults else 0


sys.exit(main())
