"""What an indicator says: its values, who told them and when, how they went. Frozen, as `rows`."""

from decimal import Decimal
from typing import Literal, assert_never

from yhdyspinta_cli.facts.measured import Answered
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.vocabulary import EvidenceKind

Course = Literal["rising", "falling", "level", "varying"]
"""How several numbers went in time."""


@frozen
class EvidenceLine:
    """What an update or an event rests on; `url` is empty where there is no address."""

    text: str
    url: str
    type: EvidenceKind

    @property
    def is_named(self) -> bool:
        """True where its kind is told before it; a link and a source show what they are."""
        match self.type:
            case "minutes" | "diary-number":
                return True
            case "link" | "source" | "other":
                return False
            case _:
                assert_never(self.type)


@frozen
class Reported:
    """The latest report on a measure or of a value."""

    on: Moment
    by: str
    note: str
    evidence: tuple[EvidenceLine, ...]


@frozen
class ReadingLine:
    """The latest value of an indicator, of one party or of all.

    `validity` tells when the party ended or begins, where it is not there. `is_disputed`: reporters
    of the same day give other values of the same party or of all.
    """

    value: int | Decimal | bool | str
    party: str
    validity: str
    reported: Reported
    is_disputed: bool


@frozen
class Teller:
    """Who told the values of a series on the days from `start` to `end`."""

    name: str
    start: Moment
    end: Moment


@frozen
class Series:
    """Several numbers in time: the first and the last; `direction` is ``rising``, ``falling``,
    ``level`` or ``varying``; who told them, one after the other."""

    number: int
    first: ReadingLine
    last: ReadingLine
    direction: Course
    tellers: tuple[Teller, ...]


@frozen
class Part:
    """A part of a line: words of ours, or what the data says, which has a language of its own."""

    text: str
    of_data: bool


@frozen
class IndicatorRow:
    """An indicator with the values that hold on the day, the measure's own first.

    `counted` is there where it counts parties and parties have said yes or no; `is_uncompared` is
    True where a count of parties is told and no party has told anything. `series` is there where
    more than one number was told of the measure as a whole. `aims` are its baseline, target and
    wanted direction, empty where the source has none.
    """

    label: str
    type: str
    unit: str
    values: tuple[ReadingLine, ...]
    counted: Answered | None
    is_uncompared: bool
    series: Series | None
    aims: tuple[Part, ...]
