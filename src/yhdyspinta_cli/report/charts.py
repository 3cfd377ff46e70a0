"""The numbers of the bars of states: where each part and letter stands, in units of the view box.

Pure arithmetic; colours and words are the templates'. A picture uses rectangles, lines, text
and paths only, and never tells by colour alone: every state has its own texture, and a label
with its letter and number wherever there is room. Coordinates are rounded to a tenth, so that
the same data gives the same bytes.
"""

from collections.abc import Sequence
from textwrap import wrap

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.report import hatching, rows
from yhdyspinta_cli.report.hatching import rounded
from yhdyspinta_cli.vocabulary import SITUATIONS, Situation, ordered

WIDTH = 300.0
"""The width of most pictures: legible unscaled on the narrowest screen."""

BROAD = 600.0
"""The width of the picture of the agreement's time."""

_LETTERS = 46
"""How many letters of a name fit on a line of that width."""


@frozen
class Segment:
    """A part of a bar: its state, number, box, texture (a path, may be empty) and label place.

    `has_room` is False where nothing is to be written, however short it is.
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

    def fits(self, label: str) -> bool:
        """True where a label stays inside, and runs over no neighbour."""
        return self.has_room and written(label) + 1.0 <= self.width


_NARROW, _NARROW_WIDTH, _LETTER_WIDTH = " I!", 4.5, 9.2
"""How much room a letter of a label takes, one of a single stroke less: II is no wider than V."""


def written(label: str) -> float:
    """Return how wide a label of a picture is, in units of the view box."""
    return rounded(sum(_NARROW_WIDTH if c in _NARROW else _LETTER_WIDTH for c in label))


@frozen
class NameLine:
    """A name, or a line of one, and where it stands."""

    name: str
    at: float


@frozen
class Bar:
    """A bar with its total and its name in lines, each with its line of writing.

    `key` is empty for what the data has no name of, as what is without a goal. `before` is the bar
    of the day compared with, below it, `before_end` where that ends; none where there is no such.
    """

    key: str
    lines: tuple[NameLine, ...]
    total: int
    y: float
    end: float
    segments: tuple[Segment, ...]
    before: tuple[Segment, ...]
    before_y: float
    before_end: float
    before_total: int


@frozen
class Bars:
    """Stacked bars, one below the other, each under its own name."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    states: tuple[Situation, ...]

    @property
    def is_telling(self) -> bool:
        """True where more than one state occurs: bars of one alone show nothing."""
        return len(self.states) > 1


_THICK, _THIN = 22.0, 16.0


def stacked(
    tallies: Sequence[rows.StateTally], before: Sequence[rows.StateTally] | None = None
) -> Bars:
    """Return one stacked bar a tally, all to the scale of the largest.

    Below each that of the day compared with (`before`, one a tally), where there is one.
    """
    most = max((tally.total for tally in (*tallies, *(before or ()))), default=1) or 1
    scale = (WIDTH - 30.0) / most
    bars = []
    y = 0.0
    for number, tally in enumerate(tallies):
        lines = name_lines(tally.name, y)
        top = y + 14.0 * len(lines) + 4.0
        segments, end = _row(tally, scale, top, _THICK)
        y = top + 30.0
        old = before[number] if before else None
        below, below_end = _row(old, scale, top + _THICK + 2.0, _THIN) if old else ((), 0.0)
        if old:
            y += _THIN + 2.0
        bars.append(
            Bar(
                tally.key,
                lines,
                tally.total,
                rounded(top),
                end,
                segments,
                below,
                rounded(top + _THICK + 2.0),
                below_end,
                old.total if old else 0,
            )
        )
    return Bars(WIDTH, rounded(y), tuple(bars), _states((*tallies, *(before or ()))))


def _row(
    tally: rows.StateTally, scale: float, top: float, thick: float
) -> tuple[tuple[Segment, ...], float]:
    """Return the segments of a bar, and where it ends."""
    x, segments = 0.0, []
    for count in tally.counts:
        width = count.number * scale
        segments.append(_segment(count, x, top, width - 2.0, thick, has_room=True))
        x += width
    return tuple(segments), rounded(x)


def name_lines(name: str, y: float) -> tuple[NameLine, ...]:
    """Return a name in lines that fit, from `y` downwards."""
    parts = wrap(name, _LETTERS, break_long_words=True) or [""]
    return tuple(
        NameLine(part, rounded(y + 14.0 * number - 2.0)) for number, part in enumerate(parts, 1)
    )


@frozen
class YearMark:
    """A year under the months: where its name stands, and the line before its January."""

    year: int
    middle: float
    start: float


@frozen
class Steps:
    """The measures in time, months that are alike in one piece; `ground` is what they stand on."""

    width: float
    height: float
    ground: float
    segments: tuple[Segment, ...]
    years: tuple[YearMark, ...]
    states: tuple[Situation, ...]


def steps(found: Sequence[rows.StretchTally]) -> Steps | None:
    """Return the stretches of months beside one another; None where nothing changed in them."""
    if len({one.tally.counts for one in found}) < 2:
        return None
    plot, top = 160.0, 4.0
    months = sum(one.months for one in found)
    across = BROAD / months
    scale = plot / max(one.tally.total for one in found)
    x, segments = 0.0, []
    starts: dict[int, float] = {}
    ends: dict[int, float] = {}
    for one in found:
        width = one.months * across
        y = plot + top
        for count in one.tally.counts:
            height = count.number * scale
            y -= height
            has_room = width >= 20 and height >= 15
            segments.append(_segment(count, x, y, width, height, has_room=has_room))
        for number in range(one.months):
            year = (one.first.year * 12 + one.first.month - 1 + number) // 12
            starts.setdefault(year, x + number * across)
            ends[year] = x + (number + 1) * across
        x += width
    return Steps(
        BROAD,
        plot + top + 22.0,
        plot + top,
        tuple(segments),
        tuple(
            YearMark(year, rounded((start + ends[year]) / 2), rounded(start))
            for year, start in starts.items()
        ),
        _states([one.tally for one in found]),
    )


def _states(tallies: Sequence[rows.StateTally]) -> tuple[Situation, ...]:
    """Return the states that occur, in the order of every overview."""
    return ordered(SITUATIONS, {count.state for tally in tallies for count in tally.counts})


def _segment(
    count: rows.StateCount, x: float, y: float, width: float, height: float, *, has_room: bool
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
