"""What the rules have found in one state of all files, kept so that they need not be asked again.

It is a judgement as the judged records are, and no answer: all that was found, whatever is shown
of it. It stands in a file of its own, so that where it holds, no record is opened. Of the file of
people's names it has nothing but its stamp, in the one sum that is made of the stamps of all files.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from yhdyspinta_cli.diagnostic import Diagnostic, Finding, Location, Route, Severity
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.store import cache as caches
from yhdyspinta_cli.store.cache import Cache
from yhdyspinta_cli.store.folder import FolderSource
from yhdyspinta_cli.store.trees import PERSONAL, Trees


@frozen
class Verdict:
    """What the rules found as of a day, in the words of a language, without a fault of any file.

    `zone` is the region's time zone, which tells what day is today; `private` are the codes of
    findings whose lines must not be shown. `places` are those of the findings that have been
    found: to find one, its file must be read.
    """

    day: str
    language: str
    zone: ZoneInfo
    private: frozenset[str]
    findings: tuple[Finding, ...]
    places: Mapping[tuple[str, Route], Location]


def recall(cache: Cache, source: FolderSource) -> tuple[Verdict, Trees] | None:
    """Return the verdict on the files as they are now, and their trees; None where none is kept.

    Where files are compared by content there is none: to read them all is half of judging them.
    """
    if cache.by_content:
        return None
    try:
        taken, state, told = caches.believed(_file(cache)).decode().split("\n")
        stamps = source.stamps()
        paths = sorted(stamps.texts)
        if not caches.are_settled(stamps, int(taken)) or state != _state(paths, stamps.texts):
            return None
        verdict = _recalled(json.loads(told))
    except (OSError, ValueError, TypeError, LookupError):
        return None
    unread = {path: partial(_read, source, path) for path in paths}
    return verdict, Trees({}, unread, places=verdict.places)


def keep(cache: Cache, taken: int, stamps: Mapping[str, str], verdict: Verdict) -> None:
    """Keep the verdict on the files that had these stamps at a moment, in nanoseconds.

    It is not kept where something was found in the file of people's names: a finding may quote it.
    """
    if not cache.by_content and all(stamps.values()) and not _quotes_people(verdict.findings):
        told = json.dumps(_told(verdict), separators=(",", ":"))
        state = _state(sorted(stamps), stamps)
        caches.put(_file(cache), "\n".join((str(taken), state, told)).encode())


def _quotes_people(findings: tuple[Finding, ...]) -> bool:
    places = ((one.path, *(path for path, _route in one.related)) for one in findings)
    return any(f"data/{PERSONAL}" in paths for paths in places)


def _file(cache: Cache) -> Path:
    return cache.file.with_suffix(".verdict")


def _state(paths: Sequence[str], stamps: Mapping[str, str]) -> str:
    """Return what tells these files, in the order of their paths, with these stamps from others."""
    told = "\n".join([f"{path}\t{stamps[path]}" for path in paths])
    return hashlib.sha256(told.encode("utf-8", "surrogateescape")).hexdigest()


def _read(source: FolderSource, path: str) -> bytes | Diagnostic:
    # The names of files are judged by the whole model: it is imported where a line is shown.
    from yhdyspinta_cli.store.files import KnownFile

    return KnownFile(path, source).read()


def _told(verdict: Verdict) -> Any:
    findings = [
        [f.code, int(f.severity), f.path, f.route, f.message, f.hint, f.accepted, f.related]
        for f in verdict.findings
    ]
    head = [verdict.day, verdict.language, verdict.zone.key, sorted(verdict.private)]
    places = [
        [path, route, place.line, place.column, place.end_column]
        for (path, route), place in verdict.places.items()
    ]
    return [*head, findings, places]


def _recalled(told: Any) -> Verdict:
    """Return what was told. Raises LookupError, TypeError or ValueError for anything else."""
    day, language, zone, private, findings, places = told
    return Verdict(
        day,
        language,
        ZoneInfo(zone),
        frozenset(private),
        tuple(map(_finding, findings)),
        {(path, _route(steps)): Location(path, *place) for path, steps, *place in places},
    )


def _finding(told: Any) -> Finding:
    code, severity, path, route, message, hint, accepted, related = told
    others = tuple((other, _route(steps)) for other, steps in related)
    return Finding(code, Severity(severity), path, _route(route), message, hint, accepted, others)


def _route(steps: Any) -> Route:
    return tuple(steps)
