"""Why a name means somebody: the trail from the actor a record names to the actor asked about.

A record names an actor; that may be the one asked about, a collective it belongs to, a part of
it, or a body it sits in. Everything that says who answers for what stands on these trails.
"""

from datetime import date

from yhdyspinta_cli.facts import behind, lifetime, memo
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.bodies import Body, Seat
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.members import Member
from yhdyspinta_cli.vocabulary import How, SeatRole

Trail = tuple[str, ...]
"""Ids from the actor that a record names to the actor it leads to, both included."""


def of(kb: KnowledgeBase, key: str, day: date) -> tuple[Trail, ...]:
    """Return a trail for every member behind an actor, on to the outermost it is a part of."""
    return _of(kb, key, lifetime.unchanged_since(kb, day))


@memo.once
def _of(kb: KnowledgeBase, key: str, since: date) -> tuple[Trail, ...]:
    return tuple(outward(kb, member) for member in behind.members(kb, key, since))


def outward(kb: KnowledgeBase, member: Member) -> Trail:
    """Return the ids from the named actor over the member to the outermost it is a part of."""
    above = (key for key in kb.ancestors(member.actor) if key not in member.way)
    return (*member.way, *above)


def to(kb: KnowledgeBase, named: str, actor: str, day: date) -> tuple[How, Trail] | None:
    """Return how and by which way naming `named` means `actor`; None where it does not."""
    if named == actor:
        return "direct", (named,)
    for way in of(kb, named, day):
        if actor in way:
            return _how(kb, named, day), way[: way.index(actor) + 1]
    return None


def _how(kb: KnowledgeBase, named: str, day: date) -> How:
    if kb.is_collective(named):
        return "collective"
    return "part" if lifetime.successor(kb, named, day) is None else "successor"


def seats(body: Body, day: date) -> tuple[tuple[SeatRole, Seat], ...]:
    """Return every seat that a body has on `day` with its role, members last."""
    found: list[tuple[SeatRole, Seat]] = []
    found.extend(("convener", seat) for seat in (body.convener, *body.conveners) if seat)
    found.extend(("chair", seat) for seat in (body.chair, *body.chairs) if seat)
    found.extend(("responsible", seat) for seat in body.responsible)
    found.extend(("member", seat) for seat in body.members)
    return tuple((role, seat) for role, seat in found if seat.holds(day))


def holders(seat: Seat) -> tuple[str, ...]:
    """Return the ids of everyone who holds a seat: the actor named, or those who take turns."""
    return (seat.actor,) if seat.actor is not None else seat.order


def seat_of(kb: KnowledgeBase, seat: Seat, actor: str, day: date) -> tuple[How, Trail] | None:
    """Return how and by which way a seat is an actor's; None where it is not.

    Of the actor named, those whom its turn order holds, and whoever else is in that order.
    """
    for holder in dict.fromkeys((*holders(seat), *seat.order)):
        linked = to(kb, holder, actor, day)
        if linked is not None and takes_turn(kb, seat, linked[1], day):
            return linked
    return None


def takes_turn(kb: KnowledgeBase, seat: Seat, way: Trail, day: date) -> bool:
    """True unless the turn order of a seat leaves out whom a way from its actor leads to."""
    if not seat.order or len(way) == 1:
        return True
    return any(to(kb, one, key, day) is not None for one in seat.order for key in way[1:])


def sitting(body: Body, day: date) -> tuple[str, ...]:
    """Return the ids of everyone who holds a seat of a body on `day`, seat by seat."""
    return tuple(holder for _role, seat in seats(body, day) for holder in holders(seat))


def means(kb: KnowledgeBase, named: str, actor: str, day: date) -> bool:
    """True where naming one means the other: itself, a member of it, or a party behind it."""
    return (
        actor == named
        or any(actor == member.actor for member in behind.members(kb, named, day))
        or any(actor == party.id for party in behind.parties(kb, named, day))
    )


def of_seats(kb: KnowledgeBase, body: Body, day: date) -> tuple[tuple[SeatRole, Trail], ...]:
    """Return the ways from a body over its seats to everyone behind them, the body first."""
    return tuple(
        (role, (body.id, *way))
        for role, seat in seats(body, day)
        for holder in dict.fromkeys((*holders(seat), *seat.order))
        for way in of(kb, holder, day)
        if takes_turn(kb, seat, way, day)
    )


def to_by_seat(kb: KnowledgeBase, named: str, actor: str, day: date) -> Trail | None:
    """Return the way by which naming a body means `actor` through a seat in it, if it does.

    The shortest: its own seat before one of a part of it, the first of several alike.
    """
    body = kb.find(Body, named)
    if body is None:
        return None
    found = (
        way[: way.index(actor, 1) + 1] for _role, way in of_seats(kb, body, day) if actor in way[1:]
    )
    return min(found, key=len, default=None)


def party_on(kb: KnowledgeBase, way: Trail, day: date) -> Party | None:
    """Return the party on a way that is there on `day`: a successor, and not whom it follows.

    The first where none is there; None where the way leads to nobody among the parties.
    """
    found = [party for key in way if (party := kb.find(Party, key)) is not None]
    there = (party for party in found if lifetime.holds(kb, party.id, day))
    return next(there, found[0] if found else None)
