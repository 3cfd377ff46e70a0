"""The acts: what rests on each, and their list."""

from collections.abc import Iterator

from yhdyspinta_cli.facts import region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.agreement import Citation
from yhdyspinta_cli.model.catalogue import BY_WORD
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.model.obligations import Statute
from yhdyspinta_cli.model.programme import DutyGroup
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.output import titles
from yhdyspinta_cli.queries import resting
from yhdyspinta_cli.site import addresses, shelf
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.grounds import PageGrounds, grounds
from yhdyspinta_cli.site.page import Crumb, Page


@frozen
class RestingLine:
    """What rests on an act, and on which sections: in one text, with their sign."""

    name: str
    sections: str


@frozen
class RestingGroup:
    """What of one kind rests on an act."""

    kind: str
    title: str
    lines: tuple[RestingLine, ...]


@frozen
class CitedLine:
    """Where an act is cited, as it is printed there, and which sections."""

    place: str
    printed: str
    sections: str


@frozen
class DutyText:
    """A duty by law as the programme sums it up, and whose it is."""

    text: str
    doers: tuple[str, ...]


@frozen
class ActView:
    """All that the page of an act says. `sections` are those that are named, with their headings;
    `number` is how many records rest on it."""

    act: Statute
    groups: tuple[RestingGroup, ...]
    cited: tuple[CitedLine, ...]
    duties: tuple[DutyText, ...]
    measures: tuple[str, ...]
    sections: tuple[tuple[str, str], ...]
    number: int
    grounds: PageGrounds


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of the acts, and the page of each by title."""
    index = Crumb(_("Acts"), addresses.listing(Statute))
    listed = sorted(site.listed(Statute), key=lambda one: sort_key(one.title))
    if not listed:
        return
    views = [_view(site, one) for one in listed]
    yield Page(
        path=index.path,
        title=index.text,
        template="site/acts.j2",
        given={"views": tuple(views)},
        kind="list",
    )
    yield from shelf.row(
        index,
        (
            shelf.record(
                site,
                view.act.id,
                _called(view.act),
                template="site/act.j2",
                kind="act",
                given={"view": view},
            )
            for view in views
        ),
    )


def _called(act: Statute) -> Name:
    return Name(f"{act.title} ({act.number})", act.id)


def _view(site: Site, act: Statute) -> ActView:
    kb = site.kb
    found = resting.resting(kb, act.id)
    groups: dict[str, list[resting.Resting]] = {}
    for one in found:
        if not isinstance(one.record, Citation | DutyGroup):
            groups.setdefault(one.record.kind, []).append(one)
    return ActView(
        act,
        tuple(
            RestingGroup(kind, _(BY_WORD[kind].title), tuple(_line(site, one) for one in lines))
            for kind, lines in groups.items()
        ),
        tuple(
            CitedLine(kb.source_of(one.record), one.record.printed, _sections(site, one))
            for one in found
            if isinstance(one.record, Citation)
        ),
        tuple(
            DutyText(point.text, tuple(kb.name(key) for key in point.doers))
            for one in found
            if isinstance(one.record, DutyGroup)
            for point in one.record.points
        ),
        tuple(measure.code for measure in resting.measures(kb, act.id)),
        tuple((region.sections(kb, [one.number]), one.heading or "") for one in act.sections),
        sum(len(lines) for lines in groups.values()),
        grounds(kb, act),
    )


def _line(site: Site, one: resting.Resting) -> RestingLine:
    record: Record = one.record
    return RestingLine(Name(titles.title(site.kb, record), record.id), _sections(site, one))


def _sections(site: Site, one: resting.Resting) -> str:
    return region.sections(site.kb, one.sections) if one.sections else ""
