"""How often something is to be done, in words. `at least` is a part of what is told, always."""

from typing import assert_never

from yhdyspinta_cli.language import day_text, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.bodies import Rhythm
from yhdyspinta_cli.vocabulary import Per
from yhdyspinta_cli.wording import days


def _times(per: Per, times: int) -> str:
    match per:
        case "year":
            return plural("once a year", "{n} times a year", times)
        case "term":
            return plural("once a council term", "{n} times a council term", times)
        case _:
            assert_never(per)


def often(value: Rhythm) -> str:
    """Return ``2 times a year``, ``at least once a council term``; empty without a period."""
    if value.per is None:
        return ""
    times = _times(value.per, value.times)
    return _("at least {rhythm}").format(rhythm=times) if value.at_least else times


def words(value: Rhythm) -> str:
    """Return how often: ``2 times a year``, ``by 2025``, ``when the report is ready``."""
    if value.per is None and value.by is not None:
        return _("by {day}").format(day=days.moment(value.by))
    return often(value) or value.when or f"”{value.printed}”"


def as_printed(value: Rhythm) -> str:
    """Return how often, in the source's own words where it has them."""
    if value.when or value.printed:
        return value.when or value.printed or ""
    if value.by is not None:
        return _("by {day}").format(day=day_text(value.by.last))
    return often(value)


def in_prose(value: Rhythm) -> str:
    """Return how often for a running text: ``once, by the end of the year 2025``.

    Empty where only the source's own words tell it (`source_words`).
    """
    if value.by is None:
        return often(value)
    if value.by.is_year:
        return _("once, by the end of the year {year}").format(year=value.by.written)
    return _("once, by the end of {when}").format(when=days.moment_in_prose(value.by))


def source_words(value: Rhythm) -> str:
    """Return the source's own words for when, or for how often; empty where it has none."""
    return value.when or value.printed or ""
