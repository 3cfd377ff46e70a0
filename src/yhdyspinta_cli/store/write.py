"""A new record -> its id, its file name, its file; checked by reading it back.

An update, a value, an event, a counterpart and a step of a round are each one small file, created
and never edited. The name ends in a digest of the content, so that two branches never meet in one.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any, TypeVar
from unicodedata import normalize

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.document import write as document
from yhdyspinta_cli.document.reader import read
from yhdyspinta_cli.document.tree import Tree
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import as_written, fields
from yhdyspinta_cli.model.catalogue import FOLDERS, year_of
from yhdyspinta_cli.model.knowledge_base import Entry
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.own_words import NO_WORDS, OwnWords
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.store import building
from yhdyspinta_cli.store.loaded import Loaded

R = TypeVar("R", bound=Record)

_DIGITS = 8
_DRAFT = "draft"
_FOLDER = {kind: name for name, kind in FOLDERS.items()}
_SUBJECTS = ("measure", "indicator", "body", "title", "level", "interface", "type")


@frozen
class NewFile:
    """A record that has its id, and the file it will be: path below the root, tree, bytes."""

    record: Record
    path: str
    tree: Tree
    raw: bytes


def draft(kind: type[R], keys: Mapping[str, Any], own: OwnWords = NO_WORDS) -> R:
    """Return a record of these keys without a final id; keys that are None are left out.

    Texts are composed, however they were typed or copied; `own` are the words of the knowledge
    base's own. Raises UserError (exit 2) with the
    first fault of form or shape.
    """
    given = {key: _composed(value) for key, value in keys.items() if value is not None}
    values = {"id": _DRAFT} | given
    return _built(kind, values, own)[0]


def _composed(value: Any) -> Any:
    if isinstance(value, str):
        return plain_text.composed(value)
    if isinstance(value, dict):
        return {key: _composed(item) for key, item in value.items()}
    return [_composed(item) for item in value] if isinstance(value, list) else value


def _built(kind: type[R], values: dict[str, Any], own: OwnWords) -> tuple[R, Tree, bytes]:
    """Return the record, its tree and its bytes, all from the text the file will have."""
    try:
        raw = document.text(values).encode()
    except document.UnwritableError as error:
        raise UserError(
            _("this cannot be written: {reason}").format(
                reason=error.reason or _("it would not be read back unchanged")
            )
        ) from error
    tree, faults = read("", raw)
    assert tree is not None
    assert not faults
    record = building.build_record(tree, (), tree.plain(), kind, own)
    if isinstance(record, list):
        raise UserError(record[0].message, hint=record[0].hint)
    return record, tree, raw


def finished(record: Record, recorded: datetime | None = None, own: OwnWords = NO_WORDS) -> NewFile:
    """Return the record with its id, and its file: ``data/updates/2024/2024-05-14-….yaml``.

    `recorded` is the moment that it is recorded, None to leave it out; `own` are the words of the
    knowledge base's own. A counterpart does not tell it.

    The id is the day, the subject, the party and a digest, at most 63 characters.
    """
    keys = plain(record)
    del keys["id"]
    if recorded is not None and "recorded" in fields_of(type(record)):
        keys["recorded"] = recorded.isoformat(timespec="seconds")
    # The same report recorded twice is one file, whenever each was recorded.
    told = {name: value for name, value in keys.items() if name != "recorded"}
    digest = hashlib.sha256(
        json.dumps(told, sort_keys=True, ensure_ascii=False, default=str).encode()
    ).hexdigest()[:_DIGITS]
    # A counterpart that has no first day has none to be named by.
    day = str(keys.get("on") or keys.get("start") or "")
    parts = [day, "", cut(getattr(record, "party", None) or "", 20), digest]
    room = fields.ID_LENGTH - len("-".join(part for part in parts if part)) - 1
    parts[1] = cut(slug(_subject(record)), room)
    key = "-".join(part for part in parts if part)
    named, tree, raw = _built(type(record), {"id": key} | keys, own)
    year = year_of(record)
    folder = _FOLDER[type(record)] + (f"/{year}" if year is not None else "")
    path = f"data/{folder}/{key}.yaml"
    return NewFile(named, path, tree.at(path), raw)


def filed(kind: type[R], keys: Mapping[str, Any], own: OwnWords = NO_WORDS) -> NewFile:
    """Return a record of these keys, and the file it will be: ``data/measures/ruoka-apu.yaml``.

    The keys stand in the file in their order; those that are None are left out. A record whose
    kind has no folder of its own has no path. Raises UserError (exit 2) with the first fault of
    form or shape.
    """
    given = {key: _composed(value) for key, value in keys.items() if value is not None}
    record, tree, raw = _built(kind, given, own)
    folder = next((name for name, of in FOLDERS.items() if of is kind), "")
    path = f"data/{folder}/{record.id}.yaml" if folder else ""
    return NewFile(record, path, tree.at(path), raw)


def _subject(record: Record) -> str:
    """What it speaks of: a measure, an indicator, a body, a title, a level; else its type."""
    for field in _SUBJECTS:
        value = getattr(record, field, None)
        if isinstance(value, str):
            return value
    return record.kind


def slug(text: str) -> str:
    """Return a text in the letters of an id: Kevään foorumi -> kevaan-foorumi."""
    letters = normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def cut(slug: str, length: int) -> str:
    """Return the slug, cut between two words where it is longer than `length`."""
    if len(slug) <= length:
        return slug
    kept = slug[: length + 1]
    return (kept.rpartition("-")[0] or slug[:length]).strip("-")


def plain(record: Noun) -> dict[str, Any]:
    """Return a record's keys as its file has them; what is empty or false is left out.

    A value that is *no* says something, and stays.
    """
    keys: dict[str, Any] = as_written.plain(
        record, _written, lambda name, value: value is not False or name == "value"
    )
    return keys


def _written(moment: Moment) -> date | int | str:
    """A day as a day, a year as a number, a month as a text: so YAML writes them bare."""
    if moment.is_day:
        return moment.first
    return int(moment.written) if moment.is_year else moment.written


def together(loaded: Loaded, new: NewFile) -> Loaded:
    """Return the data as it will be with the new file in it, for the rules to judge.

    Raises UserError (exit 4) where the id is taken.
    """
    kb = loaded.kb
    if new.record.id in kb.entries or new.record.id in kb.unread:
        raise UserError(
            _("{id} is recorded already; nothing was written").format(id=new.record.id),
            exit_code=4,
            hint=_("it stands in {path}; 'git add' and 'git commit' bring it into git").format(
                path=new.path
            ),
        )
    entries = {**kb.entries, new.record.id: Entry(new.record, new.path, ())}
    return replace(
        loaded,
        kb=replace(kb, entries=entries),
        trees=loaded.trees.plus(new.tree),
    )
