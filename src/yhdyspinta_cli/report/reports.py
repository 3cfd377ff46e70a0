"""The reports as wholes: the year, one party's sheet, one interface's; what a template is given."""

from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.report import charts, documents, matrix, rows, year_wheel
from yhdyspinta_cli.report.obligations import EventRow, ObligationRow


@dataclass(frozen=True, slots=True)
class Frame:
    """What every report knows: of which agreement it speaks, as of which day, from which data.

    `is_over`: the day is before the day of making. `data_language` is the language of the
    data's own texts, `language` the report's.
    """

    title: str
    agreement: str
    region: str
    publisher: str
    year: int
    day: date
    is_over: bool
    language: str
    data_language: str
    validity: documents.ValidityTerms
    abbreviations: tuple[documents.AbbreviationRow, ...]
    stamp: documents.Stamp


@dataclass(frozen=True, slots=True)
class Pictures:
    """The numbers of the pictures of a year."""

    by_interface: charts.Bars
    by_goal: charts.Bars
    months: charts.MonthColumns
    matrix: matrix.MatrixPicture
    loads: charts.LoadBars
    ring: year_wheel.Ring


@dataclass(frozen=True, slots=True)
class Year:
    """The report of a year."""

    kind: str
    frame: Frame
    total: rows.StateTally
    by_interface: tuple[rows.StateTally, ...]
    by_goal: tuple[rows.StateTally, ...]
    months: tuple[rows.StateTally, ...]
    chapters: tuple[rows.InterfaceChapter, ...]
    nobody: tuple[rows.MeasureRow, ...]
    vague: tuple[rows.MeasureRow, ...]
    changes: tuple[rows.ChangeRow, ...]
    turns: tuple[rows.TurnRow, ...]
    parties: tuple[rows.PartyRow, ...]
    loads: tuple[rows.LoadRow, ...]
    needs: tuple[rows.NeedRow, ...]
    structures: tuple[rows.StructureGroup, ...]
    obligations: tuple[ObligationRow, ...]
    events: tuple[EventRow, ...]
    wheel: year_wheel.Wheel
    legal_basis: tuple[documents.BasisRows, ...]
    defects: tuple[documents.RemarkRow, ...]
    readings: tuple[documents.RemarkRow, ...]
    pictures: Pictures
    provisions: tuple[documents.ProvisionRow, ...]

    @property
    def measures(self) -> tuple[rows.MeasureRow, ...]:
        """Every measure, in the programme's order."""
        return tuple(measure for chapter in self.chapters for measure in chapter.measures)


@dataclass(frozen=True, slots=True)
class PartyMeasure:
    """A measure a party answers for: `way` is ``direct``, ``part``, ``seat`` or ``collective``,
    `through` the name of what stands between; the party's own state."""

    measure: rows.MeasureRow
    way: str
    through: str
    state: str
    reports: tuple[rows.Said, ...]


@dataclass(frozen=True, slots=True)
class PartySeat:
    """A body a party sits in, and as what."""

    name: str
    role: str
    way: str
    through: str


@dataclass(frozen=True, slots=True)
class PartySheet:
    """One party's sheet. `total` and `own` count the measures it answers for, not those in which
    it only has a part through a seat in a body: these are `seated`."""

    kind: str
    frame: Frame
    party: rows.PartyRow
    code: str
    measures: tuple[PartyMeasure, ...]
    total: rows.StateTally
    own: rows.StateTally
    seated: int
    vague: tuple[rows.MeasureRow, ...]
    nobody: tuple[rows.MeasureRow, ...]
    seats: tuple[PartySeat, ...]
    obligations: tuple[ObligationRow, ...]
    needs: tuple[rows.NeedRow, ...]

    @property
    def dated(self) -> tuple[ObligationRow, ...]:
        """The obligations that have a due day."""
        return tuple(one for one in self.obligations if one.due is not None)

    @property
    def undated(self) -> tuple[ObligationRow, ...]:
        """The obligations that last, or that are done when the occasion arises."""
        return tuple(one for one in self.obligations if one.due is None)


@dataclass(frozen=True, slots=True)
class InterfaceSheet:
    """One interface's sheet."""

    kind: str
    frame: Frame
    chapter: rows.InterfaceChapter
    decides: str
    nobody: tuple[rows.MeasureRow, ...]
    structures: tuple[rows.StructureGroup, ...]
    needs: tuple[rows.NeedRow, ...]
    changes: tuple[rows.ChangeRow, ...]
    bars: charts.Bars


Report = Year | PartySheet | InterfaceSheet
