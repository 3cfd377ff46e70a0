"""What was published: which report, made of which data, which bytes. Created, never edited."""

from typing import ClassVar

from yhdyspinta_cli.model.fields import (
    BodyRef,
    Commit,
    Day,
    Digest,
    Instant,
    InterfaceRef,
    Line,
    PartyRef,
    Year,
)
from yhdyspinta_cli.model.record import Record


class Publication(Record):
    """A report that was published: the year's, a party's or an interface's sheet, a body's paper.

    `name` is that of its file, `file` the digest of its bytes; `on` is the day of publishing,
    `as_of` the day that it tells of. `revision` and `data` are the commit and the digest of the
    data that it was made of, what tells of publications apart. `chapters` are those that it has
    alone.
    """

    kind: ClassVar[str] = "publication"
    name: Line
    year: Year
    party: PartyRef | None = None
    interface: InterfaceRef | None = None
    body: BodyRef | None = None
    chapters: tuple[Line, ...] = ()
    as_of: Day
    on: Day
    revision: Commit
    data: Digest
    file: Digest
    recorded: Instant | None = None

    @property
    def is_of_year(self) -> bool:
        """True of the whole report of its year."""
        return not (self.party or self.interface or self.body or self.chapters)
