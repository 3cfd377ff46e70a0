"""`yp record value`, and the one way in which every command saves a new record.

`save` is the contract for whoever adds a kind of record: it loads sound data, lets the command
make the record, and writes it as a file of its own, under the lock, checked before and after.
"""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from yhdyspinta_cli.cli import door
from yhdyspinta_cli.cli.check import prefix
from yhdyspinta_cli.cli.terminal import out, tell
from yhdyspinta_cli.diagnostic import Severity, UserError, quoted
from yhdyspinta_cli.language import text as _

if TYPE_CHECKING:
    from pathlib import Path

    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.record import Record
    from yhdyspinta_cli.store import Loaded
    from yhdyspinta_cli.store.write import NewFile

    R = TypeVar("R", bound=Record)


def draft(kind: "type[R]", keys: dict[str, Any]) -> "R":
    """Return a record of these keys for `make` to hand to `save`; keys that are None are left out.

    Values are as in a file: texts, whole numbers, decimals, booleans, days, lists, dicts; `on`
    as typed ("2024", "2024-05", "2024-05-14"). Raises UserError (exit 2) with the first fault.
    """
    from yhdyspinta_cli.store import write

    return write.draft(kind, keys)


def speaker(kb: "KnowledgeBase", by: str | None, party: str | None) -> str | None:
    """Return the id of who speaks: --by, else the party spoken for, else YP_ACTOR, else nobody.

    `by` and YP_ACTOR may be an id or a whole name; UserError (exit 1) where nobody is called so.
    """
    import os

    from yhdyspinta_cli.cli.look import one_of

    named = by or (None if party else os.environ.get("YP_ACTOR"))
    if named:
        return one_of(kb, named, kb.all_actors, exact=True).id
    if party is None:
        tell(_("yp: by whom is not stated; --by or YP_ACTOR tells it"))
    return party


def save(
    directory: str | None,
    make: "Callable[[Loaded], Record]",
    *,
    commit: bool,
    dry_run: bool,
    today: date,
    message: "str | Callable[[KnowledgeBase, Record], str]",
) -> None:
    """Save the record that `make` builds from the loaded data; its path goes to stdout.

    `make` gets sound data (never the packaged copy) and returns an Update, a Value or an Event
    whose id does not matter: the record gets its id and its file name here. `message` is the
    first line of the commit, or makes it from the record. With `dry_run` nothing is written and
    the file's text goes to stdout.

    Exits: 3 for a fault of the environment, 4 where the data or git refuses (nothing written),
    5 where the record is saved but not committed; the message says which state stands.
    """
    raise NotImplementedError
