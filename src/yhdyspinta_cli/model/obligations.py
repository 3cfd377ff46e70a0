"""What recurs and what happened: obligations, council terms, events, needs, projects, acts."""

from dataclasses import field
from typing import Annotated, ClassVar

from yhdyspinta_cli.model.bodies import UNTOLD, Ground, Rhythm
from yhdyspinta_cli.model.fields import (
    ActorOrText,
    ActorRef,
    AreaRef,
    BodyRef,
    Dating,
    Day,
    EventRef,
    Flag,
    Instant,
    InterfaceRef,
    Line,
    MeasureRef,
    ObligationRef,
    ProjectRef,
    Prose,
    When,
)
from yhdyspinta_cli.model.marks import RefusalError
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.own_words import Own, Worded
from yhdyspinta_cli.model.provisions import Money
from yhdyspinta_cli.model.record import Dated, Link, Record, refuse_reversed
from yhdyspinta_cli.vocabulary import Binding, Council, EventKind, ProjectKind


class CouncilTerm(Record):
    """The term of a council; municipal and county terms differ until 2025."""

    kind: ClassVar[str] = "council-term"
    name: Line
    council: Council
    start: Day
    end: Day

    def __post_init__(self) -> None:
        refuse_reversed(self.start, self.end)


class Doer(Dated):
    """Who must do it, what is printed of them, and what binds them.

    `binding` and `basis` are those of this doer, where they are not the obligation's.
    """

    actor: ActorRef
    label: Line | None = None
    part: Line | None = None
    binding: Binding | None = None
    basis: tuple[Ground, ...] = ()


class Fulfilment(Worded):
    """Which events fulfil an obligation: of these kinds, of this body where one is named."""

    events: tuple[Annotated[EventKind, Own("event_kinds")], ...]
    body: BodyRef | None = None


class Obligation(Record):
    """A recurring or dated duty.

    With `each`, every party behind the doers has to do it for itself; otherwise once is enough.
    Without a `rhythm` the source gives no time. `first` is the first period; `end` defaults to the
    end of the agreement's validity, and to none where a law binds those who must do it. `council`
    says whose terms count, the municipal ones where it says nothing. `binding` and `basis` hold for
    every doer without its own.
    """

    kind: ClassVar[str] = "obligation"
    title: Line
    text: Prose | None = None
    doers: tuple[Doer, ...]
    to: tuple[ActorRef, ...] = ()
    body: BodyRef | None = None
    interface: InterfaceRef | None = None
    each: Flag = False
    rhythm: Rhythm = UNTOLD
    council: Council | None = None
    first: When | None = None
    end: Day | None = None
    binding: Binding
    basis: tuple[Ground, ...] = ()
    fulfilled_by: Fulfilment | None = None
    measure: MeasureRef | None = None


class Event(Record, Worded):
    """Something that happened: a meeting held, a survey done, a decision made.

    With `fulfils` it fulfils what it names and nothing else; without, an obligation whose
    `fulfilled_by` names its body, where only one can be meant. `not_fulfils` takes one away.
    What comes after the `period` for which it is done names it, as ``2026-h1``. A decision that
    `appoints` names who answers for its `measure` from its day on.
    """

    kind: ClassVar[str] = "event"
    type: Annotated[EventKind, Own("event_kinds")]
    title: Line
    on: When
    body: BodyRef | None = None
    area: AreaRef | None = None
    party: ActorRef | None = None
    convener: ActorRef | None = None
    chair: ActorRef | None = None
    by: ActorRef | None = None
    decisions: tuple[Line, ...] = ()
    links: tuple[Link, ...] = ()
    note: Prose | None = None
    recorded: Instant | None = None
    measure: MeasureRef | None = None
    appoints: tuple[ActorRef, ...] = ()
    fulfils: tuple[ObligationRef, ...] = ()
    not_fulfils: tuple[ObligationRef, ...] = ()
    period: Line | None = None
    corrects: EventRef | None = None
    void: Flag = False

    def __post_init__(self) -> None:
        if self.appoints and (self.type != "decision" or self.measure is None):
            raise RefusalError("appoints_alone", "only a decision on a measure appoints")


class Funding(Money):
    """The money of a project as printed, with its amount and currency where they are certain."""

    # A dataclass would take the default of the field that this one stands for.
    printed: Line = field()
    by: ActorOrText | None = None


class Project(Record):
    """A project, programme of projects or grant, with what the source says of its state."""

    kind: ClassVar[str] = "project"
    type: ProjectKind
    name: Line
    aliases: tuple[Line, ...] = ()
    part_of: ActorRef | None = None
    interface: InterfaceRef | None = None
    funding: Funding | None = None
    programme: ActorOrText | None = None
    start: When | None = None
    ended: Day | None = None
    successor: ActorRef | None = None
    state: Line | None = None
    text: Prose | None = None

    def __post_init__(self) -> None:
        refuse_reversed(self.start, self.ended)


class DatedEvent(Record):
    """A dated or timed occurrence that the source itself mentions.

    `until` is the end of the time that the source gives, where that is from one to the other.
    """

    kind: ClassVar[str] = "dated-event"
    title: Line
    when: When | None = None
    until: When | None = None
    printed: Line
    projects: tuple[ProjectRef, ...] = ()

    def __post_init__(self) -> None:
        if self.until is not None and (self.when is None or self.until.last < self.when.first):
            raise RefusalError("end_before_start", "the end is before the start")


class Need(Record):
    """Something the source says is missing or to be solved."""

    kind: ClassVar[str] = "need"
    title: Line
    text: Prose
    interface: InterfaceRef | None = None
    concerns: tuple[ActorRef, ...] = ()
    decides: ActorRef | None = None
    measures: tuple[MeasureRef, ...] = ()


class StatuteSection(Noun):
    """A section of an act with its official heading."""

    number: Line
    heading: Line | None = None


class Statute(Record):
    """An act of the dated register: official title, in force from, repealed by."""

    kind: ClassVar[str] = "statute"
    number: Line
    title: Line
    aliases: tuple[Line, ...] = ()
    in_force: Day | None = None
    repealed: Day | None = None
    repealed_by: Line | None = None
    sections: tuple[StatuteSection, ...] = ()
    url: Line | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The title, the number and every other name the act goes by."""
        return (self.title, self.number, *self.aliases, *self._former_names)


class Signature(Noun):
    """One signature as the sheet has it; the sheet names no party."""

    name: Line
    method: Line
    at: Dating


class RoleHolder(Noun):
    """A named holder of a role, and the bodies the source names with it."""

    name: Line
    role: Line
    actor: ActorRef | None = None
    bodies: tuple[BodyRef, ...] = ()


class Personal(Record):
    """The names of people: signers and role holders. Read only when asked for."""

    kind: ClassVar[str] = "personal"
    signatures: tuple[Signature, ...] = ()
    role_holders: tuple[RoleHolder, ...] = ()
    counterpart_holders: tuple[RoleHolder, ...] = ()
