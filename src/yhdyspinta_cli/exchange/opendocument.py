"""A table of LibreOffice's format (.ods) -> a book."""

from yhdyspinta_cli.exchange import markup, numbers, refusal
from yhdyspinta_cli.exchange.book import Book, Value
from yhdyspinta_cli.exchange.gathering import Gathering
from yhdyspinta_cli.exchange.limits import LAST_COLUMN, LAST_ROW, MAX_CELLS, MAX_TEXT
from yhdyspinta_cli.exchange.markup import Attributes, Count, Listener
from yhdyspinta_cli.exchange.parts import Parts
from yhdyspinta_cli.exchange.refusal import UnfitFileError, damaged, too_much
from yhdyspinta_cli.exchange.xlsx_parts import whole
from yhdyspinta_cli.language import text as _

KIND = b"application/vnd.oasis.opendocument.spreadsheet"
_KINDS = (KIND, KIND + b"-template")
_LONGEST_KIND = 200
_CONTENT, _MANIFEST = "content.xml", "meta-inf/manifest.xml"
_SCRIPTS = ("basic/", "scripts/", "dialogs/")
_LINKS = frozenset(
    ("table-source", "cell-range-source", "dde-source", "dde-link", "database-source-table")
)
"""What takes cells from elsewhere, or says where from they came."""
_CELLS = ("table-cell", "covered-table-cell")
_CONSTANTS = {"of:=TRUE()": True, "of:=FALSE()": False}
"""How LibreOffice writes a yes or no that came from a workbook: nobody typed a formula there."""


def of_parts(packed: Parts) -> Book:
    """Return what stands in an unpacked table of LibreOffice. Raises UnfitFileError."""
    if packed.whole("mimetype", _LONGEST_KIND).strip() not in _KINDS:
        raise refusal.not_a_workbook()
    if any(name.startswith(_SCRIPTS) for name in packed.names):
        raise UnfitFileError(_("the table has macros"), _("save it without macros"))
    count, gathered = Count(), Gathering()
    if _MANIFEST in packed.names:
        markup.hear(packed.pieces(_MANIFEST), _Manifest(count))
    markup.hear(packed.pieces(_CONTENT), _Tables(count, gathered))
    if not gathered.has_sheets:
        raise damaged()
    return gathered.book()


class _Manifest(Listener):
    """The list of what is packed, which says what is encrypted."""

    def opened(self, name: str, _attributes: Attributes) -> None:
        if name in ("encryption-data", "encrypted-key"):
            raise UnfitFileError(_("this is encrypted"), _("save it without a password"))


