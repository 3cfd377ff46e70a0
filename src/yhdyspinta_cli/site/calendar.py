"""The calendar page: this year and the next by month, and the calendars to be taken in."""

from collections.abc import Iterator, Mapping

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import month_name, sort_key
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.output import calendar as form
from yhdyspinta_cli.output import ical
from yhdyspinta_cli.queries.calendar_entries import CalendarEntry
from yhdyspinta_cli.site import calendars
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Other, Page
from yhdyspinta_cli.wording import sentences

PATH = "calendar.html"


@frozen
class CalendarRow:
    """An entry: when, which kind, what, how it stands."""

    when: str
    kind: str
    name: Name
    standing: str


@frozen
class CalendarPart:
    """What stands in a month, or at any time of the year."""

    key: str
    title: str
    rows: tuple[CalendarRow, ...]


@frozen
class YearRows:
    """A year by month, those left out in which nothing stands."""

    year: int
    parts: tuple[CalendarPart, ...]


def pages(site: Site) -> Iterator[Page]:
    """Yield the calendar page."""
    links = {whose: _links(site, whose) for whose in ("all", "party", "body")}
    yield Page(
        path=PATH,
        title=_("Calendar"),
        template="site/calendar.j2",
        given={
            "years": tuple(_year(site, year) for year in (site.year, site.year + 1)),
            "links": links,
        },
        kind="list",
        alternates=tuple(links["all"]),
    )


def files(site: Site) -> Mapping[str, bytes]:
    """Return the calendars, each by its path."""
    return {
        one.path: ical.of_years(site.kb, one.years, one.key or None).encode()
        for one in site.calendars
    }


def own(site: Site, key: str) -> tuple[Other, ...]:
    """Return the calendar of a party or a body (its id), where anything stands in it."""
    return tuple(
        Other(_("Calendar"), one.path, calendars.TYPE) for one in site.calendars if one.key == key
    )


def _links(site: Site, whose: str) -> list[Other]:
    found = (
        # The name of whose it is, that leads to the calendar and not to its page.
        Other(Name(site.kb.name(one.key)) if one.key else _("Calendar"), one.path, calendars.TYPE)
        for one in site.calendars
        if one.whose == whose
    )
    return sorted(found, key=lambda one: sort_key(one.text))


def _year(site: Site, year: int) -> YearRows:
    found = site.calendar(year)
    parts = [
        CalendarPart(
            f"{year}-{one.number:02}", month_name(one.number).capitalize(), _rows(site, one.entries)
        )
        for one in found.months
    ]
    any_time = CalendarPart(f"{year}-any", _("Any time of the year"), _rows(site, found.any_time))
    return YearRows(year, tuple(part for part in (*parts, any_time) if part.rows))


def _rows(site: Site, entries: tuple[CalendarEntry, ...]) -> tuple[CalendarRow, ...]:
    with sentences.marked():
        return tuple(
            CalendarRow(
                form.when_words(entry),
                form.kind_word(entry),
                Name(form.title(entry), entry.record.id),
                form.standing_words(site.kb, entry),
            )
            for entry in entries
        )
