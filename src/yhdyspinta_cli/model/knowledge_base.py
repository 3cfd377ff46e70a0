"""All records together, and what follows from them alone.

A `KnowledgeBase` is frozen and complete: whoever holds one needs neither files nor places.
"""

from collections.abc import Hashable, Mapping
from dataclasses import field
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model import members
from yhdyspinta_cli.model.actors import Actor, Counterpart, Party
from yhdyspinta_cli.model.agreement import Agreement, Document, Interface
from yhdyspinta_cli.model.bodies import Area, Body, Division
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.doubts import Doubt
from yhdyspinta_cli.model.fields import ACTOR_KINDS
from yhdyspinta_cli.model.measures import Goal, Indicator, Measure
from yhdyspinta_cli.model.obligations import (
    CouncilTerm,
    Event,
    Obligation,
    Personal,
    Project,
    Statute,
)
from yhdyspinta_cli.model.programme import Programme
from yhdyspinta_cli.model.record import Place, Record
from yhdyspinta_cli.model.status import Update, Value

R = TypeVar("R", bound=Record)


@frozen
class Entry:
    """A record and where it stands: its file, and the route to it inside the file."""

    record: Record
    path: str
    route: Route


@frozen
class DanglingRef:
    """A reference written in a record that could not be read: where, the id, the kinds meant."""

    path: str
    route: Route
    key: str
    kinds: tuple[str, ...]


