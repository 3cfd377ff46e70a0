"""Workbooks made to harm are refused: in one line, in seconds, in little memory."""

import os
import random
import struct
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.exchange import made
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.exchange import tables, workbook

SECONDS, MEGABYTES = 20, 400


def refusal(tmp_path: Path, raw: bytes, name: str = "a.xlsx") -> str:
    """Return why the file is not read."""
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(UserError) as refused:
        tables.read(path)
    assert refused.value.exit_code == 4
    assert "\n" not in refused.value.message + refused.value.hint
    assert refused.value.message.startswith(f"{path}: ")
    return refused.value.message.removeprefix(f"{path}: ")


OUTSIDE = ' TargetMode="External"'
SHEET_LINK = made.link("s1", "worksheet", "worksheets/sheet1.xml")
ENTITY = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
FETCHED = '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">'
DAMAGED, LINKS, MACROS = "the file is damaged", "links to other files", "has macros"
TYPES = "declares types or entities"
REFUSED: dict[str, tuple[dict[str, str | bytes | None], str]] = {
    "entities": ({made.SHEET: ENTITY + made.cell("<v>&b;</v>")}, TYPES),
    "entities in texts": ({made.STRINGS: ENTITY + made.strings("<si/>")}, TYPES),
    "entities in UTF-16": ({made.SHEET: (ENTITY + made.cell("<v>1</v>")).encode("utf-16")}, TYPES),
    "types from elsewhere": ({made.BOOK: FETCHED + made.tabs("A")}, TYPES),
    "an unknown entity": ({made.SHEET: made.cell("<v>&b;</v>")}, DAMAGED),
    "links to workbooks": ({"xl/externalLinks/externalLink1.xml": "<a/>"}, LINKS),
    "data connections": ({"xl/connections.xml": "<a/>"}, LINKS),
    "a sheet from elsewhere": (
        {made.BOOK_LINKS: made.links(made.link("s1", "worksheet", "https://a.fi/b", OUTSIDE))},
        LINKS,
    ),
    "a sheet outside the file": (
        {made.BOOK_LINKS: made.links(made.link("s1", "worksheet", "../../../../etc/passwd"))},
        DAMAGED,
    ),
    "macros": ({"xl/vbaProject.bin": b"x"}, MACROS),
    "macros by their type": (
        {made.TYPES: made.PARTS[made.TYPES].replace("sheet.main", "sheet.macroEnabled.main")},
        MACROS,
    ),
    "macros of old": ({"xl/macrosheets/sheet1.xml": "<a/>"}, MACROS),
    "a name that leaves": ({"../../evil.xml": "x"}, "would leave its folder"),
    "a name of a root": ({"/etc/cron.d/evil": "x"}, "would leave its folder"),
    "a name of a drive": ({"c:evil.xml": "x"}, "would leave its folder"),
    "two sheets of a name": ({made.BOOK: made.tabs("Taulu", "TAULU")}, "two sheets are called"),
    "no list of sheets": ({made.BOOK: None}, DAMAGED),
    "no sheet": ({made.SHEET: None}, DAMAGED),
    "no types": ({made.TYPES: None}, "this is not a workbook"),
    "another kind": (
        {made.ROOT: made.links(made.link("r", "officeDocument", "word/document.xml"))},
        DAMAGED,
    ),
    "half a sheet": ({made.SHEET: made.PARTS[made.SHEET][:-30]}, DAMAGED),
    "a sheet of bytes": ({made.SHEET: b"\x00\xff\xfe"}, DAMAGED),
    "an unknown encoding": ({made.SHEET: b"<?xml version='1.0' encoding='x-evil'?><a/>"}, DAMAGED),
    "an unknown type": ({made.SHEET: made.cell("<v>1</v>", more=' t="z"')}, DAMAGED),
    "a text that is not there": ({made.SHEET: made.cell("<v>9</v>", more=' t="s"')}, DAMAGED),
    "a text before the first": ({made.SHEET: made.cell("<v>-1</v>", more=' t="s"')}, DAMAGED),
    "a look that is not there": ({made.SHEET: made.cell("<v>9</v>", more=' s="99"')}, DAMAGED),
    "rows in disorder": (
        {
            made.SHEET: made.sheet(
                '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'
            )
        },
        DAMAGED,
    ),
    "a cell twice": (
        {made.SHEET: made.sheet('<row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')},
        DAMAGED,
    ),
    "a cell of another row": ({made.SHEET: made.sheet('<row r="3"><c r="A1"/></row>')}, DAMAGED),
    "a row below the last": ({made.SHEET: made.cell("<v>1</v>", place="A1048577")}, DAMAGED),
    "a column beyond the last": ({made.SHEET: made.cell("<v>1</v>", place="ZZZ1")}, DAMAGED),
    "a column far away": (
        {made.SHEET: made.cell("<v>1</v>", place="XFD1048576")},
        "Toimenpiteet!XFD1048576 is too far to the right",
    ),
    "too many rows": (
        {made.SHEET: made.sheet("<row><c><v>1</v></c></row>" * 1_000_000)},
        "unpacked it would be far larger",
    ),
    "16,384 columns": (
        {made.SHEET: made.sheet(f"<row>{'<c><v>1</v></c>' * 16_384}</row>")},
        "right",
    ),
    "control characters": (
        {made.SHEET: made.cell("<v>a_x001B_[31m</v>", place="E7", more=' t="str"')},
        r"Toimenpiteet!E7 has a character that no text may have: '\u{001B}'",
    ),
    "a deep tree": ({made.SHEET: "<a>" * 1000 + "</a>" * 1000}, DAMAGED),
    "many sheets": ({made.BOOK: made.tabs(*(f"T{n}" for n in range(300)))}, "too many sheets"),
}


