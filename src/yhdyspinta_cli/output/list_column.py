"""What a column of a list is: its name, its title, and how a record fills it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import phrases, titles
from yhdyspinta_cli.output.layout import Cell, YearCell
from yhdyspinta_cli.wording import days
from yhdyspinta_cli.wording.values import value_words

_Read = Callable[[KnowledgeBase, Any], Cell]
_ReadOnDay = Callable[[KnowledgeBase, Any, date], Cell]


@frozen
class Filled:
    """A column of a list: its name for programs, its title, and how a record fills it.

    `on_day` fills it where that is another thing on another day.
    """

    key: str
    title: str
    read: _Read = lambda kb, record: None
    seldom: bool = False
    """True for what few lists have: a reader is shown the column only where something is in it."""
    on_day: _ReadOnDay | None = None

    def on(self, kb: KnowledgeBase, day: date) -> Callable[[Record], Cell]:
        """Return how a record fills the column on a day."""
        if self.on_day is None:
            return partial(self.read, kb)
        return partial(_on, self.on_day, kb, day)


def _on(read: _ReadOnDay, kb: KnowledgeBase, day: date, record: Record) -> Cell:
    return read(kb, record, day)


def field(title: str, name: str) -> Filled:
    """Return the column of one field, in words."""

    def read(kb: KnowledgeBase, record: Record) -> Cell:
        value = getattr(record, name)
        if value is None or (isinstance(value, bool) and name != "value"):
            return _("yes") if value else None
        if name == "value":
            return value if _is_number(value) else value_words(value)
        if name == "year":
            return YearCell(value)
        if isinstance(value, int | date):
            return value
        if isinstance(value, Moment):
            return days.moment_cell(value)
        if isinstance(value, str) and value in kb.entries and name != "name":
            return phrases.field(kb, record, name).removesuffix(f" ({value})")
        return phrases.field(kb, record, name)

    return Filled(name, title, read)


def _is_number(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def names(title: str, name: str) -> Filled:
    """Return the column of a field with several references: their names."""
    return Filled(name, title, lambda kb, record: titles.names(kb, getattr(record, name)))


def many(title: str, name: str) -> Filled:
    """Return the column that counts what a field holds."""
    return Filled(name, title, lambda kb, record: len(getattr(record, name)) or None)


def shown(title: str) -> Filled:
    """Return the column of the name for a reader."""
    return Filled("name", title, lambda kb, record: record.name_shown)
