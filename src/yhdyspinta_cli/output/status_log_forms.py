"""`yp status show` for a program: a row a report, and JSON."""

from collections.abc import Iterator
from typing import Any

from yhdyspinta_cli.facts import agreement
from yhdyspinta_cli.facts.standings import PartyStanding
from yhdyspinta_cli.facts.tallies import tally
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.status import Evidence, Update, Value
from yhdyspinta_cli.output import json_form
from yhdyspinta_cli.output.layout import (
    Cell,
    Column,
    Table,
)
from yhdyspinta_cli.output.status import (
    json_tally,
)
from yhdyspinta_cli.queries.log import Log, Logged
from yhdyspinta_cli.wording import days, own_words
from yhdyspinta_cli.wording.names import continuing, name
from yhdyspinta_cli.wording.values import value_words
from yhdyspinta_cli.wording.words import word


@frozen
class _Reported:
    """A report in the table: of what, the report, what it says, how far that is."""

    what: str
    logged: Logged[Update] | Logged[Value]
    said: Cell
    progress: int | None = None


def _reported(answer: Log) -> Iterator[_Reported]:
    """Yield every report, updates first, then values."""
    for update in answer.updates:
        record = update.record
        state = _("taken back") if record.void else own_words.shown(record, "state")
        yield _Reported(_("update"), update, state, record.progress)
    for indicator, values in answer.values:
        for value in values:
            given = value.record.value
            said = value_words(given) if isinstance(given, bool) else given
            shown: Cell = _("taken back") if value.record.void else said
            yield _Reported(indicator.label, value, shown)


def table(kb: KnowledgeBase, answer: Log) -> Table:
    """A row a report, updates first, then values; ids and words, for a spreadsheet."""
    columns: tuple[Column[_Reported], ...] = (
        Column("what", _("What"), lambda row: row.what),
        Column("id", "id", lambda row: row.logged.record.id),
        Column("on", _("Day"), lambda row: days.moment_cell(row.logged.record.on)),
        Column("party", _("Party"), lambda row: name(kb, row.logged.record.party) or None),
        Column("by", _("By"), lambda row: name(kb, row.logged.record.by) or None),
        Column("note", _("Note"), lambda row: row.logged.record.note),
        Column("evidence", _("Evidence"), lambda row: _evidence(row.logged) or None),
        Column("corrects", _("Corrects"), lambda row: row.logged.record.corrects),
        Column(
            "corrected_by",
            _("Corrected by"),
            lambda row: "; ".join(other.id for other in row.logged.corrected_by) or None,
        ),
        Column("said", _("State or value"), lambda row: row.said),
        Column("progress", _("Progress, %"), lambda row: row.progress),
    )
    return Table.of(columns, _reported(answer))


def _evidence(logged: Logged[Update] | Logged[Value]) -> str:
    return "; ".join(evidence_words(item) for item in logged.record.evidence)


def evidence_words(evidence: Evidence) -> str:
    """One piece of evidence: its type, what it is, where it is."""
    kind = _("evidence") if evidence.type == "other" else word(evidence.type)
    shown = f"{kind}: {evidence.text}"
    return shown + (f" {evidence.url}" if evidence.url and evidence.url != evidence.text else "")


def json(kb: KnowledgeBase, answer: Log, silent_after: int) -> dict[str, Any]:
    """The documented JSON form of the answer."""
    standing = answer.standing
    return {
        "as_of": answer.day,
        "measure": standing.measure.id,
        "code": standing.measure.code,
        "state": standing.state,
        "situation": standing.situation,
        **json_form.own_word(standing.word),
        "update": standing.latest.id if standing.latest else None,
        "due": standing.measure.due,
        "late": standing.is_late(answer.day),
        "silent": standing.is_silent(agreement.asked_until(kb, answer.day), silent_after),
        "silent_after_months": silent_after,
        "continued_by": continuing(kb, standing.measure, answer.day) or None,
        "heard": standing.heard,
        "parties": json_tally(tally(standing.parties))
        | {"each": [json_party(party) for party in standing.parties]},
        "partners": [json_party(party) for party in standing.partners],
        "other_parties": [json_party(party) for party in standing.others],
        "updates": [
            _json_common(logged)
            | {
                "state": logged.record.state,
                **json_form.own_word(logged.record.word),
                "progress": logged.record.progress,
                "merged_into": logged.record.merged_into,
            }
            for logged in answer.updates
        ],
        "indicators": [
            {
                "id": indicator.id,
                "label": indicator.label,
                "type": indicator.type,
                "unit": indicator.unit,
                "values": [
                    _json_common(logged) | {"value": logged.record.value} for logged in values
                ],
            }
            for indicator, values in answer.values
        ],
    }


def json_party(party: PartyStanding) -> dict[str, Any]:
    """One party's standing: its state (None where there is no information or a dispute)."""
    return {
        "party": party.party.id,
        "state": party.state,
        "situation": party.situation,
        **json_form.own_word(party.word),
        "of_whole": party.of_whole,
        "disputed": party.is_disputed,
        "reports": [
            {"id": u.id, "state": u.state, "on": u.on.written, "by": u.by}
            | json_form.own_word(u.word)
            for u in party.latest
        ],
    }


def _json_common(logged: Logged[Update] | Logged[Value]) -> dict[str, Any]:
    record = logged.record
    return {
        "id": record.id,
        "on": record.on.written,
        "party": record.party,
        "by": record.by,
        "note": record.note,
        "evidence": [{"type": e.type, "text": e.text, "url": e.url} for e in record.evidence],
        "corrects": record.corrects,
        "void": record.void,
        "corrected_by": [other.id for other in logged.corrected_by],
    }
