"""The line of first parents that leads to a commit: which files of the data each commit changed.

A change is of the commit by which it came onto the line, so that all changes of the line, one after
the other, give the files as they are at its end. One `git log` tells it; where the folder of the
data had another name, a second one goes on with that.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.history import program, revision
from yhdyspinta_cli.history.revision import only_a_part, unread
from yhdyspinta_cli.language import text as _

_DATA = "data"
_AGREEMENT = "agreement.yaml"
_RAW = ("--raw", "--no-abbrev", "-z", "--no-renames", "--ignore-submodules=none")
_PLAIN = ("-c", "log.showSignature=false", "-c", "log.diffMerges=first-parent")
"""What a user's settings would add to the log, or take from it."""

_HEAD = "%H%x00%ct%x00%P%x00"
_PERSONAL = "%an <%ae>%x00%s%x00"


class Touch(NamedTuple):
    """A file that a commit changed: its path from ``data/`` on, the blobs before and after.

    None where there was or is none.
    """

    path: str
    before: str | None
    after: str | None


@frozen
class Commit:
    """A commit: its parents, the committer's moment in seconds since 1970, what it changed.

    `author` and `subject` are empty unless personal data was asked for.
    """

    id: str
    parents: tuple[str, ...]
    moment: int
    touched: tuple[Touch, ...]
    author: str = ""
    subject: str = ""


@frozen
class PastLine:
    """The commits of a line that changed the data, the oldest first.

    `top` is the folder of the repository, `head` the commit to which the line leads, `places` the
    folders in which the data stood.
    """

    top: Path
    head: str
    places: tuple[str, ...]
    commits: tuple[Commit, ...]


def line(root: Path, commit: str | None, *, personal: bool = False) -> PastLine:
    """Return the line of first parents of the data in a folder that leads to a commit, or to HEAD.

    Raises UserError (exit 3) without git, a repository or a commit, in a clone with a part of the
    history only, where `data` is a submodule, and where git cannot tell.
    """
    top, place, head = _place(root, commit)
    places, found, at = [place], [], head
    while True:
        older = _older(top, at, place, personal=personal)
        moved = None
        for one in older:
            moved = _moved(top, one, place) if _has_come(one) else None
            if moved is None:
                found.append(one)
                continue
            found.append(replace(one, touched=_between(top, one, place, moved)))
            break
        if moved is None:
            return PastLine(top, head, tuple(places), tuple(reversed(found)))
        at, place = found[-1].parents[0], moved
        places.append(place)


def branches(line: PastLine) -> Mapping[str, tuple[Commit, ...]]:
    """Return the commits that a merge of the line brought, the oldest first, by its id.

    Those only that changed the data. Raises UserError (exit 3) where git cannot tell.
    """
    told = _run(line.top, "rev-list", "--parents", line.head).out.splitlines()
    parents = {key: others for key, *others in map(str.split, told)}
    off = {}
    for number, one in enumerate(_logged(line.top, line.head, line.places, "--full-history")):
        if len(one.parents) < 2:
            off[one.id] = number, one
    steps = [line.head]
    while before := parents[steps[-1]]:
        steps.append(before[0])
    reached: set[str] = set()
    found = {}
    for step in reversed(steps):
        reached.add(step)
        brought: list[tuple[int, Commit]] = []
        waiting = parents[step][1:]
        while waiting:
            key = waiting.pop()
            if key not in reached:
                reached.add(key)
                waiting += parents[key]
                brought += [off[key]] if key in off else []
        if brought:
            # git tells the newest first.
            found[step] = tuple(one for _number, one in sorted(brought, key=_place_in_log))
    return found


def changed(line: PastLine) -> frozenset[str]:
    """Return the files of the data that are not as HEAD has them, from ``data/`` on.

    Those that git ignores are not among them. Raises UserError (exit 3) where git cannot tell.
    """
    place = line.places[0]
    asked = ("status", "--porcelain", "-z", "-uall", "--no-renames", "--", place)
    told = os.fsencode(place)
    listed = filter(None, _run(line.top, *asked).raw.split(b"\0"))
    return frozenset(_DATA + os.fsdecode(one[3 + len(told) :]) for one in listed)


def _place_in_log(numbered: tuple[int, Commit]) -> int:
    return -numbered[0]


def _place(root: Path, commit: str | None) -> tuple[Path, str, str]:
    """Return the folder of the repository, the place of the data in it, and a commit, else HEAD.

    Raises UserError (exit 3) where git has no such commit, or only a part of the history.
    """
    asked = ("--is-shallow-repository", "--show-toplevel", "--show-prefix")
    ran = program.run(root, "rev-parse", *asked, f"{commit or 'HEAD'}^{{commit}}")
    if ran.code:
        # What is missing takes one more question.
        revision.head(root)
        raise unread(ran)
    is_shallow, top, prefix, head = ran.out.split("\n")
    if is_shallow != "false":
        raise only_a_part()
    return Path(top), f"{prefix}{_DATA}", head


