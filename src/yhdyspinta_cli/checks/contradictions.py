"""Rules on what is reported against what else is known: who speaks, values, states, counts."""

from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Severity, quoted
from yhdyspinta_cli.facts import conflicts
from yhdyspinta_cli.language import day_text, later, plural
from yhdyspinta_cli.language import text as _


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
    for found in conflicts.gone(kb):
        name, record = quoted(kb.name(found.actor)), found.record
        if found.ending is not None:
            day = day_text(found.ending.day)
            words = _("{name} had ended on {day}")
            if found.ending.how == "left":
                words = _("{name} had left the agreement on {day}")
            message = words.format(name=name, day=day)
            hint = _("say who speaks now")
            if found.ending.successor:
                hint = _("its successor is {id}").format(id=quoted(found.ending.successor))
        else:
            message = _("{name} had not yet begun on {day}").format(
                name=name, day=day_text(record.on.last)
            )
            hint = _("say who spoke then, or check the day")
        yield Violation(record.id, (found.field,), message, hint)


@rule(
    "YP617",
    Severity.WARNING,
    later("An indicator says yes of what is not started or is late, or no of what is completed."),
    why=later(
        "One of the two is wrong, or out of date, and both are shown. A target that is reached "
        "says yes, and so does the one of two options that begins with no negation; any other "
        "text is not judged. What is late is told only where every indicator says yes."
    ),
    bad="# the measure is not started\nindicator: mittari-a2\nvalue: true",
    good="# the measure is in progress\nindicator: mittari-a2\nvalue: true",
)
def value_against_state(context: Context) -> Iterator[Violation]:
    for found in conflicts.against_state(context.kb, context.day):
        told = quoted(str(found.value.value).lower())
        message = _("{measure} is {state}, and its indicator says {value}").format(
            measure=found.measure.code, state=quoted(found.state), value=told
        )
        if found.late is not None:
            message = _(
                "{measure} is {state}, was due {day}, and its indicator says {value}"
            ).format(
                measure=found.measure.code,
                state=quoted(found.state),
                day=day_text(found.late),
                value=told,
            )
        hint = _("report the state, or correct the value")
        yield Violation(found.value.id, ("value",), message, hint)


@rule(
    "YP618",
    Severity.WARNING,
    later("A count of parties is another number than the parties have told themselves."),
    why=later("Two numbers of one thing are shown, and a reader cannot tell which holds."),
    bad="# five parties have said yes\nindicator: mittari-a1\nvalue: 9",
    good="# five parties have said yes\nindicator: mittari-a1\nvalue: 5",
)
def count_against_parties(context: Context) -> Iterator[Violation]:
    if not context.is_whole:
        return
    for found in conflicts.against_parties(context.kb, context.day):
        message = plural(
            "{number} are counted, and {n} party has told “yes” or “completed”",
            "{number} are counted, and {n} parties have told “yes” or “completed”",
            found.told,
        ).format(number=found.number)
        hint = _("let each party tell it, or correct the count")
        yield Violation(found.value.id, ("value",), message, hint)


@rule(
    "YP624",
    Severity.WARNING,
    later("A measure is told to be completed as a whole, and parties of it tell otherwise."),
    why=later(
        "Either the whole is not completed, or the parties have not told how they stand now. "
        "Parties that have told nothing contradict nobody."
    ),
    bad="# koivula is in progress\nmeasure: turvasuunnitelmat\nstate: completed",
    good="# koivula as well\nmeasure: turvasuunnitelmat\nparty: koivula\nstate: completed",
)
def whole_against_parties(context: Context) -> Iterator[Violation]:
    for found in conflicts.against_whole(context.kb, context.day):
        word = found.standing.latest
        if word is None:
            continue
        names = [quoted(party.party.name) for party in found.unfinished]
        if len(names) > 4:
            names = [*names[:3], "…"]
        message = _("{measure} is completed as a whole, and not at {parties}").format(
            measure=found.standing.measure.code, parties=", ".join(names)
        )
        hint = _("let the parties tell how they stand, or correct the state of the whole")
        yield Violation(word.id, ("state",), message, hint)


@rule(
    "YP614",
    Severity.WARNING,
    later("A count of parties is greater than the number of parties to the agreement."),
    why=later("Something else was counted, or a digit is too many."),
    bad="indicator: mittari-e4\nvalue: 60",
    good="indicator: mittari-e4\nvalue: 6",
)
def count_above_parties(context: Context) -> Iterator[Violation]:
    for found in conflicts.beyond_parties(context.kb):
        message = _("{n} is more than the {total} parties to the agreement").format(
            n=found.value.value, total=found.total
        )
        yield Violation(found.value.id, ("value",), message, _("check the number"))


RULES: tuple[Rule, ...] = (
    speaks_though_gone,
    value_against_state,
    count_above_parties,
    count_against_parties,
    whole_against_parties,
)
