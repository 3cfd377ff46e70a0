"""From plain values to a record that can be saved: an update, a value, an event.

What stands here knows ids, not names: whoever calls it has found out who and what is meant.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.facts import events
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.own_words import NO_WORDS, OwnWords
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.queries import earlier_period, rotation, values
from yhdyspinta_cli.store import write
from yhdyspinta_cli.vocabulary import EVIDENCE_KINDS, UNNAMED
from yhdyspinta_cli.wording.obligations import period_words
from yhdyspinta_cli.wording.words import meant, word

R = TypeVar("R", Update, Value, Event)

Reading = int | Decimal | bool | str
"""A value of an indicator, as it fits the indicator's kind."""


def update(
    *,
    measure: str,
    state: str | None,
    on: int | str,
    by: str | None,
    party: str | None,
    note: str | None,
    evidence: Sequence[str],
    progress: int | None,
    merged_into: str | None,
    corrects: str | None = None,
    void: bool = False,
    own: OwnWords = NO_WORDS,
) -> Update:
    """Return a report of a measure's state; UserError (exit 2) where it has not the right shape.

    `measure`, `by`, `party`, `merged_into` and `corrects` are ids, `on` a day, a month or a year,
    `own` the words of the knowledge base's own, of which `state` may be one.
    """
    return write.draft(
        Update,
        {
            "measure": measure,
            "state": state,
            "on": on,
            "by": by,
            "party": party,
            "note": note,
            "evidence": _evidence(evidence),
            "progress": progress,
            "merged_into": merged_into,
            "corrects": corrects,
            "void": void or None,
        },
        own,
    )


def value(
    *,
    indicator: str,
    reading: Reading | None,
    on: int | str,
    by: str | None,
    party: str | None,
    note: str | None,
    evidence: Sequence[str],
    corrects: str | None = None,
    void: bool = False,
) -> Value:
    """Return a value of an indicator; UserError (exit 2) where it has not the right shape."""
    return write.draft(
        Value,
        {
            "indicator": indicator,
            "value": reading,
            "on": on,
            "by": by,
            "party": party,
            "note": note,
            "evidence": _evidence(evidence),
            "corrects": corrects,
            "void": void or None,
        },
    )


def event(
    *,
    type: str,
    title: str,
    on: int | str,
    body: str | None,
    area: str | None,
    party: str | None,
    convener: str | None,
    chair: str | None,
    by: str | None,
    decisions: Sequence[str],
    links: Sequence[str],
    note: str | None,
    fulfils: Sequence[str],
    not_fulfils: Sequence[str],
    period: str | None = None,
    measure: str | None = None,
    appoints: Sequence[str] = (),
    corrects: str | None = None,
    void: bool = False,
    own: OwnWords = NO_WORDS,
) -> Event:
    """Return an event; UserError (exit 2) where it has not the right shape.

    A link is ``URL`` or ``TITLE=URL``. `own` are the words of the knowledge base's own, of which
    `type` may be one.
    """
    return write.draft(
        Event,
        {
            "type": type,
            "title": title,
            "on": on,
            "body": body,
            "area": area,
            "party": party,
            "convener": convener,
            "chair": chair,
            "by": by,
            "decisions": list(decisions) or None,
            "links": [link(text) for text in links] or None,
            "note": note,
            "measure": measure,
            "appoints": list(appoints) or None,
            "fulfils": list(fulfils) or None,
            "not_fulfils": list(not_fulfils) or None,
            "period": period,
            "corrects": corrects,
            "void": void or None,
        },
        own,
    )


def to_correct(kb: KnowledgeBase, kind: type[R], key: str) -> R:
    """Return the report that is to be corrected, by its id or the path of its file.

    Raises UserError: exit 1 where there is none, exit 4 where another report corrects it already.
    """
    found = kb.find(kind, _id_of(key))
    if found is None:
        raise UserError(
            _("there is no report {id}").format(id=quoted(key)),
            exit_code=1,
            hint=_("'yp list {kind}' tells their ids").format(kind=f"{kind.kind}s"),
        )
    for other in kb.of(kind):
        if getattr(other, "corrects", None) == found.id:
            raise UserError(
                _("{id} is corrected already, by {other}; nothing was written").format(
                    id=found.id, other=other.id
                ),
                exit_code=4,
                hint=_("correct that one"),
            )
    return found


