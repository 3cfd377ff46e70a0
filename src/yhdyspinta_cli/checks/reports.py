"""Rules on what was reported: updates, indicator values and events."""

from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Severity, quoted
from yhdyspinta_cli.facts import agreement, conflicts, cycles, naming, ranks
from yhdyspinta_cli.language import day_text, later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.status import Update, Value


def _reported(context: Context) -> tuple[conflicts.Reported, ...]:
    return (*context.kb.updates, *context.kb.values, *context.kb.events)


@rule(
    "YP604",
    Severity.WARNING,
    later("An update speaks of a day before the programme, and so its measures, began."),
    why=later("The year is probably mistyped."),
    bad="on: 2013-05-10",
    good="on: 2023-05-10",
)
def update_too_early(context: Context) -> Iterator[Violation]:
    programme = context.kb.programme
    begin = agreement.first_day(context.kb)
    for when in (programme.reports_from, programme.period_start) if programme else ():
        begin = min(begin, when.first) if when is not None else begin
    records: tuple[Update | Value, ...] = (*context.kb.updates, *context.kb.values)
    for record in records:
        if record.on.last < begin:
            message = _("{on} is before {begin}, when the programme's reports begin").format(
                on=record.on, begin=day_text(begin)
            )
            yield Violation(record.id, ("on",), message, _("check the year"))


@rule(
    "YP605",
    Severity.WARNING,
    later("Something is reported of a day that has not come yet."),
    why=later("The year is probably mistyped, or a plan is reported as a fact."),
    bad="on: 2032-05-10",
    good="on: 2023-05-10",
)
def in_the_future(context: Context) -> Iterator[Violation]:
    for record in _reported(context):
        if record.on.first > context.day:
            message = _("{on} is after {day}").format(on=record.on, day=day_text(context.day))
            yield Violation(record.id, ("on",), message, _("check the year"))


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
    for record in _uncorrected(context):
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


def _uncorrected(context: Context) -> tuple[Update | Value, ...]:
    return tuple(conflicts.uncorrected((*context.kb.updates, *context.kb.values)))


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
    "YP611",
    Severity.WARNING,
    later("A report speaks of a party that does not stand behind the measure."),
    why=later("It would be counted among those who answer for the measure."),
    bad="measure: tietopohja\nparty: koivula",
    good="measure: turvasuunnitelmat\nparty: koivula",
)
def party_not_behind(context: Context) -> Iterator[Violation]:
    kb = context.kb
    for record in _uncorrected(context):
        measure = kb.measure_of(record)
        if record.party is None or not isinstance(record, Update) or measure is None:
            continue
        parties = (
            *naming.answering(kb, measure, record.on.last),
            *naming.taking_part(kb, measure, record.on.last),
        )
        behind = {party.id for party in parties}
        if behind and record.party not in behind and context.is_whole:
            message = _("{party} does not answer for {measure}").format(
                party=quoted(kb.name(record.party)), measure=f"{measure.code} {measure.title}"
            )
            hint = _("the report is shown, but not counted; check the measure and the party")
            yield Violation(record.id, ("party",), message, hint, ((measure.id, ("responsible",)),))


@rule(
    "YP612",
    Severity.WARNING,
    later("A report says merged and not into what, or names a target in another state."),
    why=later("A reader cannot tell where the work goes on."),
    bad="measure: tiedon-malli\nstate: merged",
    good="measure: tiedon-malli\nstate: merged\nmerged_into: tietopohja",
)
def merged_into_nothing(context: Context) -> Iterator[Violation]:
    for update in context.kb.updates:
        if update.state == "merged" and update.merged_into is None:
            message = _("{measure} is reported as merged, and not into what").format(
                measure=quoted(update.measure)
            )
            yield Violation(
                update.id, ("state",), message, _("name the measure under 'merged_into'")
            )
        if update.state != "merged" and update.merged_into is not None:
            message = _("only a merged measure is merged into another one")
            yield Violation(update.id, ("merged_into",), message, _("check the state"))


