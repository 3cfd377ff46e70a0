r"""Texts of the data made inert in Markdown, and readable in a plain viewer.

Only what can act is escaped: always the marks that act anywhere in a line, and at the start of
a text the marks that begin a block. Whitespace is folded, so that no text leaves its line; what
cannot be seen is written as ``\u{202E}``.
"""

import re

from yhdyspinta_cli.diagnostic import visible

# `_` and `~` act in pairs, `$` is mathematics and `:word:` a picture on GitHub, `{{` is Liquid
# where a site is made of the file, `|` parts the cells of a table.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~&$#{}])")
_START = re.compile(r"^([-+=!:])")
_NUMBERED = re.compile(r"^([0-9]{1,9})([.)])(?= |$)")
# Only a time of day (15:03:48) is surely none.
_EMOJI = re.compile(r":(?!(?<=[0-9]:)[0-9]{2}:[0-9]{2})(?=[A-Za-z0-9+\\_-]+:)")
_NUMBER_IN_CELL = re.compile(r"^([0-9]{1,9})\\([.)])")
# GitHub makes links of bare addresses: the mark after the scheme or the www breaks them.
_ADDRESS = re.compile(r"(?i)\b(https?|ftps?|mailto|xmpp)(:)|\b(www)(\.)")


def inert(text: str) -> str:
    """Return a text of the data as Markdown that shows it and does nothing else."""
    text = _ANYWHERE.sub(r"\\\1", visible(folded(text)))
    text = _ADDRESS.sub(lambda m: f"{m[1] or m[3]}\\{m[2] or m[4]}", text)
    text = _EMOJI.sub(r"\\:", text)
    text = _NUMBERED.sub(r"\1\\\2", _START.sub(r"\\\1", text))
    return text


def in_cell(text: str) -> str:
    """Return what is inert as a cell of a table has it: no list begins there."""
    return _NUMBER_IN_CELL.sub(r"\1\2", text)


def folded(text: str) -> str:
    """Return a text on one line; a space that must not end a line stays what it is."""
    return re.sub(r"[ \t\r\n\f\v]+", " ", text).strip(" ")
