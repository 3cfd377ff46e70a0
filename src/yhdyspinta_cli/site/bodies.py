"""The bodies: who sits in each, when it meets, what is its, and their list."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from yhdyspinta_cli.facts import happened, region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.bodies import Body, Ground
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.model.obligations import Event, Statute
from yhdyspinta_cli.report.obligations import EventRow, event_row
from yhdyspinta_cli.report.structures import SeatLine, StructureRow, seated, structure
from yhdyspinta_cli.report.turns_to_take import SeatTurn, turns_to_take
from yhdyspinta_cli.site import addresses, calendar, holdings, shelf
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.grounds import PageGrounds, grounds
from yhdyspinta_cli.site.page import Crumb, Page


@frozen
class GroundLine:
    """An act on which something rests, with the sections that are named: in one text.

    `repealed` is since when it is in force no more.
    """

    act: Name
    sections: str
    repealed: date | None


@frozen
class BodyView:
    """All that the page of a body says.

    `parts` are the bodies that are parts of it, `within` what it is a part of itself; `each` is
    the collective in whose every member there is one. `events` are its meetings and decisions, the
    latest first.
    """

    row: StructureRow
    body: Body
    interface: str
    within: tuple[SeatLine, ...]
    parts: tuple[SeatLine, ...]
    each: str
    division: str
    area: str
    decides: SeatLine | None
    acts: tuple[GroundLine, ...]
    turns: tuple[SeatTurn, ...]
    events: tuple[EventRow, ...]
    held: holdings.Holdings
    grounds: PageGrounds


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of the bodies, and the page of each by name."""
    kb = site.kb
    index = Crumb(_("Bodies"), addresses.listing(Body))
    listed = site.listed(Body)
    if not listed:
        return
    yield Page(
        path=index.path,
        title=index.text,
        template="site/bodies.j2",
        given={
            "rows": tuple((structure(kb, one, site.day), kb.name(one.interface)) for one in listed)
        },
        kind="list",
    )
    held = _held(site)
    yield from shelf.row(
        index,
        (
            shelf.record(
                site,
                body.id,
                body.name_shown,
                template="site/body.j2",
                kind="body",
                given={"view": _view(site, body, held.get(body.id, ()))},
                alternates=calendar.own(site, body.id),
            )
            for body in listed
        ),
    )


def _held(site: Site) -> Mapping[str, tuple[Event, ...]]:
    """Return what happened in each body (its id), the latest first."""
    found: dict[str, list[Event]] = {}
    for event in reversed(happened.effective(site.kb, site.day)):
        if event.body:
            found.setdefault(event.body, []).append(event)
    return {body: tuple(events) for body, events in found.items()}


def _view(site: Site, body: Body, events: tuple[Event, ...]) -> BodyView:
    kb = site.kb
    return BodyView(
        structure(kb, body, site.day),
        body,
        kb.name(body.interface),
        tuple(seated(kb, key, site.day) for key in kb.ancestors(body.id)),
        tuple(
            seated(kb, one.id, site.day) for one in kb.all_actors if kb.parent(one.id) == body.id
        ),
        kb.name(body.one_per),
        kb.name(body.division),
        kb.name(body.area),
        seated(kb, body.decides, site.day) if body.decides else None,
        ground_lines(kb, body.legal_basis, site.day),
        turns_to_take(kb, site.day, body=body.id),
        tuple(event_row(kb, event) for event in events),
        holdings.view(kb, site.cards[body.id]),
        grounds(kb, body),
    )


def ground_lines(kb: KnowledgeBase, basis: Sequence[Ground], day: date) -> tuple[GroundLine, ...]:
    """Return the acts on which something rests, each with its sections, as they stand on a day."""
    return tuple(
        GroundLine(
            act(kb, one.statute),
            region.sections(kb, one.sections) if one.sections else "",
            region.repealed(kb, one.statute, day),
        )
        for one in basis
    )


def act(kb: KnowledgeBase, key: str) -> Name:
    """Return an act (its id) by its title and number."""
    found = kb.find(Statute, key)
    return Name(f"{found.title} ({found.number})" if found else key, key)
