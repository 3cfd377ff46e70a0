"""The paper of a body's meeting: made from the body's own tasks and what it looks at."""

from collections.abc import Iterator
from datetime import date, timedelta

from yhdyspinta_cli.facts import agreement, behind, belongs, region, tallies
from yhdyspinta_cli.facts import measures as owned
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Need, Obligation
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import filters, gaps, meetings, status
from yhdyspinta_cli.report import (
    agenda,
    brief_asks,
    conflicts,
    decisions,
    differences,
    legal_context,
    measures,
    obligations,
    rows,
    structures,
    to_do,
    transitions,
    turns_to_take,
)
from yhdyspinta_cli.report.answers import Answers
from yhdyspinta_cli.report.reports import Frame
from yhdyspinta_cli.report.sheets import ForumPaper
from yhdyspinta_cli.vocabulary import GapKind, Subject


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
    tasks = agenda.tasks(body.tasks, frame.data_language)
    scope = _Scope(kb, body, agenda.subjects(tasks, frame.data_language), day)
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
    return ForumPaper(
        kind="forum",
        frame=frame,
        body=structures.structure(kb, body, day),
        meeting=meeting,
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
        untold=_unheard(answers, seen, "no-information"),
        undecided=tuple(_undecided(kb, answers, scope)),
        duties=_duties(kb, scope, before, frame),
        disputes=disputes,
        needs=needs,
        asked=_asked(kb, answers, scope, seen, disputes, day),
        turns=turns_to_take.turns_to_take(kb, day, body=key),
    )


class _Scope:
    """What a body looks at: the measures of its interface and those it decides on.

    All of them where it has no interface, or one that has no letter of its own, the leadership of
    the whole, where it decides on several or for another body, and where it is the forum of all
    parties. `subjects` are what its tasks speak of.
    """

    def __init__(
        self, kb: KnowledgeBase, body: Body, subjects: frozenset[Subject], day: date
    ) -> None:
        self.body, self.subjects = body, subjects
        own = kb.find(Interface, body.interface)
        decided = {one.id for one in kb.interfaces if one.decides == body.id}
        is_above = len(decided) > 1 or any(one.decides == body.id for one in kb.bodies)
        of_all = body.type == "forum" and _seats_all(kb, body, day)
        self.is_whole = own is None or not own.letter or is_above or of_all
        self.interfaces = decided | ({own.id} if own else set())
        seen = [m for m in kb.measures if self.is_whole or m.interface in self.interfaces]
        self._keys = {measure.id for measure in seen}
        self._codes = {measure.code for measure in seen}

    def has(self, key: str) -> bool:
        """True for a measure (its id) that the body looks at."""
        return key in self._keys

    def has_code(self, code: str) -> bool:
        """True for a measure (its code) that the body looks at."""
        return code in self._codes

    def holds(self, kb: KnowledgeBase, record: Record) -> bool:
        """True for any other record of an interface that the body looks at."""
        return self.is_whole or bool(belongs.interfaces(kb, record) & self.interfaces)


def _seats_all(kb: KnowledgeBase, body: Body, day: date) -> bool:
    """True where every party of the day sits in a body, by itself or by one that means it."""
    seated = {
        party.id
        for seat in body.members
        if seat.actor is not None and seat.holds(day)
        for party in behind.parties(kb, seat.actor, day)
    }
    return {party.id for party in region.parties(kb, day)} <= seated


def _counted(kb: KnowledgeBase, scope: _Scope, answers: Answers) -> tallies.Counts:
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


def _undecided(kb: KnowledgeBase, answers: Answers, scope: _Scope) -> Iterator[agenda.Undecided]:
    """Yield the measures without an owner: those that the body decides on, and where its tasks ask
    for decisions all that it looks at."""
    by_key = {row.key: row for row in answers.measures}
    found: list[gaps.Gap] = [
        gap
        for gap in answers.ledger.gaps
        if gap.kind in ("nobody-known", "nobody-forgotten") and gap.record.id in by_key
    ]
    for gap in sorted(found, key=lambda gap: gap.age.since):
        is_own = gap.decides == scope.body.id
        if is_own or ("decide" in scope.subjects and scope.has(gap.record.id)):
            yield agenda.Undecided(
                by_key[gap.record.id],
                gap.age.since,
                gap.age.days,
                kb.name(gap.decides) if gap.decides else "",
                is_own,
            )


def _is_for(kb: KnowledgeBase, scope: _Scope, key: str) -> bool:
    """True for a need that the body decides on, or that it looks at and nobody else decides."""
    need = kb.find(Need, key)
    if need is None:
        return False
    if need.decides is not None:
        return need.decides == scope.body.id
    return "decide" in scope.subjects and scope.holds(kb, need)


def _duties(
    kb: KnowledgeBase, scope: _Scope, before: date, frame: Frame
) -> tuple[to_do.DutyToDo, ...]:
    """Return the duties of the time since the last meeting and the open ones, the earliest first.

    The body's own; those of all that it looks at where its tasks ask to follow them or to see to
    duties. Of those only what is due since the day `before`.
    """
    years = range(before.year, frame.year + 1)
    found: dict[tuple[str, date | None], obligations.ObligationRow] = {}
    for year in years:
        for row in obligations.obligation_rows(kb, year, frame.day, over=frame.is_over):
            is_past = row.due is not None and row.due <= before
            if row.due is not None and not is_past and _looks_at(kb, scope, row):
                found[row.key, row.due] = row
    lines = [to_do.DutyToDo(row, None, to_do.group_of(row)) for row in found.values()]
    return tuple(sorted(lines, key=lambda one: one.row.due or date.max))


def _looks_at(kb: KnowledgeBase, scope: _Scope, row: obligations.ObligationRow) -> bool:
    duty = kb.find(Obligation, row.key)
    if duty is None:
        return False
    meant = {duty.body, duty.fulfilled_by.body if duty.fulfilled_by else None}
    if scope.body.id in {*meant, *(doer.actor for doer in duty.doers)}:
        return True
    return bool({"follow", "duties"} & scope.subjects) and scope.holds(kb, duty)


def _asked(
    kb: KnowledgeBase,
    answers: Answers,
    scope: _Scope,
    seen: tuple[rows.MeasureRow, ...],
    disputes: tuple[differences.DisputeRow, ...],
    day: date,
) -> tuple[brief_asks.Ask, ...]:
    """Return what the meeting has to decide: what the data leaves to the body, and where its tasks
    ask for decisions what is late, paused, disputed or coming to its end."""
    mine = (None, scope.body.id)
    inside = tuple(
        gap
        for gap in answers.ledger.gaps
        if gap.decides in mine
        and (
            scope.has(gap.record.id)
            if isinstance(gap.record, Measure)
            else scope.holds(kb, gap.record)
        )
    )
    own = {m.id for m in kb.measures if owned.decides(kb, m) in mine}
    rows_asked = tuple(row for row in seen if row.key in own)
    ledger = gaps.Ledger(day, answers.ledger.months, inside)
    decides = "decide" in scope.subjects
    found = brief_asks.asks(
        kb,
        Answers(answers.overview, rows_asked, ledger),
        day,
        disputes=disputes if decides else (),
        to_decide=legal_context.to_decide(kb) if scope.is_whole and decides else (),
    )
    if decides:
        return tuple(ask for ask in found if ask.kind != "agreement" or scope.is_whole)
    return tuple(ask for ask in found if ask.kind == "nobody")
