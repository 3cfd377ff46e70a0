"""What stands in a calendar: an entry, and the kinds of entry."""

from datetime import date
from typing import Literal, get_args

from yhdyspinta_cli.facts.standings import MeasureStanding
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries.obligations import ObligationStanding

EntryKind = Literal[
    "event",
    "due",
    "measure-due",
    "agreement-start",
    "agreement-change",
    "agreement-end",
    "party-joined",
    "party-left",
    "term-start",
    "term-end",
    "dated",
]

ENTRY_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)


@frozen
class CalendarEntry:
    """Something in a calendar, on the days from `start` to `end`, both included.

    `key` names the same thing in every calendar, for ever: the id of the record, an event's
    first record where it was corrected, an obligation's id with its period, without the day of
    one that is due once: that may be moved. `revision` counts
    the records that have changed it since. `stamp` is the day of the latest fact in it.

    A `due` entry stands on its due day and `standings` holds its parties' (one standing where
    once is enough). Its window begins on `opens`; with `any_time` nothing tells which part of
    the year is meant. An event whose day is not known to the day spans its month or year.
    `cancelled` marks an event that was recorded by mistake. A `measure-due` entry stands on the due
    day of a measure, which is in `measure`; `is_late` where that has passed and it goes on.
    """

    key: str
    kind: EntryKind
    record: Record
    start: date
    end: date
    stamp: date
    revision: int = 0
    standings: tuple[ObligationStanding, ...] = ()
    opens: date | None = None
    any_time: bool = False
    cancelled: bool = False
    measure: MeasureStanding | None = None
    is_late: bool = False

    @property
    def is_owed(self) -> bool:
        """True for what is to be done by its day; everything else is on it."""
        return self.measure is not None or bool(self.standings)

    @property
    def is_tentative(self) -> bool:
        """True where the day is not fixed: a window still to be met, or only a month known.

        The due day of a measure is fixed, whether the measure is completed or not.
        """
        if self.standings:
            return any(standing.state != "met" for standing in self.standings)
        return self.start != self.end
