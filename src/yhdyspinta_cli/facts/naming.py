"""Who is named for a measure on a day: by the source, or by a decision since.

The source's own text stays as it is. A recorded decision that appoints adds who answers from its
day on; a later decision for the same measure takes the place of an earlier one.
"""

from collections.abc import Iterable
from datetime import date

from yhdyspinta_cli.facts import behind, happened, memo, ranks
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.vocabulary import ANSWERING, Role


@frozen
class Named:
    """An actor named for a measure, in which role and for what.

    `label` is what the source prints; it is empty where a decision named the actor: `decided` is
    that event.
    """

    actor: str
    role: Role
    label: str
    part: str | None = None
    decided: Event | None = None

    @property
    def answers(self) -> bool:
        """True for a role that answers; a partner takes part, others are asked or told."""
        return self.role in ANSWERING


def appointments(kb: KnowledgeBase, measure: Measure, day: date) -> tuple[Event, ...]:
    """Return the latest decision by `day` that says who answers for a measure.

    Several only where nothing tells which of them is the later: then each of them holds.
    """
    decisions = happened.appointing(kb).get(measure.id, ())
    if not decisions:
        return ()
    found = [event for event in decisions if event.on.last <= day]
    latest = max(map(ranks.rank, found), default=None)
    return tuple(event for event in found if ranks.rank(event) == latest)


def day_of(measure: Measure, day: date) -> date:
    """Return the day on which to ask who stands behind a measure: its last or first, or `day`."""
    if measure.end is not None and measure.end < day:
        return measure.end
    return max(measure.start or day, day)


@memo.once
def named(kb: KnowledgeBase, measure: Measure, day: date) -> tuple[Named, ...]:
    """Return everyone named for a measure on `day`, the source's own first.

    For one that is over, or has not begun, as on its last or first day.
    """
    then = day_of(measure, day)
    found = [Named(r.actor, r.role, r.label, r.part) for r in measure.responsible if r.holds(then)]
    decided = {
        key: decision
        for decision in reversed(appointments(kb, measure, min(then, day)))
        for key in decision.appoints
    }
    found.extend(Named(key, "responsible", "", None, event) for key, event in decided.items())
    return tuple(found)


@memo.once
def answering(kb: KnowledgeBase, measure: Measure, day: date) -> tuple[Party, ...]:
    """Return the parties behind those who answer for a measure, each once, in their order."""
    actors = (one.actor for one in named(kb, measure, day) if one.answers)
    return _parties(kb, actors, day_of(measure, day))


@memo.once
def taking_part(kb: KnowledgeBase, measure: Measure, day: date) -> tuple[Party, ...]:
    """Return the parties that are named only as partners, or to be asked or told, each once."""
    answer = answering(kb, measure, day)
    actors = (one.actor for one in named(kb, measure, day) if not one.answers)
    partners = _parties(kb, actors, day_of(measure, day))
    answering_ids = {party.id for party in answer}
    return tuple(party for party in partners if party.id not in answering_ids)


def counts_for(kb: KnowledgeBase, measure: Measure, party: str, day: date) -> bool:
    """True where what is told of a party (an id) on `day` counts for a measure.

    It answers for the measure or takes part in it then; all count where nobody does.
    """
    behind_it = (*answering(kb, measure, day), *taking_part(kb, measure, day))
    return not behind_it or any(one.id == party for one in behind_it)


def lesser_roles(kb: KnowledgeBase, measure: Measure, day: date) -> dict[str, Role]:
    """Return by party (its id) the role in which it takes part without answering, the first."""
    roles: dict[str, Role] = {}
    for one in named(kb, measure, day):
        if not one.answers:
            for party in behind.parties(kb, one.actor, day_of(measure, day)):
                roles.setdefault(party.id, one.role)
    return roles


@memo.once
def sole(kb: KnowledgeBase, measure: Measure, day: date) -> Party | None:
    """Return the party that alone stands behind a measure; None where several or others do."""
    answer = answering(kb, measure, day)
    if len(answer) != 1:
        return None
    for one in named(kb, measure, day):
        then = day_of(measure, day)
        members = behind.members(kb, one.actor, then) if one.answers else ()
        if any(kb.party_behind(member.actor) is None for member in members):
            return None
    return answer[0]


def is_without(kb: KnowledgeBase, measure: Measure, day: date) -> bool:
    """True where nobody who answers is named on `day`, neither by the source nor by a decision."""
    return not any(one.answers for one in named(kb, measure, day))


def _parties(kb: KnowledgeBase, actors: Iterable[str], day: date) -> tuple[Party, ...]:
    found = (party for actor in actors for party in behind.parties(kb, actor, day))
    return tuple({party.id: party for party in found}.values())
