"""The remarks on the source: known defects, other readings, notes."""

from collections.abc import Iterator

from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record, Remark


def remarks(kb: KnowledgeBase, kind: str) -> tuple[tuple[Record, Remark], ...]:
    """Return every remark of a kind with its record, in the order of the document."""
    return tuple((r, remark) for r in _in_order(kb) for remark in r.remarks if remark.kind == kind)


def to_decide(kb: KnowledgeBase) -> tuple[tuple[Record, Remark], ...]:
    """Return every remark that tells what has to be decided, with its record, in the same order."""
    return tuple((r, remark) for r in _in_order(kb) for remark in r.remarks if remark.to_decide)


def _in_order(kb: KnowledgeBase) -> Iterator[Record]:
    """Yield every record, what the two documents hold first, then the measures."""
    first = [e.record for e in kb.entries.values() if e.path.endswith("/agreement.yaml")]
    then = [e.record for e in kb.entries.values() if e.path.endswith("/programme.yaml")]
    seen = {record.id for record in (*first, *then)}
    yield from first
    yield from then
    for measure in kb.measures:
        seen.add(measure.id)
        yield measure
    yield from (e.record for key, e in kb.entries.items() if key not in seen)
