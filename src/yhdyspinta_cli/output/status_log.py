"""`yp status show`: how one measure stands, and everything that was reported on it."""

from collections.abc import Iterable

from yhdyspinta_cli.facts import agreement, lifetime, measures
from yhdyspinta_cli.facts.standings import PartyStanding
from yhdyspinta_cli.facts.tallies import tally
from yhdyspinta_cli.language import listing, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.output import status_log_forms, titles
from yhdyspinta_cli.output.answer import Answer
from yhdyspinta_cli.output.layout import (
    Block,
    Bullets,
    Heading,
    Page,
    Pairs,
    Paragraph,
    Table,
)
from yhdyspinta_cli.output.status import (
    due_text,
    heard_words,
    party_line,
    state_text,
    title,
)
from yhdyspinta_cli.queries.log import Log, Logged
from yhdyspinta_cli.wording import days, own_words
from yhdyspinta_cli.wording.names import continuing
from yhdyspinta_cli.wording.trails import validity_text
from yhdyspinta_cli.wording.values import aims, with_unit
from yhdyspinta_cli.wording.wholes import beside_words
from yhdyspinta_cli.wording.words import word


def answer(kb: KnowledgeBase, found: Log, silent_after: int) -> Answer:
    """How one measure stands, ready to be given in any form; silent after so many months."""
    return Answer(
        "status-log",
        lambda _width: page(kb, found, silent_after),
        lambda: status_log_forms.table(kb, found),
        lambda: status_log_forms.json(kb, found, silent_after),
        sheet=_("Status log"),
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


def value_line(
    kb: KnowledgeBase, indicator: Indicator, logged: Logged[Value], label: str = ""
) -> str:
    """One value in words: day, of which party, the value with its unit, who says so, its id.

    The value stands after the `label` of the indicator, where that is to be told.
    """
    value = logged.record
    start = days.moment(value.on) + (f" {kb.name(value.party)}" if value.party else "")
    shown = _("taken back") if value.void else with_unit(value.value, indicator.unit)
    shown = f"{label}: {shown}" if label else shown
    return "; ".join([f"{start}: {shown}", *_common(kb, logged)])


def _common(kb: KnowledgeBase, logged: Logged[Update] | Logged[Value]) -> list[str]:
    record = logged.record
    parts = [titles.speaker(kb, record.by)]
    if record.note:
        parts.append(record.note.replace("\n", " "))
    parts.extend(status_log_forms.evidence_words(item) for item in record.evidence)
    if record.corrects:
        parts.append(_("corrects {id}").format(id=record.corrects))
    parts.extend(_("CORRECTED by {id}").format(id=other.id) for other in logged.corrected_by)
    return [*parts, f"[{record.id}]"]
