"""What a body is on a day: whether it has to be convened, which obligations are its meetings.

And what a division into areas leaves out.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import assert_never

from yhdyspinta_cli.facts import lifetime, trails
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.bodies import Body, Division, Rhythm, Seat
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Obligation
from yhdyspinta_cli.vocabulary import MEETING_BODIES, MEETINGS


def meets(kb: KnowledgeBase, body: Body, day: date) -> bool:
    """True for a body that somebody has to convene: it meets, is more than an idea, goes on."""
    if body.type not in MEETING_BODIES or lifetime.ending(kb, body.id, day) is not None:
        return False
    match body.state:
        case "possible":
            return False
        case None | "operating" | "starting" | "planned":
            return True
        case _:
            assert_never(body.state)


def convener(body: Body, day: date) -> Seat | None:
    """Return the convener's seat where a body has one on `day`."""
    return _of_day((body.convener, *body.conveners), day)


def chair(body: Body, day: date) -> Seat | None:
    """Return the chair's seat where a body has one on `day`."""
    return _of_day((body.chair, *body.chairs), day)


def strange_order(kb: KnowledgeBase, seat: Seat, day: date) -> bool:
    """True where the turn order of a seat holds nobody of the actor whose seat it is."""
    if seat.actor is None or not seat.order:
        return False
    own = _around(kb, seat.actor, day)
    if own == {seat.actor} and kb.is_collective(seat.actor):
        return False
    return not any(own & _around(kb, one, day) for one in seat.order)


def strangers(kb: KnowledgeBase, body: Body, seat: Seat, today: date) -> tuple[str, ...]:
    """Return the ids in the turn order of a seat of whoever has no seat in the body.

    On the day of the seat that is nearest to today; none where the data does not tell all members.
    """
    day = max(today, seat.start) if seat.start is not None else today
    day = min(day, seat.end) if seat.end is not None else day
    members = [one for role, one in trails.seats(body, day) if role == "member"]
    named = [one.actor for _role, one in trails.seats(body, day) if one.actor is not None]
    if body.one_per is not None:
        named.append(body.one_per)
    own = [_around(kb, key, day) for key in named]
    is_open = any(one.actor is None for one in members) or any(
        around == {key} and kb.is_collective(key) for key, around in zip(named, own, strict=True)
    )
    if not members or is_open:
        return ()
    seated = frozenset[str]().union(*own)
    return tuple(
        one
        for one in seat.order
        if not seated & _around(kb, one, day) and _takes_turns(kb, one, day)
    )


def _takes_turns(kb: KnowledgeBase, key: str, day: date) -> bool:
    """False for one that is gone and has no successor: it is passed over."""
    return lifetime.holds(kb, key, day) or lifetime.successor(kb, key, day) is not None


def _around(kb: KnowledgeBase, key: str, day: date) -> set[str]:
    """Return an actor with everyone behind it, and all that these are a part of."""
    return {key, *(one for way in trails.of(kb, key, day) for one in way)}


def _of_day(seats: Iterable[Seat | None], day: date) -> Seat | None:
    return next((seat for seat in seats if seat is not None and seat.holds(day)), None)


def convener_ended(body: Body, day: date) -> date | None:
    """Return the last day on which a body had a convener; None where it has one, or had none."""
    return _ended((body.convener, *body.conveners), day)


def chair_ended(body: Body, day: date) -> date | None:
    """Return the last day on which a body had a chair; None where it has one, or had none."""
    return _ended((body.chair, *body.chairs), day)


def _ended(seats: Sequence[Seat | None], day: date) -> date | None:
    if _of_day(seats, day) is not None:
        return None
    ends = [seat.end for seat in seats if seat is not None and seat.end is not None]
    return max((end for end in ends if end < day), default=None)


def meeting_obligations(kb: KnowledgeBase, body: Body) -> tuple[Obligation, ...]:
    """Return the recurring obligations that the meetings of a body fulfil."""
    return tuple(
        obligation
        for obligation in kb.obligations
        if obligation.fulfilled_by is not None
        and (obligation.fulfilled_by.body or obligation.body) == body.id
        and all(kind in MEETINGS for kind in obligation.fulfilled_by.events)
        and obligation.rhythm.per is not None
    )


def is_same_rhythm(one: Rhythm | None, other: Rhythm) -> bool:
    """True where two rhythms ask for the same; one that says nothing countable asks for nothing."""
    if one is None or one.per is None:
        return True
    if one.due is not None and other.due is not None and one.due != other.due:
        return False
    return (one.per, one.every, one.times) == (other.per, other.every, other.times)


@frozen
class Unlisted:
    """What a division leaves out: so many of the areas it announces.

    `missing` is 0 where it lists them all and does not tell the area of every member.
    """

    missing: int
    announced: int


def unlisted(division: Division) -> Unlisted | None:
    """Return what a division speaks of and does not list, None where it lists everything."""
    announced = division.announced or 0
    missing = max(0, announced - len(division.areas))
    return Unlisted(missing, announced) if missing or not division.complete else None
