"""A year, a party or an interface -> a frozen report, ready for the templates.

What a report says is put together here from the queries; how it says it is the templates'.
"""

from collections.abc import Collection
from datetime import date

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.facts import lifetime, region
from yhdyspinta_cli.language import day_text, speaking, spoken
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import calendar, changes, compared, filters, gaps, status
from yhdyspinta_cli.report import (
    brief,
    cards,
    charts,
    comparison,
    conflicts,
    counterparts,
    documents,
    indicators,
    legal_context,
    matrix,
    measures,
    obligations,
    parties,
    structures,
    transitions,
    year_strip,
)
from yhdyspinta_cli.report.answers import Answers
from yhdyspinta_cli.report.files import ALONE, Files
from yhdyspinta_cli.report.forum import Meeting, forum_paper
from yhdyspinta_cli.report.party_sheet import party_sheet
from yhdyspinta_cli.report.reports import (
    Changes,
    Frame,
    InterfaceSheet,
    Pictures,
    Records,
    Year,
)
from yhdyspinta_cli.report.sheets import Report
from yhdyspinta_cli.vocabulary import BODY_CHAPTERS, REPORT_CHAPTERS, TALKED_ABOUT, ReportChapter
from yhdyspinta_cli.wording import years
from yhdyspinta_cli.wording.names import name
from yhdyspinta_cli.wording.trails import validity_text


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
    only: Collection[ReportChapter] = (),
    compare: int | None = None,
    meeting: Meeting | None = None,
    files: Files = ALONE,
) -> Report:
    """Return the report of a year as of `day`, one party's or interface's sheet, or a body's paper.

    `over` tells that the day is past, and with it what was to be done by it. With `only` the year
    has these chapters, else all but the annexes. The end of the year `compare` stands beside the
    day, without one that of the year before, where the agreement held in it. `meeting` is whose
    paper is asked for, and for which day; `files` are those that are written beside it.

    Raises UserError (exit 1) where the agreement does not hold on any day of a year.
    """
    refuse_outside(kb, year, day)
    then = _compared(kb, year, day, compare)
    if party is not None:
        _refuse_stranger(kb, party, day)
    # Whoever asks, what stands in the report is in its own language.
    with speaking(spoken(language)):
        stamp = documents.Provenance(version, digest, revision or "", day)
        frame = _frame(kb, year, day, then, over, language, stamp, files)
        overview = status.overview(kb, region.measures(kb, day), day)
        answers = Answers(
            overview, measures.measure_rows(kb, overview), gaps.ledger(kb, day, over=over)
        )
        if party is not None:
            return party_sheet(kb, party, answers, frame)
        if meeting is not None:
            return forum_paper(kb, meeting.body, meeting.day, answers, frame)
        if interface is not None:
            return _interface_sheet(kb, interface, answers, frame)
        shown = tuple(one for one in REPORT_CHAPTERS if one in only) or BODY_CHAPTERS
        return _year(kb, answers, frame, shown)


def refuse_outside(kb: KnowledgeBase, year: int, day: date, known: date | None = None) -> None:
    """Raise UserError (exit 1) for a year in which the agreement never holds, as of `day`.

    The choice that it names is that of the day `known`, of `day` where none is given.
    """
    outside = years.outside(kb, year, day, known=known)
    if outside is not None:
        raise UserError(outside[0], exit_code=1, hint=outside[1])


def _compared(kb: KnowledgeBase, year: int, day: date, compare: int | None) -> date | None:
    """Return the day that a report compares with: the end of a year; None where there is none."""
    if compare is None:
        then = date(year - 1, 12, 31)
        return then if year - 1 in compared.held_in(kb, year, day) and then < day else None
    refused = years.incomparable(kb, compare, year, day)
    if refused is not None:
        raise UserError(refused[0], exit_code=1, hint=refused[1])
    return date(compare, 12, 31)


def _refuse_stranger(kb: KnowledgeBase, key: str, day: date) -> None:
    """Raise UserError (exit 1) for a party that is none on the day: it left, or is yet to join."""
    ending, beginning = lifetime.ending(kb, key, day), lifetime.beginning(kb, key, day)
    if ending is None and beginning is None:
        return
    asked = ending.day if ending else beginning.first if beginning else day
    raise UserError(
        _("{name} is not a party to the agreement on {day}: {why}").format(
            name=kb.name(key), day=day_text(day), why=validity_text(kb, ending, beginning, key)
        ),
        exit_code=1,
        hint=_("ask as of a day on which it is, --as-of {day}").format(day=asked),
    )


