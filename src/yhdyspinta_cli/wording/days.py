"""Days in words: a day, or a month or a year where the source has no day."""

from datetime import date

from yhdyspinta_cli.language import day_text, month_name
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.moment import Moment


def moment(value: Moment) -> str:
    """Return a day as its readers write it; a month or a year as the source has it."""
    return day_text(value.first) if value.is_day else value.written


def of(value: Moment | date) -> str:
    """Return a day, or a moment, as its readers write it."""
    return moment(value) if isinstance(value, Moment) else day_text(value)


def moment_in_prose(value: Moment) -> str:
    """Return a day as a day, a month as its name and year, a year as it is."""
    if value.is_day or value.is_year:
        return moment(value)
    return f"{month_name(value.first.month)} {value.first.year}"


def moment_cell(value: Moment) -> date | str:
    """Return a day as itself, so that every format writes its own; a month or a year as it is."""
    return value.first if value.is_day else value.written


def held(start: date, end: date | None) -> str:
    """Return a run of days, with an end or until further notice."""
    if end is None:
        return _("from {day} until further notice").format(day=day_text(start))
    return f"{day_text(start)}–{day_text(end)}"
