"""What a record holds, found from its own type: nested records, references, texts.

One definition per fact: whatever needs "all references" asks here, so that a new field of a
noun is checked, completed and searched without a second list.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin

from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.model.actors import Membership
from yhdyspinta_cli.model.fields import Ref
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.own_words import Own, Worded
from yhdyspinta_cli.model.record import Record

Mark = TypeVar("Mark", Ref, Own)


@cache
def _references_of(noun: type[Noun]) -> dict[str, Ref]:
    """The fields of a noun that hold ids, with the kinds they may name."""
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
    return field in _references_of(noun)


def reference_of(noun: type[Noun], field: str) -> Ref | None:
    """Return which ids a field of a noun takes, those of members too; None where it takes none."""
    if _inside(noun).get(field) is Membership:
        return _references_of(Membership)["actor"]
    return _references_of(noun).get(field)


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
def _inside(noun: type[Noun]) -> dict[str, type[Noun] | None]:
    """The fields of a noun, each with the class of the nouns that it holds."""
    return {name: noun_inside(field.annotation) for name, field in fields_of(noun).items()}


def noun_at(kind: type[Noun], loc: tuple[int | str, ...]) -> type[Noun]:
    """Return the class of the noun that holds the last step of a path below one of this kind."""
    for step in loc[:-1]:
        if isinstance(step, str) and step in fields_of(kind):
            found = _inside(kind)[step]
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


def written_references(noun: type[Noun], keys: object) -> Iterator[tuple[Route, str, Ref]]:
    """Yield the references in the keys of a record that has no shape yet, with their routes."""
    marked = _references_of(noun)
    for name, value in keys.items() if isinstance(keys, dict) else ():
        if name not in fields_of(noun):
            continue
        inner = _inside(noun)[name]
        for step, item in enumerate(value) if isinstance(value, list) else ((None, value),):
            route: Route = (name,) if step is None else (name, step)
            if name in marked and isinstance(item, str):
                if item not in marked[name].besides:
                    yield route, item, marked[name]
            elif inner is Membership and isinstance(item, str):
                yield route, item, _references_of(Membership)["actor"]
            elif inner is not None:
                for below, key, ref in written_references(inner, item):
                    yield (*route, *below), key, ref


def written_words(noun: type[Noun], keys: object, base: Route = ()) -> Iterator[tuple[Route, Own]]:
    """Yield where in the keys of a record a word of a closed set stands, with the set."""
    if not isinstance(keys, dict) or not _may_hold_own(noun):
        return
    marked = own_sets(noun)
    for name, value in keys.items():
        if name not in fields_of(noun):
            continue
        inner = _inside(noun)[name]
        for step, item in enumerate(value) if isinstance(value, list) else ((None, value),):
            route: Route = (*base, name) if step is None else (*base, name, step)
            if name in marked and isinstance(item, str):
                yield route, marked[name]
            elif inner is not None:
                yield from written_words(inner, item, route)


@cache
def _may_hold_own(noun: type[Noun]) -> bool:
    """True where an own word may stand in a noun of this class, or in one inside it."""
    if own_sets(noun):
        return True
    inside = _inside(noun).values()
    return any(inner is not None and inner is not noun and _may_hold_own(inner) for inner in inside)


@cache
def _branches(noun: type[Noun]) -> tuple[str, ...]:
    """The fields of a noun in which other nouns may stand."""
    return tuple(name for name, inner in _inside(noun).items() if inner is not None)


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
        for name, inner in _inside(noun).items()
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
    marked = _references_of(noun)
    return tuple(
        name
        for name, inner in _inside(noun).items()
        if name in marked
        or (inner not in (None, noun) and not issubclass(inner, Record) and _referring(inner))
    )


def _references(noun: Noun, route: Route, found: list[tuple[Route, str, Ref]]) -> None:
    marked = _references_of(type(noun))
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


def texts(record: Record) -> Sequence[tuple[Route, str]]:
    """Return every text of a record, not of the records nested in it; ids are not texts."""
    found: list[tuple[Route, str]] = []
    _texts(record, (), found)
    return found


@cache
def _telling(noun: type[Noun]) -> tuple[str, ...]:
    """The fields of a noun that hold texts, or nouns that may."""
    marked = _references_of(noun)
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
