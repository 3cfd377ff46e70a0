"""How often something is to be done, in words. `at least` is a part of what is told, always."""

from typing import assert_never

from yhdyspinta_cli.language import day_text, month_name, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.bodies import Rhythm, Within
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.vocabulary import EVENT_KINDS
from yhdyspinta_cli.wording import own_words, quotes, recurrences


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


def ours(value: Rhythm, clock: str = "") -> str:
    """Return what a rhythm means: ``2 times a year``, ``once, by the end of the year 2025``.

    `clock` is what starts its clock, if it has one. Empty where only the source's own words tell
    it (`when`, `printed`).
    """
    if value.within is not None:
        words = soon(value.within, clock)
        if value.times > 1:
            words = _("{n} times: {rhythm}").format(n=value.times, rhythm=words)
        return words
    if value.by is None:
        return often(value)
    words = _by(value.by, value.times)
    return _("at least {rhythm}").format(rhythm=words) if value.at_least else words


def _by(day: Moment, times: int) -> str:
    if day.is_day:
        words = plural("once, by {day}", "{n} times, by {day}", times)
        return words.format(n=times, day=day_text(day.last))
    if day.is_year:
        words = plural(
            "once, by the end of the year {year}", "{n} times, by the end of the year {year}", times
        )
        return words.format(n=times, year=day.written)
    words = plural(
        "once, by the end of {month} {year}", "{n} times, by the end of {month} {year}", times
    )
    return words.format(n=times, month=month_name(day.last.month), year=day.last.year)


def words(kb: KnowledgeBase, value: Rhythm) -> str:
    """Return how often, the same wherever a rhythm is shown.

    What it means, in our own words; the words of the source for an occasion, or in quotation marks
    where they alone tell it; that the source gives no time, where it gives none.
    """
    if not value.is_told:
        return untold()
    own = ours(value, clock_name(kb, value))
    return own or value.when or quotes.of(value.printed or "")
