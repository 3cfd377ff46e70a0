"""How it is said that what is told is not in the words of the source."""

from collections.abc import Iterable

from yhdyspinta_cli.facts.restated import is_restated
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record


def mark(kb: KnowledgeBase, record: Record) -> str:
    """Return what is said of a record's wording, empty where it is the source's own."""
    return _("content told in other words than the source's") if is_restated(kb, record) else ""


def sentence(kb: KnowledgeBase, records: Iterable[Record]) -> str:
    """Return the sentence below several records, empty where none of them is restated."""
    found = [is_restated(kb, record) for record in records]
    if not any(found):
        return ""
    if all(found):
        return _("The content is told in other words than the source's.")
    return _("The content of some of these is told in other words than the source's.")
