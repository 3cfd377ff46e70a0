"""What happened to a record, and what came in: git's history, asked for no more than it takes."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from yhdyspinta_cli.history.line import Commit, Touch
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.catalogue import is_recorded
from yhdyspinta_cli.model.days import LATEST
from yhdyspinta_cli.model.fields import ACTOR_KINDS
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import past
from yhdyspinta_cli.queries.edits import Difference
from yhdyspinta_cli.queries.happenings import Past
from yhdyspinta_cli.services import past_course, past_steps
from yhdyspinta_cli.services.past_course import Course
from yhdyspinta_cli.services.past_steps import Spares, Wanted
from yhdyspinta_cli.store import Loaded, versions
from yhdyspinta_cli.store.cache import Cache
from yhdyspinta_cli.store.versions import NOTHING, Version

if TYPE_CHECKING:
    from yhdyspinta_cli.queries.came_in import CameIn

course = past_course.course


def of_record(loaded: Loaded, course: Course, record: Record, kept: Cache | None) -> Past:
    """Return what happened to a record of the data. Raises UserError (exit 3) as `course`."""
    path = loaded.kb.entries[record.id].path
    return _told(loaded, course, record, path, kept)


def of_earlier(loaded: Loaded, course: Course, words: str, kept: Cache | None) -> Past | None:
    """Return what happened to a record that was called otherwise, or is in the data no more.

    Words are its id, its code or its whole name, as it was told last by that; one that goes on
    under another id is told whole, as the record that it is now. None where there was no such one.
    """
    wanted = words.strip().casefold()
    gone_on: dict[str, str] = {}
    asked = _with_renames(_of_lists_and_dropped(course))
    for step in reversed(past_steps.steps(loaded, course, asked, kept)):
        for one in step.differences:
            if one.is_renamed and one.before is not None:
                gone_on[one.before.id] = gone_on.get(one.record.id, one.record.id)
            was = one.before
            if was is None or wanted not in _called(was):
                continue
            entry = loaded.kb.entries.get(gone_on.get(was.id, was.id))
            if entry is not None and entry.record.kind == was.kind:
                found = _told(loaded, course, entry.record, entry.path, kept)
                return replace(found, was=was.id if was.id != entry.record.id else "")
            if one.after is None:
                return _told(loaded, course, was, step.paths[was.id], kept)
    return None


def of_unread(loaded: Loaded, course: Course, words: str, kept: Cache | None) -> Past | None:
    """Return what happened to a record whose file cannot be read now, None where there is none.

    Words are its id, its code or its whole name, as the last version tells it that could be read.
    """
    faulty = {one.location.path for one in loaded.faults}
    wanted = words.strip().casefold()
    found = past_steps.steps(loaded, course, lambda _commit, touch: touch.path in faulty, kept)
    last: dict[str, tuple[Difference, str]] = {}
    for step in found:
        for one in step.differences:
            last[one.record.id] = one, step.paths[one.record.id]
    for one, path in last.values():
        was = one.after
        if was is not None and was.id not in loaded.kb.entries and wanted in _called(was):
            return replace(_told(loaded, course, was, path, kept), is_unread=True)
    return None


def _called(record: Record) -> frozenset[str]:
    """Return the id, the code and the names of a record, as they are compared."""
    code = record.code if isinstance(record, Measure) else record.id
    return frozenset(name.casefold() for name in (record.id, code, *record.names))


def _told(loaded: Loaded, course: Course, record: Record, path: str, kept: Cache | None) -> Past:
    def may_matter(was: Record, now: Record) -> bool:
        # It may be the one asked for, under an earlier id; it may hold it, or name it.
        return now.kind == record.kind or is_recorded(now) or not walk.names_alike(was, now)

    def told(spares: Spares) -> Past:
        wanted = _of(course, record, path)
        found = past_steps.steps(loaded, course, wanted, kept, may_matter, spares)
        return past.of_record(loaded.kb, record, path, found, course.arrivals())

    if record.kind not in ACTOR_KINDS:
        return told(lambda _path, _was, _now: False)
    ids = frozenset(one.id for _route, one in walk.records(record))
    found = told(_sparing(path, ids))
    earlier = ids | {was for was, now in found.renamed.items() if now in ids}
    if earlier != ids:
        # What names it by an earlier id was passed over.
        found = told(_sparing(path, earlier))
    if past.names_unknown(loaded.kb, found):
        # What tells the name of a part of another record may have been passed over, too.
        return told(lambda _path, _was, _now: False)
    return found


def _sparing(path: str, ids: frozenset[str]) -> Spares:
    """Return what passes over what cannot name any of these ids, or names the same as before.

    Not where a record may have come, gone or got another id, nor reports, nor the file (`path`) in
    which the one asked for stands, or stood under an earlier id.
    """
    own = {path, *(f"{_folder(path)}/{one}.yaml" for one in ids)}

    @cache
    def is_read(file: str) -> bool:
        return file.count("/") == 1 or file in own or versions.is_of_reports(file)

    def spares(file: str, was: Version, now: Version) -> bool:
        if is_read(file) or now is NOTHING:
            return False
        if was is NOTHING:
            return not now.may_name(ids)
        return not (was.may_name(ids) or now.may_name(ids)) or versions.names_alike(was, now)

    return spares


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
