"""A folder that is written: which files of it are this program's own, how they are written anew.

A list in the folder tells the digest of each file that was written there (`own_list`). A file is
the program's own only while it has that digest: what somebody has changed by hand since is theirs.
The list is written twice: first with what may stand there until all is done, then with what does.
A run that is broken off in between is finished by the next.
"""

import os
import stat
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.store import atomic, file_names, lock, own_list, temporary
from yhdyspinta_cli.store.own_list import Digests, Maker

_NO_FILE_OF_OTHERS = frozenset({".git", ".ds_store"})
"""What may lie in an empty folder: of a branch for pages git's own, what Finder leaves."""

_TOGETHER = 8
"""How many files are on their way to the disk at once: a disk confirms many as fast as one."""


@frozen
class Written:
    """How many files were written and how many were the same already.

    `removed` are files that are no more, `left` those of them that somebody has changed.
    """

    changed: int
    same: int
    removed: tuple[str, ...]
    left: tuple[str, ...]


@frozen
class _Plan:
    """What is to be done: digests wanted, digests found, which listed files are no more."""

    wanted: dict[str, str]
    found: dict[str, str | None]
    stale: tuple[str, ...]
    own: tuple[str, ...]


def put(
    maker: Maker,
    folder: Path,
    made: Mapping[str, bytes],
    environment: Mapping[str, str],
    *,
    of: str,
    ending: str = "",
) -> Written:
    """Write files of an agreement (`of`), by their paths below a folder, made where it is missing.

    Files of that ending (of all where it is empty) that were written earlier and are not among
    them are removed, unless somebody has changed them, and the folders that this empties. The
    environment tells where locks are on Windows. Raises UserError, nothing written: exit 4 for a
    link, for a file that is not the program's own, for a folder of another agreement and, where the
    maker writes alone, for a folder of others; exit 3 for a fault of the system.
    """
    own_list.refuse_paths(maker, made)
    _refuse_folder(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Under the lock no other run is writing: what is temporary was left by one that is dead.
        with lock.folder(folder, environment):
            return _written(maker, folder, made, of, ending)
    except OSError as error:
        raise UserError(
            _("{path} cannot be written: {reason}").format(path=folder, reason=error.strerror),
            exit_code=3,
        ) from error


def _written(
    maker: Maker, folder: Path, made: Mapping[str, bytes], of: str, ending: str
) -> Written:
    known = own_list.read(maker, folder)
    if known is None:
        _refuse_others(maker, folder)
    else:
        _refuse_other(folder, known.of, of)
    listed = known.files if known is not None else {}
    plan = _plan(folder, made, listed, ending)
    ways = _ways((*made, *listed))
    _refuse_links(folder, ways)
    _refuse_files(maker, folder, _ways(made), plan.own)
    for path in made:
        _refuse_foreign(maker, folder, path, listed.get(path, []), plan)
    changed = [path for path in sorted(made) if plan.found[path] != plan.wanted[path]]
    left = [path for path in plan.stale if path not in plan.own and os.path.lexists(folder / path)]
    _sweep(folder, ways)
    if changed or plan.own:
        # Until all is written each file may be the old one or the new one.
        both = {path: sorted({*listed.get(path, []), new}) for path, new in plan.wanted.items()}
        own_list.write(maker, folder, of, listed | both)
    # First, so that a file may stand where there was a folder, and the other way round.
    for path in plan.own:
        (folder / path).unlink(missing_ok=True)
    _remove_emptied(folder, plan.stale)
    _write(folder, {path: made[path] for path in changed})
    others = {path: digests for path, digests in listed.items() if path not in plan.stale}
    own_list.write(maker, folder, of, others | {path: [one] for path, one in plan.wanted.items()})
    return Written(len(changed), len(made) - len(changed), plan.own, tuple(left))


def _write(folder: Path, made: Mapping[str, bytes]) -> None:
    """Write files, each whole; raises OSError."""
    for way in _ways(made):
        (folder / way).mkdir(exist_ok=True)
    with ThreadPoolExecutor(_TOGETHER) as pool:
        for _done in pool.map(lambda path: atomic.replace(folder / path, made[path]), made):
            pass


def _plan(folder: Path, made: Mapping[str, bytes], listed: Digests, ending: str) -> _Plan:
    found = {path: own_list.digest_of(folder / path) for path in {*made, *listed}}
    stale = tuple(path for path in listed if path.endswith(ending) and path not in made)
    return _Plan(
        wanted={path: own_list.digest(path, raw) for path, raw in made.items()},
        found=found,
        stale=stale,
        own=tuple(path for path in stale if found[path] in listed[path]),
    )


def _ways(paths: Iterable[str]) -> list[str]:
    """Return the folders on the way to files, the outer ones first."""
    found: set[str] = set()
    for path in paths:
        steps = path.split("/")[:-1]
        found.update("/".join(steps[:end]) for end in range(1, len(steps) + 1))
    return sorted(found)


def _refuse_folder(folder: Path) -> None:
    if _is_link(folder):
        raise _linked(folder)
    if folder.exists() and not folder.is_dir():
        raise UserError(_("{path} is no folder").format(path=quoted(str(folder), 200)), exit_code=4)


def _refuse_others(maker: Maker, folder: Path) -> None:
    """Raise UserError (exit 4) where a folder without a list has files of others."""
    if not maker.alone:
        return
    for entry in sorted(folder.iterdir()):
        name = entry.name.lower()
        if name in _NO_FILE_OF_OTHERS or file_names.is_of_a_system(name):
            continue
        if temporary.is_temporary(name) and not entry.is_dir():
            continue
        raise UserError(
            _("{path} has files that {command} did not write; nothing was written").format(
                path=quoted(str(folder), 200), command=maker.command
            ),
            exit_code=4,
            hint=_("name an empty folder, or one that is not there yet"),
        )


def _refuse_other(folder: Path, of: str, wanted: str) -> None:
    """Raise UserError (exit 4) where a folder has the files of another agreement."""
    if of not in ("", wanted):
        raise UserError(
            _("{path} has files of another agreement, {of}; nothing was written").format(
                path=quoted(str(folder), 200), of=quoted(of)
            ),
            exit_code=4,
            hint=_("name another folder, or empty this one"),
        )


def _refuse_links(folder: Path, ways: list[str]) -> None:
    for way in ways:
        if _is_link(folder / way):
            raise _linked(folder / way)


def _refuse_files(maker: Maker, folder: Path, ways: list[str], own: tuple[str, ...]) -> None:
    """Raise UserError (exit 4) where a file of others is in the place of a folder."""
    for way in ways:
        path = folder / way
        if os.path.lexists(path) and not path.is_dir() and way not in own:
            raise _foreign(maker, path)


def _refuse_foreign(maker: Maker, folder: Path, name: str, digests: list[str], plan: _Plan) -> None:
    path, found = folder / name, plan.found[name]
    if found is not None and (found in digests or found == plan.wanted[name]):
        return
    if not os.path.lexists(path):
        return
    if found is None and _goes(folder, name, plan):
        return
    if found is not None and digests:
        raise UserError(
            _("{path} was changed after {command} wrote it; nothing was written").format(
                path=quoted(str(path), 200), command=maker.command
            ),
            exit_code=4,
            hint=_("move it away to keep the changes, or delete it"),
        )
    raise _foreign(maker, path)


def _goes(folder: Path, name: str, plan: _Plan) -> bool:
    """Return whether what stands there is a folder that goes with the files of ours in it."""
    path = folder / name
    return (
        path.is_dir()
        and any(one.startswith(f"{name}/") for one in plan.stale)
        and all(
            one.relative_to(folder).as_posix() in plan.own or (one.is_dir() and not _is_link(one))
            for one in path.rglob("*")
        )
    )


def _foreign(maker: Maker, path: Path) -> UserError:
    return UserError(
        _("{path} was not made by {command}; nothing was written").format(
            path=quoted(str(path), 200), command=maker.command
        ),
        exit_code=4,
        hint=_("name another folder, or move it away"),
    )


def _linked(path: Path) -> UserError:
    return UserError(
        _("{path} is a symbolic link").format(path=quoted(str(path), 200)),
        exit_code=4,
        hint=_("use a plain folder"),
    )


def _is_link(path: Path) -> bool:
    # Windows has junctions, too, which Python tells apart from 3.12 on.
    is_junction = getattr(os.path, "isjunction", None)
    return path.is_symlink() or (is_junction is not None and is_junction(path))


def _remove_emptied(folder: Path, gone: Iterable[str]) -> None:
    """Remove the folders of files that are no more, where nothing else is in them."""
    for way in reversed(_ways(gone)):
        with suppress(OSError):
            (folder / way).rmdir()


def _sweep(folder: Path, ways: Iterable[str]) -> None:
    """Delete the temporary files that an interrupted run has left in a folder."""
    for place in ("", *ways):
        for path in (folder / place).glob(f"{temporary.PREFIX}*{temporary.SUFFIX}"):
            with suppress(OSError):
                if stat.S_ISREG(path.lstat().st_mode):
                    path.unlink()
