"""Whose sentences are told in other words than the source's."""

from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record


def is_restated(kb: KnowledgeBase, record: Record) -> bool:
    """True where the data tells the content of a record in its own words."""
    own = isinstance(record, Measure) and record.restated
    return own or record.kind in kb.agreement.restated
