"""What is due, what was done and what was missed, as far as the recorded events can tell.

*Missed* is said only where the period is over and lies wholly inside the obligation's span, too
few events are recorded in it, and events that fulfil the obligation are being recorded: the first
one (of the same party or area, where each does it for itself) is dated not later than the period's
due day. Everything else that is over is *not known*. Recording a first event can therefore turn
*not known* into *missed* for the period it falls in and the ones after it, never for an earlier
one; no event turns *met* into anything else, unless it corrects another one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.facts import behind, belongs, doers, events, force, periods
from yhdyspinta_cli.facts.periods import Period
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.bodies import Area
from yhdyspinta_cli.model.duties import Event, Obligation
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.vocabulary import Binding, DueState, Reason, Standing


@dataclass(frozen=True, slots=True)
class ObligationStanding:
    """One obligation in one period, for one party or area where each does it for itself.

    `period` is None where it is done when something happens, or no rhythm is said (`when`).
    `events` are those that fulfil it in the period, oldest first. `forces` is what binds those it
    is told of, the strongest first. `is_late`: it was to be done by a day and was done after it.
    `since` is the day of the first recorded event that fulfils it. `reason` is given
    only where the state is ``not-known``; `heirs` have what is next due, where everybody who was to
    do it ended in the period.
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
    heirs: tuple[Record, ...] = ()

    @property
    def each(self) -> Party | Area | None:
        """Whose it is, where each party or each area does it for itself."""
        return self.party or self.area

    def stands(self, standing: Standing) -> bool:
        """True where it stands like this; what was met late is met, too."""
        if standing == "met-late":
            return self.is_late
        return self.state == standing

    @property
    def due(self) -> date | None:
        """The last day on which it is done in time, None where there is no period."""
        return self.period.due if self.period else None

    @property
    def needed(self) -> int:
        """How many times it must happen in the period, 0 where there is no period."""
        return self.period.needed if self.period else 0


def standings(
    kb: KnowledgeBase,
    day: date,
    *,
    year: int | None = None,
    actor: str | None = None,
    keep: Callable[[Obligation], bool] = lambda obligation: True,
    over: bool = False,
) -> tuple[ObligationStanding, ...]:
    """Return how every obligation that is to `keep` stands on `day`, in each of its periods.

    What is to be done by `day` itself is still due, unless the day is `over`.

    In the order of the data, then by period, then by party. With `year` only the periods that
    have days in that year, up to their due day; with `actor` (an id) only what that actor, or
    the party it is, has to do.
    """
    found: list[ObligationStanding] = []
    for obligation in kb.obligations:
        if not keep(obligation):
            continue
        if belongs.concerns(kb, obligation, actor, day):
            found.extend(_of_obligation(kb, obligation, day, year, actor, over))
    return tuple(found)


def missed(
    kb: KnowledgeBase, day: date, *, actor: str | None = None, over: bool = False
) -> tuple[ObligationStanding, ...]:
    """Return what was missed by `day`, or what an actor missed: over, too few recorded, and
    recorded at all."""
    return tuple(s for s in standings(kb, day, actor=actor, over=over) if s.state == "missed")


def by_period(found: Iterable[ObligationStanding]) -> tuple[tuple[ObligationStanding, ...], ...]:
    """Return standings in groups of one obligation and one period, a party each inside."""
    groups: dict[tuple[str, str], list[ObligationStanding]] = {}
    for standing in found:
        key = standing.period.key if standing.period else ""
        groups.setdefault((standing.obligation.id, key), []).append(standing)
    return tuple(tuple(group) for group in groups.values())


def _of_obligation(
    kb: KnowledgeBase,
    obligation: Obligation,
    day: date,
    year: int | None,
    actor: str | None,
    over: bool,
) -> Iterator[ObligationStanding]:
    if periods.is_timeless(obligation.rhythm):
        for record in _records(kb, obligation, day, actor, day):
            yield record.when(year)
        return
    until = day if year is None else max(day, date(year, 12, 31))
    known: dict[tuple[object, ...], _Record] = {}
    whose: dict[tuple[object, ...], set[date]] = {}
    for then in sorted(
        {_then(period, day) for period in events.every_period(kb, obligation, until)}
    ):
        for record in _records(kb, obligation, day, actor, then):
            known.setdefault(record.whose, record)
            whose.setdefault(record.whose, set()).add(then)
    found: dict[tuple[date, str], list[ObligationStanding]] = {}
    for key, record in known.items():
        party = record.party.id if record.party else None
        owed = events.periods_of(kb, obligation, until, party=party)
        for standing in record.standings(owed, day, over=over):
            period = standing.period
            if period is None or _then(period, day) not in whose[key]:
                continue
            if year is None or period.touches(year):
                found.setdefault((period.start, period.key), []).append(standing)
    for place in sorted(found):
        yield from found[place]


