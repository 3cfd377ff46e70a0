"""What became of things since the day compared with: of all of them, or of some measures only."""

from datetime import date

from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import changes
from yhdyspinta_cli.report import conflicts, corrected, parties, transitions
from yhdyspinta_cli.report.answers import Answers
from yhdyspinta_cli.report.differences import Changes
from yhdyspinta_cli.report.reports import Frame


def changes_since(
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
    # In the agreement's first year everything is new, and that says nothing.
    turns = became if frame.compared is not None else ()
    unmoved = tuple(row for row in became if row.kind == "unchanged")
    return Changes(
        since=since,
        kinds=transitions.by_kind(became),
        unmoved=tuple(row for row in unmoved if row.parties),
        still=sum(row.before is not None and row.after is not None for row in unmoved),
        came=tuple(row for row in turns if row.before is None),
        gone=tuple(row for row in turns if row.after is None),
        first=tuple(row for row in found if row.is_talked_about),
        others=tuple(
            row
            for row in found
            if not row.is_talked_about and row.kind not in ("dispute", "unchanged")
        ),
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
        corrected=corrected.since(
            kb, answers, corrected.everything if codes is None else corrected.of_measures(codes)
        ),
    )
