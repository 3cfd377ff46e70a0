"""Text in the columns of a terminal: how many it takes, and in which lines it fits."""

import re
from collections.abc import Iterable
from unicodedata import category, east_asian_width


def columns_of(said: str) -> int:
    """Return how many columns of a terminal a text takes: two for a wide letter, none for a mark.

    UAX #11 (East Asian Width) tells which are wide.
    """
    # No letter below U+0300 is wide, and no mark stands there.
    if said.isascii() or max(said) < "\u0300":
        return len(said)
    return sum(_columns_of(character) for character in said)


def _columns_of(character: str) -> int:
    if category(character) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


_WORD = r"\s*\S+\s*"


def wrapped(said: str, width: int) -> list[str]:
    """Return a text in lines of at most `width` columns; one that is given in lines keeps them.

    A word that is wider than a line is broken where the line ends.
    """
    return [part for line in said.split("\n") for part in _lines(line, max(width, 1))]


def _lines(said: str, width: int) -> list[str]:
    if columns_of(said) <= width:
        return [said.rstrip()]
    lines, line = [], ""
    for word in re.findall(_WORD, said):
        if columns_of(line) + columns_of(word.rstrip()) <= width:
            line += word
            continue
        if line:
            lines.append(line)
        *full, line = _folded(word, width)
        lines += full
    return [part.rstrip() for part in (*lines, line)]


def _folded(word: str, width: int) -> list[str]:
    """Return a word with the blanks around it in parts of at most `width` columns."""
    if columns_of(word.rstrip()) <= width:
        return [word]
    parts = [""]
    for character in word:
        if parts[-1] and columns_of(parts[-1]) + _columns_of(character) > width:
            parts.append("")
        parts[-1] += character
    return parts


def listed(items: Iterable[str], width: int) -> list[str]:
    """Return items parted by commas in lines of at most `width` columns, none of them broken while
    it fits on a line of its own.
    """
    lines: list[str] = [""]
    for item in items:
        longer = f"{lines[-1]}, {item}" if lines[-1] else item
        if columns_of(longer) < width or not lines[-1]:
            lines[-1] = longer
        else:
            lines[-1] += ","
            lines.append(item)
    return [part for line in lines for part in wrapped(line, width)]
