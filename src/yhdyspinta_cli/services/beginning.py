"""A knowledge base where there was none: all of its files, or nothing.

What stands in the folder is never written over. Every file but the agreement's is written before
it: a folder that has it is whole, and one that lacks it can be begun again.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from yhdyspinta_cli import base_folder, store
from yhdyspinta_cli.diagnostic import UserError, visible
from yhdyspinta_cli.language import plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.output import schemas
from yhdyspinta_cli.services import begin_files, begin_origin, opening
from yhdyspinta_cli.services.begin_files import BaseWish
from yhdyspinta_cli.services.clock import Clock
from yhdyspinta_cli.services.voice import Voice
from yhdyspinta_cli.store import atomic, lock
from yhdyspinta_cli.store.folder import FolderSource
from yhdyspinta_cli.store.overlay import OverlaySource

_SHOWN = 5


def refuse_inside(folder: Path) -> None:
    """Refuse (exit 4) a folder below that of a knowledge base, or one that is no folder."""
    if folder.exists() and not folder.is_dir():
        raise UserError(
            _("{path} is not a folder; nothing was written").format(path=visible(str(folder))),
            exit_code=4,
        )
    above = base_folder.nearest(folder.resolve().parent)
    if above is not None:
        raise UserError(
            _("the knowledge base of {above} holds here, too; nothing was written").format(
                above=visible(str(above))
            ),
            exit_code=4,
            hint=_("begin another beside it, in a folder that is not below it"),
        )


def is_whole(folder: Path) -> bool:
    """Tell whether a knowledge base stands in the folder, begun to its end."""
    return (folder / begin_files.AGREEMENT).exists()


def run(folder: Path, wish: BaseWish, *, here: Path, clock: Clock, voice: Voice) -> None:
    """Write the files of a new knowledge base into a folder; their paths are the answer.

    Raises UserError, nothing being written: exit 1 or 2 where the wish makes no sound data, 4
    where a file would be written over or a knowledge base stands above, 3 where the disk refuses.
    """
    refuse_inside(folder)
    files = begin_files.of_wish(wish, voice)
    _refuse_taken(folder, files)
    _judge(folder, files, clock)
    made = _made_folders(folder)
    try:
        with lock.locked(folder):
            missing = {path: raw for path, raw in files.items() if not (folder / path).exists()}
            _write(folder, missing)
    except BaseException:
        _remove_empty(made)
        raise
    prefix = opening.prefix(folder, here)
    voice.out("".join(f"{prefix}{path}\n" for path in dict.fromkeys(map(_told, missing))))
    if len(missing) < len(files):
        voice.tell(
            plural(
                "yp: {n} file was there already, the same",
                "yp: {n} files were there already, the same",
                len(files) - len(missing),
            )
        )
    if not begin_origin.of_program():
        voice.tell(
            _("yp: write into {files} where yp is installed from: YP").format(
                files=", ".join(begin_files.CHECKING)
            )
        )


def _told(path: str) -> str:
    """Return what is told of a written file: of the schemas their folder."""
    return f"{schemas.FOLDER}/" if path.startswith(f"{schemas.FOLDER}/") else path


def _refuse_taken(folder: Path, files: Mapping[str, bytes]) -> None:
    """Refuse (exit 4) to write over what stands in the folder and is not the same."""
    taken = [
        path
        for path, raw in files.items()
        if os.path.lexists(folder / path) and not _is_same(folder / path, raw)
    ]
    if not taken:
        return
    shown = ", ".join(taken[:_SHOWN]) + (" …" if len(taken) > _SHOWN else "")
    raise UserError(
        plural(
            "{n} file is there already, and is another: {paths}; nothing was written",
            "{n} files are there already, and are others: {paths}; nothing was written",
            len(taken),
        ).format(paths=shown),
        exit_code=4,
        hint=_("take them away, or begin in an empty folder: yp init FOLDER"),
    )


def _is_same(path: Path, raw: bytes) -> bool:
    try:
        return path.is_file() and not path.is_symlink() and path.read_bytes() == raw
    except OSError:
        return False


def _judge(folder: Path, files: Mapping[str, bytes], clock: Clock) -> None:
    """Refuse (exit 4) files with which the data of the folder would have an error."""
    data = {
        path.removeprefix("data/"): raw for path, raw in files.items() if path.startswith("data/")
    }
    loaded = store.load(OverlaySource(FolderSource(folder), data))
    opening.refuse_errors(opening.errors(loaded, clock.today(loaded.kb)), exit_code=4)


def _made_folders(folder: Path) -> list[Path]:
    """Make the folder where it is missing; return what was made, the innermost first."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            _("{path} cannot be made: {reason}; nothing was written").format(
                path=visible(str(folder)), reason=error.strerror
            ),
            exit_code=3,
        ) from error
    return missing


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Create all files; where one cannot be, those before it are taken back."""
    created: list[Path] = []
    made = {
        parent
        for path in files
        for parent in (folder / path).parents
        if parent != folder and folder in parent.parents and not parent.exists()
    }
    try:
        atomic.sweep(folder / "data")
        for path, raw in files.items():
            created.append(folder / path)
            atomic.create(folder, path, raw)
    except BaseException:
        for one in created:
            with suppress(OSError):
                # The last may be another's, which came in between.
                if _is_same(one, files[one.relative_to(folder).as_posix()]):
                    one.unlink()
        _remove_empty(sorted(made, key=lambda one: -len(one.parts)))
        raise


def _remove_empty(folders: list[Path]) -> None:
    for one in folders:
        with suppress(OSError):
            (one / lock.NAME).unlink(missing_ok=True)
            one.rmdir()
