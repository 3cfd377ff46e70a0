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
from yhdyspinta_cli.document.places import Comment
from yhdyspinta_cli.document.tree import Tree
from yhdyspinta_cli.model.doubts import CutText, Doubt, MixedText

_AT_ONCE = re.compile(rb" #[^\W_]| #[\x80-\xff]")
"""A ``#`` with a word at once behind it: who means a comment puts a blank between."""

_GOING_ON = re.compile(rb"[^\s#] # [a-z0-9\x80-\xff]")
"""A ``#`` between two blanks, and a sentence that goes on: a comment stands two blanks away."""

_OF_A_TOOL = re.compile(
    r"# (?:yp|noqa|nosec|pragma|type|vim?|ex|prettier|cspell|codespell|yamllint)\b"
    r"|# [\w$-]+[:=]|# [\w-]+-(?:ignore|disable|enable)\b"
)
"""A comment that a program reads, or that names what it says: ``# lähde: pöytäkirja``."""

_MARKS = (b"\xcc", b"\xcd")
"""With what the combining marks begin that are composed with letters (U+0300 to U+036F)."""


def of(path: str, raw: bytes, tree: Tree) -> Iterator[Doubt]:
    """Yield the texts of a file that was read without a fault of which its bytes let doubt."""
    if b" #" in raw and (_AT_ONCE.search(raw) or _GOING_ON.search(raw)):
        yield from _cut(path, tree.text)
    if any(mark in raw for mark in _MARKS):
        yield from _mixed(path, tree.plain(), tree.text)


def cut(text: str) -> frozenset[tuple[Route, str]]:
    """Return where a file of this text may have lost the rest of a text, and to which comment."""
    if " #" not in text:
        return frozenset()
    return frozenset((one.route, one.rest) for one in _cut("", text))


def _cut(path: str, text: str) -> Iterator[CutText]:
    plain = text.replace("\r\n", "\n")
    survey = places.survey(plain)
    words = [one for one in survey.entries if one.is_scalar]
    lines = plain.split("\n")
    ends, line, at = [], 0, 0
    for one in words:
        line, at = line + plain.count("\n", at, one.end), max(at, one.end)
        ends.append(line)
    for comment in survey.comments:
        if comment.is_alone or comment.is_behind_dash:
            continue
        number = bisect_right(ends, comment.line) - 1
        if number < 0 or ends[number] != comment.line:
            continue
        last = words[number]
        if plain[last.value : last.value + 1] in ("'", '"', "|", ">"):
            continue
        found = CutText(path, last.route, comment.text)
        if found.is_at_once or _goes_on(plain[last.value : last.end], comment, lines[comment.line]):
            yield found


def _goes_on(text: str, comment: Comment, line: str) -> bool:
    """True where a comment behind a text reads as the sentence that the text begins."""
    before, begun = line[: comment.column], comment.text[2:3]
    return (
        comment.text[1:2] == " "
        and (begun.islower() or begun.isdigit())
        and before.endswith(" ")
        and not before.endswith("  ")
        # A word alone is an id or a word of a closed set; a sentence that ends goes on nowhere.
        and " " in text.strip()
        and not text.rstrip().endswith((".", "!", "?", ":", ";"))
        and not _OF_A_TOOL.match(comment.text)
    )


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
