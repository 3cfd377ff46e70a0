"""The columns by which rows are told apart: the base, the record they stand in, their number."""

from operator import itemgetter

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.opendata.table import BASE, OpenColumn


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
