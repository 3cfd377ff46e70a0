"""What a new report can be told together with: no rule has to judge all the others again."""

from dataclasses import replace

from yhdyspinta_cli.model.actors import Counterpart
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.rounds import Round
from yhdyspinta_cli.model.status import Update, Value

Recorded = Update | Value | Event
"""What happened to a measure, an indicator or a body: each can be corrected by another."""

New = Recorded | Counterpart | Round
"""What can be saved as a new file."""


def around(kb: KnowledgeBase, new: New) -> KnowledgeBase:
    """Return the knowledge base without the reports that have nothing to do with a new one.

    What a rule finds of the new report among these it finds among all, and nothing else. Every
    other record stays: parties, measures, obligations. So do all mergers and appointments, which
    reach from one measure to another, and beside an event all events: whose turn it was, and what
    each of them fulfils, depends on the others. A counterpart or a step of a round has to do with
    no report.
    """
    about = _measures(kb, new) if isinstance(new, Recorded) else frozenset()
    return replace(
        kb,
        entries={
            key: entry
            for key, entry in kb.entries.items()
            if not isinstance(entry.record, Recorded) or _touches(kb, entry.record, new, about)
        },
    )


def _touches(kb: KnowledgeBase, other: Recorded, new: New, about: frozenset[str]) -> bool:
    corrects = new.corrects if isinstance(new, Recorded) else None
    if corrects is not None and corrects in (other.id, other.corrects):
        return True
    if isinstance(other, Event) and (isinstance(new, Event) or other.appoints):
        return True
    if isinstance(other, Update) and other.merged_into is not None:
        return True
    return not about.isdisjoint(_measures(kb, other))


def _measures(kb: KnowledgeBase, report: Recorded) -> frozenset[str]:
    """Return the measures that a report is of: a value's indicator may be of several."""
    found: list[Record | str | None] = [kb.measure_of(report)]
    if isinstance(report, Update):
        found += [report.measure, report.merged_into]
    if isinstance(report, Value) and (indicator := kb.find(Indicator, report.indicator)):
        found += indicator.shared_with
    return frozenset(
        one.id if isinstance(one, Measure) else str(one) for one in found if one is not None
    )
