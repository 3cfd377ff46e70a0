"""What a change makes of the data: the state now beside the one from which it set out."""

from collections.abc import Callable, Mapping
from pathlib import Path

from yhdyspinta_cli.checks import rewriting as rule
from yhdyspinta_cli.diagnostic import Finding
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.history import trailers
from yhdyspinta_cli.output import edit_words, titles
from yhdyspinta_cli.queries import rewriting
from yhdyspinta_cli.queries.edits import Difference
from yhdyspinta_cli.queries.rewriting import Alteration
from yhdyspinta_cli.services import revisions
from yhdyspinta_cli.store import Loaded
from yhdyspinta_cli.store.source import Revision


@frozen
class Comparison:
    """A change since a revision, and the findings on the recorded facts that it rewrites."""

    since: Revision
    change: Alteration
    findings: tuple[Finding, ...]


def compare(
    root: Path, told: str, loaded: Loaded, progress: Callable[[int], None] | None = None
) -> Comparison:
    """Return what the data that was `loaded` makes of the revision `told`.

    What came to that revision after the two parted is no part of the change: the state before is
    that of the commit at which they parted. Raises UserError as `revisions.load`.
    """
    own = loaded.revision.commit if loaded.revision is not None else "HEAD"
    since = revisions.found(root, told, parted_from=own)
    before = revisions.at(root, since, progress=progress)
    change = rewriting.change(before.kb, loaded.kb)
    rewritten = change.rewritten
    reasons = _reasons(root, since.commit, own) if rewritten else {}
    return Comparison(
        since,
        change,
        tuple(
            rule.finding(_told(change, one, reasons.get(one.record.id, ""))) for one in rewritten
        ),
    )


def _told(change: Alteration, difference: Difference, reason: str) -> rule.Rewritten:
    if difference.after is None:
        entry = change.before.entries[difference.record.id]
        words = titles.discreet(change.before, difference.record)
        return rule.Rewritten(entry, (), words, is_deleted=True, accepted=reason)
    sides = edit_words.Sides(change.before, change.after)
    found = rewriting.facts(difference)
    return rule.Rewritten(
        change.after.entries[difference.record.id],
        found[0].steps[:1],
        "; ".join(dict.fromkeys(edit_words.discreet(sides, one) for one in found)),
        is_deleted=False,
        accepted=reason,
    )


def _reasons(root: Path, base: str, commit: str) -> Mapping[str, str]:
    """Return why recorded facts are rewritten, by their ids, as the change's own commits say."""
    return trailers.reasons(trailers.values(root, trailers.REWRITES, base, commit))
