"""The names and places of files: what belongs to a knowledge base, whatever it is read from.

A file that cannot be had is a fault of the data, never an exception: a folder that is skipped
in silence would make measures vanish from a report.
"""

import os
import re
from collections.abc import Iterable, Iterator
from typing import assert_never
from unicodedata import normalize

from yhdyspinta_cli import suggestion
from yhdyspinta_cli.diagnostic import Diagnostic, Location, Severity, quoted, visible
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.catalogue import BY_YEAR, FOLDERS, LIST_FILES, ROOT_FILES
from yhdyspinta_cli.store import file_names
from yhdyspinta_cli.store.folder import FolderSource
from yhdyspinta_cli.store.source import (
    EntryKind,
    Obstacle,
    Source,
    SourceEntry,
    Steps,
    UnreadableError,
)

_NAME = r"[a-z0-9][a-z0-9._-]*"
_YEAR = r"[0-9]{4}"


@frozen
class DataFile:
    """A file of the knowledge base, not read yet; `path` begins with ``data/``."""

    path: str
    entry: SourceEntry

    def read(self) -> bytes | Diagnostic:
        """Return the bytes, or the fault that hinders the reading."""
        try:
            return self.entry.read()
        except UnreadableError as error:
            return _unreadable_file(self.path, error)


@frozen
class KnownFile:
    """A file that an earlier run has judged, and that is as it was: only its path was looked at."""

    path: str
    source: FolderSource

    def read(self) -> bytes | Diagnostic:
        """Return the bytes, or the fault that hinders the reading."""
        try:
            return self.source.read(tuple(self.path.split("/")[1:]))
        except UnreadableError as error:
            return _unreadable_file(self.path, error)


def _shown(name: str) -> str:
    """Return a file name that is harmless: bytes that are not UTF-8 appear as ``\\xff``."""
    if re.fullmatch(_NAME, name):
        return name
    return visible(os.fsencode(name).decode("utf-8", "backslashreplace"))


def shown_path(steps: tuple[str, ...]) -> str:
    """Return a path, given from ``data`` on, as findings name it."""
    return "/".join(_shown(step) for step in steps)


