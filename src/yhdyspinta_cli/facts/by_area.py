"""Where something is to be done apart in each area of a division: which areas, whose event."""

from collections.abc import Sequence

from yhdyspinta_cli.facts import behind
from yhdyspinta_cli.model.bodies import Area, Body, Division
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Event, Obligation


def division(kb: KnowledgeBase, obligation: Obligation) -> Division | None:
    """Return the division in each of whose areas an obligation is to be done, if it is.

    So it is where the body it is about meets apart in each area of a division.
    """
    rule = obligation.fulfilled_by
    body = kb.find(Body, (rule.body if rule else None) or obligation.body)
    return kb.find(Division, body.division) if body is not None else None


def of_event(kb: KnowledgeBase, event: Event, areas: Sequence[Area]) -> Area | None:
    """Return the area of an event: the one it names, else the only one of those who held it."""
    if event.area is not None:
        return kb.find(Area, event.area)
    named = [key for key in (event.convener, event.chair, event.party) if key is not None]
    parties = {key for key in named for key in (key, getattr(kb.party_behind(key), "id", key))}
    day = event.on.last
    found = [
        area
        for area in areas
        if not parties.isdisjoint(behind.of_area(kb, area, day).union(area.members))
    ]
    return found[0] if len(found) == 1 else None
