"""Where the parties meet: bodies with members, chair, convener and rhythm; areas."""

from typing import ClassVar

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from yhdyspinta_cli.model.fields import (
    ActorRef,
    AreaRef,
    BodyRef,
    Count,
    Day,
    DivisionRef,
    Flag,
    InterfaceRef,
    Line,
    Prose,
    StatuteRef,
    When,
)
from yhdyspinta_cli.model.record import Dated, Noun, Record
from yhdyspinta_cli.vocabulary import BodyKind, BodyState, Per


class Rhythm(Noun):
    """How often: n times a year or a council term, once by a day, or when something happens.

    Exactly one of `per`, `by` and `when` says it; where the source has only a vague word
    ("säännöllisesti"), `printed` alone carries it.
    """

    per: Per | None = None
    times: Count = 1
    at_least: Flag = False
    by: When | None = None
    when: Line | None = None
    printed: Line | None = None

    @model_validator(mode="after")
    def _one_way(self) -> "Rhythm":
        ways = sum(value is not None for value in (self.per, self.by, self.when))
        if ways > 1 or (ways == 0 and self.printed is None) or self.times < 1:
            raise PydanticCustomError("rhythm_ways", "exactly one of per, by and when")
        return self


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


class Body(Record):
    """A forum, board, group or network. With `one_per` there is one in every member of that
    collective, and as an actor it expands to them. With `division` it meets apart in each of
    that division's areas, and what rotates does so within each of them."""

    kind: ClassVar[str] = "body"
    type: BodyKind
    name: Line
    aliases: tuple[Line, ...] = ()
    interface: InterfaceRef | None = None
    state: BodyState = "operating"
    text: Prose | None = None
    members: tuple[Seat, ...] = ()
    chair: Seat | None = None
    convener: Seat | None = None
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
