"""A year, a party or an interface -> a frozen report, ready for the templates.

What a report says is put together here from the queries; how it says it is the templates'.
"""

from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.facts import standings
from yhdyspinta_cli.language import day_text, spoken
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.queries import calendar, card, filters, gaps, status
from yhdyspinta_cli.report import (
    charts,
    documents,
    legal_context,
    matrix,
    measures,
    obligations,
    parties,
    rows,
    structures,
    year_wheel,
)
from yhdyspinta_cli.report.reports import (
    Frame,
    InterfaceSheet,
    PartyMeasure,
    PartySeat,
    PartySheet,
    Pictures,
    Report,
    Year,
)
from yhdyspinta_cli.vocabulary import NO_INFORMATION, GapKind
from yhdyspinta_cli.wording.names import name


def build(
    kb: KnowledgeBase,
    year: int,
    day: date,
    *,
    language: str,
    digest: str,
    version: str,
    over: bool = False,
    revision: str | None = None,
    party: str | None = None,
    interface: str | None = None,
) -> Report:
    """Return the report of a year as of `day`, or one party's or interface's sheet.

    `over` tells that the day is past, and with it what was to be done by it.

    Raises UserError (exit 1) where the agreement does not hold on any day of the year.
    """
    refuse_outside(kb, year)
    stamp = documents.Stamp(version, digest, revision or "", day)
    frame = _frame(kb, year, day, over, language, stamp)
    overview = status.overview(kb, kb.measures, day)
    answers = _Answers(
        overview, measures.measure_rows(kb, overview), gaps.ledger(kb, day, over=over)
    )
    if party is not None:
        return _party_sheet(kb, party, answers, frame)
    if interface is not None:
        return _interface_sheet(kb, interface, answers, frame)
    return _year(kb, answers, frame)


@dataclass(frozen=True, slots=True)
class _Answers:
    """What every report is made of: how the measures stand, their rows, what is missing."""

    overview: status.Overview
    measures: tuple[rows.MeasureRow, ...]
    ledger: gaps.Ledger

    def lacking(self, *kinds: GapKind) -> tuple[rows.MeasureRow, ...]:
        """Return the measures of which one of these is missing, in the programme's order."""
        keys = {gap.record.id for gap in self.ledger.gaps if gap.kind in kinds}
        return tuple(row for row in self.measures if row.key in keys)

    @property
    def nobody(self) -> tuple[rows.MeasureRow, ...]:
        """The measures for which nobody is named."""
        return self.lacking("nobody-known", "nobody-forgotten")


def refuse_outside(kb: KnowledgeBase, year: int) -> None:
    """Raise UserError (exit 1) for a year in which the agreement never holds."""
    validity = kb.agreement.validity
    if not validity.start.year <= year <= validity.end.year:
        raise UserError(
            _("the agreement does not hold in {year}: it holds {start}–{end}").format(
                year=year, start=day_text(validity.start), end=day_text(validity.end)
            ),
            exit_code=1,
            hint=_("choose a year from {first} to {last}").format(
                first=validity.start.year, last=validity.end.year
            ),
        )


def _frame(
    kb: KnowledgeBase, year: int, day: date, over: bool, language: str, stamp: documents.Stamp
) -> Frame:
    agreement = kb.agreement
    return Frame(
        title=agreement.short or agreement.title,
        agreement=agreement.title,
        region=agreement.region,
        publisher=agreement.organisation.name,
        year=year,
        day=day,
        is_over=over,
        # The page's language is that of its own words, whatever was asked for.
        language=spoken(language),
        data_language=agreement.language,
        validity=legal_context.validity(kb, year, day),
        abbreviations=legal_context.abbreviations(kb),
        stamp=stamp,
    )


