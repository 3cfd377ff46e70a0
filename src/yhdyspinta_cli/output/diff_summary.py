"""The first sentences of `yp diff`: how much differs, of measures, of others, of reports."""

from collections.abc import Iterator

from yhdyspinta_cli.language import listing, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.queries.diff import Diff


def summary(found: Diff) -> str:
    """What differs, in a sentence each: of measures, of other records, rewritten reports."""
    if not found.differs:
        if any(found.unread):
            return _("Nothing differs of what both sides can read.")
        return _("Nothing differs.")
    measures, others = listing(_measures(found)), listing(_others(found))
    said = [
        _("Measures: {counts}.").format(counts=measures) if measures else _("No measure differs.")
    ]
    if others:
        said.append(_("Other records: {counts}.").format(counts=others))
    if n := len(found.reports.rewritten):
        said.append(_rewritten(n))
    return " ".join(said)


def _rewritten(n: int) -> str:
    return plural(
        "{n} recorded fact was edited or deleted: it should have been corrected by a new one.",
        "{n} recorded facts were edited or deleted: they should have been corrected by new ones.",
        n,
    ).format(n=n)


def _measures(found: Diff) -> Iterator[str]:
    """Yield how many measures there are in each group that has any."""
    counts = (
        (
            n := len(found.dropped),
            plural("{n} dropped without being closed", "{n} dropped without being closed", n),
        ),
        (
            n := len(found.ownerless),
            plural("{n} left without an owner", "{n} left without an owner", n),
        ),
        (n := len(found.states), plural("{n} in another state", "{n} in another state", n)),
        (n := len(found.new), plural("{n} new", "{n} new", n)),
        (
            n := len(found.continued),
            plural("{n} merged or continued", "{n} merged or continued", n),
        ),
        (
            n := len(found.removed),
            plural("{n} removed after it had ended", "{n} removed after they had ended", n),
        ),
        (n := len(found.changed), plural("{n} changed", "{n} changed", n)),
        (
            n := len(found.untold),
            plural(
                "{n} without any report in the second agreement",
                "{n} without any report in the second agreement",
                n,
            ),
        ),
    )
    return (words.format(n=number) for number, words in counts if number)


def _others(found: Diff) -> Iterator[str]:
    """Yield how many records that are no measure were dropped, have come, gone or changed."""
    dropped = {one.id for one in found.dropped_records}
    turns = [one for one in found.records if one.record.id not in dropped]
    merged = {one.record.id for one in found.merged}
    new = sum(one.difference.before is None for one in turns)
    gone = sum(one.difference.after is None for one in turns)
    duties = {one.standing.obligation.id for one in found.duties} - {one.record.id for one in turns}
    changed = len(turns) - new - gone - len(merged) + len(duties)
    counts = (
        (
            n := len(dropped),
            plural("{n} dropped without being closed", "{n} dropped without being closed", n),
        ),
        (new, plural("{n} new", "{n} new", new)),
        (n := len(merged), plural("{n} merged or continued", "{n} merged or continued", n)),
        (gone, plural("{n} removed", "{n} removed", gone)),
        (changed, plural("{n} changed", "{n} changed", changed)),
    )
    return (words.format(n=number) for number, words in counts if number)
