"""The duties that were missed: a row for each period of each who must do it, by year."""

from datetime import date

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.queries import obligations
from yhdyspinta_cli.queries.obligations import ObligationStanding
from yhdyspinta_cli.report.structures import SeatLine, seated
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.wording.obligations import missed_words, period_name


@frozen
class MissedRow:
    """A period that was missed: of which duty, by when it was due, whose it was, how it is known.

    `doers` are those who must do it, `each` the one party or area that has missed it where each
    does it for itself, as they are on the site's day. `period` is empty for one that is only a day
    by which it is due; it is the data's own name where `is_term`.
    """

    name: Name
    period: str
    is_term: bool
    due: date
    doers: tuple[SeatLine, ...]
    each: SeatLine | None
    is_area: bool
    how: str


@frozen
class MissedYear:
    """What was due in a year and missed, of so many duties in all."""

    year: int
    rows: tuple[MissedRow, ...]

    @property
    def duties(self) -> int:
        """How many duties they are periods of."""
        return len({row.name.key for row in self.rows})


def years(site: Site) -> tuple[MissedYear, ...]:
    """Return what was missed by the site's day, the latest year first."""
    found: dict[int, list[MissedRow]] = {}
    for standing in obligations.missed(site.kb, site.day, over=site.over):
        row = _row(site, standing)
        found.setdefault(row.due.year, []).append(row)
    return tuple(MissedYear(year, tuple(found[year])) for year in sorted(found, reverse=True))


def _row(site: Site, standing: ObligationStanding) -> MissedRow:
    duty, period = standing.obligation, standing.period
    assert period is not None, "what is missed has a due day"
    return MissedRow(
        Name(duty.title, duty.id),
        period_name(period) or "",
        period.term is not None,
        period.due,
        tuple(dict.fromkeys(seated(site.kb, doer.actor, site.day) for doer in duty.doers)),
        seated(site.kb, standing.each.id, site.day) if standing.each else None,
        standing.area is not None,
        missed_words(standing),
    )
