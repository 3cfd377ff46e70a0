"""Rows of what changed in a year and of what has to be settled: frozen, for the templates."""

from datetime import date
from decimal import Decimal
from typing import Literal

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.report.corrected import CorrectedSince
from yhdyspinta_cli.report.readings import Reported
from yhdyspinta_cli.report.rows import Said
from yhdyspinta_cli.vocabulary import TALKED_ABOUT, ChangeKind, Situation

ContradictionKind = Literal[
    "state", "parties", "beyond", "whole", "values", "corrected", "circle", "gone"
]

BACK: tuple[ChangeKind, ...] = ("back", "reopened")
"""What undoes what had been reached."""


@frozen
class StepRow:
    """A situation that something came into on a day, with the own word for it, if it had one."""

    on: date
    state: Situation
    word: str


@frozen
class ChangeRow:
    """What became in the year of a measure, or of a party on it (empty: the whole measure).

    `kind` is what it counts as in the end, `also` what happened beside. `between` is the situation
    it came from in the end, where that is not `before`; `steps` are all that it came into, by day.
    `reports` are those that disagree, or had disagreed. `reported` is what brought it, None where
    the change is that something was taken back. `unchanged` is how many reports told what was so
    already.
    """

    kind: ChangeKind
    also: tuple[ChangeKind, ...]
    code: str
    title: str
    party: str
    before: Situation
    before_word: str
    between: Situation | None
    between_word: str
    after: Situation
    after_word: str
    on: date
    steps: tuple[StepRow, ...]
    progress: int | None
    merged_into: str
    reported: Reported | None
    corrects: bool
    reports: tuple[Said, ...]
    unchanged: int
    is_counted: bool

    @property
    def kinds(self) -> tuple[ChangeKind, ...]:
        """Everything that it became, what it is counted as first."""
        return (self.kind, *self.also)

    @property
    def is_talked_about(self) -> bool:
        """True where any of it is no ordinary change, and no dispute is open."""
        return self.kind != "dispute" and any(kind in TALKED_ABOUT for kind in self.kinds)

    @property
    def verdict(self) -> ChangeKind | None:
        """What is said of the whole way in a sentence, None where only its steps can tell it."""
        if "settled" in self.kinds and self.after != "disputed":
            return "settled"
        came_from = self.before if self.between is None else self.between
        return self.kind if self.kind in TALKED_ABOUT and came_from != self.after else None

    @property
    def is_back(self) -> bool:
        """True where it went back, or was taken up again after it had ended."""
        return any(kind in self.kinds for kind in BACK)


@frozen
class PartiesBecame:
    """The parties of a measure of which the same became; `outside` do not answer for it."""

    kind: ChangeKind
    names: tuple[str, ...]
    outside: tuple[str, ...]


@frozen
class BecameRow:
    """What became of a measure between two days, and of parties on it.

    `row` is the change that reports on the whole brought, None where none did. `before` is None of
    a measure that was not there, `after` of one that is no more.
    """

    kind: ChangeKind
    code: str
    title: str
    row: ChangeRow | None
    before: Situation | None
    after: Situation | None
    parties: tuple[PartiesBecame, ...]


@frozen
class KindRows:
    """The measures of which the same became, in the programme's order."""

    kind: ChangeKind
    measures: tuple[BecameRow, ...]


@frozen
class DisputeRow:
    """A measure, or a party on it (empty: the whole measure), of which speakers disagree."""

    code: str
    title: str
    party: str
    since: date | None
    reports: tuple[Said, ...]


@frozen
class ContradictionRow:
    """Two things recorded that do not go together; the `kind` tells which fields are filled.

    ``state``: an indicator's value against the state, or against lateness since the day `due`.
    ``parties``: a count of parties (`value`) against the number (`told`) that told it themselves;
    ``beyond``: against the number of all. ``whole``: the measure is completed, and `parties` are
    not. ``values``: `said` of one indicator. ``corrected``: two records (`what`) correct one.
    ``circle``: `parties` holds the codes of measures merged into each other. ``gone``: a report or
    an event (`what`) in the name of somebody who had ended on `ended`, or had not begun.
    """

    kind: ContradictionKind
    code: str
    title: str
    party: str
    what: str
    value: int | Decimal | bool | str
    state: Situation | None
    told: int
    on: Moment
    by: str
    ended: date | None
    ended_with: str
    successor: str
    due: date | None = None
    parties: tuple[str, ...] = ()
    said: tuple["ValueSaid", ...] = ()
    word: str = ""
    has_left: bool = False

    def is_of(self, party: str) -> bool:
        """True where it is a party's (its name) to settle: of it, or it is among those told of."""
        return party == self.party or (self.kind == "whole" and party in self.parties)


@frozen
class ValueSaid:
    """A value among others of one indicator, when it was told and by whom."""

    value: int | Decimal | bool | str
    on: Moment
    by: str


@frozen
class LeftOpenRow:
    """What one that is gone has left open: ``measure``, ``turn`` (in a body) or ``duty``.

    `since` is the first day without it, `successor` who comes after it, empty for nobody.
    """

    kind: Literal["measure", "turn", "duty"]
    code: str
    title: str
    party: str
    successor: str
    since: date


@frozen
class Changes:
    """What became of things since the day compared with, each measure in one kind.

    `kinds` are the measures that changed, by kind; `unmoved` those of which only parties did;
    `still` is how many measures are as they were; `came` are those that were not there on that day,
    `gone` those that are no more, none of both since before the agreement. `first` are the changes,
    of measures and of parties on them, that have to be talked about, `others` the ordinary ones.
    `disputes`, `contradictions` and `left_open` are those of the day, whenever they began.
    `corrected` is what was corrected since an earlier report was published.
    `unchanged` is how many reports told what was so already, `after_the_end` how many that a
    measure goes on after its last day, which changes nothing; `updates` how many things were
    reported on.
    """

    since: date
    kinds: tuple[KindRows, ...]
    unmoved: tuple[BecameRow, ...]
    still: int
    came: tuple[BecameRow, ...]
    gone: tuple[BecameRow, ...]
    first: tuple[ChangeRow, ...]
    others: tuple[ChangeRow, ...]
    unchanged: int
    after_the_end: int
    updates: int
    disputes: tuple[DisputeRow, ...]
    contradictions: tuple[ContradictionRow, ...]
    left_open: tuple[LeftOpenRow, ...]
    corrected: tuple[CorrectedSince, ...]

    @property
    def is_quiet(self) -> bool:
        """True where nothing was reported in the year and nothing is to be settled."""
        said = self.updates or self.after_the_end or self.kinds or self.unmoved
        open_still = self.disputes or self.contradictions or self.left_open
        return not (said or open_still or self.corrected)

    @property
    def back(self) -> tuple[ChangeRow, ...]:
        """What went back in the year, or was taken up again after it had ended."""
        return tuple(one for one in self.first if one.kind in ("back", "reopened"))