@rule(
    "YP613",
    Severity.WARNING,
    later("Measures are merged into each other in a circle, or one into itself."),
    why=later("None of them goes on, and nobody said so."),
    bad="measure: tiedon-malli\nstate: merged\nmerged_into: tiedon-malli",
    good="measure: tiedon-malli\nstate: merged\nmerged_into: tietopohja",
)
def merge_circle(context: Context) -> Iterator[Violation]:
    for found in conflicts.merger_circles(context.kb):
        message = _("the mergers lead in a circle: {way}").format(way=cycles.in_words(found.way))
        hint = _("name the measure that goes on")
        yield Violation(found.update.id, ("merged_into",), message, hint)


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


@rule(
    "YP607",
    Severity.ERROR,
    later("A correction names a record that is about something else."),
    why=later("The report that was meant still holds, and another one disappears."),
    bad="measure: tiedon-malli\ncorrects: 2023-06-01-turvasuunnitelmat-3c4d5e",
    good="measure: tiedon-malli\ncorrects: 2023-10-01-tiedon-malli-6f7081",
)
def corrects_another_thing(context: Context) -> Iterator[Violation]:
    for record in _reported(context):
        other = context.kb.find(type(record), record.corrects)
        if other is not None and conflicts.subject(other) != conflicts.subject(record):
            message = _("{id} is about something else and cannot be corrected here").format(
                id=quoted(other.id)
            )
            hint = _("name the report that this one replaces")
            yield Violation(record.id, ("corrects",), message, hint, ((other.id, ()),))


@rule(
    "YP615",
    Severity.WARNING,
    later("Two reports correct the same report, and neither corrects the other."),
    why=later("Only one of the two can be right; the later one holds without anybody's decision."),
    bad="# two files\ncorrects: 2023-10-01-tiedon-malli-6f7081",
    good="# the second file\ncorrects: 2023-11-02-tiedon-malli-7a8b9c",
)
def corrected_twice(context: Context) -> Iterator[Violation]:
    for found in conflicts.corrected_twice(context.kb):
        message = _("{other} corrects {id}, too").format(
            other=quoted(found.other), id=quoted(found.corrected)
        )
        hint = _("agree on what holds; the one that is right corrects the other")
        related = ((found.other, ("corrects",)),)
        yield Violation(found.record.id, ("corrects",), message, hint, related)


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
        for record in _reported(context)
        if record.corrects is not None
    }
    for cycle in cycles.cycles(edges):
        message = _("the corrections lead in a circle: {way}").format(way=cycles.in_words(cycle))
        yield Violation(cycle[0], ("corrects",), message, _("take one of them out of the circle"))


@rule(
    "YP609",
    Severity.WARNING,
    later("An update says that a measure is completed and shows no evidence."),
    why=later("Anybody may ask to see what was done."),
    bad="state: completed",
    good="state: completed\nevidence:\n  - type: minutes\n    text: valtuusto 8.5.2023 § 41",
)
def completed_without_evidence(context: Context) -> Iterator[Violation]:
    corrected = {update.corrects for update in context.kb.updates}
    for update in context.kb.updates:
        if update.state == "completed" and not update.evidence and update.id not in corrected:
            message = _("{id} is reported as completed without evidence").format(
                id=quoted(update.measure)
            )
            hint = _("add minutes, a diary number or a link under 'evidence'")
            yield Violation(update.id, ("state",), message, hint)


@rule(
    "YP610",
    Severity.WARNING,
    later("A correction speaks of an earlier day than the report it corrects."),
    why=later("Either the day is mistyped, or it corrects the wrong report."),
    bad="on: 2023-01-01\ncorrects: 2023-10-01-tiedon-malli-6f7081",
    good="on: 2023-11-01\ncorrects: 2023-10-01-tiedon-malli-6f7081",
)
def correction_out_of_order(context: Context) -> Iterator[Violation]:
    for record in _reported(context):
        other = context.kb.find(type(record), record.corrects)
        if other is not None and record.on.last < other.on.first:
            message = _("the correction is of {on}, what it corrects is of {other}").format(
                on=record.on, other=other.on
            )
            hint = _("check both days")
            yield Violation(record.id, ("on",), message, hint, ((other.id, ("on",)),))


RULES: tuple[Rule, ...] = (
    update_too_early,
    in_the_future,
    two_of_one_day,
    corrects_another_thing,
    correction_circle,
    completed_without_evidence,
    correction_out_of_order,
    party_not_behind,
    merged_into_nothing,
    merge_circle,
    count_above_parties,
    corrected_twice,
)
