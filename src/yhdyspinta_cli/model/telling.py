"""What a record says in words, found from its own type."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Literal, get_args, get_origin

from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.own_words import Worded
from yhdyspinta_cli.model.record import Record


def texts(record: Record) -> Sequence[tuple[Route, str]]:
    """Return every text of a record, not of the records nested in it; ids are not texts."""
    found: list[tuple[Route, str]] = []
    _texts(record, (), found)
    return found


@cache
def _telling(noun: type[Noun]) -> tuple[str, ...]:
    """The fields of a noun that hold texts, or nouns that may."""
    marked = walk.reference_fields(noun)
    return tuple(
        name
        for name, field in fields_of(noun).items()
        if name != "id"
        and (name not in marked or marked[name].or_text)
        and (name == "extra" or _holds_text(field.annotation))
    )


def _holds_text(annotation: Any) -> bool:
    """True where a text may stand in a field: a word of a closed set is one."""
    if isinstance(annotation, type):
        return issubclass(annotation, str | Noun)
    if get_origin(annotation) is Literal:
        return any(isinstance(word, str) for word in get_args(annotation))
    return any(_holds_text(argument) for argument in get_args(annotation))


def _texts(noun: Noun, route: Route, found: list[tuple[Route, str]]) -> None:
    # A list, and no generator inside a generator: the texts of 10,000 measures take half the time.
    for name in _telling(type(noun)):
        value = getattr(noun, name)
        if not value:
            continue
        if isinstance(value, dict):
            for key, own in value.items():
                for text in own if isinstance(own, tuple) else (own,):
                    if isinstance(text, str):
                        found.append(((*route, name, key), text))
        elif isinstance(value, str):
            found.append(((*route, name), value))
            if isinstance(noun, Worded) and (word := noun.own_word(name)):
                found.append(((*route, name), word))
        elif isinstance(value, Noun):
            if not isinstance(value, Record):
                _texts(value, (*route, name), found)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, str):
                    found.append(((*route, name, number), item))
                    if isinstance(noun, Worded) and (word := noun.own_word(name, number)):
                        found.append(((*route, name, number), word))
                elif isinstance(item, Noun) and not isinstance(item, Record):
                    _texts(item, (*route, name, number), found)
