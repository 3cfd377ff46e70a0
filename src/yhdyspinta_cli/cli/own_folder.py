"""A folder that is written: which files of it are this program's own, how they are written anew.

A list in the folder tells the digest of each file that was written there. A file is the program's
own only while it has that digest: what somebody has changed by hand since is theirs.
"""

import hashlib
import json
import os
import re
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _

_DIGEST = re.compile(r"[0-9a-f]{64}")
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
)

Digests = dict[str, list[str]]
"""The digests a file (its name) may have: one, or that before and that after an interrupted run."""


@frozen
class Maker:
    """Which command writes into a folder, the list it keeps there, the form of its files' names."""

    command: str
    list: str
    file: re.Pattern[str]


REPORTS = Maker("yp report", ".yp-report.json", re.compile(r"(?:index|party-[\w-]+)\.[a-z]+"))
SITE = Maker(
    "yp site", ".yp-site.json", re.compile(r"(?:[a-z0-9-]+/)?[a-z0-9-]+\.(?:html|css|xml|ics)")
)
ROUNDS = Maker("yp round ask", ".yp-round.json", re.compile(r"[\w-]+\.(?:xlsx|eml)"))


@frozen
class Written:
    """How many files were written and how many were the same already.

    `removed` are sheets that are no more, `left` those of them that somebody has changed.
    """

    changed: int
    same: int
    removed: tuple[str, ...]
    left: tuple[str, ...]


def put(maker: Maker, folder: Path, made: Mapping[str, bytes], ending: str = "") -> Written:
    """Write as `write` does; a fault of the system is a UserError (exit 3)."""
    try:
        return write(maker, folder, made, ending)
    except OSError as error:
        raise UserError(
            _("{path} cannot be written: {reason}").format(path=folder, reason=error.strerror),
            exit_code=3,
        ) from error


def write(maker: Maker, folder: Path, made: Mapping[str, bytes], ending: str) -> Written:
    """Write files (by name, all with one ending) into a folder, which is made where it is missing.

    Names may lead into folders below it, with ``/``; without an ending they have any. Sheets of
    that ending that were written earlier and are not among them are removed, unless
    somebody has changed them. A run that is interrupted is finished by the next. Raises UserError,
    nothing written: exit 4 for a link and for a file that is not the program's own; OSError.
    """
    from yhdyspinta_cli.store import lock

    _refuse_folder(folder)
    folder.mkdir(parents=True, exist_ok=True)
    # Under the lock no other run is writing: what is temporary was left by one that is dead.
    with lock.folder(folder, os.environ):
        return _written(maker, folder, made, ending)


def _written(maker: Maker, folder: Path, made: Mapping[str, bytes], ending: str) -> Written:
    listed = _listed(maker, folder)
    for name, raw in made.items():
        _refuse_foreign(maker, folder / name, listed.get(name, []), raw)
    stale = [name for name in listed if name.endswith(ending and f".{ending}") and name not in made]
    own = [name for name in stale if _digest_of(folder / name) in listed[name]]
    left = [name for name in stale if name not in own and os.path.lexists(folder / name)]
    wanted = {name: _digest(name, raw) for name, raw in made.items()}
    changed = [name for name in made if _digest_of(folder / name) != wanted[name]]
    _sweep(folder)
    if changed or own:
        # Until all is written each file may be the old one or the new one.
        both = {name: sorted({*listed.get(name, []), new}) for name, new in wanted.items()}
        _write_list(folder / maker.list, listed | both)
    for name in changed:
        (folder / name).parent.mkdir(exist_ok=True)
        _replace(folder / name, made[name])
    for name in own:
        (folder / name).unlink(missing_ok=True)
    others = {name: found for name, found in listed.items() if name not in stale}
    _write_list(folder / maker.list, others | {name: [digest] for name, digest in wanted.items()})
    return Written(len(changed), len(made) - len(changed), tuple(own), tuple(left))


def _refuse_folder(folder: Path) -> None:
    shown = quoted(str(folder), 200)
    if folder.is_symlink():
        raise UserError(
            _("{path} is a symbolic link").format(path=shown),
            exit_code=4,
            hint=_("use a plain folder"),
        )
    if folder.exists() and not folder.is_dir():
        raise UserError(_("{path} is no folder").format(path=shown), exit_code=4)


def _refuse_foreign(maker: Maker, path: Path, digests: list[str], raw: bytes) -> None:
    if not os.path.lexists(path):
        return
    found = _digest_of(path)
    if found is not None and (found in digests or found == _digest(path.name, raw)):
        return
    shown = quoted(str(path), 200)
    if found is not None and digests:
        raise UserError(
            _("{path} was changed after {command} wrote it; nothing was written").format(
                path=shown, command=maker.command
            ),
            exit_code=4,
            hint=_("move it away to keep the changes, or delete it"),
        )
    raise UserError(
        _("{path} was not made by {command}; nothing was written").format(
            path=shown, command=maker.command
        ),
        exit_code=4,
        hint=_("name another folder, or move it away"),
    )


def _digest(name: str, raw: bytes) -> str:
    """Return the digest of a file; of a text line ends count for nothing: git may change them."""
    is_text = name.endswith((".md", ".html", ".json"))
    return hashlib.sha256(raw.replace(b"\r\n", b"\n") if is_text else raw).hexdigest()


def _digest_of(path: Path) -> str | None:
    """Return the digest of a plain file; None where there is none, or a link or a folder."""
    try:
        handle = os.open(path, _FLAGS)
    except OSError:
        return None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        return None
    with os.fdopen(handle, "rb") as stream:
        return _digest(path.name, stream.read())


def _listed(maker: Maker, folder: Path) -> Digests:
    """Return what the list of a folder tells; raises UserError (exit 4) for one that is not ours.

    Names that no report has are left out: nothing outside the folder is ever spoken of.
    """
    path = folder / maker.list
    if not os.path.lexists(path):
        return {}
    try:
        if path.is_symlink() or not path.is_file():
            raise ValueError
        files = json.loads(path.read_bytes())["files"]
        return {
            name: [digest for digest in digests if _DIGEST.fullmatch(digest)]
            for name, digests in files.items()
            if maker.file.fullmatch(name)
        }
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UserError(
            _("{path} is no list of {command}; nothing was written").format(
                path=quoted(str(path), 200), command=maker.command
            ),
            exit_code=4,
            hint=_("name another folder, or move it away"),
        ) from error


def _write_list(path: Path, digests: Digests) -> None:
    raw = json.dumps({"files": dict(sorted(digests.items()))}, indent=1).encode() + b"\n"
    if _digest_of(path) != _digest(path.name, raw):
        _replace(path, raw)


def _replace(path: Path, raw: bytes) -> None:
    from yhdyspinta_cli.store import atomic

    atomic.replace(path, raw)


def _sweep(folder: Path) -> None:
    """Delete the temporary files that an interrupted run has left in a folder."""
    from yhdyspinta_cli.store import temporary

    for path in folder.glob(f"{temporary.PREFIX}*{temporary.SUFFIX}"):
        with suppress(OSError):
            if stat.S_ISREG(path.lstat().st_mode):
                path.unlink()
