"""What happened, for a program: a row a change or a report, and JSON."""

from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import as_written
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import edit_words, past_words, titles
from yhdyspinta_cli.output.layout import Cell, Column, Table
from yhdyspinta_cli.queries.edits import Edit
from yhdyspinta_cli.queries.happenings import (
    Arrival,
    Happening,
    Illegible,
    Past,
    RecordChange,
    Telling,
)
from yhdyspinta_cli.wording import days
from yhdyspinta_cli.wording.words import word


@frozen
class HistoryRow:
    """A change or a report in the table: its day, of what, in words, how it came."""

    day: Cell
    what: str
    record: str
    told: str
    arrival: Arrival
    party: str = ""


def columns(*, of_parties: bool = False) -> tuple[Column[HistoryRow], ...]:
    """Return the columns of what happened; `of_parties` begins with the party."""
    party: Column[HistoryRow] = Column("party", _("Party"), lambda row: row.party or None)
    return (
        *([party] if of_parties else []),
        Column("day", _("Day"), lambda row: row.day),
        Column("what", _("What"), lambda row: row.what),
        Column("record", "id", lambda row: row.record),
        Column("told", _("What happened"), lambda row: row.told),
        Column("came_in", _("Came in"), lambda row: row.arrival.day),
        Column("commit", "commit", lambda row: row.arrival.commit or None),
    )


def table(kb: KnowledgeBase, found: Past) -> Table:
    """A row a change or a report, the newest first."""
    happened = (one for _day, one in found.happenings)
    return Table.of(columns(), rows(kb, happened))


def rows(kb: KnowledgeBase, found: Iterable[Happening], party: str = "") -> Iterator[HistoryRow]:
    """Yield the rows of what happened, those of a party with its name."""
    for one in found:
        arrival = one.arrival
        match one:
            case RecordChange():
                record = one.difference.record
                for told in past_words.changes(kb, one):
                    yield HistoryRow(
                        arrival.day, word(record.kind), record.id, told, arrival, party
                    )
            case Telling():
                on = getattr(one.record, "on", None)
                day = days.moment_cell(on) if isinstance(on, Moment) else on
                told = past_words.said(kb, one)
                yield HistoryRow(day, word(one.record.kind), one.record.id, told, arrival, party)
            case Illegible():
                yield HistoryRow(
                    arrival.day, _("file"), one.unread.path, one.unread.fault, arrival, party
                )
            case _:
                assert_never(one)


def json(kb: KnowledgeBase, found: Past) -> dict[str, Any]:
    """The documented JSON form of what happened to a record."""
    return {
        "record": found.record.id,
        "record_kind": found.record.kind,
        "code": titles.code(found.record),
        "name": past_words.called(kb, found) if found.is_gone_report else found.record.name_shown,
        "happenings": [json_happening(kb, one) for _day, one in found.happenings],
    }


def json_happening(kb: KnowledgeBase, one: Happening) -> dict[str, Any]:
    """One thing that happened, under the keys of its kind, and how it came."""
    match one:
        case RecordChange():
            return _json_alteration(kb, one)
        case Telling():
            on = getattr(one.record, "on", None)
            return {
                "what": "report",
                "on": on.written if isinstance(on, Moment) else on,
                "record": one.record.id,
                "record_kind": one.record.kind,
                "party": getattr(one.record, "party", None),
                "by": getattr(one.record, "by", None),
                "words": past_words.said(kb, one),
                "corrected_by": list(one.corrected_by),
                **json_arrival(one.arrival),
            }
        case Illegible():
            return {
                "what": "unread",
                "file": one.unread.path,
                "fault": one.unread.fault,
                **json_arrival(one.arrival),
            }
        case _:
            assert_never(one)


def _json_alteration(kb: KnowledgeBase, one: RecordChange) -> dict[str, Any]:
    found = one.difference
    change = "renamed" if found.is_renamed else "changed"
    if found.before is None or found.after is None:
        change = "added" if found.before is None else "removed"
    return {
        "what": "change",
        "record": found.record.id,
        "record_kind": found.record.kind,
        "change": change,
        "was": found.before.id if found.is_renamed and found.before is not None else None,
        "own": one.is_own,
        "rewrites": one.rewrites,
        "reason": one.reason or None,
        "words": [*past_words.changes(kb, one)],
        "edits": [_json_edit(found.record, edit) for edit in one.edits],
        **json_arrival(one.arrival),
    }


def _json_edit(record: Record, edit: Edit) -> dict[str, Any]:
    """An edit; of a text that may have had to go neither side, nor an item that is known by it."""
    if edit_words.may_have_to_go(record, edit):
        return {
            "field": edit.name,
            "change": edit.kind,
            "place": list(edit.steps[:1]),
            "before": None,
            "after": None,
        }
    return {
        "field": edit.name,
        "change": edit.kind,
        "place": list(edit.steps),
        "before": _json_value(edit.before),
        "after": _json_value(edit.after),
    }


def _json_value(value: object) -> Any:
    return as_written.plain(value, lambda moment: moment.written)


def json_arrival(arrival: Arrival) -> dict[str, Any]:
    """The keys of how something came: its commit, that commit's day, those of a merged branch.

    Who made it stands there only where personal data was asked for.
    """
    personal = {"author": arrival.author, "subject": arrival.subject} if arrival.author else {}
    return {
        "commit": arrival.commit or None,
        "day": arrival.day,
        "branch": [{"commit": one.commit, "day": one.day} for one in arrival.branch],
        **personal,
    }
