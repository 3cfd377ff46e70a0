"""CSV, JSON Lines, SQLite and Parquet hold the same cells, whatever stands in a text."""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from operator import itemgetter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import LIVED, REGION
from tests.opendata import made, reading
from yhdyspinta_cli import store
from yhdyspinta_cli.opendata import ExportAsked, parquet_form, sqlite_form, tables, text_forms
from yhdyspinta_cli.opendata.table import COLUMN_TYPES, FilledTable, OpenColumn, OpenTable, filled


def _same(one: FilledTable) -> None:
    """Assert that every form of a table is read back as what was put in."""
    rows = list(one.rows)
    assert reading.of_csv(one.table, text_forms.csv_bytes(one)) == rows
    assert reading.of_jsonl(one.table, text_forms.jsonl_bytes(one)) == rows
    assert reading.of_parquet(one.table, parquet_form.parquet_bytes(one)) == rows


@pytest.mark.parametrize("name", ["lived", "shipped", "helse"])
def test_every_form_of_every_table_is_read_back_the_same(name: str) -> None:
    raw = made.written(name)
    with made.database(raw["base.sqlite"]) as opened:
        for key, one in made.filled(name).items():
            rows = list(one.rows)
            assert reading.of_csv(one.table, raw[f"csv/{key}.csv"]) == rows
            assert reading.of_jsonl(one.table, raw[f"jsonl/{key}.jsonl"]) == rows
            assert reading.of_parquet(one.table, raw[f"parquet/{key}.parquet"]) == rows
            assert reading.of_sqlite(one.table, opened) == rows


_ODD = (
    *('=cmd|"/C calc"!A0', "@SUM(A1)", "-", "'", '"', '""', ",", ";", "\t", "\r", "\n", "\r\n"),
    *("a\r\nb", "\x00", "a\x00b", "\u202eabc\u202c", "\u2028", "\ufeff", "\\", "\\N", " a "),
    *("NULL", "null", "true", "0", "007", "1e5", "{}", "[]", "2024-05-14"),
)
_LETTERS = st.characters(codec="utf-8")
_TEXT = st.text(_LETTERS, min_size=1, max_size=20) | st.sampled_from(_ODD)
_CELLS = {
    "text": _TEXT,
    "integer": st.integers(-(2**63), 2**63 - 1),
    "number": st.floats(allow_nan=False, allow_infinity=False).map(lambda x: x + 0.0),
    "boolean": st.booleans(),
    "day": st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    "moment": st.datetimes(
        datetime(1900, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC)
    ).map(lambda moment: moment.replace(microsecond=0)),
    "list": st.lists(_TEXT, min_size=1, max_size=3).map(tuple),
    "map": st.dictionaries(_TEXT, _TEXT, min_size=1, max_size=3),
    "counts": st.dictionaries(_TEXT, st.integers(0, 2**40), min_size=1, max_size=3),
}
_TABLE = OpenTable(
    "hostile",
    "Hostile",
    "Anything",
    ("base",),
    (
        OpenColumn("base", "text", "Base", "Base", itemgetter(0), is_required=True),
        *(
            OpenColumn(f"a_{kind}", kind, kind, kind, itemgetter(number))
            for number, kind in enumerate(COLUMN_TYPES)
        ),
    ),
    lambda asked: (),
)


@given(st.tuples(*(st.none() | _CELLS[kind] for kind in COLUMN_TYPES)))
@settings(max_examples=75)
def test_any_cell_is_read_back_from_every_form(cells: tuple[object, ...]) -> None:
    one = FilledTable(_TABLE, (("base", *cells),))  # type: ignore[arg-type]
    _same(one)
    raw = sqlite_form.database(_REGION, [one], 1)
    with made.database(raw) as opened:
        assert reading.of_sqlite(_TABLE, opened) == list(one.rows)


_REGION = store.load(REGION).kb

HOSTILE = (
    "=cmd|'/C calc'!A0",
    "@SUM(1+1)*cmd",
    "+358, \"lainaus\"; ja 'toinen'",
    "-2+3,a;b|c",
    "{{ 7 * 7 }} {% raw %} <script>alert(1)</script>",
    "' OR 1=1; DROP TABLE measures; --",
)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A base in which every text that the reader takes stands somewhere."""
    base = tmp_path / "base"
    shutil.copytree(LIVED, base)
    file = base / "data/needs.yaml"
    needs = [
        f"  - id: vihainen-{n}\n    title: '{text.replace(chr(39), chr(39) * 2)}'\n"
        f"    text: |-\n      {text}\n\n      toinen rivi, {text}\n"
        for n, text in enumerate(HOSTILE)
    ]
    file.write_text(file.read_text("utf-8") + "".join(needs), "utf-8")
    return base


def test_hostile_texts_of_the_data_stand_exactly_in_every_form(hostile: Path) -> None:
    loaded = store.load(hostile)
    assert loaded.faults == ()
    asked = ExportAsked(loaded.kb, date(2025, 12, 31), True, loaded.digest)
    found = {one.table.name: one for one in tables.of(asked)}
    needs = found["needs"]
    text = needs.table.names.index("text")
    for n, words in enumerate(HOSTILE):
        (row,) = [row for row in needs.rows if row[1] == f"vihainen-{n}"]
        assert row[needs.table.names.index("title")] == words
        assert row[text] == f"{words}\n\ntoinen rivi, {words}"
    for name in ("needs", "records"):
        _same(found[name])
    with made.database(sqlite_form.database(loaded.kb, list(found.values()), 1)) as opened:
        assert reading.of_sqlite(needs.table, opened) == list(needs.rows)
        (hit,) = opened.execute("SELECT record FROM search WHERE name LIKE '%DROP TABLE%'")
        assert hit["record"] == f"vihainen-{HOSTILE.index(HOSTILE[-1])}"


def test_what_is_empty_is_nothing_in_every_form() -> None:
    def read(value: object) -> Callable[[object], object]:
        return lambda row: value

    columns = (
        OpenColumn("base", "text", "", "", read(None), is_required=True),
        OpenColumn("a", "text", "", "", read("")),
        OpenColumn("b", "list", "", "", read(())),
        OpenColumn("c", "map", "", "", read({})),
    )
    table = OpenTable("hostile", "", "", ("base",), columns, lambda asked: (1,))
    one = filled(table, made.asked("region"))
    assert one.rows == ((made.asked("region").kb.agreement.id, None, None, None),)
    _same(one)


def test_the_database_says_what_it_is_and_not_which_sqlite_wrote_it() -> None:
    raw = made.written("region")["base.sqlite"]
    with made.database(raw) as opened:
        assert made.rows(opened, "PRAGMA application_id")[0]["application_id"] == 0x79706F64
        assert made.rows(opened, "PRAGMA user_version")[0]["user_version"] == tables.FORMAT
        assert made.rows(opened, "PRAGMA freelist_count")[0]["freelist_count"] == 0
    # Bytes 96 to 99 of the header are the version of the library that wrote the file.
    assert int.from_bytes(raw[96:100], "big") == 3_034_000
    assert raw == sqlite_form.database(
        made.asked("region").kb, list(made.filled("region").values()), tables.FORMAT
    )


def test_a_state_of_a_day_is_found_without_reading_every_state() -> None:
    question = "EXPLAIN QUERY PLAN SELECT code, state FROM state_on WHERE day = '2024-12-31'"
    with made.database(made.written("lived")["base.sqlite"]) as opened:
        steps = [row["detail"] for row in made.rows(opened, question)]
    assert any(step.startswith("SEARCH history") for step in steps)
    assert not any(step.startswith("SCAN history") for step in steps)
