"""A picture of growth: cost against the size of a base, on a logarithmic scale, as SVG."""

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape

Lines = Mapping[str, Sequence[float]]

_COLOURS = ("#1b6ca8", "#b5460f", "#2e7d32", "#6a1b9a", "#444444")
_WIDTH, _HEIGHT, _LEFT, _TOP, _RIGHT, _BOTTOM = 760, 420, 60, 40, 190, 50


def draw(sizes: Sequence[str], series: Mapping[str, Lines]) -> str:
    """Return the SVG: `series` are by time ("now", "before") lines by name, a number a size.

    What is "now" is drawn whole, the rest dashed; the same name has the same colour.
    """
    names = list(dict.fromkeys(name for lines in series.values() for name in lines))
    highest = max((max(line) for lines in series.values() for line in lines.values()), default=10)
    decades = max(1, math.ceil(math.log10(highest)))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" '
        'font-family="sans-serif" font-size="13" role="img">',
        "<title>Processor time, times that on the shipped data</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>',
        f'<text x="{_LEFT}" y="22">Processor time, times that on the shipped data</text>',
        *_grid(sizes, decades),
    ]
    ends = []
    for time, lines in series.items():
        for name, line in lines.items():
            points = [(_x(i, len(sizes)), _y(value, decades)) for i, value in enumerate(line)]
            colour = _COLOURS[names.index(name) % len(_COLOURS)]
            parts.append(_line(points, colour, is_dashed=time != "now"))
            ends.append((points[-1][1], points[-1][0], f"{name}, {time}", colour))
    parts += [*_labels(ends), "</svg>"]
    return "\n".join(parts) + "\n"


def _x(place: int, places: int) -> float:
    return round(_LEFT + place * (_WIDTH - _LEFT - _RIGHT) / (places - 1), 1)


def _y(value: float, decades: int) -> float:
    share = math.log10(max(value, 1)) / decades
    return round(_HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM), 1)


def _grid(sizes: Sequence[str], decades: int) -> Iterator[str]:
    right = _WIDTH - _RIGHT
    for power in range(decades + 1):
        y = _y(10**power, decades)
        yield f'<line x1="{_LEFT}" y1="{y}" x2="{right}" y2="{y}" stroke="#dddddd"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{10**power:,}</text>'
    for place, size in enumerate(sizes):
        x = _x(place, len(sizes))
        yield f'<text x="{x}" y="{_HEIGHT - 22}" text-anchor="middle">{escape(size)}</text>'


def _line(points: Sequence[tuple[float, float]], colour: str, *, is_dashed: bool) -> str:
    path = " ".join(f"{x},{y}" for x, y in points)
    dashed = ' stroke-dasharray="6 4"' if is_dashed else ""
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashed}/>'


def _labels(ends: list[tuple[float, float, str, str]]) -> Iterator[str]:
    """Give each line its name at its end, none over another."""
    lowest = -math.inf
    for y, x, label, colour in sorted(ends):
        lowest = max(y + 4, lowest + 15)
        yield f'<text x="{x + 8}" y="{lowest}" fill="{colour}">{escape(label)}</text>'
