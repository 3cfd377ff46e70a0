"""Records that are new, into the files where they belong: a file each, or the end of a list."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.document import append
from yhdyspinta_cli.document.write import UnwritableError
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.catalogue import LIST_FILES
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.store import atomic
from yhdyspinta_cli.store.folder import FolderSource
from yhdyspinta_cli.store.write import NewFile


def list_of(kind: type[Record]) -> tuple[str, str]:
    """Return the file below `data` in which records of a kind are listed, and the list's key."""
    return next(
        (name, key) for name, lists in LIST_FILES.items() for key in lists if lists[key] is kind
    )


def files(folder: Path, kind: type[Record], new: Sequence[NewFile]) -> dict[str, bytes]:
    """Return the bytes of each file that is new or longer, by its path from below `data` on.

    Raises UserError (exit 4) where a list cannot be added to in the form it has.
    """
    found = {one.path.removeprefix("data/"): one.raw for one in new if one.path}
    items = [one.tree.plain() for one in new if not one.path]
    if items:
        name, key = list_of(kind)
        found[name] = appended(folder, name, key, items)
    return {name: headed(folder, name, raw) for name, raw in found.items()}


def appended(folder: Path, name: str, key: str, items: list[Any]) -> bytes:
    """Return a file below `data`, there or not, with items at the end of one of its lists.

    Raises UserError (exit 4) where the list cannot be added to in the form it has.
    """
    is_there = (folder / "data" / name).exists()
    raw = FolderSource(folder).read(tuple(name.split("/"))) if is_there else b""
    try:
        return append.appended(raw, key, items)
    except UnwritableError as error:
        raise UserError(
            _("nothing can be added to {path} in the form it has; nothing was written").format(
                path=f"data/{name}"
            ),
            exit_code=4,
            hint=_(
                "write the list '{key}' with a dash before each item: yp fmt {path} does it"
            ).format(key=key, path=f"data/{name}"),
        ) from error


def headed(folder: Path, name: str, raw: bytes) -> bytes:
    """Return a file; one that is new names its schema first, where the knowledge base keeps it."""
    from yhdyspinta_cli.output import schemas

    path = f"data/{name}"
    kept = folder / schemas.FOLDER / schemas.file_name(schemas.name_of(path))
    is_new = not (folder / path).exists()
    return schemas.modeline(path).encode() + raw if is_new and kept.is_file() else raw


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files; where one cannot be, those before it are taken back.

    Raises UserError: exit 3 where the disk refuses, 4 where a name is taken.
    """
    created: list[Path] = []
    try:
        for name, raw in files.items():
            path = folder / "data" / name
            if path.exists():
                atomic.replace(path, raw)
            else:
                atomic.create(folder, f"data/{name}", raw)
                created.append(path)
    except OSError as error:
        _take_back(created)
        raise UserError(
            _("{path} cannot be written: {reason}; nothing was changed").format(
                path=f"data/{name}", reason=error.strerror
            ),
            exit_code=3,
        ) from error
    except BaseException:
        _take_back(created)
        raise


def _take_back(created: list[Path]) -> None:
    for path in created:
        with suppress(OSError):
            path.unlink()
