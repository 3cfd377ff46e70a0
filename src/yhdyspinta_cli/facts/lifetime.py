"""When a record is there: begun, ended, followed by whom; itself or with what it is a part of."""

from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.model.fields import Moment
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Ending:
    """An actor that has ended: which one (itself or what it is a part of), when, who came after."""

    actor: str
    day: date
    successor: str | None


def ending(kb: KnowledgeBase, key: str, day: date) -> Ending | None:
    """Return how an actor has ended before `day`, itself or with what it is a part of."""
    for candidate in (key, *kb.ancestors(key)):
        entry = kb.entries.get(candidate)
        ended = getattr(entry.record, "ended", None) if entry else None
        if isinstance(ended, date) and ended < day:
            return Ending(
                candidate, ended, getattr(entry.record, "successor", None) if entry else None
            )
    return None


@dataclass(frozen=True, slots=True)
class Beginning:
    """An actor that has not yet begun: which one (itself or what it is a part of), and when.

    `when` is as the data have it: a day, for a body also a month or a year.
    """

    actor: str
    when: date | Moment

    @property
    def first(self) -> date:
        """The first day on which it can have begun."""
        return _first(self.when)


def _first(when: date | Moment) -> date:
    return when.first if isinstance(when, Moment) else when


def beginning(kb: KnowledgeBase, key: str, day: date) -> Beginning | None:
    """Return how an actor begins only after `day`, itself or with what it is a part of."""
    later: list[Beginning] = []
    for candidate in (key, *kb.ancestors(key)):
        entry = kb.entries.get(candidate)
        record = entry.record if entry else None
        started = getattr(record, "started", None) or getattr(record, "start", None)
        if isinstance(started, date | Moment) and _first(started) > day:
            later.append(Beginning(candidate, started))
    return max(later, key=lambda found: found.first, default=None)


def holds(kb: KnowledgeBase, key: str, day: date) -> bool:
    """True on the days of an actor: it has begun and not ended, as far as the data say."""
    return ending(kb, key, day) is None and beginning(kb, key, day) is None


def latest_successor(kb: KnowledgeBase, key: str) -> str:
    """Return who has come after an actor in the end, itself where nobody has."""
    met = [key]
    while True:
        entry = kb.entries.get(met[-1])
        after = getattr(entry.record, "successor", None) if entry else None
        if not isinstance(after, str) or after in met:
            return met[-1]
        met.append(after)
