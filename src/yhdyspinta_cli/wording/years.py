"""A year in which the agreement does not hold, and the years that can be chosen instead."""

from datetime import date, timedelta

from yhdyspinta_cli.facts import agreement
from yhdyspinta_cli.language import day_text
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries.compared import held_in
from yhdyspinta_cli.wording import days

_DAY = timedelta(days=1)


def outside(
    kb: KnowledgeBase,
    year: int,
    day: date,
    *,
    known: date | None = None,
    by_day: str = "",
) -> tuple[str, str] | None:
    """Return that the agreement, as it stands on `day`, does not hold in a year, and the choice.

    None where it holds on some day of the year. The choice is that of the day `known`, of `day`
    where none is given; with `known` a recorded change that is yet to come and gives the year is
    named, too. `by_day` is the option that gives a day where the year was asked for by one: then
    the choice is of days.
    """
    if agreement.holds_in(kb, year, day):
        return None
    asked = day if known is None else max(day, known)
    why, choice = _by_day(kb, year, asked, by_day) if by_day else _by_year(kb, year, asked)
    # What is yet to come is no part of the answer of an earlier day: only who asks now is told it.
    coming = None if known is None else agreement.coming_in(kb, year, max(day, known))
    if coming is None:
        return why, choice
    return (
        _("{why}, and {held} by {title}, which is yet to come into force").format(
            why=why, title=coming.title, held=days.held(coming.day, coming.end)
        ),
        # A meeting's paper takes no day but that of the meeting.
        choice
        if by_day
        else _("{choice}, or ask as of a day on which {title} holds, --as-of {day}").format(
            choice=choice, title=coming.title, day=coming.day
        ),
    )


def incomparable(kb: KnowledgeBase, compared: int, year: int, day: date) -> tuple[str, str] | None:
    """Return that a report of a year cannot stand beside another year, and the choice.

    None where it can: the other year is an earlier one in which the agreement held on some day.
    """
    held = held_in(kb, year, day)
    if compared in held:
        return None
    if compared >= year:
        why = _("a report of {year} is compared with an earlier year, and not with {compared}")
    else:
        why = _("the agreement did not hold in {compared}: a report of {year} has nothing of it")
    if not held:
        choice = _("leave out --compare: {year} is the first year of the agreement")
    elif len(held) == 1:
        choice = _("choose the year {first}")
    else:
        choice = _("choose one of the years {listed}")
    listed = ", ".join(str(one) for one in held)
    first = held[0] if held else year
    return (
        why.format(year=year, compared=compared),
        choice.format(year=year, first=first, listed=listed),
    )


def _by_day(kb: KnowledgeBase, year: int, day: date, option: str) -> tuple[str, str]:
    """Return why, and the days that can be chosen, as they are written on the command line."""
    why, _choice = _by_year(kb, year, day)
    for gap in agreement.gaps(kb, day):
        if gap.start.year <= year <= gap.end.year:
            before, after = gap.start - _DAY, gap.end + _DAY
            return why, _(
                "choose {before} or an earlier day, or {after} or a later one: {option}"
            ).format(before=before, after=after, option=option)
    first, last = agreement.first_day(kb), agreement.last_day(kb, day)
    if last is None:
        return why, _("choose the day {first} or a later one: {option}").format(
            first=first, option=option
        )
    return why, _("choose a day from {first} to {last}: {option}").format(
        first=first, last=last, option=option
    )


def _by_year(kb: KnowledgeBase, year: int, day: date) -> tuple[str, str]:
    """Return why, and the years that can be chosen."""
    for gap in agreement.gaps(kb, day):
        if gap.start.year <= year <= gap.end.year:
            before, after = gap.start - _DAY, gap.end + _DAY
            return (
                _(
                    "the agreement does not hold in {year}: it ended {end} and begins {start}"
                ).format(year=year, end=day_text(before), start=day_text(after)),
                _("choose {before} or an earlier year, or {after} or a later one").format(
                    before=before.year, after=after.year
                ),
            )
    first, last = agreement.first_day(kb), agreement.last_day(kb, day)
    if last is None:
        return (
            _("the agreement does not hold in {year}: it holds from {start}").format(
                year=year, start=day_text(first)
            ),
            _("choose the year {first} or a later one").format(first=first.year),
        )
    return (
        _("the agreement does not hold in {year}: it holds {start}–{end}").format(
            year=year, start=day_text(first), end=day_text(last)
        ),
        _("choose a year from {first} to {last}").format(first=first.year, last=last.year),
    )
