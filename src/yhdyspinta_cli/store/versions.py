"""A version of a file, without the knowledge base it was of: its bytes -> its records.

Most versions have nothing to do with what is asked, and their text alone tells so: their records
are made when somebody asks for them. `version_cache` keeps versions for the next run.
"""

import hashlib
import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property

from yhdyspinta_cli.diagnostic import Diagnostic, Severity
from yhdyspinta_cli.document.limits import MAX_BYTES
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.catalogue import (
    BY_YEAR,
    FOLDERS,
    LIST_FILES,
    RECORDED_FOLDERS,
    ROOT_FILES,
)
from yhdyspinta_cli.model.own_words import NO_WORDS, OwnWords
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.store import record_json
from yhdyspinta_cli.store.gathered import AGREEMENT, Gathered
from yhdyspinta_cli.store.trees import PERSONAL

_REPORTS = tuple(f"data/{folder}/" for folder in RECORDED_FOLDERS)

Held = tuple[Mapping[str, Record], str]
"""The records of a version that stand in no other one, by their ids, and its fault in words."""


class Version(ABC):
    """What a version of a file holds, made when it is asked for.

    Where it has a fault, `fault` says which; of records that it lacks it then tells nothing.
    """

    _searched: tuple[frozenset[str], bool] | None = None

    @abstractmethod
    def _make(self) -> Held:
        """Return what it holds; asked once."""

    @abstractmethod
    def _search(self, ids: frozenset[str]) -> bool:
        """Return whether it may name one of these records, or hold it; False is certain."""

    @property
    def is_kept(self) -> bool:
        """True where a later run has it already, as far as it was read in this one."""
        return True

    @property
    def text(self) -> str | None:
        """What stands in it, as far as that is to be kept."""
        return None

    @property
    def told(self) -> record_json.Told | None:
        """Its records as they are kept, where they are."""
        return None

    @cached_property
    def _held(self) -> Held:
        return self._make()

    @property
    def is_read(self) -> bool:
        """True where its records have been asked for."""
        return "_held" in self.__dict__

    @property
    def records(self) -> Mapping[str, Record]:
        """Its records that stand in no other one, by their ids."""
        return self._held[0]

    @property
    def fault(self) -> str:
        """What is wrong with it in words, empty where nothing is."""
        return self._held[1]

    def after(self, earlier: Mapping[str, Record]) -> Mapping[str, Record]:
        """Return what is known of the file after this version: what it tells, else as before."""
        return {**earlier, **self.records} if self.fault else self.records

    def may_name(self, ids: frozenset[str]) -> bool:
        """Return whether it may name one of these records, or hold it; False is certain."""
        # As what a commit made, and as what the next one found.
        if self._searched is None or self._searched[0] is not ids:
            self._searched = ids, self._search(ids)
        return self._searched[1]


class KnownVersion(Version):
    """A version of which the records are known."""

    def __init__(self, records: Mapping[str, Record], fault: str = "") -> None:
        self._all = records, fault

    def _make(self) -> Held:
        return self._all

    def _search(self, ids: frozenset[str]) -> bool:
        return any(
            one.id in ids or any(ref in ids for _where, ref, _kinds in walk.references(one))
            for record in self.records.values()
            for _route, one in walk.records(record)
        )


NOTHING = KnownVersion({})
"""Of a file that is not there."""


class WrittenVersion(Version):
    """A version of which there are the bytes (None: git has lost them)."""

    is_kept = False

    def __init__(self, path: str, raw: bytes | None, own: OwnWords = NO_WORDS) -> None:
        self._of = path, raw, own
        self._raw = raw or b""

    def _make(self) -> Held:
        return _read(*self._of)

    def _search(self, ids: frozenset[str]) -> bool:
        # What YAML writes with a backslash may be any letter.
        return b"\\" in self._raw or _has_any(self._raw, ids)

    @property
    def text(self) -> str | None:
        """Its text, None for bytes that are none, or more than are read."""
        try:
            return self._raw.decode() if 0 < len(self._raw) <= MAX_BYTES else None
        except UnicodeDecodeError:
            return None


class KeptVersion(Version):
    """A version of which an earlier run has kept the records, or the text, as JSON.

    Where it cannot be recalled, another one stands `instead`.
    """

    def __init__(
        self, path: str, own: OwnWords, kept: bytes, instead: Callable[[], Version]
    ) -> None:
        self._of = path, own
        self._kept = kept
        self._instead = instead

    @property
    def _is_text(self) -> bool:
        return self._kept.startswith(b'"')

    def _make(self) -> Held:
        try:
            if self._is_text:
                path, own = self._of
                return _read(path, json.loads(self._kept).encode(), own)
            found = record_json.recalled(self._kept.decode())
        except (LookupError, TypeError, ValueError):
            other = self._instead()
            return other.records, other.fault
        return {record.id: record for _route, record in found}, ""

    def _search(self, ids: frozenset[str]) -> bool:
        return (self._is_text and b"\\\\" in self._kept) or _has_any(self._kept, ids)

    @property
    def is_kept(self) -> bool:
        """True unless its records were made of its text."""
        return not self._is_text or not self.is_read

    @cached_property
    def told(self) -> record_json.Told | None:
        """Its records as they are kept, None where that is its text, or broken."""
        try:
            return None if self._is_text else record_json.parsed(self._kept.decode())
        except ValueError:
            return None


def _has_any(text: bytes, ids: frozenset[str]) -> bool:
    return any(one.encode() in text for one in ids)


def names_alike(one: Version, other: Version) -> bool:
    """Return whether two versions of a file name and hold the same; True is certain."""
    if one.told is not None and other.told is not None:
        return record_json.names_alike(one.told, other.told)
    return (
        not one.fault
        and not other.fault
        and one.records.keys() == other.records.keys()
        and all(walk.names_alike(was, other.records[key]) for key, was in one.records.items())
    )


@cache
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


def words_key(own: OwnWords) -> str:
    """Return what tells the words of a knowledge base's own from others; empty for none."""
    return hashlib.sha256(repr(own).encode()).hexdigest()[:16] if own else ""


def _read(path: str, raw: bytes | None, own: OwnWords) -> Held:
    """Return what the bytes of a file tell; `own` are the words of the knowledge base's own."""
    if raw is None:
        return {}, _("git has lost its content")
    if len(raw) > MAX_BYTES:
        return {}, _("the file is too large (the limit is 1 MiB)")
    from yhdyspinta_cli.store import reading

    gathered = Gathered()
    if path != AGREEMENT:
        gathered.words_mean(own)
    reading.take(gathered, path, raw)
    judged = gathered.judged.get(path)
    if judged is not None:
        return {record.id: record for _route, record in judged}, ""
    # Without what stands inside another one: the route to that is the longer.
    depth = 2 if path.removeprefix("data/") in LIST_FILES else 0
    found = {
        entry.record.id: entry.record
        for entry in gathered.entries.values()
        if len(entry.route) == depth
    }
    return found, _first(gathered.faults)


def _first(faults: Iterable[Diagnostic]) -> str:
    """Return the first fault in words: where it is and what is wrong; empty for none."""
    errors = (one for one in faults if one.severity is Severity.ERROR)
    first = min(errors, key=lambda one: one.order, default=None)
    if first is None:
        return ""
    return _("line {line}: {message}").format(line=first.location.line, message=told(first))


def told(fault: Diagnostic) -> str:
    """Return what is wrong with a version of a file.

    A message may quote the file, and what was recorded may have had to go: of a report the rule
    alone is told.
    """
    return fault.code if is_of_reports(fault.location.path) else fault.message
