"""Makes templates/report.docx, the looks of every Word document: `python tools/word_template.py`.

The template is an ordinary document: a region opens it in Word or LibreOffice, changes the styles
and what stands around the places in double braces, and keeps it as templates/report.docx of its
own. This script only tells how the first one came to be; the same script gives the same bytes.
"""

import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from yhdyspinta_cli.report.docx import timeless

FONT = "Calibri"
INK, SOFT, LINK = RGBColor(0x1A, 0x1D, 0x21), RGBColor(0x4A, 0x55, 0x60), RGBColor(0x0B, 0x4F, 0xA0)
SIZES = {"Title": 16, "Heading 1": 13, "Heading 2": 11.5, "Heading 3": 10.5}
SPACES = {
    "Normal": (2, 2),
    "Title": (0, 2),
    "Subtitle": (0, 4),
    "Heading 1": (8, 2),
    "Heading 2": (6, 2),
    "Heading 3": (6, 2),
    "Caption": (3, 2),
    "Header": (0, 5),
    "Footer": (4, 0),
    # Items of a list have no room between them, a list has some around it.
    "List Bullet": (1, 3),
    "List Bullet 2": (1, 3),
    "List Number": (1, 3),
    "Table Text": (0.5, 0.5),
}
"""Points before and after a paragraph."""
TEXT, SMALLEST = 10, 9.5
"""The sizes of type, in points: a brief has room on two sheets with these."""
SIDE = Mm(15)
WIDTH = Mm(210) - 2 * SIDE
"""Of the text of a page."""

TABLE = f"""
<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="YPTable">
  <w:name w:val="YP Table"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
  <w:pPr><w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/></w:pPr>
  <w:rPr><w:sz w:val="20"/></w:rPr>
  <w:tblPr><w:tblBorders>
    <w:top w:val="single" w:sz="8" w:color="1A1D21"/>
    <w:bottom w:val="single" w:sz="4" w:color="7A8590"/>
    <w:insideH w:val="single" w:sz="4" w:color="7A8590"/></w:tblBorders>
    <w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>
    <w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:color="1A1D21"/></w:tcBorders></w:tcPr>
  </w:tblStylePr>
</w:style>"""


def made() -> bytes:
    """Return the template, the same bytes each time."""
    document = docx.Document()
    _style(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = SIDE
    section.top_margin, section.bottom_margin = Mm(16), Mm(15)
    section.header_distance = section.footer_distance = Mm(8)
    document.add_paragraph("{{ title }}", style="Title")
    document.add_paragraph("{{ subtitle }}", style="Subtitle")
    document.add_paragraph("{{ content }}")
    # What stands on the first page as its title is at the head of the others.
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "{{ publisher }}"
    section.header.paragraphs[0].text = "{{ title }}"
    for foot in (section.first_page_footer, section.footer):
        pages = foot.paragraphs[0]
        pages.text = "{{ made }}"
        pages.add_run("\t")
        _field(pages, "PAGE")
        pages.add_run(" / ")
        _field(pages, "NUMPAGES")
    own = document.core_properties
    own.title, own.author, own.comments, own.language = "", "", "", "fi-FI"
    own.created = own.modified = datetime(2020, 1, 1)
    package = document.part.package
    for key, one in list(package.rels.items()):
        if one.reltype.endswith("/thumbnail"):
            del package.rels[key]
    raw = BytesIO()
    document.save(raw)
    return timeless(raw.getvalue())


def _style(document: Any) -> None:
    styles = document.styles
    _font(styles["Normal"], TEXT, INK)
    styles["Normal"].paragraph_format.line_spacing = 1.0
    for name, size in SIZES.items():
        _font(styles[name], size, INK)
        styles[name].font.bold = True
        borders = styles[name].element.find(f".//{qn('w:pBdr')}")
        if borders is not None:
            borders.getparent().remove(borders)
    for spaced in styles["Subtitle"].element.iter(qn("w:spacing")):
        # The letters of a subtitle stand apart in the template that python-docx brings.
        if spaced.get(qn("w:val")):
            spaced.getparent().remove(spaced)
    for name in ("Subtitle", "Header", "Footer", "Caption"):
        _font(styles[name], SMALLEST, SOFT)
        styles[name].font.italic = False
        styles[name].font.bold = name == "Caption"
    for name in ("Header", "Footer"):
        # Those that python-docx brings are for a page of another width.
        stops = styles[name].paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    lead = styles.add_style("Lead", WD_STYLE_TYPE.PARAGRAPH)
    lead.base_style = styles["Normal"]
    lead.font.size = Pt(10.5)
    headline = styles.add_style("Headline", WD_STYLE_TYPE.PARAGRAPH)
    headline.base_style = styles["Normal"]
    headline.font.size = Pt(13)
    cell = styles.add_style("Table Text", WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = styles["Normal"]
    cell.font.size = Pt(SMALLEST)
    task = styles.add_style("Task", WD_STYLE_TYPE.PARAGRAPH)
    task.base_style = styles["Normal"]
    task.font.color.rgb = SOFT
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb, link.font.underline = LINK, True
    code = styles.add_style("Code", WD_STYLE_TYPE.CHARACTER)
    code.font.name = "Consolas"
    for name, (before, after) in SPACES.items():
        styles[name].paragraph_format.space_before = Pt(before)
        styles[name].paragraph_format.space_after = Pt(after)
    for style in list(styles.element.iter(qn("w:style"))):
        # The forty looks of tables that python-docx brings: one is enough to choose from.
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) != "1":
            styles.element.remove(style)
    styles.element.append(parse_xml(TABLE))


def _font(style: Any, size: float, colour: RGBColor) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), colour
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    fonts.set(qn("w:cs"), FONT)


def _field(paragraph: Any, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    shown = OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)


if __name__ == "__main__":
    path = Path(__file__).parents[1] / "templates" / "report.docx"
    path.write_bytes(made())
    sys.stderr.write(f"{path}\n")
