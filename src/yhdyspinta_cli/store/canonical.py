"""A file of the data in its canonical layout, with the same values and the same comments."""

from typing import Any

from yhdyspinta_cli.diagnostic import Diagnostic
from yhdyspinta_cli.document import layout
from yhdyspinta_cli.document.decoding import pass_through
from yhdyspinta_cli.document.reader import read
from yhdyspinta_cli.document.write import UnwritableError
from yhdyspinta_cli.model import key_order
from yhdyspinta_cli.model.catalogue import FOLDERS, LIST_FILES, ROOT_FILES
from yhdyspinta_cli.store import doubts, reading

_MENDED = "YP022"
"""The one fault that the layout takes away: a byte order mark."""


def faults(path: str, raw: bytes) -> tuple[Diagnostic, ...]:
    """Return why the file cannot be laid out: what the reader refuses in it."""
    _tree, found = read(path, raw)
    return tuple(reading.placed(path, fault) for fault in found if fault.code != _MENDED)


def laid_out(path: str, raw: bytes) -> bytes:
    """Return the bytes of a file without `faults` in the canonical layout.

    Its lines end as its first one does. Raises `UnwritableError` where not the very same values
    and comments would be read from them, or a text no longer seem to go on in a comment.
    """
    text, _faults = pass_through(raw)
    assert text is not None
    plain = text.replace("\r\n", "\n")
    tree, _faults = read(path, plain.encode())
    assert tree is not None
    values = tree.plain()
    cut = doubts.cut(plain)
    made = layout.laid_out(plain, ordered(path, values), cut)
    again, found = read(path, made.encode())
    if found or again is None or not layout.is_same(values, again.plain()):
        raise UnwritableError
    if not cut <= doubts.cut(made):
        raise UnwritableError
    if layout.comments(plain) != layout.comments(made):
        raise UnwritableError
    first = text.find("\n")
    return made.replace("\n", "\r\n" if text[first - 1 : first] == "\r" else "\n").encode()


def ordered(path: str, values: Any) -> Any:
    """Return what a file holds with its keys in the order of the model; lists stay as they are."""
    name, *below = reversed(path.split("/")[1:])
    if below:
        return key_order.ordered(FOLDERS[below[-1]], values)
    if name in ROOT_FILES:
        return key_order.ordered(ROOT_FILES[name], values)
    lists = LIST_FILES[name]
    return {
        key: [key_order.ordered(lists[key], item) for item in values[key]]
        if key in lists and isinstance(values[key], list)
        else values[key]
        for key in (
            *(key for key in lists if key in values),
            *(k for k in values if k not in lists),
        )
    }
