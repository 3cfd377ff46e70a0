"""What the shell completes for `yp edit`: the keys that a record takes, and those inside them.

The model is imported for it, which is free of pydantic; no record is built.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args, get_origin

from yhdyspinta_cli.model import annotations, key_order
from yhdyspinta_cli.model.catalogue import BY_YEAR, FOLDERS, LIST_FILES, ROOT_FILES
from yhdyspinta_cli.model.noun import Noun, fields_of

Keys = Mapping[str, Any]


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
        if folder not in BY_YEAR:
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
