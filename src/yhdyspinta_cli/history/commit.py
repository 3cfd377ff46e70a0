"""One commit of exactly the files just written, made by git itself.

`ready` is asked before anything is written and refuses what would fail afterwards; `commit`
runs under the same lock as the writing. Other staged work stays staged.
"""

import os
import shlex
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.history.program import Ran, run
from yhdyspinta_cli.language import text as _

_UNDERWAY = (
    "MERGE_HEAD",
    "CHERRY_PICK_HEAD",
    "REVERT_HEAD",
    "rebase-merge",
    "rebase-apply",
)
_PAUSES = (0.1, 0.2, 0.4, 0.8, 1.5)
"""How many seconds to wait for another git to drop its index.lock, one try after another."""


def ready(
    root: Path, paths: Sequence[str], needs: Iterable[str] = (), left: Sequence[str] = ()
) -> None:
    """Refuse where the new files `paths` (below `root`) could not be committed on their own.

    `needs` are the files whose records the new one names: without them in the last commit, the
    next one would hold a report on something that is not there. `left` are files that an earlier
    run wrote and did not commit: they come along.

    Raises UserError: exit 3 without git, a repository or an identity, exit 4 where the state of
    the repository forbids it. Nothing has been written then.
    """
    asked = [word for name in (*_UNDERWAY, "index.lock") for word in ("--git-path", name)]
    try:
        inside = run(root, "rev-parse", "--is-inside-work-tree", *asked)
    except UserError as error:
        raise UserError(
            _("{reason}; nothing was written").format(reason=error.message),
            exit_code=error.exit_code,
            hint=error.hint,
        ) from error
    is_inside, *places = inside.out.split("\n")
    if inside.code or is_inside != "true":
        raise _cannot(inside, _("not the work tree of a git repository"))
    if run(root, "symbolic-ref", "-q", "HEAD").code:
        raise _refused(
            _("HEAD is detached: a commit would belong to no branch"),
            _("switch to a branch: git switch NAME"),
        )
    _nothing_underway([root / place for place in places])
    for name in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
        identity = run(root, "var", name)
        if identity.code:
            raise UserError(
                _("git does not know who commits; nothing was written"),
                exit_code=3,
                hint=_('git config user.name "…" and git config user.email "…"'),
            )
    _clean_targets(root, paths, left)
    for need in lacking(root, tuple(dict.fromkeys(needs))):
        if need not in left:
            raise _refused(
                _("{path}, which the report names, is not committed yet").format(path=need),
                _("commit it first: {command}").format(command=_committing(root, need)),
            )


def lacking(root: Path, paths: Sequence[str]) -> tuple[str, ...]:
    """Return those of the files (below `root`) that the last commit does not have.

    All of them where nothing is committed. Raises UserError (exit 3) where there is no git.
    """
    if not paths:
        return ()
    # Paths are given and told from the folder of the knowledge base, wherever the repository is.
    listed = run(root, "ls-tree", "-r", "-z", "--name-only", "HEAD", "--", *paths)
    held = set(listed.out.split("\0")) if listed.code == 0 else set()
    return tuple(path for path in paths if path not in held)


def _committing(root: Path, path: str) -> str:
    """Return the command that commits a file alone, from whichever folder the reader stands in."""
    inside, file = f"git -C {shlex.quote(str(root))}", shlex.quote(path)
    return f"{inside} add {file} && {inside} commit {file}"


def _nothing_underway(paths: Sequence[Path]) -> None:
    """Refuse where one of the files is there that git has while something goes on."""
    *underway, lock = paths
    for path in underway:
        if path.exists():
            raise _refused(
                _("a merge, rebase or the like is in progress ({name})").format(name=path.name),
                _("finish it or abort it first; 'git status' tells how"),
            )
    for pause in _PAUSES:
        if not lock.exists():
            return
        time.sleep(pause)
    if lock.exists():
        raise _refused(
            _("another git command is running: {path} exists").format(path=lock),
            _("if none is, delete that file"),
        )


