"""The measures that wait for one party: it is the one that is missing, or the one in dispute."""

from typing import Literal

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.report import rows

Why = Literal["alone", "missing", "disputed", "unfinished"]
"""``alone``: nobody but the party answers for it, and it has told nothing. ``missing``: most of the
others have told. ``disputed``: reporters disagree on the party's state. ``unfinished``: the measure
is told to be completed, and the party is not."""


@frozen
class Waiting:
    """A measure that waits for a party, and why; `told` of the `of` others have told."""

    measure: rows.MeasureRow
    why: Why
    told: int
    of: int


def waiting_for(party: str, measures: tuple[rows.MeasureRow, ...]) -> tuple[Waiting, ...]:
    """Return those of the measures for which a party (its id) answers that wait for it."""
    found = []
    for row in measures:
        own = next((one for one in row.parties if one.key == party), None)
        if own is None:
            continue
        others = [one for one in row.parties if one.key != party and one.state != "ended"]
        told = sum(one.state != "no-information" for one in others)
        why = _why(row, own, told, len(others))
        if why is not None:
            found.append(Waiting(row, why, told, len(others)))
    return tuple(found)


def _why(row: rows.MeasureRow, own: rows.PartyState, told: int, others: int) -> Why | None:
    if own.state == "disputed":
        return "disputed"
    if row.state == "completed" and own.state not in ("completed", "no-information", "ended"):
        return "unfinished"
    if own.state != "no-information":
        return None
    if not others:
        return "alone"
    # The one that is missing among many: of two others one is no reason to point at the third.
    return "missing" if told * 2 >= others and told > 1 else None
