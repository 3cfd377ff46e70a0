"""The measures: a page for each, and their list by interface."""

from collections.abc import Iterator

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.report.cards import MeasureCard
from yhdyspinta_cli.site import addresses
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Page, Step, neighbours


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of the measures, and the page of each in the programme's order."""
    index = Step(_("Measures"), addresses.listing(Measure))
    yield Page(
        path=index.path,
        title=index.text,
        template="site/measures.j2",
        given={"report": site.report},
        report=addresses.year(site.year),
        kind="list",
    )
    cards = [card for chapter in site.report.cards for card in chapter.cards]
    steps = [Step(_called(card), site.book.of(card.measure.key)) for card in cards]
    beside = neighbours(steps)
    for card, step in zip(cards, steps, strict=True):
        before, after = beside[step.path]
        yield Page(
            path=step.path,
            title=step.text,
            template="site/measure.j2",
            given={"report": site.report, "card": card},
            trail=(index,),
            before=before,
            after=after,
            record=card.measure.key,
            report=addresses.year(site.year),
        )


def _called(card: MeasureCard) -> Name:
    return Name(f"{card.measure.code} {card.measure.title}", card.measure.key)
