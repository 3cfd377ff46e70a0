"""The lists that every page of the site leads to, in their order."""

from collections.abc import Collection

from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
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
    ("actors/index.html", later("Units, roles and groups")),
    ("projects/index.html", later("Projects")),
    ("events/index.html", later("Meetings and events")),
    ("years/index.html", later("Reports")),
    ("lists/index.html", later("Lists")),
    ("calendar.html", later("Calendar")),
    ("changes.html", later("What changed")),
    ("a-z.html", later("Index A–Z")),
    ("search.html", later("Search")),
)
"""The path and the title of each list; a new one is a line here."""

FOOT: tuple[tuple[str, str], ...] = (
    ("terms.html", later("Terms")),
    ("contact.html", later("Contact")),
    ("accessibility.html", later("Accessibility statement")),
)
"""The path and the title of what stands at the foot of every page."""


def steps(paths: Collection[str]) -> tuple[Step, ...]:
    """Return those entries that the site has, in the language spoken now."""
    return tuple(Step(_(title), path) for path, title in ENTRIES if path in paths)


def foot(paths: Collection[str]) -> tuple[Step, ...]:
    """Return what stands at the foot of every page, in the language spoken now."""
    return tuple(Step(_(title), path) for path, title in FOOT if path in paths)
