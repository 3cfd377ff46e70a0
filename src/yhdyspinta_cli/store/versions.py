"""A version of a file, without the knowledge base it was of: its bytes -> its records.

What was read of a version is kept for the next run by the id of its blob, in the cache of the
knowledge base (`cache`): a version never changes.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path

from yhdyspinta_cli.diagnostic import Diagnostic, Severity
from yhdyspinta_cli.document.limits import MAX_BYTES
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.catalogue import (
    BY_YEAR,
    FOLDERS,
    LIST_FILES,
    RECORDED_FOLDERS,
    ROOT_FILES,
)
from yhdyspinta_cli.model.own_words import NO_WORDS, OwnWords
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.store import cache, record_json
from yhdyspinta_cli.store.cache import Cache
from yhdyspinta_cli.store.gathered import AGREEMENT, Gathered
from yhdyspinta_cli.store.trees import PERSONAL

_REPORTS = tuple(f"data/{folder}/" for folder in RECORDED_FOLDERS)

MAX_KEPT = 64 * 2**20
"""The most that the versions of one knowledge base may take, in bytes."""


@frozen
class Version:
    """What a version of a file holds: its records that stand in no other one, by their ids.

    Where it has a fault, `fault` says which; of records that it lacks it then tells nothing.
    """

    records: Mapping[str, Record] = field(default_factory=dict)
    fault: str = ""

    def after(self, earlier: Mapping[str, Record]) -> Mapping[str, Record]:
        """Return what is known of the file after this version: what it tells, else as before."""
        return {**earlier, **self.records} if self.fault else self.records


NOTHING = Version()
"""Of a file that is not there."""


def is_of_records(path: str) -> bool:
    """True where a knowledge base has a file of records at this path, the names of people apart."""
    steps = path.split("/")[1:]
    if not steps or not steps[-1].endswith(".yaml") or steps[-1] == PERSONAL:
        return False
    if len(steps) == 1:
        return steps[0] in ROOT_FILES or steps[0] in LIST_FILES
    return steps[0] in FOLDERS and len(steps) == (3 if steps[0] in BY_YEAR else 2)


def is_of_reports(path: str) -> bool:
    """True where each file is one report: what was recorded is created and never edited."""
    return path.startswith(_REPORTS)


def read(path: str, raw: bytes | None, own: OwnWords = NO_WORDS) -> Version:
    """Return what the bytes of a file tell; `own` are the words of the knowledge base's own."""
    if raw is None:
        return Version(fault=_("git has lost its content"))
    if len(raw) > MAX_BYTES:
        return Version(fault=_("the file is too large (the limit is 1 MiB)"))
    from yhdyspinta_cli.store import reading

    gathered = Gathered()
    if path != AGREEMENT:
        gathered.words_mean(own)
    reading.take(gathered, path, raw)
    judged = gathered.judged.get(path)
    if judged is not None:
        return Version({record.id: record for _route, record in judged})
    # Without what stands inside another one: the route to that is the longer.
    depth = 2 if path.removeprefix("data/") in LIST_FILES else 0
    found = {
        entry.record.id: entry.record
        for entry in gathered.entries.values()
        if len(entry.route) == depth
    }
    return Version(found, _told(gathered.faults))


def _told(faults: Iterable[Diagnostic]) -> str:
    """Return the first fault in words: where it is and what is wrong."""
    errors = sorted(
        (one for one in faults if one.severity is Severity.ERROR), key=lambda one: one.order
    )
    for one in errors:
        return _("line {line}: {message}").format(line=one.location.line, message=one.message)
    return _("it cannot be read")


class Versions:
    """The versions that are known from earlier runs, and those that are read in this one."""

    def __init__(self, kept: Cache | None) -> None:
        self._file: Path | None = kept.file.with_suffix(".versions") if kept else None
        self._known: dict[str, str] = dict(_recalled(self._file))
        self._used: dict[str, str] = {}
        self._is_more = False

    def has(self, path: str, blob: str, words: str) -> bool:
        """True where an earlier run has read a version."""
        return _key(path, blob, words) in self._known

    def known(self, path: str, blob: str, words: str) -> Version | None:
        """Return a version that an earlier run has read, None for one that is to be read."""
        key = _key(path, blob, words)
        told = self._known.get(key)
        if told is None:
            return None
        try:
            records = {record.id: record for _route, record in record_json.recalled(told)}
        except (LookupError, TypeError, ValueError):
            del self._known[key]
            return None
        self._used[key] = told
        return Version(records)

    def take(self, path: str, blob: str, words: str, version: Version) -> None:
        """Remember a version that was read now, where it has no fault."""
        if self._file is not None and not version.fault:
            # Where in the file a record stood is asked by nobody.
            judged = [((), record) for record in version.records.values()]
            self._used[_key(path, blob, words)] = record_json.told(judged)
            self._is_more = True

    def keep(self) -> None:
        """Keep what was read for the next run, what was asked for now before all else."""
        if self._file is None or not self._is_more:
            return
        lines, taken = [], 0
        for key, told in {**self._used, **self._known}.items():
            line = f"{key}\t{told}"
            taken += len(line) + 1
            if taken > MAX_KEPT:
                break
            lines.append(line)
        cache.put(self._file, "\n".join(lines))


def _recalled(file: Path | None) -> Iterator[tuple[str, str]]:
    if file is None:
        return
    try:
        told = cache.believed(file)
    except (OSError, ValueError):
        return
    for line in told.split("\n"):
        key, tab, records = line.partition("\t")
        if tab:
            yield key, records


def words_key(own: OwnWords) -> str:
    """Return what tells the words of a knowledge base's own from others; empty for none."""
    return hashlib.sha256(repr(own).encode()).hexdigest()[:16] if own else ""


def _key(path: str, blob: str, words: str) -> str:
    """Return what tells a version, read at a path with these words, from any other."""
    return f"{blob} {words} {path}"
