"""The calendars that a calendar program takes in: of all, of each party, of each body."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.days import LATEST
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import calendar
from yhdyspinta_cli.queries.calendar import Calendar
from yhdyspinta_cli.queries.filters import EVERYTHING, Wanted

TYPE = "text/calendar"

Whose = Literal["all", "party", "body"]


@frozen
class CalendarFile:
    """The years of a calendar: of an actor (its id), or of all, whose id is empty."""

    whose: Whose
    key: str
    years: tuple[Calendar, ...]

    @property
    def path(self) -> str:
        """The path of the file."""
        return (
            "calendar/all.ics" if self.whose == "all" else f"calendar/{self.whose}-{self.key}.ics"
        )


def found(
    kb: KnowledgeBase,
    years: Sequence[int],
    parties: Sequence[Party],
    day: date,
    *,
    is_of_a_day: bool,
) -> tuple[CalendarFile, ...]:
    """Return the calendars of the last of `years` and the next one, that of all first.

    Where nothing stands in these any more, the latest year before them is told in which something
    did: whoever follows a calendar finds it where it was. One in which nothing ever stood is left
    out. They follow from the data alone, on whichever day they are made, unless that `is_of_a_day`.
    """
    as_of = day if is_of_a_day else LATEST

    def told(wanted: Wanted, *of: int) -> tuple[Calendar, ...]:
        made = (calendar.year(kb, one, as_of, wanted=wanted, over=is_of_a_day) for one in of)
        return tuple(one for one in made if one.entries or one.cancelled)

    def made(whose: Whose, key: str, wanted: Wanted) -> Iterator[CalendarFile]:
        now = told(wanted, years[-1], years[-1] + 1)
        earlier = (told(wanted, year) for year in reversed(years[:-1]))
        if kept := now or next(filter(None, earlier), ()):
            yield CalendarFile(whose, key, kept)

    return (
        *made("all", "", EVERYTHING),
        *(one for party in parties for one in made("party", party.id, Wanted(party=party.id))),
        *(one for body in kb.bodies for one in made("body", body.id, Wanted(actor=body.id))),
    )
