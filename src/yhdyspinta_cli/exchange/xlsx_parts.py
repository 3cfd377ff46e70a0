"""The files of a workbook beside its sheets: what it is made of, shared texts, looks."""

from yhdyspinta_cli.exchange import numbers
from yhdyspinta_cli.exchange.limits import MAX_SHEETS, MAX_STRINGS, MAX_STYLES
from yhdyspinta_cli.exchange.markup import Attributes, Count, Listener
from yhdyspinta_cli.exchange.refusal import damaged, too_much
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _

_LONGEST_CODE = 255


def whole(written: str) -> int:
    """Return a number of a thing that a file counts; UnfitFileError where it is none."""
    if not (written.isascii() and written.isdigit() and len(written) < 10):
        raise damaged()
    return int(written)


@frozen
class Relation:
    """A file that another calls by a key: what it is for, where, and whether that is outside."""

    kind: str
    target: str
    is_outside: bool


class Links(Listener):
    """The files that a file calls, by their keys."""

    def __init__(self, count: Count) -> None:
        super().__init__(count)
        self.found: dict[str, Relation] = {}

    def opened(self, name: str, attributes: Attributes) -> None:
        """Note a file that is called."""
        if name == "Relationship":
            self.found[attributes.get("Id", "")] = Relation(
                attributes.get("Type", "").rpartition("/")[2],
                attributes.get("Target", ""),
                attributes.get("TargetMode") == "External",
            )


@frozen
class Tab:
    """A sheet as the workbook lists it; `key` is what its file is called by."""

    name: str
    is_hidden: bool
    key: str


class TabList(Listener):
    """The list of sheets, and how days are counted."""

    def __init__(self, count: Count) -> None:
        super().__init__(count)
        self.tabs: list[Tab] = []
        self.from_1904 = False

    def opened(self, name: str, attributes: Attributes) -> None:
        """Note a sheet, or how days are counted."""
        if self.above == ["workbook", "sheets", "sheet"]:
            is_hidden = attributes.get("state", "visible") != "visible"
            self.tabs.append(Tab(attributes.get("name", ""), is_hidden, attributes.get("id", "")))
            # A sheet that shows a chart counts, too: they are gathered later.
            if len(self.tabs) > MAX_SHEETS:
                raise too_much(_("too many sheets (the limit is {n})").format(n=MAX_SHEETS))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in ("1", "true")


class Strings(Listener):
    """The texts that cells share, in order; hints how to pronounce them are left out."""

    def __init__(self, count: Count) -> None:
        super().__init__(count)
        self.found: list[str] = []
        self._pieces: list[str] = []

    def text(self, text: str) -> None:
        """Take a piece of a text."""
        if self.above[-1] == "t" and "rPh" not in self.above:
            self._pieces.append(text)

    def closed(self, name: str) -> None:
        """Note a text that is whole."""
        if name == "si":
            if len(self.found) == MAX_STRINGS:
                raise too_much(_("too many texts (the limit is {n})").format(n=MAX_STRINGS))
            self.found.append("".join(self._pieces))
            self._pieces = []


class StyleLooks(Listener):
    """How numbers look, by the number of their style."""

    def __init__(self, count: Count) -> None:
        super().__init__(count)
        self._codes: dict[int, str] = {}
        self._formats: list[int] = []

    def opened(self, name: str, attributes: Attributes) -> None:
        """Note a code, or the style that has one."""
        if self.above == ["styleSheet", "numFmts", "numFmt"]:
            code = attributes.get("formatCode", "")[:_LONGEST_CODE]
            self._codes[whole(attributes.get("numFmtId", ""))] = code
        elif self.above == ["styleSheet", "cellXfs", "xf"]:
            self._formats.append(whole(attributes.get("numFmtId", "0")))
        if max(len(self._codes), len(self._formats)) > MAX_STYLES:
            raise too_much(_("too many styles (the limit is {n})").format(n=MAX_STYLES))

    def looks(self) -> list[numbers.Look]:
        """Return how the numbers of each style look."""
        known = {key: numbers.look(key, self._codes) for key in set(self._formats)}
        return [known[key] for key in self._formats]
