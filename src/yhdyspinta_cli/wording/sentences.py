"""Sentences of ours with words of the data in them, which a page tells apart by their language."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from yhdyspinta_cli import typography

_IS_MARKED = ContextVar("is_marked", default=False)
_BEGIN, _END = "\u2068", "\u2069"
"""Unicode's isolate of a text in another direction: no file of the data can hold the two."""

_FULL_STOPS = (".", "!", "?", "…")


@contextmanager
def marked() -> Iterator[None]:
    """Within it what is of the data is marked in sentences: for a page, which parts them."""
    token = _IS_MARKED.set(True)
    try:
        yield
    finally:
        _IS_MARKED.reset(token)


def of_data(text: str) -> str:
    """Return words of the data as a sentence of ours has them."""
    return f"{_BEGIN}{text}{_END}" if text and _IS_MARKED.get() else text


def parted(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a sentence, each with whether it is of the data."""
    first, *others = text.split(_BEGIN)
    yield first, False
    for one in others:
        told, _end, after = one.partition(_END)
        yield told, True
        yield after, False


def ended(text: str) -> str:
    """Return a sentence with a full stop, where it has no sign at its end."""
    return text if text.rstrip(_END).endswith(_FULL_STOPS) else f"{text}."


def begun(text: str) -> str:
    """Return a sentence that begins with a capital; an address stays as it is."""
    bare = text.lstrip(_BEGIN)
    return text[: len(text) - len(bare)] + typography.begun(bare)
