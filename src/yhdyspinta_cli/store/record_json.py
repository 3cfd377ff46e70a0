"""Records that were judged, as JSON and back: what a file was found to hold, told again.

Only what a judged record can hold is known here; every value comes back equal to what it was.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.model import signs, walk
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.record import Record

Judged = Sequence[tuple[Route, Record]]
"""The records that a file holds, each with the route to it, as they stand in the file."""

Told = Sequence[list[Any]]
"""Records as JSON has them: each a list that begins with its class and its fields."""

_DECODER = json.JSONDecoder()
_set = object.__setattr__


def told(records: Judged) -> str:
    """Return records as JSON on one line."""
    return json.dumps(
        [[list(route), _told(record)] for route, record in records],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def recalled(text: str) -> Judged:
    """Return the records that `told` told. Raises LookupError, TypeError or ValueError for more."""
    records, _end = _DECODER.raw_decode(text)
    return tuple([(tuple(route), _recalled(record)) for route, record in records])


def parsed(text: str) -> Told:
    """Return a text of records as JSON alone, of which none is made. Raises ValueError."""
    records, _end = _DECODER.raw_decode(text)
    return [record for _route, record in records]


def names_alike(some: Told, others: Told) -> bool:
    """Return whether records name and hold the same records as others; True is certain."""
    return len(some) == len(others) and all(
        one[0] == other[0] and all(one[place] == other[place] for place in _naming(one[0]))
        for one, other in zip(some, others, strict=True)
    )


@cache
def _naming(head: str) -> tuple[int, ...]:
    """Return where in a list that begins with this stand the id, and what names or holds others."""
    name, *held = head.split(" ")
    naming = walk.naming_fields(_nouns()[name])
    return tuple(n for n, key in enumerate(held, 1) if key == "id" or key in naming)


def may_have_signs(told: str) -> bool:
    """Return whether one of the `signs` may stand in a text of records, or a field of addresses.

    False is certain. What is searched is their JSON: it has every text as it is, but for a
    backslash before what stands in none of the signs, and for the ends of lines.
    """
    lines = told.replace("\\n", "\n").replace('\\"', '"') if "\\" in told else told
    return (
        "\\" in lines
        or any(field in lines for field in signs.ADDRESS_FIELDS)
        or any(sign.search(lines) for sign in signs.ALL)
    )


# Texts, numbers, truths and None stand as they are in JSON; all else is a list that begins with
# what it is. A noun begins with its class and the fields that are not as in an empty one, so that
# the names of the fields are read once for all nouns that have the same.
def _told(value: Any) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, Noun):
        empty = _empty(type(value))
        held = {
            name: one
            for name, one in value.__dict__.items()
            if name not in empty or not (one is empty[name] or one == empty[name] == {})
        }
        head = " ".join((type(value).__name__, *held))
        # Most are texts: one call less.
        return [head, *[one if type(one) is str else _told(one) for one in held.values()]]
    if isinstance(value, tuple):
        return ["tuple", *map(_told, value)]
    if isinstance(value, Moment):
        return ["moment", value.written]
    if isinstance(value, datetime):
        return ["instant", value.isoformat()]
    if isinstance(value, date):
        return ["day", value.isoformat()]
    if isinstance(value, Decimal):
        return ["decimal", str(value)]
    if isinstance(value, dict):
        return ["dict", *([_told(key), _told(one)] for key, one in value.items())]
    if value is None or isinstance(value, bool | int):
        return value
    raise TypeError(type(value).__name__)


def _recalled(value: Any) -> Any:
    return _recall(value[0])(value) if type(value) is list else value


@cache
def _recall(head: str) -> Callable[[list[Any]], Any]:
    """Return what recalls the lists that begin with this. Raises LookupError."""
    if head in _RECALLED:
        return _RECALLED[head]
    name, *held = head.split(" ")
    kind = _nouns()[name]
    made = [key for key, spec in fields_of(kind).items() if spec.factory and key not in held]

    def noun(value: list[Any]) -> Noun:
        one = kind.__new__(kind)
        # At once, and without what every empty one has, which the class gives: to set each field
        # took twice the time, and that was a seventh of a question on 10,000 reports.
        told = {
            key: _recall(item[0])(item) if type(item) is list else item
            for key, item in zip(held, value[1:], strict=True)
        }
        for key in made:
            told[key] = {}
        _set(one, "__dict__", told)
        return one

    return noun


@cache
def _moment(written: str) -> Moment:
    """Return a moment; many reports are of one day."""
    return Moment(written)


_RECALLED: Mapping[str, Callable[[list[Any]], Any]] = {
    "tuple": lambda value: tuple([_recalled(one) for one in value[1:]]),
    "moment": lambda value: _moment(value[1]),
    "instant": lambda value: datetime.fromisoformat(value[1]),
    "day": lambda value: date.fromisoformat(value[1]),
    "decimal": lambda value: Decimal(value[1]),
    "dict": lambda value: {_recalled(key): _recalled(one) for key, one in value[1:]},
}


@cache
def _empty(kind: type[Noun]) -> Mapping[str, Any]:
    """Return what stands in an empty noun of a class."""
    return {key: spec.empty() for key, spec in fields_of(kind).items()}


@cache
def _nouns() -> Mapping[str, type[Noun]]:
    """Every class of nouns by its name."""
    found: dict[str, type[Noun]] = {}
    waiting: list[type[Noun]] = [Noun]
    while waiting:
        kind = waiting.pop()
        found[kind.__name__] = kind
        waiting.extend(kind.__subclasses__())
    return found
