"""A year, a party or an interface -> a frozen report, ready for the templates.

What a report says is put together here from the queries; how it says it is the templates'.
"""

from datetime import date

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import day_text, spoken
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import card
from yhdyspinta_cli.report import (
    charts,
    ground,
    matrix,
    measures,
    papers,
    parties,
    promises,
    ring,
    view,
)
from yhdyspinta_cli.report.sheets import (
    Frame,
    InterfaceSheet,
    PartyMeasure,
    PartySeat,
    PartySheet,
    Pictures,
    Report,
    Year,
)
from yhdyspinta_cli.vocabulary import NO_INFORMATION
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
    stamp = papers.Stamp(version, digest, revision or "", day)
    rows = measures.rows(kb, kb.measures, day)
    frame = _frame(kb, year, day, over, language, stamp)
    if party is not None:
        return _party_sheet(kb, party, year, rows, frame)
    if interface is not None:
        return _interface_sheet(kb, interface, year, rows, frame)
    return _year(kb, year, rows, frame)


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
    kb: KnowledgeBase, year: int, day: date, over: bool, language: str, stamp: papers.Stamp
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
        validity=ground.validity(kb, year, day),
        abbreviations=ground.abbreviations(kb),
        stamp=stamp,
    )


def _year(kb: KnowledgeBase, year: int, rows: tuple[view.Measure, ...], frame: Frame) -> Year:
    day = frame.day
    chapters = measures.chapters(kb, rows)
    by_interface = tuple(chapter.tally for chapter in chapters)
    by_goal = _by_goal(kb, rows)
    months = measures.months(kb, kb.measures, year, day)
    overview = parties.overview(kb, rows, day)
    loads = parties.loads(kb)
    wheel = promises.wheel(kb, year, day, over=frame.is_over)
    return Year(
        kind="year",
        frame=frame,
        total=measures.tally("all", "", (row.state for row in rows)),
        by_interface=by_interface,
        by_goal=by_goal,
        months=months,
        chapters=chapters,
        nobody=_nobody(rows),
        vague=_vague(rows),
        changes=measures.changes(kb, year, day),
        turns=parties.turns(kb, year, day),
        parties=overview,
        loads=loads,
        needs=ground.needs(kb, day),
        structures=ground.structures(kb),
        duties=promises.duties(kb, year, day, over=frame.is_over),
        meetings=promises.meetings(kb, year, day),
        wheel=wheel,
        legal_basis=ground.legal_basis(kb),
        defects=ground.known(kb, "defect"),
        readings=ground.known(kb, "reading"),
        pictures=Pictures(
            charts.stacked(by_interface),
            charts.stacked(by_goal),
            charts.columns(months),
            matrix.matrix(rows, overview),
            charts.loads(loads),
            ring.ring(
                [(len(marks), any(m.kind == "event" for m in marks)) for marks in wheel.months]
            ),
        ),
    )


def _by_goal(kb: KnowledgeBase, rows: tuple[view.Measure, ...]) -> tuple[view.Tally, ...]:
    return tuple(
        measures.tally(
            goal.id,
            f"{goal.number} {goal.table_title}",
            (row.state for row in rows if row.goal_number == goal.number),
        )
        for goal in kb.goals
    )


def _nobody(rows: tuple[view.Measure, ...]) -> tuple[view.Measure, ...]:
    return tuple(row for row in rows if row.nobody or not row.responsible)


def _vague(rows: tuple[view.Measure, ...]) -> tuple[view.Measure, ...]:
    return tuple(
        row for row in rows if row.responsible and all(r.is_vague for r in row.responsible)
    )


def _party_sheet(
    kb: KnowledgeBase, key: str, year: int, rows: tuple[view.Measure, ...], frame: Frame
) -> PartySheet:
    party = kb.find(Party, key)
    assert party is not None
    found = card.card(kb, party, frame.day)
    by_key = {row.key: row for row in rows}
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
    listed = tuple(lines[row.key] for row in rows if row.key in lines)
    answering = tuple(line for line in listed if line.way != "seat")
    return PartySheet(
        kind="party",
        frame=frame,
        party=next(row for row in parties.overview(kb, rows, frame.day) if row.key == key),
        code=party.code or "",
        measures=listed,
        total=measures.tally("all", "", (line.measure.state for line in answering)),
        own=measures.tally("own", "", (line.state for line in answering)),
        seated=len(listed) - len(answering),
        vague=tuple(by_key[measure.id] for measure in found.vague if measure.id not in lines),
        nobody=_nobody(rows),
        seats=_seats(kb, found),
        duties=promises.duties(kb, year, frame.day, over=frame.is_over, party=key),
        needs=ground.needs(kb, frame.day, party=key),
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
    kb: KnowledgeBase, key: str, year: int, rows: tuple[view.Measure, ...], frame: Frame
) -> InterfaceSheet:
    interface = kb.find(Interface, key)
    assert interface is not None
    own = tuple(row for row in rows if row.interface == key)
    chapter = measures.chapter(interface, own)
    codes = {row.code for row in own}
    return InterfaceSheet(
        kind="interface",
        frame=frame,
        chapter=chapter,
        decides=name(kb, interface.decides),
        structures=ground.structures(kb, key),
        needs=ground.needs(kb, frame.day, interface=key),
        changes=tuple(c for c in measures.changes(kb, year, frame.day) if c.code in codes),
        bars=charts.stacked([chapter.tally]),
    )
