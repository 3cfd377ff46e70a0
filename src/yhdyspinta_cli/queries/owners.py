"""Who answers for a measure, and by which way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.bodies import Body, Seat
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase, Member
from yhdyspinta_cli.model.measures import Measure, Responsibility
from yhdyspinta_cli.queries import links, status


@dataclass(frozen=True, slots=True)
class Owner:
    """One responsible actor of a measure and everyone behind it.

    `parties` are the parties that answer, each with the ids on the way from the actor to it
    (the actor first, the party last); `members` is what a collective expands to; `ways` leads
    from the actor over each member to the outermost it is a part of. A body answers itself:
    who sits in it is in `seats`, to
    everyone behind those lead `seat_ways`, the parties among them are `seated`; `parts` are the
    ids of the bodies that are parts of it.
    """

    responsibility: Responsibility
    name: str
    kind: str
    is_collective: bool
    is_vague: bool
    members: tuple[Member, ...]
    parties: tuple[tuple[Party, links.Way], ...]
    ways: tuple[links.Way, ...]
    seats: tuple[tuple[links.SeatRole, Seat], ...]
    seat_ways: tuple[tuple[links.SeatRole, links.Way], ...]
    seated: tuple[Party, ...]
    parts: tuple[str, ...]
    ending: links.Ending | None
    beginning: links.Beginning | None


@dataclass(frozen=True, slots=True)
class Age:
    """Since when something is so, counted to the day asked about.

    `stated` is False where the data say no day and the agreement's first day is taken. `days`
    is 0 where the day asked about comes before it.
    """

    since: date
    days: int
    stated: bool


@dataclass(frozen=True, slots=True)
class Owners:
    """The whole answer: the measure, its responsible actors, its state on the day.

    Where nobody is named, `age` tells since when, and `decides` who can decide it (None: not
    stated).
    """

    measure: Measure
    owners: tuple[Owner, ...]
    standing: status.Standing
    day: date
    age: Age | None = None
    decides: str | None = None


def owners(kb: KnowledgeBase, measure: Measure, day: date) -> Owners:
    """Return who answers for `measure` as of `day`; empty where nobody is named."""
    nobody = not measure.responsible
    return Owners(
        measure,
        tuple(_owner(kb, responsibility, day) for responsibility in measure.responsible),
        status.standing(kb, measure, day),
        day,
        age(kb, measure.nobody.since if measure.nobody else None, day) if nobody else None,
        decides(kb, measure) if nobody else None,
    )


def _owner(kb: KnowledgeBase, responsibility: Responsibility, day: date) -> Owner:
    key = responsibility.actor
    entry = kb.entries.get(key)
    record = entry.record if entry else None
    ways = links.ways(kb, key)
    body = record if isinstance(record, Body) else None
    seat_ways = links.seat_ways(kb, body) if body else ()
    return Owner(
        responsibility,
        kb.name(key),
        record.kind if record else "unread",
        kb.is_collective(key),
        kb.is_vague(key),
        kb.members(key),
        _parties(kb, ways),
        ways,
        links.seats(body) if body else (),
        seat_ways,
        tuple(party for party, _way in _parties(kb, (way for _role, way in seat_ways))),
        tuple(part.id for part in kb.bodies if body and part.part_of == key),
        links.ending(kb, key, day),
        links.beginning(kb, key, day),
    )


def _parties(kb: KnowledgeBase, ways: Iterable[links.Way]) -> tuple[tuple[Party, links.Way], ...]:
    """Return the parties on these ways, each once, with the way that leads to it first."""
    parties: dict[str, tuple[Party, links.Way]] = {}
    for way in ways:
        party = party_on(kb, way)
        if party is not None:
            parties.setdefault(party.id, (party, way[: way.index(party.id) + 1]))
    return tuple(parties.values())


def party_on(kb: KnowledgeBase, way: links.Way) -> Party | None:
    """Return the first party on a way; None where it leads to nobody among the parties."""
    return next((party for key in way if (party := kb.find(Party, key)) is not None), None)


def age(kb: KnowledgeBase, stated: date | None, day: date) -> Age:
    """Return since when something is so: the day stated, else the agreement's first day."""
    since = stated or kb.agreement.validity.start
    return Age(since, max(0, (day - since).days), stated is not None)


def decides(kb: KnowledgeBase, measure: Measure) -> str | None:
    """Return the id of who can decide on a measure: named for it, else for its interface."""
    if measure.nobody is not None and measure.nobody.decides is not None:
        return measure.nobody.decides
    return decides_on(kb, measure.interface)


def decides_on(kb: KnowledgeBase, interface: str | None) -> str | None:
    """Return the id of the body that can decide on an interface, None where none is stated."""
    found = kb.find(Interface, interface)
    return found.decides if found else None
