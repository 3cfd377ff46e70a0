"""Tables: rows of one length, and no formula for a spreadsheet in a title or a cell."""

import csv
import io
import re
from pathlib import Path

import pytest

from tests.conftest import Yp
from yhdyspinta_cli.language import FINNISH, Spreadsheet
from yhdyspinta_cli.output import json_form
from yhdyspinta_cli.output.layout import Column, Table
from yhdyspinta_cli.output.layout import csv as written_csv


@pytest.mark.parametrize("row", [("a",), ("a", "b", "c"), ()])
def test_a_row_of_the_wrong_length_is_refused(row: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=f"row 2 has {len(row)} of 2 cells"):
        Table(("one", "two"), (("a", "b"), row))
    with pytest.raises(ValueError, match="1 lines under 2 rows"):
        Table(("one",), (("a",), ("b",)), ("under",))


def test_text_csv_and_json_come_from_the_same_columns() -> None:
    columns: list[Column[int]] = [
        Column("n", "Number", lambda n: n),
        Column("half", "Half", lambda n: n // 2),
    ]
    table = Table.of(columns, [4, 6])
    assert written_csv(table) == "Number,Half\r\n4,2\r\n6,3\r\n"
    assert table.json() == [{"n": 4, "half": 2}, {"n": 6, "half": 3}]


BLANKS = ["", " ", "\u00a0", "\u202f", "\u200b", "\t", "\r", "\n", " \u00a0 ", "\ufeff"]
SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫"


@pytest.mark.parametrize("excel", [None, FINNISH])
def test_no_title_and_no_cell_begins_a_formula(excel: Spreadsheet | None) -> None:
    for blank in BLANKS:
        for sign in SIGNS:
            text = written_csv(Table((f"{blank}{sign}1",), ((f"{blank}{sign}1",),)), excel=excel)
            rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
            assert [cell[0] for row in rows for cell in row] in (["'"] * 2, ["\\"] * 2), text


@pytest.mark.parametrize(
    "text",
    [*("5.2", "1.10", "1/2", "2024-05", "1.1.2", "091", "2E4", "1:30"), "MAR1", "5 mai", "10,50"],
)
def test_a_code_is_no_date_and_no_number_in_excel(text: str) -> None:
    table = Table(("Code",), ((text,),))
    assert written_csv(table, excel=FINNISH) == f"\ufeffCode\r\n'{text}\r\n"
    assert "'" not in written_csv(table)


@pytest.mark.parametrize("text", ["E4", "ØHD-1", "2023/118", "2026", "2026-05-14", "5.2, 5.3", "X"])
def test_what_excel_leaves_alone_is_as_printed(text: str) -> None:
    assert "'" not in written_csv(Table(("Code",), ((text,),)), excel=FINNISH)


MODEL = "measures/tiedon-malli.yaml"
PARTY, BODY, MEASURE = "=1+1 Koivula", "\u00a0=cmd|' /C calc'!A0", "\u202f@SUM(1+1)"
EVIL = re.compile(r"[\s\u200b\ufeff]*(?:[=+@＝＋＠]|[-－]\D)")
COMMANDS = [
    "list parties",
    "list bodies",
    "list measures",
    "list obligations",
    "list events",
    "show koivula",
    "show foorumi",
    "show J2",
    "who-owns J2",
    "who-owns A1",
    "owned-by koivula",
    "owned-by foorumi",
    "gaps",
    "counterparts",
    "counterparts --by interface",
    "what-if --remove koivula",
    "what-if --remove foorumi",
    "search koivula",
    "status",
    "status show J2",
    "status matrix",
    "obligations",
    "obligations --year 2023",
    "calendar --year 2023",
    "rotation",
    "event list",
]


@pytest.fixture
def hostile(region: Path) -> Path:
    """The region with a party, a body and measures whose names are formulas."""
    for name, before, after in (
        ("parties.yaml", "name: Koivula\n", f'name: "{PARTY}"\n'),
        ("bodies/foorumi.yaml", "name: Hiidenmaan foorumi\n", f'name: "{BODY}"\n'),
        (
            "measures/tiedon-malli.yaml",
            "title: Tiedolla johtamisen malli\n",
            f'title: "{MEASURE}"\n',
        ),
    ):
        path = region / "data" / name
        text = path.read_text("utf-8")
        assert before in text
        path.write_text(text.replace(before, after), "utf-8")
    return region


def test_a_name_that_is_a_formula_is_one_in_no_csv(hostile: Path, yp: Yp) -> None:
    met = set()
    for command in COMMANDS:
        for form, delimiter in (("--csv", ","), ("--csv-excel", ";")):
            done = yp(*command.split(), form, "--as-of", "2024-01-01", cwd=hostile)
            assert done.code == 0, (command, done.err)
            text = io.StringIO(done.out.removeprefix("\ufeff"), newline="")
            rows = list(csv.reader(text, delimiter=delimiter))
            assert len({len(row) for row in rows}) == 1, command
            cells = [cell for row in rows for cell in row]
            assert not [cell for cell in cells if EVIL.match(cell)], command
            met |= {name for name in (PARTY, BODY, MEASURE) if "'" + name in cells}
    assert met == {PARTY, BODY, MEASURE}


def test_json_is_no_command_to_a_runner() -> None:
    written = json_form.dumps("search", {"name": "##[error]::stop"})
    assert "##[" not in written
    assert not re.search(r"^\s*::", written, re.M)
