"""Who answers for a measure, and by which way."""

from collections.abc import Iterable
from datetime import date

from yhdyspinta_cli import vocabulary
from yhdyspinta_cli.facts import behind, lifetime, measures, naming, standings, trails
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.bodies import Body, Seat
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.members import Member


@frozen
class Owner:
    """One responsible actor of a measure and everyone behind it.

    `parties` are the parties that answer, each with the ids on the way from the actor to it
    (the actor first, the party last); `members` is what a collective expands to; `ways` leads
    from the actor over each member to the outermost it is a part of. A body answers itself:
    who sits in it is in `seats`, to
    everyone behind those lead `seat_ways`, the parties among them are `seated`; `parts` are the
    ids of the bodies that are parts of it; `gone` the members of a collective that are not there.
    """

    named: naming.Named
    name: str
    kind: str
    is_collective: bool
    is_vague: bool
    members: tuple[Member, ...]
    parties: tuple[tuple[Party, trails.Trail], ...]
    ways: tuple[trails.Trail, ...]
    seats: tuple[tuple[vocabulary.SeatRole, Seat], ...]
    seat_ways: tuple[tuple[vocabulary.SeatRole, trails.Trail], ...]
    seated: tuple[Party, ...]
    parts: tuple[str, ...]
    gone: tuple[tuple[Member, lifetime.Ending | None, lifetime.Beginning | None], ...]
    ending: lifetime.Ending | None
    beginning: lifetime.Beginning | None


@frozen
class Owners:
    """The whole answer: the measure, its responsible actors, its state on the day.

    Where nobody is named, `age` tells since when, and `decides` who can decide it (None: not
    stated). `ending` and `beginning` are the measure's own, where it is not there on the day.
    """

    measure: Measure
    owners: tuple[Owner, ...]
    standing: standings.MeasureStanding
    day: date
    age: measures.Age | None = None
    decides: str | None = None
    ending: lifetime.Ending | None = None
    beginning: lifetime.Beginning | None = None


def owners(kb: KnowledgeBase, measure: Measure, day: date) -> Owners:
    """Return who answers for `measure` as of `day`; empty where nobody is named."""
    nobody = naming.is_without(kb, measure, day)
    return Owners(
        measure,
        named(kb, measure, day),
        standings.of_one(kb, measure, day),
        day,
        measures.nobody_age(kb, measure, day) if nobody else None,
        measures.decides(kb, measure) if nobody else None,
        lifetime.ending(kb, measure.id, day),
        lifetime.beginning(kb, measure.id, day),
    )


def named(kb: KnowledgeBase, measure: Measure, day: date) -> tuple[Owner, ...]:
    """Return who is named for a measure as of `day`, in the order of the data."""
    then = naming.day_of(measure, day)
    return tuple(_owner(kb, one, then) for one in naming.named(kb, measure, day))


def _owner(kb: KnowledgeBase, one: naming.Named, day: date) -> Owner:
    key = one.actor
    entry = kb.entries.get(key)
    record = entry.record if entry else None
    ways = trails.of(kb, key, day)
    body = record if isinstance(record, Body) else None
    seat_ways = trails.of_seats(kb, body, day) if body else ()
    return Owner(
        one,
        kb.name(key),
        record.kind if record else "unread",
        kb.is_collective(key),
        measures.is_vague(kb, key, one.label),
        behind.members(kb, key, day),
        _parties(kb, ways, day),
        ways,
        trails.seats(body, day) if body else (),
        seat_ways,
        tuple(party for party, _way in _parties(kb, (way for _role, way in seat_ways), day)),
        tuple(part.id for part in kb.bodies if body and part.part_of == key),
        tuple(
            (m, lifetime.ending(kb, m.actor, day), lifetime.beginning(kb, m.actor, day))
            for m in behind.gone(kb, key, day)
            if kb.is_collective(key)
        ),
        lifetime.ending(kb, key, day),
        lifetime.beginning(kb, key, day),
    )


def _parties(
    kb: KnowledgeBase, ways: Iterable[trails.Trail], day: date
) -> tuple[tuple[Party, trails.Trail], ...]:
    """Return the parties of the day on these ways, each once, with the way that leads to it."""
    parties: dict[str, tuple[Party, trails.Trail]] = {}
    for way in ways:
        party = trails.party_on(kb, way, day)
        if party is not None:
            parties.setdefault(party.id, (party, way[: way.index(party.id) + 1]))
    return tuple(parties.values())
