"""The headline of a yearly report: which two facts matter most. The words are the template's.

The order of importance:

1. That nothing was recorded in the year comes before everything else: no number of it is a result.
   Beside it stands what nobody answers for, else how much was promised.
2. How the measures stand comes first in any other year, because that is what was promised: how many
   are completed; where none is, how many are in progress; where none is either, how many there are.
   An agreement without measures says that, and nothing beside it.
3. Beside it stands the gravest thing that somebody has to answer for, the first of these that is
   there:

   1. obligations missed, of which some rest on law,
   2. the agreement is over, or ends within a year,
   3. obligations missed that rest on the agreement or the programme,
   4. measures or parties of which reporters disagree,
   5. what went back or was taken up again,
   6. measures that are late,
   7. measures that nobody answers for,
   8. measures silent for over half a year,
   9. measures of which nothing was ever told,
   10. nothing of all that: how many more are completed than a year ago.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Literal

from yhdyspinta_cli.frozen import frozen

FactKind = Literal[
    "nothing-recorded",
    "completed",
    "in-progress",
    "measures",
    "no-measures",
    "missed-by-law",
    "agreement-over",
    "agreement-ends",
    "missed",
    "disputed",
    "back",
    "late",
    "nobody",
    "silent",
    "untold",
    "more-completed",
]


@frozen
class Fact:
    """A half of the headline: `number` `of` so many; `day` where it is about one.

    `share` is the simple fraction that the number is nearly (``1/3``), empty where it is none.
    """

    kind: FactKind
    number: int = 0
    of: int = 0
    day: date | None = None
    share: str = ""


@frozen
class Numbers:
    """What the headline chooses from.

    `missed_by_law` are among the `missed`; `completed_before` is how many were completed a year
    ago, None where the agreement did not hold then. `ends` is the agreement's last day where that
    is within a year or past (`is_over`).
    """

    is_recorded: bool
    measures: int
    completed: int
    completed_before: int | None
    in_progress: int
    missed: int
    missed_by_law: int
    disputed: int
    back: int
    late: int
    nobody: int
    silent: int
    untold: int
    ends: date | None
    is_over: bool


SHARES = ("1/4", "1/3", "1/2", "2/3", "3/4", "1/1")
"""The fractions that a headline tells by name."""

_NEAR = Fraction(1, 100)
"""How far from a simple fraction a share may be that is told by its name: 13 of 40 is a third, 8 of
30 no quarter."""


def headline(found: Numbers) -> tuple[Fact, ...]:
    """Return the two facts that matter most, the first one first; one where there is no other."""
    if not found.measures:
        return (Fact("no-measures" if found.is_recorded else "nothing-recorded"),)
    if not found.is_recorded:
        beside = Fact("measures", found.measures)
        if found.nobody:
            beside = Fact("nobody", found.nobody, found.measures)
        return (Fact("nothing-recorded"), beside)
    return (_standing(found), *list(_graver(found))[:1])


def _standing(found: Numbers) -> Fact:
    if found.completed:
        return Fact(
            "completed",
            found.completed,
            found.measures,
            share=share(found.completed, found.measures),
        )
    if found.in_progress:
        return Fact("in-progress", found.in_progress, found.measures)
    return Fact("measures", found.measures)


def _graver(found: Numbers) -> Iterator[Fact]:
    """Yield what stands beside, the gravest first."""
    if found.missed_by_law:
        yield Fact("missed-by-law", found.missed, found.missed_by_law)
    if found.ends is not None:
        yield Fact("agreement-over" if found.is_over else "agreement-ends", day=found.ends)
    counted: tuple[tuple[FactKind, int], ...] = (
        ("missed", found.missed),
        ("disputed", found.disputed),
        ("back", found.back),
        ("late", found.late),
        ("nobody", found.nobody),
        ("silent", found.silent),
        ("untold", found.untold),
    )
    for kind, number in counted:
        if number:
            yield Fact(kind, number, found.measures)
    if found.completed_before is not None and found.completed > found.completed_before:
        yield Fact("more-completed", found.completed - found.completed_before)


def share(number: int, of: int) -> str:
    """Return the simple fraction that a number is nearly (``1/3``), empty where it is none.

    Of fewer than eight the number itself says more.
    """
    if of < 8:
        return ""
    near = (one for one in SHARES if abs(Fraction(number, of) - Fraction(one)) <= _NEAR)
    found = next(near, "")
    # All but one are not all.
    return "" if found == SHARES[-1] and number != of else found
