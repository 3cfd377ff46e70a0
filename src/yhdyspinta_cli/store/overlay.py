"""A knowledge base as it will be: its files, and others over them that are nowhere yet."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from yhdyspinta_cli.store.source import (
    EntryKind,
    MemorySource,
    Source,
    SourceEntry,
    Steps,
    UnreadableError,
)


class OverlaySource:
    """The files of another source, but these bytes for those that are named; some are new.

    Names are those from below `data` on: ``measures/ruoka-apu.yaml``.
    """

    def __init__(self, below: Source, files: Mapping[str, bytes]) -> None:
        self._below = below
        self._over = MemorySource(files)

    @property
    def root(self) -> Path:
        """The folder of the source below."""
        return self._below.root

    def entries(self, folder: Steps) -> Iterable[SourceEntry]:
        """Return what will stand in a folder; raises `UnreadableError` as the source below."""
        over = {entry.name: entry for entry in self._over.entries(folder)}
        try:
            below = {entry.name: entry for entry in self._below.entries(folder)}
        except UnreadableError:
            # A folder that is new, too.
            if not over:
                raise
            below = {}
        new = {
            name: one
            for name, one in over.items()
            if name not in below or one.kind is EntryKind.FILE
        }
        return {**below, **new}.values()
