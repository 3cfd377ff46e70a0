"""Whether a record of any kind is there on a day, else since when not, or from when on.

An actor or a measure as `lifetime` and `region` have it; what has days of its own by these, an
indicator with its measure. Whatever neither begins nor ends is there on every day.
"""

from datetime import date, timedelta

from yhdyspinta_cli.facts import agreement, force, lifetime, measures, region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Actor, Counterpart, Party
from yhdyspinta_cli.model.agreement import Agreement, Amendment, Document
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.obligations import CouncilTerm, Obligation, Project, Statute
from yhdyspinta_cli.model.programme import Programme
from yhdyspinta_cli.model.record import Record

_DAY = timedelta(days=1)


@frozen
class Presence:
    """Whether a record is there on a day: it is, unless it begins after that day or ended before.

    `begins` is its first day where that is yet to come, `ended` its last where that has passed.
    """

    begins: date | None = None
    ended: date | None = None

    @property
    def is_there(self) -> bool:
        """True on the days of the record."""
        return self.begins is None and self.ended is None


def of(kb: KnowledgeBase, record: Record, day: date) -> Presence:
    """Return whether a record is there on `day`, itself and with what it is a part of."""
    match record:
        case Measure():
            return _measure(kb, record, day)
        case Indicator():
            return of(kb, kb.measure_of_indicator[record.id], day)
        case Party() | Actor() | Body() | Project():
            return _living(kb, record.id, day)
        case Counterpart() | CouncilTerm():
            return _between(record.start, record.end, day)
        case Obligation():
            return _between(_owed_from(record), _owed_until(kb, record, day), day)
        case Statute():
            last = record.repealed - _DAY if record.repealed is not None else None
            return _between(record.in_force, last, day)
        case Agreement():
            return _between(agreement.first_day(kb), agreement.last_day(kb, day), day)
        case Programme():
            start, end = record.period_start, record.period_end
            return _between(start.first if start else None, end.last if end else None, day)
        case Amendment():
            return _between(record.day, None, day)
        case Document():
            return _document(kb, record, day)
        case _:
            return Presence()


def _between(start: date | None, end: date | None, day: date) -> Presence:
    return Presence(
        start if start is not None and start > day else None,
        end if end is not None and end < day else None,
    )


def _measure(kb: KnowledgeBase, measure: Measure, day: date) -> Presence:
    if region.is_there(kb, measure, day):
        return Presence()
    return _between(measures.first_day(kb, measure), measure.end, day)


def _living(kb: KnowledgeBase, key: str, day: date) -> Presence:
    ending, beginning = lifetime.ending(kb, key, day), lifetime.beginning(kb, key, day)
    return Presence(
        beginning.first if beginning is not None else None,
        ending.day if ending is not None else None,
    )


def _owed_from(obligation: Obligation) -> date | None:
    """Return the first day on which somebody must do it, as far as it says one."""
    starts = [doer.start for doer in obligation.doers]
    first = min((start for start in starts if start is not None), default=None)
    days = [obligation.first.first] if obligation.first is not None else []
    if first is not None and None not in starts:
        days.append(first)
    return max(days, default=None)


def _owed_until(kb: KnowledgeBase, obligation: Obligation, day: date) -> date | None:
    """Return the last day of an obligation: its own, else the agreement's where no law binds."""
    is_by_law = "law" in force.of_all(obligation)
    return obligation.end or (None if is_by_law else agreement.last_day(kb, day))


def _document(kb: KnowledgeBase, document: Document, day: date) -> Presence:
    """Return whether a document is one of the agreement's: from a change on, until another."""
    if document in agreement.documents(kb, day):
        return Presence()
    changes = agreement.changes(kb)
    added = min((one.day for one in changes if document.id in one.documents), default=None)
    replaced = min((one.day for one in changes if document.id in one.replaces), default=None)
    return _between(added, replaced - _DAY if replaced is not None else None, day)
