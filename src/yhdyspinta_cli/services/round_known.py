"""An answer of a round beside what the data has of its row: said anew, beside, or after it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from yhdyspinta_cli.language import listing
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Counterpart
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.output.round_sheet import ToldBefore
from yhdyspinta_cli.services.round_answers import RowAnswer
from yhdyspinta_cli.services.round_reading import CellFault


def after(kb: KnowledgeBase, told: tuple[ToldBefore, ...], recorded: datetime) -> datetime:
    """Return a moment after all that the data has: of one day's words the last recorded holds."""
    # A counterpart does not tell when it was recorded.
    moments: list[datetime | None] = [
        getattr(kb.entries[one.id].record, "recorded", None) for one in told
    ]
    return max((recorded, *(one + timedelta(seconds=1) for one in moments if one is not None)))


def is_told(kb: KnowledgeBase, answer: RowAnswer, told: tuple[ToldBefore, ...]) -> bool:
    """True where a row only says anew what is there: who is named, or what was held on that day.

    Each party tells of a meeting that they held together; it was held once.
    """
    record = answer.record
    if isinstance(record, Event):
        events = (kb.find(Event, one.id) for one in told)
        return any(one is not None and one.on == record.on for one in events)
    if not isinstance(record, Counterpart):
        return False
    is_since = "start" in answer.row.cells
    return any(
        (one.actor, one.role) == (record.actor, record.role)
        and (not is_since or one.start == record.start)
        for one in _counterparts(kb, told)
    )


def _counterparts(kb: KnowledgeBase, told: tuple[ToldBefore, ...]) -> Iterator[Counterpart]:
    found = (kb.find(Counterpart, one.id) for one in told)
    return (one for one in found if one is not None)


def beside(
    kb: KnowledgeBase, answer: RowAnswer, told: tuple[ToldBefore, ...]
) -> Iterator[CellFault]:
    """Yield a warning where a counterpart comes beside one that has no last day yet."""
    others = [one for one in _counterparts(kb, told) if one.end is None]
    if isinstance(answer.record, Counterpart) and others:
        names = listing(kb.name(one.actor) or one.role or "" for one in others)
        yield CellFault(
            answer.row.place,
            _("named there until its 'end' is recorded: {names}").format(names=names),
        )
