"""The signed document, and the interfaces of which it and its programme speak."""

from collections.abc import Mapping
from dataclasses import field
from typing import ClassVar, Literal

from yhdyspinta_cli.model import days
from yhdyspinta_cli.model.fields import (
    ActorOrText,
    BodyRef,
    Count,
    Country,
    Dating,
    Day,
    DocumentRef,
    Flag,
    Language,
    Licence,
    Line,
    Mailbox,
    Prose,
    StatuteRef,
    Zone,
)
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.own_words import OwnField, OwnWords, Vocabulary, declared
from yhdyspinta_cli.model.provisions import Notice, Provision
from yhdyspinta_cli.model.record import Record, refuse_reversed
from yhdyspinta_cli.vocabulary import (
    AmendmentKind,
    Case,
    Conformity,
    Kind,
    PrincipleTopic,
)


class Validity(Noun):
    """The first and the last day on which the agreement holds, both included.

    Without `end` it holds until further notice.
    """

    start: Day
    end: Day | None = None

    def __post_init__(self) -> None:
        refuse_reversed(self.start, self.end)


class Organisation(Noun):
    """The header of the document: whose paper it is."""

    name: Line
    unit: Line | None = None
    address: tuple[Line, ...] = ()
    website: Line | None = None


class Accessibility(Noun):
    """What the publisher of the site states of its accessibility, as the law asks it to.

    `conforms` says how far it meets the law, `shortcomings` what is not accessible and why,
    `tested` how that was found out and by whom, `day` when it was stated; `feedback` is the address
    of an office or a role.
    """

    conforms: Conformity | None = None
    shortcomings: tuple[Line, ...] = ()
    tested: Prose | None = None
    day: Day | None = None
    feedback: Mailbox | None = None


class Document(Record):
    """A document the agreement consists of; `short` is its name in a source place."""

    kind: ClassVar[str] = "document"
    name: Line
    short: Line
    pages: Count | None = None
    binding: Flag | None = None
    date_printed: Line | None = None
    day: Day | None = None


class Amendment(Record):
    """A change of the agreement, in force from `day`: amended, extended, replaced by a successor.

    `end` is the new last day. An extension or a successor without one holds until further notice;
    an amendment without one leaves the last day as it is. From `day` on its `documents` are of the
    agreement, and those that it `replaces` are not.
    """

    kind: ClassVar[str] = "amendment"
    type: AmendmentKind
    title: Line
    day: Day
    end: Day | None = None
    text: Prose | None = None
    documents: tuple[DocumentRef, ...] = ()
    replaces: tuple[DocumentRef, ...] = ()

    def __post_init__(self) -> None:
        refuse_reversed(self.day, self.end)


class Signatures(Noun):
    """How many signed and when; who they were is in the personal file."""

    count: Count
    first: Dating
    last: Dating
    methods: dict[str, Count] = field(default_factory=dict)
    zones: dict[str, Count] = field(default_factory=dict)

    def __post_init__(self) -> None:
        last = days.dated(self.last)
        refuse_reversed(days.dated(self.first), last.last if last else None)


class Definition(Record):
    """What a word means here, and who says so."""

    kind: ClassVar[str] = "definition"
    term: Line
    text: Prose
    by: ActorOrText | None = None


class Principle(Record):
    """A sentence that the parties agree on as their way of working."""

    kind: ClassVar[str] = "principle"
    text: Prose
    topic: PrincipleTopic


class Section(Noun):
    """A section of an act: ``number`` without the sign, as printed, and its topic."""

    number: Line
    printed: Line | None = None
    topic: Line | None = None


class Citation(Record):
    """An act as one document cites it, as printed and as it should be.

    `statute` points into the dated register; `number` and `title` are what is printed.
    """

    kind: ClassVar[str] = "citation"
    statute: StatuteRef
    printed: Line
    title: Line
    number: Line
    sections: tuple[Section, ...] = ()
    topic: Line | None = None
    within: Line | None = None

    @property
    def name_shown(self) -> str:
        return f"{self.title} {self.number}"


class Agreement(Record):
    """The signed document: what is agreed, from when to when, on which ground.

    `forms` are the cases of its short name that a heading needs.
    `restated` are the kinds of record whose sentences are told in other words than the source's.
    `licence` is that of what is published of the data; the publisher chooses it.
    """

    kind: ClassVar[str] = "agreement"
    format: Literal[1]
    language: Language
    languages: tuple[Language, ...] = ()
    country: Country | None = None
    title: Line
    short: Line | None = None
    forms: dict[Case, Line] = field(default_factory=dict)
    region: Line
    region_genitive: Line | None = None
    region_forms: dict[Case, Line] = field(default_factory=dict)
    time_zone: Zone | None = None
    organisation: Organisation
    licence: Licence | None = None
    accessibility: Accessibility | None = None
    documents: tuple[Document, ...]
    validity: Validity
    notice: Notice | None = None
    amendments: tuple[Amendment, ...] = ()
    signatures: Signatures | None = None
    purpose: Prose
    definitions: tuple[Definition, ...] = ()
    principles: tuple[Principle, ...] = ()
    provisions: tuple[Provision, ...] = ()
    legal_basis: tuple[Citation, ...] = ()
    chapters: tuple[Line, ...] = ()
    restated: tuple[Kind, ...] = ()
    fields: dict[Kind, dict[str, OwnField]] = field(default_factory=dict)
    vocabulary: Vocabulary | None = None

    def own_fields(self, kind: str) -> Mapping[str, OwnField]:
        """Return the fields of one's own that records of a kind may have, by their keys."""
        return next((own for key, own in self.fields.items() if key == kind), {})

    @property
    def own_words(self) -> OwnWords:
        """The words of one's own, by their sets."""
        return declared(self.vocabulary)


class Interface(Record):
    """One of the places where the parties' tasks meet; `title` may vary by where it stands.

    `complete` says of its table alone what the programme says of all: a row for every goal.
    """

    kind: ClassVar[str] = "interface"
    title: Line
    letter: Line | None = None
    complete: Flag | None = None
    aliases: tuple[Line, ...] = ()
    text: Prose | None = None
    decides: BodyRef | None = None
