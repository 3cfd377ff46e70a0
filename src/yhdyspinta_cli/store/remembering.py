"""One run's use of a cache: which files need not be judged again, and what to keep after it."""

from bisect import insort
from collections.abc import Iterable, Mapping

from yhdyspinta_cli.diagnostic import Diagnostic
from yhdyspinta_cli.store import cache as caches
from yhdyspinta_cli.store import record_json
from yhdyspinta_cli.store.cache import Cache, Kept, Memory
from yhdyspinta_cli.store.files import DataFile, KnownFile
from yhdyspinta_cli.store.folder import FolderSource
from yhdyspinta_cli.store.gathered import AGREEMENT
from yhdyspinta_cli.store.record_json import Judged
from yhdyspinta_cli.store.seen import Seen
from yhdyspinta_cli.store.source import Source
from yhdyspinta_cli.store.trees import PERSONAL


class Remembering:
    """What is known of the files that were found; without a cache nothing is, and nothing kept."""

    def __init__(self, cache: Cache | None) -> None:
        self._cache = cache
        self._taken = caches.now()
        self._memory = cache.recall() if cache is not None else Memory()
        self._files: dict[str, DataFile] = {}
        self._order: list[str] = []
        self._known: dict[str, Kept] = {}
        self._listed: dict[str, str] = {}
        self._stamps: dict[str, str] = {}
        self.signless: frozenset[str] = frozenset()
        """The files that are kept and known to have none of the `signs` in a text."""
        self._settles = False
        """True where a file will be trusted by its stamp next time, and was not now."""

    def unchanged(self, source: Source, skip: frozenset[str]) -> list[KnownFile] | None:
        """Return the files in their order where all are known by their stamps, else None.

        So it is nearly always, and then nothing else is asked of them.
        """
        if not isinstance(source, FolderSource) or self._memory.by_content:
            return None
        kept = self._memory.files
        if not kept:
            return None
        stamps = source.stamps(skip)
        personal = stamps.texts.pop(f"data/{PERSONAL}", None)
        known = {path: one.stamp for path, one in kept.items()}
        if stamps.texts != known or not caches.are_settled(stamps, self._memory.taken):
            return None
        paths = [*kept]
        if personal is not None:
            # Nothing of it is kept: it is read where it comes among the others.
            insort(paths, f"data/{PERSONAL}", key=lambda path: path.encode().split(b"/"))
            self._listed[f"data/{PERSONAL}"] = personal
        self._known = dict(kept)
        self._listed |= known
        self._order = paths
        return [KnownFile(path, source) for path in paths]

    def compare(self, found: Iterable[DataFile | Diagnostic]) -> None:
        """Look at each of the files that were found: is it known still?"""
        self._files = {one.path: one for one in found if isinstance(one, DataFile)}
        self._order = [*self._files]
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
        return kept if stamp.text == kept.stamp else kept._replace(stamp=stamp.text)

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
            file = self._files.get(path)
            self._stamps[path] = file.entry.stamp().text if file else self._listed[path]
        return None

    def seen(self, skip: frozenset[str]) -> Seen:
        """Return what the disk told of the files; without a cache it was not asked."""
        known = {path: kept.stamp for path, kept in self._known.items()}
        return Seen(known | self._stamps, self._taken, skip)

    @property
    def state(self) -> str:
        """The state of the cache where it holds these files, no more and no less, else empty."""
        same = self._known.keys() == self._memory.files.keys() == {*self._order}
        return self._memory.state if same else ""

    def keep(self, judged: Mapping[str, Judged], digests: Mapping[str, str]) -> None:
        """Keep the records of the files that were judged in this run, where that adds anything."""
        if self._cache is None:
            return
        fresh = {
            path: _kept(stamp, digests[path], record_json.told(judged[path]))
            for path, stamp in self._stamps.items()
            if stamp and path in judged and path != f"data/{PERSONAL}"
        }
        now_known = self._known | fresh
        self.signless = frozenset(path for path, kept in now_known.items() if kept.is_signless)
        if now_known != self._memory.files or self._settles:
            # In the order of the files: where none has changed, they are not put in order again.
            ordered = [(path, now_known[path]) for path in self._order if path in now_known]
            self._cache.keep(self._taken, ordered)


def _kept(stamp: str, digest: str, records: str) -> Kept:
    return Kept(stamp, digest, records, not record_json.may_have_signs(records))
