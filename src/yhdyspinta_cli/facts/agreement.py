"""The agreement through time: when it holds, as amended, extended and replaced by a day."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import assert_never

from yhdyspinta_cli.facts.spans import Span
from yhdyspinta_cli.model.agreement import Accessibility, Amendment, Document
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase

_DAY = timedelta(days=1)


def first_day(kb: KnowledgeBase) -> date:
    """Return the first day on which the agreement holds."""
    return kb.agreement.validity.start


def changes(kb: KnowledgeBase, day: date | None = None) -> tuple[Amendment, ...]:
    """Return the amendments, extensions and successors in force by `day`, oldest first.

    All that are recorded where no day is given.
    """
    known = (one for one in kb.agreement.amendments if day is None or one.day <= day)
    return tuple(sorted(known, key=lambda one: (one.day, one.id)))


def last_day(kb: KnowledgeBase, day: date | None = None) -> date | None:
    """Return the last day on which the agreement holds, None where it has no end.

    As it stood on `day`, else as far as is recorded: an extension or a successor sets a new last
    day, or none; an amendment only where it says one.
    """
    return _last_day(kb, changes(kb, day))


def _last_day(kb: KnowledgeBase, known: Iterable[Amendment]) -> date | None:
    last = kb.agreement.validity.end
    for one in known:
        if sets_last_day(one):
            last = one.end
    return last


def agreed(kb: KnowledgeBase, day: date) -> tuple[Amendment, ...]:
    """Return the changes that had been agreed by `day` and come into force only after it.

    The day of a document is that of its signing: a change is known to be agreed once all of its
    documents are signed. One without a dated document is known from the day of its force only.
    """
    signed = {p.id: p.day for p in kb.agreement.documents}
    found = []
    for one in changes(kb):
        days = [signed.get(key) for key in one.documents]
        if one.day > day and days and all(known is not None and known <= day for known in days):
            found.append(one)
    return tuple(found)


def agreed_last_day(kb: KnowledgeBase, day: date) -> date | None:
    """Return the last day as `last_day` does, with what had been agreed by `day` for a day to come.

    An agreement that is followed by a successor ends with it.
    """
    return _last_day(kb, (*changes(kb, day), *agreed(kb, day)))


def sets_last_day(change: Amendment) -> bool:
    """True for a change after which the agreement has the change's own last day, or none."""
    match change.type:
        case "amendment":
            return change.end is not None
        case "extension" | "successor":
            return True
        case _:
            assert_never(change.type)


def version(kb: KnowledgeBase, day: date) -> Amendment | None:
    """Return the change by which the agreement stands on `day`, None for the first wording."""
    return (changes(kb, day) or (None,))[-1]


def documents(kb: KnowledgeBase, day: date) -> tuple[Document, ...]:
    """Return the documents of the agreement on `day`.

    Without those of changes not in force by then, and those that a change in force has replaced.
    """
    later = {key for one in kb.agreement.amendments if one.day > day for key in one.documents}
    replaced = {key for one in changes(kb, day) for key in one.replaces}
    return tuple(p for p in kb.agreement.documents if p.id not in later | replaced)


def holds(kb: KnowledgeBase, day: date) -> bool:
    """True on the days of the agreement, the first and the last included."""
    last = last_day(kb, day)
    return first_day(kb) <= day and (last is None or day <= last)


def is_over(kb: KnowledgeBase, day: date) -> bool:
    """True after the last day of the agreement as it stood on `day`."""
    last = last_day(kb, day)
    return last is not None and last < day


def gaps(kb: KnowledgeBase, day: date) -> tuple[Span, ...]:
    """Return the runs of days between two versions, as far as is in force by `day`.

    An extension or a successor that comes into force only after the last day leaves one open.
    """
    found: list[Span] = []
    last = kb.agreement.validity.end
    for one in changes(kb, day):
        if sets_last_day(one):
            if last is not None and last + _DAY < one.day:
                found.append(Span(last + _DAY, one.day - _DAY))
            last = one.end
    return tuple(found)


def asked_until(kb: KnowledgeBase, day: date) -> date:
    """Return the day up to which something need be heard: `day`, or the last of the agreement."""
    last = last_day(kb, day)
    return day if last is None else min(day, last)


def holds_in(kb: KnowledgeBase, year: int, day: date) -> bool:
    """True for a year in which the agreement holds on some day, as it stood on `day`."""
    last = last_day(kb, day)
    if year < first_day(kb).year or (last is not None and last.year < year):
        return False
    first, end = date(year, 1, 1), date(year, 12, 31)
    return not any(gap.start <= first and end <= gap.end for gap in gaps(kb, day))


def coming_in(kb: KnowledgeBase, year: int, day: date) -> Amendment | None:
    """Return the first recorded change yet to come on `day` by which the agreement holds in a year.

    None where it holds in that year by none.
    """
    coming = (one for one in changes(kb) if one.day > day)
    return next((one for one in coming if holds_in(kb, year, one.day)), None)


def accessibility(kb: KnowledgeBase) -> Accessibility:
    """Return what the publisher has stated of accessibility; nothing where it has not."""
    return kb.agreement.accessibility or Accessibility()
