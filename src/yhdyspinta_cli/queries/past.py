"""What became of a record: how it was told, who named it, what was reported of it, day by day.

Steps are what differs between two states of the records, each with the commit by which it came.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from yhdyspinta_cli.facts import corrections, events, voices
from yhdyspinta_cli.model import fields, walk
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.catalogue import is_recorded
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.obligations import Event, Obligation
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import edits
from yhdyspinta_cli.queries.edits import Difference, Edit
from yhdyspinta_cli.queries.happenings import (
    UNCOMMITTED,
    Arrival,
    Happening,
    Illegible,
    Past,
    PastStep,
    RecordChange,
    Telling,
)


def of_record(
    kb: KnowledgeBase,
    record: Record,
    path: str,
    steps: Sequence[PastStep],
    arrivals: Mapping[str, Arrival],
) -> Past:
    """Return what became of a record (in the file `path`), the newest first.

    Steps come in the order in which they were made; `arrivals` are those of the reports, by id.
    Each happening has the day on which it counts: that a report speaks of, else that of its commit;
    None where it is not committed yet.
    """
    found: list[tuple[date | None, Happening]] = []
    sought = _Sought(record, path)
    for step in reversed(steps):
        for one in sought.in_step(step):
            found.append((step.arrival.day, one))
    keys = frozenset(sought.ids)
    reports = {report.id: report for report in _reports(kb, record, keys)}
    changes = [one.difference for _day, one in found if isinstance(one, RecordChange)]
    came_as = _came_as(steps)
    for was in (one.before for one in changes if one.after is None):
        if was is not None and is_recorded(was) and was.id not in kb.entries:
            reports.setdefault(was.id, was)
    for report in reports.values():
        came = arrivals.get(came_as.get(report.id, report.id), UNCOMMITTED)
        is_gone = report.id not in kb.entries
        corrected = corrections.of(kb, report.id)
        found.append((day_of(report), Telling(report, came, corrected, is_gone)))
    # What is of one day stays in its order; what has no commit yet is the newest of all.
    found.sort(key=lambda dated: dated[0] or date.max, reverse=True)
    gone = edits.gone(kb, (one for step in steps for one in step.differences))
    return Past(record, path, tuple(found), tuple(gone), arrivals, renamed=_renamed(steps))


def _renamed(steps: Sequence[PastStep]) -> Mapping[str, str]:
    """Return the ids of today by the ids that steps tell to have been before."""
    found: dict[str, str] = {}
    for step in reversed(steps):
        for one in step.differences:
            if one.is_renamed and one.before is not None:
                found[one.before.id] = found.get(one.record.id, one.record.id)
    return found


def _came_as(steps: Sequence[PastStep]) -> Mapping[str, str]:
    """Return the ids under which records came that have others now, by these.

    One that was given its first id back came as what it is called now.
    """
    found: dict[str, str] = {}
    for step in steps:
        for one in step.differences:
            if one.is_renamed and one.before is not None:
                found[one.record.id] = found.pop(one.before.id, one.before.id)
    return found


def names_unknown(kb: KnowledgeBase, found: Past) -> bool:
    """Return whether an edit that is told names a record of which nothing that is known tells."""
    known = kb.entries.keys() | {one.id for one in found.gone}
    return any(
        key not in known and fields.is_id(key)
        for _day, one in found.happenings
        if isinstance(one, RecordChange)
        for edit in one.edits
        for key in _named_by(edit)
    )


def _named_by(edit: Edit) -> Iterator[str]:
    """Yield what an edit, and the item of a list that it is of, name."""
    for noun, value in ((edit.was_in, edit.before), (edit.is_in, edit.after)):
        if not isinstance(noun, Record):
            yield from (key for _route, key, _kinds in walk.references(noun))
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Noun):
                yield from (key for _route, key, _kinds in walk.references(one))
            elif isinstance(one, str) and walk.is_reference(type(noun), edit.name):
                yield one


def within(found: Past, since: date | None, until: date | None) -> Past:
    """Return what came in on a day or later, and was so by another one; None is no border.

    What is not committed yet came in after all else.
    """

    def is_kept(day: date | None, one: Happening) -> bool:
        came = one.arrival.day
        if since is not None and came is not None and came < since:
            return False
        return until is None or (day is not None and day <= until)

    kept = tuple((day, one) for day, one in found.happenings if is_kept(day, one))
    return replace(found, happenings=kept)


def day_of(report: Record) -> date:
    """Return the last day that a report can speak of."""
    on = getattr(report, "on", None)
    if isinstance(on, Moment):
        return on.last
    return on if isinstance(on, date) else date.min


class _Sought:
    """What is looked for, from the last step back to the first: a record under its earlier ids."""

    def __init__(self, record: Record, path: str) -> None:
        self.is_actor = record.kind in fields.ACTOR_KINDS
        self.ids = [one.id for _route, one in walk.records(record)]
        self._paths = {path}
        self._now = record.id

    def in_step(self, step: PastStep) -> Iterator[Happening]:
        """Yield what a step tells of it; earlier steps know it under the id it had before."""
        now = self._now
        for one in step.differences:
            if is_recorded(one.record) and one.before is None:
                continue  # A report is told by what it says.
            own = _own_edits(one, now)
            if own is not None:
                if one.is_renamed and one.record.id == now and one.before is not None:
                    self._now = one.before.id
                    self.ids.append(one.before.id)
                self._paths |= {step.paths[key] for key in _keys(one) if key in step.paths}
                yield _changed(step, one, own)
            elif is_recorded(one.record):
                # With no more than another id it tells what it told.
                if (one.edits or one.after is None) and _name_any(one, self.ids):
                    yield _changed(step, one, one.edits, is_own=False)
            elif self.is_actor:
                named = naming(one, now)
                if named is not None:
                    yield _changed(step, one, named, is_own=False)
        for unread in step.unread:
            if unread.path in self._paths:
                yield Illegible(step.arrival, unread)


def _changed(
    step: PastStep, one: Difference, told: tuple[Edit, ...], *, is_own: bool = True
) -> RecordChange:
    return RecordChange(arrival(step, one), one, told, is_own, reason(step, one))


def reason(step: PastStep, difference: Difference) -> str:
    """Return why a step rewrites what was recorded, empty where it tells no reason."""
    told = (step.reasons[key] for key in sorted(_keys(difference)) if key in step.reasons)
    return next(told, "")


def _keys(difference: Difference) -> set[str]:
    return {one.id for one in (difference.before, difference.after) if one is not None}


def arrival(step: PastStep, difference: Difference) -> Arrival:
    """Return how a difference came: where it was merged, with the commits that made it."""
    paths = {step.paths[key] for key in _keys(difference) if key in step.paths}
    branch = tuple(one for one in step.brought if one.paths & paths)
    return replace(step.arrival, branch=branch)


def _own_edits(difference: Difference, key: str) -> tuple[Edit, ...] | None:
    """Return the edits of the record with this id, None where the difference is of another.

    It may stand inside the one that differs: then its own edits are those of it alone.
    """
    if key in _keys(difference):
        return difference.edits
    if difference.before is None or difference.after is None:
        held = any(one.id == key for _route, one in walk.records(difference.record))
        return () if held else None
    own = tuple(one for one in difference.edits if one.record == key or key in one.steps)
    is_inside = any(one.id == key for _route, one in walk.records(difference.record))
    return own if own and is_inside else None


def naming(difference: Difference, key: str) -> tuple[Edit, ...] | None:
    """Return the edits by which a record names an actor otherwise than before.

    Empty for a record that is new or dropped and names it; None where nothing has changed in that.
    """
    if difference.before is None or difference.after is None:
        return () if _names(difference.record, (key,)) else None
    found = tuple(
        one
        for one in difference.edits
        if key in one.steps[:-1]
        or _holds(one.was_in, one.name, one.before, key)
        or _holds(one.is_in, one.name, one.after, key)
    )
    return found or None


def _holds(noun: Noun, name: str, value: object, key: str) -> bool:
    """True where what a field holds names an actor."""
    if isinstance(value, str):
        return value == key and walk.is_reference(type(noun), name)
    if isinstance(value, Noun):
        return any(ref == key for _route, ref, _kinds in walk.references(value))
    return isinstance(value, tuple) and any(_holds(noun, name, one, key) for one in value)


def _names(record: Record, keys: Collection[str]) -> bool:
    """True where a record, or one inside it, names one of these."""
    return any(
        ref in keys
        for _route, one in walk.records(record)
        for _where, ref, _kinds in walk.references(one)
    )


def _name_any(difference: Difference, keys: Collection[str]) -> bool:
    """True where a record names one of these, or has named it."""
    return any(
        _names(one, keys) for one in (difference.before, difference.after) if one is not None
    )


def _reports(kb: KnowledgeBase, record: Record, keys: frozenset[str]) -> Iterator[Record]:
    """Yield the reports that name a record, and those that speak of it without its id.

    Of a party what its parts tell; of an obligation the events that fulfil it.
    """
    for entry in kb.entries.values():
        report = entry.record
        if not is_recorded(report):
            continue
        if (
            report.id in keys
            or _names(report, keys)
            or (isinstance(record, Party) and _speaks(kb, report, record))
            or (isinstance(record, Obligation) and _fulfils(kb, report, record))
        ):
            yield report


def _speaks(kb: KnowledgeBase, report: Record, party: Party) -> bool:
    by = getattr(report, "by", None)
    return isinstance(by, str) and voices.party_of(kb, by) == party.id


def _fulfils(kb: KnowledgeBase, report: Record, obligation: Obligation) -> bool:
    return isinstance(report, Event) and any(
        one.id == obligation.id for one in events.fulfilled_by(kb, report)
    )
