"""What a measure is on a day beside its state: since when something is so, who can decide."""

from dataclasses import dataclass
from datetime import date

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
    since = stated or kb.agreement.validity.start
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
