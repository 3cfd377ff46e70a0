"""What the lists are called, and what they count."""

from collections.abc import Mapping
from typing import Literal

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import later, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.vocabulary import (
    BINDINGS,
    GAP_KINDS,
    SITUATIONS,
    Binding,
    GapKind,
    Situation,
    closed,
)

Counted = Literal["measures", "missed", "counterparts", "places", "duties", "due"]
"""What a list counts; `places` are those in the data at which somebody is missing or gone."""


@frozen
class MissingList:
    """A list of what is missing: its key, its title, the kinds of gaps in it, what it counts."""

    key: str
    message: str
    kinds: tuple[GapKind, ...]
    counted: Counted

    @property
    def title(self) -> str:
        """The title in the language spoken now."""
        return _(self.message)


MISSING = (
    MissingList("late", later("Late measures"), ("late",), "measures"),
    MissingList(
        "silent",
        later("Measures of which nothing has been heard"),
        ("silent", "no-information"),
        "measures",
    ),
    MissingList(
        "no-owner",
        later("Measures without an owner"),
        ("nobody-known", "nobody-forgotten"),
        "measures",
    ),
    MissingList(
        "vague",
        later("Measures whose owner is named in words that mean nobody in particular"),
        ("vague",),
        "measures",
    ),
    MissingList(
        "no-lead", later("Measures with several owners and no lead"), ("no-lead",), "measures"
    ),
    MissingList(
        "no-indicator", later("Measures without an indicator"), ("no-indicator",), "measures"
    ),
    MissingList("missed", later("Missed obligations"), ("missed",), "missed"),
    MissingList("no-counterpart", later("Missing counterparts"), ("counterpart",), "counterparts"),
    MissingList(
        "bodies",
        later("Bodies without a convener or a chair, and areas not listed"),
        ("no-convener", "no-chair", "areas-not-listed"),
        "places",
    ),
    MissingList(
        "gone",
        later("Named, but no longer or not yet there"),
        ("ended", "not-begun", "left-open"),
        "places",
    ),
)
"""The lists of what is missing, in their order."""

_LIST_OF = closed(
    GAP_KINDS,
    {kind: one.key for one in MISSING for kind in one.kinds} | {"untranslated": ""},
)
"""Every kind of gap is in one list, but what is not translated: each page marks its language."""

_BY_STATE: Mapping[Situation, str] = closed(
    SITUATIONS,
    {
        "completed": later("Completed measures"),
        "in-progress": later("Measures in progress"),
        "not-started": later("Measures not started"),
        "paused": later("Paused measures"),
        "cancelled": later("Cancelled measures"),
        "merged": later("Measures merged into another"),
        "disputed": later("Measures of which reports disagree"),
        "no-own-state": later("Measures of which only parts are known"),
        "ended": later("Measures that have ended"),
        "no-information": later("Measures without any information"),
    },
)

_BY_FORCE: Mapping[Binding, str] = closed(
    BINDINGS,
    {
        "law": later("Obligations by law, act by act"),
        "agreement": later("Obligations by the agreement"),
        "programme": later("Obligations by the programme"),
    },
)


def by_state(state: Situation) -> str:
    """Return the title of the measures in a state."""
    return _(_BY_STATE[state])


def by_force(binding: Binding) -> str:
    """Return the title of the duties that rest on a law, the agreement or the programme."""
    return _(_BY_FORCE[binding])


def number_of(counted: Counted, number: int) -> str:
    """Return how many there are of what a list counts: ``8 measures``."""
    match counted:
        case "measures":
            return plural("{n} measure", "{n} measures", number)
        case "missed":
            return plural("{n} missed period", "{n} missed periods", number)
        case "counterparts":
            return plural("{n} missing counterpart", "{n} missing counterparts", number)
        case "places":
            return plural("{n} such place", "{n} such places", number)
        case "duties":
            return plural("{n} obligation", "{n} obligations", number)
        case "due":
            return plural("{n} due day", "{n} due days", number)
