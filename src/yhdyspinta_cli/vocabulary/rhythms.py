"""The periods of rhythms, and in what is counted how soon a thing is due."""

from collections.abc import Mapping
from typing import Literal, get_args

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.vocabulary.tables import closed

PartOfYear = Literal["month", "quarter", "half-year", "year"]
"""The periods that the calendar itself cuts: `facts.windows` tells where."""

Per = Literal[PartOfYear, "term"]
"""The period in which a rhythm says how many times; `term` is a council term, from the data."""

PARTS_OF_YEAR: tuple[PartOfYear, ...] = get_args(PartOfYear)

PERS: tuple[Per, ...] = get_args(Per)


@frozen
class Recurrence:
    """What the period of a rhythm is, for whoever asks; its words are `wording.recurrences`.

    `months` is how many whole months it has, in one of which its due day may be told; 0 where it
    has no such day. `is_any_time` where a thing without such a day has no place in a calendar.
    """

    months: int
    is_any_time: bool = False

    def has_day(self, due: str) -> bool:
        """True where every such period has this day: a number in a month, else MM-DD."""
        if "-" not in due:
            return self.months == 1
        return self.months > 1 and int(due[:2]) <= self.months


RECURRENCES: Mapping[Per, Recurrence] = closed(
    PERS,
    {
        "month": Recurrence(months=1),
        "quarter": Recurrence(months=3),
        "half-year": Recurrence(months=6),
        "year": Recurrence(months=12, is_any_time=True),
        "term": Recurrence(months=0),
    },
)

Unit = Literal["days", "weeks", "months"]
"""In what is counted how soon after something a thing is due."""

Council = Literal["municipal", "county"]
