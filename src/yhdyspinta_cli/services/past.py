"""What happened to a record, and what came in: git's history, asked for no more than it takes."""

from datetime import date
from typing import TYPE_CHECKING

from yhdyspinta_cli.history.line import Commit, Touch
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.catalogue import is_recorded
from yhdyspinta_cli.model.fields import ACTOR_KINDS, LATEST
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import past
from yhdyspinta_cli.queries.happenings import Past
from yhdyspinta_cli.services import past_steps
from yhdyspinta_cli.services.past_steps import Course, Wanted
from yhdyspinta_cli.store import Loaded, versions
from yhdyspinta_cli.store.cache import Cache

if TYPE_CHECKING:
    from yhdyspinta_cli.queries.came_in import CameIn

course = past_steps.course


def of_record(loaded: Loaded, course: Course, record: Record, kept: Cache | None) -> Past:
    """Return what happened to a record of the data. Raises UserError (exit 3) as `course`."""
    path = loaded.kb.entries[record.id].path
    return _told(loaded, course, record, path, kept)


def of_dropped(loaded: Loaded, course: Course, words: str, kept: Cache | None) -> Past | None:
    """Return what happened to a record that is in the data no more, None where there was none.

    Words are its id, its code or its whole name, as it was told last.
    """
    gone = past_steps.steps(loaded, course, _of_lists_and_dropped(course), kept)
    wanted = words.strip().casefold()
    for step in reversed(gone):
        for one in step.differences:
            was = one.before
            if was is None or one.after is not None or was.id in loaded.kb.entries:
                continue
            code = was.code if isinstance(was, Measure) else was.id
            if wanted in {name.casefold() for name in (was.id, code, *was.names)}:
                path = step.paths[was.id]
                return _told(loaded, course, was, path, kept)
    return None


def _told(loaded: Loaded, course: Course, record: Record, path: str, kept: Cache | None) -> Past:
    def may_matter(was: Record, now: Record) -> bool:
        # It may be the one asked for, under an earlier id; it may hold it, or name it.
        return now.kind == record.kind or is_recorded(now) or not walk.names_alike(was, now)

    found = past_steps.steps(loaded, course, _of(course, record, path), kept, may_matter)
    return past.of_record(loaded.kb, record, path, found, course.arrivals())


def since(
    loaded: Loaded, course: Course, day: date, kept: Cache | None, until: date | None, today: date
) -> "CameIn":
    """Return what came in on a day or later, by party; until a day, or with what is uncommitted.

    Silent are parties of `today`. Raises UserError (exit 3) as `course`.
    """
    from yhdyspinta_cli.queries import came_in

    commits = course.between(day, until or LATEST)

    def wanted(commit: Commit, touch: Touch) -> bool:
        return commit.id in commits or (until is None and not commit.id)

    found = past_steps.steps(loaded, course, wanted, kept)
    return came_in.by_party(loaded.kb, found, day, today)


def _of(course: Course, record: Record, path: str) -> Wanted:
    """Return which files are wanted for a record that stands in a file, or stood."""
    is_of_actor = record.kind in ACTOR_KINDS
    return _with_renames(_of_anybody(course) if is_of_actor else _of_file(course, path))


def _with_renames(wanted: Wanted) -> Wanted:
    """Return what is wanted, and of commits that touch it all that may have been renamed there.

    What names a record by its new id tells the same as before.
    """
    known: dict[str, tuple[bool, frozenset[str]]] = {}

    def with_renames(commit: Commit, touch: Touch) -> bool:
        if wanted(commit, touch):
            return True
        if commit.id not in known:
            touches_wanted = any(wanted(commit, one) for one in commit.touched)
            known[commit.id] = touches_wanted, _dropping(commit)
        touches_wanted, dropping = known[commit.id]
        if not touches_wanted:
            return False
        if touch.before is None:
            return _folder(touch.path) in dropping
        return touch.before != touch.after

    return with_renames


def _dropping(commit: Commit) -> frozenset[str]:
    """Return the folders in which a commit dropped a file."""
    return frozenset(_folder(one.path) for one in commit.touched if one.after is None)


def _of_anybody(course: Course) -> Wanted:
    """Return what is wanted for an actor: any record may name it.

    Reports that nobody has edited are in the data itself.
    """
    rewriting = _rewriting(course)
    return lambda commit, touch: not versions.is_of_reports(touch.path) or rewriting(commit, touch)


def _rewriting(course: Course) -> Wanted:
    """Return what tells a report that was edited, dropped, or put under another name."""
    dropping = {commit.id: _dropping(commit) for commit in course.line.commits}

    def wanted(commit: Commit, touch: Touch) -> bool:
        if not versions.is_of_reports(touch.path):
            return False
        if touch.before is not None:
            return True
        folders = dropping[commit.id] if commit.id in dropping else _dropping(commit)
        return _folder(touch.path) in folders

    return wanted


def _of_file(course: Course, path: str) -> Wanted:
    """Return what is wanted for a record that stands in one file: that file under each name.

    Where it came with a commit, it may have come from each that went with it.
    """
    paths = {path}
    if path not in course.blobs:
        paths |= {one for one in course.uncommitted if one.startswith(_folder(path))}
    for commit in reversed(course.line.commits):
        if any(one.before is None and one.path in paths for one in commit.touched):
            paths |= {
                one.path
                for one in commit.touched
                if one.after is None and one.path.startswith(_folder(path))
            }
    rewriting = _rewriting(course)
    return lambda commit, touch: touch.path in paths or rewriting(commit, touch)


def _of_lists_and_dropped(course: Course) -> Wanted:
    """Return what is wanted to find what was dropped: lists, and files that are there no more."""

    def wanted(commit: Commit, touch: Touch) -> bool:
        is_list = touch.path.count("/") == 1
        return is_list or touch.path not in course.blobs or touch.path in course.uncommitted

    return wanted


def _folder(path: str) -> str:
    """Return the folder of `data` in which a file stands, or the file itself."""
    return "/".join(path.split("/")[:2])
