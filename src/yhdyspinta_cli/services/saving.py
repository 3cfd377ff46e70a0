"""The one way in which every command saves a new record.

`save` is the contract for whoever adds a kind of record: it loads sound data, lets the command
make the record, and writes it as a file of its own, under the lock, checked before and after.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yhdyspinta_cli.cli.terminal import out, tell
from yhdyspinta_cli.diagnostic import Severity, UserError, quoted
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.services import opening

if TYPE_CHECKING:
    from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
    from yhdyspinta_cli.model.record import Record
    from yhdyspinta_cli.store import Loaded
    from yhdyspinta_cli.store.write import NewFile


def save(
    directory: str | None,
    make: "Callable[[Loaded], Record]",
    *,
    commit: bool,
    dry_run: bool,
    today: date,
    message: "Callable[[KnowledgeBase, Record], str]",
) -> None:
    """Save the record that `make` builds from the loaded data; its path goes to stdout.

    `make` gets sound data (never the packaged copy) and returns an Update, a Value or an Event
    whose id does not matter: the record gets its id and its file name here. `message` makes the
    first line of the commit from the record. With `dry_run` nothing is written and
    the file's text goes to stdout.

    Exits: 3 for a fault of the environment, 4 where the data or git refuses (nothing written),
    5 where the record is saved but not committed; the message says which state stands.
    """
    from yhdyspinta_cli.store import write

    loaded = opening.sound(directory, today, exit_code=4, packaged=False)
    new = write.finished(make(loaded))
    _refuse_future(new.record, today)
    for warning in _judge(loaded, new, today):
        tell(_("yp: warning: {message}").format(message=warning))
    words = message(loaded.kb, new.record)
    shown = opening.prefix(loaded.root, Path.cwd()) + new.path
    if dry_run:
        if commit:
            _git().ready(loaded.root, new.path, _named(loaded, new))
        tell(_("yp: {path} would be written; nothing was").format(path=shown))
        out(new.tree.text)
        return
    _write(loaded.root, new, today, shown, words if commit else None)


def _named(loaded: "Loaded", new: "NewFile") -> list[str]:
    """Return the files of the records that the new one names."""
    from yhdyspinta_cli.model import walk

    entries = loaded.kb.entries
    return [
        entries[key].path for _route, key, _ref in walk.references(new.record) if key in entries
    ]


def _git() -> Any:
    """The module that commits; git is loaded only by the command that asks for it."""
    from yhdyspinta_cli.history import commit

    return commit


def _write(root: Path, new: "NewFile", today: date, shown: str, words: str | None) -> None:
    """Write the file under the lock, and commit it where `words` are given."""
    from yhdyspinta_cli import store
    from yhdyspinta_cli.store import atomic, lock

    if words is not None:
        _git()  # loaded now: nobody should wait at the lock for an import
    try:
        with lock.locked(root):
            loaded = store.load(root)
            _judge(loaded, new, today)
            if words is not None:
                _git().ready(root, new.path, _named(loaded, new))
            swept = atomic.sweep(root / "data")
            if swept:
                tell(
                    plural(
                        "yp: deleted {n} temporary file of a broken run",
                        "yp: deleted {n} temporary files of broken runs",
                        swept,
                    )
                )
            confirmed = atomic.create(root, new.path, new.raw)
            try:
                _tell_saved(shown, confirmed=confirmed)
                if words is not None:
                    _commit(root, new, today, shown, words)
            except Exception as error:
                raise _stands_all_the_same(root, new, shown, error) from error
            finally:
                _print_path(shown)
    except (KeyboardInterrupt, SystemExit):
        _tell_interrupted(root, new, shown, is_committing=words is not None)
        raise


def _stands_all_the_same(root: Path, new: "NewFile", shown: str, error: Exception) -> Exception:
    """Return what to raise where something failed after the file was written: exit 5, in words.

    An error that tells already what stands is returned as it is.
    """
    told = isinstance(error, UserError) and error.exit_code in (1, 5)
    if told or not (root / new.path).exists():
        return error
    if isinstance(error, UserError):
        reason = error.message
    elif isinstance(error, OSError):
        reason = error.strerror or str(error)
    else:
        reason = f"{type(error).__name__}: {error}"
    message = {
        True: _("{path} is saved and committed, but the commit could not be checked: {reason}"),
        False: _("{path} is saved, but not committed: {reason}"),
        None: _("{path} is saved; whether it is committed could not be asked: {reason}"),
    }[_is_committed(root, new)]
    return UserError(
        message.format(path=shown, reason=reason),
        exit_code=5,
        hint=_("'git status' tells what stands"),
    )


def _is_committed(root: Path, new: "NewFile") -> bool | None:
    """Return whether git has the file, None where git cannot be asked."""
    try:
        return bool(_git().is_committed(root, new.path))
    except (UserError, OSError):
        return None


def _print_path(shown: str) -> None:
    """Write the path to stdout; where nobody can get it, the file is saved all the same."""
    try:
        out(shown + "\n")
    except OSError as error:
        tell(_("yp: the path could not be printed: {reason}").format(reason=error.strerror))


def _tell_interrupted(root: Path, new: "NewFile", shown: str, *, is_committing: bool) -> None:
    from yhdyspinta_cli.store import atomic

    if not atomic.stands(root, new.path, new.raw):
        tell(_("yp: interrupted; nothing was written"))
    elif not is_committing:
        tell(_("yp: interrupted; {path} is saved").format(path=shown))
    elif (committed := _is_committed(root, new)) is None:
        tell(_("yp: interrupted; {path} is saved, perhaps committed").format(path=shown))
    elif committed:
        tell(_("yp: interrupted; {path} is saved and committed").format(path=shown))
    else:
        tell(_("yp: interrupted; {path} is saved, but not committed").format(path=shown))


def _tell_saved(shown: str, *, confirmed: bool) -> None:
    if confirmed:
        tell(_("yp: saved {path}").format(path=shown))
    else:
        tell(_("yp: saved {path}, but the disk did not confirm that it is safe").format(path=shown))


def _commit(root: Path, new: "NewFile", today: date, shown: str, words: str) -> None:
    """Commit the file; where a hook or filter has changed it, judge it once more (exit 1)."""
    from yhdyspinta_cli import store

    if _git().commit(root, new.path, words):
        tell(_("yp: committed {path}").format(path=shown))
        return
    tell(
        _("yp: committed {path}, changed on its way by a hook or filter of git").format(path=shown)
    )
    for found in opening.diagnostics(store.load(root), today):
        if found.severity is Severity.ERROR and found.location.path == new.path:
            raise UserError(
                _("what was committed has an error: {message}").format(message=found.message),
                exit_code=1,
                hint=_("run 'yp validate'"),
            )


def _refuse_future(record: "Record", today: date) -> None:
    moment = record.on  # type: ignore[attr-defined]
    if moment.last > today:
        raise UserError(
            _("{day} is not over yet: the future is not recorded").format(day=quoted(str(moment))),
            hint=_("a year or a month counts from its last day; give a day that has been"),
        )


def _judge(loaded: "Loaded", new: "NewFile", today: date) -> list[str]:
    """Refuse (exit 4) data with errors, before or with the new record; return its warnings."""
    from yhdyspinta_cli.store import write

    before = opening.diagnostics(loaded, today)
    opening.refuse_errors(before, exit_code=4)
    after = opening.diagnostics(write.together(loaded, new), today)
    brought = write.newly(before, after)
    for found in brought:
        if found.severity is Severity.ERROR and not found.accepted:
            raise UserError(
                _("{message}; nothing was written").format(message=found.message),
                exit_code=4,
                hint=found.hint,
            )
    return [f.message for f in brought if f.severity is Severity.WARNING and not f.accepted]
