"""Rules on what was reported: updates, indicator values and events."""

from collections.abc import Iterator

from yhdyspinta_cli.checks.circles import circles, way
from yhdyspinta_cli.checks.rule import Case, Hit
from yhdyspinta_cli.diagnostic import quoted
from yhdyspinta_cli.language import day as day_words
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.duties import Event
from yhdyspinta_cli.model.status import Update, Value

Reported = Update | Value | Event


def _reported(case: Case) -> tuple[Reported, ...]:
    return (*case.kb.updates, *case.kb.values, *case.kb.events)


def update_too_early(case: Case) -> Iterator[Hit]:
    """An update speaks of a day before the programme, and so its measures, began."""
    programme = case.kb.programme
    if programme is None:
        return
    begin = min(programme.reports_from.first, case.kb.agreement.validity.start)
    records: tuple[Update | Value, ...] = (*case.kb.updates, *case.kb.values)
    for record in records:
        if record.on.last < begin:
            message = _("{on} is before {begin}, when the programme's reports begin").format(
                on=record.on, begin=day_words(begin)
            )
            yield Hit(record.id, ("on",), message, _("check the year"))


def in_the_future(case: Case) -> Iterator[Hit]:
    """Something is reported of a day that has not come yet."""
    for record in _reported(case):
        if record.on.first > case.day:
            message = _("{on} is after {day}").format(on=record.on, day=day_words(case.day))
            yield Hit(record.id, ("on",), message, _("check the year"))


def two_of_one_day(case: Case) -> Iterator[Hit]:
    """One actor reports twice on one thing for one day, and neither corrects the other."""
    first: dict[tuple[str, ...], str] = {}
    records: tuple[Update | Value, ...] = (*case.kb.updates, *case.kb.values)
    corrected = {record.corrects for record in records}
    for record in records:
        if record.id in corrected or record.void:
            continue
        subject = record.measure if isinstance(record, Update) else record.indicator
        key = (record.kind, subject, record.party or "", record.by or "", str(record.on))
        other = first.setdefault(key, record.id)
        if other != record.id:
            message = _("{other} already reports on {subject} for {on}").format(
                other=quoted(other), subject=quoted(subject), on=record.on
            )
            hint = _("if this one corrects it, name it under 'corrects'")
            yield Hit(record.id, ("on",), message, hint, ((other, ("on",)),))


def corrects_another_thing(case: Case) -> Iterator[Hit]:
    """A correction names a record that is about something else."""
    for record in _reported(case):
        other = case.kb.find(type(record), record.corrects)
        if other is not None and _subject(other) != _subject(record):
            message = _("{id} is about something else and cannot be corrected here").format(
                id=quoted(other.id)
            )
            hint = _("name the report that this one replaces")
            yield Hit(record.id, ("corrects",), message, hint, ((other.id, ()),))


def _subject(record: Reported) -> tuple[str | None, ...]:
    """Return what a report is about; a correction must be about the same."""
    if isinstance(record, Update):
        return (record.measure, record.party)
    if isinstance(record, Value):
        return (record.indicator, record.party)
    return (record.type,)


def correction_circle(case: Case) -> Iterator[Hit]:
    """Reports correct each other in a circle, so that none of them holds."""
    edges = {
        record.id: (record.corrects,) for record in _reported(case) if record.corrects is not None
    }
    for circle in circles(edges):
        message = _("the corrections lead in a circle: {way}").format(way=way(circle))
        yield Hit(circle[0], ("corrects",), message, _("take one of them out of the circle"))


def completed_without_evidence(case: Case) -> Iterator[Hit]:
    """An update says that a measure is completed and shows no evidence."""
    corrected = {update.corrects for update in case.kb.updates}
    for update in case.kb.updates:
        if update.state == "completed" and not update.evidence and update.id not in corrected:
            message = _("{id} is reported as completed without evidence").format(
                id=quoted(update.measure)
            )
            hint = _("add minutes, a diary number or a link under 'evidence'")
            yield Hit(update.id, ("state",), message, hint)


def correction_out_of_order(case: Case) -> Iterator[Hit]:
    """A correction speaks of an earlier day than the report it corrects."""
    for record in _reported(case):
        other = case.kb.find(type(record), record.corrects)
        if other is not None and record.on.last < other.on.first:
            message = _("the correction is of {on}, what it corrects is of {other}").format(
                on=record.on, other=other.on
            )
            hint = _("check both days")
            yield Hit(record.id, ("on",), message, hint, ((other.id, ("on",)),))
