"""One run's use of a cache: which files need not be judged again, and what to keep after it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from yhdyspinta_cli.diagnostic import Diagnostic
from yhdyspinta_cli.store import cache as caches
from yhdyspinta_cli.store import record_json
from yhdyspinta_cli.store.cache import Cache, Kept, Memory
from yhdyspinta_cli.store.files import DataFile
from yhdyspinta_cli.store.gathered import AGREEMENT
from yhdyspinta_cli.store.loaded import PERSONAL
from yhdyspinta_cli.store.record_json import Judged
from yhdyspinta_cli.store.seen import Seen


class Remembering:
    """What is known of the files that were found; without a cache nothing is, and nothing kept."""

    def __init__(self, cache: Cache | None, found: Iterable[DataFile | Diagnostic]) -> None:
        self._cache = cache
        self._taken = caches.now()
        self._files = {one.path: one for one in found if isinstance(one, DataFile)}
        self._memory = cache.recall() if cache is not None else Memory()
        self._known: dict[str, Kept] = {}
        self._stamps: dict[str, str] = {}
        self._settles = False
        """True where a file will be trusted by its stamp next time, and was not now."""
        # The agreement declares what the words of all other files mean: with another one, each is
        # to be judged again.
        for path in (AGREEMENT, *self._memory.files):
            kept = self._still(path)
            if kept is not None:
                self._known[path] = kept
            elif path == AGREEMENT:
                break

    def _still(self, path: str) -> Kept | None:
        """Return what is kept of a file, with its stamp of now; None where it is another."""
        file, kept = self._files.get(path), self._memory.files.get(path)
        if file is None or kept is None:
            return None
        stamp = file.entry.stamp()
        if self._memory.trusts(kept, stamp):
            return kept
        raw = file.read()
        if isinstance(raw, Diagnostic) or caches.digest(raw) != kept.digest:
            return None
        if not self._memory.is_settled(stamp) and caches.is_settled(stamp, self._taken):
            self._settles = True
        return kept if stamp.text == kept.stamp else replace(kept, stamp=stamp.text)

    def records(self, path: str) -> tuple[str, Judged] | None:
        """Return the digest and the records of a file that is known, None for one to be read."""
        kept = self._known.get(path)
        if kept is not None:
            try:
                return kept.digest, record_json.recalled(kept.records)
            except (LookupError, TypeError, ValueError):
                del self._known[path]
        if self._cache is not None:
            # Before the file is read: what is written later makes another stamp.
            self._stamps[path] = self._files[path].entry.stamp().text
        return None

    def seen(self, skip: frozenset[str]) -> Seen:
        """Return what the disk told of the files; without a cache it was not asked."""
        known = {path: kept.stamp for path, kept in self._known.items()}
        return Seen(known | self._stamps, self._taken, skip)

    def keep(self, judged: Mapping[str, Judged], digests: Mapping[str, str]) -> None:
        """Keep the records of the files that were judged in this run, where that adds anything."""
        if self._cache is None:
            return
        fresh = {
            path: Kept(stamp, digests[path], record_json.told(judged[path]))
            for path, stamp in self._stamps.items()
            if stamp and path in judged and path != f"data/{PERSONAL}"
        }
        now_known = self._known | fresh
        if now_known != self._memory.files or self._settles:
            self._cache.keep(self._taken, now_known.items())
