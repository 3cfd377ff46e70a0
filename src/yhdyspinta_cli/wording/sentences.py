"""Sentences of ours with words of the data in them, which a page tells apart by their language."""

from collections.abc import Iterable, Iterator
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
    """Return words of the data as a sentence of ours has them; a list of names is one of them."""
    if not text or not _IS_MARKED.get():
        return text
    return f"{_BEGIN}{bare(text)}{_END}"


def bare(text: str) -> str:
    """Return a sentence without the marks: for a form that has no languages."""
    return text.replace(_BEGIN, "").replace(_END, "")


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


def joined(parts: Iterable[str]) -> str:
    """Return parts as sentences, each but the first with a capital, all with a sign at the end.

    What the first one begins with goes on from the name before it; an address stays as it is.
    """
    return " ".join(_begun(one) if n else one for n, one in enumerate(map(ended, parts)))


def _begun(text: str) -> str:
    first = text.lstrip(_BEGIN)
    return text[: len(text) - len(first)] + typography.begun(first)
