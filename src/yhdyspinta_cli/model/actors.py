"""Anyone who can be responsible: parties, units, roles, outside organisations, collectives."""

from typing import ClassVar

from pydantic import Field

from yhdyspinta_cli.model.fields import ActorRef, Day, Flag, InterfaceRef, LevelRef, Line, PartyRef
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.vocabulary import ActorKind, Case, PartyKind


class Party(Record):
    """One of the organisations that agree; all are equal.

    `forms` are the cases of its name that a sentence needs; `genitive` is one of them.
    """

    kind: ClassVar[str] = "party"
    type: PartyKind
    town: Flag = False
    name: Line
    official_name: Line
    genitive: Line | None = None
    forms: dict[Case, Line] = Field(default_factory=dict)
    code: Line | None = None
    aliases: tuple[Line, ...] = ()


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
    members: tuple[ActorRef, ...] = ()
    one_per: ActorRef | None = None
    unit: Line | None = None
    vague: Flag = False
    planned: Flag = False
    started: Day | None = None
    ended: Day | None = None
    successor: ActorRef | None = None
    text: Line | None = None


class Counterpart(Record):
    """Who answers for a party on a level or an interface: a role or a unit, never a person."""

    kind: ClassVar[str] = "counterpart"
    party: PartyRef
    level: LevelRef | None = None
    interface: InterfaceRef | None = None
    actor: ActorRef
    start: Day | None = None
    end: Day | None = None

    @property
    def name_shown(self) -> str:
        return f"{self.party}: {self.actor}"
