"""A sheet of a workbook -> cells: the value of each, told from its type and its look."""

import re
from collections.abc import Sequence

from yhdyspinta_cli.exchange import numbers
from yhdyspinta_cli.exchange.book import Value
from yhdyspinta_cli.exchange.gathering import Gathering
from yhdyspinta_cli.exchange.limits import LAST_COLUMN, LAST_ROW
from yhdyspinta_cli.exchange.markup import Attributes, Count, Listener
from yhdyspinta_cli.exchange.refusal import damaged
from yhdyspinta_cli.exchange.xlsx_parts import whole

_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
"""How a text writes a character that XML cannot hold, or an underscore before such letters."""
_SURROGATES = range(0xD800, 0xE000)
_CONSTANTS = ("TRUE()", "FALSE()")
"""How LibreOffice writes yes and no into a workbook: nobody has typed a formula there."""


class Cells(Listener):
    """The cells of one sheet, given to `gathered`."""

    def __init__(
        self,
        count: Count,
        gathered: Gathering,
        strings: Sequence[str],
        looks: Sequence[numbers.Look],
        *,
        from_1904: bool,
    ) -> None:
        super().__init__(count)
        self._gathered = gathered
        self._strings, self._looks, self._from_1904 = strings, looks, from_1904
        self._row = self._column = 0
        self._type, self._style = "n", "0"
        self._value: list[str] | None = None
        self._formula: list[str] | None = None
        self._inline: list[str] | None = None

    def opened(self, name: str, attributes: Attributes) -> None:
        """Note where a row or a cell stands, and what the cell has."""
        depth = len(self.above)
        if depth == 3 and name == "row":
            self._row = whole(attributes["r"]) if "r" in attributes else self._row + 1
            self._column = 0
            if not 1 <= self._row <= LAST_ROW:
                raise damaged()
        elif depth == 4 and name == "c":
            self._column = self._place(attributes.get("r"))
            if self._column > LAST_COLUMN:
                raise damaged()
            self._type, self._style = attributes.get("t", "n"), attributes.get("s", "0")
            self._value = self._formula = self._inline = None
        elif name == "mergeCell" and depth == 3:
            self._merge(attributes.get("ref", ""))
        elif depth == 5 and name == "v":
            self._value = []
        elif depth == 5 and name == "f":
            self._formula = []
        elif depth == 5 and name == "is":
            self._inline = []

    def _place(self, written: str | None) -> int:
        """Return the column of a cell; one that does not say where it is stands after the last."""
        if written is None:
            return self._column + 1
        column, row = _column_and_row(written)
        if row != self._row:
            raise damaged()
        return column

    def _merge(self, written: str) -> None:
        """Note cells that are shown as one, given by their corners: A2:B5."""
        first, _sign, last = written.partition(":")
        column, row = _column_and_row(first)
        self._gathered.merge(column, row, _column_and_row(last or first)[1])

    def text(self, text: str) -> None:
        """Take a piece of a value, a formula or a text of the cell."""
        if len(self.above) < 5 or self.above[3] != "c":
            return
        match self.above[4:]:
            case ["v"] if self._value is not None:
                self._value.append(text)
            case ["f"] if self._formula is not None:
                self._formula.append(text)
            case ["is", *between, "t"] if self._inline is not None and "rPh" not in between:
                self._inline.append(text)

    def closed(self, name: str) -> None:
        """Give the cell to the gathering."""
        if name != "c" or len(self.above) != 3:
            return
        value, is_error = self._found()
        is_formula = self._formula is not None and (
            "".join(self._formula).strip().upper() not in _CONSTANTS
        )
        self._gathered.cell(
            self._row, self._column, value, is_formula=is_formula, is_error=is_error
        )

    def _found(self) -> tuple[Value, bool]:
        """Return the value, and whether it is an error."""
        if self._type == "inlineStr":
            return _unescaped("".join(self._inline or ())), False
        if self._value is None:
            return None, False
        written = "".join(self._value)
        match self._type:
            case "s":
                at = whole(written.strip())
                if at >= len(self._strings):
                    raise damaged()
                return _unescaped(self._strings[at]), False
            case "str":
                return _unescaped(written), False
            case "b":
                flag = {"1": True, "true": True, "0": False, "false": False}.get(written.strip())
                return (written, True) if flag is None else (flag, False)
            case "e":
                return written, True
            case "d":
                day = numbers.moment(written.strip())
                return (written, True) if day is None else (day, False)
            case "n":
                return self._number(written.strip())
            case _:
                raise damaged()

    def _number(self, written: str) -> tuple[Value, bool]:
        if not written:
            return None, False
        style = whole(self._style)
        if style >= len(self._looks) and style:
            raise damaged()
        how = self._looks[style] if self._looks else "number"
        found = numbers.number(written)
        if found is None:
            return written, True
        if how == "number":
            return found, False
        shown = numbers.shown(found, how, from_1904=self._from_1904)
        return (written, True) if shown is None else (shown, False)


def _column_and_row(written: str) -> tuple[int, int]:
    match = _PLACE.fullmatch(written)
    if match is None:
        raise damaged()
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column, int(match[2])


def _unescaped(text: str) -> str:
    if "_x" not in text:
        return text
    return _ESCAPE.sub(
        lambda found: found[0] if int(found[1], 16) in _SURROGATES else chr(int(found[1], 16)),
        text,
    )