@pytest.mark.parametrize(("changed", "words"), REFUSED.values(), ids=REFUSED.keys())
def test_hostile_workbooks_are_refused(
    tmp_path: Path, changed: dict[str, str | bytes | None], words: str
) -> None:
    assert words in refusal(tmp_path, made.workbook(changed))


def test_a_size_that_a_sheet_only_says_is_not_believed(tmp_path: Path) -> None:
    part = made.PARTS[made.SHEET].replace(
        "<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>'
    )
    path = tmp_path / "a.xlsx"
    path.write_bytes(made.workbook({made.SHEET: part}))
    assert len(tables.read(path).sheets[0].rows) == 2


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "encrypted, or a workbook of the old"),
        (b"", "the file is empty"),
        (b"Tunnus;Nimi\n", "this is not a workbook"),
        (b"PK\x03\x04", DAMAGED),
        (made.workbook()[:2000], DAMAGED),
        (made.workbook()[:-1], DAMAGED),
        (b"PK\x03\x04" + b"\0" * (20 * 1024 * 1024), "too large (the limit is 20 MB)"),
    ],
)
def test_what_is_no_workbook_is_refused(tmp_path: Path, raw: bytes, words: str) -> None:
    assert words in refusal(tmp_path, raw)


def test_only_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    for name, words in (("", "this is a folder"), ("pipe.xlsx", "this is not a plain file")):
        with pytest.raises(UserError, match=words) as refused:
            workbook.read(tmp_path / name)
        assert refused.value.exit_code == 4
    with pytest.raises(UserError, match="there is no file") as refused:
        workbook.read(tmp_path / "none.xlsx")
    assert refused.value.exit_code == 4
    (tmp_path / "loop.xlsx").symlink_to("loop.xlsx")
    with pytest.raises(UserError, match="cannot be read") as refused:
        workbook.read(tmp_path / "loop.xlsx")
    assert refused.value.exit_code == 3


def test_another_ending_is_refused_with_those_that_are_read(tmp_path: Path) -> None:
    assert ".xlsx, .ods and .csv" in refusal(tmp_path, b"%PDF-1.7", "a.pdf")


def in_a_process(path: Path) -> subprocess.CompletedProcess[str]:
    """Read a file in a process of its own, with little memory and time."""
    code = (
        "import resource, sys\n"
        f"resource.setrlimit(resource.RLIMIT_AS, ({MEGABYTES << 20},) * 2)\n"
        f"resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS},) * 2)\n"
        "from pathlib import Path\n"
        "from yhdyspinta_cli.diagnostic import UserError\n"
        "from yhdyspinta_cli.exchange import tables\n"
        "try:\n    tables.read(Path(sys.argv[1]))\n"
        "except UserError as error:\n    print(error.message)\n"
    )
    return subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False
    )


