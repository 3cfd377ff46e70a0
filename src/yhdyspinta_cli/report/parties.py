"""The parties of a report: who is named how often, and by which way; who began and ended."""

from collections import Counter
from datetime import date
from typing import Literal

from yhdyspinta_cli.facts import region
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Statute
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import card, gaps, loads, status, turns, ways
from yhdyspinta_cli.report import differences, measures, rows
from yhdyspinta_cli.wording.names import continuing, name


def overview(
    kb: KnowledgeBase, found: status.Overview, only: str | None = None
) -> tuple[rows.PartyRow, ...]:
    """Return a row a party, by its card: its measures and seats, and the states it reported.

    Of one party (its id) `only`, where it is named.
    """
    reported = dict(found.by_party)
    made = []
    there = (one for one in region.parties(kb, found.day) if only in (None, one.id))
    for party in sorted(there, key=_order):
        answers = card.card(kb, party, found.day)
        seats = {
            line.record.id
            for group in answers.groups
            if group.section in card.SEATS.values()
            for line in group.lines
        }
        found_ways = ways.ways(answers)
        number = Counter(
            (one.way if one.way in ("collective", "seat") else "direct", one.answers)
            for one in found_ways.values()
        )
        states = reported.get(party.id)
        made.append(
            rows.PartyRow(
                key=party.id,
                name=party.name_shown,
                genitive=party.forms.get("genitive") or party.genitive or "",
                official_name=party.official_name,
                type="town" if party.town else party.type,
                word=party.word or "",
                direct=number["direct", True],
                through=number["collective", True],
                partner=number["direct", False] + number["collective", False],
                seated=number["seat", True] + number["seat", False],
                counts=measures.tally(party.id, party.name_shown, states.counts).counts
                if states
                else (),
                seats=len(seats),
            )
        )
    return tuple(made)


_TYPES = ("wellbeing-services-county", "regional-council", "municipality", "other")


def _order(party: Party) -> tuple[int, tuple[str, str]]:
    return _TYPES.index(party.type), sort_key(party.name)


def load_rows(kb: KnowledgeBase, day: date) -> tuple[rows.LoadRow, ...]:
    """Return how many measures each party answers for, then its parts, then everybody else."""
    return tuple(
        rows.LoadRow(
            load.name,
            group.level,
            load is not group.whole,
            tuple(measure.code for measure in load.answering),
            tuple(measure.code for measure in load.partner),
        )
        for group in loads.grouped(kb, day)
        for load in (group.whole, *group.parts)
    )


def turn_rows(kb: KnowledgeBase, year: int, day: date) -> tuple[rows.TurnRow, ...]:
    """Return what began in the year up to `day`, or was gone: measures, actors, projects, acts."""
    return tuple(_turn(kb, turn, day) for turn in turns.turns(kb, year, day))


def _turn(kb: KnowledgeBase, turn: turns.Transition, day: date) -> rows.TurnRow:
    record, successor = turn.record, turn.successor or ""
    if isinstance(record, Statute):
        return rows.TurnRow(turn.when, f"{record.title} ({record.number})", turn.what, successor)
    if isinstance(record, Measure):
        before = kb.find(Measure, record.continues)
        words = f"{before.code} {before.title}" if before else record.continues_printed or ""
        if turn.what == "ended":
            words = continuing(kb, record, day)
        title = f"{record.code} {record.title}"
        return rows.TurnRow(turn.when, title, turn.what, words, of_measure=True)
    return rows.TurnRow(turn.when, record.name_shown, turn.what, name(kb, successor))


def left_open_rows(kb: KnowledgeBase, ledger: gaps.Ledger) -> tuple[differences.LeftOpenRow, ...]:
    """Return what parties that are gone have left open, as the gaps tell it."""
    return tuple(
        differences.LeftOpenRow(
            _left_kind(gap.record),
            gap.record.code if isinstance(gap.record, Measure) else "",
            gap.record.name_shown,
            kb.name(gap.about[0]),
            kb.name(gap.about[1]) if len(gap.about) > 1 else "",
            gap.age.since,
        )
        for gap in ledger.gaps
        if gap.kind == "left-open"
    )


def _left_kind(record: Record) -> Literal["measure", "turn", "duty"]:
    if isinstance(record, Measure):
        return "measure"
    return "turn" if isinstance(record, Body) else "duty"
