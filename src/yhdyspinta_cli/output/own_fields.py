"""Fields of one's own: their labels and values for a reader."""

from datetime import date

from yhdyspinta_cli.language import day_text
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.wording import values as value_words


def own_fields(kb: KnowledgeBase, record: Record) -> tuple[tuple[str, str, str], ...]:
    """Return key, label and text of each of a record's fields of one's own."""
    declared = kb.agreement.own_fields(record.kind)
    return tuple(
        (key, declared[key].label if key in declared else key, own_text(value))
        for key, value in record.extra.items()
    )


def own_text(value: object) -> str:
    """Return the value of a field of one's own for a reader."""
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, date):
        return day_text(value)
    return value_words.value_words(value)
