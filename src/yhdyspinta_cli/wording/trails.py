"""Why a name stands in an answer: the trail to it, when it holds, since when it is so."""

from collections.abc import Mapping
from datetime import date

from yhdyspinta_cli.facts import agreement, behind
from yhdyspinta_cli.facts.lifetime import Beginning, Ending, has_left, own_end
from yhdyspinta_cli.facts.measures import Age
from yhdyspinta_cli.facts.trails import Trail
from yhdyspinta_cli.language import day_text, later, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.vocabulary import HOWS, How, closed
from yhdyspinta_cli.wording import days
from yhdyspinta_cli.wording.sentences import of_data

STEP = " – "
"""Between the steps of a trail: a sign that is read out as nothing but a pause."""


def trail_text(kb: KnowledgeBase, trail: Trail, end: str, day: date, *, seat: str = "") -> str:
    """A trail as a line, the actor it leads to first: names, and how many a collective has on
    the day.

    With `seat` the trail begins in a body, and the step from it says which seat it is.
    """
    steps: list[str] = []
    for number, key in enumerate(trail):
        count = len(behind.members(kb, key, day)) if kb.is_collective(key) else 0
        name = f"{kb.name(key)} ({count})" if count else kb.name(key)
        steps.append(f"{name}, {seat}" if seat and number == 1 else name)
    return STEP.join([*reversed(steps), end])


def ending_text(kb: KnowledgeBase, ending: Ending, actor: str) -> str:
    """``ended 2025-12-31, now its successor``, with what has ended where it is not the actor."""
    day, name = day_text(ending.day), of_data(kb.name(ending.actor))
    match ending.how, ending.actor == actor:
        case "ended", True:
            words = _("ended {day}").format(day=day)
        case "ended", False:
            words = _("{name} ended {day}").format(name=name, day=day)
        case "left", True:
            words = _("left the agreement {day}").format(day=day)
        case _:
            words = _("{name} left the agreement {day}").format(name=name, day=day)
    if ending.successor is None:
        return words
    return _("{words}, now {name}").format(words=words, name=of_data(kb.name(ending.successor)))


def beginning_text(kb: KnowledgeBase, beginning: Beginning, actor: str) -> str:
    """``begins 2024-01-01``, with what begins then where it is not the actor."""
    day = days.of(beginning.when)
    if beginning.actor == actor:
        return _("begins {day}").format(day=day)
    return _("{name} begins {day}").format(name=of_data(kb.name(beginning.actor)), day=day)


def validity_text(
    kb: KnowledgeBase, ending: Ending | None, beginning: Beginning | None, actor: str
) -> str:
    """That an actor has ended or has not yet begun; empty where neither is so."""
    if ending is not None:
        return ending_text(kb, ending, actor)
    return beginning_text(kb, beginning, actor) if beginning is not None else ""


def continues_text(kb: KnowledgeBase, measure: Measure) -> str:
    """``J1 Yhteinen tilannekuva``: the measure that this one goes on with, else as printed."""
    earlier = kb.find(Measure, measure.continues)
    return f"{earlier.code} {earlier.title}" if earlier else measure.continues_printed or ""


def joined_text(kb: KnowledgeBase, record: Record, day: date) -> str:
    """``joined the agreement 2026-03-01`` of a party that came by `day`, after the first ones."""
    joined = getattr(record, "joined", None)
    if not isinstance(joined, date) or not agreement.first_day(kb) < joined <= day:
        return ""
    return _("joined the agreement {day}").format(day=day_text(joined))


def to_end_text(record: Record, day: date) -> str:
    """``ends 2025-12-31``, ``leaves the agreement 2025-12-31``: of an actor there on `day`."""
    end = own_end(record)
    if isinstance(record, Measure) or end is None or end < day:
        return ""
    words = _("leaves the agreement {day}") if has_left(record) else _("ends {day}")
    return words.format(day=day_text(end))


def agreement_text(kb: KnowledgeBase, day: date) -> str:
    """A sentence where the agreement does not hold on the day: not any more, or not yet."""
    first, last = agreement.first_day(kb), agreement.last_day(kb, day)
    if day < first:
        return _("The agreement begins on {day}.").format(day=day_text(first))
    if last is not None and day > last:
        return _("The agreement ended on {day}.").format(day=day_text(last))
    return ""


def age_text(age: Age) -> str:
    """The day and the days since, or that no day is stated and the agreement's is taken."""
    days = plural("{n} day", "{n} days", age.days)
    if age.stated:
        return f"{day_text(age.since)} ({days})"
    return _("not stated; {days} since the agreement began, {day}").format(
        days=days, day=day_text(age.since)
    )


_HOW_IN_PROSE: Mapping[How, str] = closed(
    HOWS,
    {
        "direct": later("directly"),
        "part": later("by a part of it: {name}"),
        "successor": later("as the successor of {name}"),
        "seat": later("by a seat: {name}"),
        "collective": later("through: {name}"),
    },
)


def how_in_prose(how: How) -> str:
    """Return how naming one means another, in a running text, with the place of a ``{name}``."""
    return _(_HOW_IN_PROSE[how])


_HOW_WORDS: Mapping[How, str] = closed(
    HOWS,
    {
        "direct": later("directly"),
        "collective": later("through a collective"),
        "part": later("through a part"),
        "successor": later("as a successor"),
        "seat": later("through a seat"),
    },
)


def how_word(how: How) -> str:
    """Return how naming one means another, in a few words."""
    return _(_HOW_WORDS[how])
