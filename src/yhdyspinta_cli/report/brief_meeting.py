"""What a meeting needs beside the numbers: its last decisions, the next days, whose turn it is."""

from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from yhdyspinta_cli.facts import agreement, happened
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.obligations import Obligation
from yhdyspinta_cli.queries import calendar, rotation
from yhdyspinta_cli.queries.calendar_entries import CalendarEntry, EntryKind
from yhdyspinta_cli.report import brief_asks, decisions
from yhdyspinta_cli.report.brief_asks import Cut
from yhdyspinta_cli.wording.names import name

_DAY = timedelta(days=1)


@frozen
class FollowedUp:
    """A decision of a body, and what became of it: the row has the latest report, if any.

    `event` is the title of the latest later event about the same measure, with its day.
    """

    body: str
    row: decisions.DecisionRow
    event: str
    event_on: Moment | None

    @property
    def is_followed(self) -> bool:
        """True where something recorded tells what became of it."""
        row = self.row
        return bool(row.reported or row.fulfils or self.event)


def follow_up(kb: KnowledgeBase, day: date, body: str | None = None) -> tuple[FollowedUp, ...]:
    """Return what shared bodies, or one (its id), decided by `day`, and what became of it.

    First the decisions of which nothing tells that, then the others; the latest first in both.
    """
    found: list[FollowedUp] = []
    for record in kb.bodies:
        if body in (None, record.id):
            rows = decisions.decision_rows(kb, record.id, day + _DAY, known=day)
            found.extend(_followed(kb, record, row, day) for row in rows)
    found.sort(key=lambda one: one.row.on.last, reverse=True)
    return tuple(sorted(found, key=lambda one: one.is_followed))


def _followed(kb: KnowledgeBase, body: Body, row: decisions.DecisionRow, day: date) -> FollowedUp:
    about = next((one.id for one in kb.measures if row.code and one.code == row.code), None)
    later = [
        one
        for one in happened.effective(kb, day)
        if about is not None and one.measure == about and one.on.last > row.on.last
    ]
    last = later[-1] if later else None
    return FollowedUp(
        body.name_shown,
        row,
        last.title if last else "",
        last.on if last else None,
    )


NextKind = Literal[
    "duty", "measure", "agreement-end", "agreement-change", "term-start", "term-end", "dated"
]


@frozen
class NextThing:
    """What is on a day or due by it; `code` is that of a measure."""

    kind: NextKind
    name: str
    code: str = ""


@frozen
class NextDay:
    """A day to come, and what is due by it or on it."""

    day: date
    things: Cut[NextThing]


_KINDS: dict[EntryKind, NextKind] = {
    "agreement-end": "agreement-end",
    "measure-due": "measure",
    "due": "duty",
    "term-start": "term-start",
    "term-end": "term-end",
    "dated": "dated",
}
"""What counts as a day to come, the weightiest first: what has been is no such, nor is what is
only known afterwards."""


def next_days(kb: KnowledgeBase, day: date, *, named: int = 2) -> tuple[NextDay, ...]:
    """Return the days after `day`, of its year and the next, on which something is or is due.

    What is met or completed already is due no more. A day names so many things, the others are
    counted: what happens once goes before what comes again. An end that a signed successor or
    extension has taken away is none, and the day of its force is told.
    """
    agreed = agreement.agreed(kb, day)
    found = [
        entry
        for year in (day.year, day.year + 1)
        for entry in calendar.year(kb, year, day).entries
        if entry.kind in _KINDS and entry.start > day and _is_open(entry, day)
        if entry.kind != "agreement-end" or entry.start == agreement.agreed_last_day(kb, day)
    ]
    things = [(one.day, -1, NextThing("agreement-change", one.title)) for one in agreed]
    things += [(entry.start, _place(entry), _thing(entry)) for entry in found]
    things.sort(key=lambda one: one[:2])
    return tuple(
        NextDay(start, brief_asks.cut(dict.fromkeys(thing for *_at, thing in group), named))
        for start, group in groupby(things, key=lambda one: one[0])
    )


def _place(entry: CalendarEntry) -> int:
    """Return the place of something on its day: what happens once goes before what comes again."""
    if isinstance(entry.record, Obligation) and brief_asks.is_once(entry.record):
        return 1
    return list(_KINDS).index(entry.kind) * 2


def _is_open(entry: CalendarEntry, day: date) -> bool:
    record = entry.record
    if isinstance(record, Measure) and record.start is not None and record.start > day:
        return False
    if entry.measure is not None:
        return not entry.measure.is_ended
    return not entry.standings or any(one.state == "due" for one in entry.standings)


def _thing(entry: CalendarEntry) -> NextThing:
    record = entry.record
    code = record.code if isinstance(record, Measure) else ""
    return NextThing(_KINDS[entry.kind], record.name_shown, code)


@frozen
class TurnToTake:
    """Whose turn it is to convene or chair a body: `next`, else one of the `fewest` turns so far.

    Where the body meets by areas, in one of them.
    """

    body: str
    area: str
    role: rotation.Role
    next: str
    fewest: Cut[str]


def turns_to_take(kb: KnowledgeBase, day: date, body: str | None = None) -> tuple[TurnToTake, ...]:
    """Return whose turn it is next on `day` in each body, or in one (its id), that takes turns."""
    return tuple(
        TurnToTake(
            one.body.name_shown,
            one.area.name_shown if one.area else "",
            one.role,
            name(kb, one.next),
            brief_asks.cut((kb.name(key) for key in one.fewest), 3),
        )
        for one in rotation.rotations(kb, day, body=body).found
        if one.next or one.fewest
    )
