"""Why a name means somebody: the way from the actor a record names to the actor asked about.

A record names an actor; that may be the one asked about, a collective it belongs to, a part of
it, or a body it sits in. Everything that says who answers for what stands on these ways.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from yhdyspinta_cli.model.bodies import Body, Seat
from yhdyspinta_cli.model.fields import Moment
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase, Member

How = Literal["direct", "collective", "part", "seat"]
"""Named itself; through a collective; through a part of it; through a seat in a body."""

Way = tuple[str, ...]
"""Ids from the actor that a record names to the actor it leads to, both included."""

SeatRole = Literal["member", "chair", "convener", "responsible"]


def ways(kb: KnowledgeBase, key: str) -> tuple[Way, ...]:
    """Return a way for every member behind an actor, on to the outermost it is a part of."""
    return tuple(outward(kb, member) for member in kb.members(key))


def outward(kb: KnowledgeBase, member: Member) -> Way:
    """Return the ids from the named actor over the member to the outermost it is a part of."""
    above = (key for key in kb.ancestors(member.actor) if key not in member.way)
    return (*member.way, *above)


def link(kb: KnowledgeBase, named: str, actor: str) -> tuple[How, Way] | None:
    """Return how and by which way naming `named` means `actor`; None where it does not."""
    if named == actor:
        return "direct", (named,)
    for way in ways(kb, named):
        if actor in way:
            how: How = "collective" if kb.is_collective(named) else "part"
            return how, way[: way.index(actor) + 1]
    return None


def seats(body: Body) -> tuple[tuple[SeatRole, Seat], ...]:
    """Return every seat of a body with its role, members last."""
    found: list[tuple[SeatRole, Seat]] = []
    if body.convener is not None:
        found.append(("convener", body.convener))
    if body.chair is not None:
        found.append(("chair", body.chair))
    found.extend(("responsible", seat) for seat in body.responsible)
    found.extend(("member", seat) for seat in body.members)
    return tuple(found)


def holders(seat: Seat) -> tuple[str, ...]:
    """Return the ids of everyone who holds a seat: the actor named, or those who take turns."""
    return (seat.actor,) if seat.actor is not None else seat.order


def sitting(body: Body) -> tuple[str, ...]:
    """Return the ids of everyone who holds a seat of a body, seat by seat."""
    return tuple(holder for _role, seat in seats(body) for holder in holders(seat))


def means(kb: KnowledgeBase, named: str, actor: str) -> bool:
    """True where naming one means the other: itself, a member of it, or a party behind it."""
    return (
        actor == named
        or any(actor == member.actor for member in kb.members(named))
        or any(actor == party.id for party in kb.parties_behind(named))
    )


def seat_ways(kb: KnowledgeBase, body: Body) -> tuple[tuple[SeatRole, Way], ...]:
    """Return the ways from a body over its seats to everyone behind them, the body first."""
    return tuple(
        (role, (body.id, *way))
        for role, seat in seats(body)
        for holder in holders(seat)
        for way in ways(kb, holder)
    )


def seat_link(kb: KnowledgeBase, named: str, actor: str) -> Way | None:
    """Return the way by which naming a body means `actor` through a seat in it, if it does."""
    body = kb.find(Body, named)
    if body is None:
        return None
    for _role, way in seat_ways(kb, body):
        if actor in way[1:]:
            return way[: way.index(actor, 1) + 1]
    return None


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
