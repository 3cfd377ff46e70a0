"""The numbers of the pictures: where each bar, cell and letter stands, in units of the view box.

Pure arithmetic; colours and words are the templates'. A picture uses rectangles, lines, text
and paths only, and never tells by colour alone: every state has its own texture, and a label
with its letter and number wherever there is room. Coordinates are rounded to a tenth, so that
the same data gives the same bytes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from textwrap import wrap

from yhdyspinta_cli.report import textures, view
from yhdyspinta_cli.report.textures import rounded

WIDTH = 300.0
"""The width of most pictures: legible unscaled on the narrowest screen."""

_LETTERS = 46
"""How many letters of a name fit on a line of that width."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a bar: its state, number, box, texture (a path, may be empty) and label place.

    `has_room` is True where the letter and the number fit inside.
    """

    state: str
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
class Bar:
    """A bar with its total and its name in lines, each with its line of writing."""

    lines: tuple["Line", ...]
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
    states: tuple[str, ...]


def stacked(tallies: Sequence[view.Tally]) -> Bars:
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
        bars.append(Bar(lines, tally.total, rounded(top), rounded(x), tuple(segments)))
        y = top + 30.0
    return Bars(WIDTH, rounded(y), tuple(bars), states(tallies))


@dataclass(frozen=True, slots=True)
class Column:
    """A month: its number, where it stands, its segments from the ground up."""

    month: int
    middle: float
    segments: tuple[Segment, ...]


def _lines(name: str, y: float) -> tuple["Line", ...]:
    """Return a name in lines that fit, from `y` downwards."""
    parts = wrap(name, _LETTERS, break_long_words=True) or [""]
    return tuple(
        Line(part, rounded(y + 14.0 * number - 2.0)) for number, part in enumerate(parts, 1)
    )


@dataclass(frozen=True, slots=True)
class Columns:
    """Stacked columns, one a month; `ground` is the line they stand on."""

    width: float
    height: float
    ground: float
    columns: tuple[Column, ...]
    states: tuple[str, ...]


def columns(tallies: Sequence[view.Tally]) -> Columns:
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
        found.append(Column(month, rounded((month - 0.5) * step), tuple(segments)))
    return Columns(WIDTH, plot + 24.0, plot + 4.0, tuple(found), states(tallies))


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a party answers for a measure: the party's state; `is_direct` where it is named."""

    state: str
    x: float
    y: float
    texture: str
    is_direct: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A row or column of the matrix: its name and the place of its name."""

    name: str
    at: float


@dataclass(frozen=True, slots=True)
class Matrix:
    """Measures in rows, parties in columns; `top` and `left` are the room for the names."""

    width: float
    height: float
    top: float
    left: float
    side: float
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    cells: tuple[Cell, ...]
    states: tuple[str, ...]


def matrix(measures: Sequence[view.Measure], parties: Sequence[view.PartyRow]) -> Matrix:
    """Return a cell wherever a party answers for a measure, itself or through a collective."""
    side, left = 20.0, 34.0
    top = min(240.0, max((len(p.name) for p in parties), default=1) * 6.6 + 14.0)
    at = {party.key: left + number * side for number, party in enumerate(parties)}
    cells, rows = [], []
    for number, measure in enumerate(measures):
        y = top + number * side
        rows.append(Line(measure.code, rounded(y + side / 2 + 4)))
        for own in measure.parties:
            if own.key in at:
                x = at[own.key]
                texture = textures.path(own.state, x + 2, y + 2, side - 4, side - 4)
                cells.append(
                    Cell(own.state, rounded(x + 2), rounded(y + 2), texture, own.is_direct)
                )
    found = {cell.state for cell in cells}
    return Matrix(
        width=rounded(left + side * len(parties) + 30.0),
        height=rounded(top + side * len(measures) + 2.0),
        top=rounded(top),
        left=left,
        side=side,
        rows=tuple(rows),
        columns=tuple(Line(p.name, rounded(at[p.key] + side / 2 + 4)) for p in parties),
        cells=tuple(cells),
        states=tuple(state for state in _ORDER if state in found),
    )


@dataclass(frozen=True, slots=True)
class LoadBar:
    """How many measures name an actor: the name in lines, the bar's place and length."""

    lines: tuple[Line, ...]
    number: int
    y: float
    length: float


@dataclass(frozen=True, slots=True)
class LoadBars:
    """A bar an actor; `others` is how many actors of one measure are left out."""

    width: float
    height: float
    bars: tuple[LoadBar, ...]
    others: int


def loads(found: Sequence[view.Load]) -> LoadBars:
    """Return a bar for every actor of two or more measures; of all, where nobody has two."""
    shown = [load for load in found if len(load.measures) > 1] or list(found)
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
    return LoadBars(WIDTH, rounded(y), tuple(bars), len(found) - len(shown))


@dataclass(frozen=True, slots=True)
class Sector:
    """A month of the ring: its path, the place of its name and of its marks' number."""

    month: int
    path: str
    name_x: float
    name_y: float
    number_x: float
    number_y: float
    number: int
    has_happened: bool


@dataclass(frozen=True, slots=True)
class Ring:
    """The year wheel: twelve sectors, January at the top, clockwise."""

    width: float
    height: float
    middle: float
    sectors: tuple[Sector, ...]


def ring(numbers: Sequence[tuple[int, bool]]) -> Ring:
    """Return the ring of a year from twelve pairs: how many entries, whether one has happened."""
    middle, outer, inner = WIDTH / 2, 147.0, 68.0
    sectors = []
    for index, (number, happened) in enumerate(numbers):
        start, end = _angle(index), _angle(index + 1)
        points = [_point(middle, outer, start), _point(middle, outer, end)]
        points += [_point(middle, inner, end), _point(middle, inner, start)]
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = points
        path = (
            f"M{ax} {ay}A{outer} {outer} 0 0 1 {bx} {by}L{cx} {cy}A{inner} {inner} 0 0 0 {dx} {dy}Z"
        )
        centre = (start + end) / 2
        name_x, name_y = _point(middle, 125.0, centre)
        number_x, number_y = _point(middle, 92.0, centre)
        sectors.append(
            Sector(
                index + 1,
                path,
                name_x,
                rounded(name_y + 4),
                number_x,
                rounded(number_y + 6),
                number,
                happened,
            )
        )
    return Ring(WIDTH, WIDTH, middle, tuple(sectors))


def _angle(index: int) -> float:
    return -pi / 2 + index * pi / 6


def _point(middle: float, radius: float, angle: float) -> tuple[float, float]:
    return rounded(middle + radius * cos(angle)), rounded(middle + radius * sin(angle))


_ORDER = (
    "completed",
    "in-progress",
    "not-started",
    "paused",
    "cancelled",
    "merged",
    view.NO_INFORMATION,
)


def states(tallies: Sequence[view.Tally]) -> tuple[str, ...]:
    """Return the states that occur, in the order of every overview."""
    found = {count.state for tally in tallies for count in tally.counts}
    return tuple(state for state in _ORDER if state in found)


def _segment(
    count: view.Count, x: float, y: float, width: float, height: float, has_room: bool
) -> Segment:
    width, height = max(width, 1.0), max(height, 1.0)
    texture = textures.path(count.state, x, y, width, height)
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
