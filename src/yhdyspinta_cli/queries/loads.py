"""How many measures name each actor."""

from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.facts import naming, region
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure


@dataclass(frozen=True, slots=True)
class Load:
    """An actor's name and the measures that name it, in the programme's order."""

    name: str
    measures: tuple[Measure, ...]


def loads(kb: KnowledgeBase, day: date) -> tuple[Load, ...]:
    """Return the load of each actor named for a measure on `day`, the most first, then by name."""
    found: dict[str, dict[str, Measure]] = {}
    for measure in region.measures(kb, day):
        for one in naming.named(kb, measure, day):
            found.setdefault(kb.name(one.actor), {})[measure.id] = measure
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), sort_key(item[0])))
    return tuple(Load(name, tuple(named.values())) for name, named in ordered)
