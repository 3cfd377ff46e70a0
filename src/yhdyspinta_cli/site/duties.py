"""The obligations: who must do what, on which ground, and what was done of it, year by year."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from yhdyspinta_cli.facts import belongs, force, labels, lifetime
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.obligations import Doer, Obligation
from yhdyspinta_cli.output import noun_phrases
from yhdyspinta_cli.queries import obligations
from yhdyspinta_cli.queries.obligations import ObligationStanding
from yhdyspinta_cli.report.obligations import ObligationRow, obligation_row, obligation_rows
from yhdyspinta_cli.report.structures import SeatLine, seated
from yhdyspinta_cli.site import addresses, shelf
from yhdyspinta_cli.site.bodies import GroundLine, ground_lines
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.grounds import PageGrounds, grounds
from yhdyspinta_cli.site.page import Crumb, Page
from yhdyspinta_cli.vocabulary import BINDINGS, Binding
from yhdyspinta_cli.wording import days
from yhdyspinta_cli.wording.rhythms import clock_name
from yhdyspinta_cli.wording.trails import to_end_text, validity_text

YearOf = tuple[int, tuple[ObligationRow, ...]]
"""A year with the periods of an obligation that fall in it."""


@frozen
class DoerLine:
    """Who must do it: what is printed beside its name, what binds it and on which ground, its own
    where it has one; on which `days`, where not on all, and whether the site's day is one."""

    doer: SeatLine
    label: str
    binding: Binding
    acts: tuple[GroundLine, ...]
    days: str
    holds: bool


@frozen
class DutyView:
    """All that the page of an obligation says: `named` is its name with its ending, `validity`
    that it has ended or will.

    `years` have the periods that fall in each, the latest first: met, missed, due or not known;
    `now` is the one that has begun last.
    """

    duty: Obligation
    named: SeatLine
    validity: str
    bindings: tuple[Binding, ...]
    doers: tuple[DoerLine, ...]
    to: tuple[SeatLine, ...]
    body: SeatLine | None
    interface: str
    measures: tuple[str, ...]
    clock: str
    acts: tuple[GroundLine, ...]
    first: str
    now: ObligationRow | None
    years: tuple[YearOf, ...]
    grounds: PageGrounds


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of the obligations, and the page of each in the order of the data."""
    index = Crumb(_("Obligations"), addresses.listing(Obligation))
    listed = site.listed(Obligation)
    if not listed:
        return
    found, now = _by_year(site), _now(site)
    views = [_view(site, one, now.get(one.id), found.get(one.id, ())) for one in listed]
    yield Page(
        path=index.path,
        title=index.text,
        template="site/duties.j2",
        given={
            "groups": tuple(
                (force, tuple(view for view in views if view.bindings[0] == force))
                for force in BINDINGS
            )
        },
        kind="list",
    )
    yield from shelf.row(
        index,
        (
            shelf.record(
                site,
                view.duty.id,
                view.duty.name_shown,
                template="site/duty.j2",
                kind="duty",
                given={"view": view, "report": site.report},
            )
            for view in views
        ),
    )


def _by_year(site: Site) -> Mapping[str, Sequence[YearOf]]:
    """Return the periods of each obligation (its id), the latest year first."""
    found: dict[str, list[YearOf]] = {}
    for year in reversed(site.years):
        rows: dict[str, list[ObligationRow]] = {}
        for row in obligation_rows(site.kb, year, site.day, over=site.over):
            rows.setdefault(row.key, []).append(row)
        for key, mine in rows.items():
            found.setdefault(key, []).append((year, tuple(mine)))
    return found


def _now(site: Site) -> Mapping[str, ObligationRow]:
    """Return each obligation (its id) in the period that has begun last by the site's day."""
    found: dict[str, Sequence[ObligationStanding]] = {}
    started: dict[str, date] = {}
    for group in obligations.by_period(obligations.standings(site.kb, site.day, over=site.over)):
        key, period = group[0].obligation.id, group[0].period
        start = period.start if period else date.min
        if start <= site.day and start >= started.get(key, date.min):
            found[key], started[key] = group, start
    return {key: obligation_row(site.kb, group, site.day) for key, group in found.items()}


def _view(
    site: Site, duty: Obligation, now: ObligationRow | None, years: Sequence[YearOf]
) -> DutyView:
    kb = site.kb
    return DutyView(
        duty,
        seated(kb, duty.id, site.day),
        validity_text(kb, lifetime.ending(kb, duty.id, site.day), None, duty.id)
        or to_end_text(duty, site.day),
        force.of_all(duty),
        tuple(_doer(site, duty, one) for one in duty.doers),
        tuple(seated(kb, key, site.day) for key in duty.to),
        seated(kb, duty.body, site.day) if duty.body else None,
        kb.name(duty.interface),
        tuple(measure.code for measure in belongs.measures(kb, duty)),
        clock_name(kb, duty.rhythm),
        ground_lines(kb, duty.basis, site.day),
        days.moment(duty.first) if duty.first else "",
        now,
        tuple(years),
        grounds(kb, duty),
    )


def _doer(site: Site, duty: Obligation, doer: Doer) -> DoerLine:
    return DoerLine(
        seated(site.kb, doer.actor, site.day, part=doer.part or ""),
        labels.apart(site.kb, doer.actor, doer.label),
        doer.binding or duty.binding,
        ground_lines(site.kb, doer.basis, site.day),
        noun_phrases.its_days(doer).strip(),
        doer.holds(site.day),
    )
