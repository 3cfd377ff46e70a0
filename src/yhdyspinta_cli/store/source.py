"""What the files of a knowledge base come from: a folder, a git tree, an index, memory.

A source lists and hands out; it judges no name and no place (`files` does) and parses nothing
(`load` does). So a file at an old revision is read by the same rules as one on the disk.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

from yhdyspinta_cli.frozen import frozen

Steps = tuple[str, ...]
"""A place below `data`: ``("measures", "e1.yaml")``; ``()`` is `data` itself.

A name that is not UTF-8 is as `os.fsdecode` gives it, whatever the source.
"""


class EntryKind(Enum):
    """What stands under a name. The modes of a git tree: 100644 and 100755 are files, 040000 a
    folder, 120000 a link, 160000 (a submodule) something else."""

    FILE = auto()
    FOLDER = auto()
    LINK = auto()
    OTHER = auto()


class Obstacle(Enum):
    """Why an entry cannot be had."""

    IS_LINK = auto()
    NOT_PLAIN = auto()
    TOO_LARGE = auto()
    NOT_OPENED = auto()
    NOT_READ = auto()


class UnreadableError(Exception):
    """A file or a folder cannot be had; `reason` is the system's own word, where it has one."""

    def __init__(self, obstacle: Obstacle, reason: str = "") -> None:
        super().__init__(reason or obstacle.name)
        self.obstacle = obstacle
        self.reason = reason


def stamped(state: os.stat_result) -> tuple[str, int]:
    """Return the fields of the `Stamp` of a file of this state.

    To make a `Stamp` of each of 10,000 files as well took a fortieth of `yp validate`.
    """
    written, changed = state.st_mtime_ns, state.st_ctime_ns
    text = f"{state.st_size} {written} {changed} {state.st_ino}"
    return text, changed if changed > written else written


class Stamp(NamedTuple):
    """What differs once a file is another, and when it was last changed, in nanoseconds.

    Empty and 0 where nothing tells it. The change of a file's state counts as well as that of its
    content: it tells also of contents that were put back under their old times.
    """

    text: str = ""
    changed: int = 0

    @classmethod
    def of(cls, state: os.stat_result) -> "Stamp":
        """Return the stamp of a file of this state."""
        return cls(*stamped(state))


class Stamps(NamedTuple):
    """The text of the stamp of each file by its path, and the first and the last of the changes."""

    texts: dict[str, str]
    first: int = 0
    last: int = 0


@frozen
class SourceEntry:
    """One name in a folder of a source.

    `read` gives the bytes of a file, each time anew, and raises `UnreadableError`. `state` is
    what the disk tells of the file without opening it (None where there is no disk).
    """

    name: str
    kind: EntryKind
    read: Callable[[], bytes]
    state: Callable[[], os.stat_result] | None = None

    def stamp(self) -> Stamp:
        """Return what the disk tells of the file without opening it."""
        try:
            state = self.state() if self.state is not None else None
        except OSError:
            state = None
        return Stamp.of(state) if state is not None else Stamp()


@frozen
class Revision:
    """The commit whose files were read, and the day on which it was made, as the region has it."""

    commit: str
    day: date

    @property
    def short(self) -> str:
        """Twelve letters of the commit: enough to find it, short enough to be read."""
        return self.commit[:12]


class Source(Protocol):
    """Where the files of one knowledge base are."""

    @property
    def root(self) -> Path:
        """The folder for which it stands: what is shown, and where a commit would be made."""

    def entries(self, folder: Steps) -> Iterable[SourceEntry]:
        """Return what stands in a folder, in any order; raises `UnreadableError`."""


class MemorySource:
    """Files that are nowhere on the disk: their places below `data` with their bytes."""

    def __init__(self, files: Mapping[str, bytes], root: Path = Path()) -> None:
        self.root = root
        self._files = {tuple(name.split("/")): raw for name, raw in files.items()}

    def entries(self, folder: Steps) -> Iterable[SourceEntry]:
        """Yield the files and folders below a folder."""
        depth = len(folder)
        folders: set[str] = set()
        for steps, raw in self._files.items():
            if steps[:depth] != folder:
                continue
            name = steps[depth]
            if len(steps) == depth + 1:
                yield SourceEntry(name, EntryKind.FILE, partial(bytes, raw))
            elif name not in folders:
                folders.add(name)
                yield SourceEntry(name, EntryKind.FOLDER, not_a_file)


def not_a_file() -> bytes:
    """Refuse to read what is no file."""
    raise UnreadableError(Obstacle.NOT_PLAIN)