def _id_of(written: str) -> str:
    """Return the id that an id or the path of a record's file means."""
    return plain_text.one_line(written).removesuffix(".yaml").rpartition("/")[2]


def _evidence(given: Sequence[str]) -> list[dict[str, str]] | None:
    """Return evidence as the data has it, None where there is none.

    A text may begin with its type ("minutes: council 8.5.2023 § 41") and end in an address.
    """
    if not given:
        return None
    if not all(text.strip() for text in given):
        raise UserError(_("--evidence is empty"), hint=_("say what it rests on"))
    return [_one_evidence(text.strip()) for text in given]


def _one_evidence(text: str) -> dict[str, str]:
    start, colon, rest = text.partition(":")
    kind = meant(start, EVIDENCE_KINDS) if colon else None
    said = rest.strip() if kind else text
    before, _space, last = said.rpartition(" ")
    if last.lower().startswith(("https://", "http://")):
        return {
            "type": kind or ("other" if before else "link"),
            "text": before or last,
            "url": last,
        }
    return {"type": kind or "other", "text": said}


def link(text: str) -> dict[str, str]:
    """Return a link of ``URL`` or ``TITLE=URL``; UserError (exit 2) for anything else."""
    title, equals, url = text.partition("=")
    if not equals or "://" in title:
        title, url = text, text
    if not url.startswith(("https://", "http://")):
        raise UserError(
            _("--link: {link} is not a web address").format(link=quoted(text)),
            hint=_("a link is written https://…, or TITLE=https://…"),
        )
    return {"title": title, "url": url}


def fitting(indicator: Indicator, written: str, *, of_party: bool) -> Reading:
    """Return the value that fits the indicator; UserError (exit 2) says what would."""
    if not written.strip() or "\n" in written or "\r" in written:
        raise UserError(_("a value is one line of text, and not empty"))
    try:
        return values.fitting(indicator, written, of_party=of_party)
    except values.MisfitError as error:
        expected = {
            "option": _("one of: {options}").format(options="; ".join(error.options)),
            "yes-no": _("with --party yes or no, without it a whole number")
            if indicator.type == "count-of-parties"
            else _("yes or no"),
            "count": _("a whole number, 0 or more"),
            "number": _("a number"),
        }[error.expected]
        raise UserError(
            _("{value} does not fit {indicator} ({kind})").format(
                value=quoted(written), indicator=indicator.id, kind=word(indicator.type)
            ),
            hint=expected,
        ) from error


def told_of_event(kb: KnowledgeBase, event: Event) -> tuple[str, ...]:
    """Return what to tell whoever records an event: the duties it fulfils, the turns it counts.

    What it names and does not count for is the warning's to tell, with the reason and what to do.
    """
    told = []
    if found := () if event.void else events.fulfilled_by(kb, event):
        told = [_("yp: it fulfils {ids}").format(ids=", ".join(o.id for o in found))]
    elif (
        not event.void
        # A decision on a measure is about that measure: nobody looks for a duty behind it.
        and not (event.type == "decision" and event.measure)
        and all(one.reason in UNNAMED for one in events.judged(kb, event))
    ):
        told = [_("yp: it fulfils no obligation; --fulfils names one")]
    told.extend(
        _(
            "yp: for {id} it counts in {counted}, and {earlier} is over and not met; "
            "if it was done for that: --period {key}"
        ).format(
            id=one.obligation.id,
            counted=period_words(one.counted),
            earlier=period_words(one.earlier),
            key=one.earlier.key,
        )
        for one in earlier_period.left_behind(kb, event)
    )
    if rotation.counts_no_turn(kb, event):
        told.append(
            _("yp: it counts as nobody's turn; --convener, --chair and --area tell whose it was")
        )
    return tuple(told)


def message_of_event(kb: KnowledgeBase, record: Event) -> str:
    """Return the first line of the commit: the body, the title and the day."""
    name = f"{kb.name(record.body)}: " if record.body else ""
    return f"{name}{record.name_shown} {record.on}"


def message_of_update(kb: KnowledgeBase, record: Update) -> str:
    """Return the message of the commit: ``E1 completed (Kuopio), 2024-05-14``."""
    measure = kb.measure(record.measure)
    words = [measure.code if measure else record.measure, record.word or record.state or "void"]
    if record.party:
        words.append(f"({kb.name(record.party)})")
    line = " ".join(words) + f", {record.on}"
    return line + (f"\n\ncorrects: {record.corrects}" if record.corrects else "")
