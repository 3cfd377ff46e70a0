"""A table for each kind of record, one for all of them, and one for each list of ids they hold."""

from collections.abc import Iterator, Mapping
from functools import cache, partial
from operator import itemgetter
from typing import get_origin

from yhdyspinta_cli.facts import corrections, presence
from yhdyspinta_cli.facts.presence import Presence
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.catalogue import KINDS, Kind
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.noun import fields_of
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.opendata import inside, keys, nouns
from yhdyspinta_cli.opendata.table import ExportAsked, OpenColumn, OpenTable, at
from yhdyspinta_cli.vocabulary import KINDS as KIND_WORDS
from yhdyspinta_cli.wording.field_names import field_name
from yhdyspinta_cli.wording.key_meanings import meaning

ROOTS = ("agreement", "programme")
"""The kinds of which a knowledge base has one at most: what stands in them needs no holder."""

LISTS = {"to": "recipients"}
"""Keys of lists of ids that are words of SQL, and what their tables are called by."""


@frozen
class _Row:
    """A record, the id of what it stands in, and whether another record corrects it."""

    record: Record
    holder: str | None
    is_corrected: bool


def tables() -> Iterator[OpenTable]:
    """Yield the tables of records."""
    yield _all()
    for kind in KINDS:
        yield _of_kind(kind)
        yield from _of_lists(kind)


@frozen
class _Listed:
    """A record of any kind, its source place in short, and whether it is there."""

    record: Record
    source: str
    presence: Presence


def _all() -> OpenTable:
    there = _(
        "Whether it is there on the day asked: begun, and neither ended, left nor replaced, itself "
        "or with what it is a part of; always true of a kind that neither begins nor ends"
    )
    begins = _("Its first day, where that is yet to come")
    ended = _("Its last day, where that has passed")
    return OpenTable(
        "records",
        _("All records"),
        _("One row: a record of any kind; where an id of several kinds may stand, it leads here"),
        ("id",),
        (
            keys.base(),
            OpenColumn(
                "id",
                "text",
                field_name("id"),
                meaning("Record", "id"),
                at("record.id"),
                is_required=True,
            ),
            OpenColumn(
                "kind",
                "text",
                _("Kind"),
                _("Which kind of record it is: the table that holds it is called by several"),
                at("record.kind"),
                is_required=True,
                words=KIND_WORDS,
            ),
            OpenColumn(
                "name",
                "text",
                _("Name"),
                _("The short text that names it to a reader"),
                at("record.name_shown"),
                is_required=True,
            ),
            OpenColumn(
                "source",
                "text",
                _("Source"),
                _("Where the source says it, in short; part by part in the table sources"),
                at("source"),
            ),
            keys.flag("is_there", _("There on the day"), there, at("presence.is_there")),
            OpenColumn("begins", "day", _("Begins"), begins, at("presence.begins")),
            OpenColumn("ended", "day", _("Ended"), ended, at("presence.ended")),
        ),
        lambda asked: (_listed_record(asked, one.record) for one in asked.kb.entries.values()),
    )


def _listed_record(asked: ExportAsked, record: Record) -> _Listed:
    kb = asked.kb
    return _Listed(record, kb.source_of(record), presence.of(kb, record, asked.day))


def _of_kind(kind: Kind) -> OpenTable:
    taken = inside.TAKEN.get(kind.record, ())
    own = nouns.columns(kind.record, without=taken, reading=_record)
    corrected = _corrected() if "corrects" in fields_of(kind.record) else ()
    return OpenTable(
        nouns.table_of(kind.word),
        _(kind.title),
        _("One row: {record}").format(record=_(kind.one)),
        ("id",),
        (keys.base(), own[0], *_holder(kind), *own[1:], *corrected),
        lambda asked: _rows(asked, kind.record),
    )


def _record(row: _Row) -> Record:
    return row.record


def _rows(asked: ExportAsked, kind: type[Record]) -> Iterator[_Row]:
    holders = _holders(asked.kb)
    for record in asked.kb.of(kind):
        yield _Row(record, holders.get(record.id), bool(corrections.of(asked.kb, record.id)))


def _corrected() -> tuple[OpenColumn, ...]:
    told = _("Whether a later record corrects it, so that it counts no more")
    return (
        OpenColumn(
            "is_corrected",
            "boolean",
            _("Corrected"),
            told,
            lambda row: row.is_corrected,
            is_required=True,
        ),
    )


@cache
def _held() -> Mapping[str, tuple[str, ...]]:
    """Return in which kinds of record one of each kind can stand."""
    found: dict[str, list[str]] = {}
    for kind in KINDS:
        for spec in fields_of(kind.record).values():
            inner = walk.noun_inside(spec.annotation)
            if inner is not None and issubclass(inner, Record):
                found.setdefault(inner.kind, []).append(kind.word)
    return {word: tuple(holders) for word, holders in found.items()}


def _holder(kind: Kind) -> tuple[OpenColumn, ...]:
    """Return the column that says what a record stands in; none where that can be one thing."""
    holders = _held().get(kind.word, ())
    if not holders or (len(holders) == 1 and holders[0] in ROOTS):
        return ()
    told = _("What it stands in")
    one = holders[0] if len(holders) == 1 else None
    return (
        OpenColumn(
            nouns.singular(one) if one else "holder",
            "text",
            field_name(one) if one else _("Stands in"),
            told,
            lambda row: row.holder,
            is_required=True,
            leads_to=nouns.table_of(one) if one else "records",
        ),
    )


def _holders(kb: KnowledgeBase) -> Mapping[str, str]:
    """Return what each record that stands in another stands in, by their ids."""
    found: dict[str, str] = {}
    for entry in kb.entries.values():
        if walk.may_hold_records(type(entry.record)):
            for route, record in walk.records(entry.record):
                # The nearest: one that stands deeper is met again from what holds it.
                if len(route) == 2:
                    found[record.id] = entry.record.id
    return found


def _of_lists(kind: Kind) -> Iterator[OpenTable]:
    """Yield the table of each field that holds several ids."""
    for key, spec in fields_of(kind.record).items():
        mark = walk.reference_of(kind.record, key)
        is_list = get_origin(spec.annotation) is tuple
        if mark is None or not is_list or walk.noun_inside(spec.annotation) is not None:
            continue
        one = nouns.singular(kind.word)
        target = nouns.singular(mark.kinds[0]) if len(mark.kinds) == 1 else "actor"
        yield OpenTable(
            f"{one}_{LISTS.get(key, key)}",
            f"{_(kind.title)}: {field_name(key)}",
            meaning(kind.record.__name__, key),
            (one, "position"),
            (
                keys.base(),
                keys.holder(one, _(kind.one), nouns.table_of(kind.word)),
                keys.position(),
                OpenColumn(
                    target,
                    "text",
                    field_name(key),
                    meaning(kind.record.__name__, key),
                    itemgetter(2),
                    is_required=True,
                    leads_to=nouns.leads_to(mark),
                ),
            ),
            partial(_listed, kind.record, key),
        )


def _listed(kind: type[Record], key: str, asked: ExportAsked) -> Iterator[tuple[str, int, str]]:
    for record in asked.kb.of(kind):
        for number, found in enumerate(getattr(record, key), 1):
            yield record.id, number, found
