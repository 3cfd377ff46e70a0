"""A list on a page of its own: its parts, their rows, and how many things there are in all."""

from collections import Counter
from datetime import date
from typing import Literal

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.report.rows import MeasureRow
from yhdyspinta_cli.report.structures import SeatLine
from yhdyspinta_cli.site import list_words
from yhdyspinta_cli.site.list_words import Counted
from yhdyspinta_cli.site.listed import Due, Duty, Missing
from yhdyspinta_cli.site.missed import MissedRow
from yhdyspinta_cli.site.page import Crumb

ListRow = MeasureRow | Missing | MissedRow | Duty | Due
"""A row of a list."""


@frozen
class ListSection:
    """A part of a list: what kind of rows it has, and how many there are of what is counted.

    Without a title it is the only part of its page; `duties` is of how many duties periods were
    missed, `repealed` since when the act of its title is in force no more.
    """

    key: str
    title: str
    rows: tuple[ListRow, ...]
    form: Literal["measures", "missing", "missed", "duties", "due"]
    count: int
    duties: int = 0
    repealed: date | None = None


@frozen
class Listing:
    """A list: its page, what that is called, in which group of lists it is told of.

    `lead_in` stands before a title that is the data's own; the group says the same. `whose` leads
    to the page of the interface or the party whose measures it lists; `party` is the id of that.
    """

    text: str
    path: str
    group: str
    counted: Counted
    sections: tuple[ListSection, ...]
    lead_in: str = ""
    whose: SeatLine | None = None
    party: str = ""

    @property
    def count(self) -> int:
        """How many there are in all: what stands in several parts counts once."""
        again = sum(parts - 1 for parts in self._parts.values())
        return sum(section.count for section in self.sections) - again

    @property
    def repeated(self) -> int:
        """How many of them stand in more than one part."""
        return sum(parts > 1 for parts in self._parts.values())

    @property
    def _parts(self) -> Counter[tuple[str, str]]:
        """In how many parts each stands that may be in several: a duty rests on several acts, who
        has ended has left open what names them still."""
        found: Counter[tuple[str, str]] = Counter()
        for section in self.sections:
            found.update({thing for row in section.rows if (thing := _thing(row)) is not None})
        return found

    @property
    def number(self) -> str:
        """The same in words: what is counted."""
        return list_words.number_of(self.counted, self.count)

    @property
    def step(self) -> Crumb:
        """The link to it from anywhere else than its group."""
        return Crumb(self.text, self.path, self.lead_in)


def _thing(row: ListRow) -> tuple[str, str] | None:
    """Return what a row is about, where the same may have a row in another part of the list."""
    match row:
        case Duty():
            return row.key, ""
        case Missing() if row.about:
            return row.name.key, row.about
        case _:
            return None
