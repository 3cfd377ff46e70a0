"""Rules on proof: which obligation an event fulfils, whom it appoints, what shows completion."""

from collections.abc import Iterator
from typing import assert_never

from yhdyspinta_cli.checks.corrections import uncorrected
from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Severity, quoted
from yhdyspinta_cli.facts import events, happened, lifetime, measures, standings
from yhdyspinta_cli.language import day_text, later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.status import Update
from yhdyspinta_cli.vocabulary import MEASURABLE, UNNAMED, NotCounted


def _counting(context: Context) -> Iterator[Event]:
    yield from (event for event in happened.latest(context.kb) if not event.void)


@rule(
    "YP619",
    Severity.WARNING,
    later("An event is of a kind that could fulfil an obligation, and does not say which."),
    why=later("Its kind alone proves nothing; what it fulfils must be named, or nothing counts."),
    bad="type: report\nparty: koivula\non: 2023-05-08",
    good="type: report\nparty: koivula\non: 2023-05-08\nfulfils:\n  - velvoite-raportti",
)
def counts_for_nothing(context: Context) -> Iterator[Violation]:
    for event in _counting(context):
        verdicts = events.judged(context.kb, event)
        if event.fulfils or any(verdict.reason is None for verdict in verdicts):
            continue
        open_ = [verdict for verdict in verdicts if verdict.reason in UNNAMED]
        if open_:
            names = ", ".join(verdict.obligation.id for verdict in open_)
            message = _("it could fulfil {ids}, and does not say so").format(ids=names)
            hint = _("add 'fulfils: [{id}]', or if it does not, 'not_fulfils: [{id}]'")
            if len(open_) > 1:
                hint = _(
                    "add 'fulfils: [{id}]' or what else it fulfils, or if nothing, "
                    "'not_fulfils: [{ids}]'"
                )
            hint = hint.format(id=open_[0].obligation.id, ids=names)
            yield Violation(event.id, ("type",), message, hint)


@rule(
    "YP620",
    Severity.WARNING,
    later("An event names an obligation, or is of its body, and does not count for it."),
    why=later("The obligation stays open although something was done."),
    bad="on: 2025-10-01\nfulfils:\n  - velvoite-foorumi  # it ended on 2025-06-30",
    good="on: 2025-04-01\nfulfils:\n  - velvoite-foorumi",
)
def does_not_count(context: Context) -> Iterator[Violation]:
    if not context.is_whole:
        return
    for event in _counting(context):
        for verdict in events.judged(context.kb, event):
            if verdict.reason is None or verdict.reason in UNNAMED:
                continue
            message = _("it does not count for {id}: {reason}").format(
                id=quoted(verdict.obligation.id), reason=why_not(verdict.reason)
            )
            route = ("fulfils", event.fulfils.index(verdict.obligation.id)) if event.fulfils else ()
            hint = _what_to_do(verdict.reason)
            if verdict.reason == "no-such-period" and len(event.fulfils) > 1:
                hint = _(
                    "the period is one of another rhythm: tell what was done for this obligation "
                    "in an event of its own"
                )
            yield Violation(event.id, route or ("on",), message, hint)


def why_not(reason: NotCounted) -> str:
    """Return why an event does not count for an obligation, in a few words."""
    match reason:
        case "outside-period":
            return _("its day lies in none of the obligation's periods")
        case "no-such-period":
            return _("the obligation has no period of the name it gives that has begun by its day")
        case "kind-alone":
            return _("nothing but its kind speaks for it")
        case "not-named":
            return _("an event of this kind must name it")
        case "several-meant":
            return _("several obligations can be meant")
        case "party-not-named":
            return _("each party does it for itself, and none is named")
        case "other-party":
            return _("the party that it names does not have to do it")
        case "party-not-there":
            return _("the party that it names had ended or left by its day, and is not counted")
        case "area-not-named":
            return _("it is done in each area, and none is named")
        case _:
            assert_never(reason)


def _what_to_do(reason: NotCounted) -> str:
    match reason:
        case "outside-period":
            return _("check the day, or the obligation's 'first' and 'end'")
        case "no-such-period":
            return _("write under 'period' its name, as 'yp obligations --json' gives it")
        case "party-not-named" | "other-party":
            return _("write under 'party' whose it is; a collective stands for all its members")
        case "party-not-there":
            return _(
                "check the day; what a law still binds one that has left to do is not counted here"
            )
        case "area-not-named":
            return _("write under 'area' where it was")
        case "kind-alone" | "not-named" | "several-meant":
            return _("name the obligation under 'fulfils'")
        case _:
            assert_never(reason)


