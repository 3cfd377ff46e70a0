"""Which words of a closed set can be typed, told to a reader of any language."""

from collections.abc import Callable, Iterable
from typing import TypeVar

W = TypeVar("W", bound=str)


def each(among: Iterable[W], shown: Callable[[W], str]) -> tuple[str, ...]:
    """Return the word to type for each of them, as it is `shown`: with hyphens, one word of the
    shell.
    """
    return tuple("-".join(shown(word).split()) for word in among)


def listed(among: Iterable[W], shown: Callable[[W], str]) -> str:
    """Return the words to type, each with the data's word for it where that is another:
    ``valmis (completed), …``; both are taken.
    """
    keys = tuple(among)
    return ", ".join(
        typed if typed == key else f"{typed} ({key})"
        for typed, key in zip(each(keys, shown), keys, strict=True)
    )
