"""The revision that the data is at, and the one that is asked for, told by git itself."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from pathlib import Path

from yhdyspinta_cli.diagnostic import UserError, quoted
from yhdyspinta_cli.history import program
from yhdyspinta_cli.history.program import Ran
from yhdyspinta_cli.language import day_text
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.catalogue import FOLDERS, LIST_FILES, ROOT_FILES

_NOT_IN_A_NAME = re.compile(r"^-|[\s:?*\[\\]|\.\.")
"""What no name of one commit has: an option, a place in a tree, a run of commits, a pattern."""

_LONGEST = 200

_DATA = tuple(
    f"data/{name}" for name in (*ROOT_FILES, *LIST_FILES, *FOLDERS) if name != "publications"
)
"""What a report is made of: that one was published is told beside it and changes none."""


def revision(root: Path) -> str | None:
    """Return the latest commit of the data, twelve letters of it; ``+`` where data has changed.

    What tells of published reports is left out, as in the digest of the data. None where there is
    no git, no commit of the data, or only a part of the history.
    """
    try:
        found = program.run(root, "log", "-1", "--format=%H", "--", *_DATA)
        if found.code or not found.out or _is_shallow(root):
            return None
        changed = program.run(root, "status", "--porcelain", "--", *_DATA).out
    except UserError:
        return None
    return found.out[:12] + ("+" if changed else "")


def committed(root: Path) -> str:
    """Return the latest commit of the data that a report is made of, where all of it is committed.

    Raises UserError: exit 3 without git, a repository, a commit or the whole history, exit 4 where
    some of the data is not committed.
    """
    last = head(root)
    changed = program.run(root, "status", "--porcelain", "-z", "--", *_DATA)
    if changed.code:
        raise unread(changed)
    if changed.out:
        path = changed.out.split("\0")[0][3:]
        raise UserError(
            _("{path} is not committed: no revision has the data as it is").format(
                path=quoted(path, _LONGEST)
            ),
            exit_code=4,
            hint=_("commit the data first: git add data && git commit"),
        )
    found = program.run(root, "log", "-1", "--format=%H", last, "--", *_DATA)
    if found.code or not found.out:
        raise unread(found)
    if _is_shallow(root):
        raise _cut(_("which commit changed the data last is not known"))
    return found.out


def uncommitted(root: Path) -> int:
    """Return how many files of the data are not as HEAD has them: new, changed or deleted.

    Raises UserError (exit 3) where git cannot tell.
    """
    line = ("status", "--porcelain=v1", "-z", "--no-renames", "--untracked-files=all")
    found = program.run(root, *line, "--", "data")
    if found.code:
        raise unread(found)
    return sum(bool(one) for one in found.out.split("\0"))


def last_change(root: Path, commit: str | None = None) -> tuple[datetime, bool] | None:
    """Return when the data was last committed, and whether it has changed since.

    Of an earlier `commit` the moment is the one that was the last one then. None where there is
    no git and where no data is committed.
    """
    try:
        told = program.run(root, "log", "--format=%ct", commit or "HEAD", "--", "data")
        if told.code or not told.out:
            return None
        changed = commit is None and program.run(root, "status", "--porcelain", "--", "data").out
    except (UserError, OSError):
        return None
    # A clock that once went wrong must not make what came after it older.
    return datetime.fromtimestamp(max(map(int, told.out.split())), UTC), bool(changed)


def head(root: Path) -> str:
    """Return the commit that HEAD is at.

    Raises UserError (exit 3) without git, a repository or a commit.
    """
    inside = program.run(root, "rev-parse", "--git-dir")
    if inside.code:
        raise unread(inside)
    found = _commit(root, "HEAD")
    if not found.out:
        raise UserError(
            _("there is no commit yet: nothing is known of an earlier day"),
            exit_code=3,
            hint=_("commit the data first: git add data && git commit"),
        )
    return found.out


def named(root: Path, name: str) -> str:
    """Return the commit that a commit's id, a tag, a branch or a word like HEAD~1 names.

    Raises UserError: exit 2 for what names no commit or two, exit 3 where the clone has only a
    part of the history.
    """
    if not name or len(name) > _LONGEST or not name.isprintable() or _NOT_IN_A_NAME.search(name):
        raise _unknown(name)
    found = _commit(root, name)
    if "ambiguous" in found.err:
        raise _ambiguous(name, name)
    if found.out:
        return found.out
    if _is_shallow(root):
        raise _cut(_("{name} is not in it").format(name=quoted(name)))
    raise _unknown(name)


def of_day(root: Path, line: str, day: date, zone: tzinfo, names: tuple[str, ...]) -> str:
    """Return the last commit before the end of a day in a zone, on the first-parent line of `line`.

    Raises UserError: exit 2 where a tag or a branch has one of the `names` of the day, exit 1 where
    there was no commit yet, exit 3 where the clone has only a part of the history.
    """
    places = [f"refs/{kind}/{name}" for name in names for kind in ("tags", "heads")]
    for name in (place for place in places if _commit(root, place).out):
        raise _ambiguous(names[0], name)
    first_of_next = datetime.combine(day + timedelta(days=1), time(), zone)
    # A bare day is to git that day at the present time of day. No commit is older than 1970.
    last = max(int(first_of_next.timestamp()) - 1, 0)
    walk = ("rev-list", "--first-parent")
    found = program.run(root, *walk, "--max-count=1", f"--before=@{last} +0000", line)
    if found.code:
        raise unread(found)
    if found.out:
        return found.out
    if _is_shallow(root):
        raise _cut(_("it does not reach back to {day}").format(day=day_text(day)))
    first = program.run(root, *walk, "--max-parents=0", line).out
    raise UserError(
        _("on {day} there was no commit yet").format(day=day_text(day)),
        exit_code=1,
        hint=_("the first one is of {day}").format(day=day_text(day_of(root, first, zone))),
    )


def parting(root: Path, one: str, other: str) -> str:
    """Return the commit at which two lines of history parted; `one` where they share none.

    Raises UserError (exit 3) where the clone has only a part of the history, or git cannot tell.
    """
    found = program.run(root, "merge-base", one, other)
    if found.out and found.code == 0:
        return found.out
    if found.code > 1:
        raise unread(found)
    if _is_shallow(root):
        raise _cut(_("it does not reach back to where the two parted"))
    return one


def day_of(root: Path, commit: str, zone: tzinfo) -> date:
    """Return the day on which a commit was made, in a time zone. Raises UserError (exit 3)."""
    told = program.run(root, "rev-list", "--max-count=1", "--timestamp", commit)
    if told.code:
        raise unread(told)
    return datetime.fromtimestamp(int(told.out.split()[0]), UTC).astimezone(zone).date()


def only_a_part() -> UserError:
    """Return that the clone has only a part of the history (exit 3), and what to do about it."""
    return _cut(_("what came before is not known"))


def unread(ran: Ran) -> UserError:
    """Return that git could not tell of the history, and why."""
    return UserError(
        _("the history cannot be read: {reason}").format(
            reason=ran.reason or _("git gave no reason")
        ),
        exit_code=3,
        hint=ran.advice or _("run it in a git repository"),
    )


def _commit(root: Path, name: str) -> Ran:
    """Ask for the commit of a name; nothing is out where it names none, or more than one."""
    ran = program.run(root, "rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
    is_one = ran.code == 0 and re.fullmatch(r"[0-9a-f]{40,64}", ran.out)
    return ran if is_one else Ran(ran.code or 1, b"", ran.err)


def _is_shallow(root: Path) -> bool:
    return program.run(root, "rev-parse", "--is-shallow-repository").out != "false"


def _unknown(name: str) -> UserError:
    return UserError(
        _("git knows no revision {name}").format(name=quoted(name)),
        hint=_("a revision is a commit, a tag, a branch, or a day: 2024-05-14"),
    )


def _ambiguous(name: str, one: str) -> UserError:
    return UserError(
        _("{name} is ambiguous: it names more than one revision").format(name=quoted(name)),
        hint=_("write the whole name, {name}, or a commit").format(name=quoted(one, _LONGEST)),
    )


def _cut(what: str) -> UserError:
    return UserError(
        _("this clone has only a part of the history: {what}").format(what=what),
        exit_code=3,
        hint=_("fetch the whole: git fetch --unshallow, in CI fetch-depth: 0"),
    )
