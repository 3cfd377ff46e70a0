"""The reports: a page for each year of the agreement, and their list."""

from collections.abc import Iterator

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.report.reports import Year
from yhdyspinta_cli.report.rows import StateTally
from yhdyspinta_cli.report.year_report import year_report
from yhdyspinta_cli.site import addresses, shelf
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Crumb, Page
from yhdyspinta_cli.vocabulary import BODY_CHAPTERS

LIST = "years/index.html"


@frozen
class YearLine:
    """A year in the list: its page, and how the measures stood at its end."""

    step: Crumb
    total: StateTally


def pages(site: Site) -> Iterator[Page]:
    """Yield the report of each year, the first one first, and their list."""
    index = Crumb(_("Reports"), LIST)
    reports = {year: _report(site, year) for year in site.years}
    yield from shelf.row(index, (_page(site, year, found) for year, found in reports.items()))
    yield Page(
        path=index.path,
        title=index.text,
        template="site/years.j2",
        given={
            "lines": tuple(
                YearLine(Crumb(_called(year), addresses.year(year)), reports[year].total)
                for year in reversed(site.years)
            )
        },
        kind="list",
    )


def _called(year: int) -> str:
    return _("Report of {year}").format(year=year)


def _page(site: Site, year: int, found: Year) -> Page:
    return Page(
        path=addresses.year(year),
        title=_called(year),
        template="site/year.j2",
        given={"report": found},
        kind="year",
        has_contents=True,
        has_cards=True,
        # What an earlier one says stands in the latest, or on the page of the record.
        is_searched=year == site.year,
        frame=found.frame,
    )


def _report(site: Site, year: int) -> Year:
    if year == site.year:
        return site.report
    desk = site.desk_of(year)
    return year_report(site.kb, desk.answers, desk.frame, BODY_CHAPTERS)
