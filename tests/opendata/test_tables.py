"""All of the data is in the tables, under names that last, with keys and references that hold."""

import csv
import io
from pathlib import Path

import duckdb
import pytest

from tests.conftest import SHIPPED, Yp
from tests.opendata import made
from yhdyspinta_cli.model import telling, walk
from yhdyspinta_cli.opendata import tables


@pytest.mark.parametrize("name", list(made.BASES))
def test_every_text_of_every_record_is_in_a_table(name: str) -> None:
    cells = {text for one in made.filled(name).values() for text in made.texts(one)}
    missing = {
        (entry.record.id, route): text
        for entry in made.asked(name).kb.entries.values()
        for route, text in telling.texts(entry.record)
        if text not in cells
    }
    assert missing == {}


@pytest.mark.parametrize("name", list(made.BASES))
def test_every_reference_of_every_record_is_in_a_table(name: str) -> None:
    cells = {text for one in made.filled(name).values() for text in made.texts(one)}
    for entry in made.asked(name).kb.entries.values():
        assert {key for _route, key, _ref in walk.references(entry.record)} <= cells


@pytest.mark.parametrize("name", list(made.BASES))
def test_keys_and_references_hold_in_the_database(name: str) -> None:
    raw = made.written(name)["base.sqlite"]
    with made.database(raw) as opened:
        assert made.rows(opened, "PRAGMA integrity_check") == [{"integrity_check": "ok"}]
        assert made.rows(opened, "PRAGMA foreign_key_check") == []
        # A key or a word of a closed set that did not hold would have refused its row.
        for key, one in made.filled(name).items():
            (count,) = made.rows(opened, f"SELECT count(*) AS n FROM {key}")
            assert count["n"] == len(one.rows)
            for column in one.table.columns:
                if column.is_required:
                    place = one.table.names.index(column.name)
                    assert all(row[place] is not None for row in one.rows), (key, column.name)


def test_every_row_tells_whose_it_is() -> None:
    for one in made.filled("lived").values():
        assert one.table.names[0] == "base"
        assert {row[0] for row in one.rows} <= {made.asked("lived").kb.agreement.id}


def test_no_name_needs_quotation_marks_in_sql() -> None:
    with made.database(made.written("region")["base.sqlite"]) as opened, duckdb.connect() as duck:
        for table in tables.declared():
            named = ", ".join(table.names)
            question = f"SELECT {named} FROM {table.name} AS t ORDER BY {named}"
            opened.execute(question)
            duck.execute(f"CREATE TABLE {table.name} ({' TEXT, '.join(table.names)} TEXT)")
            duck.execute(question)
            for column in table.names:
                duck.execute(f"SELECT t.{column} AS {column} FROM {table.name} t GROUP BY {column}")


def test_every_column_says_what_it_means() -> None:
    for table in tables.declared():
        assert table.title
        assert table.meaning
        assert len(set(table.names)) == len(table.names)
        assert set(table.key) <= set(table.names)
        assert [column.name for column in table.columns if not column.meaning] == [], table.name
        assert [column.name for column in table.columns if not column.title] == [], table.name


def test_a_translation_leads_to_the_record_whose_text_it_is() -> None:
    question = (
        "SELECT record, kind, search.language, search.name, parties.name AS own FROM search "
        "JOIN parties ON parties.id = search.record WHERE search MATCH ?"
    )
    with made.database(made.written("shipped")["base.sqlite"]) as opened:
        (found,) = made.rows(opened, question, "Idensalmi")
        assert found == {
            "record": "iisalmi",
            "kind": "party",
            "language": "sv",
            "name": "Idensalmi",
            "own": "Iisalmi",
        }
        lost = "SELECT record FROM search EXCEPT SELECT id FROM records"
        assert made.rows(opened, lost) == []
        assert made.rows(opened, "SELECT * FROM search WHERE kind = 'translation'") == []
        told = "SELECT language, count(*) AS n FROM search GROUP BY language ORDER BY language"
        assert [row["language"] for row in made.rows(opened, told)] == ["en", "fi", "sv"]


