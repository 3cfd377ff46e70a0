"""A workbook of Excel's format (.xlsx) -> a book, whoever saved it.

It is read here, through defusedxml, and by no library of workbooks. Tried with files of
LibreOffice, openpyxl and XlsxWriter: python-calamine does not tell formulas and errors, and breaks
off the whole process (a panic) where a cell stands in the last row and column; openpyxl wants to
read twice for a formula and its value, gives a million rows where one stands at the end, and reads
parts of the XML through lxml wherever that is installed, as python-docx has it. Both read the
looks, charts and texts of a file before any limit of ours is asked. What `exchange` needs of the
format is less than what had to be guarded around either.
"""

from pathlib import Path

from yhdyspinta_cli.exchange import gathering, markup, parts, refusal, source, xlsx_cells
from yhdyspinta_cli.exchange.book import Book
from yhdyspinta_cli.exchange.refusal import UnfitFileError, damaged
from yhdyspinta_cli.exchange.xlsx_parts import Links, Relation, Strings, StyleLooks, TabList
from yhdyspinta_cli.language import text as _

_TYPES = "[content_types].xml"
_LONGEST_TYPES = 1024 * 1024
_MACROS = b"macroenabled"
_FORBIDDEN = {"vbaproject.bin": "macros", "vbaprojectsignature.bin": "macros"}
_FOLDERS = {
    "xl/externallinks/": "links",
    "xl/macrosheets/": "macros",
    "xl/dialogsheets/": "macros",
    "xl/activex/": "macros",
}
_CONNECTIONS = "xl/connections.xml"


def read(path: Path) -> Book:
    """Return what stands in a workbook (.xlsx): sheets in the order of their tabs, hidden ones too.

    Raises UserError: exit 4 where there is no such file or it is refused, 3 where it cannot be
    read or the package for it is not installed.
    """
    with refusal.told(path):
        return of(source.content(path))


def of(raw: bytes) -> Book:
    """Return what stands in the bytes of a workbook. Raises UnfitFileError where it is refused."""
    parts.refuse_old(raw)
    if not parts.is_packed(raw):
        raise refusal.not_a_workbook()
    markup.available()
    return of_parts(parts.Parts(raw))


def of_parts(packed: parts.Parts) -> Book:
    """Return what stands in an unpacked workbook. Raises UnfitFileError where it is refused."""
    refuse_what_acts(packed)
    count = markup.Count()
    home = main_part(packed, count)
    contents = TabList(count)
    markup.hear(packed.pieces(home), contents)
    links = _links(packed, home, count)
    strings, looks = Strings(count), StyleLooks(count)
    for link in links.values():
        if link.kind == "sharedStrings":
            markup.hear(packed.pieces(parts.beside(home, link.target)), strings)
        if link.kind == "styles":
            markup.hear(packed.pieces(parts.beside(home, link.target)), looks)
    gathered = gathering.Gathering()
    for tab in contents.tabs:
        if tab.key not in links:
            raise damaged()
        # A tab may be a chart, too.
        if links[tab.key].kind != "worksheet":
            continue
        name = parts.beside(home, links[tab.key].target)
        gathered.begin(tab.name, is_hidden=tab.is_hidden)
        cells = xlsx_cells.Cells(
            count, gathered, strings.found, looks.looks(), from_1904=contents.from_1904
        )
        markup.hear(packed.pieces(name), cells)
        gathered.end()
    if not gathered.has_sheets:
        raise refusal.not_a_workbook()
    return gathered.book()


def main_part(packed: parts.Parts, count: markup.Count) -> str:
    """Return the name of the file that lists the sheets. UnfitFileError where there is none."""
    for link in _links(packed, "", count).values():
        if link.kind == "officeDocument":
            return parts.beside("", link.target)
    raise refusal.not_a_workbook()


def refuse_what_acts(packed: parts.Parts) -> None:
    """Raise UnfitFileError for macros, and for what fetches from other files."""
    if _TYPES not in packed.names:
        raise refusal.not_a_workbook()
    types = packed.whole(_TYPES, _LONGEST_TYPES).lower()
    names = packed.names
    # In UTF-16 every letter has a zero beside it.
    if _MACROS in types.replace(b"\0", b""):
        raise _with_macros()
    for name in names:
        what = _FORBIDDEN.get(name.rpartition("/")[2])
        what = what or next((_FOLDERS[f] for f in _FOLDERS if name.startswith(f)), None)
        if what == "macros":
            raise _with_macros()
        if what == "links" or name == _CONNECTIONS:
            raise _with_links()


def _links(packed: parts.Parts, name: str, count: markup.Count) -> dict[str, Relation]:
    """Return the files that a file calls by a key; those outside are refused, but hyperlinks."""
    folder, _slash, last = name.rpartition("/")
    where = f"{folder}/_rels/{last}.rels" if folder else f"_rels/{last}.rels"
    links = Links(count)
    markup.hear(packed.pieces(where), links)
    for link in links.found.values():
        if link.is_outside and link.kind != "hyperlink":
            raise _with_links()
    return links.found


def _with_macros() -> UnfitFileError:
    return UnfitFileError(
        _("the workbook has macros"), _("save it without macros as an Excel workbook (.xlsx)")
    )


def _with_links() -> UnfitFileError:
    return UnfitFileError(
        _("the workbook has links to other files or data connections"),
        _("copy the table into a new workbook as values, and save that"),
    )
