"""A table for each kind of noun that stands several times inside records: seats, doers, evidence.

A row is the id of the record, the number of the noun in it, the field in which it stands, the noun
itself, and whether it holds on the day asked.
"""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import Any

from yhdyspinta_cli.facts import presence
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import (
    actors,
    agreement,
    bodies,
    measures,
    obligations,
    programme,
    provisions,
    record,
    status,
)
from yhdyspinta_cli.model.catalogue import KINDS
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.record import Dated, Record
from yhdyspinta_cli.opendata import keys, nouns
from yhdyspinta_cli.opendata.table import ExportAsked, OpenColumn, OpenTable

Row = tuple[str, int, str, Noun, bool]


@frozen
class Inside:
    """A table of nouns that stand inside records: in which fields of which kinds.

    `holder` is the column of the record's id. `fields` says what the field in which a noun stands
    is called in a column of its own, `told` what that column means; none where it is always one.
    """

    name: str
    title: str
    meaning: str
    noun: type[Noun]
    of: tuple[tuple[type[Record], tuple[str, ...]], ...]
    holder: str = "record"
    fields: Mapping[str, str] | None = None
    told: tuple[str, str, str] = ("", "", "")


_SEATS = {
    "convener": "convener",
    "conveners": "convener",
    "chair": "chair",
    "chairs": "chair",
    "responsible": "responsible",
    "members": "member",
}

_EVERY = tuple(kind.record for kind in KINDS)

TABLES: tuple[Inside, ...] = (
    Inside(
        "responsibilities",
        later("Responsibilities"),
        later("One row: an actor that the source names for a measure, in which role, for what"),
        measures.Responsibility,
        ((measures.Measure, ("responsible",)),),
        "measure",
    ),
    Inside(
        "memberships",
        later("Memberships"),
        later("One row: who belongs to a collective, from when to when"),
        actors.Membership,
        ((actors.Actor, ("members",)),),
        "collective",
    ),
    Inside(
        "seats",
        later("Seats of bodies"),
        later("One row: a member, chair, convener or responsible of a body"),
        bodies.Seat,
        ((bodies.Body, tuple(_SEATS)),),
        "body",
        _SEATS,
        ("seat", later("Seat"), later("What the seat is: member, chair, convener or responsible")),
    ),
    Inside(
        "doers",
        later("Who must do what"),
        later("One row: who must do an obligation, from when to when"),
        obligations.Doer,
        ((obligations.Obligation, ("doers",)),),
        "obligation",
    ),
    Inside(
        "evidence",
        later("Evidence"),
        later("One row: what a report or a value rests on"),
        status.Evidence,
        ((status.Update, ("evidence",)), (status.Value, ("evidence",))),
    ),
    Inside(
        "event_links",
        later("Links of events"),
        later("One row: a page on the web that tells of an event"),
        record.Link,
        ((obligations.Event, ("links",)),),
        "event",
    ),
    Inside(
        "cited_sections",
        later("Sections as cited"),
        later("One row: a section of an act, as the documents cite it"),
        agreement.Section,
        ((agreement.Citation, ("sections",)), (programme.DutyGroup, ("sections",))),
    ),
    Inside(
        "statute_sections",
        later("Sections of acts"),
        later("One row: a section of an act with its official heading"),
        obligations.StatuteSection,
        ((obligations.Statute, ("sections",)),),
        "statute",
    ),
    Inside(
        "provision_shares",
        later("Shares of the costs"),
        later("One row: what part of the costs is whose"),
        provisions.Share,
        ((provisions.Provision, ("shares",)),),
        "provision",
    ),
    Inside(
        "provision_sums",
        later("Sums"),
        later("One row: a sum of money that a provision tells"),
        provisions.Money,
        ((provisions.Provision, ("sums",)),),
        "provision",
    ),
    Inside(
        "provision_steps",
        later("Steps"),
        later("One row: a step of a procedure, in order"),
        provisions.Step,
        ((provisions.Provision, ("steps",)),),
        "provision",
    ),
    Inside(
        "sources",
        later("Source places"),
        later("One row: a place of the source that says what a record says"),
        record.Place,
        tuple((kind, ("source",)) for kind in _EVERY),
    ),
    Inside(
        "outside_facts",
        later("Facts from outside the source"),
        later("One row: a fact that is not in the source, with the public source that tells it"),
        record.Outside,
        tuple((kind, ("outside",)) for kind in _EVERY),
    ),
    Inside(
        "remarks",
        later("Remarks"),
        later("One row: a known defect of the source, another reading of it, or a note"),
        record.Remark,
        tuple((kind, ("remarks",)) for kind in _EVERY),
    ),
)

TAKEN: Mapping[type[Record], tuple[str, ...]] = {bodies.Body: ("chair", "convener")}
"""Fields that hold a noun alone and stand in a table of many all the same."""


def tables() -> Iterator[OpenTable]:
    """Yield the tables of what stands inside records."""
    for one in TABLES:
        kinds = tuple(kind for kind, _fields in one.of)
        table = nouns.table_of(kinds[0].kind) if len(kinds) == 1 else "records"
        title = _("Of record")
        if len(kinds) == 1:
            title = _(next(kind.one for kind in KINDS if kind.record is kinds[0]))
        yield OpenTable(
            one.name,
            _(one.title),
            _(one.meaning),
            (one.holder, "position"),
            (
                keys.base(),
                keys.holder(one.holder, title, table),
                keys.position(),
                *_field(one),
                *nouns.columns(one.noun, reading=itemgetter(3)),
                *_there(one),
            ),
            partial(_rows, one),
        )


def _field(one: Inside) -> tuple[OpenColumn, ...]:
    """Return the column of the field in which a noun stands, where there may be several."""
    called = one.fields
    if called is None:
        return ()
    name, title, told = one.told
    words = tuple(dict.fromkeys(called.values()))
    return (
        OpenColumn(
            name,
            "text",
            _(title),
            _(told),
            lambda row: called[row[2]],
            is_required=True,
            words=words,
        ),
    )


def _there(one: Inside) -> tuple[OpenColumn, ...]:
    """Return the column that tells what holds from what is over, where a noun has days."""
    if not issubclass(one.noun, Dated):
        return ()
    told = _("Whether it holds on the day asked, by its own days and those of what it stands in")
    return (keys.flag("is_there", _("There on the day"), told, itemgetter(4)),)


def _rows(one: Inside, asked: ExportAsked) -> Iterator[Row]:
    has_days = issubclass(one.noun, Dated)
    for kind, fields in one.of:
        for found in asked.kb.of(kind):
            is_there = not has_days or presence.of(asked.kb, found, asked.day).is_there
            held = chain.from_iterable(_held(found, field) for field in fields)
            for place, (field, noun) in enumerate(held, 1):
                holds = is_there and (not isinstance(noun, Dated) or noun.holds(asked.day))
                yield found.id, place, field, noun, holds


def _held(found: Record, field: str) -> Iterator[tuple[str, Any]]:
    value = getattr(found, field)
    for noun in value if isinstance(value, tuple) else (value,):
        if noun is not None:
            yield field, noun
