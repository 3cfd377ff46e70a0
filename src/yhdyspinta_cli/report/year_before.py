"""What the chapters of duties and parties count, as they counted it on the day compared with."""

from collections.abc import Mapping
from datetime import date

from yhdyspinta_cli.facts import region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import calendar, status
from yhdyspinta_cli.report import duties, measures, obligations, parties, rows, year_strip


@frozen
class YearBefore:
    """The numbers of an earlier year, as of its last day.

    `stages` are the obligations by how they stood, `strip` what was held, missed and to come,
    `loads` how many measures named an actor (by its name, and whether it is a part), `done` how
    many of a measure's parties (by the measure's id) had completed it, of how many.
    """

    year: int
    stages: Mapping[duties.Stage, int]
    strip: Mapping[year_strip.Row, int]
    loads: Mapping[tuple[str, bool], int]
    done: Mapping[str, tuple[int, int]]

    def stage(self, key: duties.Stage) -> int:
        """Return how many obligations stood so."""
        return self.stages.get(key, 0)

    def load(self, row: rows.LoadRow) -> int:
        """Return how many measures named the actor of a row."""
        return self.loads.get((row.name, row.is_part), 0)

    def held(self, row: year_strip.Row) -> int:
        """Return how many entries of the year were in a row of the strip."""
        return self.strip.get(row, 0)


def year_before(kb: KnowledgeBase, day: date | None) -> YearBefore | None:
    """Return what the year of that day counted on it; None without a day to compare with."""
    if day is None:
        return None
    found = duties.duty_groups(obligations.obligation_rows(kb, day.year, day, over=True))
    entries = calendar.year(kb, day.year, day, over=True)
    overview = status.overview(kb, region.measures(kb, day), day)
    return YearBefore(
        day.year,
        {group.stage: len(group.lines) for group in found},
        {row: sum(numbers) for row, numbers in year_strip.counts(entries)},
        {(load.name, load.is_part): len(load.measures) for load in parties.load_rows(kb, day)},
        {
            row.key: (row.parties_done, len(row.parties))
            for row in measures.measure_rows(kb, overview)
        },
    )
