"""All tables as one SQLite database: keys, references, views, and a search of every text.

The same rows give the same bytes: nothing in the file tells when or where it was made.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date
from typing import Any

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.facts import reader, translated
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import telling
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.translations import Translations
from yhdyspinta_cli.opendata import views
from yhdyspinta_cli.opendata.table import (
    COLUMN_TYPES,
    ColumnType,
    FilledTable,
    OpenColumn,
    OpenTable,
)
from yhdyspinta_cli.opendata.text_forms import json_text, moment_text
from yhdyspinta_cli.vocabulary import closed

APPLICATION = 0x79706F64
"""What marks a database as one of this form (``ypod``), in the header of the file."""

_PAGE = 1024
"""Most tables are small, and each begins a page of its own."""

_MADE_BY, _MADE_BY_AT = 3_034_000, 96
"""The first version of SQLite that reads all of it, and where the header has the version of the
one that wrote it: the same bytes, whichever that was."""

_DECLARED: Mapping[ColumnType, str] = closed(
    COLUMN_TYPES,
    {
        "text": "TEXT",
        "integer": "INTEGER",
        "number": "REAL",
        "boolean": "INTEGER",
        "day": "TEXT",
        "moment": "TEXT",
        "list": "TEXT",
        "map": "TEXT",
        "counts": "TEXT",
    },
)

_VALUES: Mapping[ColumnType, Callable[[Any], Any]] = closed(
    COLUMN_TYPES,
    {
        "text": str,
        "integer": int,
        "number": float,
        "boolean": int,
        "day": date.isoformat,
        "moment": moment_text,
        "list": json_text,
        "map": json_text,
        "counts": json_text,
    },
)


def database(kb: KnowledgeBase, tables: Sequence[FilledTable], version: int) -> bytes:
    """Return the database of these tables; `version` is that of the tables and columns.

    Raises UserError (exit 3) where SQLite is built without its search of texts.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as made:
        made.execute(f"PRAGMA page_size = {_PAGE}")
        made.execute("PRAGMA encoding = 'UTF-8'")
        made.execute(f"PRAGMA application_id = {APPLICATION}")
        made.execute(f"PRAGMA user_version = {version}")
        made.execute("BEGIN")
        for filled in tables:
            made.execute(_statement(filled.table))
            made.executemany(_insertion(filled.table), _rows(filled))
        for index in _indices(tables):
            made.execute(index)
        for view in views.STATEMENTS:
            made.execute(view)
        _add_search(made, kb)
        made.execute("COMMIT")
        made.execute("VACUUM")
        raw = made.serialize()
    return raw[:_MADE_BY_AT] + _MADE_BY.to_bytes(4, "big") + raw[_MADE_BY_AT + 4 :]


def _statement(table: OpenTable) -> str:
    """Return the statement that makes a table; what each column means stands beside it."""
    lines = [(_declared(column), column.meaning) for column in table.columns]
    lines.append((f"PRIMARY KEY ({', '.join(table.key)})", ""))
    lines += [
        (f"FOREIGN KEY ({column.name}) REFERENCES {column.leads_to} (id)", "")
        for column in table.columns
        if column.leads_to is not None
    ]
    last = len(lines) - 1
    body = "\n".join(
        f"  {words}{'' if number == last else ','}" + (f" -- {_comment(told)}" if told else "")
        for number, (words, told) in enumerate(lines)
    )
    return f"CREATE TABLE {table.name} ( -- {_comment(table.meaning)}\n{body}\n)"


def _declared(column: OpenColumn) -> str:
    words = f"{column.name} {_DECLARED[column.type]}"
    if column.is_required:
        words += " NOT NULL"
    if column.type == "boolean":
        words += f" CHECK ({column.name} IN (0, 1))"
    if column.words:
        known = ", ".join(f"'{word}'" for word in column.words)
        words += f" CHECK ({column.name} IN ({known}))"
    return words


def _comment(told: str) -> str:
    return " ".join(told.split())


def _insertion(table: OpenTable) -> str:
    marks = ", ".join("?" for _column in table.columns)
    return f"INSERT INTO {table.name} VALUES ({marks})"  # noqa: S608 — names of ours alone


def _rows(filled: FilledTable) -> Iterator[tuple[Any, ...]]:
    values = tuple(_VALUES[column.type] for column in filled.table.columns)
    for row in filled.rows:
        yield tuple(
            None if cell is None else value(cell) for value, cell in zip(values, row, strict=True)
        )


def _indices(tables: Sequence[FilledTable]) -> Iterator[str]:
    """Yield an index for each column that leads to a table, but for the first of a key."""
    for filled in tables:
        table = filled.table
        for column in table.columns:
            if column.leads_to is not None and column.name != table.key[0]:
                yield f"CREATE INDEX {table.name}_by_{column.name} ON {table.name} ({column.name})"


def _add_search(made: sqlite3.Connection, kb: KnowledgeBase) -> None:
    """Add the names and texts of every record, to be searched by any three letters in a row."""
    if made.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone() is None:
        raise UserError(_("the SQLite of this Python has no search of texts (FTS5)"), exit_code=3)
    made.execute(
        "CREATE VIRTUAL TABLE search USING fts5("
        "record UNINDEXED, kind UNINDEXED, language UNINDEXED, name, texts, tokenize = 'trigram')"
    )
    made.executemany("INSERT INTO search VALUES (?, ?, ?, ?, ?)", _searched(kb))
    made.execute("INSERT INTO search(search) VALUES ('optimize')")


def _searched(kb: KnowledgeBase) -> Iterator[tuple[str, str, str, str | None, str]]:
    """Yield the rows of the search: a record in its own language, and in each it is told in.

    A report has no name but its id, and nobody looks for that.
    """
    records = [entry.record for entry in kb.entries.values()]
    for record in records:
        if not isinstance(record, Translations):
            name = record.name_shown if record.name_shown != record.id else None
            found = (text for _route, text in telling.texts(record))
            yield _row(record, kb.agreement.language, name, found)
    for code in translated.languages(kb):
        told = reader.in_language(kb, code)
        for key, fields in translated.current(kb, code).items():
            record = told.entries[key].record
            is_named = record.name_shown in fields.values()
            yield _row(record, code, record.name_shown if is_named else None, fields.values())


def _row(
    record: Record, code: str, name: str | None, texts: Iterable[str]
) -> tuple[str, str, str, str | None, str]:
    others = dict.fromkeys(text for text in texts if text != name)
    return record.id, record.kind, code, name, "\n".join(others)
