"""The body of a Word document: paragraphs, lists and tables of a page, in the template's styles."""

from collections.abc import Sequence
from typing import Any

from yhdyspinta_cli.report import word_places, word_runs, word_tables
from yhdyspinta_cli.report.page_tree import PageNode, text
from yhdyspinta_cli.report.word_links import WordLinks
from yhdyspinta_cli.report.word_runs import Run, TextLook

_INLINE = frozenset({"a", "abbr", "b", "br", "code", "em", "i", "q", "small", "span", "strong"})
_STYLED = ("lead", "task", "headline")
_AFTER_TABLE = 101600
"""The least room after a table, 8 pt in the units of python-docx."""
_SKIPPED = frozenset({"nav", "script", "style", "head", "title"})


def fill(document: Any, page: PageNode, title: str, as_of: str) -> None:
    """Put the words of a page into a document that was opened from a template.

    The foot begins with `as_of`: each sheet says of when it is, as the head of a printed page does.
    """
    header = page.first("header")
    words = {
        "{{ publisher }}": _of_class(header, "publisher"),
        "{{ title }}": title,
        "{{ subtitle }}": _of_class(header, "subtitle"),
        "{{ made }}": f"{as_of}. {text(page.first('footer'))}",
    }
    writer = _Writer(document, WordLinks(page))
    places = list(word_places.places(document))
    # What is put in is never looked at again: a text that looks like a place is only a text.
    for paragraph, place in places:
        if place == "{{ content }}":
            writer.before(paragraph)
            writer.blocks(page.first("main"))
            writer.end(paragraph)
        else:
            word_places.say(paragraph, place, words[place])
    if not any(place == "{{ content }}" for _paragraph, place in places):
        writer.blocks(page.first("main"))


def _of_class(node: PageNode, name: str) -> str:
    return next((text(one) for one in node.all("p") if name in one.classes), "")


