"""The ids and codes of records that come from a table: as printed, else made, none taken twice."""

import re

from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.store import write

_LONGEST = 48
"""How long an id is made from a name; a longer one is read by nobody."""
_NUMBERED = re.compile(r"(.*?)(\d+)")
"""A code: what it begins with, letter or "5.", and its number."""


class Keys:
    """What is given to the records of one table, row by row."""

    def __init__(self, kb: KnowledgeBase, kind: type[Record], printed: tuple[str, ...]) -> None:
        """`printed` are the codes that the table itself gives."""
        self._kb, self._kind = kb, kind
        self._given: set[str] = set()
        codes = (*(measure.code for measure in kb.measures), *printed)
        self._last: dict[str, int] = {}
        for code in codes:
            if found := _NUMBERED.fullmatch(code):
                start = found[1].casefold()
                self._last[start] = max(self._last.get(start, 0), int(found[2]))

    def key(self, printed: str | None, name: str) -> str:
        """Return the id of a record: as printed, else made from its name.

        An id that another kind of record has, or another row, gets a number.
        """
        if printed is not None:
            return printed
        start = write.cut(self.slug(name), _LONGEST) or self._kind.kind
        key, number = start, 1
        while key in self._given or self._is_anothers(key):
            number += 1
            key = f"{start}-{number}"
        self._given.add(key)
        return key

    def _is_anothers(self, key: str) -> bool:
        return key in self._kb.entries and self._kb.find(self._kind, key) is None

    def code(self, key: str, interface: str | None) -> str:
        """Return the code of a measure that is printed without: the one it has, else the next."""
        known = self._kb.find(Measure, key)
        if known is not None:
            return known.code
        start = self._start(interface)
        self._last[start.casefold()] = self._last.get(start.casefold(), 0) + 1
        return f"{start}{self._last[start.casefold()]}"

    def _start(self, interface: str | None) -> str:
        """Return what the codes of an interface begin with: as its last measure's, else its letter.

        Codes such as 5.2 belong to interfaces that have no letter.
        """
        codes = [one.code for one in self._kb.measures if one.interface == interface]
        found = _NUMBERED.fullmatch(codes[-1]) if codes else None
        letter = next((i.letter for i in self._kb.interfaces if i.id == interface), None) or ""
        if found is not None and found[1].casefold().startswith(letter.casefold()):
            return found[1]
        return letter

    def indicators(self, key: str, code: str, count: int) -> list[str]:
        """Return ids for the indicators of a measure, made from its code: mittari-a1, mittari-a1-2.

        One that something else has gets the next number.
        """
        start = f"mittari-{self.slug(code)}"
        found: list[str] = []
        number = 1
        while len(found) < count:
            one = start if number == 1 else f"{start}-{number}"
            owner = self._kb.measure_of_indicator.get(one)
            if one not in self._kb.entries or (owner is not None and owner.id == key):
                found.append(one)
            number += 1
        return found

    def interface_of(self, code: str | None) -> str | None:
        """Return the interface whose letter a printed code begins with."""
        found = _NUMBERED.fullmatch(code or "")
        letter = found[1].casefold() if found else ""
        return next(
            (i.id for i in self._kb.interfaces if letter and (i.letter or "").casefold() == letter),
            None,
        )

    @staticmethod
    def slug(text: str) -> str:
        """Return a text in the letters of an id."""
        return write.slug(text)
