"""Columns of how something stands, and of the reports on which that rests."""

from collections.abc import Callable
from typing import Any

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.opendata import keys
from yhdyspinta_cli.opendata.table import OpenColumn, at
from yhdyspinta_cli.vocabulary import SITUATIONS, STATES


def situation(read: Any) -> tuple[OpenColumn, ...]:
    """Return the columns of how something stands; `read` gives what stands so in a row."""
    why = _("The state, or why there is none")
    state = _("The state; empty where there is no information, or speakers disagree")
    own = _("The region's own word for it, where it uses one")
    return (
        OpenColumn(
            "situation",
            "text",
            _("Situation"),
            why,
            lambda row: read(row).situation,
            is_required=True,
            words=SITUATIONS,
        ),
        OpenColumn("state", "text", _("State"), state, lambda row: _state(read(row)), words=STATES),
        OpenColumn("own_word", "text", _("Own word"), own, lambda row: read(row).word),
    )


def _state(found: Any) -> str | None:
    return found.situation if found.situation in STATES else None


def told(read: Any) -> tuple[OpenColumn, ...]:
    """Return the columns of the words that a state rests on; `read` gives them for a row."""

    def of_last(path: str) -> Callable[[Any], Any]:
        found = at(path, -1)
        return lambda row: found(words) if (words := read(row)) else None

    update = _("The report on which it rests, the last of several; its evidence is in evidence")
    by, on = _("Who told it"), _("The day, month or year that the report speaks of")
    day = _("The day from which on the report counts")
    every = _("All reports on which it rests: several where speakers agree or disagree")
    return (
        keys.leading("last_update", _("Report"), update, of_last("id"), "updates"),
        keys.leading("told_by", _("Told by"), by, of_last("by")),
        OpenColumn("told_on_written", "text", _("Told on"), on, of_last("on.written")),
        OpenColumn("told_on_last", "day", _("Told on, last day"), day, of_last("on.last")),
        OpenColumn(
            "updates", "list", _("Reports"), every, lambda row: tuple(one.id for one in read(row))
        ),
    )
