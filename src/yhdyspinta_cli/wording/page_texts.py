"""The texts of a page of HTML that is done, gone through to mark what is in another language."""

import re
from collections.abc import Callable, Iterator

_NO_TEXT = re.compile(r"<(script|style|title|svg)\b.*?</\1>|<[^>]+>", re.DOTALL)
"""What is no text of the page, or can hold no mark."""
_OPENING = re.compile(r"<([a-z][a-z0-9]*)\b")
_LANG = re.compile(r'\slang="')


def in_language(text: str, code: str) -> str:
    """Return a piece of HTML marked with its language."""
    return f'<span lang="{code}">{text}</span>'


def changed(page: str, change: Callable[[str], str]) -> str:
    """Return a page with what `change` makes of each text, escaped as it stands there.

    What stands in an element that tells its language is left as it is, as is what an attribute
    tells: that can bear no mark.
    """
    return "".join(_pieces(page, change))


def _pieces(page: str, change: Callable[[str], str]) -> Iterator[str]:
    end, told, depth = 0, "", 0
    for tag in _NO_TEXT.finditer(page):
        between = page[end : tag.start()]
        yield between if depth else change(between)
        yield tag[0]
        end = tag.end()
        opening = _OPENING.match(tag[0])
        name = opening[1] if opening else ""
        if depth:
            depth += (name == told) - (tag[0] == f"</{told}>")
        elif name not in ("", "html") and _LANG.search(tag[0]) and f"</{name}>" not in tag[0]:
            told, depth = name, 1
    yield page[end:]
