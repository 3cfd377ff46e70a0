"""The files of a commit as a source: git lists them and hands them out, the work tree is let be.

All bytes are asked for at once, in the one `git cat-file --batch` that takes a quarter of the time
of a process a file.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from pathlib import Path

from yhdyspinta_cli.diagnostic import UserError, visible
from yhdyspinta_cli.document.limits import MAX_BYTES
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.history import program
from yhdyspinta_cli.history.revision import unread
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.store.source import (
    EntryKind,
    Obstacle,
    SourceEntry,
    Steps,
    UnreadableError,
    not_a_file,
)

DATA = "data"
_AGREEMENT = "agreement.yaml"
KINDS = {
    "100": EntryKind.FILE,
    "040": EntryKind.FOLDER,
    "120": EntryKind.LINK,
    "160": EntryKind.OTHER,
}
"""The beginnings of the modes of a git tree; of a file the rest says whether it can be run."""

_MOST_PLACES = 3


@frozen
class Listed:
    """What a commit has under a name: steps from `data` on, kind, id of its bytes, their number."""

    steps: Steps
    kind: EntryKind
    id: str
    size: int


class TreeSource:
    """The files of a commit below `data`, as they were listed; read when the first is asked for."""

    def __init__(self, root: Path, listed: Iterable[Listed]) -> None:
        self.root = root
        self._listed = tuple(listed)

    def entries(self, folder: Steps) -> Iterable[SourceEntry]:
        """Return what stands in a folder; raises `UnreadableError`."""
        if not folder and any(
            one.steps == () and one.kind is EntryKind.LINK for one in self._listed
        ):
            raise UnreadableError(Obstacle.IS_LINK)
        return self._folders.get(folder, [])

    @cached_property
    def _folders(self) -> dict[Steps, list[SourceEntry]]:
        folders: dict[Steps, list[SourceEntry]] = {}
        for one in self._listed:
            if one.steps:
                read = partial(self._read, one) if one.kind is EntryKind.FILE else not_a_file
                entry = SourceEntry(one.steps[-1], one.kind, read)
                folders.setdefault(one.steps[:-1], []).append(entry)
        return folders

    def _read(self, one: Listed) -> bytes:
        if one.size > MAX_BYTES:
            raise UnreadableError(Obstacle.TOO_LARGE)
        if one.id not in self._bytes:
            raise UnreadableError(Obstacle.NOT_READ, _("git has lost its content"))
        return self._bytes[one.id]

    @cached_property
    def _bytes(self) -> dict[str, bytes]:
        """The bytes of every file that is not too large, by their ids. Raises UserError."""
        files = (one for one in self._listed if one.kind is EntryKind.FILE)
        wanted = dict.fromkeys(one.id for one in files if one.size <= MAX_BYTES)
        asked = "".join(f"{one}\n" for one in wanted)
        ran = program.run(self.root, "cat-file", "--batch", told=asked.encode())
        if ran.code:
            raise unread(ran)
        return dict(_parts(ran.raw))


def source(
    root: Path, commit: str, shown: str, *, keep: Callable[[Steps], bool] = lambda _steps: True
) -> TreeSource:
    """Return the files that a commit (told as `shown`) has in the `data` of the folder `root`.

    Those that are not to be kept are never read. Raises UserError: exit 2 where there was no
    knowledge base in that folder, exit 3 where it was a submodule or git cannot tell.
    """
    listed = [one for one in files(root, commit) if keep(one.steps)]
    data = next((one.kind for one in listed if one.steps == ()), None)
    if data is EntryKind.OTHER:
        raise UserError(
            _("at revision {revision} data/ is a submodule: its history is its own").format(
                revision=shown
            ),
            exit_code=3,
        )
    # A link is a fault of the data as it is in a folder.
    if data is not EntryKind.LINK and all(one.steps != (_AGREEMENT,) for one in listed):
        raise UserError(
            _("no knowledge base at revision {revision}: {path} is missing").format(
                revision=shown, path=f"{DATA}/{_AGREEMENT}"
            ),
            hint=_elsewhere(root, commit),
        )
    return TreeSource(root, listed)


def files(root: Path, commit: str, below: Steps = ()) -> Iterator[Listed]:
    """Yield what a commit has at a place and below it: files, folders, links and submodules.

    Raises UserError (exit 3) where git cannot tell.
    """
    place = "/".join((DATA, *below))
    ran = program.run(root, "ls-tree", "-r", "-t", "-z", "--long", commit, "--", place)
    if ran.code:
        raise unread(ran)
    for line in filter(None, ran.raw.split(b"\0")):
        told, _tab, path = line.partition(b"\t")
        mode, _kind, key, size = told.decode("ascii").split()
        first, *rest = os.fsdecode(path).split("/")
        if first != DATA:
            continue  # Run in a subfolder, git lists the folders that lead to it as well: ``./``.
        steps = tuple(rest)
        # A folder has no size ("-"), and what git has lost a "BAD" one.
        yield Listed(steps, KINDS[mode[:3]], key, int(size) if size.isdecimal() else 0)


def has_changed(root: Path, commit: str, until: str | None, folders: Iterable[str]) -> bool:
    """Return whether a file that a commit has in folders of the data is another, or gone, since.

    In the commit `until`, without one in the folder itself. Raises UserError (exit 3) where git
    cannot tell.
    """
    asked = ("diff", "--name-only", "--no-ext-diff", "--no-renames", "--diff-filter=MDT", "-z")
    commits = (commit,) if until is None else (commit, until)
    ran = program.run(root, *asked, *commits, "--", *(f"{DATA}/{one}" for one in folders))
    if ran.code:
        raise unread(ran)
    return bool(ran.raw)


def _elsewhere(root: Path, commit: str) -> str:
    """Return where a commit has agreements, in words; empty where it has none."""
    ran = program.run(root, "ls-tree", "-r", "-z", "--name-only", "--full-tree", commit)
    places = [
        Path(path).parent.as_posix()
        for path in ran.out.split("\0")
        if Path(path).name == _AGREEMENT
    ]
    if not places:
        return ""
    return _("in that revision {file} stands in {folders}").format(
        file=_AGREEMENT, folders=", ".join(visible(f"{one}/") for one in places[:_MOST_PLACES])
    )


def _parts(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the ids and bytes that `cat-file --batch` wrote; what is missing is left out."""
    begin = 0
    while begin < len(raw):
        end = raw.index(b"\n", begin)
        key, told, *size = raw[begin:end].decode("ascii").split()
        begin = end + 1
        if size and told == "blob":
            yield key, raw[begin : begin + int(size[0])]
            begin += int(size[0]) + 1
