"""Sentences that stand above many answers."""

from datetime import date

from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output.layout import Paragraph
from yhdyspinta_cli.wording.trails import agreement_text


def agreement(kb: KnowledgeBase, day: date) -> tuple[Paragraph, ...]:
    """A paragraph where the agreement does not hold on the day, else nothing."""
    text = agreement_text(kb, day)
    return (Paragraph(text),) if text else ()
