"""Whose turn it is next to convene or to chair, for a report."""

from datetime import date

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import filters, rotation


@frozen
class TurnToTake:
    """A seat that goes round: in which body and area, in whose order, whose turn is next.

    `role` is ``chair`` or ``convener``. `next` is empty where nothing tells it; `fewest` are those
    who have had the fewest turns. `is_own`: it is the turn of the party asked about.
    """

    body: str
    role: rotation.Role
    area: str
    next: str
    fewest: tuple[str, ...]
    is_own: bool


def turns_to_take(
    kb: KnowledgeBase, day: date, *, body: str | None = None, party: str | None = None
) -> tuple[TurnToTake, ...]:
    """Return the turns of a body (its id), or those that a party (its id) takes among others."""
    found = rotation.rotations(kb, day, body=body, wanted=filters.Wanted(party=party))
    return tuple(_turn(kb, one, party) for one in found.found if one.among)


def _turn(kb: KnowledgeBase, found: rotation.Rotation, party: str | None) -> TurnToTake:
    behind = kb.party_behind(found.next) if found.next else None
    return TurnToTake(
        found.body.name,
        found.role,
        found.area.name if found.area else "",
        kb.name(found.next) if found.next else "",
        tuple(kb.name(one) for one in found.fewest),
        party is not None and (found.next == party or (behind is not None and behind.id == party)),
    )
