"""What the versions of files hold: from the data itself, from the cache, else read from git."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from yhdyspinta_cli.history import blobs
from yhdyspinta_cli.model.agreement import Agreement
from yhdyspinta_cli.model.own_words import NO_WORDS, OwnWords
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import edits
from yhdyspinta_cli.store import Loaded, versions
from yhdyspinta_cli.store.cache import Cache
from yhdyspinta_cli.store.gathered import AGREEMENT
from yhdyspinta_cli.store.version_cache import VersionCache
from yhdyspinta_cli.store.versions import KnownVersion, Version, WrittenVersion


class Wording(NamedTuple):
    """A version that is asked for: its path, its blob, and what own words meant by then.

    For those stands a key that the reader gave.
    """

    path: str
    blob: str
    words: str = ""

    @property
    def key(self) -> bytes:
        """What tells the version from any other in the cache."""
        return os.fsencode(f"{self.blob} {self.words} {self.path}")


class Reader:
    """Gives the versions that are asked for, each read once.

    `same` are the blobs that the files of the data still are: those are not read again.
    """

    def __init__(
        self, root: Path, loaded: Loaded, same: Mapping[str, str], kept: Cache | None
    ) -> None:
        self._root = root
        self._same = same
        self._cache = VersionCache(kept)
        self._meanings = {"": NO_WORDS}
        self._now = self.words(loaded.kb.agreement.own_words)
        self._faults = {one.location.path: versions.told(one) for one in reversed(loaded.faults)}
        self._by_path: dict[str, list[Record]] = {}
        for entry in loaded.kb.entries.values():
            self._by_path.setdefault(entry.path, []).append(entry.record)

    def words(self, own: OwnWords) -> str:
        """Return the key of what own words mean, by which versions are asked for."""
        key = versions.words_key(own)
        self._meanings[key] = own
        return key

    def present(self, path: str) -> Version:
        """Return what the data itself has in a file now."""
        found = edits.outermost(self._by_path.get(path, ()))
        return KnownVersion(found, self._faults.get(path, ""))

    def present_paths(self) -> frozenset[str]:
        """Return the files of which the data has records now, or a fault."""
        return frozenset({*self._by_path, *self._faults})

    def read(self, groups: Sequence[Sequence[Wording]]) -> Iterator[list[Version]]:
        """Yield the versions of each group that is asked for. Raises UserError (exit 3) as `blobs`.

        What was read of a version is kept once no later group asks for it.
        """
        uses = Counter(one for group in groups for one in group)
        keys = {one: one.key for one in uses if not self._is_present_still(one)}
        stream = self._streamed([one for one, key in keys.items() if not self._cache.has(key)])
        held: dict[Wording, Version] = {}
        for group in groups:
            for one in group:
                if one not in held:
                    held[one] = self._version(one, keys.get(one), stream)
            yield [held[one] for one in group]
            for one in group:
                uses[one] -= 1
                if not uses[one]:
                    version = held.pop(one)
                    if one in keys:
                        self._cache.take(keys[one], version)

    def one(self, asked: Wording) -> Version:
        """Return a version. Raises UserError (exit 3) as `blobs`."""
        ((found,),) = self.read([[asked]])
        return found

    def save(self) -> None:
        """Keep what was read for the next run."""
        self._cache.save()

    def _version(self, asked: Wording, key: bytes | None, stream: Iterator[Version]) -> Version:
        if key is None:
            return self.present(asked.path)
        own = self._meanings[asked.words]
        found = self._cache.version(key, asked.path, own, lambda: next(self._streamed([asked])))
        return next(stream) if found is None else found

    def _streamed(self, asked: list[Wording]) -> Iterator[Version]:
        for one, raw in zip(asked, blobs.blobs(self._root, (a.blob for a in asked)), strict=True):
            yield WrittenVersion(one.path, raw, self._meanings[one.words])

    def _is_present_still(self, asked: Wording) -> bool:
        return (
            self._same.get(asked.path) == asked.blob
            and asked.path not in self._faults
            and (asked.words == self._now or asked.path == AGREEMENT)
        )


def own_words(version: Version) -> OwnWords | None:
    """Return the own words that a version of the agreement declares, None where it is not read."""
    found = next(iter(version.records.values()), None)
    return found.own_words if isinstance(found, Agreement) else None
