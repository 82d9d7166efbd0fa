"""Compares what two programs put out and says where it first differs; see same-bytes.sh.

usage: differences.py BEFORE AFTER (folders). First line: "same" or "DIFFERS" with the files; then details. Ends with 1 where anything differs.
"""
import json
import os
import re
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

SHOWN_FILES, SHOWN_PLACES, WIDTH = 8, 4, 140
# of run.json: what differs from run to run, and hashes of files that are compared themselves
VOLATILE = {"timings", "programVersion", "configurationHash"}
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def cut(text):
    text = str(text).replace("\n", "⏎")
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"


def places(lines):
    """The first few of (place, before, after), each from shortly before what differs, and how many there are beyond."""
    lines = list(lines)
    for place, before, after in lines[:SHOWN_PLACES]:
        one, two = str(before), str(after)
        start = max(0, len(os.path.commonprefix([one, two])) - WIDTH // 2)
        yield f"{place}: {cut(one[start:])} → {cut(two[start:])}"
    if len(lines) > SHOWN_PLACES:
        yield f"and {len(lines) - SHOWN_PLACES} more"


def json_places(before, after, path="$"):
    if isinstance(before, dict) and isinstance(after, dict):
        for key in [*before, *(k for k in after if k not in before)]:
            if key not in before or key not in after:
                yield f"{path}.{key}", json.dumps(before.get(key, "absent"), ensure_ascii=False), json.dumps(after.get(key, "absent"), ensure_ascii=False)
            else:
                yield from json_places(before[key], after[key], f"{path}.{key}")
    elif isinstance(before, list) and isinstance(after, list):
        if len(before) != len(after):
            yield f"{path}.length", len(before), len(after)
        for index, pair in enumerate(zip(before, after)):
            yield from json_places(*pair, f"{path}[{index}]")
    elif (type(before), before) != (type(after), after):
        yield path, json.dumps(before, ensure_ascii=False), json.dumps(after, ensure_ascii=False)


def text_places(before, after):
    """The differing lines."""
    ours, theirs = (data.decode("utf-8", "replace").split("\n") for data in (before, after))
    if len(ours) != len(theirs):
        yield "lines", len(ours), len(theirs)
    for number, (one, two) in enumerate(zip(ours, theirs), 1):
        if one != two:
            yield f"line {number}", one, two


def cells(book, part):
    """(row and column) → value and style of a sheet; strings are looked up."""
    strings = []
    if "xl/sharedStrings.xml" in book.namelist():
        strings = ["".join(t.text or "" for t in item.iter(SHEET + "t")) for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
    found = {}
    for cell in ElementTree.fromstring(book.read(part)).iter(SHEET + "c"):
        value = "".join(t.text or "" for t in cell.iter() if t.tag in (SHEET + "v", SHEET + "t", SHEET + "f"))
        found[cell.get("r")] = (strings[int(value)] if cell.get("t") == "s" and value else value, cell.get("s"))
    return found


def sheet_names(book):
    targets = {r.get("Id"): r.get("Target").lstrip("/") for r in ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))}
    parts = {s.get("name"): targets[s.get(RELATION)] for s in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(SHEET + "sheet")}
    return {part if part.startswith("xl/") else "xl/" + part: name for name, part in parts.items()}


def cell_places(before, after, part):
    ours, theirs = cells(before, part), cells(after, part)
    for place in [*ours, *(c for c in theirs if c not in ours)]:
        one, two = ours.get(place, ("absent", None)), theirs.get(place, ("absent", None))
        if one[0] != two[0]:
            yield place, one[0], two[0]
        elif one[1] != two[1]:
            yield f"{place} style", one[1], two[1]


def part_bytes(book, part, published):
    """A part; without the time it was made where it is a table that a command wrote, which only reports do without."""
    data = book.read(part)
    return data if published else re.sub(rb"(<dcterms:(created|modified)[^>]*>)[^<]*", rb"\1", data)


def workbook_places(before, after, published):
    with zipfile.ZipFile(before) as ours, zipfile.ZipFile(after) as theirs:
        names = sheet_names(ours)
        differing = [p for p in ours.namelist() if p not in theirs.namelist() or part_bytes(ours, p, published) != part_bytes(theirs, p, published)]
        added = [p for p in theirs.namelist() if p not in ours.namelist()]
        if not differing and not added:
            if not published:
                return
            yield "every part is the same: their order, times or compression differ"
            return
        # a sheet names its strings by number: where they differ, sheets of the same bytes may show something else
        strings_differ = "xl/sharedStrings.xml" in differing
        sheets = [p for p in names if p in theirs.namelist() and (strings_differ or p in differing)]
        shown = {part: found for part in sheets if (found := list(cell_places(ours, theirs, part)))}
        for part, found in shown.items():
            yield from (f"{part} “{names[part]}” {line}" for line in places(found))
        for part in differing + added:
            if part not in ours.namelist() or part not in theirs.namelist():
                yield f"{part}: only {'BEFORE' if part in ours.namelist() else 'AFTER'} has it"
            elif part not in shown and not (shown and part == "xl/sharedStrings.xml"):
                # a part is one line: an element a line shows which differs
                split = [re.sub(rb">\s*<", b">\n<", book.read(part)) for book in (ours, theirs)]
                yield from (f"{part} {line}" for line in places(text_places(*split)))


def comparable_run(path):
    run = {key: value for key, value in json.loads(path.read_bytes()).items() if key not in VOLATILE}
    run["files"] = [file["name"] for file in run.get("files", [])]
    return run


def details(before, after):
    """Lines that say where two files differ; none where they are the same."""
    if before.name == "run.json":
        yield from places(json_places(comparable_run(before), comparable_run(after)))
        return
    ours, theirs = before.read_bytes(), after.read_bytes()
    if ours == theirs:
        return
    if before.suffix == ".xlsx":
        yield from workbook_places(before, after, published=(before.parent / "run.json").exists())
        return
    found = list(json_places(json.loads(ours), json.loads(theirs))) if before.suffix == ".json" else []
    yield from places(found or text_places(ours, theirs))


def main(before, after):
    ours, theirs = ({str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()} for folder in (before, after))
    found = {name: [f"only {'BEFORE' if name in ours else 'AFTER'} has it"] for name in ours ^ theirs}
    for name in ours & theirs:
        if lines := list(details(before / name, after / name)):
            found[name] = lines
    if not found:
        print(f"same ({len(ours)} files)")
        return 0
    # what a chart or a cell shows is in report.json: it comes first
    names = sorted(found, key=lambda n: (not n.endswith("report.json"), n.endswith(".svg"), n))
    more = f" and {len(names) - SHOWN_FILES} more" if len(names) > SHOWN_FILES else ""
    print(f"DIFFERS: {len(names)} of {len(ours | theirs)} files: {', '.join(names[:SHOWN_FILES])}{more}")
    for name in names[:SHOWN_FILES]:
        print(f"  {name}")
        for line in found[name][: 3 * SHOWN_PLACES]:
            print(f"    {line}")
    return 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