def _frame(
    kb: KnowledgeBase,
    year: int,
    day: date,
    compared: date | None,
    over: bool,
    language: str,
    stamp: documents.Provenance,
    files: Files,
) -> Frame:
    signed = kb.agreement
    return Frame(
        title=signed.short or signed.title,
        genitive=signed.forms.get("genitive", ""),
        agreement=signed.title,
        region=signed.region,
        publisher=signed.organisation.name,
        year=year,
        day=day,
        compared=compared,
        is_over=over,
        # The page's language is that of its own words, whatever was asked for.
        language=spoken(language),
        data_language=signed.language,
        own_states=measures.own_states(kb),
        validity=legal_context.validity(kb, year, day),
        abbreviations=legal_context.abbreviations(kb),
        restated=signed.restated,
        has_programme=kb.programme is not None,
        titles={
            measure.code: measure.title
            for measure in kb.measures
            if measure.start is None or measure.start <= day
        },
        stamp=stamp,
        files=files,
    )


def _year(
    kb: KnowledgeBase, answers: Answers, frame: Frame, shown: tuple[ReportChapter, ...]
) -> Year:
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
    entries = calendar.year(kb, year, day, over=frame.is_over)
    duties = obligations.obligation_rows(kb, year, day, over=frame.is_over)
    series = indicators.indicators(kb, answers.measures, day)
    found = _changes(kb, answers, frame)
    to_decide = legal_context.to_decide(kb)
    return Year(
        kind="year",
        frame=frame,
        total=measures.tally("all", "", overview.total),
        by_interface=by_interface,
        by_goal=by_goal,
        compared=before,
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
        dates=year_strip.dates(kb, entries),
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
            charts.loads(load_rows),
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
                brief.is_recorded(kb, year, day),
                (*found.first, *found.others),
                found.disputes,
                found.contradictions,
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


def _changes(
    kb: KnowledgeBase, answers: Answers, frame: Frame, codes: frozenset[str] | None = None
) -> Changes:
    """Return what became of things since the day compared with: of all, or the measures of `codes`.

    In the agreement's first year since before it.
    """
    since = frame.compared or date(frame.year - 1, 12, 31)
    found = [
        row
        for row in transitions.rows_between(kb, since, frame.day)
        if codes is None or row.code in codes
    ]
    became = tuple(
        row
        for row in transitions.became_rows(kb, since, frame.day)
        if codes is None or row.code in codes
    )
    unmoved = tuple(row for row in became if row.kind == "unchanged")
    return Changes(
        since=since,
        kinds=transitions.by_kind(became),
        unmoved=tuple(row for row in unmoved if row.parties),
        still=sum(row.before is not None and row.after is not None for row in unmoved),
        first=tuple(r for r in found if r.kind in TALKED_ABOUT and r.kind != "dispute"),
        others=tuple(r for r in found if r.kind not in TALKED_ABOUT and r.kind != "unchanged"),
        unchanged=sum(row.unchanged for row in found),
        after_the_end=sum(
            codes is None or measure.code in codes
            for measure, _update in changes.after_the_end(kb, frame.year, frame.day)
        ),
        updates=len(found),
        disputes=tuple(
            row
            for row in conflicts.dispute_rows(kb, answers.overview)
            if codes is None or row.code in codes
        ),
        contradictions=tuple(
            row
            for row in conflicts.contradiction_rows(kb, frame.year, frame.day)
            if codes is None or row.code in codes
        ),
        left_open=tuple(
            row
            for row in parties.left_open_rows(kb, answers.ledger)
            if codes is None or row.code in codes
        ),
    )


def _records(kb: KnowledgeBase, year: int, day: date) -> Records:
    """Return how many updates and events of the year were recorded, and how many corrected."""
    updates = changes.recorded(kb, year, day)
    events = changes.recorded_events(kb, year, day)
    return Records(updates.number, updates.corrected, events.number, events.corrected)


def _interface_sheet(kb: KnowledgeBase, key: str, answers: Answers, frame: Frame) -> InterfaceSheet:
    interface = kb.find(Interface, key)
    assert interface is not None
    chapter = measures.chapter(interface, answers.overview, answers.measures)
    # Also of a measure that is no more on the day: it changed in the year.
    own = frozenset(measure.code for measure in kb.measures if measure.interface == key)
    found = _changes(kb, answers, frame, own)
    before = comparison.compared_with(kb, frame.compared, answers.overview)
    return InterfaceSheet(
        kind="interface",
        frame=frame,
        chapter=chapter,
        cards=cards.chapters(kb, (chapter,), answers, found.contradictions, found.left_open),
        decides=name(kb, interface.decides),
        compared=before,
        nobody=tuple(row for row in answers.nobody if row.interface == key),
        structures=structures.structure_rows(kb, frame.day, key),
        needs=structures.need_rows(kb, frame.day, filters.Wanted(interface=key)),
        changes=found,
        bars=charts.stacked(
            [chapter.tally], [before.interface(key)] if before and not before.is_same else None
        ),
    )
