"""A table as Parquet, its columns typed: days as DATE, lists as LIST, moments in UTC.

The one room that knows pyarrow, which is imported where a file is made.
"""

import io
from typing import Any

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.opendata.table import COLUMN_TYPES, ColumnType, FilledTable, OpenColumn
from yhdyspinta_cli.vocabulary import closed
from yhdyspinta_cli.wording import extra


def available() -> Any:
    """Return pyarrow, the module. Raises UserError (exit 3) that tells how to get it."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        why = _("Parquet files need the package pyarrow, which is not installed")
        raise extra.missing("data", why) from error
    return pyarrow


def parquet_bytes(filled: FilledTable) -> bytes:
    """Return a table as a Parquet file; what each column means is told in its schema."""
    arrow = available()
    columns = filled.table.columns
    schema = arrow.schema(
        [
            arrow.field(
                column.name,
                _type(arrow, column),
                nullable=not column.is_required,
                metadata={"title": column.title, "description": column.meaning},
            )
            for column in columns
        ],
        metadata={"title": filled.table.title, "description": filled.table.meaning},
    )
    cells = zip(*filled.rows, strict=True) if filled.rows else [()] * len(columns)
    arrays = [
        arrow.array([_value(column, cell) for cell in found], type=schema.field(column.name).type)
        for column, found in zip(columns, cells, strict=True)
    ]
    stream = io.BytesIO()
    table = arrow.Table.from_arrays(arrays, schema=schema)
    arrow.parquet.write_table(table, stream, compression="snappy", version="2.6")
    return stream.getvalue()


def _value(column: OpenColumn, cell: Any) -> Any:
    if cell is None:
        return None
    if column.type == "list":
        return list(cell)
    return list(cell.items()) if column.type in ("map", "counts") else cell


def _type(arrow: Any, column: OpenColumn) -> Any:
    text = arrow.string()
    types: dict[ColumnType, Any] = {
        "text": text,
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "day": arrow.date32(),
        "moment": arrow.timestamp("ms", tz="UTC"),
        "list": arrow.list_(text),
        "map": arrow.map_(text, text),
        "counts": arrow.map_(text, arrow.int64()),
    }
    return closed(COLUMN_TYPES, types)[column.type]
