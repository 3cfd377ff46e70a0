"""The steps of history: what differs between the states of the records, commit by commit."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path
from typing import NamedTuple

from yhdyspinta_cli.diagnostic import visible
from yhdyspinta_cli.facts import region
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.history import line as lines
from yhdyspinta_cli.history import revision, trailers
from yhdyspinta_cli.history.line import Commit, PastLine, Touch
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import edits, rewriting
from yhdyspinta_cli.queries.happenings import UNCOMMITTED, Arrival, Brought, PastStep, Unread
from yhdyspinta_cli.services.past_versions import Reader, Wording, own_words
from yhdyspinta_cli.store import Loaded, versions
from yhdyspinta_cli.store.cache import Cache
from yhdyspinta_cli.store.gathered import AGREEMENT
from yhdyspinta_cli.store.versions import NOTHING, Version

_LAST_MOMENT = 253_402_214_400
"""The last day that a calendar has; a commit may say that it was made later."""

_IN_THE_FOLDER = "folder"
"""Stands for the blob of a file that is not committed yet as it is."""

_LONGEST = 200
"""How many letters are shown of who made a commit, and of its message."""

Wanted = Callable[[Commit, Touch], bool]
Matters = Callable[[Record, Record], bool]


@frozen
class Course:
    """The line of history of a knowledge base, and where its files differ from the end of it.

    `blobs` are those of the files at the end, `uncommitted` the files that are another now, or are
    not there any more.
    """

    root: Path
    head: str
    line: PastLine
    zone: tzinfo
    blobs: Mapping[str, str]
    uncommitted: frozenset[str]

    def day(self, commit: Commit) -> date:
        """Return the day of a commit, as the region has it."""
        moment = min(max(commit.moment, 0), _LAST_MOMENT)
        return datetime.fromtimestamp(moment, UTC).astimezone(self.zone).date()

    def between(self, first: date, last: date) -> frozenset[str]:
        """Return the commits (their ids) that were made from one day to another, both included."""
        begin = datetime.combine(first, time(), self.zone).timestamp()
        end = datetime.combine(last + timedelta(days=1), time(), self.zone).timestamp()
        return frozenset(one.id for one in self.line.commits if begin <= one.moment < end)

    def arrival(self, commit: Commit) -> Arrival:
        """Return the commit as that by which something came."""
        # Whoever made a commit may call himself, and it, what he likes.
        author, subject = visible(commit.author, _LONGEST), visible(commit.subject, _LONGEST)
        return Arrival(commit.id, self.day(commit), (), author, subject)

    def arrivals(self) -> Mapping[str, Arrival]:
        """Return the commits by which the reports came, by the reports' ids."""
        first: dict[str, Commit] = {}
        for commit in self.line.commits:
            for touch in commit.touched:
                path = touch.path
                if touch.before is None and versions.is_of_reports(path):
                    first.setdefault(Path(path).stem, commit)
        return _LaterArrivals(self, first)


class _LaterArrivals(dict[str, Arrival]):
    """Arrivals by the ids of reports, each made when it is asked for: of ten thousand few are."""

    def __init__(self, course: Course, first: Mapping[str, Commit]) -> None:
        super().__init__()
        self._course, self._first = course, first

    def get(self, key: str, default: Arrival = UNCOMMITTED) -> Arrival:  # type: ignore[override]
        found = self._first.get(key)
        return default if found is None else self._course.arrival(found)


def course(loaded: Loaded, *, personal: bool = False) -> Course:
    """Return the line of history that leads to the revision of the data, to HEAD without one.

    Raises UserError (exit 3) where git cannot tell, or has only a part of the history.
    """
    root = loaded.root
    head = loaded.revision.commit if loaded.revision is not None else revision.head(root)
    line = lines.line(root, head, personal=personal)
    blobs: dict[str, str] = {}
    for commit in line.commits:
        for touch in commit.touched:
            if touch.after is None:
                blobs.pop(touch.path, None)
            else:
                blobs[touch.path] = touch.after
    changed = frozenset() if loaded.revision is not None else lines.changed(line)
    return Course(root, head, line, region.zone(loaded.kb), blobs, changed)


