"""The reports as wholes: the year, one party's sheet, one interface's; what a template is given."""

from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.report import charts, matrix, papers, promises, ring, view


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
    validity: papers.Validity
    abbreviations: tuple[papers.Abbreviation, ...]
    stamp: papers.Stamp


@dataclass(frozen=True, slots=True)
class Pictures:
    """The numbers of the pictures of a year."""

    by_interface: charts.Bars
    by_goal: charts.Bars
    months: charts.Columns
    matrix: matrix.Matrix
    loads: charts.LoadBars
    ring: ring.Ring


@dataclass(frozen=True, slots=True)
class Year:
    """The report of a year."""

    kind: str
    frame: Frame
    total: view.Tally
    by_interface: tuple[view.Tally, ...]
    by_goal: tuple[view.Tally, ...]
    months: tuple[view.Tally, ...]
    chapters: tuple[view.Chapter, ...]
    nobody: tuple[view.Measure, ...]
    vague: tuple[view.Measure, ...]
    changes: tuple[view.Change, ...]
    turns: tuple[view.Turn, ...]
    parties: tuple[view.PartyRow, ...]
    loads: tuple[view.Load, ...]
    needs: tuple[view.Need, ...]
    structures: tuple[view.StructureGroup, ...]
    duties: tuple[promises.Duty, ...]
    meetings: tuple[promises.Meeting, ...]
    wheel: promises.Wheel
    legal_basis: tuple[papers.Basis, ...]
    defects: tuple[papers.Remark, ...]
    readings: tuple[papers.Remark, ...]
    pictures: Pictures

    @property
    def measures(self) -> tuple[view.Measure, ...]:
        """Every measure, in the programme's order."""
        return tuple(measure for chapter in self.chapters for measure in chapter.measures)


@dataclass(frozen=True, slots=True)
class PartyMeasure:
    """A measure a party answers for: `way` is ``direct``, ``part``, ``seat`` or ``collective``,
    `through` the name of what stands between; the party's own state."""

    measure: view.Measure
    way: str
    through: str
    state: str
    reports: tuple[view.Said, ...]


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
    party: view.PartyRow
    code: str
    measures: tuple[PartyMeasure, ...]
    total: view.Tally
    own: view.Tally
    seated: int
    vague: tuple[view.Measure, ...]
    nobody: tuple[view.Measure, ...]
    seats: tuple[PartySeat, ...]
    duties: tuple[promises.Duty, ...]
    needs: tuple[view.Need, ...]

    @property
    def dated(self) -> tuple[promises.Duty, ...]:
        """The duties that have a due day."""
        return tuple(duty for duty in self.duties if duty.due is not None)

    @property
    def undated(self) -> tuple[promises.Duty, ...]:
        """The duties that last, or that are done when the occasion arises."""
        return tuple(duty for duty in self.duties if duty.due is None)


@dataclass(frozen=True, slots=True)
class InterfaceSheet:
    """One interface's sheet."""

    kind: str
    frame: Frame
    chapter: view.Chapter
    decides: str
    structures: tuple[view.StructureGroup, ...]
    needs: tuple[view.Need, ...]
    changes: tuple[view.Change, ...]
    bars: charts.Bars


Report = Year | PartySheet | InterfaceSheet
