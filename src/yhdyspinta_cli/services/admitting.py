"""What new records bring into the data, judged before anything of them is written."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from yhdyspinta_cli.checks import run
from yhdyspinta_cli.checks.around import New, around
from yhdyspinta_cli.diagnostic import Finding
from yhdyspinta_cli.store import Loaded, write
from yhdyspinta_cli.store.write import NewFile


def brought(loaded: Loaded, new: Sequence[NewFile], today: date) -> tuple[Finding, ...]:
    """Return what the rules find with the new records and not without them.

    What stands there already was judged when it was opened: only what a rule can tell together
    with them is judged with them. Raises UserError (exit 4) where the id of one is taken.
    """
    records = [one.record for one in new if isinstance(one.record, New)]
    near = replace(loaded, kb=around(loaded.kb, *records))
    before = {(one.code, one.path, one.message) for one in run.run(near.kb, today)}
    for one in new:
        near = write.together(near, one)
    return tuple(
        found
        for found in run.run(near.kb, today)
        if (found.code, found.path, found.message) not in before
    )
