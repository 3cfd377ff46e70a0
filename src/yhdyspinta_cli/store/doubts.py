"""What only the bytes of a file show of its texts, and its records no longer.

A blank and ``#`` behind a text without quotes begin a comment, which may have been the rest of the
text; and letters are composed when they are read. Most files have neither, and are not looked at.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from unicodedata import normalize

from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.document import places
from yhdyspinta_cli.document.tree import Tree
from yhdyspinta_cli.model.knowledge_base import CutText, MixedText

_AT_ONCE = re.compile(rb" #[^\W_]| #[\x80-\xff]")
"""A ``#`` with a word at once behind it: who means a comment puts a blank between."""

_MARKS = (b"\xcc", b"\xcd")
"""With what the combining marks begin that are composed with letters (U+0300 to U+036F)."""


def of(path: str, raw: bytes, tree: Tree) -> Iterator[CutText | MixedText]:
    """Yield the texts of a file that was read without a fault of which its bytes let doubt."""
    if b" #" in raw and _AT_ONCE.search(raw):
        yield from _cut(path, tree.text)
    if any(mark in raw for mark in _MARKS):
        yield from _mixed(path, tree.plain(), tree.text)


def _cut(path: str, text: str) -> Iterator[CutText]:
    plain = text.replace("\r\n", "\n")
    survey = places.survey(plain)
    words = [one for one in survey.entries if one.is_scalar]
    ends, line, at = [], 0, 0
    for one in words:
        line, at = line + plain.count("\n", at, one.end), max(at, one.end)
        ends.append(line)
    for comment in survey.comments:
        if comment.is_alone or not comment.text[1:2].isalnum():
            continue
        number = bisect_right(ends, comment.line) - 1
        if number < 0 or ends[number] != comment.line:
            continue
        last = words[number]
        if plain[last.value : last.value + 1] not in ("'", '"', "|", ">"):
            yield CutText(path, last.route, comment.text)


def _mixed(path: str, values: object, text: str) -> Iterator[MixedText]:
    if normalize("NFD", text) == text:
        # All of it is decomposed, as some programs write it.
        return
    for route, value in _texts(values, ()):
        if normalize("NFC", value) != value:
            word = next(word for word in value.split() if normalize("NFC", word) != word)
            yield MixedText(path, route, normalize("NFC", word))


def _texts(values: object, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(values, dict):
        for key, value in values.items():
            yield from _texts(value, (*route, key))
    elif isinstance(values, list):
        for number, value in enumerate(values):
            yield from _texts(value, (*route, number))
    elif isinstance(values, str):
        yield route, values
