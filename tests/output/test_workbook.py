"""Workbooks, read back as Excel reads them: the cells of the CSV, as days, numbers and texts."""

import csv
import io
import json
import re
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.conftest import LIVED, SHIPPED, Yp
from yhdyspinta_cli import language
from yhdyspinta_cli.output import workbook
from yhdyspinta_cli.output.layout import Table

DAY = "2025-12-31"
QUESTIONS = [
    ["list", "measures"],
    ["list", "updates"],
    ["list", "values"],
    ["status"],
    ["status", "matrix"],
    ["status", "show", "A1"],
    ["obligations", "--year", "2025"],
    ["gaps"],
    ["gaps", "--party", "hallavesi"],
    ["owned-by", "hallavesi"],
    ["who-owns", "A1"],
    ["calendar", "--year", "2025"],
    ["counterparts"],
    ["rotation"],
    ["event", "list"],
    ["search", "hyvinvointi"],
    ["what-if", "--remove", "hyvinvointipalvelut"],
    ["show", "yhteinen-tilannekuva"],
]
PARTED = {"gaps": "Laji", "owned-by": "Mitä", "search": "Laji"}
"""The column by which an answer has a sheet a value."""


def asked(yp: Yp, line: list[str], *more: str, root: Path = LIVED) -> str:
    done = yp(*line, "--as-of", DAY, "--lang", "fi", *more, cwd=root)
    assert done.code in (0, 1), done.err
    return done.out


