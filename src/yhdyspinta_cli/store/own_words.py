"""Words of one's own at the door: the standard ones take their place, the record keeps both."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.model import unshaped, walk
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.own_words import Own, OwnWords, Worded

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


def replaced(kind: type[Noun], keys: object, own: OwnWords) -> dict[Route, str]:
    """Put the standard words into the keys of a record; return the own ones with their routes."""
    kept: dict[Route, str] = {}
    for route, mark in tuple(unshaped.words(kind, keys)):
        holder: Any = keys
        for step in route[:-1]:
            holder = holder[step]
        word = plain_text.composed(holder[route[-1]])
        means = own.of(mark.of).get(word)
        if means is not None:
            holder[route[-1]] = means
            kept[route] = word
    return kept


def keep(record: Noun, kept: Mapping[Route, str]) -> None:
    """Give a record the own words that its keys had."""
    for route, word in kept.items():
        value: Any = record
        holder, below = record, route
        for number, step in enumerate(route, 1):
            value = getattr(value, step) if isinstance(step, str) else value[step]
            if isinstance(value, Noun):
                holder, below = value, route[number:]
        assert isinstance(holder, Worded)
        holder.keep(below, word)


def allowed(kind: type[Noun], detail: "ErrorDetails", own: OwnWords) -> list[str]:
    """Return the own words that might stand where a word does that is none of its set."""
    mark = _mark(kind, detail)
    return list(own.of(mark.of)) if mark else []


def is_broken(kind: type[Noun], detail: "ErrorDetails", own: OwnWords) -> bool:
    """True where a fault is only that an own word's declaration does not say what it means."""
    mark, given = _mark(kind, detail), detail["input"]
    return (
        mark is not None
        and detail["type"] == "literal_error"
        and isinstance(given, str)
        and plain_text.composed(given) in own.broken.get(mark.of, ())
    )


def _mark(kind: type[Noun], detail: "ErrorDetails") -> Own | None:
    field = next((step for step in reversed(detail["loc"]) if isinstance(step, str)), "")
    return walk.own_sets(walk.noun_at(kind, detail["loc"])).get(field)
