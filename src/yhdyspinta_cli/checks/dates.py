"""Rules on the days of the documents themselves."""

import re
from collections.abc import Iterator

from yhdyspinta_cli.checks.rule import Case, Hit
from yhdyspinta_cli.diagnostic import quoted
from yhdyspinta_cli.language import day as day_words
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import fields


def agreement_expired(case: Case) -> Iterator[Hit]:
    """The agreement is no longer valid on the day that is asked about."""
    validity = case.kb.agreement.validity
    if case.day > validity.end:
        message = _("the agreement ended on {day}").format(day=day_words(validity.end))
        hint = _("agree on a new one, or ask about an earlier day with --as-of")
        yield Hit(case.kb.agreement.id, ("validity", "end"), message, hint)


def signed_after_start(case: Case) -> Iterator[Hit]:
    """The agreement was signed after the day on which it began to hold."""
    agreement = case.kb.agreement
    if agreement.signatures is None:
        return
    signed = fields.dated(agreement.signatures.last)
    start = agreement.validity.start
    if signed is not None and signed.first > start:
        message = _("the last signature is of {signed}, the agreement holds from {start}").format(
            signed=day_words(signed.first) if signed.is_day else signed.written,
            start=day_words(start),
        )
        hint = _("check both days, or accept this in a remark")
        yield Hit(agreement.id, ("signatures", "last"), message, hint)


_DATE = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}")


def placeholder_date(case: Case) -> Iterator[Hit]:
    """A document bears a placeholder where its date should stand."""
    for document in case.kb.agreement.documents:
        printed = document.date_printed
        if printed is not None and document.day is None and not _DATE.fullmatch(printed):
            message = _("{printed} is not a date: the day of {name} is not known").format(
                printed=quoted(printed), name=quoted(document.short)
            )
            hint = _("write the day under 'day' once it is known")
            yield Hit(document.id, ("date_printed",), message, hint)