def as_csv(cell: Any) -> str:
    """Return a cell of a workbook as the CSV has it."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell).replace("\n", " ")


def number(text: str) -> float | str:
    return float(text) if re.fullmatch(r"-?\d{1,15}(\.\d+)?", text) else text


@pytest.mark.parametrize("line", QUESTIONS, ids=" ".join)
def test_a_workbook_has_the_cells_of_the_csv(yp: Yp, tmp_path: Path, line: list[str]) -> None:
    file = tmp_path / "answer.xlsx"
    assert asked(yp, line, "--xlsx", str(file)) == ""
    guide, *sheets = openpyxl.load_workbook(file)
    head, *rows = csv.reader(io.StringIO(asked(yp, line, "--csv")))
    key = PARTED.get(line[0])
    kept = [n for n, title in enumerate(head) if title != key]
    told = [[number(row[n].removeprefix("'")) for n in kept] for row in rows]
    found = []
    for sheet in sheets:
        titles, *body = sheet.values
        assert list(titles) == [head[n] for n in kept]
        found += [[number(as_csv(cell)) for cell in row] for row in body]
    by_text = {"key": str} if key else {"key": lambda _row: ""}
    assert sorted(found, **by_text) == sorted(told, **by_text)
    if key:
        parts = [row[head.index(key)] for row in rows]
        assert len(sheets) == len(set(parts))
        for sheet, part in zip(sheets, dict.fromkeys(parts), strict=True):
            assert sheet.max_row - 1 == parts.count(part)
    # The first sheet tells of each other one how many rows it has.
    words = {row[0]: row[1] for row in guide.values if row[0]}
    for sheet in sheets:
        assert f"({len([*sheet.values]) - 1} riv" in words[sheet.title]
    assert words["Tilannepäivä"] == "31.12.2025"


def test_a_sheet_is_a_table_with_filters_that_can_be_printed(yp: Yp, tmp_path: Path) -> None:
    file = tmp_path / "status.xlsx"
    asked(yp, ["status"], "--xlsx", str(file))
    book = openpyxl.load_workbook(file)
    assert book.properties.language == "fi"
    assert book.properties.title == "Tilanteet"
    sheet = book.worksheets[1]
    (table,) = sheet.tables.values()
    assert table.ref == sheet.dimensions == "A1:L31"
    assert table.autoFilter.ref == table.ref
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert not sheet.merged_cells.ranges
    day = sheet["F2"]
    assert (day.is_date, day.number_format) == (True, "d.m.yyyy")
    # A text that is longer than its column has the lines it needs.
    long = next(row for row in sheet if len(str(row[1].value)) > 60 or row[0].row == 31)
    assert sheet.row_dimensions[long[0].row].height >= 15


def test_the_same_answer_is_the_same_bytes(yp: Yp, tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        asked(yp, ["gaps"], "--xlsx", str(tmp_path / name))
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def made(table: Table, name: str = "Taulukko") -> Any:
    raw = workbook.of(
        "Otsikko", (), [workbook.Sheet(name, table)], language="fi", region=language.FINNISH
    )
    parts = zipfile.ZipFile(io.BytesIO(raw)).namelist()
    assert not [part for part in parts if "vba" in part or "external" in part.lower()]
    return openpyxl.load_workbook(io.BytesIO(raw))


def test_no_text_becomes_a_formula_a_link_or_a_number() -> None:
    texts = (
        *("=1+1", "+358 40", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "https://example.fi/x"),
        *("mailto:a@b.fi", "1/2", "0012", "{=A1}", "a\nb", "internal:Sheet2!A1"),
    )
    sheet = made(Table(("A",), tuple((text,) for text in texts))).worksheets[1]
    for text, row in zip(texts, sheet.iter_rows(min_row=2), strict=True):
        assert (row[0].data_type, row[0].hyperlink) == ("s", None)
        assert row[0].value.strip() == text.strip()


def test_numbers_that_excel_would_round_are_texts() -> None:
    exact, long = 123_456_789_012_345, 1_234_567_890_123_456_789
    sheet = made(Table(("A",), ((exact,), (long,)))).worksheets[1]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [exact, str(long)]


def test_what_excel_does_not_take_is_made_to_fit() -> None:
    name = "Vastuutaho puuttuu: [asia] todetaan jo asiakirjassa / ohjelmassa"
    long = "a" * 40_000
    table = Table(("Tunnus", "tunnus", "Tunnus"), ((long, "\x01b", date(1900, 2, 28)),))
    book = made(table, name)
    assert len(book.sheetnames[1]) <= 31
    assert not re.search(r"[\[\]:*?/\\]", book.sheetnames[1])
    head, row = book.worksheets[1].values
    assert head == ("Tunnus", "tunnus (2)", "Tunnus (3)")
    assert len(row[0]) == 32_767
    assert row[0].endswith("…")
    # Excel counts a day too many in 1900.
    assert row[2] == "1900-02-28"
    assert next(iter(made(Table(("A",), ())).worksheets[1].values)) == ("A",)


def test_two_forms_at_once_and_wrong_places_are_refused(yp: Yp, tmp_path: Path) -> None:
    file = str(tmp_path / "x.xlsx")
    assert yp("gaps", "--json", "--xlsx", file, cwd=LIVED).code == 2
    assert yp("gaps", "--xlsx", str(tmp_path), cwd=LIVED).code == 2
    assert yp("gaps", "--xlsx", str(LIVED / "data/x.xlsx"), cwd=LIVED).code == 2
    assert not Path(file).exists()


def test_without_the_package_it_is_told_how_to_get_it(
    yp: Yp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    for line in (["gaps", "--xlsx"], ["report", "--year", "2024", "-o"]):
        done = yp(*line, str(tmp_path / "x.xlsx"), cwd=LIVED)
        assert done.code == 3
        assert "XlsxWriter" in done.err
        assert "yhdyspinta-cli[office]" in done.err


@pytest.mark.parametrize("root", [LIVED, SHIPPED], ids=["lived", "shipped"])
def test_the_report_has_the_tables_of_its_questions(yp: Yp, tmp_path: Path, root: Path) -> None:
    file = tmp_path / "year.xlsx"
    asked(yp, ["report", "--year", "2025"], "-o", str(file), root=root)
    book = openpyxl.load_workbook(file)
    sheets = {sheet.title: [*sheet.values][1:] for sheet in book.worksheets[1:]}

    def answer(*line: str) -> Any:
        return json.loads(asked(yp, [*line], "--json", root=root))["answer"]

    states = answer("status")
    assert len(sheets["Tilanteet"]) == sum(states["total"].values())
    assert len(sheets["Toimenpiteet"]) == len(answer("list", "measures"))
    assert len(sheets["Puutteet"]) == len(answer("gaps")["gaps"])
    duties = answer("obligations", "--year", "2025")["standings"]
    assert len(sheets["Velvoitteet"]) == len(duties)
    assert len(sheets["Osapuolet"]) == len(answer("list", "parties"))
    updates = [one for one in answer("list", "updates") if one["on"][:4] == "2025"]
    assert len(sheets.get("Tilannepäivitykset", [])) == len(updates)
    # A sheet without a row tells nothing.
    assert all(sheets.values())


def test_a_workbook_is_of_a_year_alone(yp: Yp, tmp_path: Path) -> None:
    file = str(tmp_path / "x.xlsx")
    for more in (["--party", "hallavesi"], ["--only", "brief"], ["--interface", "a"]):
        assert yp("report", "--year", "2024", *more, "-o", file, cwd=LIVED).code == 2


@pytest.mark.parametrize("folder", ["updates", "events", "values"])
def test_a_report_with_its_moment_is_written_whole(yp: Yp, tmp_path: Path, folder: str) -> None:
    path = next(
        p
        for p in sorted((LIVED / "data" / folder).rglob("*.yaml"))
        if "recorded" in p.read_text("utf-8")
    )
    file = tmp_path / "report.xlsx"
    done = yp("show", path.stem, "--xlsx", str(file), cwd=LIVED)
    assert done.code == 0, done.err
    cells = {str(cell.value) for row in openpyxl.load_workbook(file).worksheets[1] for cell in row}
    assert any(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", cell) for cell in cells)
