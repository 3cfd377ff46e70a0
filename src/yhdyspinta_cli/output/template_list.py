"""`yp templates list`: the templates of a report, and where each is taken from."""

from collections.abc import Sequence
from pathlib import Path

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.output.answer import Answer, of_table
from yhdyspinta_cli.output.page import Table


def answer(found: Sequence[tuple[str, Path | None]]) -> Answer:
    """The templates by name, each with the folder that overrides it (None: the packaged one)."""
    return of_table(
        "templates",
        lambda: Table(
            (_("Template"), _("Taken from")),
            tuple((name, str(where) if where else _("the package")) for name, where in found),
        ),
        lambda: [
            {"name": name, "overridden_by": str(where) if where else None} for name, where in found
        ],
    )
