"""Where the parties meet: bodies with members, chair, convener and rhythm; areas."""

from typing import Annotated, ClassVar

from yhdyspinta_cli.model.fields import (
    ActorRef,
    AreaRef,
    BodyRef,
    ClockRef,
    Count,
    Day,
    DivisionRef,
    DueDay,
    Flag,
    InterfaceRef,
    Line,
    Prose,
    StatuteRef,
    When,
)
from yhdyspinta_cli.model.marks import RefusalError
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.own_words import Own, Worded
from yhdyspinta_cli.model.record import Dated, Record, refuse_reversed
from yhdyspinta_cli.vocabulary import PARTS_OF_YEAR, RECURRENCES, BodyKind, BodyState, Per, Unit


class TimeLimit(Noun):
    """Within how many days, weeks or months something has to be done."""

    n: Count
    unit: Unit


class Within(TimeLimit, Worded):
    """So many days, weeks or months after an event that starts the clock.

    `after` is a kind of event, an obligation (the events that fulfil it) or a body (its meetings,
    negotiations and exercises).
    """

    after: Annotated[ClockRef, Own("event_kinds")]


class Rhythm(Noun):
    """How often: n times a period, once by a day, within days of an event, or when it happens.

    Exactly one of `per`, `by`, `within` and `when` says it; where the source has only a vague word
    ("säännöllisesti"), `printed` alone carries it. `every` counts the periods of `per` from the
    `first` of the obligation, else from the agreement's first year; `due` is the day by which it
    is done in each of them, in the first one where there are several. With `at_most`, `times` is
    a limit that nothing owes, and a period of several, or a day, is *at the latest*.
    """

    per: Per | None = None
    every: Count = 1
    times: Count = 1
    at_least: Flag = False
    at_most: Flag = False
    due: DueDay | None = None
    by: When | None = None
    within: Within | None = None
    when: Line | None = None
    printed: Line | None = None

    @property
    def is_told(self) -> bool:
        """False where the source gives no time."""
        return self.printed is not None or self._ways() > 0

    def _ways(self) -> int:
        said = (self.per, self.by, self.within, self.when)
        return sum(value is not None for value in said)

    def __post_init__(self) -> None:
        if self._ways() > 1 or not self.is_told or self.times < 1:
            raise RefusalError("rhythm_ways", "exactly one of per, by, within and when")
        if (self.at_least and self.at_most) or self.every < 1:
            raise RefusalError("rhythm_limits", "either at least or at most")
        if self.every > 1 and self.per not in PARTS_OF_YEAR:
            raise RefusalError("rhythm_every", "every goes with a period of the year")
        if self.due is not None and not (self.per and RECURRENCES[self.per].has_day(self.due)):
            raise RefusalError("rhythm_due", "no such day in each of the periods")


UNTOLD = Rhythm.__new__(Rhythm)
UNTOLD.__dict__.update({name: spec.empty() for name, spec in fields_of(Rhythm).items()})
"""The rhythm of what the source gives no time: no way of saying it at all."""


class Seat(Dated):
    """A member, chair, convener or responsible of a body: an actor where one is named."""

    actor: ActorRef | None = None
    label: Line
    part: Line | None = None
    rotating: Flag = False
    order: tuple[ActorRef, ...] = ()


class Ground(Noun):
    """The act and sections a duty or a body rests on."""

    statute: StatuteRef
    sections: tuple[Line, ...] = ()
    printed: Line | None = None


class Body(Record, Worded):
    """A forum, board, group or network. With `one_per` there is one in every member of that
    collective, and as an actor it expands to them. `state_on` is the time whose `state` the source
    tells; a body whose state nobody tells is taken to be there. With `division` it meets apart in
    each of that division's areas, and what rotates does so within each of them. `chairs` and
    `conveners` hold those of other times, each with its days: one after another, or a turn order
    that follows another."""

    kind: ClassVar[str] = "body"
    type: Annotated[BodyKind, Own("body_types")]
    name: Line
    aliases: tuple[Line, ...] = ()
    interface: InterfaceRef | None = None
    state: BodyState | None = None
    state_on: When | None = None
    text: Prose | None = None
    members: tuple[Seat, ...] = ()
    chair: Seat | None = None
    convener: Seat | None = None
    chairs: tuple[Seat, ...] = ()
    conveners: tuple[Seat, ...] = ()
    responsible: tuple[Seat, ...] = ()
    rhythm: Rhythm | None = None
    legal_basis: tuple[Ground, ...] = ()
    area: AreaRef | None = None
    division: DivisionRef | None = None
    area_text: Line | None = None
    tasks: tuple[Line, ...] = ()
    themes: tuple[Line, ...] = ()
    part_of: ActorRef | None = None
    one_per: ActorRef | None = None
    unit: Line | None = None
    decides: BodyRef | None = None
    started: When | None = None
    ended: Day | None = None
    successor: ActorRef | None = None

    def __post_init__(self) -> None:
        refuse_reversed(self.started, self.ended)


class Area(Record):
    """A named group of municipalities inside a division."""

    kind: ClassVar[str] = "area"
    name: Line
    aliases: tuple[Line, ...] = ()
    members: tuple[ActorRef, ...] = ()


class Division(Record):
    """A way in which a collective is divided into areas.

    A `complete` division has each member exactly once. `announced` is the number of areas the
    source speaks of, where it does not list them.
    """

    kind: ClassVar[str] = "division"
    name: Line
    aliases: tuple[Line, ...] = ()
    of: ActorRef
    complete: Flag
    announced: Count | None = None
    areas: tuple[Area, ...] = ()
    text: Prose | None = None
