"""The interfaces and the goals: the measures of each, how they stand, what belongs to it."""

from collections.abc import Iterator

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.agreement import Interface
from yhdyspinta_cli.model.measures import Goal
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.queries.filters import Wanted
from yhdyspinta_cli.report.rows import InterfaceChapter, StateTally
from yhdyspinta_cli.report.structures import NeedRow, SeatLine, StructureRow, need_rows, seated
from yhdyspinta_cli.site import addresses, shelf
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.grounds import PageGrounds, grounds
from yhdyspinta_cli.site.page import Crumb, Page


@frozen
class FrameView:
    """An interface or a goal with what belongs to it.

    `chapters` are its measures, by interface. `bodies` and `needs` are an interface's; `decides`
    is who decides on it, `duties` are its obligations.
    """

    texts: tuple[str, ...]
    tally: StateTally | None
    chapters: tuple[InterfaceChapter, ...]
    bodies: tuple[StructureRow, ...]
    needs: tuple[NeedRow, ...]
    duties: tuple[SeatLine, ...]
    decides: SeatLine | None
    grounds: PageGrounds


@frozen
class FrameLine:
    """An interface or a goal in their list: what it is called, how its measures stand."""

    name: str
    tally: StateTally | None


def pages(site: Site) -> Iterator[Page]:
    """Yield the interfaces and the goals, a list and a page for each."""
    interfaces = [(one, _interface(site, one)) for one in site.listed(Interface)]
    yield from _kind(site, Crumb(_("Interfaces"), addresses.listing(Interface)), interfaces)
    goals = [(one, _goal(site, one)) for one in sorted(site.listed(Goal), key=lambda g: g.number)]
    yield from _kind(site, Crumb(_("Goals"), addresses.listing(Goal)), goals)


def _kind(
    site: Site,
    index: Crumb,
    found: list[tuple[Interface, FrameView]] | list[tuple[Goal, FrameView]],
) -> Iterator[Page]:
    if not found:
        return
    lines = [FrameLine(_called(one), view.tally) for one, view in found]
    yield Page(
        path=index.path,
        title=index.text,
        template="site/frames.j2",
        given={"lines": tuple(lines)},
        kind="list",
    )
    yield from shelf.row(
        index,
        (
            shelf.record(
                site,
                one.id,
                _called(one),
                template="site/frame_page.j2",
                kind="frame",
                given={"view": view, "report": site.report},
            )
            for one, view in found
        ),
    )


def _called(one: Interface | Goal) -> Name:
    sign = one.letter if isinstance(one, Interface) else one.number
    return Name(f"{sign} {one.title}" if sign else one.title, one.id)


def _interface(site: Site, one: Interface) -> FrameView:
    kb = site.kb
    chapters = tuple(chapter for chapter in site.report.chapters if chapter.key == one.id)
    groups = (group for group in site.report.structures if group.key == one.id)
    return FrameView(
        (one.text,) if one.text else (),
        chapters[0].tally if chapters else None,
        chapters,
        tuple(body for group in groups for body in group.bodies),
        need_rows(kb, site.day, Wanted(interface=one.id)),
        tuple(seated(kb, duty.id, site.day) for duty in kb.obligations if duty.interface == one.id),
        seated(kb, one.decides, site.day) if one.decides else None,
        grounds(kb, one),
    )


def _goal(site: Site, one: Goal) -> FrameView:
    kb = site.kb
    mine = {measure.id for measure in kb.measures if measure.goal == one.id}
    chapters = (
        InterfaceChapter(
            chapter.key,
            chapter.letter,
            chapter.title,
            tuple(row for row in chapter.measures if row.key in mine),
            chapter.tally,
        )
        for chapter in site.report.chapters
    )
    return FrameView(
        tuple(dict.fromkeys((one.text, one.table_title))),
        next((found for found in site.report.by_goal if found.key == one.id), None),
        tuple(chapter for chapter in chapters if chapter.measures),
        (),
        (),
        (),
        None,
        grounds(kb, one),
    )
