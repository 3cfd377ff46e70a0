"""Versions of files that are kept for the next run, by the ids of their blobs.

A version never changes. Of one whose records were asked for these are kept, of another one, and of
one with a fault, its text: git need not be asked again. They stand in a file beside the cache of
the knowledge base, believed as that is (`cache`).
"""

import json
from collections.abc import Callable
from pathlib import Path

from yhdyspinta_cli.model.own_words import OwnWords
from yhdyspinta_cli.store import cache, record_json
from yhdyspinta_cli.store.cache import Cache
from yhdyspinta_cli.store.versions import KeptVersion, Version

MAX_KEPT = 64 * 2**20
"""The most that the versions of one knowledge base may take, in bytes."""


class VersionCache:
    """The versions that are kept of one knowledge base; without a cache none.

    A key tells the blob, the path at which it was read, and what words of its own meant.
    """

    def __init__(self, kept: Cache | None) -> None:
        self._file: Path | None = kept.file.with_suffix(".versions") if kept else None
        self._lines = _recalled(self._file)
        self._used: dict[bytes, bytes] = {}
        self._is_more = False

    def version(
        self, key: bytes, path: str, own: OwnWords, instead: Callable[[], Version]
    ) -> Version | None:
        """Return a version that an earlier run has kept; `instead` is asked where it is broken."""
        told = self._lines.get(key)
        if told is None:
            return None
        self._used[key] = told
        return KeptVersion(path, own, told, instead)

    def has(self, key: bytes) -> bool:
        """True where an earlier run has kept a version."""
        return key in self._lines

    def take(self, key: bytes, version: Version) -> None:
        """Keep a version of which no more is wanted now, as far as it was read."""
        if self._file is None or version.is_kept:
            return
        if version.is_read and not version.fault:
            # Where in the file a record stood is asked by nobody.
            told = record_json.told([((), record) for record in version.records.values()])
        elif key not in self._used and version.text is not None:
            told = json.dumps(version.text, ensure_ascii=False)
        else:
            return
        self._used[key] = told.encode()
        self._is_more = True

    def save(self) -> None:
        """Write what is kept for the next run, what was asked for now before all else."""
        if self._file is None or not self._is_more:
            return
        lines, taken = [], 0
        others = {key: told for key, told in self._lines.items() if key not in self._used}
        for key, told in {**self._used, **others}.items():
            line = key + b"\t" + told
            taken += len(line) + 1
            if taken > MAX_KEPT:
                break
            lines.append(line)
        cache.put(self._file, b"\n".join(lines))


def _recalled(file: Path | None) -> dict[bytes, bytes]:
    if file is None:
        return {}
    try:
        told = cache.believed(file)
        split = (line.partition(b"\t") for line in told.split(b"\n"))
        return {key: kept for key, tab, kept in split if tab}
    except (OSError, ValueError):
        return {}
