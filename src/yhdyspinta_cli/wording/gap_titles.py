"""What each kind of gap is called: the headings of what is missing."""

from collections.abc import Mapping

from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.vocabulary import GAP_KINDS, GapKind, closed

_TITLES: Mapping[GapKind, str] = closed(
    GAP_KINDS,
    {
        "nobody-known": later("Nobody responsible, as the source itself says"),
        "nobody-forgotten": later("Nobody responsible, and nothing says why"),
        "vague": later("Responsible named in words that mean nobody in particular"),
        "no-lead": later("Several responsible and no lead"),
        "no-indicator": later("No indicator"),
        "silent": later("Silent: no update"),
        "no-information": later("No information: never any update"),
        "counterpart": later("Counterparts missing"),
        "no-convener": later("Bodies without a convener"),
        "no-chair": later("Bodies whose chair has ended, with none after it"),
        "areas-not-listed": later("Areas announced but not listed"),
        "ended": later("Named, but ended or left"),
        "not-begun": later("Named, but not yet begun"),
        "left-open": later("Left open by one that is gone"),
        "missed": later("Obligations missed in a period"),
        "late": later("Measures late"),
        "untranslated": later("Names and texts without a translation"),
    },
)


def title(kind: GapKind) -> str:
    """The title of a kind of gap."""
    return _(_TITLES[kind])
