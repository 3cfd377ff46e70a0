"""How many measures each actor answers for, and in how many it only takes part."""

from datetime import date

from yhdyspinta_cli.facts import naming, region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure


@frozen
class Load:
    """An actor's name, the measures it answers for and those that name it only as a partner.

    Both in the programme's order.
    """

    name: str
    answering: tuple[Measure, ...]
    partner: tuple[Measure, ...]


def loads(kb: KnowledgeBase, day: date) -> tuple[Load, ...]:
    """Return the load of each actor named for a measure on `day`.

    Who answers for the most comes first, then who takes part in the most, then by name.
    """
    answering: dict[str, list[Measure]] = {}
    partner: dict[str, list[Measure]] = {}
    for measure in region.measures(kb, day):
        named = naming.named(kb, measure, day)
        answer = dict.fromkeys(kb.name(one.actor) for one in named if one.answers)
        only = dict.fromkeys(kb.name(one.actor) for one in named)
        for name in answer:
            answering.setdefault(name, []).append(measure)
        for name in only:
            if name not in answer:
                partner.setdefault(name, []).append(measure)
    found = (
        Load(name, tuple(answering.get(name, ())), tuple(partner.get(name, ())))
        for name in {**answering, **partner}
    )
    return tuple(
        sorted(found, key=lambda x: (-len(x.answering), -len(x.partner), sort_key(x.name)))
    )
