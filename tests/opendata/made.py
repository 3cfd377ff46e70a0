"""Open data that is made for a test: the tables of a base, its files, its database."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tests.conftest import LIVED, LIVED_ON, REGION, SHIPPED, TESTS
from yhdyspinta_cli import __version__, store
from yhdyspinta_cli.opendata import ExportAsked, parquet_form, sqlite_form, tables
from yhdyspinta_cli.opendata.files import files
from yhdyspinta_cli.opendata.table import FilledTable
from yhdyspinta_cli.store import Loaded

BASES = {
    "region": (REGION, date(2024, 12, 31)),
    "lived": (LIVED, date(2025, 12, 31)),
    "lived_on": (LIVED_ON, date(2026, 11, 26)),
    "helse": (TESTS / "helse", date(2026, 6, 30)),
    "shipped": (SHIPPED, date(2024, 12, 31)),
}
"""Where each base stands, and a day on which something has happened in it."""


@cache
def asked(name: str, day: date | None = None) -> ExportAsked:
    """Return what the open data of a base is made of, as of a day that is past: its own or this."""
    folder, own = BASES[name]
    loaded = store.load(folder)
    return ExportAsked(loaded.kb, day or own, True, loaded.digest)


def name(base: str, key: str | None) -> str | None:
    """Return the name of a record of a base, None of nothing."""
    return asked(base).kb.name(key) if key else None


@cache
def filled(name: str) -> dict[str, FilledTable]:
    """Return the tables of a base by their names."""
    return {one.table.name: one for one in tables.of(asked(name))}


@cache
def written(name: str) -> dict[str, bytes]:
    """Return the files of a base by their paths."""
    return files(asked(name), "en", "yp test", "base.sqlite", parquet_form.parquet_bytes)


@cache
def database_on(name: str, day: date) -> bytes:
    """Return the database of a base as of a day that is past."""
    found = asked(name, day)
    return sqlite_form.database(found.kb, tables.of(found), tables.FORMAT)


def files_of(loaded: Loaded, day: str, spoken: str) -> dict[str, bytes]:
    """Return the files that the program writes of some data as of a day that is past."""
    asked = ExportAsked(loaded.kb, date.fromisoformat(day), True, loaded.digest)
    name = f"{loaded.kb.agreement.id}.sqlite"
    return files(asked, spoken, f"yp {__version__}", name, parquet_form.parquet_bytes)


def texts(one: FilledTable) -> set[object]:
    """Return everything that stands in the cells of a table, also inside lists and maps."""
    found: set[object] = set()
    for row in one.rows:
        for cell in row:
            if isinstance(cell, tuple):
                found.update(cell)
            elif isinstance(cell, Mapping):
                found.update((*cell, *cell.values()))
            else:
                found.add(cell)
    return found


def write(made: dict[str, bytes], folder: Path) -> None:
    """Write files below a folder."""
    for path, raw in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(raw)


@contextmanager
def database(raw: bytes) -> Iterator[sqlite3.Connection]:
    """Open a database; its rows are told by the names of their columns."""
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(raw)
        opened.row_factory = sqlite3.Row
        yield opened


def rows(opened: sqlite3.Connection, question: str, *values: Any) -> list[dict[str, Any]]:
    """Return the rows of an answer, each by the names of its columns."""
    return [dict(row) for row in opened.execute(question, values)]
