"""How a measure stands, and what became of it in a year."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.vocabulary.tables import chosen, closed

State = Literal["completed", "in-progress", "not-started", "paused", "cancelled", "merged"]
"""How a measure stands, as reported; late, silent and no information are derived."""

STATES: tuple[State, ...] = get_args(State)
"""In the order in which every overview shows them; *no information* comes after them."""

NO_INFORMATION: Final = "no-information"
"""The word for a state of which nothing is known, where the data's words for states stand."""

DISPUTED: Final = "disputed"
"""The state of a party of which reporters say different things: it is counted in no other."""

Situation = Literal[State, "disputed", "no-own-state", "ended", "no-information"]
"""A state, or why there is none: speakers disagree; something is recorded, by parties of themselves
or as values, and not how the measure as a whole stands; the measure has ended and the party owes
no information on it; nothing is recorded."""

WITHOUT_STATE: tuple[Situation, ...] = ("disputed", "no-own-state", "no-information")
"""Why a measure as a whole is in no state."""

FILTERING: tuple[Situation, ...] = (*WITHOUT_STATE, "ended")
"""The words that a filter takes beside the states; *ended* is what has ended in any of them."""

SITUATIONS: tuple[Situation, ...] = get_args(Situation)
"""In the order in which every overview counts them."""

ChangeKind = Literal[
    "dispute",
    "back",
    "reopened",
    "settled",
    "withdrawn",
    "completed",
    "merged",
    "cancelled",
    "paused",
    "resumed",
    "begun",
    "first-word",
    "first-whole",
    "unchanged",
]
"""What became of a state in a year: speakers disagree at its end; it went back; what had been
cancelled or merged goes on; they disagreed, and no more; what had been said was taken back; it was
completed, merged, cancelled, paused, taken up again, begun; the first word on it; the first word on
the whole of which parties or values had told before; nothing."""

CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
"""In the order in which they are told: first what has to be talked about."""

TALKED_ABOUT: tuple[ChangeKind, ...] = chosen(
    CHANGE_KINDS,
    {
        "dispute": True,
        "back": True,
        "reopened": True,
        "settled": True,
        "withdrawn": True,
        "completed": False,
        "merged": False,
        "cancelled": False,
        "paused": False,
        "resumed": False,
        "begun": False,
        "first-word": False,
        "first-whole": False,
        "unchanged": False,
    },
)
"""The kinds that are no ordinary change: they are told first, each in a sentence."""


@frozen
class StateMeaning:
    """What a state means, for whoever asks; how it is told and shown is `wording.states`.

    `ends` where nothing more is due after it and nothing more need be heard. `height` is how far
    the measure has come, None where the state says nothing of that. `becomes` is what a measure
    became that came to be in it, None where that depends on what it was before.
    """

    ends: bool
    height: int | None
    becomes: ChangeKind | None


STATE_MEANINGS: Mapping[State, StateMeaning] = closed(
    STATES,
    {
        "completed": StateMeaning(ends=True, height=2, becomes="completed"),
        "in-progress": StateMeaning(ends=False, height=1, becomes=None),
        "not-started": StateMeaning(ends=False, height=0, becomes="first-word"),
        "paused": StateMeaning(ends=False, height=1, becomes="paused"),
        "cancelled": StateMeaning(ends=True, height=None, becomes="cancelled"),
        "merged": StateMeaning(ends=True, height=None, becomes="merged"),
    },
)

ENDED: tuple[State, ...] = tuple(s for s in STATES if STATE_MEANINGS[s].ends)
"""States after which nothing more is due and nothing more need be heard."""

NOT_BEGUN: tuple[State, ...] = tuple(s for s in STATES if STATE_MEANINGS[s].height == 0)
"""States in which nothing has been done yet."""

LEFT: tuple[State, ...] = tuple(s for s in ENDED if STATE_MEANINGS[s].height is None)
"""States in which a measure has ended without being done."""
