"""Lists that are narrowed already, each on a page of its own: what is missing, by state, by whom.

Each holds what a question answers with the same narrowing: `yp gaps --kind`, `yp list measures`,
`yp list obligations --binding`, `yp calendar`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from yhdyspinta_cli.facts import arrival, region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.queries.filters import Wanted, select
from yhdyspinta_cli.report.structures import SeatLine, seated
from yhdyspinta_cli.site import list_words, listed, missed, shelf
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.listed import Duty
from yhdyspinta_cli.site.listing import Listing, ListSection
from yhdyspinta_cli.site.page import Crumb, Page
from yhdyspinta_cli.vocabulary import BINDINGS, SITUATIONS, GapKind
from yhdyspinta_cli.wording import gap_titles

INDEX = "lists/index.html"


@frozen
class ListGroup:
    """Lists of one kind: those in which anything stands, and the empty ones."""

    title: str
    full: tuple[Listing, ...]
    empty: tuple[Listing, ...]


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of the lists, and each of them.

    An empty one has its page as any other: its address stays. It stands in no row of pages.
    """
    index = Crumb(_("Lists"), INDEX)
    found = (*_missing(site), *_of_measures(site), *_by_force(site), *_by_year(site))
    yield Page(
        path=INDEX,
        title=index.text,
        template="site/lists.j2",
        given={"groups": tuple(_groups(found))},
        kind="list",
    )
    yield from shelf.row(index, (_page(site, one) for one in found if one.count))
    for one in found:
        if not one.count:
            yield replace(_page(site, one), trail=(index,))


def _page(site: Site, one: Listing) -> Page:
    return Page(
        path=one.path,
        title=one.text,
        lead_in=one.lead_in,
        template="site/list.j2",
        given={
            "listing": one,
            "months": site.desk.answers.ledger.months,
            "first": min(site.years),
            "last": site.year,
        },
        kind="list",
        # What a list names has a page of its own, which is found.
        is_searched=False,
    )


def _groups(found: Sequence[Listing]) -> Iterator[ListGroup]:
    for group in dict.fromkeys(one.group for one in found):
        own = [one for one in found if one.group == group]
        yield ListGroup(
            group,
            tuple(one for one in own if one.count),
            tuple(one for one in own if not one.count),
        )


def _missing(site: Site) -> Iterator[Listing]:
    for one in list_words.MISSING:
        sections = _missed(site) if one.counted == "missed" else _gaps(site, one.kinds)
        yield Listing(
            one.title,
            f"lists/{one.key}.html",
            _("What is missing"),
            one.counted,
            tuple(sections),
        )


def _gaps(site: Site, kinds: tuple[GapKind, ...]) -> Iterator[ListSection]:
    ledger = site.desk.answers.ledger
    for kind in kinds:
        yield ListSection(
            kind,
            gap_titles.title(kind) if len(kinds) > 1 else "",
            tuple(listed.missing(site.kb, gap) for gap in ledger.gaps if gap.kind == kind),
            "missing",
            ledger.count(kind),
        )


def _missed(site: Site) -> Iterator[ListSection]:
    for one in missed.years(site):
        yield ListSection(
            f"year-{one.year}", str(one.year), one.rows, "missed", len(one.rows), one.duties
        )


def _of_measures(site: Site) -> Iterator[Listing]:
    kb = site.kb
    for state in SITUATIONS:
        if state == "ended":
            # Asked for, it is every way of having ended, and each of these has a list of its own.
            continue
        title = list_words.by_state(state)
        yield _measures(site, f"state-{state}", title, _("By state"), Wanted(state=state))
    for interface in kb.interfaces:
        yield _measures(
            site,
            f"interface-{interface.id}",
            Name(interface.title),
            _("By interface"),
            Wanted(interface=interface.id),
            _("Measures of an interface"),
            seated(kb, interface.id, site.day),
        )
    for party in site.parties:
        yield _measures(
            site,
            f"party-{party.id}",
            Name(party.name),
            _("By municipality and other party"),
            Wanted(party=party.id),
            _("Measures of a party"),
            seated(kb, party.id, site.day),
        )


def _measures(
    site: Site,
    key: str,
    title: str,
    group: str,
    wanted: Wanted,
    lead_in: str = "",
    whose: SeatLine | None = None,
) -> Listing:
    rows = listed.measures(site, select(site.kb, Measure, wanted, site.day))
    section = ListSection("measures", "", rows, "measures", len(rows))
    return Listing(
        title,
        f"lists/{key}.html",
        group,
        "measures",
        (section,),
        lead_in,
        whose,
        wanted.party or "",
    )


def _by_force(site: Site) -> Iterator[Listing]:
    for binding in BINDINGS:
        found = listed.duties(site, binding)
        sections = [_duties("all", "", found)]
        if binding == "law":
            sections = [
                *(
                    _duties(act, Name(title, act), own, region.repealed(site.kb, act, site.day))
                    for act, title, own in _acts(site, found)
                ),
                _duties("no-act", _("No act is told"), [one for one in found if not one.acts]),
            ]
        yield Listing(
            list_words.by_force(binding),
            f"lists/binding-{binding}.html",
            _("By binding force"),
            "duties",
            tuple(one for one in sections if one.rows or not one.title),
        )


def _acts(site: Site, found: Iterable[Duty]) -> Iterator[tuple[str, str, list[Duty]]]:
    """Yield each act on which one of the duties rests, with those that do."""
    of_act: dict[str, list[Duty]] = {}
    for duty in found:
        for act in dict.fromkeys(ground.act.key for ground in duty.acts):
            of_act.setdefault(act, []).append(duty)
    for act, own in of_act.items():
        yield act, site.kb.name(act), own


def _duties(
    key: str, title: str, found: Iterable[Duty], repealed: date | None = None
) -> ListSection:
    rows = tuple(found)
    return ListSection(key, title, rows, "duties", len(rows), repealed=repealed)


def _by_year(site: Site) -> Iterator[Listing]:
    # A year that had its page keeps it: no measure that ends, and no year that passes, takes it.
    known = (one for one in site.kb.measures if not arrival.is_later(site.kb, one, site.day))
    dues: list[date] = [one.due for one in known if one.due is not None]
    agreed = range(min(site.years, default=site.year), site.year + 2)
    for year in sorted({*(due.year for due in dues), *agreed}):
        rows = tuple(
            listed.due(site.kb, entry) for entry in site.calendar(year).entries if entry.is_owed
        )
        yield Listing(
            _("Due in {year}").format(year=year),
            f"lists/due-{year}.html",
            _("By year due"),
            "due",
            (ListSection("due", "", rows, "due", len(rows)),),
        )
