"""What the annotation of a field says that may stand there."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin


def forms(annotation: Any) -> Iterator[Any]:
    """Yield the alternatives of an annotation, without what is marked on them.

    A list is ``tuple[X, ...]``, a map ``dict[K, V]``, a closed set ``Literal[…]``.
    """
    if hasattr(annotation, "__metadata__"):
        yield from forms(get_args(annotation)[0])
    elif get_origin(annotation) in (None, tuple, dict, Literal):
        yield annotation
    else:
        for one in get_args(annotation):
            yield from forms(one)


def closed(annotation: Any) -> tuple[str, ...]:
    """Return the words of the closed set that a field, or its items, take; none of another."""
    if get_origin(annotation) is Literal:
        return tuple(str(word) for word in get_args(annotation))
    return next(filter(None, map(closed, get_args(annotation))), ())
