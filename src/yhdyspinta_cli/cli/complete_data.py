"""What a completion reads of the data's files: quickly, quietly, and without building a record.

`store` and `model` bring pydantic with them, and a reader who presses the tabulator waits for
every import.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from yhdyspinta_cli import base_folder

_PACKAGE = Path(__file__).parents[1]

Named = tuple[str, str]
"""What is offered and what is told of it: an id and its name."""


def folder() -> Path | None:
    """Return the folder `data/` that a command would use, None where there is none.

    The same choice as `store.resources.find_root`, from the command line that is being written.
    """
    line = os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS") or ""
    root = (_directory(line) if line else None) or os.environ.get("YP_ROOT")
    here = Path.cwd()
    base = here / root if root else base_folder.nearest(here)
    if base is not None:
        # A command refuses a base whose agreement is missing: there is nothing to offer.
        return base / "data" if (base / base_folder.AGREEMENT).is_file() else None
    packaged = (_PACKAGE / "_data", _PACKAGE.parents[1] / "data")
    return next((path for path in packaged if (path / "agreement.yaml").is_file()), None)


def brought_languages() -> tuple[str, ...]:
    """Return the languages of which the knowledge base has the words beside its templates."""
    from yhdyspinta_cli.services import catalogues

    base = folder()
    return () if base is None else catalogues.codes(base.parent)


def _directory(line: str) -> str | None:
    """Return the folder that a line names with -C, its quotes and its ~ resolved as shells do."""
    from typer._click.shell_completion import split_arg_string

    words = split_arg_string(line)
    for word, after, then in zip(words, [*words[1:], ""], [*words[2:], "", ""], strict=False):
        if word in ("-C", "--directory"):
            # bash gives the sign of `--directory=x` as a word of its own.
            return str(Path(then if after == "=" else after).expanduser())
        if word.startswith(("-C", "--directory=")):
            return str(Path(word.removeprefix("--directory=").removeprefix("-C")).expanduser())
    return None


def read(path: Path) -> Mapping[str, Any]:
    """Return the keys of a file and what stands under them, none where it cannot be read."""
    # PyYAML is imported by the first completion that needs a file, not by every start of yp.
    from yhdyspinta_cli.document import reader

    try:
        tree, _faults = reader.read("", path.read_bytes())
    except OSError:
        return {}
    found = tree.plain() if tree is not None else None
    return found if isinstance(found, dict) else {}


def file(name: str) -> Mapping[str, Any]:
    """Return the keys of a file of `data/`, none where there is none."""
    data = folder()
    return read(data / name) if data is not None else {}


def measures() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the id and the keys of each measure."""
    data = folder()
    for path in sorted((data / "measures").glob("*.yaml")) if data is not None else ():
        yield path.stem, read(path)


def records(keys: Mapping[str, Any], name: str) -> Iterator[Mapping[str, Any]]:
    """Yield what stands in the list under a key, as far as it is a record."""
    found = keys.get(name)
    for record in found if isinstance(found, list) else ():
        if isinstance(record, dict):
            yield record


def named(name: str, *kinds: str) -> Iterator[Named]:
    """Yield id and name of what is in the lists of a file: those of these names, or all."""
    keys = file(name)
    for kind in kinds or keys:
        for record in records(keys, kind):
            yield from with_name(record)


def with_name(record: Mapping[str, Any]) -> Iterator[Named]:
    """Yield the id and the name of a record that has an id."""
    if record.get("id") is not None:
        yield str(record["id"]), str(record.get("name") or record.get("title") or "")


def bodies() -> Iterator[Named]:
    """Yield the id and the name of each body."""
    data = folder()
    for path in sorted((data / "bodies").glob("*.yaml")) if data is not None else ():
        yield path.stem, str(read(path).get("name", ""))


def offered(found: Iterable[Named], incomplete: str) -> list[Named]:
    """Return the ids that begin so, each with its name; where none does, the names that do."""
    pairs = list(found)
    ids = [(key, name) for key, name in pairs if key.startswith(incomplete)]
    if ids or not incomplete:
        return ids
    begun = incomplete.lower()
    return [
        (incomplete + name[len(incomplete) :], key)
        for key, name in pairs
        if name.lower().startswith(begun)
    ]


def said(records: Iterable[Mapping[str, Any]], name: str) -> Iterator[str]:
    """Yield what records say under a key, those that have it."""
    for record in records:
        if record.get(name) is not None:
            yield str(record[name])


def stems(name: str) -> Iterator[str]:
    """Yield the ids of the records that have a file of their own in a folder or below it."""
    data = folder()
    if data is not None:
        yield from sorted(path.stem for path in (data / name).rglob("*.yaml"))
