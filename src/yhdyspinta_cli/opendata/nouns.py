"""The columns of a noun, read from the model: one for each thing that a field of it says.

A noun inside a noun gives its columns the name of its field as a prefix. Lists of ids and of nouns
have tables of their own.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any, Literal, get_args, get_origin

from yhdyspinta_cli import vocabulary
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import annotations, walk
from yhdyspinta_cli.model.fields import Ref
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.noun import FieldSpec, Noun, fields_of
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.opendata.table import ColumnType, OpenColumn
from yhdyspinta_cli.wording.field_names import field_name
from yhdyspinta_cli.wording.key_meanings import meaning

SHARED = ("source", "outside", "remarks", "extra")
"""Fields of every record, which have one table for all kinds."""

_FREE = {
    "start": "start_day",
    "end": "end_day",
    "order": "turn_order",
    "of": "divides",
    "row": "table_row",
    "on": "on_day",
    "by": "told_by",
    "left": "left_on",
}
"""Keys of the data that are words of SQL, and the names of their columns."""

_MOMENTS = {"first": "owed_from"}
"""Keys of a day, month or year that would read badly before `_first` and `_last`."""

_PLAIN: Mapping[type, ColumnType] = {
    str: "text",
    int: "integer",
    bool: "boolean",
    date: "day",
    datetime: "moment",
}

_SPOKEN: Mapping[str, str] = {
    "agreement": "agreements",
    "programme": "programmes",
    "value": "indicator_values",
    "reference": "reference_links",
}
"""Kinds whose table is not called by the word for several: one stands alone, others are SQL's."""


def table_of(kind: str) -> str:
    """Return the name of the table that holds the records of a kind."""
    return _SPOKEN.get(kind) or vocabulary.plural(kind).replace("-", "_")


def singular(kind: str) -> str:
    """Return the name of a column in which the id of a record of a kind stands."""
    return kind.replace("-", "_")


def leads_to(mark: Ref) -> str | None:
    """Return the table in which every id of a reference stands; None where a text may stand too."""
    if mark.or_text or mark.besides:
        return None
    return table_of(mark.kinds[0]) if len(mark.kinds) == 1 else "records"


def columns(
    noun: type[Noun],
    *,
    without: tuple[str, ...] = (),
    reading: Callable[[Any], Any] = lambda row: row,
) -> tuple[OpenColumn, ...]:
    """Return the columns of what stands in one place of a noun, in the order of the model.

    `reading` gives the noun of a row, None where there is none.
    """
    return tuple(_columns(noun, "", "", reading, without, is_inside=False))


def _columns(
    noun: type[Noun],
    prefix: str,
    title: str,
    reading: Callable[[Any], Any],
    without: tuple[str, ...],
    *,
    is_inside: bool,
) -> Iterator[OpenColumn]:
    for key, spec in fields_of(noun).items():
        if key in without or _has_table(noun, key, spec):
            continue
        name, words = f"{prefix}{key}", f"{title}{field_name(key)}"
        inner = walk.noun_inside(spec.annotation)
        if inner is not None:
            read = _reading(reading, key, spec.default)
            yield from _columns(inner, f"{name}_", f"{words}: ", read, without, is_inside=True)
            continue
        is_told = spec.required or (spec.factory is None and spec.default not in (None, ()))
        is_required = is_told and not is_inside
        yield from _of_field(noun, key, spec, name, words, reading, is_required=is_required)


def _has_table(noun: type[Noun], key: str, spec: FieldSpec) -> bool:
    """True for what has a table of its own: shared by all kinds, lists of nouns and of ids."""
    if issubclass(noun, Record) and key in SHARED:
        return True
    inner = walk.noun_inside(spec.annotation)
    if get_origin(spec.annotation) is dict:
        return inner is not None
    if get_origin(spec.annotation) is not tuple:
        return inner is not None and issubclass(inner, Record)
    return inner is not None or (issubclass(noun, Record) and walk.is_reference(noun, key))


def _reading(reading: Callable[[Any], Any], key: str, default: Any) -> Callable[[Any], Any]:
    """Return what reads a field; what only stands in for a noun that is not told is nothing."""

    def read(row: Any) -> Any:
        noun = reading(row)
        value = getattr(noun, key) if noun is not None else None
        return None if isinstance(value, Noun) and value is default else value

    return read


