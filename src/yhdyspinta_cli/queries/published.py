"""What was published of each year, and what of it was corrected, edited or deleted since.

Whether a record was there when a report was published tells its revision, where git has it; else
the moments at which both were recorded. What was edited or deleted the revision alone tells.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from yhdyspinta_cli.facts import corrections
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.correctable import Correctable
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.publications import Publication
from yhdyspinta_cli.queries.edits import Difference
from yhdyspinta_cli.queries.rewriting import Alteration


@frozen
class Then:
    """What the data had at a commit: the ids of its records.

    `change` is what has become of it since, None where no report was edited or deleted; `reasons`
    are those that commits tell for it, by the ids of the reports.
    """

    ids: frozenset[str]
    change: Alteration | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)


Known = Mapping[str, Then]
"""What the data had when reports were published, by their commits."""


@frozen
class Corrected:
    """What a published report told, and what corrects it now.

    `by_moment`: that it was recorded since is told by moments, not by the published revision.
    """

    publication: Publication
    before: Correctable
    after: Correctable
    by_moment: bool


@frozen
class ChangedUntold:
    """What a published report told, and was edited or deleted since, and not corrected.

    `then` is the data that the report was made of; `reason` is empty where no commit tells one.
    """

    publication: Publication
    then: KnowledgeBase
    before: Correctable
    after: Correctable | None
    reason: str


def latest(kb: KnowledgeBase) -> dict[int, Publication]:
    """Return the whole report of each year that was published last, by the year."""
    found = sorted(
        (one for one in kb.of(Publication) if one.is_of_year),
        key=lambda one: (one.on, str(one.recorded or ""), one.id),
    )
    return {one.year: one for one in found}


def corrected(kb: KnowledgeBase, known: Known, day: date) -> tuple[Corrected, ...]:
    """Return what was corrected after the report of its year was published, year by year.

    It counts where it counts on `day`. Of a correction that was corrected in turn the last one
    stands for all.
    """
    published = latest(kb)
    if not published:
        return ()
    found = []
    for record in kb.correctable:
        publication = published.get(record.on.first.year)
        after = _stands(kb, record, day)
        if publication is None or after is record:
            continue
        first = _first(kb, record, day)
        if _is_since(known, publication, record) or not _is_since(known, publication, first):
            continue
        found.append(
            Corrected(publication, record, after, by_moment=publication.revision not in known)
        )
    return tuple(sorted(found, key=lambda one: one.publication.year))


def rewritten(kb: KnowledgeBase, known: Known) -> tuple[ChangedUntold, ...]:
    """Return what was edited or deleted after the report of its year was published, year by year.

    Not what that report did not tell, as it had been corrected by then.
    """
    found = []
    for year, publication in sorted(latest(kb).items()):
        then = known.get(publication.revision)
        if then is None or then.change is None:
            continue
        earlier = then.change.before
        for one in then.change.rewritten:
            before, after = one.before, one.after
            if not isinstance(before, Correctable) or before.on.first.year != year:
                continue
            if _first(earlier, before, publication.as_of) is before:
                assert after is None or isinstance(after, Correctable)
                reason = _reason(then, one)
                found.append(ChangedUntold(publication, earlier, before, after, reason))
    return tuple(found)


def _reason(then: Then, difference: Difference) -> str:
    keys = (one.id for one in (difference.after, difference.before) if one is not None)
    return next((then.reasons[key] for key in keys if key in then.reasons), "")


def _first(kb: KnowledgeBase, record: Correctable, day: date) -> Correctable:
    """Return what corrects a record itself, and is not corrected after it by another; else it."""
    for key in reversed(corrections.of(kb, record.id)):
        found = kb.entries[key].record
        if isinstance(found, Correctable) and found.on.last <= day:
            return found
    return record


def _stands(kb: KnowledgeBase, record: Correctable, day: date) -> Correctable:
    """Return the record that stands in the place of one on the day: itself, or its correction."""
    seen: set[str] = set()
    while record.id not in seen:
        seen.add(record.id)
        record = _first(kb, record, day)
    return record


def _is_since(known: Known, publication: Publication, record: Correctable) -> bool:
    """True where a record came after a publication."""
    then = known.get(publication.revision)
    if then is not None:
        return record.id not in then.ids
    if record.recorded is not None and publication.recorded is not None:
        return record.recorded > publication.recorded
    return record.on.last > publication.on
