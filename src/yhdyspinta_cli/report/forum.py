"""The paper of a body's meeting: made from the body's own tasks and what it looks at."""

from datetime import date, timedelta

from yhdyspinta_cli.facts import agreement, lifetime, region, tallies
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Event, Need
from yhdyspinta_cli.queries import filters, meetings, status
from yhdyspinta_cli.report import (
    agenda,
    conflicts,
    corrected,
    decisions,
    measures,
    meeting_asks,
    meeting_duties,
    meeting_scope,
    obligations,
    rows,
    structures,
    transitions,
    turns_to_take,
)
from yhdyspinta_cli.report.answers import Answers
from yhdyspinta_cli.report.reports import Frame
from yhdyspinta_cli.report.sheets import ForumPaper
from yhdyspinta_cli.vocabulary import GapKind
from yhdyspinta_cli.wording.trails import agreement_text, validity_text


@frozen
class Meeting:
    """A meeting for which a paper is made: of which body (its id), on which day."""

    body: str
    day: date


def forum_paper(
    kb: KnowledgeBase, key: str, meeting: date, answers: Answers, frame: Frame
) -> ForumPaper:
    """Return the paper of a body (its id) for its meeting on the day `meeting`.

    What is told is that of the frame's day, the meeting's or an earlier one.
    """
    body = kb.find(Body, key)
    assert body is not None
    day = frame.day
    tasks = agenda.tasks(body.tasks, kb.as_written(body).tasks, frame.data_language)
    scope = meeting_scope.Scope(kb, body, agenda.subjects(tasks), day)
    last = meetings.last(kb, body, meeting)
    before = last.on.last if last is not None else agreement.first_day(kb) - timedelta(days=1)
    decided = decisions.decision_rows(kb, key, meeting, known=day)
    seen = tuple(row for row in answers.measures if scope.has(row.key))
    changed = [
        row
        for row in transitions.rows_between(kb, before, day)
        if row.kind != "unchanged" and scope.has_code(row.code)
    ]
    then = tuple(measure for measure in region.measures(kb, before) if scope.has(measure.id))
    disputes = tuple(
        row for row in conflicts.dispute_rows(kb, answers.overview) if scope.has_code(row.code)
    )
    needs = tuple(
        row
        for row in structures.need_rows(kb, day, filters.Wanted())
        if _is_for(kb, scope, row.key)
    )
    undecided = tuple(meeting_asks.undecided(kb, answers, scope))
    follows = bool({"follow", "duties"} & scope.subjects)
    duties = meeting_duties.over_time(
        kb,
        key,
        before,
        day,
        frame.year,
        over=frame.is_over,
        looks_at=lambda duty: follows and scope.holds(kb, duty),
    )
    ledger = meeting_asks.ledger(kb, answers, scope, undecided)
    return ForumPaper(
        kind="forum",
        frame=frame,
        body=structures.structure(kb, body, day),
        meeting=meeting,
        notes=_notes(kb, body, meeting),
        is_whole=scope.is_whole,
        tasks=tasks,
        subjects=scope.subjects,
        last=obligations.event_row(kb, last) if last is not None else None,
        decisions=tuple(row for row in decided if row.of_last),
        earlier=tuple(row for row in decided if not row.of_last and row.is_open),
        total=measures.tally("all", "", _counted(kb, scope, answers)),
        before=measures.tally("before", "", status.overview(kb, then, before).total),
        changes=tuple(row for row in changed if row.is_talked_about),
        others=tuple(row for row in changed if not row.is_talked_about and row.kind != "dispute"),
        late=tuple(row for row in seen if row.is_late),
        silent=_unheard(answers, seen, "silent"),
        untold=meeting_asks.untold(kb, _unheard(answers, seen, "no-information")),
        undecided=undecided,
        duties=duties,
        disputes=disputes,
        needs=needs,
        unconvened=meeting_asks.unconvened(kb, ledger) if "decide" in scope.subjects else (),
        asked=meeting_asks.asked(kb, answers, scope, seen, ledger, undecided, disputes, duties),
        turns=turns_to_take.turns_to_take(kb, day, body=key),
        corrected=corrected.since(kb, answers, _seen_by(scope)),
    )


def _seen_by(scope: meeting_scope.Scope) -> corrected.Concerns:
    """Return what is true for what was told of all that a body looks at, and of itself."""

    def concerns(kb: KnowledgeBase, record: Correctable) -> bool:
        measure = kb.measure_of(record)
        if measure is not None:
            return scope.has_code(measure.code)
        return scope.is_whole or (isinstance(record, Event) and record.body == scope.body.id)

    return concerns


def _notes(kb: KnowledgeBase, body: Body, meeting: date) -> tuple[str, ...]:
    """Return why the meeting is out of the ordinary: the agreement or the body is not there."""
    ending, beginning = (
        lifetime.ending(kb, body.id, meeting),
        lifetime.beginning(kb, body.id, meeting),
    )
    is_there = validity_text(kb, ending, beginning, body.id)
    told = (agreement_text(kb, meeting), f"{body.name}: {is_there}." if is_there else "")
    return tuple(note for note in told if note)


def _counted(kb: KnowledgeBase, scope: meeting_scope.Scope, answers: Answers) -> tallies.Counts:
    there = [one.measure for one in answers.overview.standings if scope.has(one.measure.id)]
    return status.overview(kb, there, answers.overview.day).total


def _unheard(
    answers: Answers, seen: tuple[rows.MeasureRow, ...], kind: GapKind
) -> tuple[agenda.Unheard, ...]:
    """Return the measures that are silent, or of which nothing was ever told, the longest first."""
    ages = {gap.record.id: gap.age for gap in answers.ledger.gaps if gap.kind == kind}
    found = [
        agenda.Unheard(row, ages[row.key].since, ages[row.key].days)
        for row in seen
        if row.key in ages
    ]
    return tuple(sorted(found, key=lambda one: one.since))


def _is_for(kb: KnowledgeBase, scope: meeting_scope.Scope, key: str) -> bool:
    """True for a need that the body decides on, or that it looks at and nobody else decides."""
    need = kb.find(Need, key)
    if need is None:
        return False
    if need.decides is not None:
        return need.decides == scope.body.id
    return "decide" in scope.subjects and scope.holds(kb, need)
