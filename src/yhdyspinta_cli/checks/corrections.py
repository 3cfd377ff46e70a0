"""Rules on reports of one thing: which of them holds, and which one corrects which."""

from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Severity, quoted
from yhdyspinta_cli.facts import corrections, cycles, ranks
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.status import Update, Value


def uncorrected(context: Context) -> tuple[Update | Value, ...]:
    """Return the updates and values that nothing corrects and that take nothing back."""
    return tuple(corrections.uncorrected((*context.kb.updates, *context.kb.values)))


@rule(
    "YP606",
    Severity.WARNING,
    later("Two reports on one thing count from one day and neither corrects the other."),
    why=later("Only one of the two can be the state of that day."),
    bad="# two files\nmeasure: tiedon-malli\nby: hiidenmaa\non: 2023-05-10",
    good="# the second file\nmeasure: tiedon-malli\nby: hiidenmaa\non: 2023-05-10\n"
    "corrects: 2023-05-10-tiedon-malli-a1b2c3",
)
def two_of_one_day(context: Context) -> Iterator[Violation]:
    first: dict[tuple[object, ...], list[Update | Value]] = {}
    for record in uncorrected(context):
        subject = record.measure if isinstance(record, Update) else record.indicator
        earlier = first.setdefault((record.kind, subject, record.party, record.on.last), [])
        other = next((one for one in earlier if _collide(one, record)), None)
        earlier.append(record)
        if other is not None:
            message = _("{other} already reports on {subject} for {on}").format(
                other=quoted(other.id), subject=quoted(subject), on=other.on
            )
            hint = _("if this one corrects it, name it under 'corrects'")
            if other.by != record.by:
                hint = _("agree on what holds; the one that is right corrects the other")
            yield Violation(record.id, ("on",), message, hint, ((other.id, ("on",)),))


def _collide(one: Update | Value, other: Update | Value) -> bool:
    """True for two reports of one actor whose moments do not tell which is the later.

    Also for two actors who say different things of a measure as a whole, or in a value. What two
    actors say of one party shows as disputed and is no fault.
    """
    if one.by == other.by:
        return ranks.rank(one) == ranks.rank(other)
    if isinstance(one, Update) and isinstance(other, Update):
        return one.party is None and one.state != other.state
    return isinstance(one, Value) and isinstance(other, Value) and one.value != other.value


@rule(
    "YP607",
    Severity.ERROR,
    later("A correction names a record that is about something else."),
    why=later("The report that was meant still holds, and another one disappears."),
    bad="measure: tiedon-malli\ncorrects: 2023-06-01-turvasuunnitelmat-3c4d5e",
    good="measure: tiedon-malli\ncorrects: 2023-10-01-tiedon-malli-6f7081",
)
def corrects_another_thing(context: Context) -> Iterator[Violation]:
    for record in context.kb.correctable:
        other = context.kb.find(type(record), record.corrects)
        if other is not None and corrections.subject(other) != corrections.subject(record):
            message = _("{id} is about something else and cannot be corrected here").format(
                id=quoted(other.id)
            )
            hint = _("name the report that this one replaces")
            yield Violation(record.id, ("corrects",), message, hint, ((other.id, ()),))


@rule(
    "YP608",
    Severity.ERROR,
    later("Reports correct each other in a circle, so that none of them holds."),
    why=later("Nothing remains of what was reported."),
    bad="# the first file\ncorrects: toinen\n# the second file\ncorrects: ensimmainen",
    good="# the second file\ncorrects: ensimmainen",
)
def correction_circle(context: Context) -> Iterator[Violation]:
    edges = {
        record.id: (record.corrects,)
        for record in context.kb.correctable
        if record.corrects is not None
    }
    for cycle in cycles.cycles(edges):
        message = _("the corrections lead in a circle: {way}").format(way=cycles.in_words(cycle))
        yield Violation(cycle[0], ("corrects",), message, _("take one of them out of the circle"))


@rule(
    "YP610",
    Severity.WARNING,
    later("A correction speaks of an earlier day than the report it corrects."),
    why=later("Either the day is mistyped, or it corrects the wrong report."),
    bad="on: 2023-01-01\ncorrects: 2023-10-01-tiedon-malli-6f7081",
    good="on: 2023-11-01\ncorrects: 2023-10-01-tiedon-malli-6f7081",
)
def correction_out_of_order(context: Context) -> Iterator[Violation]:
    for record in context.kb.correctable:
        other = context.kb.find(type(record), record.corrects)
        if other is not None and record.on.last < other.on.first:
            message = _("the correction is of {on}, what it corrects is of {other}").format(
                on=record.on, other=other.on
            )
            hint = _("check both days")
            yield Violation(record.id, ("on",), message, hint, ((other.id, ("on",)),))


@rule(
    "YP615",
    Severity.WARNING,
    later("Two reports correct the same report, and neither corrects the other."),
    why=later("Only one of the two can be right; the later one holds without anybody's decision."),
    bad="# two files\ncorrects: 2023-10-01-tiedon-malli-6f7081",
    good="# the second file\ncorrects: 2023-11-02-tiedon-malli-7a8b9c",
)
def corrected_twice(context: Context) -> Iterator[Violation]:
    for found in corrections.corrected_twice(context.kb):
        message = _("{other} corrects {id}, too").format(
            other=quoted(found.other), id=quoted(found.corrected)
        )
        hint = _("agree on what holds; the one that is right corrects the other")
        related = ((found.other, ("corrects",)),)
        yield Violation(found.record.id, ("corrects",), message, hint, related)


RULES: tuple[Rule, ...] = (
    two_of_one_day,
    corrects_another_thing,
    correction_circle,
    correction_out_of_order,
    corrected_twice,
)
