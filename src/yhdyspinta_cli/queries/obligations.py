"""What is due, what was done and what was missed, as far as the recorded events can tell.

*Missed* is said only where the period is over and lies wholly inside the obligation's span, too
few events are recorded in it, and events that could fulfil the obligation are being recorded:
the first such event (of the same party, where each does it for itself) is dated not later than
the period's due day. Everything else that is over is *not known*. Recording a first event can
therefore turn *not known* into *missed* for the period it falls in and the ones after it, never
for an earlier one; no event turns *met* into anything else, unless it corrects another one.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.facts import belongs, events, periods
from yhdyspinta_cli.facts.periods import Period
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.duties import Event, Obligation
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.vocabulary import Binding, DueState, Reason


@dataclass(frozen=True, slots=True)
class ObligationStanding:
    """One obligation in one period, for one party where each does it for itself.

    `period` is None where it is done when something happens, or no rhythm is said (`when`).
    `events` are those that fulfil it in the period, oldest first. `is_late`: it was to be done
    once by a day and was done after it. `since` is the day of the first recorded event that
    could fulfil it. `reason` is given only where the state is ``not-known``.
    """

    obligation: Obligation
    party: Party | None
    period: Period | None
    state: DueState
    events: tuple[Event, ...]
    is_late: bool = False
    since: date | None = None
    reason: Reason | None = None

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
    binding: Binding | None = None,
    keep: Callable[[Obligation], bool] = lambda obligation: True,
    over: bool = False,
) -> tuple[ObligationStanding, ...]:
    """Return how every obligation that is to `keep` stands on `day`, in each of its periods.

    What is to be done by `day` itself is still due, unless the day is `over`.

    In the order of the data, then by period, then by party. With `year` only the periods that
    have days in that year, up to their due day; with `actor` (an id) only what that actor, or
    the party it is, has to do; with `binding` only obligations of that force.
    """
    happened = events.effective(kb, day)
    found: list[ObligationStanding] = []
    for obligation in kb.obligations:
        if binding not in (None, obligation.binding) or not keep(obligation):
            continue
        if belongs.concerns(kb, obligation, actor):
            found.extend(_of_obligation(kb, obligation, happened, day, year, actor, over))
    return tuple(found)


def next_due(kb: KnowledgeBase, party: str, day: date) -> tuple[ObligationStanding, ...]:
    """Return what a party (its id) has to do next: all that share the earliest due day.

    Only what is still to be done on `day`; empty where nothing is.
    """
    coming = [s for s in standings(kb, day, actor=party) if s.state == "due"]
    earliest = min((s.due for s in coming if s.due), default=None)
    return tuple(s for s in coming if s.due == earliest)


def missed(kb: KnowledgeBase, day: date, *, over: bool = False) -> tuple[ObligationStanding, ...]:
    """Return what was missed by `day`: over, too few recorded, and recorded at all."""
    return tuple(s for s in standings(kb, day, over=over) if s.state == "missed")


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
    happened: tuple[Event, ...],
    day: date,
    year: int | None,
    actor: str | None,
    over: bool,
) -> Iterator[ObligationStanding]:
    parties: tuple[Party | None, ...] = events.doing_parties(kb, obligation)
    if actor is not None and parties:
        wanted = {party.id for party in kb.parties_behind(actor)}
        parties = tuple(party for party in parties if party and party.id in wanted)
    else:
        parties = parties or (None,)
    whole = periods.of_obligation(kb, obligation)
    records = [_Record.of(kb, obligation, party, happened) for party in parties]
    if obligation.rhythm.per is None and obligation.rhythm.by is None:
        for record in records:
            yield record.when(year)
    for period in whole:
        if year is None or period.touches(year):
            for record in records:
                yield record.standing(period, day, over=over)


@dataclass(frozen=True, slots=True)
class _Record:
    """What is recorded of one obligation of one party."""

    obligation: Obligation
    party: Party | None
    fulfilling: tuple[Event, ...]
    since: date | None

    @classmethod
    def of(
        cls,
        kb: KnowledgeBase,
        obligation: Obligation,
        party: Party | None,
        happened: tuple[Event, ...],
    ) -> "_Record":
        fulfilling: list[Event] = []
        since: date | None = None
        for event in happened:
            counts = events.fulfils(kb, obligation, event, party)
            if counts:
                fulfilling.append(event)
            # `happened` is in order of days: the first is the earliest.
            if since is None and (counts or events.fits(kb, obligation, event, party)):
                since = event.on.last
        return cls(obligation, party, tuple(fulfilling), since)

    def when(self, year: int | None) -> ObligationStanding:
        found = tuple(e for e in self.fulfilling if year in (None, e.on.last.year))
        return ObligationStanding(
            self.obligation, self.party, None, "when", found, since=self.since
        )

    def standing(self, period: Period, day: date, *, over: bool) -> ObligationStanding:
        found = tuple(event for event in self.fulfilling if period.holds(event.on.last))
        state, reason = self._state(
            period, len(found), is_open=day < period.due or (day == period.due and not over)
        )
        late = state == "met" and found[period.needed - 1].on.last > period.due
        return ObligationStanding(
            self.obligation, self.party, period, state, found, late, self.since, reason
        )

    def _state(
        self, period: Period, recorded: int, *, is_open: bool
    ) -> tuple[DueState, Reason | None]:
        if not period.is_known:
            return "not-known", "no-term"
        if recorded >= period.needed:
            return "met", None
        if is_open:
            return "due", None
        if self.since is None or self.since > period.due:
            return "not-known", "not-recorded"
        return ("missed", None) if period.is_whole else ("not-known", "part")
