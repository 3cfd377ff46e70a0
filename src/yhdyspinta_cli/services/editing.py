"""One record changed in its file: the other lines stay, and what comes of it is judged first."""

from collections.abc import Callable, Sequence
from pathlib import Path

from yhdyspinta_cli import store
from yhdyspinta_cli.diagnostic import Diagnostic, Severity, UserError, quoted
from yhdyspinta_cli.document import splice
from yhdyspinta_cli.document.reader import read
from yhdyspinta_cli.document.write import UnwritableError
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.history import commit
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.publications import Publication
from yhdyspinta_cli.model.record import Record, shortened
from yhdyspinta_cli.model.rounds import Round
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.output import difference
from yhdyspinta_cli.services import edit_fields, new_comments, opening
from yhdyspinta_cli.services.clock import Clock
from yhdyspinta_cli.services.edit_fields import FieldChange, Naming
from yhdyspinta_cli.services.opening import Where
from yhdyspinta_cli.services.voice import Voice
from yhdyspinta_cli.store import Loaded, atomic, lock
from yhdyspinta_cli.store.folder import FolderSource
from yhdyspinta_cli.store.overlay import OverlaySource


@frozen
class EditWish:
    """What is to be changed: the words ``key=value``, and whether it is committed or only tried."""

    written: tuple[str, ...]
    is_committed: bool
    is_tried_only: bool


def run(
    where: Where,
    wish: EditWish,
    find: Callable[[KnowledgeBase], Record],
    naming: Callable[[KnowledgeBase], Naming],
    *,
    clock: Clock,
    voice: Voice,
) -> None:
    """FieldChange the record that `find` finds; the path of its file is the answer.

    Where the wish is tried only, the lines that would change are. Raises UserError, nothing being
    written: exit 2 for words that no field takes, 3 where the disk refuses, 4 for a record that is
    never edited, or where the data would have an error that it has not now. Exit 5 where it is
    saved but not committed.
    """
    folder, _packaged = opening.find(where, packaged=False)
    if wish.is_tried_only:
        _run(where, folder, wish, find, naming, clock, voice)
        return
    with lock.locked(folder):
        _run(where, folder, wish, find, naming, clock, voice)


def _run(
    where: Where,
    folder: Path,
    wish: EditWish,
    find: Callable[[KnowledgeBase], Record],
    naming: Callable[[KnowledgeBase], Naming],
    clock: Clock,
    voice: Voice,
) -> None:
    # With the names of people: one of them must not come into another file.
    loaded = store.load(folder, personal=True, cache=where.kept(folder))
    if "agreement" in loaded.kb.unread_kinds:
        found = opening.errors(loaded, clock.today(loaded.kb))
        opening.refuse_errors(found, exit_code=4)
    record = find(loaded.kb)
    _refuse_recorded(record)
    entry = loaded.kb.entries[record.id]
    name = entry.path.removeprefix("data/")
    old = FolderSource(folder).read(tuple(name.split("/")))
    lists = new_comments.lists(record, loaded.kb.agreement.own_words)
    new = _changed(loaded.kb, old, record, wish.written, naming(loaded.kb), lists)
    shown = opening.prefix(folder, where.here) + entry.path
    if new == old:
        voice.tell(_("yp: {path} says so already; nothing was written").format(path=shown))
        return
    after = store.load(OverlaySource(FolderSource(folder), {name: new}), personal=True)
    for warning in _judge(loaded, after, clock):
        voice.tell(_("yp: warning: {message}").format(message=warning.message))
        if warning.hint:
            voice.tell("    " + warning.hint)
    if wish.is_committed:
        commit.ready(folder, (entry.path,), _named(after, record.id, entry.path))
    if wish.is_tried_only:
        voice.tell(_("yp: {path} would be changed; nothing was").format(path=shown))
        voice.out(difference.unified(shown, old, new))
        return
    _write(folder, entry.path, new)
    voice.tell(_("yp: saved {path}").format(path=shown))
    voice.out(shown + "\n")
    if wish.is_committed:
        _commit(folder, entry.path, _message(record, wish.written), shown, voice)


def _refuse_recorded(record: Record) -> None:
    """Refuse (exit 4) what is created and never edited; a correction is a new file."""
    commands = {
        Update: f"yp status correct {record.id}",
        Value: f"yp record value … --corrects {record.id}",
        Event: f"yp event add … --corrects {record.id}",
        Round: "yp round collect",
        Publication: "yp report … --publish",
    }
    command = next((commands[kind] for kind in commands if isinstance(record, kind)), None)
    if command is not None:
        raise UserError(
            _("{id} was recorded, and what was recorded is never edited").format(id=record.id),
            exit_code=4,
            hint=_("correct it by a new file: {command}").format(command=command),
        )


