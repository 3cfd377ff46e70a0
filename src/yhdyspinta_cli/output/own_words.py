"""The standard words that a knowledge base's own mean, beside them in a table for programs."""

from collections.abc import Callable
from typing import TypeVar

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.own_words import Of
from yhdyspinta_cli.output.layout import Cell, Column

Row = TypeVar("Row")

OF_KIND: dict[str, tuple[Of, str]] = {
    "update": ("states", "state"),
    "event": ("event_kinds", "type"),
    "party": ("party_types", "type"),
    "body": ("body_types", "type"),
}
"""The kinds of record that may have own words: of which set, in which field."""


def column(kb: KnowledgeBase, of: Of, read: Callable[[Row], Cell]) -> tuple[Column[Row], ...]:
    """Return the column of the standard words of a set; none where it has no own words."""
    if not kb.agreement.own_words.of(of):
        return ()
    return (Column("means", _("Standard word"), read),)
