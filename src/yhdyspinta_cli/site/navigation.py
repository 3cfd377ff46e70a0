"""The lists that every page leads to: the first ones at its head, the others at its foot."""

from collections.abc import Collection, Sequence

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.site import addresses
from yhdyspinta_cli.site.page import Crumb

ENTRIES: tuple[tuple[str, str], ...] = (
    ("index.html", later("Front page")),
    ("measures/index.html", later("Measures")),
    ("parties/index.html", later("Parties")),
    ("bodies/index.html", later("Bodies")),
    ("obligations/index.html", later("Obligations")),
    ("years/index.html", later("Reports")),
    ("lists/index.html", later("Lists")),
    ("calendar.html", later("Calendar")),
    ("changes.html", later("What changed")),
    ("search.html", later("Search")),
)
"""The path and the title of each list at the head; a new one is a line here. They are few: on a
narrow screen they stand above everything else."""

OTHERS: tuple[tuple[str, str], ...] = (
    ("a-z.html", later("Index A–Z")),
    ("interfaces/index.html", later("Interfaces")),
    ("goals/index.html", later("Goals")),
    ("acts/index.html", later("Acts")),
    ("actors/index.html", later("Other actors")),
    ("projects/index.html", later("Projects")),
    ("events/index.html", later("Meetings and events")),
    (addresses.NEEDS, later("Missing, or to be solved")),
)
"""The same of the lists at the foot."""

BELOW: tuple[tuple[str, str], ...] = (
    ("terms.html", later("Terms")),
    ("contact.html", later("Contact")),
    ("accessibility.html", later("Accessibility statement")),
)
"""The same of what tells of the site itself, below them."""


@frozen
class Around:
    """What every page leads to: at its head, at its foot, and of the site itself."""

    head: tuple[Crumb, ...]
    foot: tuple[Crumb, ...]
    below: tuple[Crumb, ...]


def around(paths: Collection[str]) -> Around:
    """Return those lists that a site of these pages has, in the language spoken now."""

    def steps(entries: Sequence[tuple[str, str]]) -> tuple[Crumb, ...]:
        return tuple(Crumb(_(title), path) for path, title in entries if path in paths)

    return Around(steps(ENTRIES), steps(OTHERS), steps(BELOW))