class _Writer:
    """Writes blocks one after another, before a place of the document or at its end."""

    def __init__(self, document: Any, links: WordLinks) -> None:
        self._document = document
        self._styles = {style.name for style in document.styles}
        self._links = links
        self._place: Any = None
        self._heading = ""
        self._after_table = False

    def before(self, paragraph: Any) -> None:
        """Write what comes before a paragraph of the document."""
        self._place = paragraph._p

    def end(self, paragraph: Any) -> None:
        """Take away the paragraph before which was written, where no table stands before it: a
        document does not end with a table."""
        if self._after_table:
            for run in paragraph.runs:
                run._r.getparent().remove(run._r)
        else:
            paragraph._p.getparent().remove(paragraph._p)

    def blocks(self, node: PageNode, style: str = "") -> None:
        """Write what stands in an element: the blocks, and the text between them as paragraphs."""
        waiting: list[PageNode | str] = []
        for child in node.children:
            if isinstance(child, str) or child.tag in _INLINE:
                waiting.append(child)
                continue
            self._loose(waiting, style)
            waiting = []
            self._block(child)
        self._loose(waiting, style)

    def _loose(self, found: Sequence[PageNode | str], style: str) -> None:
        runs = list(word_runs.runs(found))
        if runs:
            self._paragraph(runs, style)

    def _block(self, node: PageNode) -> None:
        if node.tag in _SKIPPED or "up" in node.classes:
            return
        if node.tag in ("h2", "h3", "h4"):
            paragraph = self._paragraph(word_runs.runs([node]), f"Heading {int(node.tag[1]) - 1}")
            self._links.mark(paragraph, node.attributes.get("id", ""))
            self._heading = text(node)
        elif node.tag == "p":
            lead = next((name for name in _STYLED if name in node.classes), "")
            self._paragraph(word_runs.runs(node.children), lead.capitalize())
        elif node.tag in ("ul", "ol"):
            self._items(node, 1)
        elif node.tag == "dl":
            for one in node.all("div"):
                self._term(one)
        elif node.tag == "table":
            self._table(node)
        elif node.tag in ("figure", "svg"):
            self._picture(node)
        elif node.tag == "summary":
            self._paragraph([Run(text(node), TextLook(strong=True))], "")
        else:
            self.blocks(node)

    def _items(self, node: PageNode, depth: int) -> None:
        kind = "List Bullet" if node.tag == "ul" else "List Number"
        style = kind if depth == 1 else f"{kind} {depth}"
        for item in node.children:
            if isinstance(item, str) or item.tag != "li":
                continue
            own = [one for one in item.children if isinstance(one, str) or one.tag in _INLINE]
            self._paragraph(word_runs.runs(own), style if style in self._styles else kind)
            for inner in item.children:
                if isinstance(inner, PageNode) and inner.tag in ("ul", "ol"):
                    self._items(inner, depth + 1)
                elif isinstance(inner, PageNode) and inner.tag not in _INLINE:
                    self._block(inner)

    def _term(self, node: PageNode) -> None:
        term, told = node.first("dt"), node.first("dd")
        named = [Run(f"{text(term)}: ", TextLook(strong=True))]
        self._paragraph([*named, *word_runs.runs(told.children)], "")

    def _picture(self, node: PageNode) -> None:
        """Write what a picture shows: its table stands beside it, its looks do not come here."""
        parts = (node.first(name) for name in ("title", "desc", "figcaption"))
        told = [told for told in map(text, parts) if told]
        if told:
            said = " ".join(one if one.endswith((".", "!", "?")) else f"{one}." for one in told)
            self._paragraph([Run(said, TextLook())], "")

    def _table(self, node: PageNode) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        rows = [row for row in node.all("tr") if any(row.all("th", "td"))]
        heads = [row for part in node.all("thead") for row in part.all("tr")]
        width = max((len(_cells(row)) for row in rows), default=0)
        if not width:
            return
        caption = text(node.first("caption"))
        if caption and caption != self._heading:
            shown = self._paragraph([Run(caption, TextLook())], "Caption")
            shown.paragraph_format.keep_with_next = True
        elif self._after_table:
            # Two tables that touch are one for Word.
            self._paragraph([], "")
        table = self._document.add_table(rows=0, cols=width)
        if "YP Table" in self._styles:
            table.style = "YP Table"
        elif "Table Grid" in self._styles:
            table.style = "Table Grid"
        if caption:
            told = OxmlElement("w:tblCaption")
            told.set(qn("w:val"), caption)
            table._tbl.tblPr.append(told)
        for row in rows:
            made = table.add_row()
            properties = made._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if any(row is head for head in heads):
                properties.append(OxmlElement("w:tblHeader"))
            for cell, found in zip(made.cells, _cells(row), strict=False):
                self._cell(cell, found)
            self._links.mark(made.cells[0].paragraphs[0], row.attributes.get("id", ""))
        word_tables.size(self._document, table)
        if self._place is not None:
            self._place.addprevious(table._tbl)
        self._after_table = True

    def _cell(self, cell: Any, node: PageNode) -> None:
        lines = [
            one for one in node.children if isinstance(one, PageNode) and "line" in one.classes
        ]
        parts: list[list[Run]] = [list(word_runs.runs(one.children)) for one in lines]
        if not parts:
            parts = [list(word_runs.runs(node.children))]
        else:
            rest = [one for one in node.children if one not in lines]
            parts += [runs for runs in [list(word_runs.runs(rest))] if runs]
        paragraph = cell.paragraphs[0]
        for number, runs in enumerate(parts):
            if number:
                paragraph = cell.add_paragraph()
            if "Table Text" in self._styles:
                paragraph.style = "Table Text"
            self._write(paragraph, runs)
            if "n" in node.classes:
                paragraph.alignment = 2

    def _paragraph(self, runs: Any, style: str) -> Any:
        """Write a paragraph in a style of the template, in its plain one where it has no such."""
        paragraph = self._document.add_paragraph()
        if style in self._styles:
            paragraph.style = style
        if self._after_table:
            before = paragraph.style.paragraph_format.space_before
            if before is None or before < _AFTER_TABLE:
                paragraph.paragraph_format.space_before = _AFTER_TABLE
            self._after_table = False
        self._write(paragraph, runs)
        if self._place is not None:
            self._place.addprevious(paragraph._p)
        return paragraph

    def _write(self, paragraph: Any, runs: Any) -> None:
        for run in runs:
            self._run(paragraph, run)

    def _run(self, paragraph: Any, run: Run) -> None:
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        written = paragraph.add_run(run.text)
        if run.look.strong:
            written.bold = True
        if run.look.code and "Code" in self._styles:
            written.style = "Code"
        if run.look.language:
            own = OxmlElement("w:lang")
            own.set(qn("w:val"), run.look.language)
            written._r.get_or_add_rPr().append(own)
        link = self._links.link(paragraph, run.look.target) if run.look.target else None
        if link is not None:
            if "Hyperlink" in self._styles:
                written.style = "Hyperlink"
            written._r.addprevious(link)
            link.append(written._r)


def _cells(row: PageNode) -> list[PageNode]:
    return [one for one in row.children if isinstance(one, PageNode) and one.tag in ("th", "td")]
