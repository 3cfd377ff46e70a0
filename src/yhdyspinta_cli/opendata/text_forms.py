"""A table as CSV (RFC 4180) and as JSON Lines: every text exactly as it is.

Nothing is put before a text that a spreadsheet would take for a formula: these files are for
programs. Who opens a table in Excel takes the workbook or the CSV of a question.
"""

import csv
import io
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from yhdyspinta_cli.opendata.table import COLUMN_TYPES, Cell, ColumnType, FilledTable
from yhdyspinta_cli.vocabulary import closed


def csv_bytes(filled: FilledTable) -> bytes:
    """Return a table as CSV: UTF-8, commas, line ends CRLF, what is unknown is empty."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(filled.table.names)
    texts = tuple(_TEXTS[column.type] for column in filled.table.columns)
    for row in filled.rows:
        writer.writerow(
            ["" if cell is None else text(cell) for text, cell in zip(texts, row, strict=True)]
        )
    return stream.getvalue().encode()


def jsonl_bytes(filled: FilledTable) -> bytes:
    """Return a table as JSON Lines: an object a line, each column in each of them."""
    names = filled.table.names
    lines = (
        _dumps({name: json_value(cell) for name, cell in zip(names, row, strict=True)})
        for row in filled.rows
    )
    return "".join(f"{line}\n" for line in lines).encode()


def json_value(cell: Cell) -> Any:
    """Return a cell as JSON has it: days and moments as texts."""
    if isinstance(cell, datetime):
        return moment_text(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return list(cell) if isinstance(cell, tuple) else cell


def json_text(cell: Any) -> str:
    """Return a list or a map as the JSON that stands in a cell of text."""
    return _dumps(list(cell) if isinstance(cell, tuple) else cell)


def moment_text(cell: datetime) -> str:
    """Return a moment in UTC: ``2024-05-14T07:22:33Z``."""
    return cell.strftime("%Y-%m-%dT%H:%M:%SZ")


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


_TEXTS: Mapping[ColumnType, Callable[[Any], str]] = closed(
    COLUMN_TYPES,
    {
        "text": str,
        "integer": str,
        "number": repr,
        "boolean": lambda cell: "true" if cell else "false",
        "day": lambda cell: cell.isoformat(),
        "moment": moment_text,
        "list": json_text,
        "map": json_text,
        "counts": json_text,
    },
)
