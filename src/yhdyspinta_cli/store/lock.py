"""One writer at a time: a lock of filelock's, on a file that no `git add` can pick up.

It lies in git's own folder where there is one and stays there; else it is an empty `.yp.lock`
beside `data/`, which goes when the lock is let go (not on Windows, which deletes no open file).
The kernel releases it with the process, however that ends. On a network drive it may hold on one
machine only: the exclusive creation of the record's file still protects.
"""

import errno
import hashlib
import os
import re
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from filelock import lock_descriptor

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.store import git_folder, user_folder

NAME, IN_GIT = ".yp.lock", "yp.lock"
PATIENCE = 60.0
"""How many seconds to wait for another writer."""

_CLOEXEC = getattr(os, "O_CLOEXEC", 0)
_PLAIN = (
    os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | _CLOEXEC | getattr(os, "O_NONBLOCK", 0)
)  # Windows has none of the three


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the lock of the knowledge base in `root`, in a repository that of the repository.

    Raises UserError: exit 4 where another process still holds it after a minute, exit 3 where
    the lock file cannot be opened.
    """
    path = root / NAME
    handle, is_in_git = _open(root, path)
    is_held = False
    try:
        _wait(handle, path)
        while not is_in_git and not _is_at(path, handle):
            # Who held it before has removed the file: the lock is on another now.
            os.close(handle)
            handle, is_in_git = _open(root, path)
            _wait(handle, path)
        is_held = True
        if is_in_git:
            _sign(handle)
        yield
    finally:
        with suppress(OSError):
            if is_held and not is_in_git and _is_at(path, handle):
                path.unlink()
        with suppress(OSError):
            os.close(handle)


def _open(root: Path, path: Path) -> tuple[int, bool]:
    """Return the open lock, and whether it lies in git's own folder."""
    try:
        in_git = _opened_in_git(root)
        return (_opened(path), False) if in_git is None else (in_git, True)
    except OSError as error:
        raise UserError(
            _("{path} cannot be opened: {reason}; nothing was written").format(
                path=path, reason=error.strerror
            ),
            exit_code=3,
        ) from error


def _is_at(path: Path, handle: int) -> bool:
    """Return whether the open file is still the one of this name."""
    try:
        return os.path.samestat(path.lstat(), os.fstat(handle))
    except FileNotFoundError:
        return False


@contextmanager
def folder(path: Path, environment: Mapping[str, str]) -> Iterator[None]:
    """Hold a folder of files that are written anew together; nothing in it tells of it.

    Where the file system has no lock for a folder (some network drives) nothing is held; the
    environment tells where the user's caches are. Raises UserError (exit 4) where another process
    still holds it after a minute; OSError.
    """
    handle = _opened_folder(path, environment)
    try:
        try:
            is_held = _held(handle)
        except OSError:
            is_held = True
        if not is_held:
            raise _busy(handle)
        yield
    finally:
        with suppress(OSError):
            os.close(handle)


def _opened_in_git(root: Path) -> int | None:
    """Return the open lock in git's own folder; None where there is none, or none to write in."""
    place = git_folder.of(root)
    if place is None:
        return None
    try:
        return _opened(place / IN_GIT)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT):
            return None
        raise


def _opened_folder(path: Path, environment: Mapping[str, str]) -> int:
    directory = getattr(os, "O_DIRECTORY", None)
    if directory is not None:
        return os.open(path, os.O_RDONLY | directory | _CLOEXEC)
    # Windows opens no folder: a file beside the user's caches stands for it.
    caches = user_folder.caches(environment)
    locks = caches.with_name(f"{caches.name}-locks")
    locks.mkdir(parents=True, exist_ok=True)
    return _opened(locks / hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32])


def _opened(path: Path) -> int:
    """Return the open lock file; another user's, which may only be read, locks as well."""
    try:
        return os.open(path, _PLAIN | os.O_RDWR, 0o666)
    except PermissionError:
        return os.open(path, _PLAIN | os.O_RDONLY, 0o666)


def _wait(handle: int, path: Path) -> None:
    try:
        is_held = _held(handle)
    except OSError as error:
        raise UserError(
            _("{path} cannot be locked: {reason}; nothing was written").format(
                path=path, reason=error.strerror
            ),
            exit_code=3,
        ) from error
    if not is_held:
        raise _busy(handle)


def _held(handle: int) -> bool:
    """Return whether the lock was had in time; raises OSError."""
    end = time.monotonic() + PATIENCE
    while not lock_descriptor(handle, blocking=False):
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def _busy(handle: int) -> UserError:
    return UserError(
        _("another yp ({holder}) is writing; nothing was written").format(holder=_holder(handle)),
        exit_code=4,
        hint=_("try again in a moment"),
    )


def _sign(handle: int) -> None:
    """Write who holds the lock; where that fails, the lock holds all the same."""
    words = f"pid {os.getpid()}, since {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}\n"
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, words.encode())


def _holder(handle: int) -> str:
    """Return who signed the lock, where that may be read: on Windows only the holder may."""
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        words = os.read(handle, 100).decode("ascii", "replace").strip()
    except OSError:
        words = ""
    return words if re.fullmatch(r"pid [0-9]+, since [0-9TZ:-]+", words) else _("unknown")
