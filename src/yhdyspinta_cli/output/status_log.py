"""`yp status show`: how one measure stands, and everything that was reported on it."""

from collections.abc import Iterable, Iterator
from typing import Any

from yhdyspinta_cli.facts import agreement, lifetime, measures
from yhdyspinta_cli.facts.standings import PartyStanding
from yhdyspinta_cli.facts.tallies import tally
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import listing, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.status import Evidence, Update, Value
from yhdyspinta_cli.output import json_form, titles
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import (
    Block,
    Bullets,
    Cell,
    Column,
    Heading,
    Page,
    Pairs,
    Paragraph,
    Table,
)
from yhdyspinta_cli.output.status import (
    due_text,
    heard_words,
    json_tally,
    party_line,
    state_text,
    title,
)
from yhdyspinta_cli.queries.log import Log, Logged
from yhdyspinta_cli.wording import days, own_words
from yhdyspinta_cli.wording.names import continuing, name
from yhdyspinta_cli.wording.trails import validity_text
from yhdyspinta_cli.wording.values import aims, value_words, with_unit
from yhdyspinta_cli.wording.wholes import beside_words
from yhdyspinta_cli.wording.words import word


def answer(kb: KnowledgeBase, found: Log, silent_after: int) -> Answer:
    """How one measure stands, ready to be given in any form; silent after so many months."""
    return Answer(
        "status-log",
        lambda _width: page(kb, found, silent_after),
        lambda: table(kb, found),
        lambda: json(kb, found, silent_after),
    )


def page(kb: KnowledgeBase, answer: Log, silent_after: int) -> Page:
    """The whole answer for a reader, the newest report first."""
    standing = answer.standing
    blocks: list[Block] = [
        Heading(title(standing)),
        Pairs(
            (
                (
                    _("Validity"),
                    validity_text(
                        kb,
                        lifetime.ending(kb, standing.measure.id, answer.day),
                        lifetime.beginning(kb, standing.measure.id, answer.day),
                        standing.measure.id,
                    ),
                ),
                (_("State"), state_text(kb, standing, by=True)),
                (_("On"), answer.day),
                (_("Due"), due_text(kb, standing, answer.day)),
                (_("Continued by"), continuing(kb, standing.measure, answer.day)),
                (_("Attention"), "; ".join(_flags(kb, answer, silent_after))),
            )
        ),
    ]
    if standing.parties:
        blocks.append(Heading(_("Parties")))
        told = party_line(tally(standing.parties))
        blocks.append(Paragraph(beside_words(standing) or f"{told[0].upper()}{told[1:]}."))
        reported = [party for party in standing.parties if party.latest]
        if reported:
            blocks.append(_party_table(kb, reported))
        silent = [p.party.name for p in standing.parties if p.situation == "no-information"]
        if reported and silent:
            words = _("No information: {parties}.").format(parties=listing(silent))
            blocks.append(Paragraph(words))
    if any(party.latest for party in standing.partners):
        blocks.append(Heading(_("Reported of those who take part and do not answer for it")))
        blocks.append(_party_table(kb, standing.partners))
    if standing.others:
        blocks.append(Heading(_("Reported of parties that do not answer for it, not counted")))
        blocks.append(_party_table(kb, standing.others))
    blocks.append(Heading(_("Updates, the newest first")))
    items = tuple(update_line(kb, logged) for logged in answer.updates)
    blocks.append(Bullets(items) if items else Paragraph(_("none")))
    for indicator, values in answer.values:
        blocks.append(Heading(f"{indicator.label} ({word(indicator.type)}, {indicator.id})"))
        if told := aims(indicator):
            blocks.append(Paragraph(told[0].upper() + told[1:] + "."))
        lines = tuple(value_line(kb, indicator, logged) for logged in values)
        blocks.append(Bullets(lines) if lines else Paragraph(_("no value recorded")))
    return tuple(blocks)


def _flags(kb: KnowledgeBase, answer: Log, silent_after: int) -> list[str]:
    standing = answer.standing
    found = []
    if standing.latest is not None and not (standing.parties or standing.partners):
        who = titles.speaker(kb, standing.latest.by)
        found.append(_("told by {name}, who does not answer for it").format(name=who))
    if standing.is_late(answer.day):
        found.append(_("late"))
    if standing.is_silent(agreement.asked_until(kb, answer.day), silent_after):
        months = plural("silent for over {n} month", "silent for over {n} months", silent_after)
        found.append(f"{months}, {heard_words(standing)}")
    return found


def _party_table(kb: KnowledgeBase, parties: Iterable[PartyStanding]) -> Table:
    """A row a report that holds: a disputed party has several."""
    rows = tuple(
        (
            party.party.name,
            _party_state(party, update),
            days.moment(update.on),
            titles.speaker(kb, update.by),
        )
        for party in parties
        for update in reversed(party.latest)
    )
    return Table((_("Party"), _("State"), _("Day"), _("By")), rows)


def _party_state(party: PartyStanding, update: Update) -> str:
    """A party's state, marked where it is disputed, or said of the measure as a whole."""
    state = own_words.shown(update, "state")
    if party.is_disputed:
        return _("disputed: {state}").format(state=state)
    return _("{state} (of the whole)").format(state=state) if party.of_whole else state


def update_line(kb: KnowledgeBase, logged: Logged[Update]) -> str:
    """One report in words: day, of which party, state, who says so, on what, its id."""
    update = logged.record
    parts = [days.moment(update.on)]
    if update.party:
        parts[0] += f" {kb.name(update.party)}"
    parts[0] += ": " + (_("taken back") if update.void else own_words.shown(update, "state"))
    if update.progress is not None:
        parts[0] += f", {update.progress} %"
    if update.merged_into:
        parts.append(_("merged into {measure}").format(measure=kb.name(update.merged_into)))
    about = kb.find(Measure, update.measure)
    if about is not None and measures.goes_on_after_its_end(about, update):
        parts.append(_("after the measure's last day, not counted"))
    return "; ".join([*parts, *_common(kb, logged)])


def value_line(kb: KnowledgeBase, indicator: Indicator, logged: Logged[Value]) -> str:
    """One value in words: day, of which party, the value with its unit, who says so, its id."""
    value = logged.record
    start = days.moment(value.on) + (f" {kb.name(value.party)}" if value.party else "")
    shown = _("taken back") if value.void else with_unit(value.value, indicator.unit)
    return "; ".join([f"{start}: {shown}", *_common(kb, logged)])


def _common(kb: KnowledgeBase, logged: Logged[Update] | Logged[Value]) -> list[str]:
    record = logged.record
    parts = [titles.speaker(kb, record.by)]
    if record.note:
        parts.append(record.note.replace("\n", " "))
    parts.extend(evidence_words(item) for item in record.evidence)
    if record.corrects:
        parts.append(_("corrects {id}").format(id=record.corrects))
    parts.extend(_("CORRECTED by {id}").format(id=other.id) for other in logged.corrected_by)
    return [*parts, f"[{record.id}]"]


def evidence_words(evidence: Evidence) -> str:
    """One piece of evidence: its type, what it is, where it is."""
    kind = _("evidence") if evidence.type == "other" else word(evidence.type)
    shown = f"{kind}: {evidence.text}"
    return shown + (f" {evidence.url}" if evidence.url and evidence.url != evidence.text else "")


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
