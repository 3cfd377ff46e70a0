"""What happened to a record in words: how it came, what changed in it, what was reported."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar, assert_never

from yhdyspinta_cli.diagnostic import visible
from yhdyspinta_cli.language import day_text, listing, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.catalogue import is_recorded
from yhdyspinta_cli.model.knowledge_base import Entry, KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.model.translations import Translations
from yhdyspinta_cli.output import edit_words, status_log, titles
from yhdyspinta_cli.output.edit_words import Sides
from yhdyspinta_cli.queries import rewriting
from yhdyspinta_cli.queries.edits import Edit
from yhdyspinta_cli.queries.happenings import (
    Arrival,
    Happening,
    Illegible,
    Past,
    RecordChange,
    Telling,
)
from yhdyspinta_cli.queries.log import Logged
from yhdyspinta_cli.wording import days, own_words
from yhdyspinta_cli.wording.sentences import of_data
from yhdyspinta_cli.wording.words import word

R = TypeVar("R", bound=Record)

_SHORT = 12
"""How many letters of a commit are shown."""

_LONGEST = 200
"""How many letters of a commit's reason are shown."""

_MOST = 5
"""How many commits of a merged branch are named."""


def called(kb: KnowledgeBase, found: Past) -> str:
    """Return what to call the record that is asked for."""
    return (titles.discreet if found.is_gone_report else titles.title)(kb, found.record)


def knowing(kb: KnowledgeBase, gone: Iterable[Record]) -> KnowledgeBase:
    """Return a knowledge base that also has the names of records that are no more."""
    entries = {record.id: Entry(record, "", ()) for record in gone}
    return replace(kb, entries={**entries, **kb.entries}) if entries else kb


def lines(kb: KnowledgeBase, found: Sequence[tuple[date | None, Happening]]) -> Iterator[str]:
    """Yield a line for each thing that happened, its day first; `kb` knows all the names.

    What one commit brought that names the record stands on one line.
    """
    named: dict[tuple[str, bool], list[RecordChange]] = {}
    for _day, one in found:
        if _is_naming(one):
            assert isinstance(one, RecordChange)
            named.setdefault(_together(one), []).append(one)
    for _day, one in found:
        if not _is_naming(one):
            yield from happening(kb, one)
            continue
        assert isinstance(one, RecordChange)
        several = named.pop(_together(one), [])
        if several:
            yield _naming(kb, several)


def happening(kb: KnowledgeBase, one: Happening, *, at_once: bool = False) -> Iterator[str]:
    """Yield what happened in words, a line for each edit; the first tells all of the commit.

    `at_once` all edits of a record stand on one line, after what the record is called.
    """
    match one:
        case RecordChange():
            arrival = one.arrival
            changed = changes(kb, one)
            is_named = at_once or one.rewrites or not one.is_own
            record = one.difference.record
            begin = f"{subject(kb, record, is_discreet=one.rewrites)}: " if is_named else ""
            together = "; ".join(told.removesuffix(".") for told in changed)
            for told in [together] if at_once else changed:
                yield _dated(arrival, begin + told)
                arrival = Arrival(arrival.commit, arrival.day)
        case Telling():
            yield _telling(kb, one)
        case Illegible():
            words = _("{file} could not be read: {fault}; what it does not tell is as before")
            file, fault = one.unread.path, one.unread.fault
            yield _dated(one.arrival, words.format(file=file, fault=fault))
        case _:
            assert_never(one)


def brief_changes(kb: KnowledgeBase, one: RecordChange, most: int) -> list[str]:
    """Return the same as `changes` for anybody: without ids.

    Of what was and of what is no more than `most` letters are told.
    """
    with titles.without_ids():
        return changes(kb, one, most)


def changes(kb: KnowledgeBase, one: RecordChange, most: int | None = None) -> list[str]:
    """Return what an alteration changed, a sentence without a full stop for each edit.

    Of what was and of what is no more than `most` letters are told, where that is given.
    """
    found = one.difference
    if found.before is None:
        return [_("came into the data")]
    if found.after is None:
        return [_deleted(one) if one.rewrites else _("was taken out of the data")]
    told = [_changed(Sides(kb, kb, most), one, edit) for edit in one.edits]
    if found.is_renamed:
        words = _("has a new id: {before} → {after}")
        told.insert(0, words.format(before=found.before.id, after=found.after.id))
    # Two texts of a report are not told apart.
    return [*dict.fromkeys(told)]


def _deleted(one: RecordChange) -> str:
    if one.reason:
        return _("was deleted; the commit's reason: {reason}").format(reason=_reason(one))
    return _("was deleted, not corrected")


def _changed(sides: Sides, one: RecordChange, edit: Edit) -> str:
    told = edit_words.of(sides, one.difference.record, edit)
    if not one.rewrites or rewriting.is_annotation(edit):
        return told
    if one.reason:
        words = _("edited afterwards, the commit's reason: {reason}; {change}")
        return words.format(reason=_reason(one), change=told)
    return _("edited afterwards, not corrected: {change}").format(change=told)


def _reason(one: RecordChange) -> str:
    return of_data(visible(one.reason, _LONGEST))


