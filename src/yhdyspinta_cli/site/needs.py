"""What the source says is missing or to be solved: one page, each with a place to link to."""

from collections.abc import Iterator

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.queries.filters import EVERYTHING
from yhdyspinta_cli.report.structures import need_rows
from yhdyspinta_cli.site import addresses
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Page


def pages(site: Site) -> Iterator[Page]:
    """Yield the page of the needs, where there are any."""
    if rows := need_rows(site.kb, site.day, EVERYTHING):
        yield Page(
            path=addresses.NEEDS,
            title=_("Missing, or to be solved"),
            template="site/needs.j2",
            given={"needs": rows},
            report=addresses.year(site.year),
            kind="list",
        )
