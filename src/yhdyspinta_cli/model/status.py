"""What was reported: updates of a state and values of an indicator. Created, never edited."""

from typing import Annotated, ClassVar

from yhdyspinta_cli.model.fields import (
    ActorRef,
    Count,
    Flag,
    IndicatorRef,
    Instant,
    Line,
    MeasureRef,
    Number,
    PartyRef,
    Prose,
    UpdateRef,
    ValueRef,
    When,
)
from yhdyspinta_cli.model.marks import RefusalError
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.own_words import Own, Worded
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.vocabulary import EvidenceKind, State


class Evidence(Noun):
    """What an update rests on: a link, minutes, a diary number, or a passage of the source."""

    type: EvidenceKind
    text: Line
    url: Line | None = None


class Update(Record, Worded):
    """One dated status report.

    `on` is the day it speaks of (a month or a year counts from its last day). With `party` it
    speaks of that party only. `recorded` is the moment it was recorded: it orders what one
    speaker says of one day. `corrects` names the update it replaces; `void` replaces it with
    nothing.
    """

    kind: ClassVar[str] = "update"
    measure: MeasureRef
    state: Annotated[State, Own("states")] | None = None
    on: When
    by: ActorRef | None = None
    party: PartyRef | None = None
    note: Prose | None = None
    recorded: Instant | None = None
    evidence: tuple[Evidence, ...] = ()
    progress: Count | None = None
    merged_into: MeasureRef | None = None
    corrects: UpdateRef | None = None
    void: Flag = False

    @property
    def name_shown(self) -> str:
        return self.id

    def __post_init__(self) -> None:
        if self.void and (self.state or not self.corrects):
            raise RefusalError("void_alone", "void needs an update to correct, no state")
        if not self.void and not self.state:
            raise RefusalError("state_missing", "the state is missing")
        if self.progress is not None and not 0 <= self.progress <= 100:
            raise RefusalError("percent_range", "a percentage is 0 to 100")


class Value(Record):
    """One reported value of an indicator, of the kind the indicator has."""

    kind: ClassVar[str] = "value"
    indicator: IndicatorRef
    value: Number | Flag | Line | None = None
    on: When
    by: ActorRef | None = None
    party: PartyRef | None = None
    note: Prose | None = None
    recorded: Instant | None = None
    evidence: tuple[Evidence, ...] = ()
    corrects: ValueRef | None = None
    void: Flag = False

    @property
    def name_shown(self) -> str:
        return self.id

    def __post_init__(self) -> None:
        if self.void == (self.value is not None) or (self.void and not self.corrects):
            raise RefusalError("value_or_void", "either a value, or void and what it voids")
