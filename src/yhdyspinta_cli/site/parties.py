"""The parties: the sheet of each with all that is its, and their list."""

from collections.abc import Iterator
from datetime import date

from yhdyspinta_cli.facts import corrections, lifetime, ranks
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.report.party_sheet import party_sheet
from yhdyspinta_cli.report.structures import seated
from yhdyspinta_cli.site import addresses, calendar, holdings, shelf
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.grounds import grounds
from yhdyspinta_cli.site.page import Crumb, Page
from yhdyspinta_cli.vocabulary import State
from yhdyspinta_cli.wording import sentences
from yhdyspinta_cli.wording.names import validity
from yhdyspinta_cli.wording.trails import joined_text


@frozen
class ToldLine:
    """What a party told of itself: when, in which state a measure was, and in which words."""

    on: Moment
    state: State
    word: str
    measure: Name
    note: str


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of the parties, and the page of each by name.

    Of one that has left, or whose organisation has ended, the sheet is no more: what was its on its
    last day and what it told stays.
    """
    kb, day = site.kb, site.day
    index = Crumb(_("Parties"), addresses.listing(Party))
    listed = site.listed(Party)
    there = {row.key for row in site.report.parties}
    yield Page(
        path=index.path,
        title=index.text,
        template="site/parties.j2",
        given={
            "report": site.report,
            "former": tuple(
                seated(kb, one.id, day)
                for one in (*listed, *site.coming(Party))
                if one.id not in there
            ),
        },
        report=addresses.year(site.year),
        kind="list",
    )
    yield from shelf.row(
        index, (_page(site, party, is_there=party.id in there) for party in listed)
    )


def _page(site: Site, party: Party, *, is_there: bool) -> Page:
    kb, day = site.kb, site.day
    card = site.cards[party.id]
    ending = lifetime.ending(kb, party.id, day)
    return shelf.record(
        site,
        party.id,
        party.name_shown,
        template="site/party.j2",
        kind="party",
        given={
            "report": party_sheet(kb, party.id, site.desk.answers, site.frame)
            if is_there
            else site.report,
            "is_there": is_there,
            "party": party,
            "validity": _validity(kb, party.id, day) or joined_text(kb, party, day),
            "held": holdings.view(kb, card),
            "had": holdings.earlier(site, party.id),
            "told_by_it": tuple(told_lines(site, party)) if ending is not None else (),
            "grounds": grounds(kb, party),
        },
        alternates=calendar.own(site, party.id),
    )


def _validity(kb: KnowledgeBase, key: str, day: date) -> str:
    with sentences.marked():
        return validity(kb, key, day)


def told_lines(site: Site, party: Party) -> Iterator[ToldLine]:
    """Yield what a party told of its own situation, the latest first; not what was corrected."""
    kb = site.kb
    own = (one for one in kb.updates if one.party == party.id and not one.void)
    known = [one for one in own if corrections.holds(kb, one, site.day)]
    for update in sorted(known, key=ranks.order, reverse=True):
        measure = kb.find(Measure, update.measure)
        if measure is not None and update.state is not None:
            named = Name(f"{measure.code} {measure.title}", measure.id)
            yield ToldLine(update.on, update.state, update.word or "", named, update.note or "")
