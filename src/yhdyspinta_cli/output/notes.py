"""Sentences that stand above many answers."""

from collections.abc import Iterable
from datetime import date

from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output.layout import Paragraph
from yhdyspinta_cli.wording import restated as restated_words
from yhdyspinta_cli.wording.trails import agreement_text


def agreement(kb: KnowledgeBase, day: date) -> tuple[Paragraph, ...]:
    """A paragraph where the agreement does not hold on the day, else nothing."""
    text = agreement_text(kb, day)
    return (Paragraph(text),) if text else ()


def restated(kb: KnowledgeBase, records: Iterable[Record]) -> tuple[Paragraph, ...]:
    """A paragraph where the content of records is not in the source's words, else nothing.

    A measure is left out: lists and cards tell it by its title, which is never the source's.
    """
    text = restated_words.sentence(kb, (r for r in records if not isinstance(r, Measure)))
    return (Paragraph(text),) if text else ()
