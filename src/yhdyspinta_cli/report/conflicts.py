"""What a forum should hear first: who disagrees, and what recorded things do not go together."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import assert_never

from yhdyspinta_cli.facts import conflicts, corrections, since, standings, wholes
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.queries import status
from yhdyspinta_cli.report import differences, measures
from yhdyspinta_cli.wording.names import name


def dispute_rows(kb: KnowledgeBase, found: status.Overview) -> tuple[differences.DisputeRow, ...]:
    """Return every dispute that is open on the day of an overview, in the order of the measures."""
    return tuple(row for standing in found.standings for row in _disputes(kb, standing, found.day))


def _disputes(
    kb: KnowledgeBase, standing: standings.MeasureStanding, day: date
) -> Iterator[differences.DisputeRow]:
    measure = standing.measure
    disputed: list[tuple[Party | None, tuple[Update, ...]]] = []
    if standing.is_disputed:
        disputed.append((None, standing.words))
    for one in (*standing.parties, *standing.partners, *standing.others):
        # What the only party behind it says is the measure's own dispute.
        if one.is_disputed and not (one.of_whole and standing.is_disputed):
            disputed.append((one.party, one.latest))
    for party, words in disputed:
        yield differences.DisputeRow(
            measure.code,
            measure.name_shown,
            party.name_shown if party else "",
            since.since(kb, measure, party.id if party else None, day),
            tuple(measures.said(kb, word) for word in words),
        )


def contradiction_rows(
    kb: KnowledgeBase, year: int, day: date
) -> tuple[differences.ContradictionRow, ...]:
    """Return what of the day contradicts itself, and the year's reports by who had ended.

    What a measure or a value contradicts comes first, in the order of the measures.
    """
    order = {measure.code: place for place, measure in enumerate(kb.measures)}
    found = conflicts.contradictions(kb, day)
    told = [_told(kb, one) for one in found if not isinstance(one, conflicts.Gone)]
    told.sort(key=lambda row: order.get(row.code, len(order)))
    gone = [
        one for one in found if isinstance(one, conflicts.Gone) and one.record.on.last.year == year
    ]
    gone.sort(key=lambda one: (one.record.on.last, one.record.id))
    # One that speaks of itself is told once.
    once = {(one.record.id, one.actor): one for one in gone}
    return (*told, *(_gone(kb, one) for one in once.values()))


def _told(kb: KnowledgeBase, found: conflicts.Contradiction) -> differences.ContradictionRow:
    match found:
        case conflicts.AgainstState():
            row = _row(kb, "state", found.value, found.measure, found.indicator.label)
            return replace(row, state=found.state, word=found.word or "", due=found.late)
        case conflicts.AgainstParties():
            row = _row(kb, "parties", found.value, found.measure, found.indicator.label)
            return replace(row, told=found.told)
        case conflicts.BeyondParties():
            measure = _measure(kb, found.value)
            row = _row(kb, "beyond", found.value, measure, found.indicator.label)
            return replace(row, told=found.total)
        case wholes.Beside():
            word, measure = found.standing.words[-1], found.standing.measure
            row = _row(kb, "whole", word, measure, _what(word))
            names = tuple(party.party.name_shown for party in found.unfinished)
            own = word.word or ""
            return replace(row, state=found.standing.state, word=own, parties=names)
        case conflicts.DifferentValues():
            row = _row(kb, "values", found.values[0], found.measure, found.indicator.label)
            said = tuple(
                differences.ValueSaid("" if v.value is None else v.value, v.on, name(kb, v.by))
                for v in found.values
            )
            return replace(row, said=said)
        case corrections.CorrectedTwice():
            record = found.record
            return _row(kb, "corrected", record, _measure(kb, record), _what(record))
        case conflicts.MergerCircle():
            update = found.update
            row = _row(kb, "circle", update, _measure(kb, update), _what(update))
            return replace(row, parties=tuple(_code(kb, key) for key in found.way))
        case conflicts.Gone():
            return _gone(kb, found)
        case _:
            assert_never(found)


def _code(kb: KnowledgeBase, key: str) -> str:
    measure = kb.find(Measure, key)
    return measure.code if measure else key


def _gone(kb: KnowledgeBase, found: conflicts.Gone) -> differences.ContradictionRow:
    record, ending = found.record, found.ending
    row = _row(kb, "gone", record, _measure(kb, record), _what(record))
    return replace(
        row,
        by=name(kb, found.actor),
        ended=ending.day if ending else None,
        ended_with=kb.name(ending.actor) if ending and ending.actor != found.actor else "",
        successor=name(kb, ending.successor) if ending else "",
        has_left=ending is not None and ending.how == "left",
    )


def _row(
    kb: KnowledgeBase,
    kind: differences.ContradictionKind,
    record: Correctable,
    measure: Measure | None,
    what: str,
) -> differences.ContradictionRow:
    party = kb.find(Party, record.party)
    value = record.value if isinstance(record, Value) else None
    return differences.ContradictionRow(
        kind=kind,
        code=measure.code if measure else "",
        title=measure.name_shown if measure else "",
        party=party.name_shown if party else "",
        what=what,
        value="" if value is None else value,
        state=None,
        told=0,
        on=record.on,
        by=name(kb, record.by),
        ended=None,
        ended_with="",
        successor="",
    )


def _measure(kb: KnowledgeBase, record: Correctable) -> Measure | None:
    if isinstance(record, Value):
        return next((m for m in kb.measures if _has(m, record.indicator)), None)
    return kb.find(Measure, record.measure)


def _has(measure: Measure, indicator: str) -> bool:
    return any(one.id == indicator for one in measure.indicators)


def _what(record: Correctable) -> str:
    """Return what a record is: the event's own title, else the kind of report."""
    if isinstance(record, Event):
        return record.name_shown
    return _("a status update") if isinstance(record, Update) else _("a value")
