"""What a forum should hear first: who disagrees, and what recorded things do not go together."""

from collections.abc import Iterator
from datetime import date

from yhdyspinta_cli.facts import conflicts, events, since, standings
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.duties import Event
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.queries import status
from yhdyspinta_cli.report import measures, rows
from yhdyspinta_cli.vocabulary import State
from yhdyspinta_cli.wording.names import name


def dispute_rows(kb: KnowledgeBase, found: status.Overview) -> tuple[rows.DisputeRow, ...]:
    """Return every dispute that is open on the day of an overview, in the order of the measures."""
    return tuple(row for standing in found.standings for row in _disputes(kb, standing, found.day))


def _disputes(
    kb: KnowledgeBase, standing: standings.MeasureStanding, day: date
) -> Iterator[rows.DisputeRow]:
    measure = standing.measure
    disputed: list[tuple[Party | None, tuple[Update, ...]]] = []
    if standing.is_disputed:
        disputed.append((None, standing.words))
    for one in (*standing.parties, *standing.partners, *standing.others):
        # What the only party behind it says is the measure's own dispute.
        if one.is_disputed and not (one.of_whole and standing.is_disputed):
            disputed.append((one.party, one.latest))
    for party, words in disputed:
        yield rows.DisputeRow(
            measure.code,
            measure.title,
            party.name if party else "",
            since.since(kb, measure, party.id if party else None, day),
            tuple(measures.said(kb, word) for word in words),
        )


def contradiction_rows(
    kb: KnowledgeBase, year: int, day: date
) -> tuple[rows.ContradictionRow, ...]:
    """Return what of the day contradicts itself, and the year's reports by who had ended.

    Values against states and counts first, in the order of the measures.
    """
    order = {measure.code: place for place, measure in enumerate(kb.measures)}
    values = [
        *(_state(kb, found) for found in conflicts.against_state(kb, day)),
        *(_parties(kb, found) for found in conflicts.against_parties(kb, day)),
    ]
    values.sort(key=lambda row: order[row.code])
    reports: tuple[Update | Value, ...] = (*kb.updates, *kb.values)
    corrected = {record.corrects for record in reports if record.on.last <= day}
    happened = {event.id for event in events.effective(kb, day)}
    gone = [
        found
        for found in conflicts.gone(kb)
        if found.record.on.last.year == year
        and found.record.on.last <= day
        and found.record.id not in corrected
        and (not isinstance(found.record, Event) or found.record.id in happened)
    ]
    gone.sort(key=lambda found: (found.record.on.last, found.record.id))
    # One that speaks of itself is told once.
    once = {(found.record.id, found.actor): found for found in gone}
    return (*values, *(_gone(kb, found) for found in once.values()))


def _state(kb: KnowledgeBase, found: conflicts.AgainstState) -> rows.ContradictionRow:
    return _row(kb, "state", found.value, found.measure, found.indicator.label, state=found.state)


def _parties(kb: KnowledgeBase, found: conflicts.AgainstParties) -> rows.ContradictionRow:
    return _row(kb, "parties", found.value, found.measure, found.indicator.label, told=found.told)


def _gone(kb: KnowledgeBase, found: conflicts.Gone) -> rows.ContradictionRow:
    record, ending = found.record, found.ending
    row = _row(kb, "gone", record, _measure(kb, record), _what(record))
    return rows.ContradictionRow(
        kind=row.kind,
        code=row.code,
        title=row.title,
        party=row.party,
        what=row.what,
        value=row.value,
        state=None,
        told=0,
        on=row.on,
        by=name(kb, found.actor),
        ended=ending.day if ending else None,
        ended_with=kb.name(ending.actor) if ending and ending.actor != found.actor else "",
        successor=name(kb, ending.successor) if ending else "",
        has_left=ending is not None and ending.how == "left",
    )


def _row(
    kb: KnowledgeBase,
    kind: str,
    record: Update | Value | Event,
    measure: Measure | None,
    what: str,
    *,
    state: State | None = None,
    told: int = 0,
) -> rows.ContradictionRow:
    party = kb.find(Party, record.party)
    value = record.value if isinstance(record, Value) else None
    return rows.ContradictionRow(
        kind=kind,
        code=measure.code if measure else "",
        title=measure.title if measure else "",
        party=party.name if party else "",
        what=what,
        value="" if value is None else value,
        state=state,
        told=told,
        on=record.on,
        by=name(kb, record.by),
        ended=None,
        ended_with="",
        successor="",
    )


def _measure(kb: KnowledgeBase, record: Update | Value | Event) -> Measure | None:
    if isinstance(record, Value):
        return next((m for m in kb.measures if _has(m, record.indicator)), None)
    return kb.find(Measure, record.measure)


def _has(measure: Measure, indicator: str) -> bool:
    return any(one.id == indicator for one in measure.indicators)


def _what(record: Update | Value | Event) -> str:
    """Return what a record is: the event's own title, else the kind of report."""
    if isinstance(record, Event):
        return record.title
    return _("a status update") if isinstance(record, Update) else _("a value")
