"""Rules on numbers and days outside the bounds of what they tell, and on keys of former days."""

from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Severity
from yhdyspinta_cli.facts import agreement
from yhdyspinta_cli.language import day_text, later
from yhdyspinta_cli.language import text as _


@rule(
    "YP212",
    Severity.WARNING,
    later("A key stands here that an earlier version read, and that is read no more."),
    why=later("What it says is shown nowhere; another key has its place."),
    bad="# data/programme.yaml\nlinks:\n  - title: Yhteistyön opas\n"
    "    url: https://www.example.org/opas",
    good="# data/programme.yaml\nreferences:\n  - id: viite-opas\n    title: Yhteistyön opas\n"
    "    url: https://www.example.org/opas",
)
def former_key(context: Context) -> Iterator[Violation]:
    programme = context.kb.programme
    if programme is not None and programme.former_links:
        message = _("the key 'links' is read no more, and shown nowhere")
        hint = _("write 'references' in its place, and give each an id: '- id: …' above its title")
        yield Violation(programme.id, ("links",), message, hint)


@rule(
    "YP213",
    Severity.WARNING,
    later("The number of a goal is below zero."),
    why=later("No document counts so: a hyphen stands where none belongs."),
    bad="id: hyvinvointi\nnumber: -3",
    good="id: hyvinvointi\nnumber: 3",
)
def number_below_zero(context: Context) -> Iterator[Violation]:
    for goal in context.kb.goals:
        if goal.number < 0:
            message = _("the number {number} is below zero").format(number=goal.number)
            hint = _("write the number as printed: {number}").format(number=-goal.number)
            yield Violation(goal.id, ("number",), message, hint)


@rule(
    "YP631",
    Severity.WARNING,
    later("A period, or the day of an obligation, lies outside the time in which it can be."),
    why=later("Nothing is counted and nothing falls due there, and answers are empty."),
    bad="validity:\n  start: 2022-03-01\n  end: 2025-06-30\n# an obligation\nrhythm:\n  by: 2035",
    good="validity:\n  start: 2022-03-01\n  end: 2025-06-30\n# an obligation\nrhythm:\n  by: 2025",
)
def outside_its_time(context: Context) -> Iterator[Violation]:
    kb, last = context.kb, agreement.last_day(context.kb)
    check = _("correct one of the two")
    programme = kb.programme
    if programme is not None:
        start, end = programme.period_start, programme.period_end
        if start is not None and end is not None and end.last < start.first:
            message = _("the period ends in {end}, before it begins in {start}").format(
                end=end.written, start=start.written
            )
            yield Violation(programme.id, ("period_end",), message, check)
        if start is not None and last is not None and start.first > last:
            message = _("the period begins in {start}, after the agreement ends on {end}").format(
                start=start.written, end=day_text(last)
            )
            yield Violation(programme.id, ("period_start",), message, check)
    for obligation in kb.obligations:
        by = obligation.rhythm.by if obligation.rhythm is not None else None
        if by is None:
            continue
        if last is not None and by.first > last:
            message = _("it is due {by}, after the agreement ends on {end}").format(
                by=by.written, end=day_text(last)
            )
            yield Violation(obligation.id, ("rhythm", "by"), message, check)


RULES: tuple[Rule, ...] = (former_key, number_below_zero, outside_its_time)
