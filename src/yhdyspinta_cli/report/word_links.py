"""Where the links of a Word document lead: to an address, or to a bookmark in it."""

import re
from typing import Any

from yhdyspinta_cli.report.page_tree import PageNode


class WordLinks:
    """The links of a page, and the bookmarks of the places in it to which one leads."""

    def __init__(self, page: PageNode) -> None:
        self._bookmarks = _ids_linked(page)
        self._marked: set[str] = set()

    def link(self, paragraph: Any, target: str) -> Any:
        """Return what makes a link of a run, None for a target that is not in the document."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        link = OxmlElement("w:hyperlink")
        if target.startswith("#"):
            if target[1:] not in self._bookmarks:
                return None
            link.set(qn("w:anchor"), self._bookmarks[target[1:]])
            return link
        if not re.match(r"(?i)(https?://|mailto:)", target):
            return None
        part = paragraph.part
        link.set(qn("r:id"), part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return link

    def mark(self, paragraph: Any, key: str) -> None:
        """Let links lead to a paragraph."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        name = self._bookmarks.get(key)
        if name is None or key in self._marked:
            return
        self._marked.add(key)
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for mark in (start, end):
            mark.set(qn("w:id"), name.removeprefix("_yp"))
        start.set(qn("w:name"), name)
        paragraph._p.append(start)
        paragraph._p.append(end)


def _ids_linked(page: PageNode) -> dict[str, str]:
    """Return a short name for each id on the page to which a link leads."""
    ids = {
        node.attributes["id"]
        for node in page.all("h2", "h3", "h4", "tr", "section", "div")
        if "id" in node.attributes
    }
    wanted = [link.attributes.get("href", "")[1:] for link in page.all("a")]
    return {key: f"_yp{number}" for number, key in enumerate(sorted(ids & set(wanted)), 1)}
