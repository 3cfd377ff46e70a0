"""Days in words: a day, or a month or a year where the source has no day."""

import re
from datetime import date

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.language import day_text, month_name, month_number
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.moment import Moment

_FINNISH_DAY = r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})"
_FINNISH_MONTH = r"([0-9]{1,2})/([0-9]{4})"
_IN_WORDS = r"(?:[Ii]n? |(?:[Dd]en )?([0-9]{1,2})\.? )?([^\W\d_]+) ([0-9]{4})"


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


def iso(value: str) -> str:
    """Return a day or a month, as Finns write it or as a report prints it, in the data's form.

    14.5.2024, 14. toukokuuta 2024, den 14 maj 2024, 14 May 2024, 5/2024, toukokuu 2024,
    toukokuussa 2024, i maj 2024 and in May 2024 are understood; anything else comes back without
    blanks at its ends.
    """
    written = plain_text.one_line(value)
    finnish = re.fullmatch(_FINNISH_DAY, written)
    if finnish is not None:
        day_, month, year = finnish.groups()
        return f"{year}-{month:0>2}-{day_:0>2}"
    monthly = re.fullmatch(_FINNISH_MONTH, written)
    if monthly is not None:
        return f"{monthly[2]}-{monthly[1]:0>2}"
    worded = re.fullmatch(_IN_WORDS, written)
    number = month_number(worded[2]) if worded is not None else None
    if worded is None or number is None:
        return written
    month = f"{worded[3]}-{number:02}"
    return f"{month}-{worded[1]:0>2}" if worded[1] else month
