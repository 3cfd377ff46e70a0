"""Whether lateness of a measure as a whole is an actor's own: of the parties behind it."""

from datetime import date

from yhdyspinta_cli.facts import behind, lifetime, naming, trails
from yhdyspinta_cli.facts.standings import MeasureStanding
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.vocabulary import ENDED


def answers(kb: KnowledgeBase, measure: Measure, actor: str, day: date) -> bool:
    """True where one who answers for a measure on `day` is an actor, or leads to it."""
    return any(
        one.answers and trails.to(kb, one.actor, actor, day) is not None
        for one in naming.named(kb, measure, day)
    )


def is_open(kb: KnowledgeBase, standing: MeasureStanding, actor: str, day: date) -> bool:
    """True unless every party behind an actor has done its own part of the measure."""
    party = kb.party_behind(actor)
    meant = {party.id} if party is not None else {p.id for p in behind.parties(kb, actor, day)}
    own = [one for one in (*standing.parties, *standing.partners) if one.party.id in meant]
    return len(own) < len(meant) or not own or any(one.state not in ENDED for one in own)


def is_late(kb: KnowledgeBase, standing: MeasureStanding, actor: str, day: date) -> bool:
    """True where a measure is late on `day` and an actor, who answers for it, is late with it.

    Who only takes part is not: it does not answer for when the whole is done. Neither is whoever
    has done its own part, nor one that came after the due day, unless it follows another.
    """
    due = standing.measure.due
    if due is None or not standing.is_late(day) or not answers(kb, standing.measure, actor, day):
        return False
    return lifetime.newcomer(kb, actor, due) is None and is_open(kb, standing, actor, day)
