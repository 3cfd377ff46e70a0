"""What became of the measures and the parties in the year of a report."""

from datetime import date, timedelta

from yhdyspinta_cli.facts import since
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.queries import changes
from yhdyspinta_cli.report import differences, measures
from yhdyspinta_cli.vocabulary import Situation

_DAY = timedelta(days=1)


def change_rows(kb: KnowledgeBase, year: int, day: date) -> tuple[differences.ChangeRow, ...]:
    """Return what became of the measures and the parties that were reported on in the year."""
    before = date(year, 1, 1) - _DAY
    return tuple(_change(kb, found, before) for found in changes.changes(kb, year, day))


def rows_between(
    kb: KnowledgeBase, before: date, day: date
) -> tuple[differences.ChangeRow, ...]:
    """Return what became of what was reported on after the day `before`, beside how it stood."""
    return tuple(_change(kb, found, before) for found in changes.between(kb, before, day))


def _change(kb: KnowledgeBase, found: changes.Change, before: date) -> differences.ChangeRow:
    update = found.update
    merged = kb.find(Measure, update.merged_into) if update else None
    return differences.ChangeRow(
        kind=found.kind,
        code=found.measure.code,
        title=found.measure.title,
        party=found.party.name if found.party else "",
        before=found.before,
        before_word=_word(kb, found, found.before, before),
        between=found.from_ if found.from_ != found.before else None,
        between_word=_word(kb, found, found.from_, found.on - _DAY),
        after=found.after,
        after_word=_word(kb, found, found.after, found.on),
        on=found.on,
        progress=update.progress if update else None,
        merged_into=merged.code if merged else "",
        reported=measures.reported(kb, update) if update else None,
        corrects=update is not None and update.corrects is not None,
        reports=tuple(measures.said(kb, word) for word in found.words),
        unchanged=found.unchanged,
        is_counted=found.is_counted,
    )


def _word(kb: KnowledgeBase, found: changes.Change, situation: Situation, day: date) -> str:
    """Return the own word for a situation of a change as of a day, empty where it had none."""
    party = found.party.id if found.party else None
    standing = since.standing(kb, found.measure, party, day)
    return (standing.word or "") if standing and standing.situation == situation else ""
