"""What became of the measures and the parties since the day that a report compares with."""

from datetime import date, timedelta
from itertools import groupby

from yhdyspinta_cli.facts import since
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.queries import changes, compared
from yhdyspinta_cli.report import differences, measures
from yhdyspinta_cli.vocabulary import ChangeKind, Situation

_DAY = timedelta(days=1)


def became_rows(kb: KnowledgeBase, then: date, day: date) -> tuple[differences.BecameRow, ...]:
    """Return what became of each measure between two days, the kinds in their order."""
    return tuple(
        differences.BecameRow(
            one.kind,
            one.measure.code,
            one.measure.name_shown,
            _change(kb, one.change, then) if one.change else None,
            one.before,
            one.after,
            tuple(
                _parties(kind, tuple(found))
                for kind, found in groupby(one.parties, key=lambda change: change.kind)
                if kind != "unchanged"
            ),
        )
        for one in compared.between(kb, then, day)
    )


def _parties(kind: ChangeKind, found: tuple[changes.Change, ...]) -> differences.PartiesBecame:
    return differences.PartiesBecame(
        kind,
        tuple(one.party.name_shown for one in found if one.party),
        tuple(one.party.name_shown for one in found if one.party and not one.is_counted),
    )


def rows_between(kb: KnowledgeBase, then: date, day: date) -> tuple[differences.ChangeRow, ...]:
    """Return what became of the measures and the parties that were reported on since `then`."""
    return tuple(_change(kb, found, then) for found in changes.between(kb, then, day))


def by_kind(found: tuple[differences.BecameRow, ...]) -> tuple[differences.KindRows, ...]:
    """Return the measures that changed by kind, in the order in which they come."""
    moved = (one for one in found if one.kind != "unchanged")
    return tuple(
        differences.KindRows(kind, tuple(rows))
        for kind, rows in groupby(moved, key=lambda one: one.kind)
    )


def _change(kb: KnowledgeBase, found: changes.Change, then: date) -> differences.ChangeRow:
    update = found.update
    merged = kb.find(Measure, update.merged_into) if update else None
    return differences.ChangeRow(
        kind=found.kind,
        also=found.also,
        code=found.measure.code,
        title=found.measure.name_shown,
        party=found.party.name_shown if found.party else "",
        before=found.before,
        before_word=_word(kb, found, found.before, then),
        between=found.from_ if found.from_ != found.before else None,
        between_word=_word(kb, found, found.from_, found.on - _DAY),
        after=found.after,
        after_word=_word(kb, found, found.after, found.on),
        on=found.on,
        steps=tuple(
            differences.StepRow(one.on, one.situation, _word(kb, found, one.situation, one.on))
            for one in found.steps
        ),
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
