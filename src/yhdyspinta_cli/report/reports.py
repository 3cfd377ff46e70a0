"""The reports as wholes: the year, one party's sheet, one interface's; what a template is given."""

from collections.abc import Mapping
from datetime import date

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.report import (
    cards,
    charts,
    comparison,
    documents,
    load_bars,
    matrix,
    rows,
    year_before,
    year_strip,
)
from yhdyspinta_cli.report.brief import Brief
from yhdyspinta_cli.report.counterparts import Counterparts
from yhdyspinta_cli.report.differences import Changes
from yhdyspinta_cli.report.duties import EventGroup, StagedDuties, duty_groups, event_groups
from yhdyspinta_cli.report.files import ALONE, Files
from yhdyspinta_cli.report.indicators import Indicators
from yhdyspinta_cli.report.obligations import EventRow, ObligationRow
from yhdyspinta_cli.report.structures import (
    NeedRow,
    SeatLine,
    StructureGroup,
    StructuresMissing,
)
from yhdyspinta_cli.vocabulary import BODY_CHAPTERS, ReportChapter


@frozen
class Frame:
    """What every report knows: of which agreement it speaks, as of which day, from which data.

    `is_over`: the day is before the day of making. `data_language` is the language of the
    data's own texts, `language` the report's; `translated` are those of the data's that stand in
    the report's. `own_states` are the data's own words for states.
    `restated` are the kinds of record whose sentences are told in other words than the source's.
    `compared` is the earlier day beside which this one stands, None in the agreement's first year.
    `genitive` is the title in that case, empty where the data has none.
    `has_programme`: the measures stand in the tables of a programme. `titles` are those of every
    measure that has begun, by its code; `files` are those beside it.
    """

    title: str
    genitive: str
    agreement: str
    region: str
    publisher: str
    year: int
    day: date
    compared: date | None
    is_over: bool
    language: str
    data_language: str
    own_states: tuple[rows.StateWord, ...]
    validity: documents.ValidityTerms
    abbreviations: tuple[documents.AbbreviationRow, ...]
    restated: tuple[str, ...]
    has_programme: bool
    titles: Mapping[str, str]
    stamp: documents.Provenance
    files: Files = ALONE
    translated: frozenset[str] = frozenset()


@frozen
class Pictures:
    """The numbers of the pictures of a year."""

    by_interface: charts.Bars
    by_goal: charts.Bars
    stretches: charts.Steps | None
    matrix: matrix.MatrixPicture | None
    loads: load_bars.LoadBars | None
    strip: year_strip.Strip | None


@frozen
class Records:
    """How many records of a year there are, and how many of them were corrected since."""

    updates: int
    updates_corrected: int
    events: int
    events_corrected: int


@frozen
class Year:
    """The report of a year; `shown` are the chapters that stand in it, in their order."""

    kind: str
    frame: Frame
    total: rows.StateTally
    by_interface: tuple[rows.StateTally, ...]
    by_goal: tuple[rows.StateTally, ...]
    compared: comparison.Compared | None
    before: year_before.YearBefore | None
    year_ends: tuple[rows.DayTally, ...]
    stretches: tuple[rows.StretchTally, ...]
    chapters: tuple[rows.InterfaceChapter, ...]
    cards: tuple[cards.CardChapter, ...]
    nobody: tuple[rows.MeasureRow, ...]
    vague: tuple[rows.MeasureRow, ...]
    decided: tuple[rows.MeasureRow, ...]
    late: tuple[rows.MeasureRow, ...]
    records: Records
    changes: Changes
    turns: tuple[rows.TurnRow, ...]
    parties: tuple[rows.PartyRow, ...]
    shared: tuple[rows.MeasureRow, ...]
    loads: tuple[rows.LoadRow, ...]
    needs: tuple[NeedRow, ...]
    structures: tuple[StructureGroup, ...]
    structures_missing: StructuresMissing
    obligations: tuple[ObligationRow, ...]
    events: tuple[EventRow, ...]
    dates: tuple[year_strip.Mark, ...]
    strip: year_strip.Counts
    legal_basis: documents.LegalBasis
    defects: tuple[documents.RemarkRow, ...]
    readings: tuple[documents.RemarkRow, ...]
    to_decide: tuple[documents.RemarkRow, ...]
    pictures: Pictures
    provisions: tuple[documents.ProvisionRow, ...]
    definitions: tuple[documents.DefinitionRow, ...]
    principles: documents.Principles
    counterparts: Counterparts
    indicators: Indicators
    brief: Brief
    shown: tuple[ReportChapter, ...] = BODY_CHAPTERS

    @property
    def measures(self) -> tuple[rows.MeasureRow, ...]:
        """Every measure, in the programme's order."""
        return tuple(measure for chapter in self.chapters for measure in chapter.measures)

    @property
    def duties(self) -> tuple[StagedDuties, ...]:
        """The obligations of the year by how they stand: done, late, missed, not known, to come."""
        return duty_groups(self.obligations)

    @property
    def event_groups(self) -> tuple[EventGroup, ...]:
        """The events of the year, those that were held alike by several together."""
        return event_groups(self.events)

    @property
    def missed(self) -> tuple[ObligationRow, ...]:
        """The obligations of the year that somebody, or some area, has missed."""
        return tuple(o for o in self.obligations if any(s.state == "missed" for s in o.stands))


@frozen
class InterfaceSheet:
    """One interface's sheet."""

    kind: str
    frame: Frame
    chapter: rows.InterfaceChapter
    cards: tuple[cards.CardChapter, ...]
    decides: SeatLine | None
    compared: comparison.Compared | None
    nobody: tuple[rows.MeasureRow, ...]
    structures: tuple[StructureGroup, ...]
    needs: tuple[NeedRow, ...]
    changes: Changes
    bars: charts.Bars
