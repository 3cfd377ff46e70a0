"""Two sides of a comparison are opened: a revision, the folder, another knowledge base."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from yhdyspinta_cli.diagnostic import UserError, visible
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
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

    Where the second does not have all of the first it is told where they parted. Raises UserError
    as `opening.open_lenient`.
    """
    from yhdyspinta_cli.history import revision

    named = "HEAD" if earlier is None else earlier
    first = opening.open_lenient(where, voice, rev=named)
    if later is not None:
        second = opening.open_lenient(where, voice, rev=later)
        _tell_parting(voice, (first, named), (second, later))
        return OpenSide(first), OpenSide(second)
    second = opening.open_lenient(where, voice)
    if earlier is not None:
        _tell_parting(voice, (first, named), (second, "HEAD"))
    return OpenSide(first), OpenSide(second, revision.uncommitted(second.root))


def _tell_parting(voice: Voice, one: "tuple[Loaded, str]", other: "tuple[Loaded, str]") -> None:
    """Tell that the first revision is no ancestor of the second, and what comes of that."""
    from yhdyspinta_cli.history import revision

    (first, earlier), (second, later) = one, other
    if first.revision is None:
        return
    commit = first.revision.commit
    head = second.revision.commit if second.revision is not None else "HEAD"
    try:
        parted = revision.parting(first.root, commit, head)
    except UserError:
        return  # The clone has only a part of the history: nothing is known of it.
    if parted != commit:
        told = _(
            "yp: {later} does not have all of {earlier}: they parted at {commit}, and what came "
            "only to {earlier} since then is told as gone"
        )
        voice.tell(told.format(later=visible(later), earlier=visible(earlier), commit=parted[:12]))


def with_another(
    where: Where, voice: Voice, earlier: str | None, other: Path
) -> tuple[OpenSide, OpenSide]:
    """Return a folder's data, or at a revision, and that of another knowledge base.

    Raises UserError as `opening.open_lenient`.
    """
    first = opening.open_lenient(where, voice, rev=earlier)
    second = opening.open_lenient(replace(where, named=str(other)), voice, is_other=True)
    return OpenSide(first), OpenSide(second)
