"""Columns that several tables have: by which rows are told apart, and those that lead elsewhere."""

from collections.abc import Callable
from operator import itemgetter
from typing import Any

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.opendata.table import BASE, OpenColumn, at


def base() -> OpenColumn:
    """Return the column that every table begins with; `table.filled` fills it."""
    told = _("The id of the agreement: the same in every row, so that the files of many unite")
    return OpenColumn(BASE, "text", _("Agreement"), told, lambda row: None, is_required=True)


def holder(name: str, title: str, table: str) -> OpenColumn:
    """Return the column of the record in which what a row holds stands: the row's first."""
    told = _("The record in which it stands")
    return OpenColumn(name, "text", title, told, itemgetter(0), is_required=True, leads_to=table)


def position() -> OpenColumn:
    """Return the column of the place of what a row holds: the row's second."""
    told = _("Its place among those of the record, from 1 on")
    return OpenColumn("position", "integer", _("No."), told, itemgetter(1), is_required=True)


def of_measure() -> tuple[OpenColumn, ...]:
    """Return the columns of rows that are numbered within a measure: its `measure`, `number`."""
    told = _("Its place among those of the measure, from 1 on")
    number = OpenColumn("position", "integer", _("No."), told, at("number"), is_required=True)
    return base(), measure(), number


def measure(path: str = "measure.id") -> OpenColumn:
    """Return the column of the measure that a row is about."""
    return leading(
        "measure", _("Measure"), _("The measure it is about"), at(path), "measures", True
    )


def leading(
    name: str,
    title: str,
    meaning: str,
    read: Callable[[Any], Any],
    table: str = "records",
    is_required: bool = False,
) -> OpenColumn:
    """Return a column that leads to a record: to the table of its kind, else to that of all."""
    return OpenColumn(name, "text", title, meaning, read, is_required, leads_to=table)


def flag(name: str, title: str, meaning: str, read: Callable[[Any], Any]) -> OpenColumn:
    """Return a column that says yes or no, and always one of the two."""
    return OpenColumn(name, "boolean", title, meaning, read, is_required=True)