def _of_field(
    noun: type[Noun],
    key: str,
    spec: FieldSpec,
    name: str,
    title: str,
    reading: Callable[[Any], Any],
    *,
    is_required: bool,
) -> Iterator[OpenColumn]:
    read = _reading(reading, key, spec.default)
    told = meaning(noun.__name__, key)
    forms = {form for form in annotations.forms(spec.annotation) if form is not type(None)}
    free = _FREE.get(name, name)
    mark = walk.reference_of(noun, key)
    if forms == {Moment}:
        yield from _of_moment(_MOMENTS.get(name, name), title, told, read, is_required=is_required)
    elif str in forms and Decimal in forms:
        yield from _of_value(free, title, told, read)
    elif Decimal in forms:
        yield OpenColumn(free, "number", title, told, _number(read), is_required)
    elif len(forms) == 1 and (form := forms.pop()) in _PLAIN:
        table = leads_to(mark) if mark is not None else None
        read = _in_utc(read) if form is datetime else read
        yield OpenColumn(free, _PLAIN[form], title, told, read, is_required, leads_to=table)
    elif get_origin(form) is Literal:
        words = get_args(form)
        if isinstance(words[0], int):
            yield OpenColumn(free, "integer", title, told, read, is_required)
            return
        yield OpenColumn(free, "text", title, told, read, is_required, words)
        if key in walk.own_sets(noun):
            yield _own_word(key, free, title, reading)
    elif get_origin(form) is dict:
        counts = int in annotations.forms(get_args(form)[1])
        yield OpenColumn(free, "counts" if counts else "map", title, told, read)
    else:
        assert get_origin(form) is tuple, (noun, key)
        yield OpenColumn(free, "list", title, told, read)


def _of_moment(
    name: str, title: str, told: str, read: Callable[[Any], Any], *, is_required: bool
) -> Iterator[OpenColumn]:
    """Yield what is told of a day, month or year: as it is written, its first and its last day."""

    def written(row: Any) -> str | None:
        value = read(row)
        return value.written if value is not None else None

    def first(row: Any) -> date | None:
        value = read(row)
        return value.first if value is not None else None

    def last(row: Any) -> date | None:
        value = read(row)
        return value.last if value is not None else None

    yield OpenColumn(f"{name}_written", "text", title, told, written, is_required)
    earliest = _("The first day that it can mean")
    titled = _("{name}, first day").format(name=title)
    yield OpenColumn(f"{name}_first", "day", titled, earliest, first, is_required)
    latest = _("The last day that it can mean, from which on it counts")
    titled = _("{name}, last day").format(name=title)
    yield OpenColumn(f"{name}_last", "day", titled, latest, last, is_required)


def _of_value(name: str, title: str, told: str, read: Callable[[Any], Any]) -> Iterator[OpenColumn]:
    """Yield what is told of a value that may be a number, yes or no, or a text."""

    def exact(row: Any) -> str | None:
        value = read(row)
        if isinstance(value, bool):
            return "true" if value else "false"
        return str(value) if value is not None else None

    def yes(row: Any) -> bool | None:
        value = read(row)
        return value if isinstance(value, bool) else None

    yield OpenColumn(name, "text", title, told, exact)
    as_number = _("The same as a number, where it is one")
    titled = _("{name}, number").format(name=title)
    yield OpenColumn(f"{name}_number", "number", titled, as_number, _number(read))
    as_boolean = _("The same as true or false, where it is yes or no")
    titled = _("{name}, yes or no").format(name=title)
    yield OpenColumn(f"{name}_boolean", "boolean", titled, as_boolean, yes)


def _own_word(key: str, name: str, title: str, reading: Callable[[Any], Any]) -> OpenColumn:
    """Return the column of the region's own word for a field of a noun."""
    told = _("The region's own word for it, where it uses one")
    return OpenColumn(
        f"{name}_own_word",
        "text",
        _("{name}, own word").format(name=title),
        told,
        lambda row: reading(row).own_word(key),
    )


def _number(read: Callable[[Any], Any]) -> Callable[[Any], float | None]:
    def number(row: Any) -> float | None:
        value = read(row)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            return None
        found = float(value)
        return found if isfinite(found) else None

    return number


def _in_utc(read: Callable[[Any], Any]) -> Callable[[Any], datetime | None]:
    def moment(row: Any) -> datetime | None:
        value = read(row)
        return value.astimezone(UTC) if value is not None else None

    return moment
