"""Lists that are narrowed already, each on a page of its own: what is missing, by state, by whom.

Each holds what a question answers with the same narrowing: `yp gaps --kind`, `yp list measures`,
`yp list obligations --binding`, `yp calendar`.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from yhdyspinta_cli.facts import region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.queries.filters import Wanted, select
from yhdyspinta_cli.report.rows import MeasureRow
from yhdyspinta_cli.site import listed
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.listed import Due, Duty, Missing
from yhdyspinta_cli.site.page import Crumb, Page, neighbours
from yhdyspinta_cli.vocabulary import BINDINGS, GAP_KINDS, SITUATIONS, GapKind, closed
from yhdyspinta_cli.wording.words import word

INDEX = "lists/index.html"

Key = Literal[
    "late",
    "silent",
    "no-owner",
    "vague",
    "no-lead",
    "no-indicator",
    "missed",
    "no-counterpart",
    "bodies",
    "gone",
]

_KINDS: dict[Key, tuple[GapKind, ...]] = {
    "late": ("late",),
    "silent": ("silent", "no-information"),
    "no-owner": ("nobody-known", "nobody-forgotten"),
    "vague": ("vague",),
    "no-lead": ("no-lead",),
    "no-indicator": ("no-indicator",),
    "missed": ("missed",),
    "no-counterpart": ("counterpart",),
    "bodies": ("no-convener", "no-chair", "areas-not-listed"),
    "gone": ("ended", "not-begun", "left-open"),
}
_IN_LISTS = closed(
    GAP_KINDS,
    {kind: key for key, kinds in _KINDS.items() for kind in kinds} | {"untranslated": ""},
)
"""Every kind of gap is in one list, but what is not translated: each page marks its language."""

_TITLES: dict[Key, str] = {
    "late": later("Late measures"),
    "silent": later("Measures of which nothing has been heard"),
    "no-owner": later("Measures without an owner"),
    "vague": later("Measures whose owner is named in words that mean nobody in particular"),
    "no-lead": later("Measures with several owners and no lead"),
    "no-indicator": later("Measures without an indicator"),
    "missed": later("Missed duties"),
    "no-counterpart": later("Missing counterparts"),
    "bodies": later("Bodies without a convener or a chair"),
    "gone": later("Named, but no longer or not yet there"),
}


@frozen
class ListSection:
    """A part of a list: what kind of rows it has, and how many there are of what is counted.

    Without a title it is the only part of its page.
    """

    key: str
    title: str
    rows: tuple[MeasureRow, ...] | tuple[Missing, ...] | tuple[Duty, ...] | tuple[Due, ...]
    form: Literal["measures", "missing", "duties", "due"]
    count: int


@frozen
class Listing:
    """A list: what it is called, its page, in which group of lists it is told of."""

    text: str
    path: str
    group: str
    sections: tuple[ListSection, ...]

    @property
    def count(self) -> int:
        """How many there are in all."""
        return sum(section.count for section in self.sections)


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of the lists, and each of them."""
    index = Crumb(_("Lists"), INDEX)
    found = (*_missing(site), *_of_measures(site), *_by_force(site), *_by_year(site))
    groups = {
        group: [one for one in found if one.group == group]
        for group in dict.fromkeys(one.group for one in found)
    }
    yield Page(
        path=INDEX,
        title=index.text,
        template="site/lists.j2",
        given={"groups": groups},
        kind="list",
    )
    beside = neighbours([Crumb(one.text, one.path) for one in found])
    for one in found:
        before, after = beside[one.path]
        yield Page(
            path=one.path,
            title=one.text,
            template="site/list.j2",
            given={"listing": one, "months": site.desk.answers.ledger.months},
            trail=(index,),
            before=before,
            after=after,
            kind="list",
            # What a list names has a page of its own, which is found.
            is_searched=False,
        )


def _missing(site: Site) -> Iterator[Listing]:
    from yhdyspinta_cli.output import gaps

    ledger = site.desk.answers.ledger
    for key, kinds in _KINDS.items():
        sections = (
            ListSection(
                kind,
                gaps.title(kind) if len(kinds) > 1 else "",
                tuple(listed.missing(site.kb, gap) for gap in ledger.gaps if gap.kind == kind),
                "missing",
                ledger.count(kind),
            )
            for kind in kinds
        )
        yield Listing(_(_TITLES[key]), f"lists/{key}.html", _("What is missing"), tuple(sections))


def _of_measures(site: Site) -> Iterator[Listing]:
    kb = site.kb
    for state in SITUATIONS:
        if state == "ended":
            # Asked for, it is every way of having ended, and each of these has a list of its own.
            continue
        title = _("Measures by state: {state}").format(state=word(state))
        yield _measures(site, f"state-{state}", title, _("By state"), Wanted(state=state))
    for interface in kb.interfaces:
        title = Name(
            _("Measures of an interface: {name}").format(name=interface.title), interface.id
        )
        wanted = Wanted(interface=interface.id)
        yield _measures(site, f"interface-{interface.id}", title, _("By interface"), wanted)
    for party in region.parties(kb, site.day):
        title = Name(_("Measures of a party: {name}").format(name=party.name), party.id)
        group = _("By municipality and other party")
        yield _measures(site, f"party-{party.id}", title, group, Wanted(party=party.id))


def _measures(site: Site, key: str, title: str, group: str, wanted: Wanted) -> Listing:
    rows = listed.measures(site, select(site.kb, Measure, wanted, site.day))
    return Listing(
        title,
        f"lists/{key}.html",
        group,
        (ListSection("measures", "", rows, "measures", len(rows)),),
    )


def _by_force(site: Site) -> Iterator[Listing]:
    titles = {
        "law": _("Duties by law, act by act"),
        "agreement": _("Duties by the agreement"),
        "programme": _("Duties by the programme"),
    }
    for binding in BINDINGS:
        found = listed.duties(site, binding)
        sections = [_duties("all", "", found)]
        if binding == "law":
            sections = [
                *(_duties(act, Name(title, act), own) for act, title, own in _acts(site, found)),
                _duties("no-act", _("No act is told"), [one for one in found if not one.acts]),
            ]
        yield Listing(
            titles[binding],
            f"lists/binding-{binding}.html",
            _("By binding force"),
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


def _duties(key: str, title: str, found: Iterable[Duty]) -> ListSection:
    rows = tuple(found)
    return ListSection(key, title, rows, "duties", len(rows))


def _by_year(site: Site) -> Iterator[Listing]:
    dues: list[date] = [m.due for m in region.measures(site.kb, site.day) if m.due is not None]
    for year in sorted({*(due.year for due in dues), site.year, site.year + 1}):
        rows = tuple(
            listed.due(site.kb, entry) for entry in site.calendar(year).entries if entry.is_owed
        )
        yield Listing(
            _("Due in {year}").format(year=year),
            f"lists/due-{year}.html",
            _("By year due"),
            (ListSection("due", "", rows, "due", len(rows)),),
        )
