"""One writer at a time: `.yp.lock` beside `data/`, held through flock.

The kernel releases it with the process, however that ends; the file itself stays and says who
holds it. On a network drive flock may hold on one machine only: the exclusive creation of the
record's file still protects.
"""

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _

NAME = ".yp.lock"
PATIENCE = 60.0
"""How many seconds to wait for another writer."""


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the lock of the knowledge base in `root`.

    Raises UserError: exit 4 where another process still holds it after a minute, exit 3 where
    the lock file cannot be opened.
    """
    path = root / NAME
    try:
        handle = _opened(path)
    except OSError as error:
        raise UserError(
            _("{path} cannot be opened: {reason}; nothing was written").format(
                path=path, reason=error.strerror
            ),
            exit_code=3,
        ) from error
    try:
        _wait(handle, path)
        _sign(handle)
        yield
    finally:
        with suppress(OSError):
            os.close(handle)


@contextmanager
def folder(path: Path) -> Iterator[None]:
    """Hold a folder of files that are written anew together; no file tells of it.

    Where the file system has no lock for a folder (some network drives) nothing is held. Raises
    UserError (exit 4) where another process still holds it after a minute; OSError.
    """
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
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


def _opened(path: Path) -> int:
    """Return the open lock file; another user's, which may only be read, locks as well."""
    flags = os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK
    try:
        return os.open(path, flags | os.O_RDWR, 0o666)
    except PermissionError:
        return os.open(path, flags | os.O_RDONLY, 0o666)


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
    # Unix only: imported here, so that questions are answered on other systems.
    import fcntl

    end = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > end:
                return False
            time.sleep(0.02)
        else:
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
    try:
        os.ftruncate(handle, 0)
        os.pwrite(handle, words.encode(), 0)
    except OSError:
        return


def _holder(handle: int) -> str:
    try:
        words = os.pread(handle, 100, 0).decode("ascii", "replace").strip()
    except OSError:
        words = ""
    return words if re.fullmatch(r"pid [0-9]+, since [0-9TZ:-]+", words) else _("unknown")
