"""In which order the keys of a record stand in a file: its id, its own, what every record may have.

That is the order in which people read: what it is first, and last where the source says it.
"""

from functools import cache
from typing import Any, get_args, get_origin

from yhdyspinta_cli.model import annotations
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.record import Dated, Record

_OF_RECORDS = ("extra", "source", "outside", "remarks")
"""The keys that every record takes, in the order in which they end one."""


@cache
def keys_of(noun: type[Noun]) -> tuple[str, ...]:
    """Return the keys that a class of nouns takes, in the order of its files."""
    names = tuple(fields_of(noun))
    last = _last(noun)
    first = ("id",) if "id" in names else ()
    return (*first, *(name for name in names if name not in (*first, *last)), *last)


def _last(noun: type[Noun]) -> tuple[str, ...]:
    """Return the keys that come after a noun's own: those that many nouns take."""
    if issubclass(noun, Record):
        return _OF_RECORDS
    return tuple(fields_of(Dated)) if issubclass(noun, Dated) else ()


def ordered(noun: type[Noun], keys: Any) -> Any:
    """Return the keys of a file in their order, and likewise what stands inside them.

    Keys that the noun does not take come after its own, in the order in which they stand. What has
    no shape of the model is returned as it is.
    """
    return _of_noun((noun,), keys) if isinstance(keys, dict) else keys


def _of_noun(nouns: tuple[type[Noun], ...], keys: dict[str, Any]) -> dict[str, Any]:
    """Return the keys in the order of that of the classes which takes most of them."""
    noun = max(nouns, key=lambda one: len(fields_of(one).keys() & keys.keys()))
    fields = fields_of(noun)
    last = _last(noun)
    own = (name for name in keys_of(noun) if name not in last)
    other = (name for name in keys if name not in fields)
    return {
        name: of_field(fields[name].annotation, keys[name]) if name in fields else keys[name]
        for name in (*own, *other, *last)
        if name in keys
    }


def of_field(annotation: Any, value: Any) -> Any:
    """Return what stands under a key whose field has this annotation, the keys in it in order."""
    if isinstance(value, dict):
        nouns = tuple(one for one in annotations.forms(annotation) if _is_noun(one))
        if nouns:
            return _of_noun(nouns, value)
        inside = next(
            (one for one in annotations.forms(annotation) if get_origin(one) is dict), None
        )
        if inside is not None:
            return {key: of_field(get_args(inside)[1], item) for key, item in value.items()}
    if isinstance(value, list):
        inside = next(
            (one for one in annotations.forms(annotation) if get_origin(one) is tuple), None
        )
        if inside is not None:
            return [of_field(get_args(inside)[0], item) for item in value]
    return value


def _is_noun(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Noun)
