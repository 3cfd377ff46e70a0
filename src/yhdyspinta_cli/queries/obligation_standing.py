"""How an obligation stands in a period, for one that must do it.

*Missed* is said only where the period is over and lies wholly inside the obligation's span, too
few events are recorded in it, and events that fulfil the obligation are being recorded: the first
one (of the same party or area, where each does it for itself) is dated not later than the period's
due day. Everything else that is over is *not known*. Recording a first event can therefore turn
*not known* into *missed* for the period it falls in and the ones after it, never for an earlier
one; no event turns *met* into anything else, unless it corrects another one.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import assert_never

from yhdyspinta_cli.facts import lifetime, placing
from yhdyspinta_cli.facts.periods import Period
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.bodies import Area
from yhdyspinta_cli.model.obligations import Event, Obligation
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.vocabulary import Binding, DueState, Reason, Standing


@frozen
class ObligationStanding:
    """One obligation in one period, for one party or area where each does it for itself.

    `period` is None where it is done when something happens, or no rhythm is said (`when`).
    `events` are those that fulfil it in the period, oldest first. `forces` is what binds those it
    is told of, the strongest first. `is_late`: it was to be done by a day and was done after it.
    `ending` tells that the party, or the actor asked about, has ended or left by the day. `since`
    is the day of the first recorded event that fulfils it. `reason` is given only where the state
    is ``not-known``; `heirs` have what is next due, where whoever was to do it ended in the period.
    """

    obligation: Obligation
    party: Party | None
    period: Period | None
    state: DueState
    events: tuple[Event, ...]
    forces: tuple[Binding, ...]
    is_late: bool = False
    since: date | None = None
    reason: Reason | None = None
    area: Area | None = None
    ending: lifetime.Ending | None = None
    heirs: tuple[Record, ...] = ()

    @property
    def each(self) -> Party | Area | None:
        """Whose it is, where each party or each area does it for itself."""
        return self.party or self.area

    def stands(self, standing: Standing) -> bool:
        """True where it stands like this; what was met late is met, too."""
        match standing:
            case "met-late":
                return self.is_late
            case "met" | "due" | "missed" | "not-known" | "when":
                return self.state == standing
            case _:
                assert_never(standing)

    @property
    def due(self) -> date | None:
        """The last day on which it is done in time, None where there is no period."""
        return self.period.due if self.period else None

    @property
    def needed(self) -> int:
        """How many times it must happen in the period, 0 where there is no period."""
        return self.period.needed if self.period else 0


@frozen
class DoerRecord:
    """What is recorded of one obligation, of one party or area where each does it for itself.

    `is_left` tells whether everybody who was to do it had ended by a day and nobody has it, `heirs`
    who has it next where they ended in a period; `ending` is that of the party, or of the actor
    asked about, and `after` who has come after it. `is_placed` is False for the areas of which the
    data only says that there are some.
    """

    obligation: Obligation
    fulfilling: tuple[Event, ...]
    is_left: Callable[[date], bool]
    heirs: Callable[[Period], tuple[Record, ...]]
    forces: tuple[Binding, ...]
    party: Party | None = None
    area: Area | None = None
    is_placed: bool = True
    ending: lifetime.Ending | None = None
    after: tuple[Record, ...] = ()

    def is_of(self, ending: lifetime.Ending) -> bool:
        """True where it is the record of the party that has ended so."""
        return self.party is not None and self.party.id == ending.actor

    def is_last(self, period: Period) -> bool:
        """True for the period in which the party ended."""
        return self.ending is not None and self.party is not None and period.holds(self.ending.day)

    @property
    def whose(self) -> tuple[object, ...]:
        """What tells one record of an obligation from another."""
        one = self.party or self.area
        return (one.id if one else None, self.is_placed, self.forces)

    @property
    def since(self) -> date | None:
        """The day of the first event that fulfils it."""
        return self.fulfilling[0].on.last if self.fulfilling else None

    def when(self, year: int | None) -> ObligationStanding:
        """Return how it stands where it has no periods, with the events of a year or of all."""
        found = tuple(e for e in self.fulfilling if year in (None, e.on.last.year))
        return ObligationStanding(
            self.obligation,
            self.party,
            None,
            "when",
            found,
            self.forces,
            since=self.since,
            area=self.area,
            ending=self.ending,
        )

    def standings(
        self, owed: Sequence[Period], day: date, *, over: bool, year: int | None = None
    ) -> Iterator[ObligationStanding]:
        """Yield how it stands on `day` in each of the periods in which it is owed.

        With `year` in those that have days in it; which event fulfils which follows from all.
        """
        places = placing.placed(owed, self.fulfilling)
        counted = tuple(zip(places, self.fulfilling, strict=True))
        for period in owed:
            if year is not None and not period.touches(year):
                continue
            found = tuple(event for place, event in counted if place is period)
            yield self._standing(period, found, day, over=over)

    def _standing(
        self, period: Period, found: tuple[Event, ...], day: date, *, over: bool
    ) -> ObligationStanding:
        is_open = day < period.due or (day == period.due and not over)
        state, reason = self._state(period, len(found), day, is_open=is_open)
        # A month or a year may hold the due day: nothing tells that it was done after it.
        late = state == "met" and found[period.needed - 1].on.first > period.due
        return ObligationStanding(
            self.obligation,
            self.party,
            period,
            state,
            found,
            self.forces,
            late,
            self.since,
            reason,
            self.area,
            self.ending,
            (self.after or self.heirs(period)) if reason == "passed-on" else (),
        )

    def _state(
        self, period: Period, recorded: int, day: date, *, is_open: bool
    ) -> tuple[DueState, Reason | None]:
        if not self.is_placed:
            return "not-known", "no-area"
        if not period.is_known:
            return "not-known", "no-term"
        if recorded >= period.needed:
            return "met", None
        if self.ending is not None and self.ending.day < period.due:
            return "not-known", "passed-on" if self.after else "doer-gone"
        if self.is_left(min(period.due, day)):
            return "not-known", "doer-gone"
        if is_open:
            return "due", None
        if self.heirs(period):
            return "not-known", "passed-on"
        if self.since is None or self.since > period.due:
            return "not-known", "not-recorded"
        return ("missed", None) if period.is_whole else ("not-known", "part")
