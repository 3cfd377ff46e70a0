"""Rows of what was corrected after a report was published: what it said, and what is said now.

Beside them what was edited or deleted instead, and should have been corrected.
"""

from collections.abc import Callable, Collection
from datetime import date

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.queries.published import ChangedUntold, Corrected
from yhdyspinta_cli.report.answers import Answers
from yhdyspinta_cli.wording import days, own_words
from yhdyspinta_cli.wording.values import with_unit

Concerns = Callable[[KnowledgeBase, Correctable], bool]
"""True for a record, of the data that has it, that a sheet or a paper is about."""


@frozen
class CorrectedRow:
    """A record that was corrected: of which measure (its code and title, empty for none), of which
    indicator (`label`) and party, of which day; `says` is empty where it was taken back, and what
    it `said` where only its grounds were corrected."""

    code: str
    title: str
    label: str
    party: str
    on: Moment
    said: str
    says: str
    by: str


@frozen
class RewrittenRow:
    """A record that was edited or deleted, and not corrected, of what a corrected one is of.

    `said` and `says` are empty for what may have had to go, a text, and `says` for what was
    deleted; `reason` is what a commit tells for it, empty for none.
    """

    code: str
    title: str
    label: str
    party: str
    on: Moment
    said: str
    says: str
    is_deleted: bool
    reason: str


@frozen
class CorrectedSince:
    """What was corrected since the report of a year was published, and what edited or deleted.

    `by_moment`: the published revision is not at hand, and moments of recording tell what is since.
    """

    year: int
    published: date
    by_moment: bool
    rows: tuple[CorrectedRow, ...]
    rewritten: tuple[RewrittenRow, ...] = ()


def everything(_kb: KnowledgeBase, _record: Correctable) -> bool:
    """Concern all that was told."""
    return True


def of_measures(codes: Collection[str]) -> Concerns:
    """Return what is true for what was told of these measures."""

    def concerns(kb: KnowledgeBase, record: Correctable) -> bool:
        measure = kb.measure_of(record)
        return measure is not None and measure.code in codes

    return concerns


def since(kb: KnowledgeBase, answers: Answers, concerns: Concerns) -> tuple[CorrectedSince, ...]:
    """Return what was corrected, edited or deleted by publication, as far as it is concerned."""
    mended = [one for one in answers.corrected if concerns(kb, one.before)]
    edited = [one for one in answers.rewritten if concerns(one.then, one.before)]
    found = {one.publication.year: one.publication for one in mended}
    found |= {one.publication.year: one.publication for one in edited}
    return tuple(
        CorrectedSince(
            year,
            found[year].on,
            any(one.by_moment for one in mended if one.publication.year == year),
            tuple(_row(kb, one) for one in mended if one.publication.year == year),
            tuple(_rewritten(kb, one) for one in edited if one.publication.year == year),
        )
        for year in sorted(found)
    )


def _row(kb: KnowledgeBase, found: Corrected) -> CorrectedRow:
    record = found.before
    code, title, label, party = _of(kb, record)
    return CorrectedRow(
        code=code,
        title=title,
        label=label,
        party=party,
        on=record.on,
        said=_said(kb, record),
        says=_said(kb, found.after),
        by=kb.name(found.after.by) if found.after.by else "",
    )


def _rewritten(kb: KnowledgeBase, found: ChangedUntold) -> RewrittenRow:
    record = found.before
    code, title, label, party = _of(found.then, record)
    return RewrittenRow(
        code=code,
        title=title,
        label=label,
        party=party,
        on=record.on,
        said=_discreet(found.then, record),
        says=_discreet(kb, found.after) if found.after is not None else "",
        is_deleted=found.after is None,
        reason=found.reason,
    )


def _of(kb: KnowledgeBase, record: Correctable) -> tuple[str, str, str, str]:
    """Return of which measure (code and title), indicator and party a record is."""
    measure = kb.measure_of(record)
    indicator = kb.find(Indicator, record.indicator) if isinstance(record, Value) else None
    return (
        measure.code if measure is not None else "",
        measure.name_shown if measure is not None else "",
        indicator.name_shown if indicator is not None else "",
        kb.name(record.party) if record.party else "",
    )


def _discreet(kb: KnowledgeBase, record: Correctable) -> str:
    """Return what a record says, without a text of its own."""
    if isinstance(record, Event):
        return own_words.shown(record, "type")
    if isinstance(record, Value) and isinstance(record.value, str):
        return ""
    return _said(kb, record)


def _said(kb: KnowledgeBase, record: Correctable) -> str:
    """Return what a record says in a few words; empty where it takes another back."""
    if record.void:
        return ""
    if isinstance(record, Update):
        return own_words.shown(record, "state")
    if isinstance(record, Value):
        indicator = kb.find(Indicator, record.indicator)
        return with_unit(record.value, indicator.unit if indicator is not None else None)
    return f"{record.title} ({days.moment(record.on)})"
