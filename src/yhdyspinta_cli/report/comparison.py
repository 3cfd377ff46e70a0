"""An earlier day beside the report's own: the same counts, and the agreement's time in a row."""

from datetime import date

from yhdyspinta_cli.facts import region
from yhdyspinta_cli.facts.tallies import Counts
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import compared, status
from yhdyspinta_cli.report import measures, rows

_YEARS = 5
"""How many years the picture of the months goes back: more would be narrower than can be read."""


@frozen
class Compared:
    """How the measures stood on an earlier day: in all, by interface and goal.

    `is_same`: all of these stand as they did. `goals` and `interfaces` hold what has none under an
    empty key.
    """

    day: date
    total: rows.StateTally
    interfaces: tuple[rows.StateTally, ...]
    goals: tuple[rows.StateTally, ...]
    is_same: bool

    def interface(self, key: str) -> rows.StateTally:
        """Return the measures of one interface (its id, empty for none)."""
        return _of(self.interfaces, key)

    def goal(self, key: str) -> rows.StateTally:
        """Return the measures of one goal (its id, empty for none)."""
        return _of(self.goals, key)


def _of(found: tuple[rows.StateTally, ...], key: str) -> rows.StateTally:
    return next((one for one in found if one.key == key), _tally(key, ()))


def _tally(key: str, counts: Counts) -> rows.StateTally:
    return measures.tally(key, "", counts)


def compared_with(kb: KnowledgeBase, day: date | None, now: status.Overview) -> Compared | None:
    """Return how the measures stood on the day that a report compares with; None without one.

    `now` is how they stand on the report's own day.
    """
    if day is None:
        return None
    found = status.overview(kb, region.measures(kb, day), day)
    none = (("", found.no_interface or ()),)
    return Compared(
        day,
        _tally("all", found.total),
        tuple(_tally(key, counts) for key, counts in (*found.by_interface, *none)),
        tuple(_tally(key, counts) for key, counts in (*found.by_goal, ("", found.no_goal or ()))),
        _counts(found) == _counts(now),
    )


def party_before(kb: KnowledgeBase, key: str, day: date | None) -> rows.StateTally | None:
    """Return how one party (its id) stood on that day; None without one, and of nothing to tell."""
    if day is None:
        return None
    found = status.overview(kb, region.measures(kb, day), day, party=key)
    states = dict(found.by_party).get(key)
    return _tally(key, states.counts) if states is not None else None


def _counts(found: status.Overview) -> tuple[object, ...]:
    return (found.total, found.by_interface, found.by_goal, found.no_interface, found.no_goal)


def year_ends(kb: KnowledgeBase, day: date) -> tuple[rows.DayTally, ...]:
    """Return the measures at the end of each year of the agreement, and on `day`."""
    return tuple(
        rows.DayTally(end, _tally(str(end.year), counts))
        for end, counts in compared.year_ends(kb, day)
    )


def stretches(kb: KnowledgeBase, day: date) -> tuple[rows.StretchTally, ...]:
    """Return the measures month by month, months that are alike together."""
    return tuple(
        rows.StretchTally(
            one.first, one.last, one.months, _tally(one.first.isoformat(), one.counts)
        )
        for one in compared.stretches(kb, day, _YEARS)
    )
