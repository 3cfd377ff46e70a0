"""The measures: a page for each, and their list by interface."""

from collections.abc import Iterator, Mapping
from datetime import date

from yhdyspinta_cli.facts import lifetime
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.bodies import Ground, Seat
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.members import Member
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.model.obligations import Obligation, Statute
from yhdyspinta_cli.queries import log, owners
from yhdyspinta_cli.report import indicators
from yhdyspinta_cli.report.cards import MeasureCard
from yhdyspinta_cli.report.indicators import IndicatorSeries
from yhdyspinta_cli.report.rows import ResponsibleLine
from yhdyspinta_cli.report.structures import SeatLine, seated
from yhdyspinta_cli.site import addresses, said, shelf
from yhdyspinta_cli.site.bodies import GroundLine, ground_lines
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.grounds import PageGrounds, grounds
from yhdyspinta_cli.site.page import Crumb, Page
from yhdyspinta_cli.wording.appointments import basis_text


@frozen
class Behind:
    """Somebody behind a name: the party or actor it leads to, and those between the two."""

    name: str
    unit: str
    through: tuple[str, ...]


@frozen
class OwnerLine:
    """Who is named for a measure, on what that rests, and who stands behind the name.

    `behind` are the members of a collective, `seats` those who sit in a body, each with its role.
    """

    named: ResponsibleLine
    basis: str
    behind: tuple[Behind, ...]
    seats: tuple[tuple[str, SeatLine], ...]


@frozen
class ComingLine:
    """A measure that begins later, and when; it has no page before that."""

    name: str
    begins: date


@frozen
class MeasureView:
    """All that the page of a measure says.

    `continued_by` are the measures that go on with it; `acts` those on which its duties rest.
    """

    card: MeasureCard
    interface: str
    goal: str
    owners: tuple[OwnerLine, ...]
    indicators: tuple[IndicatorSeries, ...]
    said: tuple[said.SaidYear, ...]
    acts: tuple[GroundLine, ...]
    aliases: tuple[str, ...]
    grounds: PageGrounds


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of the measures, and the page of each in the programme's order."""
    index = Crumb(_("Measures"), addresses.listing(Measure))
    yield Page(
        path=index.path,
        title=index.text,
        template="site/measures.j2",
        given={
            "report": site.report,
            "former": site.former,
            "coming": tuple(
                ComingLine(f"{one.code} {one.title}", beginning.first)
                for one in site.coming(Measure)
                if (beginning := lifetime.beginning(site.kb, one.id, site.day)) is not None
            ),
        },
        report=addresses.year(site.year),
        kind="list",
    )
    cards = [*(card for chapter in site.report.cards for card in chapter.cards), *site.former]
    series = _series(site)
    yield from shelf.row(
        index,
        (
            shelf.record(
                site,
                card.measure.key,
                _called(card),
                template="site/measure.j2",
                kind="measure",
                given={"report": site.report, "view": _view(site, card, series)},
            )
            for card in cards
        ),
    )


def _called(card: MeasureCard) -> Name:
    return Name(f"{card.measure.code} {card.measure.title}", card.measure.key)


def _series(site: Site) -> Mapping[str, tuple[IndicatorSeries, ...]]:
    gone = indicators.indicators(site.kb, [card.measure for card in site.former], site.day)
    found: dict[str, tuple[IndicatorSeries, ...]] = {}
    for one in (
        *gone.told,
        *gone.untold,
        *site.report.indicators.told,
        *site.report.indicators.untold,
    ):
        found[one.code] = (*found.get(one.code, ()), one)
    return found


def _view(
    site: Site, card: MeasureCard, series: Mapping[str, tuple[IndicatorSeries, ...]]
) -> MeasureView:
    kb, day = site.kb, site.day
    measure = kb.find(Measure, card.measure.key)
    assert measure is not None
    found = owners.owners(kb, measure, day)
    return MeasureView(
        card,
        kb.name(measure.interface),
        card.measure.goal,
        tuple(
            OwnerLine(
                row,
                basis_text(kb, measure, owner.named),
                _behind(site, owner),
                tuple((role, _seat(site, seat)) for role, seat in owner.seats),
            )
            for row, owner in zip(card.measure.responsible, found.owners, strict=True)
        ),
        tuple(sorted(_own(series, card), key=lambda one: _place(card, one))),
        said.years(kb, log.log(kb, measure, day)),
        _acts(site, measure),
        measure.aliases,
        grounds(kb, measure, *measure.indicators),
    )


def _own(
    series: Mapping[str, tuple[IndicatorSeries, ...]], card: MeasureCard
) -> Iterator[IndicatorSeries]:
    """Yield the indicators of a measure: another one may have had its code before."""
    labels = {row.label.key for row in card.measure.indicators if isinstance(row.label, Name)}
    for one in series.get(card.measure.code, ()):
        if isinstance(one.label, Name) and one.label.key in labels:
            yield one


def _place(card: MeasureCard, one: IndicatorSeries) -> int:
    """Return where an indicator stands in its measure: those with values were parted."""
    labels = [row.label for row in card.measure.indicators]
    return labels.index(one.label)


def _behind(site: Site, owner: owners.Owner) -> tuple[Behind, ...]:
    """Return the members of a collective; of anyone else the party that it is a part of."""
    kb = site.kb
    if owner.is_collective:
        return tuple(_member(site, member) for member in owner.members)
    return tuple(
        Behind(party.name_shown, "", tuple(kb.name(key) for key in way[1:-1]))
        for party, way in owner.parties
        if len(way) > 1
    )


def _member(site: Site, member: Member) -> Behind:
    return Behind(site.kb.name(member.actor), member.unit or "", ())


def _seat(site: Site, seat: Seat) -> SeatLine:
    if seat.actor is None:
        return SeatLine(seat.label, seat.part or "", seat.rotating)
    return seated(site.kb, seat.actor, site.day, part=seat.part or "", rotating=seat.rotating)


def _acts(site: Site, measure: Measure) -> tuple[GroundLine, ...]:
    """Return the acts on which the duties of a measure rest, each once."""
    kb = site.kb
    duties = [kb.find(Obligation, key) for key in measure.obligations]
    duties += [duty for duty in kb.obligations if duty.measure == measure.id]
    keys = (
        ground.statute
        for duty in duties
        if duty is not None
        for ground in (*duty.basis, *(one for doer in duty.doers for one in doer.basis))
    )
    known = tuple(Ground(statute=key) for key in dict.fromkeys(keys) if kb.find(Statute, key))
    return ground_lines(kb, known, site.day)
