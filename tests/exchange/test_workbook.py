"""Workbooks are read as the program that saved them shows them, whichever program that is."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from tests.exchange import made
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.exchange import tables, workbook
from yhdyspinta_cli.exchange.book import Book, Cell, MergedCells, address
from yhdyspinta_cli.exchange.saved import saved

FILES = Path(__file__).parent / "files"


def read(tmp_path: Path, raw: bytes, name: str = "a.xlsx") -> Book:
    path = tmp_path / name
    path.write_bytes(raw)
    return tables.read(path)


def only(tmp_path: Path, changed: dict[str, str | bytes | None]) -> Cell:
    """Return the one cell of the first sheet."""
    [row] = read(tmp_path, made.workbook(changed)).sheets[0].rows
    [cell] = row.cells
    return cell


def test_each_cell_stands_where_the_sheet_shows_it(tmp_path: Path) -> None:
    first, other = read(tmp_path, made.workbook()).sheets
    assert [first.name, other.name] == ["Toimenpiteet", "Muut"]
    assert [row.number for row in first.rows] == [1, 7]
    assert first.rows[0].cells == (Cell(1, "Ruoka-apu"), Cell(3, "ab"))
    assert first.rows[1].cells == (Cell(2, date(2025, 3, 4)), Cell(5, 2, is_formula=True))
    assert first.named(address(7, 5)) == "Toimenpiteet!E7"
    assert [address(1, n) for n in (1, 26, 27, 702, 703, 16_384)] == [
        *("A1", "Z1", "AA1", "ZZ1", "AAA1", "XFD1")
    ]


@pytest.mark.parametrize("name", ["libreoffice.xlsx", "libreoffice.ods"])
def test_what_libreoffice_saves_is_read_as_it_was_written(name: str) -> None:
    shown, hidden = tables.read(FILES / name).sheets
    assert (shown.is_hidden, hidden.is_hidden) == (False, True)
    assert [row.cells for row in shown.rows] == [
        tuple(Cell(n, t) for n, t in enumerate(("Tunnus", "Toimenpide", "Päivä", "Luku"), 1)),
        (Cell(1, "A1"), Cell(2, "Ruoka-apu\nkaksi"), Cell(3, date(2025, 3, 4)), Cell(4, 0.3)),
        (
            Cell(1, True),
            Cell(2, 2, is_formula=True),
            Cell(3, "#REF!", is_formula=True, is_error=True),
        ),
        (Cell(1, "abcd"),),
    ]


def test_what_openpyxl_saves_is_read_as_it_was_written(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.active
    moment = datetime(2025, 3, 4, 12, 30)
    page.append(["ä\nö", date(2025, 3, 4), moment, 1.5, 3, True, "=1+1", "#REF!", None, "x"])
    book.create_sheet("piilo").sheet_state = "veryHidden"
    book.save(tmp_path / "a.xlsx")
    shown, hidden = workbook.read(tmp_path / "a.xlsx").sheets
    assert hidden.is_hidden
    assert [(cell.column, cell.value) for cell in shown.rows[0].cells] == [
        *((1, "ä\nö"), (2, date(2025, 3, 4)), (3, moment), (4, 1.5), (5, 3), (6, True)),
        *((7, None), (8, "#REF!"), (10, "x")),
    ]
    assert [cell.column for cell in shown.rows[0].cells if cell.is_formula] == [7]
    assert [cell.column for cell in shown.rows[0].cells if cell.is_error] == [8]


def test_what_xlsxwriter_saves_is_read_as_it_was_written(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "a.xlsx", {"strings_to_formulas": False})
    page = book.add_worksheet("Taulu")
    page.write_string(0, 0, "=1+1")
    page.write_string(0, 1, "_x0041_ ja")
    page.write_datetime(1, 0, datetime(2025, 3, 4), book.add_format({"num_format": 14}))
    page.write_number(2, 0, 0.1 + 0.2)
    book.close()
    [sheet] = workbook.read(tmp_path / "a.xlsx").sheets
    assert [row.cells for row in sheet.rows] == [
        (Cell(1, "=1+1"), Cell(2, "_x0041_ ja")),
        (Cell(1, date(2025, 3, 4)),),
        (Cell(1, 0.3),),
    ]


@pytest.mark.parametrize(
    ("written", "style", "value"),
    [
        ("45720", 1, date(2025, 3, 4)),
        ("45720.5208333333", 2, datetime(2025, 3, 4, 12, 30)),
        ("45720.9999999999", 2, date(2025, 3, 5)),
        ("0.5625", 3, "13:30"),
        ("59", 1, date(1900, 2, 28)),
        ("61", 1, date(1900, 3, 1)),
        ("2958465", 1, date(9999, 12, 31)),
        ("1E2", 0, 100),
        ("-0.30000000000000004", 0, -0.3),
    ],
)
def test_a_number_is_what_its_look_shows(
    tmp_path: Path, written: str, style: int, value: object
) -> None:
    part = made.cell(f"<v>{written}</v>", more=f' s="{style}"')
    found = only(tmp_path, {made.SHEET: part})
    assert found == Cell(1, value)  # type: ignore[arg-type]
    assert type(found.value) is type(value)


def test_days_of_old_workbooks_of_macs_are_counted_as_they_count(tmp_path: Path) -> None:
    day = made.cell("<v>44258</v>", more=' s="1"')
    book = made.tabs("A", more='<workbookPr date1904="1"/>')
    assert only(tmp_path, {made.SHEET: day, made.BOOK: book}).value == date(2025, 3, 4)


@pytest.mark.parametrize(
    ("written", "more"),
    [
        ("#REF!", ' t="e"'),
        ("1e400", ""),
        ("NaN", ""),
        ("INF", ""),
        ("12abc", ""),
        ("60", ' s="1"'),
        ("-1", ' s="1"'),
        ("2958466", ' s="1"'),
        ("99999999999999999999", ' s="1"'),
        ("2025-02-30", ' t="d"'),
        ("maybe", ' t="b"'),
    ],
)
def test_what_is_no_value_is_an_error_that_shows_what_stands_there(
    tmp_path: Path, written: str, more: str
) -> None:
    cell = only(tmp_path, {made.SHEET: made.cell(f"<v>{written}</v>", more=more)})
    assert cell == Cell(1, written, is_error=True)


def test_empty_and_blank_cells_are_left_out(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1" s="1"/><c r="B1" t="str"><v>  </v></c></row>'
        '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    )
    assert read(tmp_path, made.workbook({made.SHEET: made.sheet(rows)})).sheets[0].rows == ()


def test_hints_of_pronunciation_are_no_text(tmp_path: Path) -> None:
    texts = made.strings("<si><t>a</t><rPh sb='0' eb='1'><t>b</t></rPh></si>")
    changed = {made.SHEET: made.cell("<v>0</v>", more=' t="s"'), made.STRINGS: texts}
    assert only(tmp_path, changed).value == "a"  # type: ignore[arg-type]


def test_line_ends_are_those_of_a_text_file(tmp_path: Path) -> None:
    part = made.cell("<v>a_x000D_&#10;b_x000D_c</v>", more=' t="str"')
    assert only(tmp_path, {made.SHEET: part}).value == "a\nb\nc"


def test_charts_are_no_sheets_and_addresses_of_pages_no_links(tmp_path: Path) -> None:
    outside = ' TargetMode="External"'
    raw = made.workbook(
        {
            made.BOOK_LINKS: made.links(
                made.link("s1", "worksheet", "worksheets/sheet1.xml"),
                made.link("s2", "chartsheet", "chartsheets/sheet1.xml"),
                made.link("t", "sharedStrings", "sharedStrings.xml"),
                made.link("l", "styles", "styles.xml"),
                made.link("h", "hyperlink", "https://example.fi", outside),
            )
        }
    )
    assert [sheet.name for sheet in read(tmp_path, raw).sheets] == ["Toimenpiteet"]


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real.xlsx").write_bytes(made.workbook())
    (tmp_path / "link.xlsx").symlink_to("real.xlsx")
    assert len(workbook.read(tmp_path / "link.xlsx").sheets) == 2


@pytest.mark.parametrize(
    ("core", "moment"),
    [
        (made.PARTS[made.CORE], datetime(2026, 11, 28, 10, 4, 23, tzinfo=UTC)),
        (
            made.PARTS[made.CORE].replace("+02:00", "Z"),
            datetime(2026, 11, 28, 12, 4, 23, tzinfo=UTC),
        ),
        (made.PARTS[made.CORE].replace("11-28", "02-30"), None),
        (made.PARTS[made.CORE].replace("2026", "0001").replace("11-28T12", "01-01T00"), None),
        ("<a", None),
        ("<!DOCTYPE a><a/>", None),
        (None, None),
    ],
)
def test_the_moment_of_the_last_saving_is_told_where_there_is_one(
    tmp_path: Path, core: str | None, moment: datetime | None
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(made.workbook({made.CORE: core}))
    assert saved(path) == moment


def test_without_the_extra_it_is_told_how_to_get_it_and_text_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "defusedxml", None)
    for raw, name in ((made.workbook(), "a.xlsx"), (made.ods(""), "a.ods")):
        with pytest.raises(UserError, match="defusedxml") as refused:
            read(tmp_path, raw, name)
        assert refused.value.exit_code == 3
        assert 'pip install "yhdyspinta-cli[office]"' in refused.value.hint
    assert read(tmp_path, b"a;b\n", "a.csv").sheets[0].rows[0].cells == (Cell(1, "a"), Cell(2, "b"))


def test_cells_over_several_rows_are_told(tmp_path: Path) -> None:
    part = made.PARTS[made.SHEET].replace(
        "</sheetData>",
        '</sheetData><mergeCells><mergeCell ref="B2:C5"/><mergeCell ref="A1:D1"/></mergeCells>',
    )
    found = [MergedCells(2, 2, 5)]
    assert list(read(tmp_path, made.workbook({made.SHEET: part})).sheets[0].merged) == found
    spanning = (
        "<table:table-row><table:table-cell/></table:table-row><table:table-row>"
        '<table:table-cell/><table:table-cell table:number-rows-spanned="4" '
        'office:value-type="float" office:value="1"/></table:table-row>'
    )
    raw = made.ods(f'<table:table table:name="T">{spanning}</table:table>')
    assert list(read(tmp_path, raw, "a.ods").sheets[0].merged) == found
