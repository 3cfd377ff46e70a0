"""The numbers of the bars: where each part and letter stands, in units of the view box.

Pure arithmetic; colours and words are the templates'. A picture uses rectangles, lines, text
and paths only, and never tells by colour alone: every state has its own texture, and a label
with its letter and number wherever there is room. Coordinates are rounded to a tenth, so that
the same data gives the same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

from yhdyspinta_cli.report import hatching, rows
from yhdyspinta_cli.report.hatching import rounded
from yhdyspinta_cli.vocabulary import SITUATIONS, Situation

WIDTH = 300.0
"""The width of most pictures: legible unscaled on the narrowest screen."""

_LETTERS = 46
"""How many letters of a name fit on a line of that width."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: its state, number, box, texture (a path, may be empty) and label place.

    `has_room` is True where the letter and the number fit inside.
    """

    state: Situation
    number: int
    x: float
    y: float
    width: float
    height: float
    texture: str
    has_room: bool

    @property
    def middle(self) -> float:
        """Where the label is centred."""
        return round(self.x + self.width / 2, 1)

    @property
    def base(self) -> float:
        """Where the label's line of writing is."""
        return round(self.y + self.height / 2 + 4, 1)


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name, or a line of one, and where it stands."""

    name: str
    at: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar with its total and its name in lines, each with its line of writing.

    `key` is empty for what the data has no name of, as what is without a goal.
    """

    key: str
    lines: tuple[NameLine, ...]
    total: int
    y: float
    end: float
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Stacked bars, one below the other, each under its own name."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    states: tuple[Situation, ...]


def stacked(tallies: Sequence[rows.StateTally]) -> Bars:
    """Return one stacked bar a tally, all to the scale of the largest."""
    gap, thick = 2.0, 22.0
    most = max((tally.total for tally in tallies), default=1) or 1
    scale = (WIDTH - 30.0) / most
    bars = []
    y = 0.0
    for tally in tallies:
        lines = _lines(tally.name, y)
        top = y + 14.0 * len(lines) + 4.0
        x, segments = 0.0, []
        for count in tally.counts:
            width = count.number * scale
            segments.append(_segment(count, x, top, width - gap, thick, width >= 26))
            x += width
        bars.append(Bar(tally.key, lines, tally.total, rounded(top), rounded(x), tuple(segments)))
        y = top + 30.0
    return Bars(WIDTH, rounded(y), tuple(bars), _states(tallies))


@dataclass(frozen=True, slots=True)
class MonthColumn:
    """A month: its number, where it stands, its segments from the ground up."""

    month: int
    middle: float
    segments: tuple[Segment, ...]


def _lines(name: str, y: float) -> tuple[NameLine, ...]:
    """Return a name in lines that fit, from `y` downwards."""
    parts = wrap(name, _LETTERS, break_long_words=True) or [""]
    return tuple(
        NameLine(part, rounded(y + 14.0 * number - 2.0)) for number, part in enumerate(parts, 1)
    )


@dataclass(frozen=True, slots=True)
class MonthColumns:
    """Stacked columns, one a month; `ground` is the line they stand on."""

    width: float
    height: float
    ground: float
    columns: tuple[MonthColumn, ...]
    states: tuple[Situation, ...]


def columns(tallies: Sequence[rows.StateTally]) -> MonthColumns:
    """Return one stacked column for each month that has a tally, in the place of its month."""
    plot, step = 200.0, WIDTH / 12
    most = max((tally.total for tally in tallies), default=1) or 1
    scale = plot / most
    found = []
    for tally in tallies:
        month = int(tally.key)
        y, segments = plot + 4.0, []
        for count in tally.counts:
            height = count.number * scale
            y -= height
            box = (month - 1) * step + 2.0
            segments.append(_segment(count, box, y + 1.0, step - 4.0, height - 2.0, height >= 16))
        found.append(MonthColumn(month, rounded((month - 0.5) * step), tuple(segments)))
    return MonthColumns(WIDTH, plot + 24.0, plot + 4.0, tuple(found), _states(tallies))


@dataclass(frozen=True, slots=True)
class LoadBar:
    """How many measures name an actor: the name in lines, the bar's place and length."""

    lines: tuple[NameLine, ...]
    number: int
    y: float
    length: float


@dataclass(frozen=True, slots=True)
class LoadBars:
    """A bar an actor."""

    width: float
    height: float
    bars: tuple[LoadBar, ...]


def loads(found: Sequence[rows.LoadRow]) -> LoadBars:
    """Return a bar for every actor of two or more measures; of all, where nobody has two."""
    answering = [load for load in found if load.measures]
    shown = [load for load in answering if len(load.measures) > 1] or answering
    most = max((len(load.measures) for load in shown), default=1)
    scale = (WIDTH - 30.0) / most
    bars: list[LoadBar] = []
    y = 0.0
    for load in shown:
        lines = _lines(load.name, y)
        top = y + 14.0 * len(lines) + 2.0
        number = len(load.measures)
        bars.append(LoadBar(lines, number, rounded(top), rounded(number * scale)))
        y = top + 20.0
    return LoadBars(WIDTH, rounded(y), tuple(bars))


def _states(tallies: Sequence[rows.StateTally]) -> tuple[Situation, ...]:
    """Return the states that occur, in the order of every overview."""
    return in_order({count.state for tally in tallies for count in tally.counts})


def in_order(found: set[Situation]) -> tuple[Situation, ...]:
    """Return states in the order of every overview, disputed and no information last."""
    return tuple(state for state in SITUATIONS if state in found)


def _segment(
    count: rows.StateCount, x: float, y: float, width: float, height: float, has_room: bool
) -> Segment:
    width, height = max(width, 1.0), max(height, 1.0)
    texture = hatching.path(count.state, x, y, width, height)
    return Segment(
        count.state,
        count.number,
        rounded(x),
        rounded(y),
        rounded(width),
        rounded(height),
        texture,
        has_room,
    )
