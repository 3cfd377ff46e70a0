"""`yp templates list`: the templates of a report, and where each is taken from."""

from collections.abc import Sequence
from pathlib import Path

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.output.answer import Answer, of_table
from yhdyspinta_cli.output.layout import Column, Table


def answer(found: Sequence[tuple[str, Path | None]]) -> Answer:
    """The templates by name, each with the folder that overrides it (None: the packaged one)."""
    columns: tuple[Column[tuple[str, Path | None]], ...] = (
        Column("name", _("Template"), lambda one: one[0]),
        Column(
            "overridden_by",
            _("Taken from"),
            lambda one: str(one[1]) if one[1] else _("the package"),
        ),
    )
    return of_table(
        "templates",
        lambda: Table.of(columns, found),
        lambda: [
            {"name": name, "overridden_by": str(where) if where else None} for name, where in found
        ],
    )
