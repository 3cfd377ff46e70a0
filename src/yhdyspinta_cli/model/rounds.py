"""What was asked of the parties for a year, and what came back. Created, never edited."""

from typing import ClassVar

from yhdyspinta_cli.model.fields import (
    ActorRef,
    Count,
    Day,
    Digest,
    Flag,
    Instant,
    Line,
    PartyRef,
    Year,
)
from yhdyspinta_cli.model.marks import RefusalError
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.vocabulary import RoundStep


class Round(Record):
    """One step of a round: a party was asked about a year, or it answered.

    `on` is the day of it, `due` the day by which an answer is asked for. `rows` is of how many
    rows something was asked; of them an answer tells something of `filled`. `unchanged` says that
    all the rest is as before, `words` is what the party says in its own. `workbook` is the digest
    of the file that was sent or that came back.
    """

    kind: ClassVar[str] = "round"
    type: RoundStep
    party: PartyRef
    year: Year
    on: Day
    due: Day | None = None
    by: ActorRef | None = None
    rows: Count
    filled: Count | None = None
    unchanged: Flag = False
    words: tuple[Line, ...] = ()
    workbook: Digest | None = None
    recorded: Instant | None = None

    @property
    def name_shown(self) -> str:
        return self.id

    def __post_init__(self) -> None:
        if self.type == "asked" and (self.filled is not None or self.unchanged or self.words):
            raise RefusalError("round_asked", "what was only asked has no answers")
        if self.type == "answered" and self.due is not None:
            raise RefusalError("round_answered", "an answer has no day by which it is due")
        if self.type == "answered" and self.filled is None:
            raise RefusalError("round_filled", "how many rows were answered is missing")
        if not 0 <= (self.filled or 0) <= self.rows:
            raise RefusalError("round_rows", "more rows were answered than asked")
        if self.due is not None and self.due < self.on:
            raise RefusalError("round_due", "due before it was asked")