@frozen
class KnowledgeBase:
    """The records by id, in the order of their files.

    `unread` holds the ids of records that could not be read, and `unread_kinds` the kinds of
    which a whole file could not be read: a reference to them is not a fault of its own. `dangling`
    are the references that stand in such records: they are held against the rest all the same.
    `doubts` are texts that were read, and of which only their file shows what may be wrong.
    `signless` are files of which it is known that no text in them has one of the `signs`.
    `translated` are, in the copy for a reader of another language, the texts that stand in that,
    and `written` the records that differ in it, by their ids, as the data has them.
    """

    agreement: Agreement
    programme: Programme | None
    entries: Mapping[str, Entry]
    personal: Personal | None = None
    unread: frozenset[str] = frozenset()
    unread_kinds: frozenset[str] = frozenset()
    dangling: tuple[DanglingRef, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    translated: frozenset[str] = frozenset()
    written: Mapping[str, Record] = field(default_factory=dict, compare=False)
    # Known of some files and not of others, as they were read: no part of what they say.
    signless: frozenset[str] = field(default=frozenset(), compare=False)
    # What was worked out once. Not a part of the value: a changed copy begins with none of it.
    _members: dict[tuple[str, date | None], tuple[members.Member, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    memo: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of(self, kind: type[R]) -> tuple[R, ...]:
        """Return every record of one kind, in the order of the files."""
        return self._by_kind.get(kind, ())  # type: ignore[return-value]

    @cached_property
    def _by_kind(self) -> dict[type[Record], tuple[Record, ...]]:
        kinds: dict[type[Record], list[Record]] = {}
        for entry in self.entries.values():
            kinds.setdefault(type(entry.record), []).append(entry.record)
        return {kind: tuple(found) for kind, found in kinds.items()}

    def find(self, kind: type[R], key: str | None) -> R | None:
        """Return the record of this kind with this id, None where there is none."""
        entry = self.entries.get(key) if key is not None else None
        return entry.record if entry is not None and isinstance(entry.record, kind) else None

    def as_written(self, record: R) -> R:
        """Return a record in the words of the data: what those mean is judged on them."""
        return self.written.get(record.id, record)  # type: ignore[return-value]

    @property
    def parties(self) -> tuple[Party, ...]:
        return self.of(Party)

    @property
    def actors(self) -> tuple[Actor, ...]:
        return self.of(Actor)

    @property
    def bodies(self) -> tuple[Body, ...]:
        return self.of(Body)

    @property
    def goals(self) -> tuple[Goal, ...]:
        return tuple(sorted(self.of(Goal), key=lambda goal: goal.number))

    @property
    def interfaces(self) -> tuple[Interface, ...]:
        return self.of(Interface)

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The measures in the programme's order: by interface, then by code (5.2 before 5.10)."""
        order = {interface.id: number for number, interface in enumerate(self.interfaces)}
        return tuple(
            sorted(
                self.of(Measure),
                key=lambda m: (
                    order.get(m.interface or "", len(order)),
                    plain_text.natural(m.code),
                ),
            )
        )

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return self.of(Indicator)

    @cached_property
    def measure_of_indicator(self) -> dict[str, Measure]:
        """The measure that an indicator belongs to, by the indicator's id."""
        return {i.id: measure for measure in self.measures for i in measure.indicators}

    def measure_of(self, record: Record) -> Measure | None:
        """Return the measure of an indicator, an update, a value or an obligation, if any."""
        measure = self.find(Measure, getattr(record, "measure", None))
        return measure or self.measure_of_indicator.get(getattr(record, "indicator", record.id))

    @property
    def updates(self) -> tuple[Update, ...]:
        return self.of(Update)

    @property
    def values(self) -> tuple[Value, ...]:
        return self.of(Value)

    @property
    def events(self) -> tuple[Event, ...]:
        return self.of(Event)

    @property
    def correctable(self) -> tuple[Correctable, ...]:
        """The updates, then the values, then the events."""
        return (*self.updates, *self.values, *self.events)

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        return self.of(Obligation)

    @property
    def terms(self) -> tuple[CouncilTerm, ...]:
        return self.of(CouncilTerm)

    @property
    def projects(self) -> tuple[Project, ...]:
        return self.of(Project)

    @property
    def statutes(self) -> tuple[Statute, ...]:
        return self.of(Statute)

    @property
    def divisions(self) -> tuple[Division, ...]:
        return self.of(Division)

    @property
    def areas(self) -> tuple[Area, ...]:
        return self.of(Area)

    @property
    def counterparts(self) -> tuple[Counterpart, ...]:
        return self.of(Counterpart)

    @cached_property
    def all_actors(self) -> tuple[Record, ...]:
        """Everyone who can be responsible: parties, actors, bodies and projects."""
        return tuple(e.record for e in self.entries.values() if e.record.kind in ACTOR_KINDS)

    def name(self, key: str | None) -> str:
        """Return the shown name of a record, or the id where there is no such record.

        Empty where none is named: a measure without an interface. A `Name` of one that is there.
        """
        if key is None:
            return ""
        entry = self.entries.get(key)
        return entry.record.name_shown if entry else key

    def measure(self, key: str) -> Measure | None:
        """Return the measure with this id, or with this code in any case."""
        found = self.find(Measure, key)
        if found is not None:
            return found
        return next((m for m in self.measures if m.code.casefold() == key.casefold()), None)

    def place_text(self, place: Place) -> str:
        """Return a source place in short: ``ohjelma 4 e, tavoite 3``."""
        document = self.find(Document, place.document)
        parts = [document.short if document else place.document]
        if place.section:
            parts[0] += f" {place.section}"
        # A row of a section's table needs no slide to be found.
        where = place.row or place.slide
        return ", ".join([*parts, where] if where else parts)

    def parent(self, key: str) -> str | None:
        """Return the id of what an actor is a part of, None for the outermost."""
        entry = self.entries.get(key)
        parent = getattr(entry.record, "part_of", None) if entry else None
        return parent if isinstance(parent, str) else None

    def ancestors(self, key: str) -> tuple[str, ...]:
        """Return what an actor is a part of, the nearest first; a circle ends where it closes."""
        way: list[str] = []
        parent = self.parent(key)
        while parent is not None and parent not in way and parent != key:
            way.append(parent)
            parent = self.parent(parent)
        return tuple(way)

    def party_behind(self, key: str) -> Party | None:
        """Return the party an actor is, or is a part of; None where that is nobody of them."""
        for candidate in (key, *self.ancestors(key)):
            party = self.find(Party, candidate)
            if party is not None:
                return party
        return None

    def is_collective(self, key: str) -> bool:
        """True for an actor that stands for members of its own kind."""
        record = self.entries[key].record if key in self.entries else None
        if isinstance(record, Actor):
            return record.type == "collective"
        return isinstance(record, Body) and record.one_per is not None

    def is_vague(self, key: str) -> bool:
        """True for an actor that is a word for nobody in particular."""
        actor = self.find(Actor, key)
        return actor is not None and actor.vague

    def members(self, key: str, day: date | None = None) -> tuple[members.Member, ...]:
        """Return everyone behind an actor, in the order of the data: by memberships of `day`.

        By those of all days where none is given.

        A single actor is its own only member. A circle of collectives expands to nothing.
        """
        if (key, day) not in self._members:
            self._members[key, day] = tuple(members.expanded(self._record, key, day))
        return self._members[key, day]

    def _record(self, key: str) -> Record | None:
        return self.find(Record, key)

    def source_of(self, record: Record) -> str:
        """Return the source places of a record as one text, empty where it has none.

        An indicator stands where its measure does.
        """
        measure = self.measure_of_indicator.get(record.id)
        places = record.source or (measure.source if measure else ())
        return "; ".join(self.place_text(place) for place in places)
