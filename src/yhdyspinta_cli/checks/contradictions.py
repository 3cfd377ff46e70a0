"""Rules on what is reported against what else is known: who speaks, values, states, counts."""

from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Severity, quoted
from yhdyspinta_cli.facts import lifetime, measured, region, standings
from yhdyspinta_cli.language import day_text, later, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.duties import Event
from yhdyspinta_cli.model.status import Update, Value


@rule(
    "YP616",
    Severity.WARNING,
    later("A report is made in the name of somebody who had ended, or had not yet begun."),
    why=later("Nobody stands behind what is said; the successor, or another one, must say it."),
    bad="by: aluekeskus  # it ended on 2023-12-31\non: 2024-05-10",
    good="by: palvelukeskus  # its successor\non: 2024-05-10",
)
def speaks_though_gone(context: Context) -> Iterator[Violation]:
    kb = context.kb
    records: tuple[Update | Value | Event, ...] = (*kb.updates, *kb.values, *kb.events)
    for record in records:
        if getattr(record, "void", False):
            continue
        for field in ("by", "party", "convener", "chair"):
            key = getattr(record, field, None)
            if not isinstance(key, str):
                continue
            ending = lifetime.ending(kb, key, record.on.first)
            beginning = lifetime.beginning(kb, key, record.on.last)
            name = quoted(kb.name(key))
            if ending is not None:
                message = _("{name} had ended on {day}").format(name=name, day=day_text(ending.day))
                hint = _("say who speaks now")
                if ending.successor:
                    hint = _("its successor is {id}").format(id=quoted(ending.successor))
                yield Violation(record.id, (field,), message, hint)
            elif beginning is not None:
                message = _("{name} had not yet begun on {day}").format(
                    name=name, day=day_text(record.on.last)
                )
                hint = _("say who spoke then, or check the day")
                yield Violation(record.id, (field,), message, hint)


@rule(
    "YP617",
    Severity.WARNING,
    later("An indicator says yes of what is not started, or no of what is completed."),
    why=later("One of the two is wrong, or out of date, and both are shown."),
    bad="# the measure is not started\nindicator: mittari-a2\nvalue: true",
    good="# the measure is in progress\nindicator: mittari-a2\nvalue: true",
)
def value_against_state(context: Context) -> Iterator[Violation]:
    held = measured.holding(context.kb, context.day)
    for standing in standings.of(context.kb, region.measures(context.kb, context.day), context.day):
        states = {p.party.id: p for p in standing.parties}
        for indicator in standing.measure.indicators:
            for value in held.get(indicator.id, ()):
                said = measured.is_yes(indicator, value)
                whose = states.get(value.party) if value.party else standing
                state = whose.state if whose is not None else None
                if (said, state) not in ((True, "not-started"), (False, "completed")):
                    continue
                told = quoted(str(value.value).lower())
                message = _("{measure} is {state}, and its indicator says {value}").format(
                    measure=standing.measure.code, state=quoted(str(state)), value=told
                )
                hint = _("report the state, or correct the value")
                yield Violation(value.id, ("value",), message, hint)


@rule(
    "YP618",
    Severity.WARNING,
    later("A count of parties is another number than the parties have told themselves."),
    why=later("Two numbers of one thing are shown, and a reader cannot tell which holds."),
    bad="# five parties have said yes\nindicator: mittari-a1\nvalue: 9",
    good="# five parties have said yes\nindicator: mittari-a1\nvalue: 5",
)
def count_against_parties(context: Context) -> Iterator[Violation]:
    held = measured.holding(context.kb, context.day)
    for standing in standings.of(context.kb, region.measures(context.kb, context.day), context.day):
        for indicator in standing.measure.indicators:
            if indicator.type != "count-of-parties":
                continue
            values = held.get(indicator.id, [])
            told = measured.count_told(standing, values)
            for value in values:
                number = value.value
                if value.party is not None or isinstance(number, bool) or told is None:
                    continue
                # What is more than there are parties is told as that (YP614).
                if isinstance(number, int) and told != number <= len(context.kb.parties):
                    message = plural(
                        "{number} are counted, and {n} party has told it",
                        "{number} are counted, and {n} parties have told it",
                        told,
                    ).format(number=number)
                    hint = _("let each party tell it, or correct the count")
                    yield Violation(value.id, ("value",), message, hint)


RULES: tuple[Rule, ...] = (
    speaks_though_gone,
    value_against_state,
    count_against_parties,
)
