"""When a record is there: begun, ended, followed by whom; itself or with what it is a part of."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from yhdyspinta_cli.facts import agreement
from yhdyspinta_cli.model.fields import Moment
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record


@dataclass(frozen=True, slots=True)
class Ending:
    """An actor that has ended: which one (itself or what it is a part of), when, who came after.

    `how` tells whether it ended or, being a party, left the agreement and goes on without it.
    """

    actor: str
    day: date
    successor: str | None
    how: Literal["ended", "left"] = "ended"


Turn = Literal["began", "joined", "ended", "left"]


def turns(record: Record) -> tuple[tuple[Turn, date | Moment], ...]:
    """Return when a record itself began and ended, and a party joined and left the agreement.

    As the data have it: a day, of the beginning of a body or a project also a month or a year.
    """
    names: dict[Turn, tuple[str, ...]] = {
        "began": ("started", "start"),
        "joined": ("joined",),
        "ended": ("end",) if isinstance(record, Measure) else ("ended",),
        "left": ("left",),
    }
    found = ((turn, getattr(record, name, None)) for turn, keys in names.items() for name in keys)
    return tuple((turn, when) for turn, when in found if isinstance(when, date | Moment))


def own_end(record: Record) -> date | None:
    """Return the last day of a record itself, as far as the data say: it ended, or it left."""
    days = (when for turn, when in turns(record) if turn in ("ended", "left"))
    return min((day for day in days if isinstance(day, date)), default=None)


def has_left(record: Record) -> bool:
    """True for a party that left the agreement while it went on as an organisation."""
    return getattr(record, "left", None) is not None and own_end(record) != getattr(
        record, "ended", None
    )


def own_start(record: Record) -> date | Moment | None:
    """Return when a record itself began: a day, of a body or a project also a month or a year."""
    found = (when for turn, when in turns(record) if turn in ("began", "joined"))
    return max(found, key=_first, default=None)


def came(kb: KnowledgeBase, record: Record) -> date | None:
    """Return the first day of who came after the agreement began, None for who was there then."""
    start = own_start(record)
    return _first(start) if start and _first(start) > agreement.first_day(kb) else None


def ending(kb: KnowledgeBase, key: str, day: date) -> Ending | None:
    """Return how an actor has ended before `day`, itself or with what it is a part of."""
    for candidate in (key, *kb.ancestors(key)):
        entry = kb.entries.get(candidate)
        ended = own_end(entry.record) if entry else None
        if entry is not None and ended is not None and ended < day:
            if has_left(entry.record):
                return Ending(candidate, ended, None, "left")
            return Ending(candidate, ended, getattr(entry.record, "successor", None))
    return None


def last_there(kb: KnowledgeBase, key: str, day: date) -> date:
    """Return the last day by `day` on which an actor had not ended: its own, else `day`."""
    found = ending(kb, key, day)
    return found.day if found is not None else day


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
        started = own_start(entry.record) if entry else None
        if started is not None and _first(started) > day:
            later.append(Beginning(candidate, started))
    return max(later, key=lambda found: found.first, default=None)


def exists(kb: KnowledgeBase, key: str, day: date) -> bool:
    """True unless an actor, or what it is a part of, was started only after `day`.

    Whether it had joined the agreement by then is not asked.
    """
    for candidate in (key, *kb.ancestors(key)):
        entry = kb.entries.get(candidate)
        for turn, when in turns(entry.record) if entry else ():
            if turn == "began" and _first(when) > day:
                return False
    return True


def newcomer(kb: KnowledgeBase, key: str, day: date) -> Beginning | None:
    """Return how an actor begins only after `day` and comes after nobody, else None.

    Who follows another takes on what that one left; who joins an agreement leaves the past alone.
    """
    found = beginning(kb, key, day)
    if found is None:
        return None
    followed = {getattr(entry.record, "successor", None) for entry in kb.entries.values()}
    return None if found.actor in followed else found


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


def successor(kb: KnowledgeBase, key: str, day: date) -> str | None:
    """Return who has come after an actor that has ended by `day`, and is there on it; else None."""
    met = [key]
    while ending(kb, met[-1], day) is not None:
        found = ending(kb, met[-1], day)
        after = found.successor if found else None
        if after is None or after in met or after not in kb.entries:
            return None
        met.append(after)
    return met[-1] if len(met) > 1 and beginning(kb, met[-1], day) is None else None
