"""The first sheet of a party's workbook: what is asked, why, by when, and to whom it is sent."""

from collections.abc import Iterator, Sequence
from datetime import date

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import day_text
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.output.round_sheet import AskedSheet
from yhdyspinta_cli.queries.round_asked import RoundAsked


@frozen
class Cover:
    """A title, and below it groups of sentences, each with its heading where it has one."""

    title: str
    groups: tuple[tuple[str, tuple[str, ...]], ...]


def cover(
    kb: KnowledgeBase,
    asked: RoundAsked,
    sheets: Sequence[AskedSheet],
    *,
    due: date,
    asker: str | None,
    address: str | None,
) -> Cover:
    """Return the cover: `due` is the last day to answer, `asker` who asks and `address` where the
    answer goes, None where the data names none.
    """
    year = asked.year
    return Cover(
        _("Round {year}: {party}").format(year=year, party=asked.party.name),
        (
            ("", tuple(_why(kb, year))),
            ("", tuple(_where(due, asker, address))),
            (_("How to answer"), tuple(_how(asked))),
            (
                _("The sheets"),
                tuple(f"{sheet.name} ({len(sheet.rows)}): {sheet.about}" for sheet in sheets),
            ),
        ),
    )


def _why(kb: KnowledgeBase, year: int) -> Iterator[str]:
    yield _("This workbook asks how “{agreement}” has come true with you in {year}.").format(
        agreement=kb.agreement.title, year=year
    )
    yield _("Your answers go into the shared follow-up, from which the report of the year is made.")


def _where(due: date, asker: str | None, address: str | None) -> Iterator[str]:
    if asker is not None:
        yield _("It is asked by: {name}").format(name=asker)
    yield _("Answer by {day}.").format(day=day_text(due))
    if address is not None:
        yield _("Send the filled workbook to: {address}").format(address=address)
    else:
        yield _("Send the filled workbook back to whoever sent it to you.")


def _how(asked: RoundAsked) -> Iterator[str]:
    day = day_text(asked.day)
    yield _(
        "Fill the yellow cells and save the workbook. What you leave empty changes nothing: what "
        "you have told earlier still holds."
    )
    yield _("What is known already is shown as it was on {day}.").format(day=day)
    yield _(
        "Where you leave the day empty, your answer speaks of {day}. A day is written 14.5.{year}; "
        "a month (5/{year}) or a year will do, too."
    ).format(day=day, year=asked.year)
    yield _("As evidence give a web address, a diary number, or the minutes with their section.")
    yield _(
        "Do not write personal data: no names of people, phone numbers or identity codes. Name a "
        "role or a unit. A workbook with personal data is sent back."
    )
    yield _(
        "The other cells are locked without a password, against slips only. You may widen and "
        "filter. With the protection taken off you may also sort, and add columns of your own: "
        "they are not read."
    )
