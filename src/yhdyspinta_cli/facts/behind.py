"""Who stands behind an actor on a day: the members that are there, the parties among them."""

from collections.abc import Iterator
from datetime import date

from yhdyspinta_cli.facts import lifetime, memo
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.bodies import Area
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.members import Member


def members(kb: KnowledgeBase, key: str, day: date) -> tuple[Member, ...]:
    """Return everyone behind an actor who has begun and not ended on `day`, in the data's order.

    Who has ended is followed by the successor that is there on the day, once. A single actor
    without one is its own only member, whether or not it is there on the day.
    """
    return _members(kb, key, lifetime.unchanged_since(kb, day))


@memo.once
def _members(kb: KnowledgeBase, key: str, since: date) -> tuple[Member, ...]:
    return tuple(_there(kb, key, since))


def _there(kb: KnowledgeBase, key: str, day: date) -> Iterator[Member]:
    plain = {m.actor for m in kb.members(key, day) if lifetime.holds(kb, m.actor, day)}
    met: set[str] = set()
    for member in kb.members(key, day):
        found = member
        if not lifetime.holds(kb, member.actor, day):
            after = lifetime.successor(kb, member.actor, day)
            if after in plain:
                continue
            if after is not None:
                found = Member(after, (*member.way, after), member.unit)
            elif member.actor != key:
                continue
        if found.actor not in met:
            met.add(found.actor)
            yield found


def of_area(kb: KnowledgeBase, area: Area, day: date) -> frozenset[str]:
    """Return who belongs to an area on `day` (ids): a successor for who has ended."""
    return frozenset(m.actor for key in area.members for m in members(kb, key, day))


def gone(kb: KnowledgeBase, key: str, day: date) -> tuple[Member, ...]:
    """Return the members of a collective that have ended by `day` or not yet begun."""
    return tuple(m for m in kb.members(key, day) if not lifetime.holds(kb, m.actor, day))


def parties(kb: KnowledgeBase, key: str, day: date) -> tuple[Party, ...]:
    """Return the parties that answer when this actor is named, each once.

    Of those that are parties on the day: whoever has left or not yet joined does not answer.
    """
    return _parties(kb, key, lifetime.unchanged_since(kb, day))


@memo.once
def _parties(kb: KnowledgeBase, key: str, since: date) -> tuple[Party, ...]:
    found: dict[str, Party] = {}
    for member in _members(kb, key, since):
        party = kb.party_behind(member.actor)
        if party is not None and lifetime.holds(kb, party.id, since):
            found.setdefault(party.id, party)
    return tuple(found.values())
