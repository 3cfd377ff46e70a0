"""The bytes of a file that somebody named: a plain one, no larger than the limit."""

import os
import stat
from pathlib import Path

from yhdyspinta_cli.diagnostic import UserError, visible
from yhdyspinta_cli.exchange.limits import MAX_FILE
from yhdyspinta_cli.exchange.refusal import UnfitFileError, too_much
from yhdyspinta_cli.language import text as _

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    # To open a pipe that nobody writes to would wait for ever.
    | getattr(os, "O_NONBLOCK", 0)
)


def content(path: Path) -> bytes:
    """Return the bytes of a plain file; a link to one is followed.

    Raises UserError (exit 4 where there is no such file, 3 where it cannot be read) and
    UnfitFileError for a folder, a pipe, an empty file, and one that is too large.
    """
    try:
        handle = os.open(path, _FLAGS)
    except FileNotFoundError as error:
        raise UserError(
            _("there is no file {path}").format(path=visible(str(path))),
            exit_code=4,
            hint=_("give the path of the file, from the folder you are in"),
        ) from error
    except OSError as error:
        raise _unreadable(path, error) from error
    try:
        state = os.fstat(handle)
        if stat.S_ISDIR(state.st_mode):
            raise UnfitFileError(_("this is a folder"), _("give the path of a file in it"))
        if not stat.S_ISREG(state.st_mode):
            raise UnfitFileError(_("this is not a plain file"), _("give the path of a saved file"))
        if state.st_size > MAX_FILE:
            raise _too_large()
        with os.fdopen(handle, "rb", closefd=False) as stream:
            raw = stream.read(MAX_FILE + 1)
    except OSError as error:
        raise _unreadable(path, error) from error
    finally:
        os.close(handle)
    if len(raw) > MAX_FILE:
        raise _too_large()
    if not raw:
        raise UnfitFileError(_("the file is empty"), _("save the table anew, and try again"))
    return raw


def _unreadable(path: Path, error: OSError) -> UserError:
    return UserError(
        _("{path} cannot be read: {reason}").format(
            path=visible(str(path)), reason=error.strerror or str(error)
        ),
        exit_code=3,
        hint=_("check the permissions of the file, and that no program keeps it to itself"),
    )


def _too_large() -> UnfitFileError:
    return too_much(
        _("the file is too large (the limit is {n} MB)").format(n=MAX_FILE // (1024 * 1024))
    )
