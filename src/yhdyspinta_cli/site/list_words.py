"""What the lists are called, and what they count."""

from collections.abc import Mapping
from typing import Literal

from yhdyspinta_cli.language import later, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.vocabulary import BINDINGS, SITUATIONS, Binding, Situation, closed

MissingKey = Literal[
    "late",
    "silent",
    "no-owner",
    "vague",
    "no-lead",
    "no-indicator",
    "missed",
    "no-counterpart",
    "bodies",
    "gone",
]

_MISSING: Mapping[MissingKey, str] = {
    "late": later("Late measures"),
    "silent": later("Measures of which nothing has been heard"),
    "no-owner": later("Measures without an owner"),
    "vague": later("Measures whose owner is named in words that mean nobody in particular"),
    "no-lead": later("Measures with several owners and no lead"),
    "no-indicator": later("Measures without an indicator"),
    "missed": later("Missed duties"),
    "no-counterpart": later("Missing counterparts"),
    "bodies": later("Bodies without a convener or a chair, and areas not listed"),
    "gone": later("Named, but no longer or not yet there"),
}

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
        "law": later("Duties by law, act by act"),
        "agreement": later("Duties by the agreement"),
        "programme": later("Duties by the programme"),
    },
)

Counted = Literal["measures", "missed", "counterparts", "places", "duties", "due"]
"""What a list counts; `places` are those in the data at which somebody is missing or gone."""


def missing(key: MissingKey) -> str:
    """The title of a list of what is missing."""
    return _(_MISSING[key])


def by_state(state: Situation) -> str:
    """The title of the measures in a state."""
    return _(_BY_STATE[state])


def by_force(binding: Binding) -> str:
    """The title of the duties that rest on a law, the agreement or the programme."""
    return _(_BY_FORCE[binding])


def of_missing(key: MissingKey) -> Counted:
    """What a list of what is missing counts."""
    match key:
        case "missed":
            return "missed"
        case "no-counterpart":
            return "counterparts"
        case "bodies" | "gone":
            return "places"
        case "late" | "silent" | "no-owner" | "vague" | "no-lead" | "no-indicator":
            return "measures"


def number_of(counted: Counted, number: int) -> str:
    """How many there are of what a list counts: ``8 measures``."""
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
            return plural("{n} duty", "{n} duties", number)
        case "due":
            return plural("{n} due day", "{n} due days", number)
