"""Whose turn it is to convene or to chair, where that goes round."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from yhdyspinta_cli.facts import behind, by_area, happened, lifetime, trails
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.bodies import Area, Body, Division, Seat
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.queries import filters
from yhdyspinta_cli.vocabulary import MEETINGS

Role = Literal["chair", "convener"]


@frozen
class Turn:
    """A turn taken: by whom (the id of one of those who take turns), and in which event."""

    actor: str
    event: Event


@frozen
class Rotation:
    """A seat of a body that goes round, in one area where the body meets by areas.

    `among` are the ids of those who take turns, in their order where the data sets one
    (`has_order`), else as the data lists them. `turns` are those taken while this seat held, oldest
    first. `next` is whose turn is
    next, None where nothing tells. `fewest` are those who have had the fewest turns; with no
    order they come first in fairness. `untold` counts the meetings and negotiations
    that do not tell whose turn it was, nor under which order.
    """

    body: Body
    role: Role
    seat: Seat
    area: Area | None
    among: tuple[str, ...]
    has_order: bool
    turns: tuple[Turn, ...]
    next: str | None
    fewest: tuple[str, ...]
    untold: int

    def count(self, actor: str) -> int:
        """Return how many turns one of them has had."""
        return sum(turn.actor == actor for turn in self.turns)


@frozen
class Rotations:
    """The seats that go round, and for each body that meets by areas who is in no area.

    `without_area` holds a body's id and the ids of those whose area the data does not tell.
    """

    day: date
    found: tuple[Rotation, ...]
    without_area: tuple[tuple[str, tuple[str, ...]], ...]


def rotations(
    kb: KnowledgeBase,
    day: date,
    *,
    body: str | None = None,
    wanted: filters.Wanted = filters.EVERYTHING,
) -> Rotations:
    """Return the seats that go round as of `day`, of one body (its id) or of all, in order.

    Only of bodies that have what is `wanted`; of a party or an actor, those turns that it takes.
    """
    keep = filters.keeping(kb, wanted, day)
    actors = [key for key in (wanted.party, wanted.actor) if key is not None]
    found: list[Rotation] = []
    without: list[tuple[str, tuple[str, ...]]] = []
    meetings = happened.effective(kb, day)
    for record in kb.bodies:
        going_round = tuple(_rotating(record, day))
        if not going_round or body not in (None, record.id) or not keep(record):
            continue
        held = tuple(e for e in meetings if e.body == record.id and e.type in MEETINGS)
        areas = _areas(kb, record, held)
        for role, seat in going_round:
            among = _among(kb, record, seat, day)
            for area in areas or (None,):
                here = tuple(
                    e for e in held if area is None or by_area.of_event(kb, e, areas) == area
                )
                turns = _rotation(kb, record, role, seat, area, among, here, day)
                if all(_takes_turns(kb, turns, actor, day) for actor in actors):
                    found.append(turns)
            inside = {key for area in areas for key in behind.of_area(kb, area, day)}
            outside = tuple(
                one
                for one in among
                if areas and one not in inside and all(_is(kb, one, a, day) for a in actors)
            )
            if outside:
                without.append((record.id, outside))
    return Rotations(day, tuple(found), tuple(without))


def _takes_turns(kb: KnowledgeBase, found: Rotation, actor: str, day: date) -> bool:
    """True where an actor is one of those who take turns, or nothing tells who does."""
    return not found.among or any(_is(kb, one, actor, day) for one in found.among)


def _is(kb: KnowledgeBase, one: str, actor: str, day: date) -> bool:
    return trails.to(kb, one, actor, day) is not None


def _rotating(body: Body, day: date) -> Iterator[tuple[Role, Seat]]:
    for role, seat in trails.seats(body, day):
        if seat.rotating and (role == "convener" or role == "chair"):
            yield role, seat


def _areas(kb: KnowledgeBase, body: Body, held: tuple[Event, ...]) -> tuple[Area, ...]:
    """The areas a body meets in: those of its division, else those its events name."""
    division = kb.find(Division, body.division)
    if division is not None:
        return division.areas
    named = {event.area for event in held}
    return tuple(area for area in kb.areas if area.id in named)


def counts_no_turn(kb: KnowledgeBase, event: Event) -> bool:
    """True for a meeting of a body whose seats go round that tells nobody's turn."""
    body = kb.find(Body, event.body)
    if body is None or event.type not in MEETINGS or event.void:
        return False
    day = event.on.last
    seats = tuple(_rotating(body, day))
    areas = _areas(kb, body, (event,))
    area = by_area.of_event(kb, event, areas)
    if areas and area is None:
        return bool(seats)
    return bool(seats) and not any(
        _rotation(kb, body, role, seat, area, _among(kb, body, seat, day), (event,), day).turns
        for role, seat in seats
    )


