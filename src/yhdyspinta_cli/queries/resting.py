"""What rests on an act: duties, bodies, citations and all else whose record names it."""

from collections.abc import Mapping

from yhdyspinta_cli.facts import memo
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.catalogue import is_recorded
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Obligation, Statute
from yhdyspinta_cli.model.record import Record


@frozen
class Resting:
    """A record that rests on an act, and on which of its sections, as far as they are named."""

    record: Record
    sections: tuple[str, ...]


def resting(kb: KnowledgeBase, act: str) -> tuple[Resting, ...]:
    """Return what names an act (its id), in the order of the data."""
    return _by_act(kb).get(act, ())


def measures(kb: KnowledgeBase, act: str) -> tuple[Measure, ...]:
    """Return the measures to which a duty belongs that rests on an act, in their order."""
    duties = {one.record.id for one in resting(kb, act) if isinstance(one.record, Obligation)}
    own = {duty.measure for duty in kb.obligations if duty.id in duties}
    return tuple(
        measure
        for measure in kb.measures
        if measure.id in own or not duties.isdisjoint(measure.obligations)
    )


@memo.once
def _by_act(kb: KnowledgeBase) -> Mapping[str, tuple[Resting, ...]]:
    found: dict[str, dict[str, tuple[Record, list[str]]]] = {}
    acts = {act.id for act in kb.statutes}
    for entry in kb.entries.values():
        # What is recorded as it happens names no act, and there is most of it.
        if isinstance(entry.record, Statute) or is_recorded(entry.record):
            continue
        for route, key, _ref in walk.references(entry.record):
            if key in acts:
                _record, sections = found.setdefault(key, {}).setdefault(
                    entry.record.id, (entry.record, [])
                )
                sections += _sections(entry.record, route[:-1])
    return {
        act: tuple(
            Resting(record, tuple(dict.fromkeys(sections))) for record, sections in records.values()
        )
        for act, records in found.items()
    }


def _sections(record: Record, route: tuple[int | str, ...]) -> list[str]:
    """Return the numbers of the sections that stand beside the name of an act."""
    noun: object = record
    for step in route:
        noun = (
            noun[step]
            if isinstance(step, int) and isinstance(noun, tuple)
            else getattr(noun, str(step))
        )
    sections = getattr(noun, "sections", ())
    return [one if isinstance(one, str) else one.number for one in sections]
