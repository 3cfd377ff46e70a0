"""Which collectives list parties one by one, and whom of them they leave out."""

from collections.abc import Iterator

from yhdyspinta_cli.facts import lifetime
from yhdyspinta_cli.model.actors import Actor, Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase

_SEVERAL = 2
"""How many of one type a list must have: one alone does not tell that all of them are meant."""


def without(kb: KnowledgeBase, party: Party) -> tuple[tuple[Actor, int], ...]:
    """Return the collectives that list several others of a party's type and not the party.

    Each with how many of them it lists; the longest lists first.
    """
    like = {one.id for one in kb.parties if one.type == party.type} - {party.id}
    found = [
        (actor, len(named & like))
        for actor in kb.actors
        if len((named := _listed(kb, actor)) & like) >= _SEVERAL and party.id not in named
    ]
    return tuple(sorted(found, key=lambda one: -one[1]))


def forgotten(kb: KnowledgeBase) -> Iterator[tuple[Party, Actor]]:
    """Yield the parties that no collective lists, each with one that lists all others of its type.

    All others that any collective lists, and several of them. Nobody is told who has ended or left.
    """
    lists = [(actor, _listed(kb, actor)) for actor in kb.actors]
    anywhere = frozenset[str]().union(*(named for _actor, named in lists))
    for party in kb.parties:
        if party.id in anywhere or party.ended is not None or party.left is not None:
            continue
        others = {one.id for one in kb.parties if one.type == party.type} & anywhere
        if len(others) >= _SEVERAL:
            whole = (actor for actor, named in lists if others <= named)
            collective = next(whole, None)
            if collective is not None:
                yield party, collective


def _listed(kb: KnowledgeBase, actor: Actor) -> frozenset[str]:
    """Return whom a collective lists itself, and who follows them once they have ended."""
    named = [member.actor for member in actor.members]
    return frozenset((*named, *(lifetime.latest_successor(kb, key) for key in named)))
