"""Whether lateness of a measure as a whole is an actor's own: of the parties behind it."""

from datetime import date

from yhdyspinta_cli.facts import behind, lifetime
from yhdyspinta_cli.facts.standings import MeasureStanding
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.vocabulary import ENDED


def is_open(kb: KnowledgeBase, standing: MeasureStanding, actor: str, day: date) -> bool:
    """True unless every party behind an actor has done its own part of the measure."""
    party = kb.party_behind(actor)
    meant = {party.id} if party is not None else {p.id for p in behind.parties(kb, actor, day)}
    own = [one for one in (*standing.parties, *standing.partners) if one.party.id in meant]
    return len(own) < len(meant) or not own or any(one.state not in ENDED for one in own)


def is_late(kb: KnowledgeBase, standing: MeasureStanding, actor: str, day: date) -> bool:
    """True where a measure is late on `day` and an actor is late with it.

    Whoever has done its own part is not, and neither is one that came after the due day, unless it
    follows another.
    """
    due = standing.measure.due
    if due is None or not standing.is_late(day):
        return False
    return lifetime.newcomer(kb, actor, due) is None and is_open(kb, standing, actor, day)
