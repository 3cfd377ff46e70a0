"""Prints docs/open-data-columns.md: `python -m tools.open_data_columns`.

A test holds the page against the program, so that no table or column changes unseen.
"""

import sys
from collections.abc import Iterator

from yhdyspinta_cli.opendata import tables
from yhdyspinta_cli.opendata.table import OpenColumn, OpenTable

_HEAD = """\
# The tables and columns of the open data

What `yp export` writes, format {version}: {number} tables, the same in CSV, JSON Lines, SQLite and
Parquet. How they are used: [open-data.md](open-data.md). Written by `make docs` from the program;
`datapackage.json` has the same in the language of the export.

Every table begins with `base`, which is not repeated below. A star marks what is never empty.
`→ measures` leads to the `id` of a row in that table. `number` is the nearest double, `moment` is
in UTC; `list`, `map` and `counts` are JSON in CSV and SQLite.
"""


def page() -> str:
    """Return the page."""
    declared = tables.declared()
    lines = [_HEAD.format(version=tables.FORMAT, number=len(declared))]
    for table in declared:
        lines.extend(_told(table))
    return "\n".join(lines)


def _told(table: OpenTable) -> Iterator[str]:
    yield f"## `{table.name}`"
    yield ""
    yield f"{table.title}. {table.meaning}. Key: {', '.join(f'`{name}`' for name in table.key)}."
    yield ""
    yield "| Column | Type | What it means |"
    yield "|---|---|---|"
    for column in table.columns[1:]:
        star = "\\*" if column.is_required else ""
        leads = f" → {column.leads_to}" if column.leads_to else ""
        yield f"| `{column.name}`{star} | {column.type}{leads} | {_meaning(column)} |"
    yield ""


def _meaning(column: OpenColumn) -> str:
    # A noun inside a noun: what it is said of is in the title alone.
    told = f"{column.title}. {column.meaning}" if ": " in column.title else column.meaning
    words = ", ".join(f"`{word}`" for word in column.words)
    return f"{told}: {words}" if words else told


if __name__ == "__main__":
    sys.stdout.write(page())
