"""Everything an actor answers for, and on what ground: the card of a party, unit, role or body.

A line names the record, what the actor is in it, and the way by which naming somebody there
means this actor. A line stands in one group: named directly, through one collective, through a
part of it, through a seat in a body.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from yhdyspinta_cli import vocabulary
from yhdyspinta_cli.facts import belongs, lifetime, measures, memo, region, standings, trails
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Counterpart, Party
from yhdyspinta_cli.model.catalogue import CONCERNING
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.programme import Level
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import card_lines, counterparts, filters, next_due
from yhdyspinta_cli.queries.card_lines import SEATS, CardLine

__all__ = ["SEATS", "SECTIONS", "Asked", "Card", "CardGroup", "CardLine", "card"]

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
    *(kind.plural for kind in CONCERNING),
    "decides",
)
"""The sections of a card, in order. `leading` are bodies the actor is responsible for, `bodies`
those that are its own; `duties` are the programme's summary of acts; `decides` what is for it to
decide."""


@frozen
class CardGroup:
    """The lines of a section that have the same reason; `through` is the collective's id."""

    section: str
    how: vocabulary.How
    through: str | None
    lines: tuple[CardLine, ...]

    @property
    def count(self) -> int:
        """How many different records there are."""
        return _records(self.lines)

    @property
    def by_record(self) -> tuple[tuple[CardLine, ...], ...]:
        """The lines of each record together, those that do not hold apart from those that do."""
        alike: dict[tuple[object, ...], list[CardLine]] = {}
        for line in self.lines:
            key = (line.record.id, line.ending, line.beginning)
            alike.setdefault(key, []).append(line)
        return tuple(map(tuple, alike.values()))


@frozen
class Asked:
    """What of a card is wanted; with `direct` only where the actor itself is named."""

    wanted: filters.Wanted = filters.EVERYTHING
    direct: bool = False
    over: bool = False


@frozen
class Card:
    """The whole answer. `collectives` are those the actor belongs to, `predecessors` those whose
    successor it is, `vague` the measures whose responsible names nobody in particular: they may
    mean this actor, while it is there, and are not counted. `next_due` is what it has to do next:
    all that share the earliest due day, None where nothing is; `late` are measures of its own.
    `levels` are those on which a party needs a counterpart, each with those who hold it; empty for
    any other actor."""

    actor: Record
    day: date
    groups: tuple[CardGroup, ...]
    collectives: tuple[str, ...]
    vague: tuple[Measure, ...]
    ending: lifetime.Ending | None
    beginning: lifetime.Beginning | None
    predecessors: tuple[str, ...]
    next_due: next_due.NextDue | None
    late: tuple[standings.MeasureStanding, ...]
    levels: tuple[tuple[Level, tuple[Counterpart, ...]], ...]

    def count(self, section: str, *hows: vocabulary.How) -> int:
        """How many different records of a section there are, by these ways or by any."""
        return len(
            {
                line.record.id
                for group in self.groups
                if group.section == section and (not hows or group.how in hows)
                for line in group.lines
            }
        )

    @property
    def taking_part(self) -> Mapping[vocabulary.Role, int]:
        """In how many measures the actor takes part without answering, by its role there.

        A measure in which it has several such roles counts for the first of them.
        """
        roles: dict[str, set[str]] = {}
        for group in self.groups:
            for line in group.lines if group.section == "measures" and group.how != "seat" else ():
                roles.setdefault(line.record.id, set()).add(line.role)
        counted: Counter[vocabulary.Role] = Counter()
        for found in roles.values():
            if found.isdisjoint(vocabulary.ANSWERING):
                counted[next(role for role in vocabulary.TAKING_PART if role in found)] += 1
        return {role: counted[role] for role in vocabulary.TAKING_PART if counted[role]}


