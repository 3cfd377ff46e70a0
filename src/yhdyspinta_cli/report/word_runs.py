"""The texts of a line of a page with their looks: what a Word document calls runs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.report.page_tree import PageNode, text


@frozen
class TextLook:
    """How a run of text looks: strong, as code, in which language, leading where."""

    strong: bool = False
    code: bool = False
    language: str = ""
    target: str = ""


@frozen
class Run:
    """A text that looks alike from end to end."""

    text: str
    look: TextLook


PLAIN = TextLook()
"""A text like any other."""


def runs(found: Sequence[PageNode | str], look: TextLook = PLAIN) -> Iterator[Run]:
    """Yield the texts of what stands in a line, blanks folded, none at its ends."""
    raw = [run for run in _raw(found, look) if run.text]
    made: list[Run] = []
    for run in raw:
        words = re.sub(r"[ \t\r\n]+", " ", run.text)
        if not made or made[-1].text.endswith(" "):
            words = words.lstrip(" ")
        if words and made and made[-1].look == run.look:
            made[-1] = Run(made[-1].text + words, run.look)
        elif words:
            made.append(Run(words, run.look))
    if made:
        made[-1] = Run(made[-1].text.rstrip(" "), made[-1].look)
    yield from (run for run in made if run.text)


def _raw(found: Sequence[PageNode | str], look: TextLook) -> Iterator[Run]:
    for one in found:
        if isinstance(one, str):
            yield Run(one, look)
        elif one.attributes.get("aria-hidden") == "true":
            continue
        elif one.tag == "svg":
            # What it shows; how it is drawn is of no use where it is not.
            yield Run(f" {text(one.first('title'))} ", look)
        elif one.tag == "br":
            yield Run("\n", look)
        else:
            inner = look
            if one.tag in ("strong", "b"):
                inner = replace(inner, strong=True)
            if one.tag == "code":
                inner = replace(inner, code=True)
            if one.tag == "a":
                inner = replace(inner, target=one.attributes.get("href", ""))
            if one.attributes.get("lang"):
                inner = replace(inner, language=one.attributes["lang"])
            yield from _raw(one.children, inner)
            if "line" in one.classes:
                yield Run(" ", look)
