"""What somebody has to do and by when: duties and measures that have a day, the open ones first."""

from datetime import date
from typing import Literal

from yhdyspinta_cli.facts import own_part, region, standings
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import obligations as duties
from yhdyspinta_cli.report import obligations, rows

Group = Literal["open", "missed", "not-known", "met", "when"]
"""How it stands: open before all, then what was missed, what nobody knows, what is done, and what
has no day."""

_GROUPS: tuple[Group, ...] = ("open", "missed", "not-known", "met", "when")


@frozen
class DutyToDo:
    """An obligation of the year, and the next day by which it is due, None where none is."""

    row: obligations.ObligationRow
    next: date | None
    group: Group

    @property
    def is_missed_by_law(self) -> bool:
        """True where the law demands what was not done."""
        return self.group == "missed" and "law" in self.row.bindings


@frozen
class DueMeasure:
    """A measure that has a due day and is not done by whoever is asked about."""

    measure: rows.MeasureRow
    due: date
    is_late: bool


@frozen
class ToDo:
    """What has to be done: measures by their due day, duties with the open ones first."""

    measures: tuple[DueMeasure, ...]
    duties: tuple[DutyToDo, ...]

    def of(self, *groups: Group) -> tuple[DutyToDo, ...]:
        """Return the duties that stand so, in their order."""
        return tuple(one for one in self.duties if one.group in groups)

    @property
    def by_day(self) -> tuple[DutyToDo | DueMeasure, ...]:
        """What has a day and is not known to be done: missed by law first, then by day."""
        duties = [one for one in self.of("open", "missed", "not-known") if one.row.due is not None]
        found: list[tuple[bool, date, DutyToDo | DueMeasure]] = [
            (not one.is_missed_by_law, one.row.due or date.max, one) for one in duties
        ]
        found += [(True, one.due, one) for one in self.measures]
        return tuple(one for _by_law, _due, one in sorted(found, key=lambda found: found[:2]))


def to_do(
    kb: KnowledgeBase,
    year: int,
    day: date,
    party: str,
    measures: tuple[rows.MeasureRow, ...],
    *,
    over: bool,
) -> ToDo:
    """Return what a party (its id) has to do in a year as of `day`, and after it by the next day.

    `measures` are those that it answers for.
    """
    upcoming: dict[str, date] = {}
    for found in duties.standings(kb, day, actor=party, over=over):
        if found.state == "due" and found.due is not None:
            earliest = upcoming.get(found.obligation.id)
            upcoming[found.obligation.id] = min(found.due, earliest or found.due)
    lines = [
        DutyToDo(row, upcoming.get(row.key), group_of(row))
        for row in obligations.obligation_rows(kb, year, day, over=over, party=party)
    ]
    lines.sort(key=lambda one: (_GROUPS.index(one.group), one.row.due or date.max))
    return ToDo(_due(kb, day, party, measures), tuple(lines))


def group_of(row: obligations.ObligationRow) -> Group:
    """Return how an obligation stands in a period: by the one of several that asks for the most."""
    found = {stand.state for stand in row.stands}
    if row.due is None:
        return "when"
    if "due" in found:
        return "open"
    if "missed" in found:
        return "missed"
    return "not-known" if "not-known" in found else "met"


def _due(
    kb: KnowledgeBase, day: date, party: str, measures: tuple[rows.MeasureRow, ...]
) -> tuple[DueMeasure, ...]:
    keys = {row.key: row for row in measures if row.due is not None}
    asked = [measure for measure in region.measures(kb, day) if measure.id in keys]
    found = [
        DueMeasure(keys[one.measure.id], one.measure.due, one.is_late(day))
        for one in standings.of(kb, asked, day)
        if one.measure.due is not None and not one.is_ended
        if own_part.is_open(kb, one, party, day)
    ]
    return tuple(sorted(found, key=lambda one: (one.due, one.measure.key)))
