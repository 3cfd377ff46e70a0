"""JSON Schema (2020-12) of every kind of file, read from the model: for editors and other tools.

A schema is named as the file or the folder below `data/` is whose form it tells.
"""

import json as to_json
from typing import Any

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.catalogue import (
    BY_WORD,
    BY_YEAR,
    FILE_KINDS,
    FOLDERS,
    LIST_FILES,
    ROOT_FILES,
    Kind,
)
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import schema_nouns
from yhdyspinta_cli.output.answer import Answer, of_table
from yhdyspinta_cli.output.layout import Column, Table
from yhdyspinta_cli.output.schema_nouns import ANY_REGION, Region

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ENDING = ".schema.json"
FOLDER = "schemas"
"""Where a knowledge base keeps its schemas, beside `data/`."""

_FILES = {name.removesuffix(".yaml"): name for name in (*ROOT_FILES, *LIST_FILES)}

NAMES: tuple[str, ...] = FILE_KINDS
"""Every schema by its name, in the order of the catalogue."""


def file_name(name: str) -> str:
    """Return what the file of a schema is called."""
    return name + ENDING


def pattern(name: str) -> str:
    """Return which files of a knowledge base a schema is of, as an editor's settings name them."""
    if name in _FILES:
        return f"data/{_FILES[name]}"
    return f"data/{name}/*/*.yaml" if name in BY_YEAR else f"data/{name}/*.yaml"


def modeline(path: str) -> str:
    """Return the line by which a file, given from ``data/`` on, names its schema to an editor."""
    above = "../" * path.count("/")
    kept = f"{FOLDER}/{file_name(name_of(path))}"
    return f"# yaml-language-server: $schema={above}{kept}\n"


def name_of(path: str) -> str:
    """Return the name of the schema of a file of a knowledge base, given from ``data/`` on."""
    steps = path.split("/")[1:]
    return steps[0] if len(steps) > 1 else steps[0].removesuffix(".yaml")


def holding(word: str) -> str | None:
    """Return the schema of the file in which records of a kind stand; None where none is meant."""
    if word in NAMES:
        return word
    kind = BY_WORD.get(word)
    if kind is None:
        return None
    # A kind that has no file of its own stands inside the records of another.
    own = (name for name in NAMES if kind.record in _records(name))
    inside = (
        name
        for name in NAMES
        if any(kind.word in walk.kinds_inside(record) for record in _records(name))
    )
    return next(own, None) or next(inside, None)


def _records(name: str) -> tuple[type[Record], ...]:
    """Return the classes of the records of a kind of file."""
    if name in FOLDERS:
        return (FOLDERS[name],)
    file = _FILES[name]
    return (ROOT_FILES[file],) if file in ROOT_FILES else tuple(LIST_FILES[file].values())


def schema(name: str, region: Region = ANY_REGION) -> dict[str, Any]:
    """Return the schema of this name; titles and descriptions are in the language spoken now."""
    nouns: tuple[type[Noun], ...] = _records(name)
    head = {"$schema": DIALECT, "$id": file_name(name), "title": pattern(name)}
    defined = {"$defs": schema_nouns.definitions(nouns, region)}
    file = _FILES.get(name, "")
    if file not in LIST_FILES:
        return head | schema_nouns.reference(nouns[0].__name__) | defined
    lists = LIST_FILES[file]
    return (
        head
        | {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                key: {
                    "title": _(_kind(record).title),
                    "type": ["array", "null"],
                    "items": schema_nouns.reference(record.__name__),
                }
                for key, record in lists.items()
            },
        }
        | defined
    )


def _kind(record: type[Record]) -> Kind:
    return BY_WORD[record.kind]


def written(name: str, region: Region = ANY_REGION) -> str:
    """Return a schema as it stands in its file."""
    return to_json.dumps(schema(name, region), ensure_ascii=False, indent=1) + "\n"


def answer() -> Answer:
    """Which schemas there are, and of which files."""
    return of_table("schemas", table, lambda: list(table().json()))


def table() -> Table:
    """A row a schema: its name, the files that it is of, the file in which it is kept."""
    columns: tuple[Column[str], ...] = (
        Column("schema", _("Schema"), lambda name: name),
        Column("files", _("Files"), pattern),
        Column("kept_as", _("Kept as"), lambda name: f"{FOLDER}/{file_name(name)}"),
    )
    return Table.of(columns, NAMES)
