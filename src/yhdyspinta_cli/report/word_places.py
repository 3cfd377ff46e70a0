"""The places of a Word template that are filled: in its body, in the heads and feet of pages."""

from collections.abc import Iterator
from typing import Any

_PLACES = ("{{ publisher }}", "{{ title }}", "{{ subtitle }}", "{{ content }}", "{{ made }}")
"""The paragraphs of a template in whose place the words come; what stands around them stays."""


def places(document: Any) -> Iterator[tuple[Any, str]]:
    """Yield the paragraphs that are to be filled, in the body, the heads and the feet of pages."""
    held = [document.paragraphs]
    held += [
        cell.paragraphs for table in document.tables for row in table.rows for cell in row.cells
    ]
    for section in document.sections:
        kinds = ("header", "footer", "first_page_header", "first_page_footer")
        parts = (getattr(section, kind) for kind in kinds)
        # To ask one that is not there for its paragraphs would make it.
        held += [part.paragraphs for part in parts if not part.is_linked_to_previous]
    for paragraphs in held:
        for paragraph in paragraphs:
            place = next((one for one in _PLACES if one in paragraph.text), None)
            if place is not None:
                yield paragraph, place


def say(paragraph: Any, place: str, words: str) -> None:
    """Put words in the place, in its look; where several runs hold it, in the look of the first.

    What stands beside it stays, as the number of a page; an empty paragraph goes.
    """
    said = paragraph.text.replace(place, words)
    if not said.strip():
        paragraph._p.getparent().remove(paragraph._p)
        return
    own = next((run for run in paragraph.runs if place in run.text), None)
    if own is not None:
        own.text = own.text.replace(place, words)
        return
    first, *rest = paragraph.runs
    first.text = said
    for run in rest:
        run._r.getparent().remove(run._r)
