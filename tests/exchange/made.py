"""Workbooks made by hand, a part at a time, so that each can be made wrong."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

_NONE: Mapping[str, str | bytes | None] = {}
_NO_MORE: Mapping[str, str | bytes] = {}

TYPES = "[Content_Types].xml"
ROOT = "_rels/.rels"
BOOK = "xl/workbook.xml"
BOOK_LINKS = "xl/_rels/workbook.xml.rels"
SHEET = "xl/worksheets/sheet1.xml"
OTHER = "xl/worksheets/sheet2.xml"
STRINGS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"
CORE = "docProps/core.xml"


def sheet(rows: str) -> str:
    """Return a sheet with these rows of XML."""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def cell(inner: str, *, place: str = "A1", more: str = "") -> str:
    """Return a sheet with one cell."""
    row = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return sheet(f'<row r="{row}"><c r="{place}"{more}>{inner}</c></row>')


def link(key: str, kind: str, target: str, more: str = "") -> str:
    """Return a line that calls another part."""
    return f'<Relationship Id="{key}" Type="{_KINDS}/{kind}" Target="{target}"{more}/>'


def links(*lines: str) -> str:
    """Return a part that calls others."""
    return f'<Relationships xmlns="{_LINKS}">{"".join(lines)}</Relationships>'


def strings(inner: str) -> str:
    """Return the part of shared texts."""
    return f'<sst xmlns="{_MAIN}">{inner}</sst>'


def styles(xfs: str, codes: str = "") -> str:
    """Return the part of looks."""
    return (
        f'<styleSheet xmlns="{_MAIN}"><numFmts>{codes}</numFmts><cellXfs>{xfs}</cellXfs>'
        "</styleSheet>"
    )


def tabs(*names: str, more: str = "") -> str:
    """Return the part that lists the sheets."""
    found = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="s{n}"/>' for n, name in enumerate(names, 1)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_KINDS}">{more}<sheets>{found}</sheets></workbook>'


PARTS: Mapping[str, str] = {
    TYPES: f'<Types><Override PartName="/{BOOK}" ContentType="{_TYPE}"/></Types>',
    ROOT: links(link("r1", "officeDocument", BOOK), link("r2", "core-properties", CORE)),
    CORE: (
        '<cp:coreProperties xmlns:cp="c" xmlns:dcterms="d"><dcterms:modified>'
        "2026-11-28T12:04:23+02:00</dcterms:modified></cp:coreProperties>"
    ),
    BOOK: tabs("Toimenpiteet", "Muut"),
    BOOK_LINKS: links(
        link("s1", "worksheet", "worksheets/sheet1.xml"),
        link("s2", "worksheet", "/xl/worksheets/sheet2.xml"),
        link("t", "sharedStrings", "sharedStrings.xml"),
        link("l", "styles", "styles.xml"),
    ),
    STRINGS: strings("<si><t>Ruoka-apu</t></si><si><r><t>a</t></r><r><t>b</t></r></si>"),
    STYLES: styles(
        '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/>',
        '<numFmt numFmtId="164" formatCode="d\\.m\\.yyyy&quot; klo&quot; hh:mm"/>',
    ),
    SHEET: sheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>'
        '<row r="7"><c r="B7" s="1"><v>45720</v></c><c r="E7"><f>1+1</f><v>2</v></c></row>'
    ),
    OTHER: cell("<is><t>muu</t></is>", more=' t="inlineStr"'),
}


def workbook(changed: Mapping[str, str | bytes | None] = _NONE) -> bytes:
    """Return a sound workbook with these parts in place of its own, None to leave one out."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in {**PARTS, **changed}.items():
            if part is not None:
                packed.writestr(name, part)
    return stream.getvalue()


_ODS = (
    'xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c" '
    'xmlns:xlink="l"'
)


def ods(tables: str, *, styles: str = "", more: Mapping[str, str | bytes] = _NO_MORE) -> bytes:
    """Return a file of LibreOffice's format with these tables of XML."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr(
            "content.xml",
            f"<office:document-content {_ODS}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:spreadsheet>{tables}"
            "</office:spreadsheet></office:body></office:document-content>",
        )
        for name, part in more.items():
            packed.writestr(name, part)
    return stream.getvalue()