def subject(kb: KnowledgeBase, record: Record, *, is_discreet: bool = False) -> str:
    """Return which record it is: a measure by its code and title, all else with its kind."""
    shown = (titles.discreet if is_discreet else titles.title)(kb, record)
    if isinstance(record, Measure):
        return shown
    kind = word(record.kind)
    if isinstance(record, Translations):
        return f"{kind} ({shown})"
    return f"{kind} {shown if is_recorded(record) else of_data(shown)}"


def came(arrival: Arrival) -> str:
    """Return by which commit something came, in words: ``commit 1a2b3c4d5e6f, …``."""
    if not arrival.commit:
        return _("not committed yet")
    parts = [_("commit {id}").format(id=arrival.commit[:_SHORT])]
    if arrival.branch:
        shown = [f"{one.commit[:_SHORT]} ({day_text(one.day)})" for one in arrival.branch[:_MOST]]
        more = len(arrival.branch) - _MOST
        if more > 0:
            shown.append(plural("{n} other", "{n} others", more).format(n=more))
        told = _("merged from a branch, commit {commits}")
        parts.append(told.format(commits=listing(shown)))
    if arrival.author:
        parts.append(arrival.author)
    if arrival.subject:
        parts.append(arrival.subject)
    return ", ".join(parts)


def _dated(arrival: Arrival, told: str) -> str:
    if arrival.day is None:
        return f"{came(arrival)}: {told}"
    return f"{day_text(arrival.day)}: {told} [{came(arrival)}]"


def _is_naming(one: Happening) -> bool:
    """True where another record that came or went names the one asked for."""
    if not isinstance(one, RecordChange) or one.is_own or one.rewrites:
        return False
    return one.difference.before is None or one.difference.after is None


def _together(one: RecordChange) -> tuple[str, bool]:
    return one.arrival.commit, one.difference.before is None


def _naming(kb: KnowledgeBase, several: Sequence[RecordChange]) -> str:
    is_new = several[0].difference.before is None
    told = _("was named in what was taken out of the data: {records}")
    if is_new:
        told = _("is named in what came into the data: {records}")
    records = (subject(kb, one.difference.record) for one in several)
    return _dated(several[0].arrival, told.format(records="; ".join(records)))


def _telling(kb: KnowledgeBase, one: Telling) -> str:
    """Return a report in words, and how it came."""
    told = said(kb, one)
    if one.arrival.day is None:
        return f"{told} – {came(one.arrival)}"
    added = _("came into the data on {day}, {commit}")
    return f"{told} – {added.format(day=day_text(one.arrival.day), commit=came(one.arrival))}"


def said(kb: KnowledgeBase, one: Telling) -> str:
    """Return what a report says in words; of one that is gone only what it was of, and its id."""
    if one.is_gone:
        return f"{titles.discreet(kb, one.record)}; [{one.record.id}]"
    return report(kb, one.record, one.corrected_by)


def report(kb: KnowledgeBase, record: Record, corrected_by: tuple[str, ...] = ()) -> str:
    """Return what a report says in words: its day first, its id last."""
    if isinstance(record, Update):
        logged = Logged(record, tuple(_found(kb, Update, corrected_by)))
        measure = kb.find(Measure, record.measure)
        line = status_log.update_line(kb, logged)
        return line if measure is None else _after_day(record, line, measure.code)
    if isinstance(record, Value):
        indicator = kb.find(Indicator, record.indicator)
        if indicator is not None:
            values = Logged(record, tuple(_found(kb, Value, corrected_by)))
            return status_log.value_line(kb, indicator, values, indicator.label)
    if isinstance(record, Event):
        return _event(kb, record, corrected_by)
    return f"{titles.title(kb, record)}; [{record.id}]"


def _found(kb: KnowledgeBase, kind: type[R], keys: Iterable[str]) -> Iterator[R]:
    for key in keys:
        record = kb.find(kind, key)
        if record is not None:
            yield record


def _after_day(update: Update, line: str, code: str) -> str:
    day = days.moment(update.on)
    return f"{day} {code}{line.removeprefix(day)}"


def _event(kb: KnowledgeBase, event: Event, corrected_by: tuple[str, ...]) -> str:
    """Return an event in words: its day, its kind and title, whose it is, what it decided."""
    kind = _("taken back") if event.void else own_words.shown(event, "type")
    parts = [f"{days.moment(event.on)}: {kind}, {event.title}"]
    if whose := kb.name(event.body or event.party):
        parts.append(whose)
    measure = kb.find(Measure, event.measure)
    if measure is not None:
        parts.append(measure.code)
    if event.appoints:
        names = listing(kb.name(key) for key in event.appoints)
        parts.append(_("appoints {names}").format(names=names))
    parts += event.decisions
    if event.note:
        parts.append(event.note.replace("\n", " "))
    if event.by and event.by not in (event.body, event.party):
        parts.append(titles.speaker(kb, event.by))
    if event.corrects:
        parts.append(_("corrects {id}").format(id=event.corrects))
    parts += [_("CORRECTED by {id}").format(id=key) for key in corrected_by]
    return "; ".join([*parts, f"[{event.id}]"])


def counted(found: Iterable[Happening]) -> Mapping[str, int]:
    """Return how many of what happened are reports, and in how many steps records changed."""
    told = [*found]
    reports = sum(isinstance(one, Telling) for one in told)
    altered = {
        (one.arrival.commit, one.difference.record.id)
        for one in told
        if isinstance(one, RecordChange)
    }
    return {"reports": reports, "changes": len(altered)}
