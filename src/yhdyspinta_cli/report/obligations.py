"""The year's obligations and events, as the queries have them: nothing is worked out here."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from yhdyspinta_cli.facts import events
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model.bodies import Rhythm
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.queries import calendar, obligations
from yhdyspinta_cli.queries.obligations import ObligationStanding
from yhdyspinta_cli.report import readings
from yhdyspinta_cli.report.structures import SeatLine, ended, seated
from yhdyspinta_cli.vocabulary import BINDINGS, DUE_STATES, Binding, DueState, Reason
from yhdyspinta_cli.wording import obligations as obligation_words
from yhdyspinta_cli.wording.names import name
from yhdyspinta_cli.wording.rhythms import clock_name


@frozen
class EventRow:
    """A recorded event of the year: whose it is (`body` in an `area`, `party`), who held it (`by`),
    the obligations it fulfils, the code of the `measure` it is about, whom it `appoints` for it;
    `word` is the region's own for its kind."""

    key: str
    on: Moment
    title: str
    type: str
    word: str
    body: str
    area: str
    convener: str
    chair: str
    party: str
    by: str
    fulfils: tuple[str, ...]
    decisions: tuple[str, ...]
    links: tuple[readings.EvidenceLine, ...]
    measure: str
    appoints: tuple[str, ...]


@frozen
class StandCount:
    """How many of those who must do it have a standing: ``met``, ``due``, ``missed`` …

    `late` of them met it after its due day: `late_names`.
    """

    state: DueState
    number: int
    names: tuple[SeatLine, ...]
    late: int = 0
    late_names: tuple[SeatLine, ...] = ()


@frozen
class Happened:
    """An event that fulfils an obligation, and when; whose it is that each does for itself."""

    title: str
    on: Moment
    whose: tuple[SeatLine, ...]


@frozen
class ObligationRow:
    """An obligation in one of its periods; `due` is empty where it has no periods.

    `period` is the year or the council term, which the data names (`is_term`); with `is_part` the
    agreement ends within the term.

    `each`: every party behind the doers does it for itself, so `stands` counts parties; with
    `by_area` it is done in each area of its own, and `stands` counts and names areas.
    `bindings` is what binds those it is told of, the strongest first, and `clock` what starts the
    clock of its rhythm. `reason` says why it is not known, `heirs` who has it next; `met_by` names
    the events that fulfil it.
    """

    key: str
    title: str
    doers: tuple[SeatLine, ...]
    rhythm: Rhythm
    clock: str
    bindings: tuple[Binding, ...]
    period: str
    is_term: bool
    is_part: bool
    due: date | None
    needed: int
    each: bool
    by_area: bool
    stands: tuple[StandCount, ...]
    reason: Reason | None
    heirs: tuple[str, ...]
    met_by: tuple[Happened, ...]

    @property
    def is_apart(self) -> bool:
        """True where several must do it, each for itself: what is needed is needed of each."""
        return (self.each or self.by_area) and sum(stand.number for stand in self.stands) > 1

    def events_of(self, names: Sequence[SeatLine]) -> tuple[Happened, ...]:
        """Return the events that are of those named, and no others; all where nobody is named."""
        if not names:
            return self.met_by
        found = []
        for event in self.met_by:
            whose = tuple(one for one in event.whose if one in names)
            if whose or not event.whose:
                found.append(replace(event, whose=whose))
        return tuple(found)

    def held_by(self, name: SeatLine) -> int:
        """Return how many of the events are of one party or area."""
        return sum(name in event.whose for event in self.met_by)


def obligation_rows(
    kb: KnowledgeBase, year: int, day: date, *, over: bool, party: str | None = None
) -> tuple[ObligationRow, ...]:
    """Return the obligations of the year, or one party's, each once a period."""
    found = obligations.standings(kb, day, year=year, actor=party, over=over)
    return tuple(obligation_row(kb, group, day) for group in obligations.by_period(found))


def obligation_row(
    kb: KnowledgeBase, found: Sequence[obligations.ObligationStanding], day: date
) -> ObligationRow:
    """Return one period of an obligation from how it stands in it, party by party or in all."""
    first = found[0]
    obligation, period = first.obligation, first.period
    every: dict[str, Event] = {}
    whose: dict[str, list[SeatLine]] = {}
    for standing in found:
        for event in standing.events:
            every[event.id] = event
            if standing.each is not None:
                whose.setdefault(event.id, []).append(_whose(kb, standing, standing.each.id))
    return ObligationRow(
        key=obligation.id,
        title=obligation.name_shown,
        doers=tuple(dict.fromkeys(seated(kb, doer.actor, day) for doer in obligation.doers)),
        rhythm=obligation.rhythm,
        clock=clock_name(kb, obligation.rhythm),
        bindings=tuple(one for one in BINDINGS if any(one in s.forces for s in found)),
        period=(obligation_words.period_name(period) or "") if period and period.is_known else "",
        is_term=period is not None and period.term is not None,
        is_part=period is not None and period.term is not None and period.due < period.term.end,
        due=period.due if period else None,
        needed=first.needed,
        each=first.party is not None,
        by_area=any(standing.area is not None for standing in found),
        stands=tuple(
            StandCount(
                state,
                sum(s.state == state for s in found),
                _names(kb, (s for s in found if s.state == state)),
                sum(s.is_late for s in found if s.state == state),
                _names(kb, (s for s in found if s.state == state and s.is_late)),
            )
            for state in DUE_STATES
            if any(s.state == state for s in found)
        ),
        reason=next((s.reason for s in found if s.reason), None),
        heirs=tuple(dict.fromkeys(one for s in found for one in obligation_words.heirs(s))),
        met_by=tuple(
            Happened(event.title, event.on, tuple(whose.get(key, ())))
            for key, event in sorted(every.items(), key=lambda item: (item[1].on.last, item[0]))
        ),
    )


def _names(kb: KnowledgeBase, found: Iterable[ObligationStanding]) -> tuple[SeatLine, ...]:
    names = (_whose(kb, s, s.each.id) for s in found if s.each)
    return tuple(sorted(names, key=lambda one: sort_key(one.name)))


def _whose(kb: KnowledgeBase, standing: ObligationStanding, key: str) -> SeatLine:
    """Return the party or area; of a party that has ended also when, and who came after it."""
    return ended(kb, key, standing.ending if standing.party else None)


def event_rows(
    kb: KnowledgeBase,
    found: calendar.Calendar,
    keep: Callable[[Event], bool] = lambda _event: True,
) -> tuple[EventRow, ...]:
    """Return what a calendar says happened in the year and is to `keep`, oldest first."""
    events_of = (e.record for e in found.entries if isinstance(e.record, Event))
    happened = [event for event in events_of if keep(event)]
    happened.sort(key=lambda event: (event.on.last, event.id))
    return tuple(event_row(kb, event) for event in happened)


def event_row(kb: KnowledgeBase, event: Event) -> EventRow:
    """Return one event as a report shows it."""
    return EventRow(
        event.id,
        event.on,
        event.title,
        event.type,
        event.word or "",
        name(kb, event.body),
        name(kb, event.area),
        name(kb, event.convener),
        name(kb, event.chair),
        name(kb, event.party),
        name(kb, event.by) if event.by != event.party else "",
        tuple(obligation.name_shown for obligation in events.fulfilled_by(kb, event)),
        event.decisions,
        tuple(readings.EvidenceLine(link.title, link.url, "link") for link in event.links),
        measure.code if (measure := kb.find(Measure, event.measure)) else "",
        tuple(kb.name(key) for key in event.appoints),
    )
