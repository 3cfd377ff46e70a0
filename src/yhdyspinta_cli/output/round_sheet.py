"""A sheet to fill: rows that show what is asked, and cells in which it is answered."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.output.layout import Cell

FillKind = Literal["choice", "day", "text", "number"]
"""What may stand in a cell to fill; a choice is made from a list."""

SheetKey = Literal["measures", "indicators", "duties", "counterparts", "words"]

UNCHANGED = "unchanged"
"""The row in which a party says that the rest is as before."""


@frozen
class Fill:
    """A cell to fill: what may stand in it, and what is chosen from where that is a list."""

    kind: FillKind
    options: tuple[str, ...] = ()


@frozen
class ToldBefore:
    """What the party had told already when it was asked: a record's id, and its words."""

    id: str
    words: str


@frozen
class AskedRow:
    """A row: what it is about (`key`), what is shown, the cells to fill in their order.

    `told` is what the party itself had told of it, on which an answer builds; `about` are the ids
    that an answer needs beside the key.
    """

    key: str
    shown: tuple[Cell, ...]
    fills: tuple[Fill, ...]
    told: tuple[ToldBefore, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)


@frozen
class AskedSheet:
    """A sheet: its name, how to fill it, the columns shown, and those to fill by their fields."""

    key: SheetKey
    name: str
    about: str
    columns: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    rows: tuple[AskedRow, ...]
