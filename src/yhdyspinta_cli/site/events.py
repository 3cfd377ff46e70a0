"""What happened: meetings, decisions and other events, a page for each year."""

from collections.abc import Iterator

from yhdyspinta_cli.facts import happened
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.report.obligations import EventRow, event_row
from yhdyspinta_cli.site import addresses, shelf
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Crumb, Page

LIST = "events/index.html"


def pages(site: Site) -> Iterator[Page]:
    """Yield the events of each year in which there were any, the latest first, and their list."""
    found: dict[int, list[EventRow]] = {}
    for event in happened.effective(site.kb, site.day):
        found.setdefault(event.on.last.year, []).append(event_row(site.kb, event))
    if not found:
        return
    index = Crumb(_("Meetings and events"), LIST)
    steps = {
        year: Crumb(_("Meetings and events {year}").format(year=year), addresses.events(year))
        for year in sorted(found)
    }
    yield Page(
        path=index.path,
        title=index.text,
        template="site/event_years.j2",
        given={
            "lines": tuple((steps[year], len(found[year])) for year in sorted(found, reverse=True))
        },
        kind="list",
    )
    yield from shelf.row(
        index,
        (
            Page(
                path=step.path,
                title=step.text,
                template="site/events.j2",
                given={"events": tuple(reversed(found[year]))},
                report=addresses.year(site.year),
                kind="list",
            )
            for year, step in steps.items()
        ),
    )
