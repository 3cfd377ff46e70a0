"""A noun that a record holds -> its phrase: a rhythm, a seat, a ground, a share, a signature."""

from collections.abc import Callable
from typing import Any

from yhdyspinta_cli.facts import labels, region
from yhdyspinta_cli.language import day_text, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import (
    agreement,
    bodies,
    measures,
    obligations,
    programme,
    provisions,
    status,
)
from yhdyspinta_cli.model.actors import Membership
from yhdyspinta_cli.model.days import dated
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.own_words import OwnField, Vocabulary
from yhdyspinta_cli.model.record import Dated, Link, Outside, Remark
from yhdyspinta_cli.output import remarks, titles
from yhdyspinta_cli.wording import days, own_words, rhythms
from yhdyspinta_cli.wording import provisions as provision_words
from yhdyspinta_cli.wording import values as value_words
from yhdyspinta_cli.wording.words import word


def phrase(kb: KnowledgeBase, noun: Noun) -> str | None:
    """Return a noun in one phrase, None where it is told field by field."""
    found = _PHRASES.get(type(noun))
    return found(kb, noun) if found is not None else None


def _dating(printed: str) -> str:
    """Return a printed day, month or year as its readers write it; words and a time as they are."""
    found = dated(printed)
    # With its time and zone it says more than the day.
    return (
        days.moment(found) if found is not None and len(printed) <= len("2024-05-14") else printed
    )


def _printed(text: str | None, *others: str) -> str:
    """Return ``, printed ”…”`` where what is printed says more than what stands beside it."""
    if text is None or text.casefold() in (other.casefold() for other in others):
        return ""
    return ", " + _("printed “{printed}”").format(printed=text)


def _rhythm(kb: KnowledgeBase, value: bodies.Rhythm) -> str:
    words = rhythms.words(kb, value)
    return words + _printed(value.printed, words, words.strip("“”"))


def _seat(kb: KnowledgeBase, value: bodies.Seat) -> str:
    """Return who holds a seat, for what, in which order they take turns, and how named."""
    words = titles.named(kb, value.actor) if value.actor else value.label
    if value.part:
        words += f", {value.part}"
    if value.rotating and value.label.casefold() != _("in turns"):
        words += ", " + _("in turns")
    if value.order:
        words += ": " + ", ".join(kb.name(key) for key in value.order)
    # In the base form, which the source need not have: no quotation marks.
    if value.actor and (label := labels.apart(kb, value.actor, value.label)):
        words += ", " + _("named as {label}").format(label=label)
    return words + its_days(value)


def its_days(value: Dated) -> str:
    """Return on which of its days it holds, empty for what holds on all."""
    if value.start is None and value.end is None:
        return ""
    first = day_text(value.start) if value.start else ""
    return f" ({first}–{day_text(value.end) if value.end else ''})"


def _membership(kb: KnowledgeBase, value: Membership) -> str:
    return titles.named(kb, value.actor) + its_days(value)


def _ground(kb: KnowledgeBase, value: bodies.Ground) -> str:
    """Return an act with its number and the sections that are meant."""
    act = kb.find(obligations.Statute, value.statute)
    words = f"{act.title} ({act.number})" if act else value.statute
    if value.sections:
        words += " " + region.sections(kb, value.sections)
    return words + _printed(value.printed)


def _doer(kb: KnowledgeBase, value: obligations.Doer) -> str:
    words = titles.named(kb, value.actor)
    if value.part:
        words += f", {value.part}"
    words += _printed(labels.apart(kb, value.actor, value.label) or None)
    own = [word(value.binding)] if value.binding else []
    own += [_ground(kb, one) for one in value.basis]
    return words + (f" ({'; '.join(own)})" if own else "") + its_days(value)


def _fulfilment(kb: KnowledgeBase, value: obligations.Fulfilment) -> str:
    events = _(" or ").join(own_words.each(value, "events"))
    if value.body is None:
        return events
    return _("{events}, of the body {body}").format(
        events=events, body=titles.named(kb, value.body)
    )


def _responsibility(kb: KnowledgeBase, value: measures.Responsibility) -> str:
    """Return who answers, in which role, for what, and as printed."""
    words = f"{titles.named(kb, value.actor)}, {word(value.role)}"
    if value.part:
        words += f", {value.part}"
    return words + _printed(labels.apart(kb, value.actor, value.label) or None) + its_days(value)


def _nobody(kb: KnowledgeBase, value: measures.Nobody) -> str:
    words = _("the source says “{label}”").format(label=value.label)
    if value.since:
        words += ", " + _("since {day}").format(day=day_text(value.since))
    if value.decides:
        words += ", " + _("{name} decides").format(name=titles.named(kb, value.decides))
    return words


def _no_indicator(kb: KnowledgeBase, value: measures.NoIndicator) -> str:
    return _("the source has “{label}”").format(label=value.label)


def _validity(kb: KnowledgeBase, value: agreement.Validity) -> str:
    if value.end is None:
        return _("from {day} until further notice").format(day=day_text(value.start))
    return f"{day_text(value.start)} – {day_text(value.end)}"