def _fault(code: str, path: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(Location(path), code, Severity.ERROR, message, hint)


def scan(source: Source, *, skip: frozenset[str] = frozenset()) -> Iterator[DataFile | Diagnostic]:
    """Yield every file that belongs to the knowledge base, and a fault for what does not.

    Files named in `skip` (relative to `data`) are left out without a word.
    """
    yield from _folder(source, (), skip)


def _folder(source: Source, folder: Steps, skip: frozenset[str]) -> Iterator[DataFile | Diagnostic]:
    shown = shown_path(("data", *folder))
    try:
        entries = sorted(source.entries(folder), key=lambda entry: os.fsencode(entry.name))
    except UnreadableError as error:
        yield _unreadable_folder(shown, error)
        return
    kept: dict[str, str] | None = None
    for entry in entries:
        path = f"{shown}/{entry.name}"
        # A name as it should be is shown as it is and never hidden, and of names that collide it
        # is the one that is read: ten thousand of them are looked at once, not five times.
        if not re.fullmatch(_NAME, entry.name):
            if file_names.is_left_behind(entry.name):
                continue
            path = f"{shown}/{_shown(entry.name)}"
            kept = _kept(one.name for one in entries) if kept is None else kept
            twin = kept[_folded(entry.name)]
            if twin != entry.name:
                message = _("the name differs only by case or accents from {other}").format(
                    other=_shown(twin)
                )
                yield _fault("YP014", path, message, _("rename one of the two"))
                continue
        steps = (*folder, entry.name)
        match entry.kind:
            case EntryKind.LINK:
                message = _("a symbolic link is not read")
                yield _fault("YP015", path, message, _("use a plain file"))
            case EntryKind.FOLDER:
                fault = _misplaced_folder(path, steps)
                if fault is not None:
                    yield fault
                else:
                    yield from _folder(source, steps, skip)
            case EntryKind.FILE | EntryKind.OTHER:
                if "/".join(steps) in skip or entry.name == "README.md":
                    continue
                if file_names.is_left_behind(entry.name):
                    continue
                fault = _misplaced_file(path, steps, (one.name for one in entries))
                yield fault or DataFile(path, entry)
            case _:
                assert_never(entry.kind)


def _unreadable_folder(path: str, error: UnreadableError) -> Diagnostic:
    if error.obstacle is Obstacle.IS_LINK:
        message = _("data/ is a symbolic link")
        return _fault("YP015", path, message, _("use a plain folder"))
    message = _("the folder cannot be read: {reason}").format(reason=error.reason)
    return _fault("YP012", path, message, _("check the permissions of the folder"))


def _unreadable_file(path: str, error: UnreadableError) -> Diagnostic:
    match error.obstacle:
        case Obstacle.IS_LINK:
            return _fault("YP015", path, _("a symbolic link is not read"), _("use a plain file"))
        case Obstacle.NOT_PLAIN:
            return _fault("YP010", path, _("not a plain file"), _("use a plain file"))
        case Obstacle.TOO_LARGE:
            message = _("the file is too large (the limit is 1 MiB)")
            return _fault("YP011", path, message, _("split it, or move attachments elsewhere"))
        case Obstacle.NOT_OPENED:
            message = _("the file cannot be read: {reason}").format(reason=error.reason)
            return _fault("YP012", path, message, _("check the permissions of the file"))
        case Obstacle.NOT_READ:
            message = _("the file cannot be read: {reason}").format(reason=error.reason)
            return _fault("YP012", path, message, _("check the disk and the permissions"))
        case _:
            assert_never(error.obstacle)


def _folded(name: str) -> str:
    if name.isascii():
        return name.lower()
    return normalize("NFC", name).casefold()


def _kept(names: Iterable[str]) -> dict[str, str]:
    """Return which of the names that collide is read: the one with a name as it should be."""
    kept: dict[str, str] = {}
    for name in names:
        if not file_names.is_left_behind(name):
            folded = _folded(name)
            first = kept.setdefault(folded, name)
            if first is not name and not re.fullmatch(_NAME, first) and re.fullmatch(_NAME, name):
                kept[folded] = name
    return kept


def _misplaced_folder(path: str, steps: Steps) -> Diagnostic | None:
    """Return the fault of a folder that does not belong here, None where it does."""
    *above, name = steps
    if not above and name in FOLDERS:
        return None
    if len(above) == 1 and above[0] in BY_YEAR and re.fullmatch(_YEAR, name):
        return None
    message = _("a folder that does not belong to the knowledge base")
    hint = "" if above else suggestion.hint(suggestion.nearest(name, FOLDERS))
    return _fault("YP017", path, message, hint or _("move it out of data/"))


def _misplaced_file(path: str, steps: Steps, beside: Iterable[str]) -> Diagnostic | None:
    """Return the fault of a file's ending, name or place, None where all are as they should be.

    `beside` are the names in its folder.
    """
    ending = steps[-1].rpartition(".")[2]
    if ending.lower() in ("yml", "yaml") and ending != "yaml":
        return _fault("YP016", path, _("the ending must be .yaml"), _("rename the file"))
    if file_names.is_of_a_device(steps[-1]):
        message = _("Windows keeps the name {name} for a device: there is no such file there")
        hint = _("rename the file, and give the record the same id")
        return _fault("YP013", path, message.format(name=quoted(steps[-1])), hint)
    if not re.fullmatch(_NAME, steps[-1]):
        message = _("a file name may hold only a-z, 0-9, hyphen, underscore and full stop")
        original = file_names.copied(steps[-1], beside)
        hint = _("rename the file") if original is None else file_names.copy_hint(_shown(original))
        return _fault("YP013", path, message, hint)
    if ending == "yaml" and _is_expected(steps):
        return None
    message = _("a file that does not belong to the knowledge base")
    return _fault("YP017", path, message, _("move it out of data/, or correct its place"))


def _is_expected(steps: Steps) -> bool:
    """True where a knowledge base has a YAML file at this place."""
    if len(steps) == 1:
        return steps[0] in ROOT_FILES or steps[0] in LIST_FILES
    if len(steps) == 2:
        return steps[0] in FOLDERS and steps[0] not in BY_YEAR
    # Only the folders of the years lie so deep, and they are judged before their files.
    return len(steps) == 3
