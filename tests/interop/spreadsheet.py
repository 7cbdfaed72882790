"""Opens the spreadsheet set in LibreOffice, stores it as xlsx, and compares what the sheet holds with the cells that were written.

What is asked: no formula and no error in any cell, every character there, numbers equal, days still the same days, leading zeros
and long digits of texts kept. The file is opened twice: as a double-click opens it, and with every column declared as text.
"""
import csv
import datetime
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile

release, soffice = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
most = 32767  # characters that a cell of a spreadsheet can hold


def kinds():
    found = {}
    with open(release / "codebook.csv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["table"], []).append(row["type"])
    return found


def convert(folder, files, options):
    """Separator, quote, character set (76 is UTF-8), first line, columns, language, quoted as text, detect special numbers."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [soffice, profile, "--headless", "--convert-to", "xlsx", f"--infilter=Text - txt - csv (StarCalc):{options}", "--outdir", str(folder)]
    subprocess.run(command + [str(file) for file in files], check=True, capture_output=True, timeout=600)


def cells_of(path):
    """Rows of the first sheet: (kind, value) by column; kind is s for text, n for numbers, d for days, b, e, f for a formula."""
    with zipfile.ZipFile(path) as book:
        strings = []
        if "xl/sharedStrings.xml" in book.namelist():
            for item in xml.fromstring(book.read("xl/sharedStrings.xml")).iter(f"{main}si"):
                strings.append("".join(part.text or "" for part in item.iter(f"{main}t")))
        styles = xml.fromstring(book.read("xl/styles.xml"))
        codes = {fmt.get("numFmtId"): fmt.get("formatCode", "") for fmt in styles.iter(f"{main}numFmt")}
        days = []
        for style in styles.find(f"{main}cellXfs"):
            number = style.get("numFmtId")
            days.append(number in {"14", "15", "16", "17", "22"} or bool(re.search(r"[yd]", codes.get(number, ""), re.I)))
        for row in xml.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(f"{main}row"):
            cells = {}
            for cell in row.iter(f"{main}c"):
                column = 0
                for letter in re.match("[A-Z]+", cell.get("r")).group():
                    column = column * 26 + ord(letter) - 64
                value, kind = cell.findtext(f"{main}v"), cell.get("t", "n")
                if cell.find(f"{main}f") is not None:
                    kind = "f"
                elif kind == "s":
                    value = strings[int(value)]
                elif kind == "inlineStr":
                    kind, value = "s", "".join(part.text or "" for part in cell.iter(f"{main}t"))
                elif kind == "n" and value is not None and days[int(cell.get("s", "0"))]:
                    kind = "d"
                if value is not None and value != "":
                    cells[column - 1] = (kind, re.sub(r"_x([0-9A-F]{4})_", lambda m: chr(int(m.group(1), 16)), value))
            yield cells


def day_number(written):
    """Days since 1899-12-30, as the sheet counts them: before 15 October 1582 by the Julian calendar."""
    day = datetime.date.fromisoformat(written)
    if day >= datetime.date(1582, 10, 15):
        return (day - datetime.date(1899, 12, 30)).days
    # Years of the Julian calendar begin in March here, so that the leap day comes last.
    year, month = (day.year, day.month - 3) if day.month > 2 else (day.year - 1, day.month + 9)
    return 365 * year + year // 4 + (153 * month + 2) // 5 + day.day - 693_902


def kept(written, found, kind, typed):
    """Does the sheet hold what was written? Returns a word for what went wrong."""
    if written == "":
        return None if found is None else "something in an empty cell"
    if found is None:
        return "lost"
    what, value = found
    if what in ("f", "e"):
        return "a formula" if what == "f" else "an error"
    if what == "s":
        # XML and spreadsheets know one line end, and no control characters.
        plain = lambda text: re.sub(r"\r\n?", "\n", re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", text))
        if len(written) > most:
            return "cut to 32,767 characters" if plain(written).startswith(plain(value)[:most]) else "other text"
        return None if plain(value) == plain(written) else "other text"
    if not typed:
        return "a number where text was asked"
    if what == "d":
        if kind != "date":
            return "a text taken for a day"
        return None if float(value) == day_number(written) else "another day"
    if what == "b":
        return None if kind == "boolean" and (value == "1") == (written == "true") else "a text taken for true or false"
    if kind in ("integer", "number"):
        return None if abs(float(value) - float(written)) <= 1e-14 * abs(float(written)) else "another number"
    return None if value == written else "a text taken for a number"


def compare(tables, folder, typed):
    faults = {}
    total = 0
    for table, types in tables.items():
        with open(release / "excel" / f"{table}.csv", encoding="utf-8-sig", newline="") as file:
            written = list(csv.reader(file))
        sheet = list(cells_of(folder / f"{table}.xlsx"))
        if len(sheet) != len(written):
            faults.setdefault("rows", []).append(f"{table}: {len(sheet)} rows, {len(written)} written")
            continue
        for number, (line, cells) in enumerate(zip(written[1:], sheet[1:]), 2):
            for column, cell in enumerate(line):
                total += 1
                fault = kept(cell, cells.get(column), types[column], typed)
                if fault:
                    faults.setdefault(fault, []).append(f"{table} {written[0][column]} line {number}: {cell[:60]!r}")
    return total, faults


# As a double-click does it: columns standard, cells that are quoted are not text, numbers in the language of the machine.
modes = {
    "double-click": ("44,34,76,1,,1033,false,false", True),
    "all columns as text": (None, False),
}
# What a spreadsheet does to what it takes for numbers and days is known, told in excel/README.md, and harms no exact file.
known = {"a text taken for a number", "a text taken for a day", "a text taken for true or false", "cut to 32,767 characters"}
failed = False
version = subprocess.run([soffice, "--version"], capture_output=True, text=True).stdout.split(" ")
print(f"\nspreadsheets: {' '.join(version[:2])}, excel/*.csv opened, stored as xlsx, read back")
for mode, (options, typed) in modes.items():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="tearsheet-office-"))
    try:
        tables = kinds()
        widest = max(len(types) for types in tables.values())
        columns = "/".join(f"{number}/2" for number in range(1, widest + 1))
        convert(folder, [release / "excel" / f"{table}.csv" for table in tables], options or f"44,34,76,1,{columns},1033,true,false")
        total, faults = compare(tables, folder, typed)
        wrong = sum(len(found) for fault, found in faults.items() if fault not in known)
        failed = failed or wrong > 0
        print(f"{mode}: {total:,} cells, {total - sum(map(len, faults.values())):,} as written")
        for fault, found in sorted(faults.items()):
            print(f"  {'known' if fault in known else 'WRONG'}: {len(found)} × {fault}, such as {found[0]}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
sys.exit(1 if failed else 0)