def _notice(kb: KnowledgeBase, value: provisions.Notice) -> str:
    return provision_words.notice(value)


def _organisation(kb: KnowledgeBase, value: agreement.Organisation) -> str:
    return ", ".join(x for x in (value.name, value.unit, *value.address, value.website) if x)


def _accessibility(kb: KnowledgeBase, value: agreement.Accessibility) -> str:
    parts = [
        word(value.conforms) if value.conforms else None,
        day_text(value.day) if value.day else None,
        value.feedback,
        value.tested,
        *value.shortcomings,
    ]
    return "; ".join(part for part in parts if part)


def _signatures(kb: KnowledgeBase, value: agreement.Signatures) -> str:
    words = plural("{n} signature", "{n} signatures", value.count)
    words += f", {_dating(value.first)} – {_dating(value.last)}"
    for counted in (value.methods, value.zones):
        if counted:
            words += "; " + ", ".join(f"{name}: {count}" for name, count in counted.items())
    return words


def _section(kb: KnowledgeBase, value: agreement.Section | obligations.StatuteSection) -> str:
    printed = value.printed if isinstance(value, agreement.Section) else None
    heading = value.topic if isinstance(value, agreement.Section) else value.heading
    signed = region.sections(kb, (value.number,))
    words = signed + (f" {heading}" if heading else "")
    return words + _printed(printed, words, signed, signed.replace(" ", ""))


def _mission(kb: KnowledgeBase, value: programme.Mission) -> str:
    words = f"{kb.name(value.party)}: {value.text}"
    return words + (f" ({', '.join(value.focus_areas)})" if value.focus_areas else "")


def _funding(kb: KnowledgeBase, value: obligations.Funding) -> str:
    words = value.printed
    if value.amount is not None:
        words += f" ({provision_words.amount(value)})"
    return words + (f", {titles.named(kb, value.by)}" if value.by else "")


def _money(kb: KnowledgeBase, value: provisions.Money) -> str:
    return provision_words.money(value)


def _share(kb: KnowledgeBase, value: provisions.Share) -> str:
    return f"{titles.named(kb, value.actor)}: {provision_words.share(value)}"


def _step(kb: KnowledgeBase, value: provisions.Step) -> str:
    who = f"{titles.named(kb, value.who)}: " if value.who else ""
    return who + value.text + (f" ({provision_words.within(value.within)})" if value.within else "")


def _own_field(kb: KnowledgeBase, value: OwnField) -> str:
    return f"{value.label} ({word(value.type)})"


def _baseline(kb: KnowledgeBase, value: measures.Baseline) -> str:
    return value_words.baseline(value)


def _target(kb: KnowledgeBase, value: measures.Target) -> str:
    return value_words.target(value)


def _evidence(kb: KnowledgeBase, value: status.Evidence) -> str:
    return f"{word(value.type)}: {value.text}" + (f" <{value.url}>" if value.url else "")


def _link(kb: KnowledgeBase, value: Link) -> str:
    return f"{value.title} <{value.url}>"


def outside(value: Outside) -> str:
    """Return a fact from outside the source, with where it was read and when."""
    return f"{value.fact.rstrip('.')} – {value.named_source}, {day_text(value.day)}"


def _signature(kb: KnowledgeBase, value: obligations.Signature) -> str:
    return f"{value.name}, {value.method}, {_dating(value.at)}"


def _role_holder(kb: KnowledgeBase, value: obligations.RoleHolder) -> str:
    words = f"{value.name}, {value.role}"
    if value.actor:
        words += f": {titles.named(kb, value.actor)}"
    return words + (f"; {', '.join(kb.name(key) for key in value.bodies)}" if value.bodies else "")


_PHRASES: dict[type[Noun], Callable[[KnowledgeBase, Any], str]] = {
    Membership: _membership,
    bodies.Rhythm: _rhythm,
    bodies.Seat: _seat,
    bodies.Ground: _ground,
    obligations.Doer: _doer,
    obligations.Fulfilment: _fulfilment,
    measures.Responsibility: _responsibility,
    measures.Nobody: _nobody,
    measures.NoIndicator: _no_indicator,
    Vocabulary: lambda kb, value: own_words.declared(value),
    agreement.Validity: _validity,
    provisions.Notice: _notice,
    agreement.Organisation: _organisation,
    agreement.Accessibility: _accessibility,
    agreement.Signatures: _signatures,
    agreement.Section: _section,
    obligations.StatuteSection: _section,
    programme.Mission: _mission,
    obligations.Funding: _funding,
    provisions.Money: _money,
    provisions.Share: _share,
    provisions.Step: _step,
    OwnField: _own_field,
    measures.Baseline: _baseline,
    measures.Target: _target,
    status.Evidence: _evidence,
    Link: _link,
    Outside: lambda kb, value: outside(value),
    Remark: lambda kb, value: remarks.text(value),
    obligations.Signature: _signature,
    obligations.RoleHolder: _role_holder,
}