def _older(top: Path, commit: str, place: str, *, personal: bool) -> Iterator[Commit]:
    """Yield the commits of the line that changed a place, the newest first."""
    more = ("--first-parent", "-m")
    return _logged(top, commit, (place,), *more, personal=personal)


def _logged(
    top: Path, commit: str, places: Iterable[str], *more: str, personal: bool = False
) -> Iterator[Commit]:
    form = _HEAD + (_PERSONAL if personal else "")
    ran = _run(top, *_PLAIN, "log", *more, *_RAW, f"--format={form}", commit, "--", *places)
    prefixes = tuple(os.fsencode(place) for place in places)
    head: list[str] = []
    touched: list[Touch] = []
    # A name, a message and a path may hold whatever they like, but no NUL; so all is counted.
    told = iter(ran.raw.split(b"\0"))
    for part in told:
        if part.startswith((b":", b"\n:")):
            touch = _touch(part, next(told), prefixes)
            if touch is not None:
                touched.append(touch)
        elif key := part.strip(b"\n"):
            if head:
                yield _commit(head, touched)
            fields = [key, *(next(told) for _one in range(form.count("%x00") - 1))]
            head, touched = [one.decode("utf-8", "replace").strip("\n") for one in fields], []
    if head:
        yield _commit(head, touched)


def _commit(head: list[str], touched: Iterable[Touch]) -> Commit:
    key, moment, parents, *personal = head
    return Commit(key, tuple(parents.split()), int(moment), tuple(touched), *personal)


def _touch(told: bytes, path: bytes, places: tuple[bytes, ...]) -> Touch | None:
    """Return what git's own line (modes, blobs and a letter) tells of a path, if it is of data."""
    was, now, before, after, _letter = told.lstrip(b"\n:").split()
    for place in places:
        if path.startswith(place) and path[len(place) :][:1] in (b"/", b""):
            break
    else:
        return None
    if path == place and b"160000" in (was, now):
        raise UserError(
            _("data/ is a submodule: its history is its own"),
            exit_code=3,
            hint=_("ask in the folder of that repository"),
        )
    touch = Touch(_DATA + os.fsdecode(path[len(place) :]), _file(was, before), _file(now, after))
    return touch if touch.before != touch.after else None


def _file(mode: bytes, blob: bytes) -> str | None:
    """Return the blob of a plain file; nothing is read of links and submodules."""
    return blob.decode("ascii") if mode.startswith(b"100") else None


def _has_come(commit: Commit) -> bool:
    """True where the agreement came to its place with this commit, and there was one before it."""
    agreement = f"{_DATA}/{_AGREEMENT}"
    return bool(commit.parents) and any(
        one.path == agreement and one.before is None for one in commit.touched
    )


def _moved(top: Path, commit: Commit, place: str) -> str | None:
    """Return the folder from which a commit moved the data to a place, None where it did not."""
    ran = _run(
        top,
        *("diff-tree", "-r", "-z", "-M", "--diff-filter=R", "--no-abbrev"),
        *(commit.parents[0], commit.id),
    )
    told = iter(ran.out.split("\0"))
    for modes in told:
        if not modes.startswith(":"):
            continue
        old, new = next(told), next(told)
        folder = PurePosixPath(old).parent.as_posix()
        if new == f"{place}/{_AGREEMENT}" and folder not in (".", place):
            return folder
    return None


def _between(top: Path, commit: Commit, place: str, earlier: str) -> tuple[Touch, ...]:
    """Return what differs between the data in an earlier folder and what a commit made of it."""
    was, now = _files(top, commit.parents[0], earlier), _files(top, commit.id, place)
    return tuple(
        Touch(path, was.get(path), now.get(path))
        for path in sorted(was.keys() | now.keys())
        if was.get(path) != now.get(path)
    )


def _files(top: Path, commit: str, place: str) -> dict[str, str]:
    """Return the blobs of the files at a place in a commit, by their paths from ``data/`` on."""
    ran = _run(top, "ls-tree", "-r", "-z", commit, "--", place)
    found = {}
    for one in filter(None, ran.raw.split(b"\0")):
        told, _tab, path = one.partition(b"\t")
        mode, _kind, blob = told.split()
        if mode.startswith(b"100"):
            shown = _DATA + os.fsdecode(path)[len(place) :]
            found[shown] = blob.decode("ascii")
    return found


def _run(root: Path, *arguments: str) -> program.Ran:
    """Run git and return what it wrote. Raises UserError (exit 3) where it fails."""
    ran = program.run(root, *arguments)
    if ran.code:
        raise unread(ran)
    return ran
