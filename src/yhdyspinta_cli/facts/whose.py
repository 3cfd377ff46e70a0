"""Whose an event is: the parties that it names, and whether they were there."""

from typing import assert_never

from yhdyspinta_cli.facts import behind, force, lifetime
from yhdyspinta_cli.model.bodies import Area, Division
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Event, Obligation
from yhdyspinta_cli.vocabulary import NotCounted


def why_not(kb: KnowledgeBase, obligation: Obligation, event: Event) -> NotCounted:
    """Return why the party that an event names does not do it: not its, or no party on its day."""
    day = event.on.last
    ending = lifetime.ending(kb, event.party, day) if event.party is not None else None
    last = ending.day if ending is not None else day
    is_its = event.party is not None and bool(force.of(kb, obligation, event.party, last))
    return "party-not-there" if ending is not None and is_its else "other-party"


def is_gone(kb: KnowledgeBase, obligation: Obligation, event: Event) -> bool:
    """True where the party that an event names had ended or left by its day.

    What it did not do its successor did not do either: whoever did it must be named. Who has only
    left goes on, and a law still binds it.
    """
    party = kb.party_behind(event.party) if event.party is not None else None
    ending = lifetime.ending(kb, party.id, event.on.last) if party is not None else None
    if party is None or ending is None:
        return False
    match ending.how:
        case "ended":
            return True
        case "left":
            return "law" not in force.of(kb, obligation, party.id, ending.day)
        case _:
            assert_never(ending.how)


def named(kb: KnowledgeBase, event: Event, division: Division | None) -> set[str] | None:
    """Return the parties that an event names, itself or by its area; None where it names none."""
    area = kb.find(Area, event.area)
    actors = [event.party] if event.party is not None else []
    if not actors and division is not None and area is not None and area in division.areas:
        actors.extend(area.members)
    if not actors:
        return None
    return {p.id for actor in actors for p in behind.parties(kb, actor, event.on.last)}
