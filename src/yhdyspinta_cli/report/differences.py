"""Rows of what changed in a year and of what has to be settled: frozen, for the templates."""

from datetime import date
from decimal import Decimal
from typing import Literal

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.report.readings import Reported
from yhdyspinta_cli.report.rows import Said
from yhdyspinta_cli.vocabulary import ChangeKind, Situation

ContradictionKind = Literal[
    "state", "parties", "beyond", "whole", "values", "corrected", "circle", "gone"
]


@frozen
class ChangeRow:
    """What became in the year of a measure, or of a party on it (empty: the whole measure).

    `between` is the situation it came from in the end, where that is not `before`; `reports` are
    those that disagree, or had disagreed. `reported` is what brought it, None where the change is
    that something was taken back. `unchanged` is how many reports told what was so already.
    """

    kind: ChangeKind
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
    progress: int | None
    merged_into: str
    reported: Reported | None
    corrects: bool
    reports: tuple[Said, ...]
    unchanged: int
    is_counted: bool


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
