"""The front page: the year in brief."""

from collections.abc import Iterator

from yhdyspinta_cli.site import addresses
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Page


def pages(site: Site) -> Iterator[Page]:
    """Yield the front page."""
    yield Page(
        path="index.html",
        title=site.frame.title,
        template="site/front.j2",
        given={"report": site.report},
        report=addresses.year(site.year),
        kind="front",
    )
