"""Sentences that stand above many answers."""

from collections.abc import Iterable
from datetime import date

from yhdyspinta_cli.facts import lifetime
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output.layout import Paragraph
from yhdyspinta_cli.wording import restated as restated_words
from yhdyspinta_cli.wording.trails import agreement_text, validity_text


def agreement(kb: KnowledgeBase, day: date) -> tuple[Paragraph, ...]:
    """A paragraph where the agreement does not hold on the day, else nothing."""
    text = agreement_text(kb, day)
    return (Paragraph(text),) if text else ()


def actor(kb: KnowledgeBase, key: str | None, day: date) -> tuple[Paragraph, ...]:
    """A paragraph where an actor (its id) has ended by the day or not yet begun, else nothing."""
    if key is None:
        return ()
    ending, beginning = lifetime.ending(kb, key, day), lifetime.beginning(kb, key, day)
    text = validity_text(kb, ending, beginning, key)
    return (Paragraph(f"{kb.name(key)}: {text}."),) if text else ()


def year(kb: KnowledgeBase, asked: int | None, day: date) -> tuple[Paragraph, ...]:
    """A paragraph where the agreement does not hold in the year asked about, else nothing.

    It names the years that can be chosen.
    """
    if asked is None:
        return ()
    from yhdyspinta_cli.wording import years

    outside = years.outside(kb, asked, day)
    if outside is None:
        return ()
    return (Paragraph(". ".join(words[0].upper() + words[1:] for words in outside) + "."),)


def restated(kb: KnowledgeBase, records: Iterable[Record]) -> tuple[Paragraph, ...]:
    """A paragraph where the content of records is not in the source's words, else nothing.

    A measure is left out: lists and cards tell it by its title, which is never the source's.
    """
    text = restated_words.sentence(kb, (r for r in records if not isinstance(r, Measure)))
    return (Paragraph(text),) if text else ()
