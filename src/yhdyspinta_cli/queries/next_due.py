"""What somebody has to do next, by the earliest due day, and which measures are late."""

from collections.abc import Callable
from datetime import date

from yhdyspinta_cli.facts import doers, lifetime, own_part, region, standings, trails
from yhdyspinta_cli.facts.standings import MeasureStanding
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import obligations
from yhdyspinta_cli.queries.obligations import ObligationStanding


@frozen
class NextDue:
    """The earliest due day and what is due on it."""

    day: date
    obligations: tuple[ObligationStanding, ...]
    measures: tuple[MeasureStanding, ...]


def next_due(
    kb: KnowledgeBase,
    actor: str,
    day: date,
    *,
    keep: Callable[[Record], bool] = lambda record: True,
    over: bool = False,
) -> NextDue | None:
    """Return what an actor (its id) has to do next, of the records that are to `keep`.

    None where nothing is due, or the actor has ended. `over` tells that the day is past.
    """
    if lifetime.ending(kb, actor, day) is not None:
        return None
    owed = [
        standing
        for standing in obligations.standings(kb, day, actor=actor, keep=keep, over=over)
        if standing.state == "due" and standing.due is not None
        if _has(kb, standing, actor, day)
    ]
    open_ = [
        standing
        for standing in standings.of(
            kb, [m for m in region.measures(kb, day) if m.due and keep(m)], day
        )
        if not standing.is_ended and _is_coming(standing.measure, day, over=over)
        if own_part.is_open(kb, standing, actor, day)
        if own_part.answers(kb, standing.measure, actor, day)
    ]
    days = [s.due for s in owed if s.due] + [s.measure.due for s in open_ if s.measure.due]
    first = min(days, default=None)
    if first is None:
        return None
    return NextDue(
        first,
        tuple(standing for standing in owed if standing.due == first),
        tuple(standing for standing in open_ if standing.measure.due == first),
    )


def late(
    kb: KnowledgeBase, actor: str, day: date, *, keep: Callable[[Record], bool]
) -> tuple[MeasureStanding, ...]:
    """Return the late measures for which an actor (its id) answers, of those that are to `keep`.

    Also of an actor that has ended while it is still named: nobody else has them. Nothing of which
    it has done its own part, or that was due before it was there.
    """
    return tuple(
        standing
        for standing in standings.late(kb, day)
        if keep(standing.measure) and own_part.is_late(kb, standing, actor, day)
    )


def _has(kb: KnowledgeBase, standing: ObligationStanding, actor: str, day: date) -> bool:
    """True unless the actor is only the successor of one whom a law bound to it."""
    obligation = standing.obligation
    meant = any(
        trails.to(kb, doer.actor, actor, day) for doer in obligation.doers if doer.holds(day)
    )
    return not meant or doers.owes(kb, obligation, actor, day)


def _is_coming(measure: Measure, day: date, *, over: bool) -> bool:
    return measure.due is not None and (measure.due > day or (measure.due == day and not over))
