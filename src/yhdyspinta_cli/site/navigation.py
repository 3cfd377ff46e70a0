"""The lists that every page of the site leads to, in their order."""

from collections.abc import Collection

from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.site import addresses
from yhdyspinta_cli.site.page import Step

ENTRIES: tuple[tuple[str, str], ...] = (
    ("index.html", later("Front page")),
    ("measures/index.html", later("Measures")),
    ("parties/index.html", later("Parties")),
    ("bodies/index.html", later("Bodies")),
    ("obligations/index.html", later("Obligations")),
    ("acts/index.html", later("Acts")),
    ("interfaces/index.html", later("Interfaces")),
    ("goals/index.html", later("Goals")),
    ("actors/index.html", later("Other actors")),
    ("projects/index.html", later("Projects")),
    (addresses.NEEDS, later("Missing, or to be solved")),
    ("events/index.html", later("Meetings and events")),
    ("years/index.html", later("Reports")),
)
"""The path and the title of each list; a new one is a line here."""

BELOW: tuple[tuple[str, str], ...] = ()
"""The same of what stands at the foot of every page: what the site itself is."""


def steps(paths: Collection[str]) -> tuple[Step, ...]:
    """Return those entries that the site has, in the language spoken now."""
    return tuple(Step(_(title), path) for path, title in ENTRIES if path in paths)


def below(paths: Collection[str]) -> tuple[Step, ...]:
    """Return likewise what stands at the foot."""
    return tuple(Step(_(title), path) for path, title in BELOW if path in paths)