def _among(kb: KnowledgeBase, body: Body, seat: Seat, day: date) -> tuple[str, ...]:
    """Who takes turns: the seat's order, else whoever it names, else the body's members."""
    if seat.order:
        there = (
            key if lifetime.holds(kb, key, day) else lifetime.successor(kb, key, day)
            for key in seat.order
        )
        return tuple(dict.fromkeys(key for key in there if key is not None))
    seats = [s.actor for role, s in trails.seats(body, day) if role == "member"]
    actors = [seat.actor] if seat.actor else [key for key in seats if key]
    return tuple(dict.fromkeys(m.actor for key in actors for m in behind.members(kb, key, day)))


def _rotation(
    kb: KnowledgeBase,
    body: Body,
    role: Role,
    seat: Seat,
    area: Area | None,
    among: tuple[str, ...],
    held: tuple[Event, ...],
    day: date,
) -> Rotation:
    if area is not None:
        inside = behind.of_area(kb, area, day)
        among = tuple(actor for actor in among if actor in inside)
    held = tuple(event for event in held if any(map(seat.holds, _ends(event))))
    turns = tuple(
        Turn(actor, event)
        for event in held
        if _is_of(seat, event)
        and (actor := _taken_by(kb, body, role, event, among, day)) is not None
    )
    counted = {actor: sum(turn.actor == actor for turn in turns) for actor in among}
    least = min(counted.values(), default=0)
    return Rotation(
        body,
        role,
        seat,
        area,
        among,
        bool(seat.order),
        turns,
        _next(seat, among, turns),
        tuple(actor for actor in among if counted[actor] == least),
        sum(
            not (_is_of(seat, event) and _tells(kb, body, role, seat, event, among, day))
            for event in held
        ),
    )


def _ends(event: Event) -> tuple[date, date]:
    return event.on.first, event.on.last


def _is_of(seat: Seat, event: Event) -> bool:
    """True where the order of a seat held when the meeting was, on every day that it may mean.

    A turn counts for the order of its day: an earlier order's is none of a later one's.
    """
    return all(map(seat.holds, _ends(event)))


def _tells(
    kb: KnowledgeBase,
    body: Body,
    role: Role,
    seat: Seat,
    event: Event,
    among: tuple[str, ...],
    day: date,
) -> bool:
    """True where a meeting tells whose turn it was, also of one that takes turns no more."""
    if _taken_by(kb, body, role, event, among, day) is not None:
        return True
    then = event.on.last
    return _taken_by(kb, body, role, event, _among(kb, body, seat, then), then) is not None


def _taken_by(
    kb: KnowledgeBase, body: Body, role: Role, event: Event, among: tuple[str, ...], day: date
) -> str | None:
    """Who of them took the turn: the event's convener, or its chair.

    Where a body has no convener of its own, whoever convenes a meeting is taken to chair it.
    """
    named = event.convener
    if role == "chair" and (event.chair is not None or body.convener is not None):
        named = event.chair
    if named is None or named in among:
        return named
    party = kb.party_behind(named)
    key = party.id if party is not None else named
    # A turn of one that has merged into another is the other's.
    after = lifetime.successor(kb, key, day) or key
    return after if after in among else None


def _next(seat: Seat, among: tuple[str, ...], turns: tuple[Turn, ...]) -> str | None:
    """Whose turn follows the last one taken; without an order only where there is one alone."""
    if len(among) == 1:
        return among[0]
    if not seat.order or not among:
        return None
    if not turns:
        return among[0]
    return among[(among.index(turns[-1].actor) + 1) % len(among)]
