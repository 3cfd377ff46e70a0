"""What a new report can be told together with: no rule has to judge all the others again."""

from dataclasses import replace

from yhdyspinta_cli.model.actors import Counterpart
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.publications import Publication
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.rounds import Round
from yhdyspinta_cli.model.status import Update, Value

New = Correctable | Counterpart | Round | Publication
"""What can be saved as a new file."""


def around(kb: KnowledgeBase, *new: New) -> KnowledgeBase:
    """Return the knowledge base without the reports that have nothing to do with the new ones.

    What a rule finds of a new report among these it finds among all, and nothing else. Every
    other record stays: parties, measures, obligations. So do all mergers and appointments, which
    reach from one measure to another, and beside an event all events: whose turn it was, and what
    each of them fulfils, depends on the others. A counterpart, a step of a round or a publication
    has to do with no report.
    """
    reports = [one for one in new if isinstance(one, Correctable)]
    about = frozenset(key for one in reports for key in _measures(kb, one))
    corrected = frozenset(one.corrects for one in reports if one.corrects is not None)
    has_event = any(isinstance(one, Event) for one in reports)
    return replace(
        kb,
        entries={
            key: entry
            for key, entry in kb.entries.items()
            if not isinstance(entry.record, Correctable)
            or _touches(kb, entry.record, about, corrected, beside_events=has_event)
        },
    )


def _touches(
    kb: KnowledgeBase,
    other: Correctable,
    about: frozenset[str],
    corrected: frozenset[str],
    *,
    beside_events: bool,
) -> bool:
    if other.id in corrected or other.corrects in corrected:
        return True
    if isinstance(other, Event) and (beside_events or other.appoints):
        return True
    if isinstance(other, Update) and other.merged_into is not None:
        return True
    return not about.isdisjoint(_measures(kb, other))


def _measures(kb: KnowledgeBase, report: Correctable) -> frozenset[str]:
    """Return the measures that a report is of: a value's indicator may be of several."""
    found: list[Record | str | None] = [kb.measure_of(report)]
    if isinstance(report, Update):
        found += [report.measure, report.merged_into]
    if isinstance(report, Value) and (indicator := kb.find(Indicator, report.indicator)):
        found += indicator.shared_with
    return frozenset(
        one.id if isinstance(one, Measure) else str(one) for one in found if one is not None
    )