class _Tables(Listener):
    """The cells of all tables, given to `gathered`."""

    def __init__(self, count: Count, gathered: Gathering) -> None:
        super().__init__(count)
        self._gathered = gathered
        self._hidden: set[str] = set()
        self._style = ""
        self._tables = 0
        self._next_row = self._next_column = 1
        self._repeated = self._times = 1
        self._cells: list[tuple[int, Value, bool, bool]] = []
        self._cell: Attributes | None = None
        self._under = 0
        self._paragraphs: list[list[str]] = []

    def opened(self, name: str, attributes: Attributes) -> None:
        if name in _LINKS:
            raise UnfitFileError(
                _("the table has links to other files or data connections"),
                _("copy the table into a new file as values, and save that"),
            )
        if name == "style":
            self._style = attributes.get("name", "")
        elif name == "table-properties" and attributes.get("display") == "false":
            self._hidden.add(self._style)
        elif name == "table":
            self._tables += 1
            if self._tables == 1:
                is_hidden = attributes.get("style-name", "") in self._hidden
                self._gathered.begin(attributes.get("name", ""), is_hidden=is_hidden)
                self._next_row = 1
        elif self._tables == 1:
            self._in_table(name, attributes)

    def _in_table(self, name: str, attributes: Attributes) -> None:
        if name == "table-row" and self._cell is None:
            self._times = max(1, whole(attributes.get("number-rows-repeated", "1")))
            self._cells, self._next_column = [], 1
        elif name in _CELLS and self._cell is None:
            self._cell, self._under = attributes, len(self.above)
            self._repeated = max(1, whole(attributes.get("number-columns-repeated", "1")))
            self._paragraphs = []
            spanned = whole(attributes.get("number-rows-spanned", "1"))
            self._gathered.merge(
                self._next_column, self._next_row, self._next_row + max(1, spanned) - 1
            )
        elif self._cell is not None and self._is_paragraph():
            if name == "p":
                self._paragraphs.append([])
            elif self._paragraphs:
                self._sign(name, attributes)

    def _is_paragraph(self) -> bool:
        """Tell whether a text of the cell itself is open, and none of a note beside it."""
        return self.above[self._under : self._under + 1] == ["p"]

    def _sign(self, name: str, attributes: Attributes) -> None:
        if name == "s":
            spaces = whole(attributes.get("c", "1"))
            self.data(" " * min(spaces, MAX_TEXT + 1))
        elif name == "tab":
            self.data("\t")
        elif name == "line-break":
            self.data("\n")

    def text(self, text: str) -> None:
        if self._cell is not None and self._paragraphs and self._is_paragraph():
            self._paragraphs[-1].append(text)

    def closed(self, name: str) -> None:
        if name == "table":
            self._tables -= 1
            if self._tables == 0:
                self._gathered.end()
        elif name in _CELLS and self._cell is not None and len(self.above) == self._under - 1:
            self._end_cell(self._cell, is_covered=name != _CELLS[0])
            self._cell = None
        elif name == "table-row" and self._tables == 1 and self._cell is None:
            self._end_row()

    def _end_cell(self, attributes: Attributes, *, is_covered: bool) -> None:
        formula = attributes.get("formula")
        value, is_error = (None, False) if is_covered else self._value(attributes)
        is_formula = formula is not None and not is_covered
        if formula in _CONSTANTS and not is_covered:
            value, is_formula = _CONSTANTS[formula], False
        if value is not None or is_formula:
            if self._repeated > MAX_CELLS:
                raise _too_many()
            self._cells.extend(
                (self._next_column + more, value, is_formula, is_error)
                for more in range(self._repeated)
            )
            if len(self._cells) > MAX_CELLS:
                raise _too_many()
        self._next_column += self._repeated
        if self._next_column > LAST_COLUMN + 1:
            raise damaged()

    def _end_row(self) -> None:
        if self._cells:
            for row in range(self._next_row, self._next_row + self._times):
                for column, value, is_formula, is_error in self._cells:
                    self._gathered.cell(
                        row, column, value, is_formula=is_formula, is_error=is_error
                    )
        self._cells = []
        self._next_row += self._times
        if self._next_row > LAST_ROW + 1:
            raise damaged()

    def _value(self, attributes: Attributes) -> tuple[Value, bool]:
        """Return the value of a cell, and whether it is an error."""
        # LibreOffice says "string" of an error first, and what it is in a word of its own, which
        # has the same name in another namespace and stands later.
        kind = attributes.get("value-type", "")
        shown = "\n".join("".join(pieces) for pieces in self._paragraphs)
        written = attributes.get("value", "")
        match kind:
            case "":
                return None, False
            case "float" | "percentage" | "currency":
                count = numbers.number(written)
                return (written, True) if count is None else (count, False)
            case "date":
                day = numbers.moment(attributes.get("date-value", ""))
                return (attributes.get("date-value", ""), True) if day is None else (day, False)
            case "boolean":
                flag = {"true": True, "false": False}.get(attributes.get("boolean-value", ""))
                return (shown, True) if flag is None else (flag, False)
            case "error":
                return shown, True
            case "string" | "time":
                return shown or attributes.get("string-value"), False
            case _:
                raise damaged()


def _too_many() -> UnfitFileError:
    return too_much(_("too many cells (the limit is {n})").format(n=MAX_CELLS))
