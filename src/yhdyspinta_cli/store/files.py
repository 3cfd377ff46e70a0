"""The files below `data/`: found, judged by name, read without following a link.

A file that cannot be had is a fault of the data, never an exception: a folder that is skipped
in silence would make measures vanish from a report.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from yhdyspinta_cli.diagnostic import Diagnostic, Location, Severity, quoted, visible
from yhdyspinta_cli.document.decoding import MAX_BYTES
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.catalogue import BY_YEAR, FOLDERS, LIST_FILES, ROOT_FILES
from yhdyspinta_cli.store.building import nearest

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*", re.ASCII)
_YEAR = re.compile(r"[0-9]{4}", re.ASCII)


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file that could be read; `path` begins with ``data/``."""

    path: str
    raw: bytes


def _shown(name: str) -> str:
    """Return a file name that is harmless: bytes that are not UTF-8 appear as ``\\xff``."""
    return visible(os.fsencode(name).decode("utf-8", "backslashreplace"))


def shown_path(steps: tuple[str, ...]) -> str:
    """Return a path, given from ``data`` on, as findings name it."""
    return "/".join(_shown(step) for step in steps)


def _fault(code: str, path: str, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(Location(path), code, Severity.ERROR, message, hint)


def scan(data: Path, *, skip: frozenset[str] = frozenset()) -> Iterator[DataFile | Diagnostic]:
    """Yield every file of the knowledge base below `data`, and what hinders reading others.

    Files named in `skip` (relative to `data`) are not opened.
    """
    if data.is_symlink():
        yield _fault("YP015", "data", _("data/ is a symbolic link"), _("use a plain folder"))
        return
    yield from _folder(data, "data", (), skip)


def _folder(
    folder: Path, shown: str, steps: tuple[str, ...], skip: frozenset[str]
) -> Iterator[DataFile | Diagnostic]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        message = _("the folder cannot be read: {reason}").format(reason=error.strerror)
        yield _fault("YP012", shown, message, _("check the permissions of the folder"))
        return
    kept = _kept(entry.name for entry in entries)
    for entry in entries:
        name = entry.name
        if _is_hidden(name):
            continue
        path = f"{shown}/{_shown(name)}"
        twin = kept[_folded(name)]
        if twin != name:
            message = _("the name differs only by case or accents from {other}").format(
                other=_shown(twin)
            )
            yield _fault("YP014", path, message, _("rename one of the two"))
            continue
        if entry.is_symlink():
            yield _fault("YP015", path, _("a symbolic link is not read"), _("use a plain file"))
        elif entry.is_dir(follow_symlinks=False):
            yield from _subfolder(entry, path, steps, skip)
        elif "/".join((*steps, name)) in skip:
            continue
        else:
            yield from _file(Path(entry.path), name, path, steps)


def _is_hidden(name: str) -> bool:
    """True for what an editor or an operating system leaves behind: it is not data."""
    return name.startswith(".") or name.endswith("~") or (name[:1] == "#" == name[-1:])


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold()


def _kept(names: Iterable[str]) -> dict[str, str]:
    """Return which of the names that collide is read: the one with a name as it should be."""
    kept: dict[str, str] = {}
    for name in names:
        if not _is_hidden(name):
            first = kept.setdefault(_folded(name), name)
            if not _NAME.fullmatch(first) and _NAME.fullmatch(name):
                kept[_folded(name)] = name
    return kept


def _subfolder(
    entry: "os.DirEntry[str]", path: str, steps: tuple[str, ...], skip: frozenset[str]
) -> Iterator[DataFile | Diagnostic]:
    known = (not steps and entry.name in FOLDERS) or (
        len(steps) == 1 and steps[0] in BY_YEAR and _YEAR.fullmatch(entry.name)
    )
    if not known:
        message = _("a folder that does not belong to the knowledge base")
        near = "" if steps else nearest(entry.name, list(FOLDERS))
        hint = _("did you mean {name}?").format(name=quoted(near)) if near else ""
        yield _fault("YP017", path, message, hint or _("move it out of data/"))
        return
    yield from _folder(Path(entry.path), path, (*steps, entry.name), skip)


def _file(
    file: Path, name: str, path: str, steps: tuple[str, ...]
) -> Iterator[DataFile | Diagnostic]:
    _stem, _dot, ending = name.rpartition(".")
    if name == "README.md":
        return
    if ending.lower() in ("yml", "yaml") and ending != "yaml":
        yield _fault("YP016", path, _("the ending must be .yaml"), _("rename the file"))
        return
    if not _NAME.fullmatch(name):
        message = _("a file name may hold only a-z, 0-9, hyphen, underscore and full stop")
        yield _fault("YP013", path, message, _("rename the file"))
        return
    expected = ending == "yaml" and (
        (not steps and (name in ROOT_FILES or name in LIST_FILES))
        or (len(steps) == 1 and steps[0] in FOLDERS and steps[0] not in BY_YEAR)
        or len(steps) == 2
    )
    if not expected:
        message = _("a file that does not belong to the knowledge base")
        yield _fault("YP017", path, message, _("move it out of data/, or correct its place"))
        return
    yield read_bytes(file, path)


def _is_socket(file: Path) -> bool:
    """True for a socket; a file whose state cannot be had is none."""
    try:
        return stat.S_ISSOCK(os.lstat(file).st_mode)
    except OSError:
        return False


def read_bytes(file: Path, path: str) -> DataFile | Diagnostic:
    """Return a plain file's bytes, or the fault that hinders it; links and devices are refused."""
    try:
        handle = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError as error:
        if _is_socket(file):
            return _fault("YP010", path, _("not a plain file"), _("use a plain file"))
        message = _("the file cannot be read: {reason}").format(reason=error.strerror)
        return _fault("YP012", path, message, _("check the permissions of the file"))
    try:
        state = os.fstat(handle)
        if not stat.S_ISREG(state.st_mode):
            return _fault("YP010", path, _("not a plain file"), _("use a plain file"))
        if state.st_size > MAX_BYTES:
            message = _("the file is too large (the limit is 1 MiB)")
            return _fault("YP011", path, message, _("split it, or move attachments elsewhere"))
        with os.fdopen(os.dup(handle), "rb") as stream:
            return DataFile(path, stream.read(MAX_BYTES + 1))
    except OSError as error:
        message = _("the file cannot be read: {reason}").format(reason=error.strerror)
        return _fault("YP012", path, message, _("check the disk and the permissions"))
    finally:
        os.close(handle)