def _clean_targets(root: Path, paths: Sequence[str], left: Sequence[str]) -> None:
    ignored = run(root, "check-ignore", "--", *paths, *left)
    if ignored.code not in (0, 1):
        raise _cannot(ignored, "")
    if ignored.code == 0:
        raise _refused(_("git ignores {path}").format(path=ignored.out.split("\n")[0]), "")
    for path in paths:
        state = run(root, "status", "--porcelain", "-z", "--untracked-files=all", "--", path)
        if state.code or state.out:
            raise _refused(
                _("{path} has changes in git that are not of this command").format(path=path),
                _("'git status' shows them"),
            )


def _refused(message: str, hint: str) -> UserError:
    return UserError(
        _("{reason}; nothing was written").format(reason=message), exit_code=4, hint=hint
    )


def _cannot(ran: Ran, otherwise: str) -> UserError:
    return UserError(
        _("no commit can be made here: {reason}; nothing was written").format(
            reason=ran.reason or otherwise
        ),
        exit_code=3,
        hint=ran.advice or _("leave out --commit, or run it in a git repository"),
    )


def commit(root: Path, paths: Sequence[str], message: str) -> bool:
    """Commit the files `paths` alone; return whether git stored the very bytes of each.

    They are new, or stand in the last commit with other bytes. A hook or a filter may have changed
    them. Raises UserError where no commit was made: exit 5,
    the files stay, the index is as before; exit 3 where a hook has removed one. Whoever
    interrupts it finds the files saved and not staged; so does whoever meets an OSError or a
    UserError because git could not be run any more.
    """
    wanted = {path: run(root, "hash-object", f"--path={path}", "--", path).out for path in paths}
    before = {path: _stored(root, path).out for path in paths}
    try:
        made = _patient(root, "add", "--", *paths)
        if made.code == 0:
            made = _patient(root, "commit", "--quiet", "--only", "-m", message, "--", *paths)
    except BaseException:
        with suppress(UserError, OSError):
            for path in paths:
                if _stored(root, path).out == before[path]:
                    _unstage(root, path)
        raise
    stored = {path: _stored(root, path) for path in paths}
    missing = [
        path
        for path in paths
        if stored[path].code or (stored[path].out == before[path] != wanted[path])
    ]
    if missing:
        _refuse_uncommitted(root, missing, made)
    changed = [path for path in paths if stored[path].out != wanted[path]]
    for path in changed:
        # A hook that rewrites a file during `commit --only` leaves its old bytes in the index.
        run(root, "reset", "--quiet", "--", path)
    return not changed


def _refuse_uncommitted(root: Path, paths: Sequence[str], made: Ran) -> NoReturn:
    for path in paths:
        _unstage(root, path)
    removed = next((one for one in paths if not (root / one).exists()), None)
    if removed is not None:
        raise UserError(
            _("a hook of git has removed {path}: nothing is saved").format(path=removed),
            exit_code=3,
            hint=_("'git log' shows what it has done instead"),
        )
    raise UserError(
        _("{path} is saved, but not committed: {reason}").format(
            path=", ".join(paths), reason=made.reason or _("git gave no reason")
        ),
        exit_code=5,
        hint=_by_hand(root, paths),
    )


def _stored(root: Path, path: str) -> Ran:
    """Ask which bytes the last commit has of a file; a code other than 0: none."""
    return run(root, "rev-parse", "--verify", "--quiet", f"HEAD:./{path}")


def is_committed(root: Path, path: str) -> bool:
    """Return whether the last commit has the file."""
    return _stored(root, path).code == 0


def _unstage(root: Path, path: str) -> None:
    """Leave the index as the last commit has the file: with its old bytes, or without it."""
    if is_committed(root, path):
        run(root, "reset", "--quiet", "--", path)
    else:
        run(root, "rm", "--cached", "--quiet", "--ignore-unmatch", "--", path)


def _by_hand(root: Path, paths: Sequence[str]) -> str:
    """The commands that commit the files from where the user stands."""
    folder = os.path.relpath(root)
    git = "git" if folder == "." else f"git -C {shlex.quote(folder)}"
    files = " ".join(paths)
    return f"{git} add -- {files} && {git} commit -- {files}"


def _patient(root: Path, *arguments: str) -> Ran:
    """Run a command that needs the index, again while another git holds its lock."""
    for pause in (*_PAUSES, 0.0):
        ran = run(root, *arguments)
        if ran.code == 0 or "index.lock" not in ran.err:
            break
        time.sleep(pause)
    return ran
