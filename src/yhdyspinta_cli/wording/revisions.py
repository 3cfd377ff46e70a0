"""A revision in words: the commit that the data of an answer is of, and its day."""

from yhdyspinta_cli.language import day_text
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.store.source import Revision


def named(revision: Revision) -> str:
    """Return the short name of a commit, with its day: 1a2b3c4d5e6f (14.5.2024)."""
    return f"{revision.short} ({day_text(revision.day)})"


def told(revision: Revision) -> str:
    """Return the sentence that says which data an answer is of."""
    return _("The data is as it stood at revision {revision}.").format(revision=named(revision))
