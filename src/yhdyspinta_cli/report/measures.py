"""The measures of a report: the programme's four columns, the state, the values, the changes."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import groupby, pairwise

from yhdyspinta_cli.facts import (
    labels,
    lifetime,
    measured,
    naming,
    region,
    since,
    standings,
    tallies,
)
from yhdyspinta_cli.facts.restated import is_restated
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Goal, Indicator, Measure
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.status import Evidence, Update, Value
from yhdyspinta_cli.queries import owners, status
from yhdyspinta_cli.report import readings, rows
from yhdyspinta_cli.vocabulary import SITUATIONS, Role, Situation, ordered
from yhdyspinta_cli.wording import sentences
from yhdyspinta_cli.wording.names import continuing, name, validity
from yhdyspinta_cli.wording.trails import continues_text
from yhdyspinta_cli.wording.values import aims_parted
from yhdyspinta_cli.wording.wholes import beside_words


def measure_rows(kb: KnowledgeBase, found: status.Overview) -> tuple[rows.MeasureRow, ...]:
    """Return each measure of an overview as the report shows it, in its order."""
    values = measured.holding(kb, found.day)
    return tuple(_row(kb, standing, values, found.day) for standing in found.standings)


def _row(
    kb: KnowledgeBase,
    standing: standings.MeasureStanding,
    values: dict[str, tuple[Value, ...]],
    day: date,
) -> rows.MeasureRow:
    measure = standing.measure
    goal = kb.find(Goal, measure.goal)
    nobody = measure.nobody
    latest = standing.latest
    parties = _parties(kb, standing.measure, standing.parties)
    completed = since.completion(kb, measure, day) if measure.due else None
    merged = kb.find(Measure, latest.merged_into) if latest else None
    return rows.MeasureRow(
        key=measure.id,
        code=measure.code,
        title=measure.name_shown,
        text=measure.text,
        restated=is_restated(kb, measure),
        interface=measure.interface or "",
        goal=Name(goal.table_title, goal.id) if goal else measure.goal or "",
        goal_number=goal.number if goal else 0,
        responsible=tuple(_responsible(kb, o) for o in owners.named(kb, measure, day)),
        nobody=nobody.label if nobody else "",
        is_without=naming.is_without(kb, measure, day),
        decides=kb.name(nobody.decides) if nobody and nobody.decides else "",
        note=measure.responsible_note or "",
        indicators=tuple(
            _indicator(kb, indicator, values.get(indicator.id, ()), standing, day)
            for indicator in measure.indicators
        ),
        no_indicator=measure.no_indicator.label if measure.no_indicator else "",
        state=standing.situation,
        word=standing.word or "",
        reports=tuple(said(kb, word) for word in standing.words if standing.is_disputed),
        reported=reported(kb, latest) if latest else None,
        progress=latest.progress if latest else None,
        merged_into=merged.code if merged else "",
        continued_by=continuing(kb, measure, day),
        due=measure.due,
        is_late=standing.is_late(day),
        completed=completed.on if completed else None,
        days_late=since.days_late(kb, measure, day),
        beside=beside_words(standing),
        parties=parties,
        partners=_parties(kb, measure, standing.partners, naming.lesser_roles(kb, measure, day)),
        groups=tuple(_groups(kb, parties, day)),
        continues=continues_text(kb, measure),
        ended=ending.day if (ending := lifetime.ending(kb, measure.id, day)) else None,
    )


def _parties(
    kb: KnowledgeBase,
    measure: Measure,
    parties: tuple[standings.PartyStanding, ...],
    roles: Mapping[str, Role] | None = None,
) -> tuple[rows.PartyState, ...]:
    named = {responsibility.actor for responsibility in measure.responsible}
    return tuple(
        rows.PartyState(
            found.party.id,
            found.party.name_shown,
            found.situation,
            tuple(said(kb, update) for update in found.latest if found.is_disputed),
            found.party.id in named,
            found.word or "",
            roles.get(found.party.id) if roles else None,
        )
        for found in parties
    )


def said(kb: KnowledgeBase, update: Update) -> rows.Said:
    """Return what a report says: the state, the day and by whom."""
    assert update.state is not None
    by = name(kb, update.by)
    return rows.Said(update.state, update.on, by, update.note or "", update.word or "")


def _groups(
    kb: KnowledgeBase, parties: tuple[rows.PartyState, ...], day: date
) -> Iterator[rows.PartyGroup]:
    """Yield the parties of each state; where nearly all have it, those that are missing."""
    told = {(party.state, party.word) for party in parties}
    states = ordered(SITUATIONS, {state for state, _word in told})
    for state, word in ((one, word) for one in states for word in _words(told, one)):
        inside = {party.key for party in parties if (party.state, party.word) == (state, word)}
        others = (party.name_shown for party in region.parties(kb, day) if party.id not in inside)
        outside = sorted(others, key=sort_key)
        if len(outside) * 3 <= len(inside):
            yield rows.PartyGroup(state, word, True, tuple(outside))
        else:
            names = (party.name for party in parties if party.key in inside)
            yield rows.PartyGroup(state, word, False, tuple(sorted(names, key=sort_key)))


def _words(told: set[tuple[Situation, str]], state: Situation) -> list[str]:
    """Return the words in which a state is told, the standard one (empty) first."""
    return sorted(word for each, word in told if each == state)


def _responsible(kb: KnowledgeBase, owner: owners.Owner) -> rows.ResponsibleLine:
    found, ending = owner.named, owner.ending
    return rows.ResponsibleLine(
        name=owner.name,
        label=found.label,
        apart=labels.apart(kb, found.actor, found.label),
        role=found.role,
        part=found.part or "",
        is_collective=owner.is_collective,
        is_body=owner.kind == "body",
        is_vague=owner.is_vague,
        parties=len(owner.parties) if owner.is_collective else 0,
        ended=ending.day if ending else None,
        ended_with=kb.name(ending.actor) if ending and ending.actor != found.actor else "",
        successor=name(kb, ending.successor) if ending else "",
        decided=_decision(kb, found.decided) if found.decided else None,
        has_left=ending is not None and ending.how == "left",
    )


def _decision(kb: KnowledgeBase, event: Event) -> rows.DecisionLine:
    return rows.DecisionLine(
        event.title,
        name(kb, event.body or event.party or event.by),
        event.on,
        tuple(readings.EvidenceLine(link.title, link.url, "link") for link in event.links),
    )


def reported(kb: KnowledgeBase, found: Update | Value) -> readings.Reported:
    """Return when, by whom and on which ground something was reported."""
    return readings.Reported(
        found.on,
        name(kb, found.by),
        found.note or "",
        tuple(_evidence(kb, item) for item in found.evidence),
    )


def _evidence(kb: KnowledgeBase, found: Evidence) -> readings.EvidenceLine:
    # What a report rests on may be another record, named by its id.
    text = Name(found.text, found.text) if found.text in kb.entries else found.text
    return readings.EvidenceLine(text, found.url or "", found.type)


def _indicator(
    kb: KnowledgeBase,
    indicator: Indicator,
    values: tuple[Value, ...],
    standing: standings.MeasureStanding,
    day: date,
) -> readings.IndicatorRow:
    return readings.IndicatorRow(
        indicator.name_shown,
        indicator.type,
        indicator.unit or "",
        tuple(
            reading(kb, value, day, is_disputed=measured.is_disputed(value, values))
            for value in values
        ),
        measured.answered(kb, standing.measure, indicator, day)
        if indicator.type == "count-of-parties"
        else None,
        indicator.type == "count-of-parties"
        and any(value.party is None for value in values)
        and measured.parties_told(kb, standing.measure, indicator, day) is None,
        _series(kb, measured.series(kb, indicator, day), day),
        tuple(readings.Part(text, of_data) for text, of_data in aims_parted(indicator)),
    )


def _series(kb: KnowledgeBase, values: tuple[Value, ...], day: date) -> readings.Series | None:
    """Return the numbers among values as a series; None where there are fewer than two."""
    told = [(v, v.value) for v in values if isinstance(v.value, int | Decimal)]
    numbers = [number for value, number in told if not isinstance(number, bool)]
    if len(numbers) < 2 or len(numbers) < len(values):
        return None
    steps = [Decimal(two) - Decimal(one) for one, two in pairwise(numbers)]
    if not any(steps):
        direction: readings.Course = "level"
    elif min(steps) >= 0:
        direction = "rising"
    else:
        direction = "falling" if max(steps) <= 0 else "varying"
    tellers = tuple(
        readings.Teller(name(kb, by), spoken[0].on, spoken[-1].on)
        for by, run in groupby(values, key=lambda value: value.by)
        if (spoken := list(run))
    )
    first, last = (reading(kb, value, day, is_disputed=False) for value in (values[0], values[-1]))
    return readings.Series(len(numbers), first, last, direction, tellers)


def reading(
    kb: KnowledgeBase, value: Value, day: date, *, is_disputed: bool
) -> readings.ReadingLine:
    """Return a value with whose it is, when it was told and by whom."""
    assert value.value is not None
    with sentences.marked():
        ended = validity(kb, value.party, day) if value.party else ""
    return readings.ReadingLine(
        value.value, name(kb, value.party), ended, reported(kb, value), is_disputed
    )


def tally(key: str, name: str, counts: tallies.Counts) -> rows.StateTally:
    """Return counts of the queries under a name; zeros are left out."""

    def shown(found: tallies.Counts) -> tuple[rows.StateCount, ...]:
        return tuple(rows.StateCount(situation, n) for situation, n in found)

    some = tuple((situation, n) for situation, n in counts if n)
    total = sum(n for _situation, n in counts)
    return rows.StateTally(key, name, total, shown(some), shown(tallies.told(counts)))


def chapters(
    kb: KnowledgeBase, found: status.Overview, measures: tuple[rows.MeasureRow, ...]
) -> tuple[rows.InterfaceChapter, ...]:
    """Return the measures by interface, those of none in a last chapter; none is empty."""
    made = [chapter(interface, found, measures) for interface in kb.interfaces]
    if own := tuple(m for m in measures if not m.interface):
        title = _("Without an interface") if kb.interfaces else _("All measures")
        held = tallies.counts(s.situation for s in found.standings if not s.measure.interface)
        made.append(rows.InterfaceChapter("", "", title, own, tally("", title, held)))
    return tuple(one for one in made if one.measures)


def chapter(
    interface: Interface, found: status.Overview, measures: tuple[rows.MeasureRow, ...]
) -> rows.InterfaceChapter:
    """Return one interface with its measures and their counts."""
    own = tuple(m for m in measures if m.interface == interface.id)
    counted = tally(interface.id, interface.name_shown, dict(found.by_interface)[interface.id])
    return rows.InterfaceChapter(
        interface.id, interface.letter or "", interface.name_shown, own, counted
    )


def own_states(kb: KnowledgeBase) -> tuple[rows.StateWord, ...]:
    """Return the data's own words for states, each with the standard one it means."""
    own = kb.agreement.own_words.of("states")
    return tuple(rows.StateWord(word, means) for word, means in own.items())
