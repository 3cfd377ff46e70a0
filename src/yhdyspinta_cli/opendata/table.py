"""What a table of the open data is: its columns, what each means, how a row fills it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Any, Literal, get_args

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.store.source import Revision
from yhdyspinta_cli.wording.words import word

Cell = (
    str
    | int
    | float
    | bool
    | date
    | datetime
    | tuple[str, ...]
    | Mapping[str, str]
    | Mapping[str, int]
    | None
)

ColumnType = Literal[
    "text", "integer", "number", "boolean", "day", "moment", "list", "map", "counts"
]
"""What stands in a column: `number` is the nearest double, `moment` is in UTC, `list` has texts,
`map` texts under keys, `counts` whole numbers under keys."""

COLUMN_TYPES: tuple[ColumnType, ...] = get_args(ColumnType)

BASE = "base"
"""The column that every table begins with: the id of the agreement, so that files of many unite."""


@frozen
class ExportAsked:
    """What the open data is made of: the data, the day that answers speak of, where it is from.

    `over` tells that the day is past, `digest` what the data was read from, `revision` the commit
    that was asked for.
    """

    kb: KnowledgeBase
    day: date
    over: bool
    digest: str
    revision: Revision | None = None


@frozen
class OpenColumn:
    """A column: its name, for ever the same, what it is called and means, how a row fills it.

    `words` are those of a closed set, the only ones that may stand there; `said` gives each of them
    as people say it, in the language spoken now. `leads_to` is the table in whose `id` its value
    stands.
    """

    name: str
    type: ColumnType
    title: str
    meaning: str
    read: Callable[[Any], Any]
    is_required: bool = False
    words: tuple[str, ...] = ()
    leads_to: str | None = None
    said: Callable[[Any], str] = word


def at(path: str, place: int | None = None) -> Callable[[Any], Any]:
    """Return what reads an attribute of a row (``period.key``), or of what stands in its `place`.

    Nothing on the way is nothing at its end.
    """
    steps = path.split(".")

    def read(row: Any) -> Any:
        found = row if place is None else row[place]
        for step in steps:
            if found is None:
                return None
            found = getattr(found, step)
        return found

    return read


@frozen
class OpenTable:
    """A table: its name, for ever the same, what it holds, and what fills a row each.

    `key` names the columns that tell its rows apart.
    """

    name: str
    title: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[OpenColumn, ...]
    rows: Callable[[ExportAsked], Iterable[Any]]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)


@frozen
class FilledTable:
    """A table with its cells, a row each; a text is never empty."""

    table: OpenTable
    rows: tuple[tuple[Cell, ...], ...]


def filled(table: OpenTable, asked: ExportAsked) -> FilledTable:
    """Return a table with its rows, in the order of the data."""
    reads = tuple(column.read for column in table.columns[1:])
    base = asked.kb.agreement.id
    return FilledTable(
        table,
        tuple((base, *(_cell(read(row)) for read in reads)) for row in table.rows(asked)),
    )


def _cell(value: Any) -> Cell:
    """Return a value as a cell: what is empty is nothing, in each format the same."""
    found: Cell = None if isinstance(value, str | tuple | Mapping) and not value else value
    return found
