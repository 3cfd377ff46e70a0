"""What changed, as the two pages tell it: every step back, then what became of measures by kind."""

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.report import differences
from yhdyspinta_cli.report.brief_asks import Cut, cut
from yhdyspinta_cli.report.differences import Changes
from yhdyspinta_cli.vocabulary import CHANGE_KINDS, ChangeKind

_CHANGED = 8
"""How many measures of one kind are named; the rest is counted, with a link to the list."""

_FEW = 4
"""How many are named of those that were told of for the first time: in a first year all are."""


@frozen
class ChangedKind:
    """The measures that became one thing, each with what became of it."""

    kind: ChangeKind
    measures: Cut[differences.BecameRow]


def back(found: Changes) -> tuple[differences.ChangeRow, ...]:
    """Return every step back, of measures as wholes and of parties, by day."""
    steps = (one for one in (*found.first, *found.others) if one.is_back)
    return tuple(sorted(steps, key=lambda one: (bool(one.party), one.on)))


def changed(found: Changes) -> tuple[ChangedKind, ...]:
    """Return what became of measures as wholes, without what stands among the steps back."""
    return tuple(
        ChangedKind(
            group.kind,
            cut(group.measures, _FEW if group.kind in ("first-word", "first-whole") else _CHANGED),
        )
        for group in sorted(found.kinds, key=lambda one: _ORDER.index(one.kind))
        if group.kind not in differences.BACK
    )


_FIRST: tuple[ChangeKind, ...] = ("completed", "begun", "resumed", "paused", "cancelled")
_ORDER = (*_FIRST, *(kind for kind in CHANGE_KINDS if kind not in _FIRST))
"""In this order changes stand in the brief; the other kinds after them, as the body has them."""


def of_parties(found: Changes) -> int:
    """Return how many changes the parties told of themselves."""
    moved = (*(row for group in found.kinds for row in group.measures), *found.unmoved)
    return sum(len(one.names) for row in moved for one in row.parties)
