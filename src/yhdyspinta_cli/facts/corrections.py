"""Which report corrects which: since when, what is left uncorrected, what was corrected twice."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from yhdyspinta_cli.facts import memo
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.status import Update, Value

R = TypeVar("R", bound=Update | Value)


@frozen
class CorrectedTwice:
    """A record that corrects what another one (an id), uncorrected too, has corrected before."""

    record: Correctable
    other: str
    corrected: str


@memo.once
def days(kb: KnowledgeBase, kind: type[Update] | type[Value]) -> Mapping[str, date]:
    """Return the first day on which each record of a kind (its id) stands corrected by another."""
    found: dict[str, date] = {}
    for record in kb.of(kind):
        if record.corrects is not None:
            day = record.on.last
            found[record.corrects] = min(day, found.get(record.corrects, day))
    return found


def of(kb: KnowledgeBase, key: str) -> tuple[str, ...]:
    """Return the ids of the reports that correct one (an id), in the order of the files."""
    return _by_corrected(kb).get(key, ())


@memo.once
def _by_corrected(kb: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for report in kb.correctable:
        if report.corrects is not None:
            found[report.corrects] = (*found.get(report.corrects, ()), report.id)
    return found


def holds(kb: KnowledgeBase, record: Update | Value, day: date) -> bool:
    """True where a report is known by `day` and no other has corrected it by then."""
    if record.on.last > day:
        return False
    since = days(kb, type(record)).get(record.id)
    return since is None or since > day


def uncorrected(records: Sequence[R]) -> Iterator[R]:
    """Yield the reports that no other one corrects, in their order, without the void ones."""
    corrected = {record.corrects for record in records}
    yield from (r for r in records if r.id not in corrected and not r.void)


def subject(record: Correctable) -> tuple[str | None, ...]:
    """Return what a report is about; a correction must be about the same."""
    if isinstance(record, Update):
        return (record.measure, record.party)
    if isinstance(record, Value):
        return (record.indicator, record.party)
    return (record.type,)


def corrected_twice(kb: KnowledgeBase) -> Iterator[CorrectedTwice]:
    """Yield each record that corrects what another one, which holds as well, has corrected."""
    first: dict[str, str] = {}
    for record in kb.correctable:
        wrong = kb.find(type(record), record.corrects)
        if record.corrects is None or of(kb, record.id) or wrong is None:
            continue
        if subject(wrong) != subject(record):
            continue
        other = first.setdefault(record.corrects, record.id)
        if other != record.id:
            yield CorrectedTwice(record, other, record.corrects)
