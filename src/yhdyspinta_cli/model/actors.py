"""Anyone who can be responsible: parties, units, roles, outside organisations, collectives."""

from dataclasses import field
from datetime import date
from typing import Annotated, Any, ClassVar

from yhdyspinta_cli.model.fields import (
    ActorRef,
    Day,
    Flag,
    InterfaceRef,
    LevelRef,
    Line,
    Mailbox,
    PartyRef,
)
from yhdyspinta_cli.model.marks import Judged, RefusalError
from yhdyspinta_cli.model.own_words import Own, Worded
from yhdyspinta_cli.model.record import Dated, Record, covers, refuse_reversed
from yhdyspinta_cli.vocabulary import ActorKind, Case, PartyKind


class Party(Record, Worded):
    """One of the organisations that agree; all are equal.

    `started` and `ended` are its first and last day as an organisation, `joined` and `left` those
    in the agreement. Who merged into another has a `successor`.
    `forms` are the cases of its name that a sentence needs; `genitive` is one of them. `contact` is
    the address of a role or an office of it.
    """

    kind: ClassVar[str] = "party"
    type: Annotated[PartyKind, Own("party_types")]
    town: Flag = False
    name: Line
    official_name: Line
    genitive: Line | None = None
    forms: dict[Case, Line] = field(default_factory=dict)
    code: Line | None = None
    contact: Mailbox | None = None
    aliases: tuple[Line, ...] = ()
    started: Day | None = None
    ended: Day | None = None
    joined: Day | None = None
    left: Day | None = None
    successor: ActorRef | None = None

    def __post_init__(self) -> None:
        refuse_reversed(self.started, self.ended)
        refuse_reversed(self.joined, self.left)


class Membership(Dated):
    """Who is a member of a collective, and from when to when; an id alone is one of all days."""

    actor: ActorRef


def _membership(value: Any) -> Any:
    return {"actor": value} if isinstance(value, str) else value


class Actor(Record):
    """A unit, a role, an outside organisation or a collective.

    `part_of` leads to the party or organisation behind it. A collective lists its `members`, or
    stands for one `unit` in every member of another collective (`one_per`). `vague` marks words
    that name nobody in particular ("kaikki toimijat"). `ended` and `successor` need an outside
    source: the document cannot know what came after it.
    """

    kind: ClassVar[str] = "actor"
    type: ActorKind
    name: Line
    aliases: tuple[Line, ...] = ()
    part_of: ActorRef | None = None
    members: tuple[Annotated[Membership, Judged(_membership)], ...] = ()
    one_per: ActorRef | None = None
    unit: Line | None = None
    vague: Flag = False
    planned: Flag = False
    started: Day | None = None
    ended: Day | None = None
    successor: ActorRef | None = None
    text: Line | None = None

    def __post_init__(self) -> None:
        refuse_reversed(self.started, self.ended)


class Counterpart(Record):
    """Who answers for a party on a level or an interface: a role or a unit, never a person.

    Either an `actor` of the data, or a `role` in the party's own words where no record tells of it.
    """

    kind: ClassVar[str] = "counterpart"
    party: PartyRef
    level: LevelRef | None = None
    interface: InterfaceRef | None = None
    actor: ActorRef | None = None
    role: Line | None = None
    start: Day | None = None
    end: Day | None = None

    def holds(self, day: date) -> bool:
        """True on its days."""
        return covers(self.start, self.end, day)

    def __post_init__(self) -> None:
        refuse_reversed(self.start, self.end)
        if (self.actor is None) == (self.role is None):
            raise RefusalError("actor_or_role", "either an actor or a role")

    @property
    def name_shown(self) -> str:
        return f"{self.party}: {self.actor or self.role}"
