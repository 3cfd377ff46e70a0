"""When something happened, as exactly as the source tells it: a day, a month or a year."""

from calendar import monthrange
from datetime import date
from functools import cache

from yhdyspinta_cli.frozen import frozen


@frozen
class Moment:
    """A day, a month or a year, as the source has it: ``2024-05-14``, ``2024-05``, ``2024``."""

    written: str

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return _first_day(self.written)

    @property
    def last(self) -> date:
        """The last day it can mean; what happened in 2024 is certain only from this day."""
        return _last_day(self.written)

    @property
    def is_day(self) -> bool:
        """True where the day is known."""
        return len(self.written) == 10

    @property
    def precision(self) -> int:
        """How exact it is: 0 for a year, 1 for a month, 2 for a day."""
        return self.written.count("-")

    @property
    def is_year(self) -> bool:
        """True where only the year is known."""
        return len(self.written) == 4

    def __str__(self) -> str:
        return self.written


# Of ten thousand reports each is asked for its days several times, and many are of one day.
@cache
def _first_day(written: str) -> date:
    return date.fromisoformat((written + "-01-01")[:10])


@cache
def _last_day(written: str) -> date:
    if len(written) == 10:
        return date.fromisoformat(written)
    year, month = int(written[:4]), int(written[5:] or 12)
    return date(year, month, monthrange(year, month)[1])
