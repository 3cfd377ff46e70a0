"""A party's sheet: what it answers for, how it stands, what it is to do and to settle."""

from datetime import date

from yhdyspinta_cli.facts import lifetime, memo, standings, tallies
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.queries import calendar, card, filters, paths, status, ways
from yhdyspinta_cli.report import (
    comparison,
    conflicts,
    corrected,
    counterparts,
    measures,
    obligations,
    parties,
    rows,
    structures,
    to_do,
    turns_to_take,
    waiting,
)
from yhdyspinta_cli.report.answers import Answers
from yhdyspinta_cli.report.reports import Frame
from yhdyspinta_cli.report.sheets import PartyMeasure, PartySeat, PartySheet


def party_sheet(kb: KnowledgeBase, key: str, answers: Answers, frame: Frame) -> PartySheet:
    party = kb.find(Party, key)
    assert party is not None
    found = card.card(kb, party, frame.day)
    behind = ways.ways(found)
    silent = waiting.silent(kb, answers.overview.standings, key, frame.day)
    lines = [
        _party_measure(kb, row, key, behind[row.key], silent.get(row.key), frame.day)
        for row in answers.measures
        if row.key in behind
    ]
    mine = tuple(one for one in lines if behind[one.measure.key].answers and one.way != "seat")
    others = tuple(one for one in lines if one not in mine)
    answering = [measure for one in mine if (measure := kb.find(Measure, one.measure.key))]
    counted = status.overview(kb, answering, frame.day, party=key)
    own_states = dict(counted.by_party).get(key) or tallies.tally(())
    return PartySheet(
        kind="party",
        frame=frame,
        party=parties.overview(kb, answers.overview, only=key)[0],
        code=party.code or "",
        measures=mine,
        taking_part=others,
        total=measures.tally("all", "", counted.total),
        own=measures.tally("own", "", own_states.counts),
        before=comparison.party_before(kb, key, frame.compared),
        disputes=tuple(
            row for row in conflicts.dispute_rows(kb, answers.overview) if row.party == party.name
        ),
        contradictions=tuple(
            row
            for row in conflicts.contradiction_rows(kb, frame.year, frame.day)
            if row.is_of(party.name)
        ),
        vague=tuple(
            row
            for row in answers.measures
            if row.key not in behind and any(one.id == row.key for one in found.vague)
        ),
        nobody=tuple(row for row in answers.nobody if row.key in behind),
        seats=_seats(kb, found),
        to_do=to_do.to_do(
            kb,
            frame.year,
            frame.day,
            key,
            tuple(one.measure for one in mine),
            over=frame.is_over,
        ),
        counterparts=counterparts.of_party(kb, key, frame.day),
        turns=turns_to_take.turns_to_take(kb, frame.day, party=key),
        waiting=waiting.waiting_for(key, tuple(one.measure for one in mine), silent),
        events=_events(kb, key, frame),
        needs=structures.need_rows(kb, frame.day, filters.Wanted(party=key)),
        left_open=tuple(
            row for row in parties.left_open_rows(kb, answers.ledger) if row.successor == party.name
        ),
        corrected=corrected.since(
            kb, answers, _concerning(key, frozenset(one.measure.code for one in mine))
        ),
    )


def _concerning(party: str, codes: frozenset[str]) -> corrected.Concerns:
    """Return what is true for what was told by a party or of it, or of its measures as wholes."""
    of_its_measures = corrected.of_measures(codes)

    def concerns(kb: KnowledgeBase, record: Correctable) -> bool:
        if _is_of(kb, record, party):
            return True
        return record.party is None and of_its_measures(kb, record)

    return concerns


def _is_of(kb: KnowledgeBase, record: Correctable, party: str) -> bool:
    """True for what is in the name of a party, or of a part of it."""
    convener = record.convener if isinstance(record, Event) else None
    return any(
        (behind := kb.party_behind(key)) is not None and behind.id == party
        for key in (record.party, record.by, convener)
        if key
    )


def _party_measure(
    kb: KnowledgeBase,
    row: rows.MeasureRow,
    party: str,
    found: ways.Way,
    silence: waiting.Silence | None,
    day: date,
) -> PartyMeasure:
    measure = kb.find(Measure, row.key)
    assert measure is not None
    standing = standings.of_party(kb, measure, party, day)
    own = next((one for one in (*row.parties, *row.partners) if one.key == party), None)
    return PartyMeasure(
        row,
        found.line.role,
        found.way,
        _through(kb, found.line),
        own.state if own else None,
        own.word if own else "",
        tuple(measures.said(kb, update) for update in standing.latest) if own and standing else (),
        silence,
        tuple(
            rows.StepTold(step.situation, step.on, step.word)
            for step in paths.path(kb, measure, party, day)
        ),
    )


def _events(kb: KnowledgeBase, party: str, frame: Frame) -> tuple[obligations.EventRow, ...]:
    """Return what is recorded in the year in the party's own name, or in that of a part of it."""
    found = _happened(kb, frame.year, frame.day, frame.is_over)
    return obligations.event_rows(kb, found, lambda event: _is_of(kb, event, party))


@memo.once
def _happened(kb: KnowledgeBase, year: int, day: date, over: bool) -> calendar.Calendar:
    return calendar.year(kb, year, day, over=over)


def _through(kb: KnowledgeBase, line: card.CardLine) -> str:
    """Return the name of what stands between the party and what is said, empty for nothing."""
    return "" if line.how == "direct" else kb.name(line.way[0])


_ROLES = {section: role for role, section in card.SEATS.items()}


def _seats(kb: KnowledgeBase, found: card.Card) -> tuple[PartySeat, ...]:
    seats: dict[tuple[str, str], PartySeat] = {}
    for group in found.groups:
        role = _ROLES.get(group.section)
        for line in group.lines if role else ():
            assert role is not None
            ended = lifetime.ending(kb, line.record.id, found.day)
            seat = PartySeat(
                line.record.name_shown,
                role,
                line.how,
                _through(kb, line),
                ended.day if ended else None,
            )
            seats.setdefault((line.record.id, role), seat)
    return tuple(seats.values())
