"""What the shell completes for `yp edit`: the keys that a record takes, and those inside them.

The model is imported for it, which is free of pydantic; no record is built.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args, get_origin

from yhdyspinta_cli.cli import complete, complete_data
from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.model import annotations, key_order, own_words, walk
from yhdyspinta_cli.model.catalogue import FOLDERS, LIST_FILES, RECORDED_FOLDERS, ROOT_FILES
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.own_words import Own
from yhdyspinta_cli.wording import typed, words

Keys = Mapping[str, Any]


def edits(line: Mapping[str, Any], incomplete: str) -> list[str]:
    """Return what may stand as a change of the record that the line names: see `complete`."""
    folder, named = complete_data.folder(), line.get("record")
    if folder is None or not isinstance(named, str):
        return []
    found = record(folder, named, complete_data.read)
    if found is None:
        return []
    key, sign, begun = incomplete.partition("=")
    if sign:
        return [f"{key}={word}" for word in _values(*found, key, begun)]
    # bash parts the word at the sign, and gives what stands before it as one of its own.
    before = line.get("changes") or ("",)
    return _values(*found, before[-1], incomplete) or [
        one for one in offered(*found, incomplete) if one.startswith(incomplete.lower())
    ]


def translatable(line: Mapping[str, Any], incomplete: str) -> list[str]:
    """Return the texts of the record that the line names which can stand in another language."""
    from yhdyspinta_cli.facts import translated

    folder, named = complete_data.folder(), line.get("record")
    found = record(folder, named, complete_data.read) if folder and isinstance(named, str) else None
    if found is None:
        return []
    noun, keys = found
    routes = (route for route in _texts(keys) if translated.is_translatable(noun, route))
    return [one for one in map(translated.field_of, routes) if one.startswith(incomplete)]


def _texts(value: Any, route: Route = ()) -> Iterator[Route]:
    """Yield where texts stand in what a file holds."""
    if isinstance(value, str):
        yield route
        return
    inside: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, dict):
        inside = value.items()
    elif isinstance(value, list):
        inside = enumerate(value)
    for step, one in inside:
        yield from _texts(one, (*route, step))


def _values(noun: type[Noun], keys: Keys, key: str, incomplete: str) -> list[str]:
    """Return the words of the closed set behind a key that begin so, the own ones first."""
    known, own = closed(noun, keys, key)
    found = complete.own_words(own, known, incomplete) if own is not None else []
    both = dict.fromkeys((*known, *typed.each(known, words.word)))
    return found + complete.in_its_case(both, incomplete)


def record(data: Path, named: str, read: Callable[[Path], Keys]) -> tuple[type[Noun], Keys] | None:
    """Return the class and the keys of the record with this id or code, None where there is none.

    `read` gives the keys of a file.
    """
    for noun, keys in _records(data, named, read):
        if keys.get("id") == named or str(keys.get("code", "")).lower() == named.lower():
            return noun, keys
    return None


def _records(
    data: Path, named: str, read: Callable[[Path], Keys]
) -> Iterator[tuple[type[Noun], Keys]]:
    for folder, kind in FOLDERS.items():
        if folder not in RECORDED_FOLDERS:
            # A file has its record's id as its name; only a code needs all of them.
            likely = data / folder / f"{named}.yaml"
            paths = [likely] if likely.exists() else sorted((data / folder).glob("*.yaml"))
            yield from (
                (kind, read(path)) for path in paths if likely.exists() or folder == "measures"
            )
    for name, lists in LIST_FILES.items():
        keys = read(data / name)
        for key, kind in lists.items():
            found = keys.get(key)
            for one in found if isinstance(found, list) else ():
                if isinstance(one, dict):
                    yield kind, one
    for name, kind in ROOT_FILES.items():
        if name != "personal.yaml":
            yield kind, read(data / name)


def offered(noun: type[Noun], keys: Keys, incomplete: str) -> Iterator[str]:
    """Yield what can follow the whole steps that are typed: ``title=``, ``responsible.``."""
    *steps, _begun = incomplete.split(".")
    annotation: Any = noun
    value: Any = keys
    for step in steps:
        annotation, value = _inside(annotation, value, step)
    before = "".join(f"{step}." for step in steps)
    for form in annotations.forms(annotation):
        if _is_noun(form):
            for key in key_order.keys_of(form):
                if key != "id":
                    is_deep = _is_deep(fields_of(form)[key].annotation)
                    yield f"{before}{key}{'.' if is_deep else '='}"
        elif get_origin(form) is tuple and isinstance(value, list):
            is_deep = _is_deep(get_args(form)[0])
            for number in range(len(value) + 1):
                yield f"{before}{number}{'.' if is_deep else '='}"


def closed(noun: type[Noun], keys: Keys, path: str) -> tuple[tuple[str, ...], str | None]:
    """Return the words of the closed set that stands behind a key, and the name of that set.

    The name is that of the list in which the knowledge base may have words of its own for them.
    """
    annotation: Any = noun
    value: Any = keys
    mark: Own | None = None
    for step in path.split("."):
        nouns = [form for form in annotations.forms(annotation) if _is_noun(form)]
        own = next((walk.own_sets(one) for one in nouns if step in fields_of(one)), None)
        mark = own.get(step) if own is not None else mark
        annotation, value = _inside(annotation, value, step)
    among = annotations.closed(annotation) if annotation is not None else ()
    return (own_words.standard(mark.of), mark.of) if mark is not None else (among, None)


def _is_noun(form: Any) -> bool:
    return isinstance(form, type) and issubclass(form, Noun)


def _is_deep(annotation: Any) -> bool:
    """True where keys or items stand inside."""
    return any(
        _is_noun(form) or get_origin(form) in (tuple, dict)
        for form in annotations.forms(annotation)
    )


def _inside(annotation: Any, value: Any, step: str) -> tuple[Any, Any]:
    """Return what may stand at a step and what stands there, None for each that is not known."""
    for form in annotations.forms(annotation):
        if _is_noun(form) and step in fields_of(form):
            inside = value.get(step) if isinstance(value, dict) else None
            return fields_of(form)[step].annotation, inside
        if get_origin(form) is tuple and isinstance(value, list):
            found = next((one for n, one in enumerate(value) if step in _names(n, one)), None)
            return get_args(form)[0], found
    return None, None


def _names(number: int, item: Any) -> tuple[str, ...]:
    named = (item.get("id"), item.get("actor")) if isinstance(item, dict) else (item,)
    return (str(number), *(str(one) for one in named if one is not None))