def _year(kb: KnowledgeBase, answers: _Answers, frame: Frame) -> Year:
    year, day, overview = frame.year, frame.day, answers.overview
    titles = {goal.id: f"{goal.number} {goal.table_title}" for goal in kb.goals}
    chapters = measures.chapters(kb, overview, answers.measures)
    by_interface = tuple(chapter.tally for chapter in chapters)
    by_goal = tuple(measures.tally(key, titles[key], found) for key, found in overview.by_goal)
    months = tuple(
        measures.tally(str(month), str(month), found)
        for month, found in status.months(kb, kb.measures, year, day)
    )
    party_rows = parties.overview(kb, overview)
    load_rows = parties.load_rows(kb, day)
    entries = calendar.year(kb, year, day, over=frame.is_over)
    wheel = year_wheel.wheel(entries)
    return Year(
        kind="year",
        frame=frame,
        total=measures.tally("all", "", overview.total),
        by_interface=by_interface,
        by_goal=by_goal,
        months=months,
        chapters=chapters,
        nobody=answers.nobody,
        vague=answers.lacking("vague"),
        changes=measures.change_rows(kb, year, day),
        turns=parties.turn_rows(kb, year, day),
        parties=party_rows,
        loads=load_rows,
        needs=structures.need_rows(kb, day, filters.Wanted()),
        structures=structures.structure_rows(kb, day),
        obligations=obligations.obligation_rows(kb, year, day, over=frame.is_over),
        events=obligations.event_rows(kb, entries),
        wheel=wheel,
        legal_basis=legal_context.legal_basis(kb),
        defects=legal_context.known(kb, "defect"),
        readings=legal_context.known(kb, "reading"),
        pictures=Pictures(
            charts.stacked(by_interface),
            charts.stacked(by_goal),
            charts.columns(months),
            matrix.matrix(answers.measures, party_rows),
            charts.loads(load_rows),
            year_wheel.ring(
                [(len(marks), any(m.kind == "event" for m in marks)) for marks in wheel.months]
            ),
        ),
        provisions=legal_context.provisions(kb),
    )


def _party_sheet(kb: KnowledgeBase, key: str, answers: _Answers, frame: Frame) -> PartySheet:
    party = kb.find(Party, key)
    assert party is not None
    found = card.card(kb, party, frame.day)
    by_key = {row.key: row for row in answers.measures}
    lines: dict[str, PartyMeasure] = {}
    for group in found.groups:
        for line in group.lines if group.section == "measures" else ():
            row = by_key[line.record.id]
            own = next((state for state in row.parties if state.key == key), None)
            lines.setdefault(
                row.key,
                PartyMeasure(
                    row,
                    line.how,
                    _through(kb, line),
                    own.state if own else NO_INFORMATION,
                    own.reports if own else (),
                ),
            )
    listed = tuple(lines[row.key] for row in answers.measures if row.key in lines)
    answering = [
        measure
        for line in listed
        if line.way != "seat" and (measure := kb.find(Measure, line.measure.key))
    ]
    standing = status.overview(kb, answering, frame.day, party=key)
    own_states = dict(standing.by_party).get(key) or standings.tally(())
    return PartySheet(
        kind="party",
        frame=frame,
        party=next(row for row in parties.overview(kb, answers.overview) if row.key == key),
        code=party.code or "",
        measures=listed,
        total=measures.tally("all", "", standing.total),
        own=measures.tally("own", "", own_states.counts),
        seated=len(listed) - len(answering),
        vague=tuple(by_key[measure.id] for measure in found.vague if measure.id not in lines),
        nobody=answers.nobody,
        seats=_seats(kb, found),
        obligations=obligations.obligation_rows(
            kb, frame.year, frame.day, over=frame.is_over, party=key
        ),
        needs=structures.need_rows(kb, frame.day, filters.Wanted(party=key)),
    )


def _through(kb: KnowledgeBase, line: card.Line) -> str:
    """Return the name of what stands between the party and what is said, empty for nothing."""
    return "" if line.how == "direct" else kb.name(line.way[0])


_ROLES = {section: role for role, section in card.SEATS.items()}


def _seats(kb: KnowledgeBase, found: card.Card) -> tuple[PartySeat, ...]:
    seats: dict[tuple[str, str], PartySeat] = {}
    for group in found.groups:
        role = _ROLES.get(group.section)
        for line in group.lines if role else ():
            assert role is not None
            seat = PartySeat(line.record.name_shown, role, line.how, _through(kb, line))
            seats.setdefault((line.record.id, role), seat)
    return tuple(seats.values())


def _interface_sheet(
    kb: KnowledgeBase, key: str, answers: _Answers, frame: Frame
) -> InterfaceSheet:
    interface = kb.find(Interface, key)
    assert interface is not None
    chapter = measures.chapter(interface, answers.overview, answers.measures)
    codes = {row.code for row in chapter.measures}
    changed = measures.change_rows(kb, frame.year, frame.day)
    return InterfaceSheet(
        kind="interface",
        frame=frame,
        chapter=chapter,
        decides=name(kb, interface.decides),
        nobody=tuple(row for row in answers.nobody if row.interface == key),
        structures=structures.structure_rows(kb, frame.day, key),
        needs=structures.need_rows(kb, frame.day, filters.Wanted(interface=key)),
        changes=tuple(change for change in changed if change.code in codes),
        bars=charts.stacked([chapter.tally]),
    )
