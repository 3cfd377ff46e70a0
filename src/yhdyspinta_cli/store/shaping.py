"""Keys that are plainly of the shape of a noun -> the noun, without the library that judges.

Nearly every file of a knowledge base is right, and to see that takes neither pydantic (its import
and its models are half of what a first run on the shipped data costs) nor words for what is wrong.
Only what is beyond doubt is taken here; all else, right or wrong, is left to `judging`, which makes
an equal noun of whatever is taken here: a test holds the two against each other.
"""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from yhdyspinta_cli.model.marks import Judged
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.noun import Noun, fields_of

N = TypeVar("N", bound=Noun)
Shape = Callable[[Any], Any]
"""Takes what stands in a file and returns what the model holds; raises ValueError in doubt."""

_set = object.__setattr__
_PLAIN = (str, int, bool, date, datetime, Decimal, Moment)


class DoubtError(ValueError):
    """What is not plainly right."""


def shaped(kind: type[N], keys: object) -> N | None:
    """Return the noun that keys plainly are, None where they may be none."""
    try:
        noun: N = _noun(kind)(keys)
        return noun
    except ValueError:
        return None


@cache
def _noun(kind: type[Noun]) -> Shape:
    fields = fields_of(kind)
    shapes = {name: _shape(spec.annotation, spec.marks) for name, spec in fields.items()}
    required = {name for name, spec in fields.items() if spec.required}
    made = {name: spec.factory for name, spec in fields.items() if spec.factory is not None}
    empty = {name: spec.default for name, spec in fields.items()}

    def build(keys: Any) -> Any:
        if type(keys) is not dict:
            raise DoubtError
        held = dict(empty)
        for name, make in made.items():
            held[name] = make()
        for name, value in keys.items():
            if name not in shapes:
                raise DoubtError
            held[name] = shapes[name](value)
        if not required <= keys.keys():
            raise DoubtError
        noun = kind.__new__(kind)
        # Field by field, so that all nouns of a class share one table of names. With a `__dict__`
        # filled at once each has its own: 10,000 measures take 29 MiB more, of 128.
        for name, value in held.items():
            _set(noun, name, value)
        noun.__post_init__()
        return noun

    if kind.read.__func__ is Noun.read.__func__:  # type: ignore[attr-defined]
        return build
    return lambda keys: kind.read(keys, build)


def _shape(annotation: Any, marks: tuple[Any, ...] = ()) -> Shape:
    """Return what takes a value of a field; the last mark on it sees the value first."""
    inside = _unmarked(annotation)
    judges = [mark.judge for mark in marks if isinstance(mark, Judged)]
    if not judges:
        return inside
    if len(judges) > 1:
        return _in_doubt
    (judge,) = judges
    if annotation in _PLAIN:
        # Most fields: one call less.
        def judged_plain(value: Any) -> Any:
            value = judge(value)
            if type(value) is not annotation:
                raise DoubtError
            return value

        return judged_plain
    return lambda value: judge(value) if annotation is Any else inside(judge(value))


def _unmarked(annotation: Any) -> Shape:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(parts[0], parts[1:])
    if origin is Literal:
        return _one_of(parts)
    if origin in (Union, UnionType):
        return _union(parts)
    if origin is tuple and len(parts) == 2 and parts[1] is Ellipsis:
        return _list(_shape(parts[0]))
    if origin is dict:
        return _map(*map(_shape, parts))
    if annotation in _PLAIN:
        return _exactly(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        # A noun may hold one of its own kind: its shape is asked for when a value is there.
        return lambda value: _noun(annotation)(value)
    return _in_doubt


def _in_doubt(_value: Any) -> Any:
    raise DoubtError


def _exactly(kind: type) -> Shape:
    def take(value: Any) -> Any:
        if type(value) is not kind or (isinstance(value, Decimal) and not value.is_finite()):
            raise DoubtError
        return value

    return take


def _one_of(words: tuple[Any, ...]) -> Shape:
    # True is equal to 1, and is not that word.
    known = {(type(word), word) for word in words}

    def take(value: Any) -> Any:
        if not isinstance(value, str | int) or (type(value), value) not in known:
            raise DoubtError
        return value

    return take


def _list(item: Shape) -> Shape:
    def take(value: Any) -> Any:
        if type(value) is not list:
            raise DoubtError
        return tuple([item(one) for one in value])

    return take


def _map(key: Shape, item: Shape) -> Shape:
    def take(value: Any) -> Any:
        if type(value) is not dict:
            raise DoubtError
        return {key(name): item(one) for name, one in value.items()}

    return take


def _union(parts: tuple[Any, ...]) -> Shape:
    """Return what takes a value of one of several kinds: what none of the others could be too."""
    others = [part for part in parts if part is not type(None)]
    is_optional = len(others) < len(parts)
    if len(others) == 1:
        inside = _shape(others[0])
        return lambda value: None if value is None and is_optional else inside(value)
    by_type = {_base(part): _shape(part) for part in others}
    if len(by_type) < len(others) or not by_type.keys() <= {str, int, bool, Decimal}:
        return _in_doubt

    def take(value: Any) -> Any:
        if value is None and is_optional:
            return None
        shape = by_type.get(type(value))
        if shape is None or (type(value) is str and _may_be_a_number(value)):
            raise DoubtError
        return shape(value)

    return take


def _base(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def _may_be_a_number(text: str) -> bool:
    try:
        Decimal(text)
    except InvalidOperation:
        return False
    return True
