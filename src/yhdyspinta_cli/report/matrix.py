"""The numbers of the matrix: measures in rows, parties in columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from yhdyspinta_cli.report import textures, view
from yhdyspinta_cli.report.charts import Line, in_order
from yhdyspinta_cli.report.textures import rounded
from yhdyspinta_cli.vocabulary import Situation


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a party answers for a measure: the party's state; `is_direct` where it is named."""

    state: Situation
    x: float
    y: float
    texture: str
    is_direct: bool


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
    states: tuple[Situation, ...]


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
    return Matrix(
        width=rounded(left + side * len(parties) + 30.0),
        height=rounded(top + side * len(measures) + 2.0),
        top=rounded(top),
        left=left,
        side=side,
        rows=tuple(rows),
        columns=tuple(Line(p.name, rounded(at[p.key] + side / 2 + 4)) for p in parties),
        cells=tuple(cells),
        states=in_order({cell.state for cell in cells}),
    )
