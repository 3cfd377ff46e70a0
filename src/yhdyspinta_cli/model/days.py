"""What a day, a month, a year and a moment are in the data, and what each refuses."""

import re
from calendar import monthrange
from datetime import date, datetime
from typing import Any

from yhdyspinta_cli.model.marks import RefusalError
from yhdyspinta_cli.model.moment import Moment

EARLIEST, LATEST = date(1900, 1, 1), date(2099, 12, 31)
"""The first and the last day that anything in the data can be of."""

# Compiled when a value is held against them: a run that judges nothing needs none.
_DAY = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
_MONTH = r"([0-9]{4})-(0[1-9]|1[0-2])"
INSTANT_LETTERS = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}:[0-9]{2})"
)
_DAY_OF_YEAR = r"([0-9]{2})-([0-9]{2})"


def day(value: Any) -> Any:
    """Return a day, also where it is written as one. Raises RefusalError for anything else."""
    if isinstance(value, str):
        match = re.fullmatch(_DAY, value)
        try:
            value = date(*(int(part) for part in match.groups())) if match else value
        except ValueError:
            match = None
        if not match:
            raise RefusalError("day_form", "not a day of the form 2024-05-14")
    if type(value) is not date:
        raise RefusalError("day_form", "not a day of the form 2024-05-14")
    if not EARLIEST <= value <= LATEST:
        raise RefusalError("day_range", "the day is out of range")
    return value


def instant(value: Any) -> Any:
    """Return a moment with its offset. Raises RefusalError for anything else."""
    if isinstance(value, str) and re.fullmatch(INSTANT_LETTERS, value):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            value = None
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise RefusalError("instant_form", "not a moment with its offset")
    day(value.date())
    return value


def year(value: Any) -> Any:
    """Return a year in range. Raises RefusalError for anything else."""
    if type(value) is not int or not EARLIEST.year <= value <= LATEST.year:
        raise RefusalError("year_form", "not a year")
    return value


def due_day(value: Any) -> Any:
    """Return a day of a period: ``04-30``, or ``15``. Raises RefusalError for anything else."""
    if type(value) is int:
        value = str(value)
    match = re.fullmatch(_DAY_OF_YEAR, value) if isinstance(value, str) else None
    if match:
        month, day = map(int, match.groups())
        # 2024 is a leap year: 29 February is a day that some years have.
        if 1 <= month <= 12 and 1 <= day <= monthrange(2024, month)[1]:
            return value
    elif isinstance(value, str) and value.isdecimal() and 1 <= int(value) <= 31:
        return str(int(value))
    raise RefusalError("due_day_form", "not a day of a period")


def moment(value: Any) -> Any:
    """Return a day, a month or a year. Raises RefusalError for anything else."""
    if isinstance(value, Moment):
        return value
    if type(value) is int and EARLIEST.year <= value <= LATEST.year:
        return Moment(str(value))
    if isinstance(value, str) and re.fullmatch(_MONTH, value):
        if not EARLIEST.year <= int(value[:4]) <= LATEST.year:
            raise RefusalError("day_range", "the day is out of range")
        return Moment(value)
    if isinstance(value, str) and not re.fullmatch(_DAY, value):
        raise RefusalError("moment_form", "not a day, a month or a year")
    if isinstance(value, str | date):
        return Moment(day(value).isoformat())
    raise RefusalError("moment_form", "not a day, a month or a year")


_WITH_TIME = r"([0-9-]{10})(?:T| +(?:klo +)?)[0-9]{1,2}(?:[:.].*)?"
_YEAR = r"[0-9]{4}"
_AS_SPOKEN = r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})"


def dated(printed: str) -> Moment | None:
    """Return the day, month or year that a `Dating` is, None where it is only words.

    The time of a day is left out: ``2024-12-04T09:34:51+02:00`` is the fourth, as its zone has it.
    """
    spoken = re.fullmatch(_AS_SPOKEN, printed)
    written: str | int = re.sub(_WITH_TIME, r"\1", printed)
    if spoken:
        day, month, year = spoken.groups()
        written = f"{year}-{int(month):02}-{int(day):02}"
    elif re.fullmatch(_YEAR, printed):
        written = int(printed)
    try:
        found = moment(written)
    except RefusalError:
        return None
    return found if isinstance(found, Moment) else None
