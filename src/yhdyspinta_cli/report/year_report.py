"""The report of a year: every chapter put together from the answers of the queries."""

from datetime import date

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import calendar, changes, filters
from yhdyspinta_cli.report import (
    brief,
    cards,
    charts,
    comparison,
    counterparts,
    indicators,
    legal_context,
    load_bars,
    matrix,
    measures,
    obligations,
    parties,
    structures,
    what_changed,
    year_before,
    year_strip,
)
from yhdyspinta_cli.report.answers import Answers
from yhdyspinta_cli.report.reports import Frame, Pictures, Records, Year
from yhdyspinta_cli.vocabulary import ReportChapter


def year_report(
    kb: KnowledgeBase, answers: Answers, frame: Frame, shown: tuple[ReportChapter, ...]
) -> Year:
    """Return the report of the frame's year with the chapters of `shown`."""
    year, day, overview = frame.year, frame.day, answers.overview
    titles = {goal.id: f"{goal.number} {goal.table_title}" for goal in kb.goals}
    chapters = measures.chapters(kb, overview, answers.measures)
    by_interface = tuple(chapter.tally for chapter in chapters)
    by_goal = tuple(measures.tally(key, titles[key], found) for key, found in overview.by_goal)
    if overview.no_goal is not None:
        by_goal += (measures.tally("", _("Without a goal"), overview.no_goal),)
    before = comparison.compared_with(kb, frame.compared, answers.overview)
    beside = before if before is not None and not before.is_same else None
    year_ends = comparison.year_ends(kb, day)
    stretches = comparison.stretches(kb, day)
    party_rows = parties.overview(kb, overview)
    load_rows = parties.load_rows(kb, day)
    earlier = year_before.year_before(kb, frame.compared)
    entries = calendar.year(kb, year, day, over=frame.is_over)
    duties = obligations.obligation_rows(kb, year, day, over=frame.is_over)
    series = indicators.indicators(kb, answers.measures, day)
    found = what_changed.changes_since(kb, answers, frame)
    to_decide = legal_context.to_decide(kb)
    return Year(
        kind="year",
        frame=frame,
        total=measures.tally("all", "", overview.total),
        by_interface=by_interface,
        by_goal=by_goal,
        compared=before,
        before=earlier,
        year_ends=year_ends,
        stretches=stretches,
        chapters=chapters,
        cards=cards.chapters(kb, chapters, answers, found.contradictions, found.left_open),
        nobody=answers.nobody,
        vague=answers.lacking("vague"),
        decided=tuple(row for row in answers.measures if row.nobody and row.decided),
        late=tuple(row for row in answers.measures if row.is_late),
        records=_records(kb, year, day),
        changes=found,
        turns=parties.turn_rows(kb, year, day),
        parties=party_rows,
        shared=matrix.shared(answers.measures),
        loads=load_rows,
        needs=structures.need_rows(kb, day, filters.Wanted()),
        structures=structures.structure_rows(kb, day),
        structures_missing=structures.missing(kb, answers.ledger),
        obligations=duties,
        events=obligations.event_rows(kb, entries),
        dates=year_strip.dates(entries),
        strip=year_strip.counts(entries),
        legal_basis=legal_context.legal_basis(kb),
        defects=legal_context.known(kb, "defect"),
        readings=legal_context.known(kb, "reading"),
        to_decide=to_decide,
        pictures=Pictures(
            charts.stacked(
                by_interface, [beside.interface(t.key) for t in by_interface] if beside else None
            ),
            charts.stacked(by_goal, [beside.goal(t.key) for t in by_goal] if beside else None),
            charts.steps(stretches),
            matrix.matrix(matrix.shared(answers.measures), party_rows),
            load_bars.bars(load_rows, earlier.loads_of(load_rows) if earlier else ()),
            year_strip.strip(year_strip.counts(entries)),
        ),
        provisions=legal_context.provisions(kb),
        definitions=legal_context.definitions(kb),
        principles=legal_context.principles(kb),
        counterparts=counterparts.counterparts_of(kb, day),
        shown=shown,
        indicators=series,
        brief=brief.brief(
            kb,
            answers,
            brief.AlreadyTold(
                year,
                brief.is_recorded(kb, year, day),
                found,
                duties,
                series,
                by_interface,
                load_rows,
                year_ends,
                before.total if before else None,
                to_decide,
            ),
            day,
        ),
    )


def _records(kb: KnowledgeBase, year: int, day: date) -> Records:
    """Return how many updates and events of the year were recorded, and how many corrected."""
    updates = changes.recorded(kb, year, day)
    events = changes.recorded_events(kb, year, day)
    return Records(updates.number, updates.corrected, events.number, events.corrected)
