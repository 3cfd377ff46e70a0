"""The columns of the table that a template writes: their titles, and whether they fit on paper."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import escape

_TIGHT = 102
"""More letters than this beside one another do not fit on a page: longest words, table by table."""


@dataclass(slots=True)
class Columns:
    """The table that is being written: each cell asks for its column's title and tells its text."""

    titles: tuple[str, ...] = ()
    place: int = 0
    longest: dict[int, int] = field(default_factory=dict)

    def begin(self, titles: Sequence[str]) -> str:
        """Begin a table; returns nothing to print."""
        # A cell repeats its title in an attribute, which holds no markup.
        self.titles = tuple(escape(title).striptags() for title in titles)
        self.longest = {}
        for place, title in enumerate(self.titles, 1):
            self._measure(place, title)
        return ""

    def row(self) -> str:
        """Begin a row; returns nothing to print."""
        self.place = 0
        return ""

    def next(self, text: str = "") -> str:
        """Return the title of the next cell of the row, which has this text."""
        self.place += 1
        self._measure(self.place, text)
        return self.titles[self.place - 1] if self.place <= len(self.titles) else ""

    def are_tight(self) -> bool:
        """True where the longest words of all columns do not fit beside one another on paper."""
        return sum(self.longest.values()) > _TIGHT

    def _measure(self, place: int, text: str) -> None:
        words = re.split(r"[\s/-]+", text)
        most = max(len(word) for word in words)
        self.longest[place] = max(most, self.longest.get(place, 0))
