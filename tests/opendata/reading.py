"""Each form of the open data read back by a program that knows nothing of this one."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

import pyarrow.parquet

from yhdyspinta_cli.opendata.table import Cell, ColumnType, OpenTable

Rows = list[tuple[Cell, ...]]


def of_csv(table: OpenTable, raw: bytes) -> Rows:
    """Read as RFC 4180 has it: UTF-8, commas, an empty cell is nothing."""
    head, *found = csv.reader(io.StringIO(raw.decode(), newline=""), strict=True)
    assert head == list(table.names)
    return _typed(table, [[cell or None for cell in row] for row in found], _TEXTS)


def of_jsonl(table: OpenTable, raw: bytes) -> Rows:
    """Read a JSON object a line."""
    objects = [json.loads(line) for line in raw.decode().split("\n") if line]
    assert all(tuple(one) == table.names for one in objects)
    return _typed(table, [list(one.values()) for one in objects], _PLAIN)


def of_sqlite(table: OpenTable, opened: sqlite3.Connection) -> Rows:
    """Read a table of a database."""
    found = opened.execute(f"SELECT * FROM {table.name}")
    assert [column[0] for column in found.description] == list(table.names)
    return _typed(table, [list(row) for row in found], _PLAIN | {"boolean": bool} | _JSON)


def of_parquet(table: OpenTable, raw: bytes) -> Rows:
    """Read a Parquet file."""
    found = pyarrow.parquet.read_table(io.BytesIO(raw))
    assert found.column_names == list(table.names)
    columns = [column.to_pylist() for column in found.columns]
    kept: dict[ColumnType, Callable[[Any], Any]] = {"list": tuple, "map": dict, "counts": dict}
    return _typed(table, [list(row) for row in zip(*columns, strict=True)], kept)


def _typed(
    table: OpenTable, rows: Sequence[Sequence[Any]], by: Mapping[ColumnType, Callable[[Any], Any]]
) -> Rows:
    return [
        tuple(
            cell if cell is None or column.type not in by else by[column.type](cell)
            for column, cell in zip(table.columns, row, strict=True)
        )
        for row in rows
    ]


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    assert found.tzinfo == UTC
    return found


_JSON: dict[ColumnType, Callable[[Any], Any]] = {
    "list": lambda text: tuple(json.loads(text)),
    "map": json.loads,
    "counts": json.loads,
}
_PLAIN: dict[ColumnType, Callable[[Any], Any]] = {
    "day": date.fromisoformat,
    "moment": _moment,
    "list": tuple,
}
_TEXTS: dict[ColumnType, Callable[[Any], Any]] = {
    **_PLAIN,
    **_JSON,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
}
