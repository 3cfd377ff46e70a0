"""The reports as wholes: the year, one party's sheet, one interface's; what a template is given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.report import cards, charts, differences, documents, matrix, rows, year_wheel
from yhdyspinta_cli.report.counterparts import Counterparts
from yhdyspinta_cli.report.obligations import EventRow, ObligationRow
from yhdyspinta_cli.report.structures import NeedRow, StructureGroup, StructuresMissing
from yhdyspinta_cli.vocabulary import BODY_CHAPTERS, ReportChapter, Situation


@dataclass(frozen=True, slots=True)
class Frame:
    """What every report knows: of which agreement it speaks, as of which day, from which data.

    `is_over`: the day is before the day of making. `data_language` is the language of the
    data's own texts, `language` the report's. `own_states` are the data's own words for states.
    `restated` are the kinds of record whose sentences are told in other words than the source's.
    `has_programme`: the measures stand in the tables of a programme. `titles` are those of every
    measure, by its code.
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
    own_states: tuple[rows.StateWord, ...]
    validity: documents.ValidityTerms
    abbreviations: tuple[documents.AbbreviationRow, ...]
    restated: tuple[str, ...]
    has_programme: bool
    titles: Mapping[str, str]
    stamp: documents.Provenance


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
class Records:
    """How many records of a year there are, and how many of them were corrected since."""

    updates: int
    updates_corrected: int
    events: int
    events_corrected: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of things in a year: `first` in sentences, `others` as a table, the rest counted.

    `disputes`, `contradictions` and `left_open` are those of the day, whenever they began.
    `unchanged` is how many reports told what was so already, `after_the_end` how many that a
    measure goes on after its last day, which changes nothing; `updates` how many things were
    reported on.
    """

    first: tuple[differences.ChangeRow, ...]
    others: tuple[differences.ChangeRow, ...]
    unchanged: int
    after_the_end: int
    updates: int
    disputes: tuple[differences.DisputeRow, ...]
    contradictions: tuple[differences.ContradictionRow, ...]
    left_open: tuple[differences.LeftOpenRow, ...]

    @property
    def back(self) -> tuple[differences.ChangeRow, ...]:
        """What went back in the year, or was taken up again after it had ended."""
        return tuple(one for one in self.first if one.kind in ("back", "reopened"))


@dataclass(frozen=True, slots=True)
class Year:
    """The report of a year; `shown` are the chapters that stand in it, in their order."""

    kind: str
    frame: Frame
    total: rows.StateTally
    by_interface: tuple[rows.StateTally, ...]
    by_goal: tuple[rows.StateTally, ...]
    months: tuple[rows.StateTally, ...]
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
    loads: tuple[rows.LoadRow, ...]
    needs: tuple[NeedRow, ...]
    structures: tuple[StructureGroup, ...]
    structures_missing: StructuresMissing
    obligations: tuple[ObligationRow, ...]
    events: tuple[EventRow, ...]
    wheel: year_wheel.Wheel
    legal_basis: documents.LegalBasis
    defects: tuple[documents.RemarkRow, ...]
    readings: tuple[documents.RemarkRow, ...]
    to_decide: tuple[documents.RemarkRow, ...]
    pictures: Pictures
    provisions: tuple[documents.ProvisionRow, ...]
    definitions: tuple[documents.DefinitionRow, ...]
    principles: documents.Principles
    counterparts: Counterparts
    shown: tuple[ReportChapter, ...] = BODY_CHAPTERS

    @property
    def measures(self) -> tuple[rows.MeasureRow, ...]:
        """Every measure, in the programme's order."""
        return tuple(measure for chapter in self.chapters for measure in chapter.measures)

    @property
    def missed(self) -> tuple[ObligationRow, ...]:
        """The obligations of the year that somebody, or some area, has missed."""
        return tuple(o for o in self.obligations if any(s.state == "missed" for s in o.stands))


@dataclass(frozen=True, slots=True)
class PartyMeasure:
    """A measure a party answers for or takes part in: `role` is what is named for it there,
    `way` is ``direct``, ``part``, ``seat`` or ``collective``, `through` the name of what stands
    between; the party's own state, None where it owes none."""

    measure: rows.MeasureRow
    role: str
    way: str
    through: str
    state: Situation | None
    word: str
    reports: tuple[rows.Said, ...]


@dataclass(frozen=True, slots=True)
class PartySeat:
    """A body a party sits in, and as what; that the body has ended."""

    name: str
    role: str
    way: str
    through: str
    ended: date | None


@dataclass(frozen=True, slots=True)
class PartySheet:
    """One party's sheet.

    `measures` are those it answers for, `taking_part` those in which it is a partner or has a
    seat in a body that is named. `own` counts how the party stands on the former, `total` how
    these stand as a whole. `nobody` are measures without an owner in which it takes part;
    `disputes` and `contradictions` speak of the party; `left_open` is what it has inherited.
    """

    kind: str
    frame: Frame
    party: rows.PartyRow
    code: str
    measures: tuple[PartyMeasure, ...]
    taking_part: tuple[PartyMeasure, ...]
    total: rows.StateTally
    own: rows.StateTally
    disputes: tuple[differences.DisputeRow, ...]
    contradictions: tuple[differences.ContradictionRow, ...]
    vague: tuple[rows.MeasureRow, ...]
    nobody: tuple[rows.MeasureRow, ...]
    seats: tuple[PartySeat, ...]
    obligations: tuple[ObligationRow, ...]
    needs: tuple[NeedRow, ...]
    left_open: tuple[differences.LeftOpenRow, ...]

    @property
    def told(self) -> int:
        """On how many of those it answers for the party has told its own state."""
        return self.own.total - self.untold - self.own.number("ended")

    @property
    def untold(self) -> int:
        """On how many it owes its own state and has not told it."""
        return self.own.number("no-information")

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
    cards: tuple[cards.CardChapter, ...]
    decides: str
    nobody: tuple[rows.MeasureRow, ...]
    structures: tuple[StructureGroup, ...]
    needs: tuple[NeedRow, ...]
    changes: Changes
    bars: charts.Bars


Report = Year | PartySheet | InterfaceSheet
