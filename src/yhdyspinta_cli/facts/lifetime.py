"""When a record is there: begun, ended, followed by whom; itself or with what it is a part of."""

from bisect import bisect_right
from datetime import date, timedelta
from typing import Literal

from yhdyspinta_cli.facts import agreement, memo
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Actor
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.obligations import Obligation
from yhdyspinta_cli.model.record import Record


@frozen
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
        "ended": ("end",) if isinstance(record, Measure | Obligation) else ("ended",),
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


@frozen
class _Life:
    """When an actor itself began and ended, as far as the data say."""

    record: Record
    start: date | Moment | None
    end: date | None


@memo.once
def _lives(kb: KnowledgeBase, key: str) -> tuple[_Life, ...]:
    """Return when an actor and what it is a part of began and ended, the nearest first.

    Only of those of whom the data say either: of most actors they say nothing.
    """
    records = (entry.record for one in (key, *kb.ancestors(key)) if (entry := kb.entries.get(one)))
    lives = (_Life(record, own_start(record), own_end(record)) for record in records)
    return tuple(life for life in lives if life.start is not None or life.end is not None)


@memo.once
def turning_days(kb: KnowledgeBase) -> tuple[date, ...]:
    """Return, in order, each day on which an actor or a membership begins or has just ended."""
    days: set[date] = set()
    for record in kb.all_actors:
        start, end = own_start(record), own_end(record)
        memberships = record.members if isinstance(record, Actor) else ()
        starts = (_first(start) if start else None, *(one.start for one in memberships))
        ends = (end, *(one.end for one in memberships))
        days.update(day for day in starts if day is not None)
        days.update(day + timedelta(days=1) for day in ends if day is not None)
    return tuple(sorted(days))


def unchanged_since(kb: KnowledgeBase, day: date) -> date:
    """Return the first of the days on which all actors and memberships are as they are on `day`.

    What depends on them alone need be worked out for these few days only, not for every day.
    """
    turning = turning_days(kb)
    place = bisect_right(turning, day)
    return turning[place - 1] if place else date.min


def ending(kb: KnowledgeBase, key: str, day: date) -> Ending | None:
    """Return how an actor has ended before `day`, itself or with what it is a part of."""
    for life in _lives(kb, key):
        if life.end is not None and life.end < day:
            if has_left(life.record):
                return Ending(life.record.id, life.end, None, "left")
            return Ending(life.record.id, life.end, getattr(life.record, "successor", None))
    return None


def last_there(kb: KnowledgeBase, key: str, day: date) -> date:
    """Return the last day by `day` on which an actor had not ended: its own, else `day`."""
    found = ending(kb, key, day)
    return found.day if found is not None else day


@frozen
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
    later = (
        Beginning(life.record.id, life.start)
        for life in _lives(kb, key)
        if life.start is not None and _first(life.start) > day
    )
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
    return None if found is None or found.actor in _followed(kb) else found


@memo.once
def _followed(kb: KnowledgeBase) -> frozenset[str]:
    """Return the ids of everyone who comes after another."""
    after = (getattr(record, "successor", None) for record in kb.all_actors)
    return frozenset(key for key in after if isinstance(key, str))


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
