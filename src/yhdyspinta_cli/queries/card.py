"""Everything an actor answers for, and on what ground: the card of a party, unit, role or body.

A line names the record, what the actor is in it, and the way by which naming somebody there
means this actor. A line stands in one group: named directly, through one collective, through a
part of it, through a seat in a body.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from yhdyspinta_cli.model.actors import Counterpart, Party
from yhdyspinta_cli.model.agreement import Binding, DutyPoint, Level, Provision
from yhdyspinta_cli.model.bodies import Area
from yhdyspinta_cli.model.duties import Need, Obligation
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import counterparts, filters, links, obligations

SECTIONS = (
    "measures",
    "convening",
    "chairing",
    "leading",
    "seats",
    "bodies",
    "areas",
    "obligations",
    "duties",
    "provisions",
    "counterparts",
    "needs",
    "decides",
)
"""The sections of a card, in order. `leading` are bodies the actor is responsible for, `bodies`
those that are its own; `duties` are the programme's summary of acts; `decides` what is for it to
decide."""

SEATS = {"convener": "convening", "chair": "chairing", "responsible": "leading", "member": "seats"}
"""The section of a card that holds the seats of a role."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing the actor answers for, or takes part in, and why.

    `role` is what the named actor is in the record, `way` leads from the one that is named to
    the card's actor; where it goes through a seat, the body comes first.
    """

    record: Record
    role: str
    how: links.How
    way: links.Way
    label: str | None = None
    part: str | None = None
    binding: Binding | None = None
    ending: links.Ending | None = None
    beginning: links.Beginning | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The lines of a section that have the same reason; `through` is the collective's id."""

    section: str
    how: links.How
    through: str | None
    lines: tuple[Line, ...]

    @property
    def count(self) -> int:
        """How many different records there are."""
        return _records(self.lines)

    @property
    def by_record(self) -> tuple[tuple[Line, ...], ...]:
        """The lines of each record together, those that do not hold apart from those that do."""
        alike: dict[tuple[object, ...], list[Line]] = {}
        for line in self.lines:
            key = (line.record.id, line.ending, line.beginning)
            alike.setdefault(key, []).append(line)
        return tuple(map(tuple, alike.values()))


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a card is wanted; None and False ask for everything."""

    binding: Binding | None = None
    interface: str | None = None
    goal: str | None = None
    direct: bool = False
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """The whole answer. `collectives` are those the actor belongs to, `predecessors` those whose
    successor it is, `vague` the measures whose responsible names nobody in particular: they may
    mean this actor and are not counted. `next_due` is what it has to do next: all that share
    the earliest due day. `levels` are those on which a party needs a counterpart, each with
    those who hold it; empty for any other actor."""

    actor: Record
    day: date
    groups: tuple[Group, ...]
    collectives: tuple[str, ...]
    vague: tuple[Measure, ...]
    ending: links.Ending | None
    beginning: links.Beginning | None
    predecessors: tuple[str, ...]
    next_due: tuple[obligations.Standing, ...]
    levels: tuple[tuple[Level, tuple[Counterpart, ...]], ...]

    def count(self, section: str, *hows: links.How) -> int:
        """How many different records of a section there are, by these ways or by any."""
        return len(
            {
                line.record.id
                for group in self.groups
                if group.section == section and (not hows or group.how in hows)
                for line in group.lines
            }
        )


def card(kb: KnowledgeBase, actor: Record, day: date, asked: Asked | None = None) -> Card:
    """Return the card of an actor as of `day`, as much of it as is asked for."""
    asked = asked or Asked()
    key = actor.id
    in_state = filters.keeping(kb, filters.Wanted(state=asked.state), day)
    found = [
        (section, _dated(kb, line, day))
        for section, line in _lines(kb, key, day)
        if _wanted(line, asked) and in_state(line.record)
    ]
    counted = {line.record.id for _section, line in found}
    return Card(
        actor,
        day,
        tuple(_grouped(found)),
        tuple(
            other.id
            for other in kb.all_actors
            if kb.is_collective(other.id) and other.id != key and links.link(kb, other.id, key)
        ),
        tuple(
            measure
            for measure in kb.measures
            if measure.id not in counted
            and _names_nobody(kb, measure, key)
            and _wanted(Line(measure, "", "collective", (), binding="programme"), asked)
            and in_state(measure)
        ),
        links.ending(kb, key, day),
        links.beginning(kb, key, day),
        tuple(r.id for r in kb.all_actors if getattr(r, "successor", None) == key),
        obligations.next_due(kb, key, day),
        _levels(kb, actor, day),
    )


def _levels(
    kb: KnowledgeBase, actor: Record, day: date
) -> tuple[tuple[Level, tuple[Counterpart, ...]], ...]:
    if not isinstance(actor, Party):
        return ()
    (row,) = counterparts.matrix(kb, "level", day, actor.id).rows
    return tuple(zip(counterparts.levels(kb), row.cells, strict=True))


def _dated(kb: KnowledgeBase, line: Line, day: date) -> Line:
    """Return a line with what does not hold of it: the body itself, or the one that is named."""
    body, named = line.record.id, line.way[0]
    return replace(
        line,
        ending=links.ending(kb, body, day) or links.ending(kb, named, day),
        beginning=links.beginning(kb, body, day) or links.beginning(kb, named, day),
    )


def _names_nobody(kb: KnowledgeBase, measure: Measure, key: str) -> bool:
    """True where a responsible of the measure, other than the actor, is nobody in particular."""
    return any(kb.is_vague(r.actor) for r in measure.responsible if r.actor != key)


def _wanted(line: Line, asked: Asked) -> bool:
    if asked.direct and line.how != "direct":
        return False
    if asked.binding and line.binding != asked.binding:
        return False
    if asked.interface and getattr(line.record, "interface", None) != asked.interface:
        return False
    return not asked.goal or getattr(line.record, "goal", None) == asked.goal


def _grouped(found: list[tuple[str, Line]]) -> Iterator[Group]:
    """Yield the groups of each section: direct, each collective, parts, seats."""
    hows: tuple[links.How, ...] = ("direct", "collective", "part", "seat")
    for section in SECTIONS:
        lines = [line for where, line in found if where == section]
        for how in hows:
            alike = [line for line in lines if line.how == how]
            if how != "collective":
                if alike:
                    yield Group(section, how, None, tuple(alike))
                continue
            by_collective: dict[str, list[Line]] = {}
            for line in alike:
                by_collective.setdefault(line.way[0], []).append(line)
            for through, of_one in sorted(
                by_collective.items(), key=lambda item: (-_records(item[1]), item[0])
            ):
                yield Group(section, how, through, tuple(of_one))


def _records(lines: Iterable[Line]) -> int:
    return len({line.record.id for line in lines})


def _lines(kb: KnowledgeBase, key: str, day: date) -> Iterator[tuple[str, Line]]:
    yield from _measures(kb, key)
    yield from _bodies(kb, key)
    for area in kb.of(Area):
        yield from _named(kb, key, "areas", area, "member", area.members)
    for obligation in kb.of(Obligation):
        yield from _doers(kb, key, obligation)
    for point in kb.of(DutyPoint):
        yield from _named(kb, key, "duties", point, "doer", point.doers, "law")
    for provision in kb.of(Provision):
        yield from _named(
            kb, key, "provisions", provision, "doer", provision.doers, provision.binding
        )
    for counterpart in kb.of(Counterpart):
        if counterparts.holds(counterpart, day):
            named = (counterpart.party, counterpart.actor)
            yield from _named(kb, key, "counterparts", counterpart, "counterpart", named)
    for need in kb.of(Need):
        yield from _named(kb, key, "needs", need, "concerned", need.concerns)
    yield from _decisions(kb, key)


def _decisions(kb: KnowledgeBase, key: str) -> Iterator[tuple[str, Line]]:
    """Yield what is for the actor to decide: interfaces, bodies, needs, measures without owner."""
    chosen: list[tuple[Record, str | None]] = [
        *((record, record.decides) for record in kb.interfaces),
        *((record, record.decides) for record in kb.bodies),
        *((record, record.decides) for record in kb.needs),
        *((measure, measure.nobody.decides) for measure in kb.measures if measure.nobody),
    ]
    for record, decides in chosen:
        if decides is not None:
            yield from _named(kb, key, "decides", record, "decides", (decides,))


def _measures(kb: KnowledgeBase, key: str) -> Iterator[tuple[str, Line]]:
    for measure in kb.measures:
        for r in measure.responsible:
            for how, way in _ways(kb, r.actor, key):
                yield "measures", Line(measure, r.role, how, way, r.label, r.part, "programme")


def _doers(kb: KnowledgeBase, key: str, obligation: Obligation) -> Iterator[tuple[str, Line]]:
    for doer in obligation.doers:
        for how, way in _ways(kb, doer.actor, key):
            yield (
                "obligations",
                Line(obligation, "doer", how, way, doer.label, doer.part, obligation.binding),
            )
    if obligation.body == key:
        line = Line(obligation, "body", "direct", (key,), binding=obligation.binding)
        yield "obligations", line


def _ways(kb: KnowledgeBase, named: str, key: str) -> tuple[tuple[links.How, links.Way], ...]:
    """Return how naming `named` means the actor: itself or its kind, else through a seat."""
    linked = links.link(kb, named, key)
    if linked is not None:
        return (linked,)
    seat = links.seat_link(kb, named, key)
    return (("seat", seat),) if seat is not None else ()


def _bodies(kb: KnowledgeBase, key: str) -> Iterator[tuple[str, Line]]:
    for body in kb.bodies:
        for role, seat in links.seats(body):
            for holder in links.holders(seat):
                linked = links.link(kb, holder, key)
                if linked is not None:
                    how, way = linked
                    yield SEATS[role], Line(body, role, how, way, seat.label, seat.part)
        own = links.link(kb, body.id, key)
        if own is not None and body.id != key:
            yield "bodies", Line(body, "own", own[0], own[1])


def _named(
    kb: KnowledgeBase,
    key: str,
    section: str,
    record: Record,
    role: str,
    named: Iterable[str],
    binding: Binding | None = None,
) -> Iterator[tuple[str, Line]]:
    """Yield a line for the nearest way by which one of the named means the actor."""
    found = [linked for name in named if (linked := links.link(kb, name, key)) is not None]
    if found:
        how, way = min(found, key=lambda linked: len(linked[1]))
        yield section, Line(record, role, how, way, binding=binding)