def _changed(
    kb: KnowledgeBase,
    old: bytes,
    record: Record,
    written: Sequence[str],
    name: Naming,
    lists: frozenset[str],
) -> bytes:
    """Return the bytes of the record's file after the changes, one after the other.

    `lists` are comments that go with the value beside them: the program wrote them itself.
    """
    path, base = kb.entries[record.id].path, kb.entries[record.id].route
    text = old.decode()
    is_windows = "\r\n" in text
    if is_windows:
        text = text.replace("\r\n", "\n")
    if "\r" in text or (is_windows and old.count(b"\n") != old.count(b"\r\n")):
        raise _unwritable(path, "", _("its lines end in different ways: yp fmt makes them one"))
    for one in written:
        tree, _faults = read(path, text.encode())
        keys = tree.plain() if tree is not None else None
        for step in base:
            keys = edit_fields.inside(keys, step)
        if not isinstance(keys, dict):
            raise _unwritable(path, one, _("run 'yp validate'"))
        change = edit_fields.change(type(record), keys, one, name, kb)
        text = _spliced(text, path, (*base, *change.route), change, one, lists)
    return (text.replace("\n", "\r\n") if is_windows else text).encode()


def _spliced(
    text: str,
    path: str,
    route: tuple[str | int, ...],
    change: FieldChange,
    written: str,
    lists: frozenset[str],
) -> str:
    try:
        if change.value is None:
            return splice.take(text, route, lists)
        return splice.put(text, route, change.value, change.orders, lists)
    except LookupError:
        # What is to be taken away is not there.
        return text
    except UnwritableError as error:
        hint = error.reason or _("a comment stands there that would be lost: edit the file itself")
        raise _unwritable(path, written, hint) from error


def _unwritable(path: str, written: str, hint: str) -> UserError:
    return UserError(
        _("{path} cannot be changed so: {words}; nothing was written").format(
            path=path, words=quoted(written)
        ),
        exit_code=4,
        hint=hint,
    )


def _judge(before: Loaded, after: Loaded, clock: Clock) -> list[Diagnostic]:
    """Refuse (exit 4) an error that was not there before; return the warnings that were not."""
    today = clock.today(before.kb)
    known = {_told(one) for one in opening.diagnostics(before, today)}
    brought = [
        one
        for one in opening.diagnostics(after, today)
        if _told(one) not in known and not one.accepted
    ]
    for found in brought:
        if found.severity is Severity.ERROR:
            raise UserError(
                _("{message}; nothing was written").format(message=found.message),
                exit_code=4,
                hint=found.hint,
            )
    return [found for found in brought if found.severity is Severity.WARNING]


def _told(one: Diagnostic) -> tuple[str, str, str]:
    return one.code, one.location.path, one.message


def _named(loaded: Loaded, key: str, path: str) -> list[str]:
    """Return the files of the records that the changed one names, but its own."""
    entries = loaded.kb.entries
    found = [
        entries[other].path
        for _route, other, _ref in walk.references(entries[key].record)
        if other in entries
    ]
    return [one for one in dict.fromkeys(found) if one != path]


def _write(folder: Path, path: str, raw: bytes) -> None:
    atomic.sweep(folder / "data")
    try:
        atomic.replace(folder / path, raw)
    except OSError as error:
        raise UserError(
            _("{path} cannot be written: {reason}; nothing was changed").format(
                path=path, reason=error.strerror
            ),
            exit_code=3,
        ) from error


def _message(record: Record, written: Sequence[str]) -> str:
    """Return the message of the commit: ``E4: responsible.0.role=lead``."""
    named = record.code if isinstance(record, Measure) else record.id
    return shortened(" ".join(f"{named}: {', '.join(written)}".split()))


def _commit(folder: Path, path: str, words: str, shown: str, voice: Voice) -> None:
    """Commit the file; whatever hinders it, it is saved (exit 5)."""
    try:
        if commit.commit(folder, (path,), words):
            voice.tell(_("yp: committed {path}").format(path=shown))
        else:
            told = _("yp: committed {path}, changed on its way by a hook or filter of git")
            voice.tell(told.format(path=shown))
    except (KeyboardInterrupt, SystemExit):
        voice.tell(_("yp: interrupted; {path} is saved, perhaps committed").format(path=shown))
        raise
    except OSError as error:
        raise UserError(
            _("{path} is saved, but not committed: {reason}").format(
                path=shown, reason=error.strerror or str(error)
            ),
            exit_code=5,
            hint=_("'git status' tells what stands"),
        ) from error
