"""Rules on the days of the documents themselves."""

import re
from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Context, Rule, Violation, rule
from yhdyspinta_cli.diagnostic import Severity, quoted
from yhdyspinta_cli.language import day_text, later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import fields


@rule(
    "YP601",
    Severity.NOTE,
    later("The agreement is no longer valid on the day that is asked about."),
    why=later("What follows from it is history, until it is renewed."),
    bad="validity:\n  start: 2022-03-01\n  end: 2025-06-30",
    good="validity:\n  start: 2022-03-01\n  end: 2029-06-30",
)
def agreement_expired(context: Context) -> Iterator[Violation]:
    validity = context.kb.agreement.validity
    if context.day > validity.end:
        message = _("the agreement ended on {day}").format(day=day_text(validity.end))
        hint = _("agree on a new one, or ask about an earlier day with --as-of")
        yield Violation(context.kb.agreement.id, ("validity", "end"), message, hint)


@rule(
    "YP602",
    Severity.WARNING,
    later("The agreement was signed after the day on which it began to hold."),
    why=later("What held in between has to be judged by a person."),
    bad='validity:\n  start: 2022-03-01\nsignatures:\n  last: "2022-05-20T15:30:00+03:00"',
    good='validity:\n  start: 2022-03-01\nsignatures:\n  last: "2022-02-20T15:30:00+02:00"',
)
def signed_after_start(context: Context) -> Iterator[Violation]:
    agreement = context.kb.agreement
    if agreement.signatures is None:
        return
    signed = fields.dated(agreement.signatures.last)
    start = agreement.validity.start
    if signed is not None and signed.first > start:
        message = _("the last signature is of {signed}, the agreement holds from {start}").format(
            signed=day_text(signed.first) if signed.is_day else signed.written,
            start=day_text(start),
        )
        hint = _("check both days, or accept this in a remark")
        yield Violation(agreement.id, ("signatures", "last"), message, hint)


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
)