def _then(period: Period, day: date) -> date:
    """Return the day whose parties owe a period: its due day, as far as it has come."""
    return min(max(period.due, period.start), day)


def _records(
    kb: KnowledgeBase, obligation: Obligation, day: date, actor: str | None, then: date
) -> Iterator["_Record"]:
    """Yield what is recorded of an obligation by `day`, apart for each that must do it.

    The parties and areas are those of the day `then`.
    """

    def left(by: date) -> bool:
        return doers.is_left(kb, obligation, by)

    def heirs(period: Period) -> tuple[Record, ...]:
        found = doers.heirs_in(kb, obligation, period.start, period.due)
        return tuple(kb.entries[key].record for key in found)

    wanted = None if actor is None else _meant(kb, actor, then)
    forces = force.of(kb, obligation, actor, then) or force.of_all(obligation)
    division = events.areas_of(kb, obligation)
    if obligation.each:
        for party in events.doing_parties(kb, obligation, then):
            if wanted is None or party.id in wanted:
                happened = events.fulfilling(kb, obligation, day, party=party.id)
                bound = force.of(kb, obligation, party.id, then) or forces
                yield _Record(obligation, happened, left, heirs, bound, party=party)
        return
    if division is None or not division.areas or periods.is_timeless(obligation.rhythm):
        yield _Record(obligation, events.fulfilling(kb, obligation, day), left, heirs, forces)
        return
    inside = {
        area.id: {p.id for key in area.members for p in behind.parties(kb, key, then)}
        for area in division.areas
    }
    told = set().union(*inside.values())
    for area in division.areas:
        # Who belongs to no area does it in each of them.
        if not wanted or not wanted <= told or wanted & inside[area.id]:
            happened = events.fulfilling(kb, obligation, day, area=area.id)
            yield _Record(obligation, happened, left, heirs, forces, area=area)
    missing = (division.announced or 0) > len(division.areas) or not division.complete
    if missing and (not wanted or not wanted <= told):
        yield _Record(obligation, (), left, heirs, forces, is_placed=False)


def _meant(kb: KnowledgeBase, actor: str, day: date) -> set[str]:
    """Return the parties that an actor means on a day; a party itself is meant on every day."""
    own = {actor} if kb.find(Party, actor) else set()
    return own | {party.id for party in behind.parties(kb, actor, day)}


@dataclass(frozen=True, slots=True)
class _Record:
    """What is recorded of one obligation, of one party or area where each does it for itself.

    `is_left` tells whether everybody who was to do it had ended by a day and nobody has it, `heirs`
    who has it next where they ended in a period. `is_placed` is False for the areas of which the
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

    @property
    def whose(self) -> tuple[object, ...]:
        """What tells one record of an obligation from another."""
        one = self.party or self.area
        return (one.id if one else None, self.is_placed, self.forces)

    @property
    def since(self) -> date | None:
        return self.fulfilling[0].on.last if self.fulfilling else None

    def when(self, year: int | None) -> ObligationStanding:
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
        )

    def standings(
        self, owed: Sequence[Period], day: date, *, over: bool
    ) -> Iterator[ObligationStanding]:
        places = periods.placed(owed, [event.on.last for event in self.fulfilling])
        counted = tuple(zip(places, self.fulfilling, strict=True))
        for period in owed:
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
            self.heirs(period) if reason == "passed-on" else (),
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
        if self.is_left(min(period.due, day)):
            return "not-known", "doer-gone"
        if is_open:
            return "due", None
        if self.heirs(period):
            return "not-known", "passed-on"
        if self.since is None or self.since > period.due:
            return "not-known", "not-recorded"
        return ("missed", None) if period.is_whole else ("not-known", "part")
