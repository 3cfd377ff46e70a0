"""How often something is to be done, in words. `at least` is a part of what is told, always."""

from typing import assert_never

from yhdyspinta_cli.language import day_text, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.bodies import Rhythm, Within
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.vocabulary import EVENT_KINDS
from yhdyspinta_cli.wording import days, own_words, quotes, recurrences


def often(value: Rhythm) -> str:
    """Return ``2 times a year``, ``at least once a council term``; empty without a period.

    With its day: ``yearly by 30 April``, ``every second year by 1 March``.
    """
    per = value.per
    if per is None:
        return ""
    if value.every > 1:
        often = recurrences.every(per, value.every)
        if value.times > 1:
            often = _("{n} times: {rhythm}").format(n=value.times, rhythm=often)
    else:
        often = recurrences.times(per, value.times, by_day=value.due is not None)
    if value.due is not None:
        due = recurrences.due_day(per, value.due)
        often = _("{rhythm} by {due}").format(rhythm=often, due=due)
    if value.at_least:
        return _("at least {rhythm}").format(rhythm=often)
    if value.at_most:
        is_latest = value.every > 1 or value.due is not None
        words = _("at the latest {rhythm}") if is_latest else _("at most {rhythm}")
        return words.format(rhythm=often)
    return often


def clock_name(kb: KnowledgeBase, value: Rhythm) -> str:
    """Return what starts the clock of a rhythm: a kind of event, a body or an obligation."""
    if value.within is None:
        return ""
    after = value.within.after
    return own_words.shown(value.within, "after") if after in EVENT_KINDS else kb.name(after)


def soon(value: Within, clock: str) -> str:
    """Return ``within 30 days after: meeting``; `clock` is what starts it."""
    match value.unit:
        case "days":
            words = plural("within a day after: {clock}", "within {n} days after: {clock}", value.n)
        case "weeks":
            words = plural(
                "within a week after: {clock}", "within {n} weeks after: {clock}", value.n
            )
        case "months":
            words = plural(
                "within a month after: {clock}", "within {n} months after: {clock}", value.n
            )
        case _:
            assert_never(value.unit)
    return words.replace("{clock}", clock)


def untold() -> str:
    """Return what is said where the source gives no time; our own words."""
    return _("the source gives no time")


def words(kb: KnowledgeBase, value: Rhythm) -> str:
    """Return how often: ``2 times a year``, ``by 2025``, ``when the report is ready``."""
    if not value.is_told:
        return untold()
    if value.per is None and value.by is not None:
        return _("by {day}").format(day=days.moment(value.by))
    if value.within is not None:
        return soon(value.within, clock_name(kb, value))
    return often(value) or value.when or quotes.of(value.printed or "")


def as_printed(kb: KnowledgeBase, value: Rhythm) -> str:
    """Return how often, in the source's own words where it has them, empty where it tells none."""
    if not value.is_told:
        return ""
    if value.when or value.printed:
        return value.when or value.printed or ""
    if value.by is not None:
        return _("by {day}").format(day=day_text(value.by.last))
    return words(kb, value)


def in_prose(value: Rhythm, clock: str = "") -> str:
    """Return how often for a running text: ``once, by the end of the year 2025``.

    `clock` is what starts its clock, if it has one. Empty where only the source's own words tell
    it (`source_words`).
    """
    if value.within is not None:
        return soon(value.within, clock)
    if value.by is None:
        return often(value)
    if value.by.is_year:
        return _("once, by the end of the year {year}").format(year=value.by.written)
    return _("once, by the end of {when}").format(when=days.moment_in_prose(value.by))


def source_words(value: Rhythm) -> str:
    """Return the source's own words for when, or for how often; empty where it has none."""
    return value.when or value.printed or ""
