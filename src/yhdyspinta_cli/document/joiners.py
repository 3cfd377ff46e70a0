"""Joiners of letters (U+200C, U+200D) by place: they belong inside a value, and nowhere else."""

from collections.abc import Iterator, Sequence

from yhdyspinta_cli.document.decoding import JOINERS, PLACES, forbidden_at
from yhdyspinta_cli.document.tree import Fault

Place = tuple[int, int]
"""A line and a column, both from 1."""


class Joiners:
    """Those of one text, forgiven as the values come in which they stand, in the text's order."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._places = [
            (number, column)
            for number, line in enumerate(lines, 1)
            if any(joiner in line for joiner in JOINERS)
            for column, character in enumerate(line, 1)
            if character in JOINERS
        ]
        self._passed = 0
        self._astray: list[Place] = []

    def forgive(self, start: Place, end: Place) -> None:
        """Forgive those from the start of a value to its end; those before it are astray."""
        while self._passed < len(self._places) and self._places[self._passed] < end:
            if self._places[self._passed] < start:
                self._astray.append(self._places[self._passed])
            self._passed += 1

    def faults(self) -> Iterator[Fault]:
        """Yield a fault for each that no value holds, no more than are told of one file."""
        for line, column in (*self._astray, *self._places[self._passed :])[:PLACES]:
            yield forbidden_at(line, column, self._lines[line - 1][column - 1])
