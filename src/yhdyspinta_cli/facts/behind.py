"""Who stands behind an actor on a day: the members that are there, the parties among them."""

from datetime import date

from yhdyspinta_cli.facts import lifetime
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase, Member


def members(kb: KnowledgeBase, key: str, day: date) -> tuple[Member, ...]:
    """Return everyone behind an actor who has begun and not ended on `day`, in the data's order.

    A single actor is its own only member, whether or not it is there on the day.
    """
    memo: tuple[Member, ...] | None = kb.memo.get(("members", key, day))
    if memo is None:
        memo = tuple(
            member
            for member in kb.members(key)
            if member.actor == key or lifetime.holds(kb, member.actor, day)
        )
        kb.memo["members", key, day] = memo
    return memo


def gone(kb: KnowledgeBase, key: str, day: date) -> tuple[Member, ...]:
    """Return the members of a collective that have ended by `day` or not yet begun."""
    there = set(members(kb, key, day))
    return tuple(member for member in kb.members(key) if member not in there)


def parties(kb: KnowledgeBase, key: str, day: date) -> tuple[Party, ...]:
    """Return the parties that answer when this actor is named, each once."""
    found: dict[str, Party] = {}
    for member in members(kb, key, day):
        party = kb.party_behind(member.actor)
        if party is not None:
            found.setdefault(party.id, party)
    return tuple(found.values())
