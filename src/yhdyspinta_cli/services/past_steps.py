"""The steps of history: what differs between the states of the records, commit by commit."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from yhdyspinta_cli.history import line as lines
from yhdyspinta_cli.history import trailers
from yhdyspinta_cli.history.line import Commit, Touch
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import edits, rewriting
from yhdyspinta_cli.queries.happenings import UNCOMMITTED, Brought, PastStep, Unread
from yhdyspinta_cli.services.past_course import Course
from yhdyspinta_cli.services.past_versions import Reader, Wording, own_words
from yhdyspinta_cli.store import Loaded, versions
from yhdyspinta_cli.store.cache import Cache
from yhdyspinta_cli.store.gathered import AGREEMENT
from yhdyspinta_cli.store.versions import NOTHING, Version

_IN_THE_FOLDER = "folder"
"""Stands for the blob of a file that is not committed yet as it is."""

Wanted = Callable[[Commit, Touch], bool]
Matters = Callable[[Record, Record], bool]
Spares = Callable[[str, Version, Version], bool]
"""Of a file and what it was before and after a commit: True where that is certain not to matter."""


def steps(
    loaded: Loaded,
    course: Course,
    wanted: Wanted,
    kept: Cache | None,
    may_matter: Matters = lambda _was, _now: True,
    spares: Spares = lambda _path, _was, _now: False,
) -> tuple[PastStep, ...]:
    """Return what each commit of the line changed in the files that are `wanted`, oldest first.

    Of a record that was there before and after only what may matter is told, and nothing of a
    commit of which `spares` is true for all files. What is not committed yet comes last. Raises
    UserError (exit 3) where git cannot tell.
    """
    same = {path: one for path, one in course.blobs.items() if path not in course.uncommitted}
    reader = Reader(course.root, loaded, same, kept)
    plan = _planned(course, wanted, _words(loaded, course, reader))
    given = reader.read([_asked(turns) for _commit, turns in plan])
    state: dict[str, Mapping[str, Record]] = {}
    faulty: set[str] = set()
    found = []
    for (commit, turns), those in zip(plan, given, strict=True):
        told = _sides(turns, those)
        if all(turn.path not in faulty and spares(turn.path, was, now) for turn, was, now in told):
            for turn in turns:
                state.pop(turn.path, None)
            continue
        taken = _Taken(state)
        for turn, was, now in told:
            if was.fault and turn.before is not None and turn.path not in state:
                state[turn.path] = was.after(_last_sound(course, reader, commit, turn.before))
            taken.take(turn.path, was, now)
            (faulty.add if now.fault else faulty.discard)(turn.path)
        step = taken.step(may_matter)
        if step.differences or step.unread:
            found.append((commit, replace(step, arrival=course.arrival(commit))))
    last = _uncommitted(loaded, course, reader, wanted, state, may_matter)
    reader.save()
    return (*_with_branches(course, found), *last)


def _asked(turns: Sequence["_FileTurn"]) -> list[Wording]:
    return [one for turn in turns for one in (turn.before, turn.after) if one is not None]


def _sides(
    turns: Sequence["_FileTurn"], those: Sequence[Version]
) -> list[tuple["_FileTurn", Version, Version]]:
    """Return what each of the files was before and after, nothing where it was not there."""
    given = iter(those)
    return [
        (
            turn,
            next(given) if turn.before is not None else NOTHING,
            next(given) if turn.after is not None else NOTHING,
        )
        for turn in turns
    ]


def _last_sound(
    course: Course, reader: Reader, commit: Commit, faulty: Wording
) -> Mapping[str, Record]:
    """Return what a file held before a commit, in the last version that had no fault."""
    blobs: list[str] = []
    for one in course.line.commits:
        if one.id == commit.id:
            break
        blobs += [t.after for t in one.touched if t.path == faulty.path and t.after is not None]
    for blob in reversed(blobs):
        version = reader.one(faulty._replace(blob=blob))
        if not version.fault:
            return version.records
    return {}


class _FileTurn(NamedTuple):
    """A file that one commit changed: the versions of it before and after, where there are any."""

    path: str
    before: Wording | None
    after: Wording | None


class _Taken:
    """What one commit made of the files, whose `state` goes on from commit to commit."""

    def __init__(self, state: dict[str, Mapping[str, Record]]) -> None:
        self._state = state
        self._earlier: dict[str, Record] = {}
        self._later: dict[str, Record] = {}
        self._paths: dict[str, str] = {}
        self._unread: list[Unread] = []

    def take(self, path: str, was: Version, now: Version) -> None:
        """Take in a file: what it was if that is not known yet, and what it is now."""
        known = self._state.get(path, was.records)
        self._state[path] = now.after(known)
        self._earlier |= known
        self._later |= self._state[path]
        self._paths |= dict.fromkeys((*known, *self._state[path]), path)
        if now.fault:
            self._unread.append(Unread(path, now.fault))

    def step(self, may_matter: Matters) -> PastStep:
        """Return what differs after all files were taken in, and may matter; in no commit yet."""
        differences = edits.between(self._earlier, self._later, may_matter)
        return PastStep(UNCOMMITTED, differences, tuple(self._unread), self._paths)


def _planned(
    course: Course, wanted: Wanted, words_at: Mapping[str, str]
) -> list[tuple[Commit, list[_FileTurn]]]:
    """Return which versions each commit is told of; `words_at` is what own words meant from it on.

    With a commit that changes that, every file that is wanted is told anew.
    """
    plan, words, blobs = [], "", dict[str, str]()
    for commit in course.line.commits:
        then = words_at.get(commit.id, words)
        touches = [one for one in commit.touched if versions.is_of_records(one.path)]
        if then != words:
            touched = {one.path for one in touches}
            same = [path for path in blobs if path not in touched]
            touches += [Touch(path, blobs[path], blobs[path]) for path in same]
        turns = [
            _FileTurn(
                one.path,
                None if one.before is None else Wording(one.path, one.before, words),
                None if one.after is None else Wording(one.path, one.after, then),
            )
            for one in touches
            if wanted(commit, one)
        ]
        if words_at:
            blobs |= {one.path: one.after for one in touches if one.after is not None}
            blobs = {p: b for p, b in blobs.items() if Touch(p, b, None) not in touches}
        words = then
        if turns:
            plan.append((commit, turns))
    return plan


def _words(loaded: Loaded, course: Course, reader: Reader) -> Mapping[str, str]:
    """Return what own words meant from each commit on that changed the agreement, as a key.

    A knowledge base that has none now is taken to have had none.
    """
    if not loaded.kb.agreement.own_words:
        return {}
    found: dict[str, str] = {}
    touches = [
        (commit, touch.after)
        for commit in course.line.commits
        for touch in commit.touched
        if touch.path == AGREEMENT and touch.after is not None
    ]
    read = reader.read([[Wording(AGREEMENT, blob)] for _commit, blob in touches])
    for (commit, _blob), (version,) in zip(touches, read, strict=True):
        own = own_words(version)
        if own is not None:
            found[commit.id] = reader.words(own)
    return found


def _uncommitted(
    loaded: Loaded,
    course: Course,
    reader: Reader,
    wanted: Wanted,
    state: dict[str, Mapping[str, Record]],
    may_matter: Matters,
) -> tuple[PastStep, ...]:
    """Return what differs between the data and the end of the line, if anything does."""
    if loaded.revision is not None:
        return ()
    present = reader.present_paths()
    touches = tuple(
        Touch(path, course.blobs.get(path), _IN_THE_FOLDER if path in present else None)
        for path in sorted(course.uncommitted | (present - course.blobs.keys()))
        if versions.is_of_records(path)
    )
    nobody = Commit("", (), 0, touches)
    taken = _Taken(state)
    for path, blob in ((one.path, one.before) for one in touches if wanted(nobody, one)):
        asked = Wording(path, blob or "", reader.words(loaded.kb.agreement.own_words))
        was = NOTHING if blob is None else reader.one(asked)
        if was.fault and path not in state:
            state[path] = was.after(_last_sound(course, reader, nobody, asked))
        taken.take(path, was, reader.present(path) if path in present else NOTHING)
    step = taken.step(may_matter)
    return (step,) if step.differences or step.unread else ()


def _with_branches(course: Course, found: Sequence[tuple[Commit, PastStep]]) -> Iterator[PastStep]:
    """Yield the steps; one by which a branch was merged with the commits that made its changes."""
    brought: Mapping[str, tuple[Commit, ...]] = {}
    if any(len(commit.parents) > 1 for commit, _step in found):
        brought = lines.branches(course.line)
    reasons: Mapping[str, Mapping[str, str]] = {}
    if any(rewriting.is_rewritten(one) for _commit, step in found for one in step.differences):
        reasons = trailers.rewritings(course.root, course.line.head)
    for commit, step in found:
        told = brought.get(commit.id, ())
        why: dict[str, str] = {}
        for one in (*told, commit):
            why |= reasons.get(one.id, {})
        yield replace(step, brought=tuple(_brought(course, one) for one in told), reasons=why)


def _brought(course: Course, commit: Commit) -> Brought:
    paths = frozenset(touch.path for touch in commit.touched)
    return Brought(commit.id, course.day(commit), paths)
