"""Tables of text and of LibreOffice are read as the program that saved them shows them."""

from datetime import date, datetime
from pathlib import Path

import pytest

from tests.exchange import made
from tests.exchange.test_workbook import read
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.exchange.book import Cell


def rows(tmp_path: Path, raw: bytes, name: str = "a.csv") -> list[tuple[int, list[object]]]:
    [sheet] = read(tmp_path, raw, name).sheets
    return [(row.number, [cell.value for cell in row.cells]) for row in sheet.rows]


TABLE = 'Tunnus;Nimi, pitkä\nA1;"Ensin\nsitten; ""niin"""\n\nA2;Äiti\n'
READ = [
    (1, ["Tunnus", "Nimi, pitkä"]),
    (2, ["A1", 'Ensin\nsitten; "niin"']),
    (4, ["A2", "Äiti"]),
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_text_is_read_in_the_encodings_of_spreadsheets(
    tmp_path: Path, encoding: str, end: str
) -> None:
    assert rows(tmp_path, TABLE.replace("\n", end).encode(encoding)) == READ


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("a,b;c,d\n1,2,3\n", ["a", "b;c", "d"]),
        ("a\tb, c\n1\t2\n", ["a", "b, c"]),
        ("a;b\n1,5;2,5\n", ["a", "b"]),
        ("a, b\n", ["a", " b"]),
        ("vain yksi\nsarake\n", ["vain yksi"]),
        ("sep=,\na,b;c\n", ["a", "b;c"]),
    ],
)
def test_what_separates_is_found_from_the_text(tmp_path: Path, text: str, first: list[str]) -> None:
    assert rows(tmp_path, text.encode())[0] == (1, first)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b'a;b\n1;"2\n', "a quotation mark is missing"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "neither text nor a workbook"),
        (b"\xff\xfea", "neither text nor a workbook"),
        (b"a;\x81b\xe4", "neither text nor a workbook"),
        (b"a;\x1b[31m\n", r"B1 has a character that no text may have: '\u{001B}'"),
        (b"a;" * 1001, "the limit is 1000 columns"),
        (b"a\n" * 20_001, "the limit is 20000"),
        (b"a" * 32_768, "too long"),
    ],
)
def test_what_is_no_table_of_text_is_refused(tmp_path: Path, raw: bytes, words: str) -> None:
    with pytest.raises(UserError) as refused:
        read(tmp_path, raw, "a.csv")
    assert words in refused.value.message
    assert refused.value.exit_code == 4


def test_cells_of_libreoffice_stand_where_the_sheet_shows_them(tmp_path: Path) -> None:
    value = "office:value-type"
    raw = made.ods(
        '<table:table table:name="T" table:style-name="h">'
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        '<table:table-row table:number-rows-repeated="2">'
        '<table:table-cell table:number-columns-repeated="2"/>'
        f'<table:table-cell table:number-columns-repeated="2" {value}="float" office:value="2.5"/>'
        f'<table:covered-table-cell {value}="string"><text:p>x</text:p></table:covered-table-cell>'
        f'<table:table-cell {value}="string"><office:annotation><text:p>note</text:p>'
        '</office:annotation><text:p>a<text:s text:c="2"/>b<text:line-break/>c</text:p>'
        "<text:p>d</text:p></table:table-cell>"
        f'<table:table-cell {value}="date" office:date-value="2025-03-04T12:30:00.000000000"/>'
        f'<table:table-cell {value}="date" office:date-value="2025-03-04"/>'
        f'<table:table-cell {value}="boolean" office:boolean-value="false"/>'
        f'<table:table-cell {value}="float" office:value="1e400"/>'
        '</table:table-row><table:table-row table:number-rows-repeated="1048571">'
        "<table:table-cell/></table:table-row></table:table>",
        styles='<style:style style:name="h"><style:table-properties table:display="false"/>'
        "</style:style>",
    )
    [sheet] = read(tmp_path, raw, "a.ods").sheets
    assert sheet.is_hidden
    assert [row.number for row in sheet.rows] == [4, 5]
    assert sheet.rows[0].cells == (
        Cell(3, 2.5),
        Cell(4, 2.5),
        Cell(6, "a  b\nc\nd"),
        Cell(7, datetime(2025, 3, 4, 12, 30)),
        Cell(8, date(2025, 3, 4)),
        Cell(9, False),
        Cell(10, "1e400", is_error=True),
    )


SPACES = "<text:s text:c='99999999'/>" * 2000
CELL = '<table:table-cell office:value-type="float" office:value="1"'
TABLES = {
    "rows repeated": f'<table:table-row table:number-rows-repeated="999999">{CELL}/>'
    "</table:table-row>",
    "rows repeated again": '<table:table-row table:number-rows-repeated="999999999"/>',
    "columns repeated": "<table:table-row>"
    f'{CELL} table:number-columns-repeated="999999999"/></table:table-row>',
    "empty columns repeated": "<table:table-row>"
    '<table:table-cell table:number-columns-repeated="999999"/></table:table-row>',
    "both repeated": '<table:table-row table:number-rows-repeated="20000">'
    f'{CELL} table:number-columns-repeated="900"/></table:table-row>',
    "no number": f'<table:table-row table:number-rows-repeated="-1">{CELL}/></table:table-row>',
    "spaces": "<table:table-row>"
    f"{CELL.replace('float', 'string')}><text:p>{SPACES}</text:p>"
    "</table:table-cell></table:table-row>",
    "linked": '<table:table-source xlink:href="file:///etc/passwd"/>',
}


@pytest.mark.parametrize("rows", TABLES.values(), ids=TABLES.keys())
def test_hostile_tables_of_libreoffice_are_refused(tmp_path: Path, rows: str) -> None:
    raw = made.ods(f'<table:table table:name="T">{rows}</table:table>')
    with pytest.raises(UserError) as refused:
        read(tmp_path, raw, "a.ods")
    assert refused.value.exit_code == 4


def test_encrypted_tables_and_those_with_macros_are_refused(tmp_path: Path) -> None:
    table = '<table:table table:name="T"/>'
    secret = '<a><file-entry full-path="content.xml"><encryption-data/></file-entry></a>'
    with pytest.raises(UserError, match="encrypted"):
        read(tmp_path, made.ods(table, more={"META-INF/manifest.xml": secret}), "a.ods")
    with pytest.raises(UserError, match="macros"):
        read(tmp_path, made.ods(table, more={"Basic/Standard/Module1.xml": "<a/>"}), "b.ods")
