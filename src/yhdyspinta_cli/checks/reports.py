"""Rules on a report by itself: its day, whom it speaks of, into what it says a measure went."""

from collections.abc import Iterator

from yhdyspinta_cli.checks.corrections import uncorrected
from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Severity, quoted
from yhdyspinta_cli.facts import agreement, conflicts, cycles, measures, naming
from yhdyspinta_cli.language import day_text, later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.measures import Indicator, Measure
from yhdyspinta_cli.model.status import Update, Value


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
    for record in context.kb.correctable:
        if record.on.first > context.day:
            message = _("{on} is after {day}").format(on=record.on, day=day_text(context.day))
            yield Violation(record.id, ("on",), message, _("check the year"))


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
    for record in uncorrected(context):
        measure = kb.measure_of(record)
        if record.party is None or not isinstance(record, Update) or measure is None:
            continue
        counts = naming.counts_for(kb, measure, record.party, record.on.last)
        if not counts and context.is_whole:
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
    "YP625",
    Severity.WARNING,
    later("A state or a value is reported of a day on which its measure was over, or not begun."),
    why=later(
        "Nothing goes on then: the day is mistyped, or the measure's own days are wrong. That it "
        "was completed, cancelled or merged may be told after its end, that it is not started "
        "before its start, and a value may be told by any measure that its indicator is of."
    ),
    bad="# the measure ended on 2024-03-31\nstate: in-progress\non: 2024-09-01",
    good="# the measure ended on 2024-03-31\nstate: in-progress\non: 2024-03-01",
)
def outside_its_days(context: Context) -> Iterator[Violation]:
    for record in uncorrected(context):
        about = _about(context, record)
        if not about or any(measures.covers(one, record) for one in about):
            continue
        measure = about[0]
        is_after = measure.end is not None and measure.end < record.on.first
        stated = measure.end if is_after else measure.start
        if stated is None:
            continue
        words = _("{measure} had ended on {day}") if is_after else _("{measure} begins on {day}")
        hint = _("check the day, and the measure's first day under 'start'")
        if is_after:
            hint = _("check the day, and the measure's last day under 'end'")
            if isinstance(record, Update):
                hint = _(
                    "the report is shown, but not counted; check the day, and the measure's last "
                    "day under 'end'"
                )
        message = words.format(measure=f"{measure.code} {measure.title}", day=day_text(stated))
        field = "end" if is_after else "start"
        yield Violation(record.id, ("on",), message, hint, ((measure.id, (field,)),))


def _about(context: Context, record: Update | Value) -> tuple[Measure, ...]:
    """Return the measures that a report is of: a value's may be shared by several."""
    own = context.kb.measure_of(record)
    indicator = context.kb.find(Indicator, record.indicator) if isinstance(record, Value) else None
    keys = indicator.shared_with if indicator is not None else ()
    shared = (context.kb.find(Measure, key) for key in keys)
    return tuple(one for one in (own, *shared) if one is not None)


RULES: tuple[Rule, ...] = (
    update_too_early,
    in_the_future,
    party_not_behind,
    merged_into_nothing,
    merge_circle,
    outside_its_days,
)
