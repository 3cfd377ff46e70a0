"""The front page: where to go, and the year in brief."""

from collections.abc import Iterator

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import count, plural
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.model.obligations import Obligation, Statute
from yhdyspinta_cli.site import addresses, years
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Page


@frozen
class FrontWay:
    """A list that the front page leads to: how many of what stand in it, and its path.

    The number, as a reader writes it, is set apart: `before` and `after` are the words round it.
    It is empty where the words do without it.
    """

    number: str
    before: str
    after: str
    path: str


def pages(site: Site) -> Iterator[Page]:
    """Yield the front page."""
    yield Page(
        path="index.html",
        title=Name(site.frame.title),
        template="site/front.j2",
        given={"report": site.report, "ways": tuple(_ways(site))},
        report=addresses.year(site.year),
        kind="front",
    )


def _ways(site: Site) -> Iterator[FrontWay]:
    """Yield the lists in which anything stands."""
    measures, parties = len(site.report.measures), len(site.report.parties)
    bodies, acts = len(site.listed(Body)), len(site.listed(Statute))
    duties, reports = len(site.listed(Obligation)), len(site.years)
    for number, words, path in (
        (measures, plural("{n} measure", "{n} measures", measures), addresses.listing(Measure)),
        (parties, plural("{n} party", "{n} parties", parties), addresses.listing(Party)),
        (bodies, plural("{n} body", "{n} bodies", bodies), addresses.listing(Body)),
        (
            duties,
            plural("{n} obligation", "{n} obligations", duties),
            addresses.listing(Obligation),
        ),
        (acts, plural("{n} act", "{n} acts", acts), addresses.listing(Statute)),
        (reports, plural("{n} yearly report", "{n} yearly reports", reports), years.LIST),
    ):
        if number:
            yield way(number, words, path)


def way(number: int, words: str, path: str) -> FrontWay:
    """Return a list with how many stand in it, from words that hold the number or do without it."""
    before, told, after = words.partition(count(number))
    return FrontWay(told, before.strip(), after.strip(), path)