def test_every_word_of_a_closed_set_is_told_in_every_language() -> None:
    used = {
        word
        for table in tables.declared()
        for column in table.columns
        if column.name != "language"
        for word in column.words
    }
    with made.database(made.written("lived")["base.sqlite"]) as opened:
        said = made.rows(opened, "SELECT word, language, label FROM words")
        question = (
            "SELECT DISTINCT state, label FROM measure_states JOIN words ON word = state "
            "WHERE language = 'fi' AND state IN ('in-progress', 'completed') ORDER BY state"
        )
        labels = {row["state"]: row["label"] for row in made.rows(opened, question)}
    assert labels == {"completed": "valmis", "in-progress": "käynnissä"}
    for code in ("fi", "sv", "en"):
        assert {row["word"] for row in said if row["language"] == code} >= used


_SAID = {
    "kind": ("missing", "kind", "gaps"),
    "state": ("obligation_periods", "standing", "obligations"),
    "how": ("owner_parties", "how", "owned-by", "hallavesi"),
}
"""Columns of answers as CSV, and in which table and column of the export their words stand."""


@pytest.mark.parametrize("spoken", ["fi", "sv", "en"])
@pytest.mark.parametrize("head", list(_SAID))
def test_a_word_is_said_as_the_answer_says_it(head: str, spoken: str, yp: Yp) -> None:
    table, column, *words = _SAID[head]
    folder, day = made.BASES["lived"]
    asked = ("--as-of", str(day), "--lang", spoken)
    done = yp(*words, *asked, "--csv", cwd=folder)
    printed = {cell for row in csv.reader(io.StringIO(done.out)) for cell in row}
    question = (
        f"SELECT DISTINCT label FROM {table} JOIN column_words AS said ON said.word = {column} "
        f"WHERE in_table = '{table}' AND in_column = '{column}' AND said.language = '{spoken}'"
    )
    with made.database(made.written("lived")["base.sqlite"]) as opened:
        labels = {row["label"] for row in made.rows(opened, question)}
    assert len(labels) > 2
    assert labels <= printed


def test_no_word_is_told_as_it_stands_in_the_data() -> None:
    """But for those that are a word of the language: *forum*, *definition*, *text*."""
    question = "SELECT word FROM {} WHERE label = word AND language IN ('fi', 'sv')"
    with made.database(made.written("lived")["base.sqlite"]) as opened:
        for table in ("words", "column_words"):
            alike = {row["word"] for row in made.rows(opened, question.format(table))}
            assert alike == {"definition", "forum", "text"}


KEPT = Path(__file__).parent / f"format_{tables.FORMAT}.txt"


def _promises() -> set[str]:
    """Return what a format promises, a line each: columns, their types, keys, words."""
    found = set()
    for table in tables.declared():
        found.add(f"{table.name}: key {' '.join(table.key)}")
        for column in table.columns:
            needed = " never empty" if column.is_required else ""
            leads = f" -> {column.leads_to}" if column.leads_to else ""
            name = f"{table.name}.{column.name}"
            found.add(f"{name}: {column.type}{needed}{leads}")
            found.update(f"{name}: word {word}" for word in column.words)
    return found


def test_within_a_format_nothing_is_renamed_removed_or_made_another() -> None:
    kept = set(KEPT.read_text("utf-8").splitlines())
    broken = kept - _promises()
    assert not broken, "this needs a new FORMAT, and a line in CHANGELOG.md"
    added = _promises() - kept
    assert not added, f"what is added is promised from now on: write it into {KEPT.name}"


def test_a_new_format_is_told_in_the_change_log() -> None:
    told = (SHIPPED / "CHANGELOG.md").read_text("utf-8")
    assert f"format {tables.FORMAT} of the open data" in told.replace("\n  ", " ")
