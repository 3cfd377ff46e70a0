"""The front page: where to go, and the year in brief."""

from collections.abc import Iterator

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Obligation, Statute
from yhdyspinta_cli.site import addresses, years
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Page


@frozen
class FrontWay:
    """A list that the front page leads to: its title, its path, how many stand in it."""

    title: str
    path: str
    number: int


def pages(site: Site) -> Iterator[Page]:
    """Yield the front page."""
    ways = (
        FrontWay(_("Measures"), addresses.listing(Measure), len(site.report.measures)),
        FrontWay(_("Parties"), addresses.listing(Party), len(site.report.parties)),
        FrontWay(_("Bodies"), addresses.listing(Body), len(site.listed(Body))),
        FrontWay(_("Obligations"), addresses.listing(Obligation), len(site.listed(Obligation))),
        FrontWay(_("Acts"), addresses.listing(Statute), len(site.listed(Statute))),
        FrontWay(_("Reports"), years.LIST, len(site.years)),
    )
    yield Page(
        path="index.html",
        title=site.frame.title,
        template="site/front.j2",
        given={"report": site.report, "ways": tuple(one for one in ways if one.number)},
        report=addresses.year(site.year),
        kind="front",
    )
