"""Until which day anything was heard of a measure: told of it, of a party on it, or measured."""

from bisect import bisect_right
from datetime import date

from yhdyspinta_cli.facts import corrections, index, lifetime, memo, voices
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.status import Update, Value


def last(kb: KnowledgeBase, measure: Measure, day: date) -> date | None:
    """Return the last day by `day` of which an update or a value on a measure tells.

    None where none is recorded, but for those of a party that was not there on their day. That one
    of whom a measure is not the business spoke of it is something recorded, too.
    """
    recorded = _recorded(kb, measure)
    known = recorded[: bisect_right(recorded, day, key=_last_day)]
    held = (one for one in reversed(known) if corrections.holds(kb, one, day))
    return next((one.on.last for one in held if _was_there(kb, one)), None)


@memo.once
def _recorded(kb: KnowledgeBase, measure: Measure) -> tuple[Update | Value, ...]:
    """Return what is told of a measure or its indicators, by its last day, the first first."""
    values = (v for i in measure.indicators for v in index.values(kb, i.id) if not v.void)
    told: tuple[Update | Value, ...] = (*voices.counted(kb, measure.id), *values)
    return tuple(sorted(told, key=_last_day))


def _last_day(record: Update | Value) -> date:
    return record.on.last


def _was_there(kb: KnowledgeBase, record: Update | Value) -> bool:
    """True unless a report or a value is of a party that was none on its day."""
    return record.party is None or lifetime.holds(kb, record.party, record.on.last)
