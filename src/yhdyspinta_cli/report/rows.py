"""What a template may read of a report: frozen values with plain attributes, nothing else.

Texts of the data are plain `str`; whoever writes a format makes them inert. States are the
words of the data, with ``no-information`` where nothing is known. Days are `date`, loose days
are `Moment`, numbers are numbers: every format writes them in its own way.
"""

from datetime import date

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.report.readings import EvidenceLine, IndicatorRow, Reported
from yhdyspinta_cli.vocabulary import ANSWERING, Role, Situation


@frozen
class StateCount:
    """How many have a state."""

    state: Situation
    number: int


@frozen
class StateWord:
    """A word of the region's own for a state, and the standard one it means."""

    word: str
    means: str


@frozen
class StateTally:
    """The measures of one interface, goal or month counted by state.

    `counts` leaves zeros out, and so does `told`, which a sentence of them is made from.
    """

    key: str
    name: str
    total: int
    counts: tuple[StateCount, ...]
    told: tuple[StateCount, ...]

    def number(self, state: str) -> int:
        """Return how many have `state`."""
        return next((count.number for count in self.counts if count.state == state), 0)


@frozen
class DayTally:
    """The measures as they stood on a day."""

    day: date
    tally: StateTally


@frozen
class StretchTally:
    """The measures as they stood at the ends of so many months in a row, from the first day of
    the first to the last of the last."""

    first: date
    last: date
    months: int
    tally: StateTally


@frozen
class DecisionLine:
    """A decision that names who answers for a measure: by whom, when, and what it rests on."""

    title: str
    body: str
    on: Moment
    links: tuple[EvidenceLine, ...]


@frozen
class ResponsibleLine:
    """One actor of a measure; `parties` is how many parties stand behind a collective.

    `ended_with` is the name of what it is a part of, where it ended with that. `decided` is the
    decision that named it, None where the source does. `label` is what is printed, `apart` the
    same where that says more than the actor's own name.
    """

    name: str
    label: str
    role: str
    part: str
    is_collective: bool
    is_body: bool
    is_vague: bool
    parties: int
    ended: date | None
    ended_with: str
    successor: str
    decided: DecisionLine | None
    has_left: bool = False
    apart: str = ""


@frozen
class Said:
    """One of the reports that disagree: the state, the day, by whom (empty: not stated), why.

    `word` is the region's own word for the state, here as in every row; empty where it has none.
    """

    state: str
    on: Moment
    by: str
    note: str
    word: str


@frozen
class StepTold:
    """A state that was told and the day since which it held."""

    state: Situation
    on: date
    word: str


@frozen
class PartyState:
    """One party's state on one measure, `DISPUTED` with each of its `reports`.

    `role` is the one in which it takes part, where it does not answer.
    """

    key: str
    name: str
    state: Situation
    reports: tuple[Said, ...]
    is_direct: bool
    word: str
    role: Role | None = None


@frozen
class PartyGroup:
    """The parties of one state; with `is_all` every party of the agreement except `names`."""

    state: str
    word: str
    is_all: bool
    names: tuple[str, ...]


@frozen
class MeasureRow:
    """One row of the programme's tables, with its state on the day.

    `nobody` is what the source prints where it knowingly names nobody; `is_without` is True where
    nobody who answers is named on the day, by a decision neither. `no_indicator` is what the
    source prints where it knowingly has no indicator. `reports` are those that disagree on the
    whole. `completed` is when it was, where it has a due day, `days_late` how long after that.
    `beside` is the sentence on parties that are not completed where the whole is.
    `parties` answer for it, `partners` only take part, are consulted or informed. `continues` is
    the earlier measure that it goes on with, or what is printed of it; `ended` is its last day,
    where that is past.
    """

    key: str
    code: str
    title: str
    text: str
    restated: bool
    interface: str
    goal: str
    goal_number: int
    responsible: tuple[ResponsibleLine, ...]
    nobody: str
    is_without: bool
    decides: str
    note: str
    indicators: tuple[IndicatorRow, ...]
    no_indicator: str
    state: Situation
    word: str
    reports: tuple[Said, ...]
    reported: Reported | None
    progress: int | None
    merged_into: str
    continued_by: str
    due: date | None
    is_late: bool
    completed: Moment | None
    days_late: int
    beside: str
    parties: tuple[PartyState, ...]
    partners: tuple[PartyState, ...]
    groups: tuple[PartyGroup, ...]
    continues: str = ""
    ended: date | None = None

    @property
    def is_explained(self) -> bool:
        """True where the latest report has a note or evidence."""
        return self.reported is not None and bool(self.reported.note or self.reported.evidence)

    @property
    def vague_labels(self) -> tuple[str, ...]:
        """What is printed of those responsible that name nobody in particular."""
        return tuple(
            found.label or found.name
            for found in self.responsible
            if found.is_vague and found.role in ANSWERING
        )

    @property
    def decided(self) -> DecisionLine | None:
        """The decision that names who answers for it, where one does."""
        return next((one.decided for one in self.responsible if one.decided), None)

    @property
    def parties_done(self) -> int:
        """How many of those who answer for it have completed it."""
        return sum(party.state == "completed" for party in self.parties)

    @property
    def direct(self) -> tuple[str, ...]:
        """The parties that the measure names themselves."""
        return tuple(party.name for party in self.parties if party.is_direct)


@frozen
class InterfaceChapter:
    """An interface with its measures."""

    key: str
    letter: str
    title: str
    measures: tuple[MeasureRow, ...]
    tally: StateTally


@frozen
class TurnRow:
    """An actor, project, measure or act that was new in the year or gone: `what` is one of
    ``began``, ``joined``, ``ended``, ``left``, ``in-force``, ``repealed``.

    `successor` is who came after it; of a measure what goes on with it, or what it goes on with.
    """

    day: date | Moment
    name: str
    what: str
    successor: str
    of_measure: bool = False


@frozen
class PartyRow:
    """A party in the overview: for how many measures it answers because they name it or a part
    of it (`direct`), or only a collective of it (`through`); in how many it is only a `partner`,
    or only in a body that is named (`seated`); how it stands on those it answers for; in how many
    bodies it has a seat. `genitive` is its name in that case, empty where the data has none."""

    key: str
    name: str
    genitive: str
    official_name: str
    type: str
    word: str
    direct: int
    through: int
    partner: int
    seated: int
    counts: tuple[StateCount, ...]
    seats: int

    def number(self, state: str) -> int:
        """Return of how many measures it has reported `state`."""
        return next((count.number for count in self.counts if count.state == state), 0)


@frozen
class LoadRow:
    """The codes of the measures an actor answers for, and of those in which it only takes part.

    `level` is ``party``, ``collective``, ``body`` or ``other``; with `is_part` it is a part of the
    party above it, or that party itself where parts of it are named beside it.
    """

    name: str
    level: str
    is_part: bool
    measures: tuple[str, ...]
    partner: tuple[str, ...]
