"""The reports as wholes: the year, one party's sheet, one interface's; what a template is given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.report import (
    cards,
    charts,
    comparison,
    differences,
    documents,
    matrix,
    rows,
    year_strip,
)
from yhdyspinta_cli.report.agenda import Subject, TaskLine, Undecided, Unheard
from yhdyspinta_cli.report.brief import Brief
from yhdyspinta_cli.report.brief_asks import Ask
from yhdyspinta_cli.report.counterparts import Counterparts, OnLevel
from yhdyspinta_cli.report.decisions import DecisionRow
from yhdyspinta_cli.report.duties import DutyGroup, EventGroup, duty_groups, event_groups
from yhdyspinta_cli.report.files import ALONE, Files
from yhdyspinta_cli.report.indicators import Indicators
from yhdyspinta_cli.report.obligations import EventRow, ObligationRow
from yhdyspinta_cli.report.structures import NeedRow, StructureGroup, StructureRow
from yhdyspinta_cli.report.to_do import DutyLine, ToDo
from yhdyspinta_cli.report.turns_to_take import TurnToTake
from yhdyspinta_cli.report.waiting import Waiting
from yhdyspinta_cli.vocabulary import BODY_CHAPTERS, ReportChapter, Situation


@dataclass(frozen=True, slots=True)
class Frame:
    """What every report knows: of which agreement it speaks, as of which day, from which data.

    `is_over`: the day is before the day of making. `data_language` is the language of the
    data's own texts, `language` the report's. `own_states` are the data's own words for states.
    `restated` are the kinds of record whose sentences are told in other words than the source's.
    `compared` is the earlier day beside which this one stands, None in the agreement's first year.
    `has_programme`: the measures stand in the tables of a programme. `titles` are those of every
    measure, by its code; `files` are those beside it.
    """

    title: str
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


@dataclass(frozen=True, slots=True)
class Pictures:
    """The numbers of the pictures of a year."""

    by_interface: charts.Bars
    by_goal: charts.Bars
    year_ends: charts.Bars | None
    stretches: charts.Steps | None
    matrix: matrix.MatrixPicture | None
    loads: charts.LoadBars | None
    strip: year_strip.Strip | None


@dataclass(frozen=True, slots=True)
class Records:
    """How many records of a year there are, and how many of them were corrected since."""

    updates: int
    updates_corrected: int
    events: int
    events_corrected: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of things since the day compared with, each measure in one kind.

    `kinds` are the measures that changed, by kind; `unmoved` those of which only parties did;
    `still` is how many measures are as they were. `first` are the changes, of measures and of
    parties on them, that have to be talked about, `others` the ordinary ones. `disputes`,
    `contradictions` and `left_open` are those of the day, whenever they began. `unchanged` is how
    many reports told what was so already, `after_the_end` how many that a measure goes on after
    its last day, which changes nothing; `updates` how many things were reported on.
    """

    since: date
    kinds: tuple[differences.KindRows, ...]
    unmoved: tuple[differences.BecameRow, ...]
    still: int
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
    compared: comparison.Compared | None
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
    def duties(self) -> tuple[DutyGroup, ...]:
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


@dataclass(frozen=True, slots=True)
class PartyMeasure:
    """A measure a party answers for or takes part in: `role` is what is named for it there,
    `way` is ``direct``, ``part``, ``seat`` or ``collective``, `through` the name of what stands
    between; the party's own state, None where it owes none. `path` are the states it has told,
    the oldest first."""

    measure: rows.MeasureRow
    role: str
    way: str
    through: str
    state: Situation | None
    word: str
    reports: tuple[rows.Said, ...]
    path: tuple[rows.StepTold, ...]


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
    `counterparts` are its own by level, `unseen` the interfaces for which those leave out somebody;
    `turns` those that it takes among others; `waiting` the measures that wait for it; `events` what
    is recorded in its name in the year.
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
    to_do: ToDo
    counterparts: tuple[OnLevel, ...]
    turns: tuple[TurnToTake, ...]
    waiting: tuple[Waiting, ...]
    events: tuple[EventRow, ...]
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
    def told_of(self) -> tuple[PartyMeasure, ...]:
        """The measures it answers for of which it has told how it stands."""
        silent = ("no-information", "ended", None)
        return tuple(one for one in self.measures if one.state not in silent)

    @property
    def untold_of(self) -> tuple[PartyMeasure, ...]:
        """The measures it answers for of which it has not told how it stands."""
        return tuple(one for one in self.measures if one.state == "no-information")

    @property
    def untold_by_reason(self) -> tuple[tuple[PartyMeasure, ...], ...]:
        """What it has not told, those together that are its for the same reason."""
        found: dict[tuple[str, str, str], list[PartyMeasure]] = {}
        for one in self.untold_of:
            found.setdefault((one.way, one.through, one.role), []).append(one)
        return tuple(tuple(group) for group in found.values())

    @property
    def ended_of(self) -> tuple[PartyMeasure, ...]:
        """The measures it answered for that have ended before it told of them."""
        return tuple(one for one in self.measures if one.state in ("ended", None))


@dataclass(frozen=True, slots=True)
class InterfaceSheet:
    """One interface's sheet."""

    kind: str
    frame: Frame
    chapter: rows.InterfaceChapter
    cards: tuple[cards.CardChapter, ...]
    decides: str
    compared: comparison.Compared | None
    nobody: tuple[rows.MeasureRow, ...]
    structures: tuple[StructureGroup, ...]
    needs: tuple[NeedRow, ...]
    changes: Changes
    bars: charts.Bars


@dataclass(frozen=True, slots=True)
class ForumPaper:
    """The paper of a body's meeting on the day `meeting`, made from the body's own tasks.

    `subjects` are what its tasks speak of, `tasks` the tasks themselves; `is_whole` tells that the
    body looks at the whole agreement. `last` is its last meeting before, None where it never met;
    `decisions` are those of that meeting and since, `earlier` those before whose measure goes on.
    `changes` are those since the last meeting (else since the agreement began), `others` plain ones.
    `undecided` are measures without an owner. `duties` are its own and, where its tasks ask for it,
    those of all it looks at: the ones of the time since its last meeting that are missed, not known,
    or open. `asked` is what the meeting is asked to decide.
    """

    kind: str
    frame: Frame
    body: StructureRow
    meeting: date
    is_whole: bool
    tasks: tuple[TaskLine, ...]
    subjects: frozenset[Subject]
    last: EventRow | None
    decisions: tuple[DecisionRow, ...]
    earlier: tuple[DecisionRow, ...]
    total: rows.StateTally
    before: rows.StateTally
    changes: tuple[differences.ChangeRow, ...]
    others: tuple[differences.ChangeRow, ...]
    late: tuple[rows.MeasureRow, ...]
    silent: tuple[Unheard, ...]
    untold: tuple[Unheard, ...]
    undecided: tuple[Undecided, ...]
    duties: tuple[DutyLine, ...]
    disputes: tuple[differences.DisputeRow, ...]
    needs: tuple[NeedRow, ...]
    asked: tuple[Ask, ...]
    turns: tuple[TurnToTake, ...]

    def duties_of(self, *groups: str) -> tuple[DutyLine, ...]:
        """Return the duties that stand so, in their order."""
        return tuple(one for one in self.duties if one.group in groups)


Report = Year | PartySheet | InterfaceSheet | ForumPaper
