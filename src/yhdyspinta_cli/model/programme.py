"""The annexed programme: the frame of its tables, the ground they stand on, the words they use."""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from yhdyspinta_cli.model.agreement import Citation, Definition, Interface, Principle, Section
from yhdyspinta_cli.model.fields import (
    ActorRef,
    Flag,
    InterfaceRef,
    LevelRef,
    Line,
    Prose,
    StatuteRef,
    When,
)
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.provisions import Provision
from yhdyspinta_cli.model.record import Record


class ChartInterface(Record):
    """A box of the programme's chart of interfaces, and the interface it belongs to."""

    kind: ClassVar[str] = "chart-interface"
    title: Line
    interface: InterfaceRef


class CommonMatter(Record):
    """A matter common to all interfaces."""

    kind: ClassVar[str] = "common-matter"
    title: Line
    aliases: tuple[Line, ...] = ()


class Level(Record):
    """A level of dialogue on which every party needs a counterpart."""

    kind: ClassVar[str] = "level"
    name: Line
    text: Prose
    aliases: tuple[Line, ...] = ()


class Statement(Record):
    """A sentence of a strategy, restated one for one."""

    kind: ClassVar[str] = "statement"
    text: Prose


class StrategyBlock(Record):
    """What one side's strategies say of one focus area: statements and keywords."""

    kind: ClassVar[str] = "strategy-block"
    focus_area: Line
    side: Line
    statements: tuple[Statement, ...]
    keywords: tuple[Line, ...]

    @property
    def name_shown(self) -> str:
        return f"{self.focus_area}: {self.side}"


class Abbreviation(Record):
    """A short form and what it stands for; `expansion` is empty where the source gives none."""

    kind: ClassVar[str] = "abbreviation"
    abbreviation: Line
    expansion: Line | None = None
    expanded_by: Literal["source", "outside"] | None = None

    @property
    def name_shown(self) -> str:
        return self.abbreviation


class Author(Record):
    """Who wrote the programme, as the source lists them."""

    kind: ClassVar[str] = "author"
    name: Line
    actors: tuple[ActorRef, ...] = ()


class Reference(Record):
    """A link or publication that the source points to."""

    kind: ClassVar[str] = "reference"
    title: Line
    url: Line | None = None
    printed: Line | None = None


class DutyPoint(Record):
    """One point of the programme's summary of an act."""

    kind: ClassVar[str] = "duty"
    text: Prose
    doers: tuple[ActorRef, ...]


class DutyGroup(Record):
    """A heading of the summary with its points."""

    kind: ClassVar[str] = "duty-group"
    title: Line
    statute: StatuteRef
    sections: tuple[Section, ...]
    points: tuple[DutyPoint, ...]


class Mission(Noun):
    """A party's mission and the focus areas of its strategy, as the programme quotes them."""

    party: ActorRef
    text: Line
    focus_areas: tuple[Line, ...] = ()


class Programme(Record):
    """The annexed programme: the tables' frame, the ground they stand on, the words they use.

    `complete` says that every table has a row for every goal; a missing one is then told.
    """

    kind: ClassVar[str] = "programme"
    title: Line
    subtitle: Line | None = None
    period_start: When | None = None
    period_end: When | None = None
    binding: Flag
    reports_from: When | None = None
    complete: Flag = False
    mission: Mission | None = None
    chapters: tuple[Line, ...] = ()
    interfaces: tuple[Interface, ...] = ()
    chart_interfaces: tuple[ChartInterface, ...] = ()
    common_matters: tuple[CommonMatter, ...] = ()
    levels: tuple[Level, ...] = ()
    counterpart_levels: tuple[LevelRef, ...] = ()
    principles: tuple[Principle, ...] = ()
    provisions: tuple[Provision, ...] = ()
    definitions: tuple[Definition, ...] = ()
    legal_basis: tuple[Citation, ...] = ()
    duties: tuple[DutyGroup, ...] = ()
    strategies: tuple[StrategyBlock, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    authors: tuple[Author, ...] = ()
    references: tuple[Reference, ...] = ()
    former_links: ClassVar[bool] = False
    """True of a programme whose file has the key `links`, which is read no more."""

    @classmethod
    def read(cls, keys: Any, build: Callable[[Any], Self]) -> Self:
        """Take `links`, in which the pages stood before `references` could be pointed to."""
        if not isinstance(keys, Mapping) or "links" not in keys:
            return build(keys)
        record = build({key: value for key, value in keys.items() if key != "links"})
        record.__dict__["former_links"] = True
        return record
