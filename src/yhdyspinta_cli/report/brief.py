"""The first two pages of a yearly report: what a meeting must know, and what it must decide.

Everything here is worked out of the rows that the body of the report has too, or of the queries
behind them; each list ends at a number and says how many more there are. The words are those of
``chapters/brief.j2``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from yhdyspinta_cli.facts import agreement, tallies
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import day_text
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.report import (
    brief_asks,
    brief_changes,
    brief_meeting,
    brief_sureness,
    charts,
    differences,
    documents,
    headline,
    measures,
    obligations,
    rows,
)
from yhdyspinta_cli.report.answers import Answers
from yhdyspinta_cli.report.brief_asks import Ask, Cut, cut
from yhdyspinta_cli.report.indicators import Indicators, IndicatorSeries
from yhdyspinta_cli.vocabulary import BINDINGS, Situation

BARS = 3
"""How many days stand under each other in the picture."""

_MISSED, _NOT_KNOWN, _INDICATORS, _SHARED, _SILENT = 8, 3, 5, 4, 3
_DECISIONS, _DAYS, _TURNS, _PROMISED = 3, 4, 4, 12
"""How many of each thing fit on the two pages; the rest is counted, with a link to it.

What a meeting must know is named whatever room it takes: the missed duties that rest on law, the
disputes, the steps back, what nobody answers for, what has been silent too long, what contradicts
itself and the decisions of which nothing tells what became of them.
"""


@frozen
class Shared:
    """A measure that several parties answer for: how they stand, and who has told nothing.

    `told` are the names of those who have, by state, where they are fewer: all others have not.
    """

    code: str
    total: int
    counts: tuple[rows.StateCount, ...]
    silent: Cut[str]
    told: tuple[tuple[Situation, tuple[str, ...]], ...]


@frozen
class Promised:
    """A part of what was promised: how many measures, of an interface or of who answers."""

    name: str
    number: int


@frozen
class Brief:
    """The two pages. `is_recorded` is False of a year in which nothing at all was recorded: then
    `promised`, `answering` and `unowned` stand in the place of bars, changes and indicators.

    `before` counts the measures a year ago, None where the agreement did not hold then. `silent`
    is how many have been for over half a year. `missed` are the duties of which somebody missed
    one, law first; `not_known` those of which nobody knows. `other_asks` are the decisions that
    stand in the body alone. `back` are the steps back, of measures and of parties, `changed` what
    else became of measures as wholes, by kind; `came` and `gone` are how many are new and no more,
    `of_parties` is how many other changes parties told of themselves.
    """

    headline: tuple[headline.Fact, ...]
    is_recorded: bool
    total: rows.StateTally
    before: rows.StateTally | None
    silent: int
    bars: charts.Bars
    days: tuple[rows.StateTally, ...]
    asks: tuple[Ask, ...]
    other_asks: tuple[Ask, ...]
    missed: Cut[obligations.ObligationRow]
    not_known: Cut[obligations.ObligationRow]
    back: tuple[differences.ChangeRow, ...]
    changed: tuple[brief_changes.ChangedKind, ...]
    came: int
    gone: int
    of_parties: int
    indicators: Cut[IndicatorSeries]
    without_values: int
    shared: Cut[Shared]
    sureness: brief_sureness.Sureness
    decisions: Cut[brief_meeting.FollowedUp]
    next_days: Cut[brief_meeting.NextDay]
    turns: Cut[brief_meeting.TurnToTake]
    promised: Cut[Promised]
    answering: Cut[Promised]
    unowned: Cut[rows.MeasureRow]


@frozen
class AlreadyTold:
    """What the body of the report on a year tells, as far as the brief needs it.

    `changes` are the year's, with the disputes and contradictions of the day. `by_interface` are
    the measures counted by it, `before` those of the day compared with. `to_decide` are the defects
    of which somebody has to decide.
    """

    year: int
    is_recorded: bool
    changes: differences.Changes
    obligations: tuple[obligations.ObligationRow, ...]
    indicators: Indicators
    by_interface: tuple[rows.StateTally, ...]
    loads: tuple[rows.LoadRow, ...]
    year_ends: tuple[rows.DayTally, ...]
    before: rows.StateTally | None
    to_decide: tuple[documents.RemarkRow, ...]


def is_recorded(kb: KnowledgeBase, year: int, day: date) -> bool:
    """True where an update, an event or a value of the year was recorded by `day`."""
    return any(
        record.on.last.year == year and record.on.last <= day
        for found in (kb.updates, kb.events, kb.values)
        for record in found
    )


def brief(kb: KnowledgeBase, answers: Answers, told: AlreadyTold, day: date) -> Brief:
    """Return the two pages of a report as of `day`."""
    # The last days of the years that the body has in a row; a bar is named by its day.
    days = tuple(replace(d.tally, name=day_text(d.day)) for d in told.year_ends[-BARS:])
    total = measures.tally("all", "", answers.overview.total)
    missed = sorted((one for one in told.obligations if _stands(one, "missed")), key=_by_force)
    not_known = sorted((o for o in told.obligations if _stands(o, "not-known")), key=_by_force)
    back = brief_changes.back(told.changes)
    asked = brief_asks.asks(
        kb,
        answers,
        day,
        disputes=told.changes.disputes,
        to_decide=told.to_decide,
        duties=told.obligations,
    )
    several = [one for one in told.indicators.told if one.has_several]
    lines = [one for one in several if one.line is not None][:_INDICATORS]
    # A party with its parts is one row; the most comes first.
    loads = [Promised(x.name, len(x.measures)) for x in told.loads if x.measures and not x.is_part]
    loads.sort(key=lambda one: -one.number)
    followed = brief_meeting.follow_up(kb, day)
    return Brief(
        headline=headline.headline(_numbers(kb, answers, told, missed, back, total, day)),
        is_recorded=told.is_recorded,
        total=total,
        before=told.before,
        silent=len(answers.overview.silent),
        bars=charts.stacked(days),
        days=days,
        asks=asked[: brief_asks.ASKS],
        other_asks=asked[brief_asks.ASKS :],
        missed=cut(missed, max(_MISSED, sum("law" in one.bindings for one in missed))),
        not_known=cut(not_known, max(_NOT_KNOWN, _MISSED - len(missed))),
        back=back,
        changed=brief_changes.changed(told.changes),
        came=len(told.changes.came),
        gone=len(told.changes.gone),
        of_parties=brief_changes.of_parties(told.changes) - sum(bool(one.party) for one in back),
        indicators=Cut(tuple(lines), len(several) - len(lines)),
        without_values=len(told.indicators.untold),
        shared=cut(_shared(answers.measures), _SHARED),
        sureness=brief_sureness.sureness(kb, answers, told.changes.contradictions, told.year, day),
        # What nothing tells of comes first.
        decisions=cut(followed, max(_DECISIONS, sum(not one.is_followed for one in followed))),
        next_days=cut(brief_meeting.next_days(kb, day), _DAYS),
        turns=cut(brief_meeting.turns_to_take(kb, day), _TURNS),
        promised=cut((Promised(t.name, t.total) for t in told.by_interface if t.total), _PROMISED),
        answering=cut(loads, _PROMISED),
        unowned=Cut(_unowned(answers), 0),
    )


def _unowned(answers: Answers) -> tuple[rows.MeasureRow, ...]:
    """Return the measures that nobody answers for, and those that name nobody in particular."""
    return (*answers.nobody, *answers.lacking("vague"))


def _numbers(
    kb: KnowledgeBase,
    answers: Answers,
    told: AlreadyTold,
    missed: Sequence[obligations.ObligationRow],
    back: Sequence[differences.ChangeRow],
    total: rows.StateTally,
    day: date,
) -> headline.Numbers:
    return headline.Numbers(
        is_recorded=told.is_recorded,
        measures=total.total,
        completed=total.number("completed"),
        completed_before=told.before.number("completed") if told.before else None,
        in_progress=total.number("in-progress"),
        missed=len(missed),
        missed_by_law=sum("law" in one.bindings for one in missed),
        disputed=len(told.changes.disputes),
        back=len(back),
        late=len(answers.overview.late),
        nobody=len(_unowned(answers)),
        silent=len(answers.overview.silent),
        untold=total.number("no-information"),
        ends=brief_asks.ends_soon(kb, day),
        is_over=agreement.is_over(kb, day),
    )


def _stands(one: obligations.ObligationRow, state: str) -> bool:
    return any(stand.state == state for stand in one.stands)


def _by_force(one: obligations.ObligationRow) -> int:
    """Return the place of an obligation: what the strongest force binds comes first."""
    return min((BINDINGS.index(force) for force in one.bindings), default=len(BINDINGS))


def _shared(found: Sequence[rows.MeasureRow]) -> list[Shared]:
    """Return the measures that several parties answer for, those that fewest have told of first."""
    shared: list[Shared] = []
    for row in found:
        owing = [party for party in row.parties if party.state != "ended"]
        if len(owing) < 2 or row.state in ("cancelled", "merged", "ended"):
            continue
        states = counted(party.state for party in owing)
        silent = [party.name for party in owing if party.state == "no-information"]
        if len(silent) < len(owing):
            names = cut(silent, _SILENT)
            told = [party for party in owing if party.state != "no-information"]
            is_short = names.more and len(told) <= _SILENT
            shared.append(
                Shared(row.code, len(owing), states, names, _by_state(told) if is_short else ())
            )
    return sorted(shared, key=lambda one: -one.silent.total / one.total)


def _by_state(
    told: Sequence[rows.PartyState],
) -> tuple[tuple[Situation, tuple[str, ...]], ...]:
    states = [count.state for count in counted(party.state for party in told)]
    return tuple((s, tuple(party.name for party in told if party.state == s)) for s in states)


def counted(states: Iterable[Situation]) -> tuple[rows.StateCount, ...]:
    """Return how many stand in each state, without those in which nobody does."""
    return tuple(rows.StateCount(state, n) for state, n in tallies.counts(states) if n)
