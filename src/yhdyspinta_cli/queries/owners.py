"""Who answers for a measure, and by which way."""

from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase, Member
from yhdyspinta_cli.model.measures import Measure, Responsibility
from yhdyspinta_cli.queries import status


@dataclass(frozen=True, slots=True)
class Owner:
    """One responsible actor of a measure and everyone behind it.

    `parties` are the parties that answer, each with the ids on the way from the actor to it
    (the actor first, the party last); `members` is what a collective expands to.
    """

    responsibility: Responsibility
    name: str
    kind: str
    is_collective: bool
    is_vague: bool
    members: tuple[Member, ...]
    parties: tuple[tuple[Party, tuple[str, ...]], ...]
    ended: date | None
    successor: str | None


@dataclass(frozen=True, slots=True)
class Owners:
    """The whole answer: the measure, its responsible actors, its state on the day."""

    measure: Measure
    owners: tuple[Owner, ...]
    standing: status.Standing
    day: date


def owners(kb: KnowledgeBase, measure: Measure, day: date) -> Owners:
    """Return who answers for `measure` as of `day`; empty where nobody is named."""
    return Owners(
        measure,
        tuple(_owner(kb, responsibility, day) for responsibility in measure.responsible),
        status.standing(kb, measure, day),
        day,
    )


def _owner(kb: KnowledgeBase, responsibility: Responsibility, day: date) -> Owner:
    entry = kb.entries.get(responsibility.actor)
    record = entry.record if entry else None
    parties: dict[str, tuple[Party, tuple[str, ...]]] = {}
    members = kb.members(responsibility.actor)
    for member in members:
        party = kb.party_behind(member.actor)
        if party is not None and party.id not in parties:
            parties[party.id] = (party, way_to_party(kb, member))
    ended = getattr(record, "ended", None)
    return Owner(
        responsibility,
        kb.name(responsibility.actor),
        record.kind if record else "unread",
        kb.is_collective(responsibility.actor),
        bool(getattr(record, "vague", False)),
        members,
        tuple(parties.values()),
        ended if ended is not None and ended < day else None,
        getattr(record, "successor", None) if ended is not None and ended < day else None,
    )


def way_to_party(kb: KnowledgeBase, member: Member) -> tuple[str, ...]:
    """Return the ids from the named actor to the party behind one of its members."""
    way = list(member.way)
    for ancestor in kb.ancestors(member.actor):
        if kb.find(Party, way[-1]) is not None:
            break
        way.append(ancestor)
    return tuple(way)
