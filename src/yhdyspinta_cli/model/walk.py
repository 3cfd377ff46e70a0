"""What a record holds, found from its own type: nested records and references.

One definition per fact: whatever needs "all references" asks here, so that a new field of a
noun is checked, completed and searched without a second list.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, TypeVar, get_args

from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.model.actors import Membership
from yhdyspinta_cli.model.fields import Ref
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.own_words import Own
from yhdyspinta_cli.model.record import Record

Mark = TypeVar("Mark", Ref, Own)


@cache
def reference_fields(noun: type[Noun]) -> dict[str, Ref]:
    """Return the fields of a noun that hold ids, with the kinds they may name."""
    return _marked(noun, Ref)


@cache
def own_sets(noun: type[Noun]) -> dict[str, Own]:
    """Return the fields of a noun in which a word of one's own may stand, with its set."""
    return _marked(noun, Own)


def _marked(noun: type[Noun], kind: type[Mark]) -> dict[str, Mark]:
    found: dict[str, Mark] = {}
    for name, field in fields_of(noun).items():
        mark = next((item for item in field.marks if isinstance(item, kind)), None)
        mark = mark or _mark_inside(field.annotation, kind)
        if mark is not None:
            found[name] = mark
    return found


def is_reference(noun: type[Noun], field: str) -> bool:
    """True where a field of a noun holds an id, or several, of other records."""
    return field in reference_fields(noun)


def reference_of(noun: type[Noun], field: str) -> Ref | None:
    """Return which ids a field of a noun takes, those of members too; None where it takes none."""
    if nouns_inside(noun).get(field) is Membership:
        return reference_fields(Membership)["actor"]
    return reference_fields(noun).get(field)


def _mark_inside(annotation: Any, kind: type[Mark]) -> Mark | None:
    for item in getattr(annotation, "__metadata__", ()):
        if isinstance(item, kind):
            return item
    for argument in get_args(annotation):
        found = _mark_inside(argument, kind)
        if found is not None:
            return found
    return None


def noun_inside(annotation: Any) -> type[Noun] | None:
    """Return the class of the nouns that a field of this annotation holds, None for others."""
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        return annotation
    for argument in get_args(annotation):
        found = noun_inside(argument)
        if found is not None:
            return found
    return None


@cache
def nouns_inside(noun: type[Noun]) -> dict[str, type[Noun] | None]:
    """Return the fields of a noun, each with the class of the nouns that it holds."""
    return {name: noun_inside(field.annotation) for name, field in fields_of(noun).items()}


def noun_at(kind: type[Noun], loc: tuple[int | str, ...]) -> type[Noun]:
    """Return the class of the noun that holds the last step of a path below one of this kind."""
    for step in loc[:-1]:
        if isinstance(step, str) and step in fields_of(kind):
            found = nouns_inside(kind)[step]
            if found is None:
                break
            kind = found
    return kind


@cache
def kinds_inside(kind: type[Record]) -> frozenset[str]:
    """Return the kinds of record that a record of this kind may hold, its own included."""
    found: set[str] = set()

    def look(annotation: Any) -> None:
        if isinstance(annotation, type) and issubclass(annotation, Noun):
            if issubclass(annotation, Record):
                if annotation.kind in found:
                    return
                found.add(annotation.kind)
            for field in fields_of(annotation).values():
                look(field.annotation)
        for argument in get_args(annotation):
            look(argument)

    look(kind)
    return frozenset(found)


@cache
def _branches(noun: type[Noun]) -> tuple[str, ...]:
    """The fields of a noun in which other nouns may stand."""
    return tuple(name for name, inner in nouns_inside(noun).items() if inner is not None)


def nouns(value: object, route: Route = ()) -> Iterator[tuple[Route, Noun]]:
    """Yield `value` and every noun inside it, outermost first, with the route to it."""
    if isinstance(value, Noun):
        yield route, value
        for name in _branches(type(value)):
            child = getattr(value, name)
            if isinstance(child, (Noun, tuple)):
                yield from nouns(child, (*route, name))
    elif isinstance(value, tuple):
        for number, child in enumerate(value):
            if isinstance(child, (Noun, tuple)):
                yield from nouns(child, (*route, number))


@cache
def _record_branches(noun: type[Noun]) -> tuple[str, ...]:
    """The fields of a noun in which other records may stand, however deep."""
    return tuple(
        name
        for name, inner in nouns_inside(noun).items()
        if inner not in (None, noun) and (issubclass(inner, Record) or _record_branches(inner))
    )


@cache
def may_hold_records(kind: type[Noun]) -> bool:
    """True where another record may stand inside a noun of this class."""
    return bool(_record_branches(kind))


def records(value: object, route: Route = ()) -> Iterator[tuple[Route, Record]]:
    """Yield every record in `value`, itself first, with the route to it."""
    if isinstance(value, Noun):
        if isinstance(value, Record):
            yield route, value
        for name in _record_branches(type(value)):
            yield from records(getattr(value, name), (*route, name))
    elif isinstance(value, tuple):
        for number, child in enumerate(value):
            yield from records(child, (*route, number))


def references(record: Noun) -> Sequence[tuple[Route, str, Ref]]:
    """Return every reference of a record or a part of one, not of the records nested in it."""
    found: list[tuple[Route, str, Ref]] = []
    _references(record, (), found)
    return found


def names_alike(record: Record, other: Record) -> bool:
    """True where all fields that may name or hold other records are the same in two of a class."""
    kind = type(record)
    return kind is type(other) and all(
        getattr(record, name) == getattr(other, name) for name in naming_fields(kind)
    )


@cache
def naming_fields(noun: type[Noun]) -> frozenset[str]:
    """Return the fields of a noun that may name or hold other records."""
    return frozenset((*_referring(noun), *_record_branches(noun)))


@cache
def _referring(noun: type[Noun]) -> tuple[str, ...]:
    """The fields of a noun that hold ids of other records, or nouns that may."""
    marked = reference_fields(noun)
    return tuple(
        name
        for name, inner in nouns_inside(noun).items()
        if name in marked
        or (inner not in (None, noun) and not issubclass(inner, Record) and _referring(inner))
    )


def _references(noun: Noun, route: Route, found: list[tuple[Route, str, Ref]]) -> None:
    marked = reference_fields(type(noun))
    for name in _referring(type(noun)):
        value = getattr(noun, name)
        if not value:
            continue
        if name in marked:
            if isinstance(value, str):
                if value not in marked[name].besides:
                    found.append(((*route, name), value, marked[name]))
            else:
                for number, item in enumerate(value):
                    found.append(((*route, name, number), item, marked[name]))
        elif isinstance(value, Noun):
            if not isinstance(value, Record):
                _references(value, (*route, name), found)
        elif isinstance(value, tuple):
            for number, item in enumerate(value):
                if isinstance(item, Noun) and not isinstance(item, Record):
                    _references(item, (*route, name, number), found)
