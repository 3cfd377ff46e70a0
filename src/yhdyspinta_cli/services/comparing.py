"""Two sides of a comparison are opened: a revision, the folder, another knowledge base."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.services import opening
from yhdyspinta_cli.services.opening import Where
from yhdyspinta_cli.services.voice import Voice

if TYPE_CHECKING:
    from yhdyspinta_cli.store import Loaded


@frozen
class OpenSide:
    """The data of a side; of the folder's own, how many files git does not have like this."""

    loaded: "Loaded"
    uncommitted: int | None = None


def revisions(
    where: Where, voice: Voice, earlier: str | None, later: str | None
) -> tuple[OpenSide, OpenSide]:
    """Return a folder's data at two revisions: at HEAD and as it is, where none are told.

    Raises UserError as `opening.open_lenient`.
    """
    first = opening.open_lenient(where, voice, rev=earlier or "HEAD")
    if later is not None:
        return OpenSide(first), OpenSide(opening.open_lenient(where, voice, rev=later))
    from yhdyspinta_cli.history import revision

    second = opening.open_lenient(where, voice)
    return OpenSide(first), OpenSide(second, revision.uncommitted(second.root))


def with_another(
    where: Where, voice: Voice, earlier: str | None, other: Path
) -> tuple[OpenSide, OpenSide]:
    """Return a folder's data, or at a revision, and that of another knowledge base.

    Raises UserError as `opening.open_lenient`.
    """
    first = opening.open_lenient(where, voice, rev=earlier)
    second = opening.open_lenient(replace(where, named=str(other)), voice)
    return OpenSide(first), OpenSide(second)
