"""On what it rests that an actor is named for a measure: a place in the source, or a decision."""

from yhdyspinta_cli.facts.naming import Named
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.wording import days


def basis_text(kb: KnowledgeBase, measure: Measure, named: Named) -> str:
    """``ohjelma 3, tavoite 2``, or ``decided 2024-04-17: Foorumi`` with the papers' addresses."""
    decision = named.decided
    if decision is None:
        return kb.source_of(measure)
    who = kb.name(decision.body) if decision.body else decision.title
    words = _("decided {day}: {body}").format(day=days.moment(decision.on), body=who)
    return "; ".join((words, *(link.url for link in decision.links)))
