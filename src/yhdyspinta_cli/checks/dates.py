"""Rules on the days of the documents themselves."""

import re
from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Severity, quoted
from yhdyspinta_cli.facts import agreement
from yhdyspinta_cli.language import day_text, later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import days


@rule(
    "YP601",
    Severity.NOTE,
    later("The agreement is no longer valid on the day that is asked about."),
    why=later("What follows from it is history, until it is renewed."),
    bad="validity:\n  start: 2022-03-01\n  end: 2025-06-30",
    good="validity:\n  start: 2022-03-01\n  end: 2029-06-30",
)
def agreement_expired(context: Context) -> Iterator[Violation]:
    last = agreement.last_day(context.kb, context.day)
    if last is not None and context.day > last:
        message = _("the agreement ended on {day}").format(day=day_text(last))
        hint = _("agree on a new one, or ask about an earlier day with --as-of")
        yield Violation(context.kb.agreement.id, ("validity", "end"), message, hint)


_NEVER = 2090
"""From this year on a last day is no day that anybody has agreed on."""


@rule(
    "YP630",
    Severity.NOTE,
    later("A last day is given that stands for an agreement without an end."),
    why=later("Days left and years to report are counted to a day that nobody has agreed on."),
    bad="validity:\n  start: 2022-03-01\n  end: 2099-12-31",
    good="validity:\n  start: 2022-03-01\nnotice:\n  months: 12",
)
def invented_last_day(context: Context) -> Iterator[Violation]:
    found = context.kb.agreement
    end = found.validity.end
    if end is not None and end.year >= _NEVER:
        message = _("{day} stands for no end").format(day=day_text(end))
        hint = _("delete the line 'end: {day}': without it the agreement has no end").format(
            day=end
        )
        yield Violation(found.id, ("validity", "end"), message, hint)


@rule(
    "YP602",
    Severity.WARNING,
    later("The agreement was signed after the day on which it began to hold."),
    why=later("What held in between has to be judged by a person."),
    bad='validity:\n  start: 2022-03-01\nsignatures:\n  last: "2022-05-20T15:30:00+03:00"',
    good='validity:\n  start: 2022-03-01\nsignatures:\n  last: "2022-02-20T15:30:00+02:00"',
)
def signed_after_start(context: Context) -> Iterator[Violation]:
    found = context.kb.agreement
    if found.signatures is None:
        return
    signed = days.dated(found.signatures.last)
    start = agreement.first_day(context.kb)
    if signed is not None and signed.first > start:
        message = _("the last signature is of {signed}, the agreement holds from {start}").format(
            signed=day_text(signed.first) if signed.is_day else signed.written,
            start=day_text(start),
        )
        hint = _("check both days, or accept this in a remark")
        yield Violation(found.id, ("signatures", "last"), message, hint)


_DATE = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}")


@rule(
    "YP603",
    Severity.WARNING,
    later("A document bears a placeholder where its date should stand."),
    why=later("Its day is unknown, and with it the law that held on that day."),
    bad="date_printed: x.x.2022",
    good="date_printed: x.x.2022\nday: 2022-02-14",
)
def placeholder_date(context: Context) -> Iterator[Violation]:
    for document in context.kb.agreement.documents:
        printed = document.date_printed
        if printed is not None and document.day is None and not _DATE.fullmatch(printed):
            message = _("{printed} is not a date: the day of {name} is not known").format(
                printed=quoted(printed), name=quoted(document.short)
            )
            hint = _("write the day under 'day' once it is known")
            yield Violation(document.id, ("date_printed",), message, hint)


RULES: tuple[Rule, ...] = (
    agreement_expired,
    signed_after_start,
    placeholder_date,
    invented_last_day,
)
"""Those whose codes come after the ones of reports."""
