"""Who stated each field of a record last, when, and on what ground."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from yhdyspinta_cli.facts import measured, naming, standings
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.catalogue import is_recorded
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.record import Outside, Record, Remark
from yhdyspinta_cli.model.status import Value
from yhdyspinta_cli.queries import edits
from yhdyspinta_cli.queries.happenings import UNCOMMITTED, Arrival, Past, RecordChange

_ORDER = "\0"
"""Stands where the steps of an edit lead on to no item."""

_APART = ("id", "source", "remarks", "outside", "extra")


@frozen
class Stated:
    """A field of a record, or one item of a list in it: what it holds and who stated it last.

    `steps` lead to it, as those of an edit; `noun` has the field `name`. `arrival` is the commit by
    which it came to be as it is. Where it `is_of_source`, it is as it came with the record, from
    the record's source. `remark` is the one about it; `outside` the fact that it is. What a
    `report` tells is of that; `is_one_of_several` where others speak of the same.
    """

    steps: tuple[str, ...]
    noun: Noun
    name: str
    value: object
    arrival: Arrival
    is_of_source: bool = False
    remark: Remark | None = None
    outside: Outside | None = None
    report: Record | None = None
    is_one_of_several: bool = False


@frozen
class Grounds:
    """The whole answer: the fields of a record, then what was reported of it that holds."""

    record: Record
    day: date
    fields: tuple[Stated, ...]
    gone: tuple[Record, ...] = ()


def of_fields(kb: KnowledgeBase, past: Past, day: date) -> Grounds:
    """Return who stated each field of a record last, and the reports on it that hold on a day."""
    changes = [*_changes(past)]
    record = past.record
    found = [*_fields(kb, record, (), changes)]
    for fact in record.outside:
        steps = ("outside", edits.sign(fact))
        arrival = _arrival(steps, changes)[0]
        found.append(Stated(steps, record, "outside", fact, arrival, outside=fact))
    arrivals = past.arrivals
    reported = [*_reported(kb, record, day)]
    times = Counter(_about(name, report) for name, _value, _noun, report in reported)
    for name, value, noun, report in reported:
        arrival = arrivals.get(report.id, UNCOMMITTED)
        several = times[_about(name, report)] > 1
        found.append(
            Stated(
                (name, report.id),
                noun,
                name,
                value,
                arrival,
                report=report,
                is_one_of_several=several,
            )
        )
    return Grounds(record, day, tuple(found), past.gone)


def _changes(past: Past) -> Iterator[tuple[Arrival, tuple[str, ...]]]:
    """Yield what of the record each commit changed, the newest first; ``()``: it came with it."""
    key = past.record.id
    renamed = {**past.renamed}
    for _day, one in past.happenings:
        if not isinstance(one, RecordChange) or not one.is_own:
            continue
        if one.difference.before is None:
            yield one.arrival, ()
        for edit in one.edits:
            if edit.name == "id":
                renamed[str(edit.before)] = renamed.get(str(edit.after), str(edit.after))
            # What was changed earlier is known by the ids of now.
            steps = tuple(renamed.get(step, step) for step in edit.steps)
            # Of a record inside another one the steps begin behind its id.
            steps = steps[steps.index(key) + 1 :] if key in steps else steps
            # Another order changes a list as a whole, and none of its items.
            yield one.arrival, (*steps, _ORDER) if edit.kind == "moved" else steps
    # A report came as a report, not as a change.
    if is_recorded(past.record):
        yield past.arrivals.get(key, UNCOMMITTED), ()


def _fields(
    kb: KnowledgeBase,
    noun: Noun,
    above: tuple[str, ...],
    changes: Sequence[tuple[Arrival, tuple[str, ...]]],
) -> Iterator[Stated]:
    for name in fields_of(type(noun)):
        value = getattr(noun, name)
        if name in _APART or value in (None, (), {}) or value is False:
            continue
        parts: list[tuple[tuple[str, ...], object]] = [((*above, name), value)]
        if isinstance(value, tuple) and all(isinstance(item, Noun) for item in value):
            parts = [((*above, name, edits.sign(item)), item) for item in value]
        for steps, part in parts:
            # The fields of a record in a list have rows of their own.
            most = len(steps) if isinstance(part, Record) else None
            arrival, is_as_it_came = _arrival(steps, changes, most)
            is_of_source = is_as_it_came and isinstance(noun, Record) and bool(kb.source_of(noun))
            # Of a list it stands beside the first item.
            remark = _remark(noun, name) if steps == parts[0][0] else None
            yield Stated(steps, noun, name, part, arrival, is_of_source, remark)
            if isinstance(part, Record):
                yield from _fields(kb, part, steps, changes)
    if isinstance(noun, Record):
        for name, value in noun.extra.items():
            steps = (*above, "extra", name)
            arrival, _is_as_it_came = _arrival(steps, changes)
            yield Stated(steps, noun, "extra", value, arrival)


def _arrival(
    steps: tuple[str, ...],
    changes: Sequence[tuple[Arrival, tuple[str, ...]]],
    most: int | None = None,
) -> tuple[Arrival, bool]:
    """Return the last commit that changed what these steps lead to; whether it came with it.

    A change of more than `most` steps is of something inside it, and does not count.
    """
    for arrival, changed in changes:
        if most is not None and len(changed) > most:
            continue
        # A change inside it, or of what it stands in.
        length = min(len(steps), len(changed))
        if changed[:length] == steps[:length]:
            return arrival, len(changed) < len(steps)
    return UNCOMMITTED, True


def _about(name: str, report: Record) -> tuple[object, ...]:
    """Return what a report speaks of: several may speak of one thing."""
    keys = ("indicator", "party") if isinstance(report, Value) else ("party",)
    return (name, *(getattr(report, key, None) for key in keys))


def _remark(noun: Noun, name: str) -> Remark | None:
    """Return the last remark about a field, None where there is none."""
    found = noun.remarks if isinstance(noun, Record) else ()
    return next((one for one in reversed(found) if one.about == name), None)


def _reported(
    kb: KnowledgeBase, record: Record, day: date
) -> Iterator[tuple[str, object, Noun, Record]]:
    """Yield what reports tell of a record that holds on a day: name, value, report."""
    if isinstance(record, Measure):
        for event in naming.appointments(kb, record, day):
            yield "appoints", event.appoints, event, event
        standing = standings.of_one(kb, record, day)
        for update in standing.words:
            yield "state", update.state, update, update
        for party in (*standing.parties, *standing.partners, *standing.others):
            for update in () if party.of_whole else party.latest:
                yield "state", update.state, update, update
    measures = measured.indicators(kb, record) if isinstance(record, Measure) else ()
    indicators = (record,) if isinstance(record, Indicator) else measures
    for indicator in indicators:
        for value in measured.holding_of(kb, indicator.id, day):
            yield "value", value.value, value, value
