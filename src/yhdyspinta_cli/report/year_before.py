"""What the chapters of duties and parties count, as they counted it on the day compared with."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from yhdyspinta_cli.facts import region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import calendar, changes, status
from yhdyspinta_cli.report import (
    brief_sureness,
    counterparts,
    duties,
    measures,
    obligations,
    parties,
    rows,
    year_strip,
)


@frozen
class YearBefore:
    """The numbers of an earlier year, as of its last day.

    `stages` are the obligations by how they stood, `strip` what was held, missed and to come,
    `parties` the rows of the parties by id, `loads` those of who answers by name and whether it is
    a part, `done` how many of a measure's parties (by the measure's id) had completed it, of how
    many. `updates` and `events` were recorded of the year; `counterparts` were named. Of `owed`
    words of parties on their own situation `told` were told; of `silent` measures nothing was
    heard for over half a year.
    """

    year: int
    stages: Mapping[duties.Stage, int]
    strip: Mapping[year_strip.Row, int]
    parties: Mapping[str, rows.PartyRow]
    loads: Mapping[tuple[str, bool], rows.LoadRow]
    done: Mapping[str, tuple[int, int]]
    updates: int
    events: int
    counterparts: int
    silent: int
    owed: int
    told: int

    def stage(self, key: duties.Stage) -> int:
        """Return how many obligations stood so."""
        return self.stages.get(key, 0)

    def held(self, row: year_strip.Row) -> int:
        """Return how many entries of the year were in a row of the strip."""
        return self.strip.get(row, 0)

    def party(self, row: rows.PartyRow) -> rows.PartyRow:
        """Return the row that a party had, with nothing in it of one that was not there."""
        none = replace(row, direct=0, through=0, partner=0, seated=0, seats=0, counts=())
        return self.parties.get(row.key, none)

    def load(self, row: rows.LoadRow) -> tuple[int, int]:
        """Return for how many measures the actor of a row answered, in how many it took part."""
        found = self.loads.get((row.name, row.is_part))
        return (len(found.measures), len(found.partner)) if found else (0, 0)

    def has_loads(self, found: tuple[rows.LoadRow, ...]) -> bool:
        """True where all of these rows counted the same."""
        return all(self.load(row) == (len(row.measures), len(row.partner)) for row in found)

    def loads_of(self, found: tuple[rows.LoadRow, ...]) -> tuple[int, ...]:
        """Return for how many measures the actor of each row answered, of no row if all is same."""
        return () if self.has_loads(found) else tuple(self.load(row)[0] for row in found)

    def has_done(self, found: tuple[rows.MeasureRow, ...]) -> bool:
        """True where of all of these measures as many parties were done, of as many."""
        return all(self.done.get(m.key) == (m.parties_done, len(m.parties)) for m in found)

    def has_parties(self, found: tuple[rows.PartyRow, ...]) -> bool:
        """True where all of these parties counted the same."""
        return all(self.parties.get(row.key) == row for row in found)

    def same_columns(
        self, found: tuple[rows.PartyRow, ...], columns: Sequence[str]
    ) -> tuple[str, ...]:
        """Return the columns in which all of these parties counted the same."""
        pairs = [(row, self.party(row)) for row in found]
        return tuple(
            column
            for column in columns
            if all(getattr(now, column) == getattr(then, column) for now, then in pairs)
        )


def year_before(kb: KnowledgeBase, day: date | None) -> YearBefore | None:
    """Return what the year of that day counted on it; None without a day to compare with."""
    if day is None:
        return None
    found = duties.duty_groups(obligations.obligation_rows(kb, day.year, day, over=True))
    entries = calendar.year(kb, day.year, day, over=True)
    overview = status.overview(kb, region.measures(kb, day), day)
    owed, told = brief_sureness.own_words(overview)
    return YearBefore(
        day.year,
        {group.stage: len(group.lines) for group in found},
        {row: sum(numbers) for row, numbers in year_strip.counts(entries)},
        {row.key: row for row in parties.overview(kb, overview)},
        {(load.name, load.is_part): load for load in parties.load_rows(kb, day)},
        {
            row.key: (row.parties_done, len(row.parties))
            for row in measures.measure_rows(kb, overview)
        },
        changes.recorded(kb, day.year, day).number,
        changes.recorded_events(kb, day.year, day).number,
        counterparts.counterparts_of(kb, day).filled,
        len(overview.silent),
        sum(owed.values()),
        sum(told.values()),
    )
