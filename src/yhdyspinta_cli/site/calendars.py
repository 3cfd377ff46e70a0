"""The calendars that a calendar program takes in: of all, of each party, of each body."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from yhdyspinta_cli.facts import region
from yhdyspinta_cli.frozen import frozen
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
    kb: KnowledgeBase, years: Sequence[int], day: date, *, is_of_a_day: bool
) -> tuple[CalendarFile, ...]:
    """Return the calendars in which anything stands, that of all first.

    They follow from the data alone, on whichever day they are made, unless that `is_of_a_day`.
    """

    def made(whose: Whose, key: str, wanted: Wanted) -> Iterator[CalendarFile]:
        as_of = day if is_of_a_day else LATEST
        told = tuple(
            calendar.year(kb, year, as_of, wanted=wanted, over=is_of_a_day) for year in years
        )
        if any(one.entries or one.cancelled for one in told):
            yield CalendarFile(whose, key, told)

    return (
        *made("all", "", EVERYTHING),
        *(
            one
            for party in region.parties(kb, day)
            for one in made("party", party.id, Wanted(party=party.id))
        ),
        *(one for body in kb.bodies for one in made("body", body.id, Wanted(actor=body.id))),
    )
