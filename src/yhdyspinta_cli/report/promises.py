"""The year's obligations and meetings, as the queries have them: nothing is worked out here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.facts import events
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model.bodies import Rhythm
from yhdyspinta_cli.model.duties import Event
from yhdyspinta_cli.model.fields import Moment
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import calendar, obligations
from yhdyspinta_cli.report import view
from yhdyspinta_cli.vocabulary import DUE_STATES, DueState, Reason
from yhdyspinta_cli.wording.names import name
from yhdyspinta_cli.wording.obligations import period_name


@dataclass(frozen=True, slots=True)
class Meeting:
    """A recorded event of the year."""

    on: Moment
    title: str
    type: str
    body: str
    convener: str
    party: str
    decisions: tuple[str, ...]
    links: tuple[view.Evidence, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """How many of those who must do it have a standing: ``met``, ``due``, ``missed`` …"""

    state: DueState
    number: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Happened:
    """An event that fulfils an obligation, and when."""

    title: str
    on: Moment


@dataclass(frozen=True, slots=True)
class Duty:
    """An obligation in one of its periods; `due` is empty where it has no periods.

    `period` is the year or the council term; with `is_part` the agreement ends within the term.

    `each`: every party behind the doers does it for itself, so `stands` counts parties.
    `reason` says why it is not known; `met_by` names the events that fulfil it.
    """

    key: str
    title: str
    doers: tuple[str, ...]
    rhythm: Rhythm
    binding: str
    period: str
    is_part: bool
    due: date | None
    needed: int
    each: bool
    stands: tuple[Stand, ...]
    reason: Reason | None
    met_by: tuple[Happened, ...]


def duties(
    kb: KnowledgeBase, year: int, day: date, *, over: bool, party: str | None = None
) -> tuple[Duty, ...]:
    """Return the obligations of the year, or one party's, each once a period."""
    found = obligations.standings(kb, day, year=year, actor=party, over=over)
    return tuple(_duty(kb, group) for group in obligations.by_period(found))


def _duty(kb: KnowledgeBase, found: Sequence[obligations.ObligationStanding]) -> Duty:
    first = found[0]
    obligation, period = first.obligation, first.period
    happened: dict[str, Happened] = {}
    for standing in found:
        happened.update((e.id, Happened(e.title, e.on)) for e in standing.events)
    return Duty(
        key=obligation.id,
        title=obligation.title,
        doers=tuple(dict.fromkeys(kb.name(doer.actor) for doer in obligation.doers)),
        rhythm=obligation.rhythm,
        binding=obligation.binding,
        period=(period_name(period) or "") if period and period.is_known else "",
        is_part=period is not None and period.term is not None and period.due < period.term.end,
        due=period.due if period else None,
        needed=first.needed,
        each=first.party is not None,
        stands=tuple(
            Stand(
                state,
                sum(s.state == state for s in found),
                tuple(
                    sorted(
                        (s.party.name for s in found if s.state == state and s.party),
                        key=sort_key,
                    )
                ),
            )
            for state in DUE_STATES
            if any(s.state == state for s in found)
        ),
        reason=next((s.reason for s in found if s.reason), None),
        met_by=tuple(happened.values()),
    )


def meetings(kb: KnowledgeBase, year: int, day: date) -> tuple[Meeting, ...]:
    """Return what happened in the year up to the day, oldest first."""
    return tuple(
        _meeting(kb, event) for event in events.effective(kb, day) if event.on.last.year == year
    )


def _meeting(kb: KnowledgeBase, event: Event) -> Meeting:
    return Meeting(
        event.on,
        event.title,
        event.type,
        name(kb, event.body),
        name(kb, event.convener),
        name(kb, event.party),
        event.decisions,
        tuple(view.Evidence(link.title, link.url, "link") for link in event.links),
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """Something in the year wheel: an event, a due day, a border of a term or of the agreement.

    `is_fixed` is False for what is still to be met or whose day is not known.
    """

    kind: str
    name: str
    start: date
    end: date
    is_fixed: bool
    number: int


@dataclass(frozen=True, slots=True)
class Wheel:
    """The year: what stands in each of the twelve months, and what may be at any time of it."""

    months: tuple[tuple[Mark, ...], ...]
    any_time: tuple[Mark, ...]


def wheel(
    kb: KnowledgeBase, year: int, day: date, *, over: bool, party: str | None = None
) -> Wheel:
    """Return the year wheel as of `day`, the same facts as `yp calendar` gives."""
    found = calendar.year(kb, year, day, actor=party, over=over)
    return Wheel(
        tuple(tuple(_mark(entry) for entry in month.entries) for month in found.months),
        tuple(_mark(entry) for entry in found.any_time),
    )


def _mark(entry: calendar.Entry) -> Mark:
    needed = max((standing.needed for standing in entry.standings), default=1)
    return Mark(
        entry.kind,
        entry.record.name_shown,
        entry.start,
        entry.end,
        not entry.is_tentative,
        needed,
    )
