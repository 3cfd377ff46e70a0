"""The numbers of the matrix: measures for which several parties answer, by party."""

from collections.abc import Sequence
from textwrap import shorten

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.report import hatching, rows
from yhdyspinta_cli.report.charts import NameLine
from yhdyspinta_cli.report.hatching import rounded
from yhdyspinta_cli.vocabulary import SITUATIONS, Situation, ordered

_SIDE = 20.0
_NAMES, _OWN = 262.0, 30.0
"""The room for the titles at the left, and for a measure's own state beside them."""

_LETTERS = 38
"""How many letters of a title fit there."""


@frozen
class MatrixCell:
    """A state and where it stands; `is_direct` where the measure names the party itself."""

    state: Situation
    x: float
    y: float
    texture: str
    is_direct: bool


@frozen
class MatrixRow:
    """A measure: its code and title, its own state, how many of its parties have completed it."""

    name: str
    at: float
    own: MatrixCell
    done: int
    total: int


@frozen
class MatrixPicture:
    """Measures in rows, parties in columns; `top` and `left` are the room for the names."""

    width: float
    height: float
    top: float
    left: float
    side: float
    rows: tuple[MatrixRow, ...]
    columns: tuple[NameLine, ...]
    cells: tuple[MatrixCell, ...]
    states: tuple[Situation, ...]


def shared(measures: Sequence[rows.MeasureRow]) -> tuple[rows.MeasureRow, ...]:
    """Return the measures for which several parties answer, by the share that has completed them.

    The largest share first, of equal ones in the programme's order.
    """
    several = (measure for measure in measures if len(measure.parties) > 1)
    return tuple(sorted(several, key=lambda one: -one.parties_done / len(one.parties)))


def matrix(
    measures: Sequence[rows.MeasureRow], parties: Sequence[rows.PartyRow]
) -> MatrixPicture | None:
    """Return a cell wherever a party answers for one of these, itself or through a collective.

    None where no measure has several parties, or none of them has told anything: a picture of
    question marks says no more than the table.
    """
    if all(own.state == "no-information" for one in measures for own in one.parties):
        return None
    left = _NAMES + _OWN
    there = {own.key for measure in measures for own in measure.parties}
    shown = [party for party in parties if party.key in there]
    top = min(270.0, max((len(p.name) for p in shown), default=1) * 7.4 + 14.0)
    at = {party.key: left + number * _SIDE for number, party in enumerate(shown)}
    cells, made = [], []
    for number, measure in enumerate(measures):
        y = top + number * _SIDE
        made.append(
            MatrixRow(
                shorten(f"{measure.code} {measure.title}", _LETTERS, placeholder=" …"),
                rounded(y + _SIDE / 2 + 4),
                _cell(measure.state, _NAMES, y, is_direct=False),
                measure.parties_done,
                len(measure.parties),
            )
        )
        cells += [
            _cell(own.state, at[own.key], y, is_direct=own.is_direct)
            for own in measure.parties
            if own.key in at
        ]
    return MatrixPicture(
        width=rounded(left + _SIDE * len(shown) + 44.0),
        height=rounded(top + _SIDE * len(measures) + 2.0),
        top=rounded(top),
        left=left,
        side=_SIDE,
        rows=tuple(made),
        columns=tuple(NameLine(p.name, rounded(at[p.key] + _SIDE / 2 + 4)) for p in shown),
        cells=tuple(cells),
        states=ordered(SITUATIONS, {cell.state for cell in (*cells, *(row.own for row in made))}),
    )


def _cell(state: Situation, x: float, y: float, *, is_direct: bool) -> MatrixCell:
    texture = hatching.path(state, x + 2, y + 2, _SIDE - 4, _SIDE - 4)
    return MatrixCell(state, rounded(x + 2), rounded(y + 2), texture, is_direct)
