"""How many measures each actor answers for, and in how many it only takes part."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, get_args

from yhdyspinta_cli.facts import naming, region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure

Level = Literal["party", "collective", "body", "other"]
"""Who answers: a party or a part of it, a collective, a body, somebody outside the agreement."""

LEVELS: tuple[Level, ...] = get_args(Level)


@frozen
class Load:
    """An actor's name, the measures it answers for and those that name it only as a partner.

    Both in the programme's order.
    """

    name: str
    answering: tuple[Measure, ...]
    partner: tuple[Measure, ...]


@frozen
class LoadGroup:
    """A party with its parts, or another actor alone: each measure counted once in `whole`.

    `parts` are the actors that are named, the party itself among them; one alone that is the whole
    is not told again.
    """

    level: Level
    whole: Load
    parts: tuple[Load, ...]


def grouped(kb: KnowledgeBase, day: date) -> tuple[LoadGroup, ...]:
    """Return the load of each actor named for a measure on `day`, those of a party together.

    Parties come first, then collectives, bodies and others; in each who answers for the most, then
    who takes part in the most, then by name.
    """
    answering: dict[str, list[Measure]] = {}
    partner: dict[str, list[Measure]] = {}
    for measure in region.measures(kb, day):
        named = naming.named(kb, measure, day)
        answer = dict.fromkeys(one.actor for one in named if one.answers)
        for actor in answer:
            answering.setdefault(actor, []).append(measure)
        for actor in dict.fromkeys(one.actor for one in named if one.actor not in answer):
            partner.setdefault(actor, []).append(measure)
    actors: dict[tuple[Level, str], list[str]] = {}
    for actor in dict.fromkeys((*answering, *partner)):
        party = kb.party_behind(actor)
        whose = (_level(kb, actor), party.id if party else actor)
        actors.setdefault(whose, []).append(actor)
    found = []
    for (level, key), own in actors.items():
        parts = [
            Load(kb.name(one), tuple(answering.get(one, ())), tuple(partner.get(one, ())))
            for one in own
        ]
        done = _once(kb, (m for part in parts for m in part.answering))
        others = _once(kb, (m for part in parts for m in part.partner if m not in done))
        is_alone = own == [key]
        whole = Load(kb.name(key), done, others)
        found.append(LoadGroup(level, whole, () if is_alone else tuple(sorted(parts, key=_order))))
    return tuple(sorted(found, key=lambda one: (LEVELS.index(one.level), _order(one.whole))))


def _level(kb: KnowledgeBase, actor: str) -> Level:
    if kb.party_behind(actor) is not None:
        return "party"
    if kb.is_collective(actor):
        return "collective"
    return "body" if kb.find(Body, actor) is not None else "other"


def _once(kb: KnowledgeBase, found: Iterable[Measure]) -> tuple[Measure, ...]:
    """Return measures in the programme's order, each once."""
    keys = {measure.id for measure in found}
    return tuple(measure for measure in kb.measures if measure.id in keys)


def _order(load: Load) -> tuple[int, int, tuple[str, str]]:
    return (-len(load.answering), -len(load.partner), sort_key(load.name))
