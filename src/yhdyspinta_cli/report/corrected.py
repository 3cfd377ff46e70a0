"""Rows of what was corrected after a report was published: what it said, and what is said now."""

from collections.abc import Collection, Iterable
from datetime import date
from itertools import groupby

from yhdyspinta_cli.facts.conflicts import Reported
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.queries.published import Corrected
from yhdyspinta_cli.wording import days, own_words
from yhdyspinta_cli.wording.values import with_unit


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
class CorrectedSince:
    """What was corrected since the report of a year was published.

    `by_moment`: the published revision is not at hand, and moments of recording tell what is since.
    """

    year: int
    published: date
    by_moment: bool
    rows: tuple[CorrectedRow, ...]


def since(
    kb: KnowledgeBase, found: Iterable[Corrected], codes: Collection[str] | None
) -> tuple[CorrectedSince, ...]:
    """Return the rows by publication, of all or of the measures of `codes`."""
    grouped = groupby(found, key=lambda one: one.publication)
    rows = tuple(
        CorrectedSince(
            publication.year,
            publication.on,
            any(one.by_moment for one in those),
            tuple(
                row
                for row in (_row(kb, one) for one in those)
                if codes is None or row.code in codes
            ),
        )
        for publication, those in ((key, list(group)) for key, group in grouped)
    )
    return tuple(one for one in rows if one.rows)


def _row(kb: KnowledgeBase, found: Corrected) -> CorrectedRow:
    record = found.before
    measure = kb.measure_of(record)
    indicator = kb.find(Indicator, record.indicator) if isinstance(record, Value) else None
    return CorrectedRow(
        code=measure.code if measure is not None else "",
        title=measure.name_shown if measure is not None else "",
        label=indicator.name_shown if indicator is not None else "",
        party=kb.name(record.party) if record.party else "",
        on=record.on,
        said=_said(kb, record),
        says=_said(kb, found.after),
        by=kb.name(found.after.by) if found.after.by else "",
    )


def _said(kb: KnowledgeBase, record: Reported) -> str:
    """Return what a record says in a few words; empty where it takes another back."""
    if record.void:
        return ""
    if isinstance(record, Update):
        return own_words.shown(record, "state")
    if isinstance(record, Value):
        indicator = kb.find(Indicator, record.indicator)
        return with_unit(record.value, indicator.unit if indicator is not None else None)
    return f"{record.title} ({days.moment(record.on)})"
