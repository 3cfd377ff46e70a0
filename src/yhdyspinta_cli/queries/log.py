"""Everything that was reported on a measure: updates and indicator values, newest first.

What a later record corrected stays in the log, beside what corrected it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from yhdyspinta_cli.model.duties import Event
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.queries import status

R = TypeVar("R", Update, Value)


@dataclass(frozen=True, slots=True)
class Logged(Generic[R]):
    """A report, and what has corrected it by the day of the question, oldest first."""

    record: R
    corrected_by: tuple[R, ...]


@dataclass(frozen=True, slots=True)
class Log:
    """The whole answer: how the measure stands, and what was reported, newest first.

    `values` has every indicator of the measure, those it shares with others included.
    """

    day: date
    standing: status.Standing
    updates: tuple[Logged[Update], ...]
    values: tuple[tuple[Indicator, tuple[Logged[Value], ...]], ...]


def log(kb: KnowledgeBase, measure: Measure, day: date) -> Log:
    """Return everything reported on `measure` that counts on `day`."""
    updates = logged((u for u in kb.updates if u.measure == measure.id), kb.updates, day)
    return Log(
        day,
        status.standing(kb, measure, day),
        updates,
        tuple((i, reported(kb, i, day)) for i in indicators(kb, measure)),
    )


def indicators(kb: KnowledgeBase, measure: Measure) -> tuple[Indicator, ...]:
    """Return a measure's indicators, its own first, then those another measure shares with it."""
    shared = (i for i in kb.indicators if measure.id in i.shared_with)
    return tuple({i.id: i for i in (*measure.indicators, *shared)}.values())


def reported(kb: KnowledgeBase, indicator: Indicator, day: date) -> tuple[Logged[Value], ...]:
    """Return the values of one indicator that count on `day`, newest first."""
    return logged((v for v in kb.values if v.indicator == indicator.id), kb.values, day)


def logged(records: Iterable[R], among: Iterable[R], day: date) -> tuple[Logged[R], ...]:
    """Return the records that count on `day`, newest first, with what corrected them by then.

    Of one day a correction comes before what it corrects.
    """
    correcting: dict[str, list[R]] = {}
    depth: dict[str, int] = {}
    for record in sorted((r for r in among if r.on.last <= day), key=status.order):
        if record.corrects is not None:
            correcting.setdefault(record.corrects, []).append(record)
    waiting = [(key, 0) for key in correcting]
    while waiting:
        key, steps = waiting.pop()
        for record in correcting.get(key, ()):
            if depth.get(record.id, 0) <= steps < len(correcting):
                depth[record.id] = steps + 1
                waiting.append((record.id, steps + 1))
    known = sorted(
        (r for r in records if r.on.last <= day),
        key=lambda r: (r.on.last, depth.get(r.id, 0), r.id),
        reverse=True,
    )
    return tuple(Logged(r, tuple(correcting.get(r.id, ()))) for r in known)


def holding(kb: KnowledgeBase, day: date) -> dict[str, list[Value]]:
    """Return the values that hold on `day`, by indicator: nothing hides a disagreement.

    Of a party each reporter's latest, as with states; of the measure itself the latest, and
    where several actors speak of that last day, each one's. The measure's own come first, then
    the parties' in the order of the data.
    """
    known = sorted(
        (value for value in kb.values if value.on.last <= day),
        key=status.order,
    )
    replaced = {value.corrects for value in known if value.corrects is not None}
    latest: dict[tuple[str, str | None], dict[str | None, Value]] = {}
    for value in known:
        if value.id in replaced or value.void:
            continue
        held = latest.setdefault((value.indicator, value.party), {})
        if value.party is None and any(o.on.last != value.on.last for o in held.values()):
            held.clear()
        held.pop(value.by, None)
        held[value.by] = value
    order = {party.id: number for number, party in enumerate(kb.parties, 1)}
    found: dict[str, list[Value]] = {}
    for (indicator, _party), held in sorted(
        latest.items(), key=lambda item: order.get(item[0][1] or "", 0)
    ):
        found.setdefault(indicator, []).extend(held.values())
    return found


def is_disputed(value: Value, among: Iterable[Value]) -> bool:
    """True where another of these values speaks of the same and says something else."""
    return any(
        (other.indicator, other.party) == (value.indicator, value.party)
        and other.value != value.value
        for other in among
    )


def corrected_by(kb: KnowledgeBase, record: Record) -> tuple[str, ...]:
    """Return the ids of the reports that correct this one, in the order of the files."""
    reports: tuple[Update | Value | Event, ...] = (*kb.updates, *kb.values, *kb.events)
    return tuple(other.id for other in reports if other.corrects == record.id)