@rule(
    "YP621",
    Severity.ERROR,
    later("A decision appoints somebody who has ended by its day, or has not yet begun."),
    why=later("The measure would be left to nobody, and look as if somebody answered."),
    bad="type: decision\non: 2025-03-01\nmeasure: ruoka-apu\nappoints:\n  - aluekeskus",
    good="type: decision\non: 2025-03-01\nmeasure: ruoka-apu\nappoints:\n  - koivula",
)
def appoints_somebody_gone(context: Context) -> Iterator[Violation]:
    for event in _counting(context):
        for number, key in enumerate(event.appoints):
            ending = lifetime.ending(context.kb, key, event.on.last)
            beginning = lifetime.beginning(context.kb, key, event.on.last)
            if ending is None and beginning is None:
                continue
            name = quoted(context.kb.name(key))
            message = (
                _("{name} ended on {day}").format(name=name, day=day_text(ending.day))
                if ending
                else _("{name} has not yet begun on {day}").format(
                    name=name, day=day_text(event.on.last)
                )
            )
            successor = ending.successor if ending else None
            hint = _("appoint somebody who is there")
            if successor:
                hint = _("its successor is {id}").format(id=quoted(successor))
            yield Violation(event.id, ("appoints", number), message, hint)


@rule(
    "YP622",
    Severity.WARNING,
    later("A decision appoints for a measure on which another body decides."),
    why=later("Whoever is appointed may say that the decision does not bind."),
    bad="type: decision\nbody: turvaverkosto\nmeasure: ruoka-apu\nappoints:\n  - koivula",
    good="type: decision\nbody: foorumi\nmeasure: ruoka-apu\nappoints:\n  - koivula",
)
def appoints_without_competence(context: Context) -> Iterator[Violation]:
    for event in _counting(context):
        measure = context.kb.find(Measure, event.measure)
        if measure is None or not event.appoints:
            continue
        decides = measures.decides(context.kb, measure)
        if decides is None or event.body == decides:
            continue
        message = _("{body} decides on {measure}, and the decision is not of it").format(
            body=quoted(context.kb.name(decides)), measure=quoted(measure.code)
        )
        hint = _("write under 'body' who decided, or have it confirmed")
        yield Violation(event.id, ("body",) if event.body else ("appoints",), message, hint)


@rule(
    "YP609",
    Severity.WARNING,
    later("An update says that a measure is completed and shows no evidence."),
    why=later("Anybody may ask to see what was done."),
    bad="state: completed",
    good="state: completed\nevidence:\n  - type: minutes\n    text: valtuusto 8.5.2023 § 41",
)
def completed_without_evidence(context: Context) -> Iterator[Violation]:
    for update in uncorrected(context):
        if isinstance(update, Update) and update.state == "completed" and not update.evidence:
            message = _("{id} is reported as completed without evidence").format(
                id=quoted(update.measure)
            )
            hint = _("add minutes, a diary number or a link under 'evidence'")
            yield Violation(update.id, ("state",), message, hint)


@rule(
    "YP623",
    Severity.NOTE,
    later("A measure is completed, and no value of its indicator is recorded."),
    why=later("The indicator was to show whether it is done."),
    bad="state: completed  # mittari-j1 has no value",
    good="# a value as well\nindicator: mittari-j1\nvalue: perustettu",
)
def completed_without_value(context: Context) -> Iterator[Violation]:
    kb = context.kb
    valued = {value.indicator for value in kb.values if not value.void}
    for standing in standings.reported(kb, context.day):
        word = standing.latest
        if standing.state != "completed" or word is None:
            continue
        countable = [i for i in standing.measure.indicators if i.type in MEASURABLE]
        if countable and not any(indicator.id in valued for indicator in countable):
            message = _("{measure} is completed, and {id} has no value").format(
                measure=standing.measure.code, id=quoted(countable[0].id)
            )
            hint = _("record it: yp record value {id} …").format(id=countable[0].id)
            yield Violation(word.id, ("state",), message, hint)


RULES: tuple[Rule, ...] = (
    counts_for_nothing,
    does_not_count,
    appoints_somebody_gone,
    appoints_without_competence,
    completed_without_evidence,
    completed_without_value,
)
