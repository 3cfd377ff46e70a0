"""What a measure is on a day beside its state: what it lacks, since when, who can decide."""

import re
from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.facts import agreement, naming
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure


@dataclass(frozen=True, slots=True)
class Age:
    """Since when something is so, counted to the day asked about.

    `stated` is False where the data say no day and the agreement's first day is taken. `days`
    is 0 where the day asked about comes before it.
    """

    since: date
    days: int
    stated: bool


def age(kb: KnowledgeBase, stated: date | None, day: date) -> Age:
    """Return since when something is so: the day stated, else the agreement's first day."""
    since = stated or agreement.first_day(kb)
    return Age(since, max(0, (day - since).days), stated is not None)


def decides(kb: KnowledgeBase, measure: Measure) -> str | None:
    """Return the id of who can decide on a measure: named for it, else for its interface."""
    if measure.nobody is not None and measure.nobody.decides is not None:
        return measure.nobody.decides
    return decides_on(kb, measure.interface)


def decides_on(kb: KnowledgeBase, interface: str | None) -> str | None:
    """Return the id of the body that can decide on an interface, None where none is stated."""
    found = kb.find(Interface, interface)
    return found.decides if found else None


# "Kaikki toimijat", "kukin toimija oman organisaationsa puitteissa": everybody is nobody.
_VAGUE = re.compile(r"(?:kaikki|kukin|jokainen|eri)\s+(?:toimija|taho)", re.IGNORECASE)


def is_vague(kb: KnowledgeBase, actor: str, label: str = "") -> bool:
    """True where who is named, or what is printed, is a word for nobody in particular."""
    return kb.is_vague(actor) or any(_VAGUE.match(words) for words in (label, kb.name(actor)))


def vague(kb: KnowledgeBase, measure: Measure, day: date) -> tuple[naming.Named, ...]:
    """Return who answers for a measure on `day` in words that mean nobody in particular."""
    return tuple(
        one
        for one in naming.named(kb, measure, day)
        if one.answers and is_vague(kb, one.actor, one.label)
    )


def nobody_known(kb: KnowledgeBase, measure: Measure, day: date) -> bool:
    """True where nobody answers on `day`, and the source says so itself."""
    return measure.nobody is not None and naming.is_without(kb, measure, day)


def nobody_forgotten(kb: KnowledgeBase, measure: Measure, day: date) -> bool:
    """True where nobody answers on `day`, and nothing says that this is known."""
    return measure.nobody is None and naming.is_without(kb, measure, day)


def leaderless(kb: KnowledgeBase, measure: Measure, day: date) -> int:
    """Return how many answer for a measure where several do and none of them leads, else 0."""
    roles = [one.role for one in naming.named(kb, measure, day) if one.answers]
    return len(roles) if len(roles) > 1 and "lead" not in roles else 0


def continued_by(kb: KnowledgeBase, measure: Measure, day: date) -> tuple[Measure, ...]:
    """Return the measures that go on with this one and have begun by `day`, in the data's order."""
    return tuple(
        one
        for one in kb.measures
        if one.continues == measure.id and (one.start is None or one.start <= day)
    )


def no_indicator(measure: Measure) -> bool:
    """True where nothing tells whether a measure is done."""
    return not measure.indicators