def card(kb: KnowledgeBase, actor: Record, day: date, asked: Asked | None = None) -> Card:
    """Return the card of an actor as of `day`, as much of it as is asked for."""
    return _whole(kb, actor, day) if asked is None else _card(kb, actor, day, asked)


@memo.once
def _whole(kb: KnowledgeBase, actor: Record, day: date) -> Card:
    """Return all of it: a report asks for that of every party again and again."""
    return _card(kb, actor, day, Asked())


def _card(kb: KnowledgeBase, actor: Record, day: date, asked: Asked) -> Card:
    key = actor.id
    force = asked.wanted.binding
    # A line binds with the force of what is named in it, which its record alone does not tell.
    fits = filters.keeping(kb, replace(asked.wanted, binding=None), day)

    def keep(record: Record) -> bool:
        bound = force is None or belongs.is_bound(kb, record, force, (key,), day)
        return fits(record) and bound

    found = [
        (section, _dated(kb, line, key, day))
        for section, line in card_lines.lines(kb, key, day)
        if fits(line.record) and force in (None, line.binding)
        if not (asked.direct and line.how != "direct")
    ]
    counted = {line.record.id for _section, line in found}
    return Card(
        actor,
        day,
        tuple(_grouped(found)),
        tuple(
            other.id
            for other in kb.all_actors
            if kb.is_collective(other.id) and other.id != key and trails.to(kb, other.id, key, day)
        ),
        tuple(
            measure
            for measure in region.measures(kb, day)
            if not asked.direct
            and lifetime.holds(kb, key, day)
            and measure.id not in counted
            and any(one.actor != key for one in measures.vague(kb, measure, day))
            and keep(measure)
        ),
        lifetime.ending(kb, key, day),
        lifetime.beginning(kb, key, day),
        tuple(
            r.id
            for r in kb.all_actors
            if getattr(r, "successor", None) == key and lifetime.ending(kb, r.id, day)
        ),
        next_due.next_due(kb, key, day, keep=keep, over=asked.over),
        next_due.late(kb, key, day, keep=keep),
        _levels(kb, actor, day),
    )


def _levels(
    kb: KnowledgeBase, actor: Record, day: date
) -> tuple[tuple[Level, tuple[Counterpart, ...]], ...]:
    if not isinstance(actor, Party):
        return ()
    rows = counterparts.matrix(kb, "level", day, actor.id).rows
    if not rows:  # It is no party on the day.
        return ()
    return tuple(zip(counterparts.levels(kb), rows[0].cells, strict=True))


def _dated(kb: KnowledgeBase, line: CardLine, actor: str, day: date) -> CardLine:
    """Return a line with what does not hold of it: the record itself, the one that is named, or
    the card's own actor, whose lines are over with it whatever way leads to them."""
    keys = (line.record.id, line.way[0], actor)
    endings = (lifetime.ending(kb, key, day) for key in keys)
    beginnings = (lifetime.beginning(kb, key, day) for key in keys)
    return replace(
        line,
        ending=next((found for found in endings if found), None),
        beginning=next((found for found in beginnings if found), None),
    )


def _grouped(found: list[tuple[str, CardLine]]) -> Iterator[CardGroup]:
    """Yield the groups of each section: direct, each collective, parts, seats."""
    hows: tuple[vocabulary.How, ...] = ("direct", "collective", "part", "successor", "seat")
    for section in SECTIONS:
        lines = [line for where, line in found if where == section]
        for how in hows:
            alike = [line for line in lines if line.how == how]
            if how != "collective":
                if alike:
                    yield CardGroup(section, how, None, tuple(alike))
                continue
            by_collective: dict[str, list[CardLine]] = {}
            for line in alike:
                by_collective.setdefault(line.way[0], []).append(line)
            for through, of_one in sorted(
                by_collective.items(), key=lambda item: (-_records(item[1]), item[0])
            ):
                yield CardGroup(section, how, through, tuple(of_one))


def _records(lines: Iterable[CardLine]) -> int:
    return len({line.record.id for line in lines})
