"""What a number of a workbook is: a count, a decimal, or a day, by the look of its cell."""

import re
from datetime import date, datetime, timedelta

_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", re.ASCII)
_LONGEST = 400
"""How many letters a number may have: the largest double has 309 digits."""
_DIGITS = 15
"""How many digits a spreadsheet keeps; what it writes beyond them is noise of binary numbers."""
_WHOLE = 10**15
_DAYS = frozenset((14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)))
_TIMES = frozenset((18, 19, 20, 21, 45, 46, 47))
"""The looks that have no code in the file: of a day, of a time of day."""
_NO_LETTERS = re.compile(r'"[^"]*"?|\\.|[_*].|\[[^\]]*\]|am/pm|a/p')
_LEAP_BUG, _LAST_DAY = 60, 2_958_465
"""Excel has a 29 February 1900; its calendar ends with the year 9999."""
_SECONDS = 86_400

Look = str
"""How a number is shown: "number", "day" (with or without a time) or "time"."""


def look(number: int, codes: dict[int, str]) -> Look:
    """Return how cells of a number format look; `codes` are those of the file, by number."""
    if number not in codes:
        return "day" if number in _DAYS else "time" if number in _TIMES else "number"
    code = _NO_LETTERS.sub("", codes[number].lower()).partition(";")[0]
    has_time = "h" in code or "s" in code
    if "y" in code or "d" in code or ("m" in code and not has_time):
        return "day"
    return "time" if has_time else "number"


def number(written: str) -> int | float | None:
    """Return the number that a file writes, None where it is none or larger than any."""
    if len(written) > _LONGEST or not _NUMBER.fullmatch(written):
        return None
    found = float(written)
    if found in (float("inf"), float("-inf")):
        return None
    if found == int(found) and abs(found) < _WHOLE:
        return int(found)
    return float(f"{found:.{_DIGITS}g}")


def shown(count: int | float, how: Look, *, from_1904: bool) -> date | str | None:
    """Return the day (date or datetime) or the time of day ("13:30") that a number is shown as.

    None where there is no such day; `from_1904` is how old workbooks of Macs count.
    """
    if how == "time":
        return _time(count)
    if not 0 <= count < _LAST_DAY + 1:
        return None
    if from_1904:
        first = datetime(1904, 1, 1)
    elif count < 1 or _LEAP_BUG <= count < _LEAP_BUG + 1:
        return None
    else:
        first = datetime(1899, 12, 31) if count < _LEAP_BUG else datetime(1899, 12, 30)
    try:
        moment = first + timedelta(seconds=round(count * _SECONDS))
    except OverflowError:
        return None
    return moment if count != int(count) and moment.time() != datetime.min.time() else moment.date()


def _time(count: int | float) -> str | None:
    if not 0 <= count < 1:
        return None
    minutes = round(count * _SECONDS) // 60
    return f"{minutes // 60:02}:{minutes % 60:02}"


def moment(written: str) -> date | None:
    """Return the day or the moment that a file writes as 2025-05-14 or 2025-05-14T12:30:00.

    None where there is no such day.
    """
    if not re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?Z?)?", written, re.ASCII):
        return None
    try:
        found = datetime.fromisoformat(written.rstrip("Z")[:19]).replace(microsecond=0)
    except ValueError:
        return None
    return found if found.time() != datetime.min.time() else found.date()
