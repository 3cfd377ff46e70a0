"""Names of records by their ids, where there may be none."""

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase


def name(kb: KnowledgeBase, key: str | None) -> str:
    """Return the name of a record, empty where there is no id."""
    return kb.name(key) if key else ""


def decider(kb: KnowledgeBase, key: str | None) -> str:
    """Return who can decide, as far as the data say."""
    return kb.name(key) if key else _("not stated")
