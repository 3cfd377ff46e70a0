"""Which report corrects which: what is left uncorrected, what was corrected twice."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

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
    corrected = {record.corrects for record in kb.correctable}
    for record in kb.correctable:
        wrong = kb.find(type(record), record.corrects)
        if record.corrects is None or record.id in corrected or wrong is None:
            continue
        if subject(wrong) != subject(record):
            continue
        other = first.setdefault(record.corrects, record.id)
        if other != record.id:
            yield CorrectedTwice(record, other, record.corrects)
