"""What a comparison leaves out because a side cannot read it, in words."""

from collections.abc import Iterator

from yhdyspinta_cli.language import listing, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.catalogue import BY_WORD
from yhdyspinta_cli.queries.diff import Diff
from yhdyspinta_cli.queries.diff_unread import UnreadRecords

_MOST = 5


def unread(found: Diff) -> Iterator[str]:
    """Yield what each side cannot read, then of how many measures nothing can be said for it."""
    first, second = found.unread
    if first:
        yield _("Cannot be read on the first side and is not compared: {what}.").format(
            what=_what(first)
        )
    if second:
        yield _("Cannot be read on the second side and is not compared: {what}.").format(
            what=_what(second)
        )
    if n := found.unclear:
        yield plural(
            "How {n} measure stands hangs on that and is not compared.",
            "How {n} measures stand hangs on that and is not compared.",
            n,
        ).format(n=n)


def _what(one: UnreadRecords) -> str:
    kinds = dict.fromkeys(_(BY_WORD[kind].title) for kind in one.kinds if kind in BY_WORD)
    rest = len(one.ids) - _MOST
    told = listing((*kinds, *one.ids[:_MOST]))
    return " ".join((told, _("… and {n} more").format(n=rest))) if rest > 0 else told
