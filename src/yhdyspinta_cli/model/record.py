"""What every record has: an id, a place in the source, remarks."""

from dataclasses import field
from datetime import date
from typing import ClassVar

from yhdyspinta_cli.model.fields import Day, DocumentRef, Id, Line, OwnValue, Prose
from yhdyspinta_cli.model.marks import RefusalError
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.vocabulary import RemarkKind


def covers(start: date | None, end: date | None, day: date) -> bool:
    """True on the days from the first to the last, both included; None is no border."""
    return (start is None or start <= day) and (end is None or day <= end)


def refuse_reversed(start: date | Moment | None, end: date | None) -> None:
    """Raise RefusalError where the end is before the start can be; None is no border."""
    first = start.first if isinstance(start, Moment) else start
    if first is not None and end is not None and end < first:
        raise RefusalError("end_before_start", "the end is before the start")


class Dated(Noun):
    """What holds from its first day to its last, both included; on every day where it has none."""

    start: Day | None = None
    end: Day | None = None

    def holds(self, day: date) -> bool:
        """True on its days."""
        return covers(self.start, self.end, day)

    def __post_init__(self) -> None:
        refuse_reversed(self.start, self.end)


class Place(Noun):
    """Where the source says it: a document, a section or slide, the row of a table."""

    document: DocumentRef
    section: Line | None = None
    slide: Line | None = None
    row: Line | None = None


class Outside(Noun):
    """A fact that is not in the source: what, from which public source, read on which day."""

    fact: Line
    named_source: Line
    day: Day
    url: Line | None = None


class Remark(Noun):
    """A known defect of the source or another way to read it; recorded, never silently fixed.

    `about` names the field it concerns, `printed` what the source has, `corrected` the right
    value where it is certain. `rule` names the rule whose finding on this record it accepts.
    `to_decide` says what those who agreed have to decide because of it, in one sentence that
    begins with a verb; it goes when they have decided.
    """

    id: Id | None = None
    kind: RemarkKind = "defect"
    about: Line | None = None
    printed: Line | None = None
    corrected: Line | None = None
    text: Prose
    rule: Line | None = None
    to_decide: Line | None = None


class Link(Noun):
    """A web address and what stands behind it."""

    title: Line
    url: Line


class Record(Noun):
    """Something with an id that can be listed, shown, referred to and checked."""

    kind: ClassVar[str]
    id: Id
    source: tuple[Place, ...] = ()
    outside: tuple[Outside, ...] = ()
    remarks: tuple[Remark, ...] = ()
    extra: dict[str, OwnValue] = field(default_factory=dict)

    # Not a field: in the copy for a reader of another language, the data's own names for it.
    _former_names: ClassVar[tuple[str, ...]] = ()

    def __hash__(self) -> int:
        # To hash all that it holds would take longer than most facts about it.
        return hash(self.id)

    @property
    def name_shown(self) -> str:
        """The short text that names this record to a reader: a `Name`, which knows its id."""
        for key in ("name", "title", "label", "term"):
            value = getattr(self, key, None)
            if isinstance(value, str):
                return Name(value, self.id)
        return Name(shortened(str(getattr(self, "text", self.id))), self.id)

    @property
    def names(self) -> tuple[str, ...]:
        """Every text by which this record may be called, the shown one first."""
        own = [self.name_shown]
        for key in ("official_name", "short", "abbreviation"):
            value = getattr(self, key, None)
            if isinstance(value, str):
                own.append(value)
        return (*own, *getattr(self, "aliases", ()), *self._former_names)


def shortened(text: str) -> str:
    """Return `text`, or its first whole words and an ellipsis where it is over 80 characters."""
    return text if len(text) <= 80 else text[:79].rsplit(" ", 1)[0].rstrip(" ,;:–") + " …"
