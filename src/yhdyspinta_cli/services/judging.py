"""Every fault and finding of a knowledge base as of a day: judged now, or known from before."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from yhdyspinta_cli import language, store
from yhdyspinta_cli.diagnostic import Diagnostic, Finding, Severity
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.services import opening
from yhdyspinta_cli.services.voice import Voice
from yhdyspinta_cli.store import Loaded
from yhdyspinta_cli.store import verdict as verdicts
from yhdyspinta_cli.store.cache import Cache
from yhdyspinta_cli.store.folder import FolderSource
from yhdyspinta_cli.store.source import Revision
from yhdyspinta_cli.store.trees import Trees
from yhdyspinta_cli.store.verdict import Verdict

if TYPE_CHECKING:
    from yhdyspinta_cli.services.against import Comparison


@frozen
class Inspection:
    """What was found as of `day`, and the `files` that it was found in, with their trees.

    `texts` are those of the files that have a tree only in part, or none: catalogues of another
    language have none. `faults` are the faults of the files, `findings` those of the rules, not
    placed yet. `private` are the codes of findings whose lines must not be shown. `revision` is the
    commit that the files are of, None where they are those of the folder. `compared` is what they
    make of an earlier state, where that was asked; its findings are among those of the rules.
    """

    day: date
    faults: tuple[Diagnostic, ...]
    findings: tuple[Finding, ...]
    private: frozenset[str]
    files: tuple[str, ...]
    trees: Trees
    texts: Mapping[str, str]
    revision: Revision | None = None
    compared: "Comparison | None" = None

    def diagnostics(self, is_shown: Callable[[Finding], bool]) -> tuple[Diagnostic, ...]:
        """Return every fault and finding, sorted.

        Findings that are not to be shown stand at the first line of their file.
        """
        found = (*self.faults, *self.trees.diagnose(self.findings, is_shown))
        return tuple(sorted(found, key=lambda diagnostic: diagnostic.order))


def judge(
    folder: Path,
    cache: Cache | None,
    day: Callable[[ZoneInfo], date],
    voice: Voice,
    progress: Callable[[int], None] | None = None,
    *,
    instead: Callable[[], Loaded] | None = None,
    against: str | None = None,
) -> Inspection:
    """Return what is wrong in the knowledge base of a folder on the `day` of its time zone.

    It is what stands in the folder, or what is read `instead`: a revision, what is staged. Then no
    cache is of use. With `against` it is compared with that revision, too. Raises UserError as
    reading `instead`, and as `revisions.load`.
    """
    cache = cache if instead is None else None
    known = _known(folder, cache, day) if cache is not None and against is None else None
    if known is not None:
        return _with_catalogues(known, folder)
    from yhdyspinta_cli.checks import people, run
    from yhdyspinta_cli.facts import region

    if instead is None:
        loaded = store.load(folder, personal=True, progress=progress, cache=cache)
    else:
        loaded = instead()
    opening.tell_slow(loaded, voice)
    zone = region.zone(loaded.kb)
    asked = day(zone)
    findings, private = run.run(loaded.kb, asked), run.private_codes()
    # Where a person's name stands in another file is told by that person's file: not kept.
    is_of_people = any(one.code == people.personal_name.code for one in findings)
    if cache is not None and loaded.is_sound and not is_of_people:
        places = loaded.trees.placed(one for one in findings if is_always_shown(one, private))
        verdict = Verdict(asked.isoformat(), language.current(), zone, private, findings, places)
        verdicts.keep(cache, loaded.seen.taken, loaded.seen.stamps, verdict)
    compared = _compared(folder, against, loaded, progress) if against is not None else None
    found = Inspection(
        asked,
        loaded.faults,
        (*findings, *(compared.findings if compared is not None else ())),
        private,
        loaded.files,
        loaded.trees,
        loaded.texts,
        loaded.revision,
        compared,
    )
    # Of a revision the data alone is read.
    return found if instead is not None else _with_catalogues(found, folder)


def _with_catalogues(found: Inspection, folder: Path) -> Inspection:
    """Return what was found, with the faults of the catalogues that stand beside the data."""
    from yhdyspinta_cli.services import catalogue_faults

    beside = catalogue_faults.of(folder)
    return replace(
        found,
        faults=(*found.faults, *beside.faults),
        files=(*found.files, *beside.texts),
        texts={**found.texts, **beside.texts},
    )


def _compared(
    folder: Path, told: str, loaded: Loaded, progress: Callable[[int], None] | None
) -> "Comparison":
    from yhdyspinta_cli.services import against

    return against.compare(folder, told, loaded, progress)


def is_always_shown(finding: Finding, private: frozenset[str]) -> bool:
    """True for a finding that is shown unasked: it is no note, and no remark accepts it.

    So is what is `private`: its line must not be shown with another finding either.
    """
    is_light = bool(finding.accepted) or finding.severity is Severity.NOTE
    return not is_light or finding.code in private


def _known(folder: Path, cache: Cache, day: Callable[[ZoneInfo], date]) -> Inspection | None:
    """Return what an earlier run found in the files as they are, None where that is not known."""
    kept = verdicts.recall(cache, FolderSource(folder))
    if kept is None:
        return None
    verdict, trees = kept
    asked = day(verdict.zone)
    if (verdict.day, verdict.language) != (asked.isoformat(), language.current()):
        return None
    return Inspection(asked, (), verdict.findings, verdict.private, tuple(trees), trees, {})
