"""Everything that was reported on a measure: updates and indicator values, newest first.

What a later record corrected stays in the log, beside what corrected it.
"""

from collections.abc import Iterable
from datetime import date
from typing import Generic, TypeVar

from yhdyspinta_cli.facts import index, measured, ranks, standings
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.status import Update, Value

R = TypeVar("R", Update, Value)


@frozen
class Logged(Generic[R]):
    """A report, and what has corrected it by the day of the question, oldest first."""

    record: R
    corrected_by: tuple[R, ...]


@frozen
class Log:
    """The whole answer: how the measure stands, and what was reported, newest first.

    `values` has every indicator of the measure, those it shares with others included.
    """

    day: date
    standing: standings.MeasureStanding
    updates: tuple[Logged[Update], ...]
    values: tuple[tuple[Indicator, tuple[Logged[Value], ...]], ...]


def log(kb: KnowledgeBase, measure: Measure, day: date) -> Log:
    """Return everything reported on `measure` that counts on `day`."""
    updates = logged(index.updates(kb, measure.id), kb.updates, day)
    return Log(
        day,
        standings.of_one(kb, measure, day),
        updates,
        tuple((i, reported(kb, i, day)) for i in measured.indicators(kb, measure)),
    )


def reported(kb: KnowledgeBase, indicator: Indicator, day: date) -> tuple[Logged[Value], ...]:
    """Return the values of one indicator that count on `day`, newest first."""
    return logged(index.values(kb, indicator.id), kb.values, day)


def logged(records: Iterable[R], among: Iterable[R], day: date) -> tuple[Logged[R], ...]:
    """Return the records that count on `day`, newest first, with what corrected them by then.

    Of one day a correction comes before what it corrects.
    """
    correcting: dict[str, list[R]] = {}
    depth: dict[str, int] = {}
    corrections = (r for r in among if r.corrects is not None and r.on.last <= day)
    for record in sorted(corrections, key=ranks.order):
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
