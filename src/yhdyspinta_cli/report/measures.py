"""The measures of a report: the programme's four columns, the state, the values, the changes."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from yhdyspinta_cli.facts import behind, measured, naming, standings
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Goal, Indicator
from yhdyspinta_cli.model.measures import Measure as MeasureRecord
from yhdyspinta_cli.model.status import Evidence, Update, Value
from yhdyspinta_cli.report import view
from yhdyspinta_cli.report.charts import in_order
from yhdyspinta_cli.vocabulary import DISPUTED, NO_INFORMATION, SITUATIONS
from yhdyspinta_cli.wording.names import name


def rows(
    kb: KnowledgeBase, measures: Sequence[MeasureRecord], day: date
) -> tuple[view.Measure, ...]:
    """Return each measure as the report shows it on `day`, in the order given."""
    values = measured.holding(kb, day)
    return tuple(_row(kb, standing, values, day) for standing in standings.of(kb, measures, day))


def _row(
    kb: KnowledgeBase,
    standing: standings.MeasureStanding,
    values: dict[str, list[Value]],
    day: date,
) -> view.Measure:
    measure = standing.measure
    goal = kb.find(Goal, measure.goal)
    nobody = measure.nobody
    latest = standing.latest
    parties = _parties(kb, standing)
    merged = kb.find(MeasureRecord, latest.merged_into) if latest else None
    return view.Measure(
        key=measure.id,
        code=measure.code,
        title=measure.title,
        text=measure.text,
        interface=measure.interface,
        goal=goal.table_title if goal else measure.goal,
        goal_number=goal.number if goal else 0,
        responsible=tuple(_responsible(kb, r, day) for r in naming.named(kb, measure, day)),
        nobody=nobody.label if nobody else "",
        decides=kb.name(nobody.decides) if nobody and nobody.decides else "",
        note=measure.responsible_note or "",
        indicators=tuple(
            _indicator(kb, indicator, values.get(indicator.id, []), standing)
            for indicator in measure.indicators
        ),
        no_indicator=measure.no_indicator.label if measure.no_indicator else "",
        state=standing.state or NO_INFORMATION,
        reported=reported(kb, latest) if latest else None,
        progress=latest.progress if latest else None,
        merged_into=merged.code if merged else "",
        parties=parties,
        groups=tuple(_groups(kb, parties)),
    )


def _parties(kb: KnowledgeBase, standing: standings.MeasureStanding) -> tuple[view.PartyState, ...]:
    named = {responsibility.actor for responsibility in standing.measure.responsible}
    return tuple(
        view.PartyState(
            found.party.id,
            found.party.name,
            DISPUTED if found.is_disputed else found.state or NO_INFORMATION,
            tuple(_said(kb, update) for update in found.latest if found.is_disputed),
            found.party.id in named,
        )
        for found in standing.parties
    )


def _said(kb: KnowledgeBase, update: Update) -> view.Said:
    assert update.state is not None
    return view.Said(update.state, update.on, name(kb, update.by))


def _groups(kb: KnowledgeBase, parties: tuple[view.PartyState, ...]) -> Iterator[view.PartyGroup]:
    """Yield the parties of each state; where nearly all have it, those that are missing."""
    for state in in_order({party.state for party in parties}):
        inside = {party.key for party in parties if party.state == state}
        others = (party.name for party in kb.parties if party.id not in inside)
        outside = sorted(others, key=sort_key)
        if len(outside) * 3 <= len(inside):
            yield view.PartyGroup(state, True, tuple(outside))
        else:
            names = (party.name for party in parties if party.key in inside)
            yield view.PartyGroup(state, False, tuple(sorted(names, key=sort_key)))


def _responsible(kb: KnowledgeBase, found: naming.Named, day: date) -> view.Responsible:
    entry = kb.entries.get(found.actor)
    record = entry.record if entry else None
    ended = getattr(record, "ended", None)
    successor = getattr(record, "successor", None)
    is_collective = kb.is_collective(found.actor)
    return view.Responsible(
        name=kb.name(found.actor),
        label=found.label,
        role=found.role,
        part=found.part or "",
        is_collective=is_collective,
        is_body=isinstance(record, Body),
        is_vague=kb.is_vague(found.actor),
        parties=len(behind.parties(kb, found.actor, day)) if is_collective else 0,
        ended=ended if ended is not None and ended < day else None,
        successor=name(kb, successor),
    )


def reported(kb: KnowledgeBase, found: Update | Value) -> view.Reported:
    """Return when, by whom and on which ground something was reported."""
    return view.Reported(
        found.on,
        name(kb, found.by),
        found.note or "",
        tuple(_evidence(item) for item in found.evidence),
    )


def _evidence(found: Evidence) -> view.Evidence:
    return view.Evidence(found.text, found.url or "", found.type)


def _indicator(
    kb: KnowledgeBase,
    indicator: Indicator,
    values: list[Value],
    standing: standings.MeasureStanding,
) -> view.Indicator:
    given: dict[str | None, set[object]] = {}
    for value in values:
        given.setdefault(value.party, set()).add(value.value)
    return view.Indicator(
        indicator.label,
        indicator.type,
        indicator.unit or "",
        tuple(
            _reading(kb, value, is_disputed=measured.is_disputed(value, values)) for value in values
        ),
        _counted(given, standing) if indicator.type == "count-of-parties" else None,
    )


def _counted(
    given: dict[str | None, set[object]], standing: standings.MeasureStanding
) -> view.Counted | None:
    """Count the parties that said yes and no; None where no party said either."""
    said = {
        party: found
        for party, found in given.items()
        if party and all(isinstance(value, bool) for value in found)
    }
    if not said:
        return None
    parties = {found.party.id for found in standing.parties} | set(said)
    return view.Counted(
        yes=sum(found == {True} for found in said.values()),
        no=sum(found == {False} for found in said.values()),
        disputed=sum(len(found) > 1 for found in said.values()),
        unknown=len(parties) - len(said),
    )


def _reading(kb: KnowledgeBase, value: Value, *, is_disputed: bool) -> view.Reading:
    party = kb.find(Party, value.party)
    assert value.value is not None
    name = party.name if party else ""
    return view.Reading(value.value, name, reported(kb, value), is_disputed)


def tally(key: str, name: str, states: Iterable[str]) -> view.Tally:
    """Return how many have each state, in the order of every overview; zeros are left out."""
    found = list(states)
    counted = {state: found.count(state) for state in SITUATIONS}
    always = {state or NO_INFORMATION for state in standings.ALWAYS_TOLD}
    return view.Tally(
        key,
        name,
        len(found),
        tuple(view.Count(state, n) for state, n in counted.items() if n),
        tuple(view.Count(state, n) for state, n in counted.items() if n or state in always),
    )


def chapters(kb: KnowledgeBase, measures: Sequence[view.Measure]) -> tuple[view.Chapter, ...]:
    """Return the measures by interface; an interface without any is left out."""
    found = []
    for interface in kb.interfaces:
        own = tuple(m for m in measures if m.interface == interface.id)
        if own:
            found.append(chapter(interface, own))
    return tuple(found)


def chapter(interface: Interface, own: tuple[view.Measure, ...]) -> view.Chapter:
    """Return one interface with its measures."""
    counted = tally(interface.id, interface.title, (m.state for m in own))
    return view.Chapter(interface.id, interface.letter, interface.title, own, counted)


def changes(kb: KnowledgeBase, year: int, day: date) -> tuple[view.Change, ...]:
    """Return the updates of the year that hold on `day`, with the state before.

    The oldest comes first; those of one day stand in the order of the measures and the parties.
    """
    places = {record.id: place for place, record in enumerate((*kb.measures, *kb.parties), 1)}

    def place(update: Update) -> tuple[date, int, int]:
        return update.on.last, places.get(update.measure, 0), places.get(update.party or "", 0)

    found = []
    for update in sorted(standings.effective(kb, day), key=place):
        if update.on.last.year != year:
            continue
        measure = kb.find(MeasureRecord, update.measure)
        if measure is None or update.state is None:
            continue
        party = kb.find(Party, update.party)
        merged = kb.find(MeasureRecord, update.merged_into)
        found.append(
            view.Change(
                measure.code,
                measure.title,
                party.name if party else "",
                _state_before(kb, update),
                update.state,
                update.progress,
                merged.code if merged else "",
                reported(kb, update),
                update.corrects is not None,
                party is None or _answers(kb, measure, party, day),
            )
        )
    return tuple(found)


def _answers(kb: KnowledgeBase, measure: MeasureRecord, party: Party, day: date) -> bool:
    """True for a party behind the responsibles, and where there is none behind them."""
    answering = naming.answering(kb, measure, day)
    return not answering or party in answering


def _state_before(kb: KnowledgeBase, update: Update) -> str:
    """Return what was known of the same measure and party the day before.

    Of a party what the same reporter had said: what another one says is no change.
    """
    for earlier in reversed(standings.effective(kb, update.on.last - timedelta(days=1))):
        if (earlier.measure, earlier.party) != (update.measure, update.party):
            continue
        if update.party is None or earlier.by == update.by:
            return earlier.state or NO_INFORMATION
    return NO_INFORMATION


def months(
    kb: KnowledgeBase, measures: Sequence[MeasureRecord], year: int, day: date
) -> tuple[view.Tally, ...]:
    """Return the states at the end of each month of the year, as far as `day`.

    A month in which the agreement does not hold on any day is left out; the running month is
    counted as of `day`.
    """
    validity = kb.agreement.validity
    found = []
    for month in range(1, 13):
        first = date(year, month, 1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        if first > min(day, validity.end) or last < validity.start:
            continue
        found_then = standings.of(kb, measures, min(last, day))
        states = (standing.state or NO_INFORMATION for standing in found_then)
        found.append(tally(str(month), str(month), states))
    return tuple(found)