def steps(
    loaded: Loaded,
    course: Course,
    wanted: Wanted,
    kept: Cache | None,
    may_matter: Matters = lambda _was, _now: True,
) -> tuple[PastStep, ...]:
    """Return what each commit of the line changed in the files that are `wanted`, oldest first.

    Of a record that was there before and after only what may matter is told. What is not committed
    yet comes last. Raises UserError (exit 3) where git cannot tell.
    """
    same = {path: one for path, one in course.blobs.items() if path not in course.uncommitted}
    reader = Reader(course.root, loaded, same, kept)
    plan = _planned(course, wanted, _words(loaded, course, reader))
    given = reader.read([one for _commit, turns in plan for turn in turns for one in turn.asked])
    state: dict[str, Mapping[str, Record]] = {}
    found = []
    for commit, turns in plan:
        taken = _Taken(state)
        for turn in turns:
            was = next(given) if turn.before is not None else NOTHING
            if was.fault and turn.before is not None and turn.path not in state:
                state[turn.path] = was.after(_last_sound(course, reader, commit, turn.before))
            taken.take(turn.path, was, next(given) if turn.after is not None else NOTHING)
        found.append((commit, taken.step(course.arrival(commit), may_matter)))
    for _rest in given:
        pass
    told = [(commit, step) for commit, step in found if step.differences or step.unread]
    last = _uncommitted(loaded, course, reader, wanted, state, may_matter)
    return (*_with_branches(course, told), *last)


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
        (version,) = reader.read([faulty._replace(blob=blob)])
        if not version.fault:
            return version.records
    return {}


class _FileTurn(NamedTuple):
    """A file that one commit changed: the versions of it before and after, where there are any."""

    path: str
    before: Wording | None
    after: Wording | None

    @property
    def asked(self) -> tuple[Wording, ...]:
        return tuple(one for one in (self.before, self.after) if one is not None)


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

    def step(self, arrival: Arrival, may_matter: Matters) -> PastStep:
        """Return what differs after all files were taken in, and may matter."""
        differences = edits.between(self._earlier, self._later, may_matter)
        return PastStep(arrival, differences, tuple(self._unread), self._paths)


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
    read = reader.read([Wording(AGREEMENT, blob) for _commit, blob in touches])
    for (commit, _blob), version in zip(touches, read, strict=True):
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
        words = reader.words(loaded.kb.agreement.own_words)
        was = [] if blob is None else [*reader.read([Wording(path, blob, words)])]
        now = reader.present(path) if path in present else NOTHING
        taken.take(path, was[0] if was else NOTHING, now)
    step = taken.step(UNCOMMITTED, may_matter)
    return (step,) if step.differences or step.unread else ()


def _with_branches(course: Course, found: Sequence[tuple[Commit, PastStep]]) -> Iterator[PastStep]:
    """Yield the steps; one by which a branch was merged with the commits that made its changes."""
    brought: Mapping[str, tuple[Commit, ...]] = {}
    if any(len(commit.parents) > 1 for commit, _step in found):
        brought = lines.branches(course.line, course.head)
    reasons: Mapping[str, Mapping[str, str]] = {}
    if any(rewriting.is_rewritten(one) for _commit, step in found for one in step.differences):
        reasons = trailers.rewritings(course.root, course.head)
    for commit, step in found:
        told = brought.get(commit.id, ())
        why: dict[str, str] = {}
        for one in (*told, commit):
            why |= reasons.get(one.id, {})
        yield replace(step, brought=tuple(_brought(course, one) for one in told), reasons=why)


def _brought(course: Course, commit: Commit) -> Brought:
    paths = frozenset(touch.path for touch in commit.touched)
    return Brought(commit.id, course.day(commit), paths)
