"""`yp diff --json`: what differs, key by key, values as the records' own JSON has them."""

from collections.abc import Iterable
from typing import Any

from yhdyspinta_cli.facts.naming import Named
from yhdyspinta_cli.facts.standings import MeasureStanding
from yhdyspinta_cli.model import as_written
from yhdyspinta_cli.model.catalogue import is_recorded
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.own_words import Worded
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import edit_words
from yhdyspinta_cli.output.diff_origin import Origin
from yhdyspinta_cli.queries.diff import RECORD_GROUPS, Diff
from yhdyspinta_cli.queries.diff_measures import MeasureTurn
from yhdyspinta_cli.queries.diff_records import DatedTurn, DutyTurn, NewReport, RecordTurn
from yhdyspinta_cli.queries.diff_sides import Side, matched
from yhdyspinta_cli.queries.diff_unread import UnreadRecords
from yhdyspinta_cli.queries.edits import Difference, Edit


def json(found: Diff, origins: tuple[Origin, Origin]) -> dict[str, Any]:
    """The documented JSON form of what differs."""
    between = found.between
    return {
        "from": _side(between.first, origins[0], found.unread[0]),
        "to": _side(between.second, origins[1], found.unread[1]),
        "differs": found.differs,
        "matched": dict(found.matched),
        "unclear": found.unclear,
        "dropped": _ids(found.dropped),
        "dropped_records": [one.id for one in found.dropped_records],
        "ownerless": _ids(found.ownerless),
        "states": _ids(found.states),
        "untold": _ids(found.untold),
        "new": _ids(found.new),
        "continued": _ids(found.continued),
        "removed": _ids(found.removed),
        "changed": _ids(found.changed),
        "measures": [_measure(one) for one in found.measures],
        "records": [
            {"group": group, **_record(one)}
            for group in RECORD_GROUPS
            for one in found.group(group)
        ],
        "obligations": [_duty(one) for one in found.duties],
        "rewritten": [_difference(one) for one in found.reports.rewritten],
        "reported": [_report(one) for one in found.reports.new],
    }


def _side(side: Side, origin: Origin, unread: UnreadRecords) -> dict[str, Any]:
    revision = origin.revision
    told = {"commit": revision.commit, "day": revision.day} if revision is not None else None
    return {
        "agreement": side.kb.agreement.id,
        "title": side.kb.agreement.title,
        "revision": told,
        "uncommitted": origin.uncommitted,
        "as_of": side.day,
        "unread_kinds": list(unread.kinds),
        "unread": list(unread.ids),
    }


def _ids(turns: Iterable[MeasureTurn]) -> list[str]:
    return [one.measure.id for one in turns]


def _difference(one: Difference) -> dict[str, Any]:
    """The keys of every record of which something differs."""
    before, after = one.before, one.after
    change = "new" if before is None else "gone" if after is None else "both"
    record_name = one.record.name_shown
    return {
        "id": one.record.id,
        "kind": one.record.kind,
        # The title of a report that was deleted may have had to go.
        "name": one.record.id if is_recorded(one.record) and after is None else record_name,
        "change": change,
        "was_id": before.id if before is not None else None,
        "matched": matched(one),
        "edits": [_edit(one.record, edit) for edit in one.edits],
    }


def _edit(record: Record, edit: Edit) -> dict[str, Any]:
    is_told = not edit_words.may_have_to_go(record, edit)
    return {
        "change": edit.kind,
        "record": edit.record,
        "field": edit.name,
        "path": list(edit.steps) if is_told else [edit.steps[0]],
        "before": _value(_as_told(edit.was_in, edit, edit.before)) if is_told else None,
        "after": _value(_as_told(edit.is_in, edit, edit.after)) if is_told else None,
    }


def _as_told(noun: Noun, edit: Edit, value: object) -> object:
    """Return what the file has: a word of the knowledge base's own, where it tells the state."""
    if isinstance(noun, Worded) and value is getattr(noun, edit.name, None):
        return noun.as_written(edit.name, value)
    return value


def _value(value: object) -> Any:
    return as_written.plain(value, lambda moment: moment.written, own_words=False)


def _measure(one: MeasureTurn) -> dict[str, Any]:
    return {
        **_difference(one.difference),
        "code": one.measure.code,
        "before": _standing(one.before, late=one.was_late),
        "after": _standing(one.after, late=one.is_late),
        "parties": [
            {
                "id": turn.party.id,
                "name": turn.party.name,
                "before": turn.before,
                "after": turn.after,
            }
            for turn in one.parties
        ],
        "came": [_named(named) for named in one.came],
        "went": [_named(named) for named in one.went],
        "continued_by": [following.id for following in one.continued],
    }


def _standing(found: MeasureStanding | None, *, late: bool) -> dict[str, Any] | None:
    if found is None:
        return None
    latest = found.latest
    return {
        "situation": found.situation,
        "update": latest.id if latest else None,
        "on": latest.on.written if latest else None,
        "ended": found.is_ended,
        "late": late,
    }


def _named(one: Named) -> dict[str, Any]:
    decided = one.decided.id if one.decided else None
    return {"actor": one.actor, "role": one.role, "part": one.part, "decided": decided}


def _record(one: RecordTurn) -> dict[str, Any]:
    return {
        **_difference(one.difference),
        "ended": one.ended.day if one.ended else None,
        "left": one.ended is not None and one.ended.how == "left",
        "successor": one.ended.successor if one.ended else None,
        "began": one.began.first if one.began else None,
        "version": one.version.id if one.version else None,
        "items": [_item(item) for item in one.items],
    }


def _item(turn: DatedTurn) -> dict[str, Any]:
    return {"field": turn.name or None, "holds": turn.holds, "item": _value(turn.item)}


def _duty(one: DutyTurn) -> dict[str, Any]:
    standing = one.standing
    return {
        "id": standing.obligation.id,
        "period": standing.period.key if standing.period else None,
        "party": standing.party.id if standing.party else None,
        "area": standing.area.id if standing.area else None,
        "before": one.before,
        "after": one.after,
    }


def _report(one: NewReport) -> dict[str, Any]:
    record = one.record
    return {"id": record.id, "kind": record.kind, "party": one.party}
