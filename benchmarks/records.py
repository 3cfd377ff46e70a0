"""A record's keys -> its id and the text of its file, as `yp` writes them.

Written anew here, so that a base does not depend on the code that is measured and 100,000 files
take seconds; a test compares each file with what `yp` would have written.
"""

import hashlib
import json
import re
import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

_LONGEST = 63
_PLAIN = re.compile(r"([A-Za-zÅÄÖåäö]|\d{4}-\d\d-\d\d-)(?!.*(: | #)).*")
"""Texts of these bases that need no quotes: none ends in a colon."""
_AMBIGUOUS = ("on", "off", "yes", "no", "y", "n", "true", "false", "null")


class Prose(str):
    """A text that stands in its file as a folded block."""

    __slots__ = ()


def dated(folder: Path, kind: str, keys: dict[str, Any], subject: str, recorded: str) -> str:
    """Write an update, a value or an event below `folder`; return its id."""
    told = json.dumps(keys, sort_keys=True, ensure_ascii=False, default=str)
    digest = hashlib.sha256(told.encode()).hexdigest()[:8]
    day, party = str(keys["on"]), _cut(keys.get("party", ""), 20)
    room = _LONGEST - len("-".join(part for part in (day, party, digest) if part)) - 1
    key = "-".join(part for part in (day, _cut(subject, room), party, digest) if part)
    write(folder / kind / day[:4] / f"{key}.yaml", {"id": key} | keys | {"recorded": recorded})
    return key


def _cut(slug: str, length: int) -> str:
    if len(slug) <= length:
        return slug
    return slug[: length + 1].rpartition("-")[0] or slug[:length]


def write(path: Path, keys: dict[str, Any]) -> None:
    """Write a new file of these keys; raises FileExistsError where it is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write("\n".join(_lines(keys, "")) + "\n")


def _lines(keys: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in keys.items():
        if isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _lines(value, indent + "  ")
        elif isinstance(value, list):
            yield f"{indent}{key}:"
            yield from _items(value, indent + "  ")
        elif isinstance(value, Prose):
            yield f"{indent}{key}: >-"
            inner = indent + "  "
            yield from textwrap.wrap(value, 96, initial_indent=inner, subsequent_indent=inner)
        else:
            yield f"{indent}{key}: {_scalar(value)}"


def _items(values: list[Any], indent: str) -> Iterator[str]:
    for value in values:
        if not isinstance(value, dict):
            yield f"{indent}- {_scalar(value)}"
            continue
        first, *others = _lines(value, indent + "  ")
        yield f"{indent}- {first.lstrip()}"
        yield from others


def _scalar(value: str | float | date) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    if _PLAIN.fullmatch(value) and value.lower() not in _AMBIGUOUS:
        return value
    return json.dumps(value, ensure_ascii=False)
