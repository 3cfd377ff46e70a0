"""What a page says of where its record is from: the place in the source, remarks, other sources."""

from datetime import date

from yhdyspinta_cli.facts.restated import is_restated
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.report import documents, legal_context

_KINDS = ("defect", "reading", "note")


@frozen
class OutsideLine:
    """A fact from outside the source: where it was read, its address, and on which day."""

    fact: str
    source: str
    url: str
    day: date


@frozen
class PageGrounds:
    """Where a record is from: `restated` where it is told in other words than the source's.

    `remarks` are all that the data makes on it, those to be decided first.
    """

    places: tuple[str, ...]
    restated: bool
    remarks: tuple[documents.RemarkRow, ...]
    outside: tuple[OutsideLine, ...]


def grounds(kb: KnowledgeBase, record: Record, *inside: Record) -> PageGrounds:
    """Return where a record is from, with the remarks on what stands `inside` it."""
    remarks = (
        remark for one in (record, *inside) for remark in legal_context.remarks(kb, one, _KINDS)
    )
    return PageGrounds(
        tuple(dict.fromkeys(kb.place_text(place) for place in record.source)),
        is_restated(kb, record),
        tuple(sorted(remarks, key=lambda one: not one.to_decide)),
        tuple(
            OutsideLine(one.fact, one.named_source, one.url or "", one.day)
            for one in record.outside
        ),
    )
