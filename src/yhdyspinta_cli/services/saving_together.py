"""Several new files that are one thing, written one after the other under one lock.

Each has its name from its content: what was written before a run was broken is there for the next
one, which writes the rest.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from yhdyspinta_cli import store
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.history import commit
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.services import opening
from yhdyspinta_cli.services.clock import Clock
from yhdyspinta_cli.services.opening import Where
from yhdyspinta_cli.services.voice import Voice
from yhdyspinta_cli.store import Loaded, atomic, lock
from yhdyspinta_cli.store.write import NewFile


def opened(where: Where, root: Path, clock: Clock) -> Loaded:
    """Return the data with the names of its people; UserError (exit 4) where it has an error."""
    loaded = store.load(root, personal=True, cache=where.kept(root))
    opening.refuse_errors(opening.errors(loaded, clock.today(loaded.kb)), exit_code=4)
    return loaded


def save(
    where: Where,
    root: Path,
    make: Callable[[Loaded], Sequence[NewFile]],
    *,
    clock: Clock,
    message: Callable[[Sequence[NewFile]], str] | None,
    voice: Voice,
) -> int:
    """Write those of the files that `make` gives which are not there; return how many they were.

    With a `message` they are committed together, and with them those that an earlier run wrote and
    did not commit. Raises UserError: exit 4 where the data or git refuses (nothing written), exit 3
    where a file cannot be written, exit 5 where they are saved but not committed; the message says
    what stands. What `make` raises goes through.
    """
    with lock.locked(root):
        loaded = opened(where, root, clock)
        there = loaded.kb.entries
        wanted = tuple(make(loaded))
        new = tuple(one for one in wanted if one.record.id not in there)
        known = tuple(one.path for one in wanted if _is_alone(loaded, one))
        left = commit.lacking(root, known) if message is not None else ()
        if not new and not left:
            return 0
        paths = tuple(one.path for one in new)
        if message is not None:
            commit.ready(root, paths, _named(loaded, new), left)
        atomic.sweep(root / "data")
        written = 0
        try:
            for one in new:
                atomic.create(root, one.path, one.raw)
                written += 1
        except UserError as error:
            raise _stopped(error, written, len(new)) from error
        except (KeyboardInterrupt, SystemExit):
            # It may have come between a file's name and the counting of it.
            stand = sum(atomic.stands(root, one.path, one.raw) for one in new)
            voice.tell(_("yp: interrupted; {state}").format(state=_stand(stand, len(new))))
            raise
        if message is not None:
            coming = (*left, *paths)
            _commit(root, coming, message([one for one in wanted if one.path in coming]), voice)
        return len(new)


def _is_alone(loaded: Loaded, one: NewFile) -> bool:
    """True where the record is there already, in the file that it was to have for itself."""
    entry = loaded.kb.entries.get(one.record.id)
    return entry is not None and entry.path == one.path


def _commit(root: Path, paths: Sequence[str], words: str, voice: Voice) -> None:
    """Commit the files; whatever hinders it, they are saved (exit 5), and the next run commits."""
    try:
        if not commit.commit(root, paths, words):
            voice.tell(_("yp: committed, changed on its way by a hook or filter of git"))
    except (KeyboardInterrupt, SystemExit):
        voice.tell(_("yp: interrupted; the files are saved, perhaps committed"))
        raise
    except OSError as error:
        raise _uncommitted(error.strerror or str(error)) from error
    except UserError as error:
        if error.exit_code == 5:
            raise
        raise _uncommitted(error.message) from error


def _uncommitted(reason: str) -> UserError:
    return UserError(
        _("the files are saved, but not committed: {reason}").format(reason=reason),
        exit_code=5,
        hint=_("run it again with --commit: what is there already is not written twice"),
    )


def _stopped(error: UserError, written: int, total: int) -> UserError:
    if not written:
        return error
    return UserError(
        f"{error.message}; {_stand(written, total)}",
        exit_code=error.exit_code,
        hint=_("run it again: what is there already is not written twice"),
    )


def _stand(written: int, total: int) -> str:
    if not written:
        return _("nothing was written")
    words = plural("{n} of {total} file is saved", "{n} of {total} files are saved", written)
    return words.format(n=written, total=total)


def _named(loaded: Loaded, new: Sequence[NewFile]) -> list[str]:
    """Return the files of the records that the new ones name, but for themselves."""
    entries = loaded.kb.entries
    return [
        entries[key].path
        for one in new
        for _route, key, _ref in walk.references(one.record)
        if key in entries
    ]
