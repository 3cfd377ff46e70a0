"""Whose turn it is next to convene or to chair, for a report."""

from datetime import date

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import filters, rotation


@frozen
class SeatTurn:
    """A seat that goes round: in which body and area, in whose order, whose turn is next.

    `role` is ``chair`` or ``convener``. `next` is empty where nothing tells it; `fewest` are those
    who have had the fewest turns. `is_own`: it is the turn of the party asked about, or it alone
    has had the fewest.
    """

    body: str
    role: rotation.Role
    area: str
    next: str
    fewest: tuple[str, ...]
    is_own: bool


def turns_to_take(
    kb: KnowledgeBase, day: date, *, body: str | None = None, party: str | None = None
) -> tuple[SeatTurn, ...]:
    """Return the turns of a body (its id), or those that a party (its id) takes among others."""
    found = rotation.rotations(kb, day, body=body, wanted=filters.Wanted(party=party))
    return tuple(_turn(kb, one, party) for one in found.found if one.among)


def _turn(kb: KnowledgeBase, found: rotation.Rotation, party: str | None) -> SeatTurn:
    # Where no order is set nobody is next: who alone has had the fewest turns is told to be so.
    alone = found.fewest[0] if len(found.fewest) == 1 else None
    after = found.next or alone
    behind = kb.party_behind(after) if after else None
    return SeatTurn(
        found.body.name_shown,
        found.role,
        found.area.name_shown if found.area else "",
        kb.name(found.next) if found.next else "",
        tuple(kb.name(one) for one in found.fewest),
        party is not None and (after == party or (behind is not None and behind.id == party)),
    )
