"""The data as a reader of another language is shown it.

Whoever shows the data asks for its copy in the language spoken, once, at the door: a name or a text
that is translated stands in it in the place of the data's own. What rests on the very words of the
data asks the data itself (rules, edits), or the record as it is written (`as_written`). What is
printed stays as it is.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.facts import translated
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.agreement import Agreement
from yhdyspinta_cli.model.knowledge_base import Entry, KnowledgeBase
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.programme import Programme
from yhdyspinta_cli.model.record import Record


def in_language(kb: KnowledgeBase, code: str) -> KnowledgeBase:
    """Return the data as a reader of a language is shown it: itself where nothing is translated.

    `KnowledgeBase.translated` of the copy are the texts that stand in that language.
    """
    told = {} if code == kb.agreement.language else translated.current(kb, code)
    if not told:
        return kb
    copier = _Copier(kb, told)
    entries: dict[str, Entry] = {}
    written: dict[str, Record] = {}
    for key, entry in kb.entries.items():
        if key in entries:
            continue
        made = copier.record(entry.record) if copier.concerns(entry) else entry.record
        if made is entry.record:
            entries[key] = entry
            continue
        before = {one.id: one for _route, one in walk.records(entry.record)}
        for route, one in walk.records(made, entry.route):
            # Of two with one id the first is the record; the other is told as a fault.
            if kb.entries[one.id].record is before[one.id]:
                entries[one.id] = Entry(one, entry.path, route)
                if one is not before[one.id]:
                    written[one.id] = before[one.id]
    return replace(
        kb,
        entries={key: entries[key] for key in kb.entries},
        agreement=_root(entries, kb.agreement, Agreement),
        programme=None if kb.programme is None else _root(entries, kb.programme, Programme),
        translated=frozenset(text for fields in told.values() for text in fields.values()),
        written=written,
    )


def _root(entries: Mapping[str, Entry], record: Any, kind: type[Any]) -> Any:
    entry = entries.get(record.id)
    return entry.record if entry is not None and isinstance(entry.record, kind) else record


class _Copier:
    """Makes records anew with the translations in them; what has none stays the same object."""

    def __init__(self, kb: KnowledgeBase, told: Mapping[str, Mapping[str, str]]) -> None:
        self._told = told
        self._routes: dict[str, list[Route]] = {}
        for key in told:
            self._routes.setdefault(kb.entries[key].path, []).append(kb.entries[key].route)

    def concerns(self, entry: Entry) -> bool:
        """True where a record, or one inside it, may have to be made anew."""
        size = len(entry.route)
        return any(route[:size] == entry.route for route in self._routes.get(entry.path, ()))

    def record(self, record: Record) -> Record:
        """Return a record with its translations, and those of the records inside it."""
        told = self._told.get(record.id, {})
        made: Record = self._noun(record, told, ())
        if made is not record and told:
            former = tuple(name for name in record.names if name not in made.names)
            # Beside its fields, as an own word is: by these it is still found.
            made.__dict__["_former_names"] = former
        return made

    def _noun(self, noun: Any, told: Mapping[str, str], route: Route) -> Any:
        kind: type[Noun] = type(noun)
        changed = {}
        for name in fields_of(kind):
            value = getattr(noun, name)
            made = self._value(value, told, (*route, name))
            if made is not value:
                changed[name] = made
        if not changed:
            return noun
        copy = kind.__new__(kind)
        copy.__dict__.update({**noun.__dict__, **changed})
        return copy

    def _value(self, value: Any, told: Mapping[str, str], route: Route) -> Any:
        if isinstance(value, str):
            return told.get(translated.field_of(route), value) if told else value
        if isinstance(value, Record):
            return self.record(value)
        if isinstance(value, Noun):
            return self._noun(value, told, route)
        if isinstance(value, tuple):
            items = tuple(self._value(one, told, (*route, n)) for n, one in enumerate(value))
            return items if any(a is not b for a, b in zip(items, value, strict=True)) else value
        if isinstance(value, dict):
            held = {key: self._value(one, told, (*route, key)) for key, one in value.items()}
            return held if any(held[key] is not value[key] for key in value) else value
        return value