def lying(raw: bytes, name: str, size: int) -> bytes:
    """Return a zip file whose directory and heads say another size of a packed file."""
    with zipfile.ZipFile(BytesIO(raw)) as packed:
        entry = packed.getinfo(name)
        in_directory = raw.index(name.encode(), packed.start_dir) - 46
    for at in (entry.header_offset + 22, in_directory + 24):
        raw = raw[:at] + struct.pack("<I", size) + raw[at + 4 :]
    return raw


def overlapping() -> bytes:
    """Return a zip file in which 500 names lead to one packed file."""
    raw = made.workbook({"bomb.xml": random.Random(1).randbytes(200_000)})
    with zipfile.ZipFile(BytesIO(raw)) as packed:
        start = packed.start_dir
        at = raw.index(b"bomb.xml", start) - 46
    end = raw.rindex(b"PK\x05\x06")
    line = raw[at : at + 46 + len("bomb.xml")]
    more = b"".join(line.replace(b"bomb", b"%04d" % n) for n in range(500))
    count = struct.unpack("<H", raw[end + 8 : end + 10])[0] + 500
    tail = struct.pack("<HHII", count, count, end - start + len(more), start)
    return raw[:end] + more + raw[end : end + 8] + tail + raw[end + 20 :]


def many_entries() -> bytes:
    """Return a zip file with 60,000 names."""
    return made.workbook({f"{n}": "" for n in range(60_000)})


ROWS = "".join(f'<row><c t="str"><v>{n * 7919 % 100003}</v></c></row>' for n in range(400_000))
EMPTY = "".join(f'<row><c s="{n * 7919 % 100003}"/></row>' for n in range(800_000))
TEXTS = "".join(f"<si><t>{n * 7919 % 100003}</t></si>" for n in range(400_000))
STYLES = "".join(f'<xf numFmtId="{n * 7919 % 100003}"/>' for n in range(400_000))


def merged(count: int) -> str:
    """Return a sheet with a value at its end, and as many cells over rows, one over the other."""
    cells = "".join(f'<mergeCell ref="A{n * 7919 % 1000003 + 1}:A1048576"/>' for n in range(count))
    rows = '<row r="1048576"><c><v>1</v></c></row>'
    return made.sheet(rows).replace("</worksheet>", f"<mergeCells>{cells}</mergeCells></worksheet>")


BOMBS = {
    "a bomb": (made.workbook({made.SHEET: b"\0" * (200 << 20)}), "far larger"),
    "a bomb beside": (made.workbook({"xl/media/image1.png": b"\0" * (40 << 20)}), "far larger"),
    "a bomb that says it is small": (
        lying(made.workbook({made.SHEET: b" " * (200 << 20)}), made.SHEET, 1000),
        DAMAGED,
    ),
    "names that share a bomb": (overlapping(), DAMAGED),
    "many names": (many_entries(), "too many files packed in it"),
    "rows": (made.workbook({made.SHEET: made.sheet(ROWS)}), "too many rows"),
    "cells with nothing": (made.workbook({made.SHEET: made.sheet(EMPTY)}), "too many cells"),
    "texts": (made.workbook({made.STRINGS: made.strings(TEXTS)}), "too many texts"),
    "styles": (made.workbook({made.STYLES: made.styles(STYLES)}), "too many styles"),
    "merged cells": (
        made.workbook({made.SHEET: merged(20_000)}),
        "too many merged cells",
    ),
    "merged cells over each other": (
        made.workbook({made.SHEET: merged(9_000)}),
        "too many cells",
    ),
    "one long tag": (made.workbook({made.SHEET: "<a b='" + ROWS.replace("'", "")}), DAMAGED),
}


@pytest.mark.parametrize(("raw", "words"), BOMBS.values(), ids=BOMBS.keys())
def test_bombs_are_refused_in_bounded_time_and_memory(
    tmp_path: Path, raw: bytes, words: str
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(raw)
    done = in_a_process(path)
    assert (done.returncode, done.stderr) == (0, "")
    assert words in done.stdout
