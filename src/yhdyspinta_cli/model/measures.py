"""Goals and measures: what was promised, by whom, and how it shows."""

from datetime import date
from typing import ClassVar

from yhdyspinta_cli.model.fields import (
    ActorRef,
    Code,
    Day,
    Flag,
    GoalRef,
    InterfaceRef,
    Line,
    MeasureRef,
    Number,
    ObligationRef,
    ProjectRef,
    Prose,
    When,
    Whole,
)
from yhdyspinta_cli.model.marks import RefusalError
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.record import Dated, Record, covers, refuse_reversed
from yhdyspinta_cli.vocabulary import Direction, IndicatorKind, Role


class Goal(Record):
    """One of the shared goals, in the agreement's wording and in the tables'."""

    kind: ClassVar[str] = "goal"
    number: Whole
    title: Line
    table_title: Line
    text: Prose
    aliases: tuple[Line, ...] = ()


class Responsibility(Dated):
    """A measure's actor with a role; `label` is what is printed, `part` what it answers for."""

    actor: ActorRef
    role: Role = "responsible"
    label: Line
    part: Line | None = None


class Nobody(Noun):
    """Knowingly nobody: the source itself says that the responsible is not defined."""

    label: Line
    since: Day | None = None
    decides: ActorRef | None = None


class NoIndicator(Noun):
    """Knowingly without an indicator, as printed."""

    label: Line


class Baseline(Noun):
    """Where an indicator stood before: a value and the day it is of."""

    value: Number | Flag | Line
    on: When


class Target(Noun):
    """What an indicator is to reach, by which day, and how that is printed."""

    value: Number | Flag | Line | None = None
    on: Day | None = None
    printed: Line | None = None

    def __post_init__(self) -> None:
        if self.value is None and self.printed is None:
            raise RefusalError("target_missing", "neither a value nor what is printed")


class Indicator(Record):
    """How a measure shows: a kind that fits the text, not a number forced on it.

    `baseline` is where it stood, `target` what it is to reach and by when, `direction` which way
    it is wanted to go.
    """

    kind: ClassVar[str] = "indicator"
    label: Line
    type: IndicatorKind
    options: tuple[Line, ...] = ()
    unit: Line | None = None
    baseline: Baseline | None = None
    target: Target | None = None
    direction: Direction | None = None
    shared_with: tuple[MeasureRef, ...] = ()


class Measure(Record):
    """One row of the programme's tables, from its first day to its last where it has them.

    `continues` is the earlier measure that this one goes on with, `continues_printed` what is
    printed of one that is not in the data; `continued_by_printed` what is printed of one that is
    not in the data and goes on with this one.
    `restated` says that sentences of its text are told in other words than the source's.
    """

    kind: ClassVar[str] = "measure"
    code: Code
    interface: InterfaceRef | None = None
    goal: GoalRef | None = None
    title: Line
    text: Prose
    restated: Flag = False
    aliases: tuple[Line, ...] = ()
    responsible: tuple[Responsibility, ...] = ()
    nobody: Nobody | None = None
    responsible_note: Line | None = None
    indicators: tuple[Indicator, ...] = ()
    no_indicator: NoIndicator | None = None
    projects: tuple[ProjectRef, ...] = ()
    obligations: tuple[ObligationRef, ...] = ()
    start: Day | None = None
    end: Day | None = None
    due: Day | None = None
    continues: MeasureRef | None = None
    continues_printed: Line | None = None
    continued_by_printed: Line | None = None

    def holds(self, day: date) -> bool:
        """True on its days."""
        return covers(self.start, self.end, day)

    def __post_init__(self) -> None:
        refuse_reversed(self.start, self.end)
        if self.nobody and self.responsible:
            raise RefusalError("nobody_and_somebody", "both nobody and somebody")
