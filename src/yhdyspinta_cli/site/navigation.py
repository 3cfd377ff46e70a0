"""The lists that every page of the site leads to, in their order."""

from collections.abc import Collection

from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.site.page import Step

ENTRIES: tuple[tuple[str, str], ...] = (
    ("index.html", later("In brief")),
    ("measures/index.html", later("Measures")),
)
"""The path and the title of each list; a new one is a line here."""


def steps(paths: Collection[str]) -> tuple[Step, ...]:
    """Return those entries that the site has, in the language spoken now."""
    return tuple(Step(_(title), path) for path, title in ENTRIES if path in paths)
