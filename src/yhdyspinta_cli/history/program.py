"""Running the git program in a knowledge base: fixed arguments, a clean environment, a limit.

What the repository's own files could make git run by themselves is switched off
(`core.fsmonitor`, a bare repository committed as plain files); hooks run where git runs them.
"""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _

LIMIT = 60.0
"""How many seconds a git command may run, its hooks included."""

_GRACE = 5.0
_SAFE = ("-c", "safe.bareRepository=explicit", "-c", "core.fsmonitor=false")
_KEPT = (
    "GIT_AUTHOR_",
    "GIT_COMMITTER_",
    "GIT_SSH",
    "GIT_ASKPASS",
    "GIT_CONFIG",
)
"""The beginnings of the variables that git keeps: identity, ssh, configuration."""


@frozen
class Ran:
    """How a git command ended: its exit code, what it wrote, what it complained of."""

    code: int
    raw: bytes
    err: str

    @property
    def out(self) -> str:
        """What it wrote to stdout, without the last newline."""
        return self.raw.decode("utf-8", "surrogateescape").removesuffix("\n")

    @property
    def reason(self) -> str:
        """The line of its complaint that says most, without git's own prefix."""
        lines = [line.strip() for line in self.err.splitlines() if line.strip()]
        telling = [line for line in lines if line.startswith(("fatal:", "error:"))] or lines
        return telling[0].split(": ", 1)[-1] if telling else ""

    @property
    def advice(self) -> str:
        """What git itself advises where it refuses a repository of another user, else empty."""
        lines = (line.strip() for line in self.err.splitlines())
        return next((line for line in lines if "safe.directory" in line), "")


def run(
    root: Path,
    *arguments: str,
    limit: float = LIMIT,
    told: bytes | None = None,
    index: str | None = None,
) -> Ran:
    """Run ``git ARGUMENTS`` in `root` and return how it ended, whatever the exit code.

    `told` is what it reads from stdin, where nothing is there without it. `index` is the file that
    it takes for its index, where it is not the repository's own.

    Raises UserError (exit 3) where there is no git program, OSError where it cannot be run.
    """
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")
    from subprocess import PIPE

    from git import Git
    from git.exc import GitCommandNotFound

    folder = str(root.resolve())
    # check-ignore is the one command that knows no literal paths.
    literal = () if arguments[0] == "check-ignore" else ("--literal-pathspecs",)
    command = ["git", "-C", folder, *literal, *_SAFE, *arguments]
    given = {"LC_ALL": "C.UTF-8", "GIT_TERMINAL_PROMPT": "0"}
    if index is not None:
        given["GIT_INDEX_FILE"] = index
    with _clean_environment():
        try:
            started = Git(folder).execute(
                command,
                istream=None if told is None else PIPE,
                as_process=True,
                env=given,
            )
        except GitCommandNotFound as error:
            raise UserError(
                _("there is no git program"),
                exit_code=3,
                hint=_("install git; only --commit and questions about history need it"),
            ) from error
    process: Any = started.proc
    return _ended(process, limit, told)


@contextmanager
def _clean_environment() -> Iterator[None]:
    """Hide GIT_DIR, GIT_INDEX_FILE and their like: they speak of another command's repository.

    From the process itself, since GitPython starts git with a copy of os.environ and its `env` can
    only add to it; an empty GIT_DIR is a repository that does not exist.
    """
    hidden = {
        name: value
        for name, value in os.environ.items()
        if name.startswith("GIT_") and not name.startswith(_KEPT)
    }
    for name in hidden:
        del os.environ[name]
    try:
        yield
    finally:
        os.environ.update(hidden)


def _ended(process: Any, limit: float, told: bytes | None) -> Ran:
    from subprocess import TimeoutExpired

    try:
        out, err = process.communicate(told, timeout=limit)
        return Ran(process.returncode, out, err.decode("utf-8", "replace"))
    except TimeoutExpired:
        _stop(process)
    except (KeyboardInterrupt, SystemExit):
        # Nothing goes on behind the back of whoever interrupts.
        _stop(process)
        raise
    message = _("it took longer than {seconds} seconds").format(seconds=round(limit))
    return Ran(process.returncode, b"", message)


def _stop(process: Any) -> None:
    """End a git command and what it has started."""
    from subprocess import TimeoutExpired

    # The hook first: git then ends by itself and takes its lock files with it.
    for child in _descendants(process.pid):
        with suppress(OSError):
            os.kill(child, signal.SIGTERM)
    for ending in (signal.SIGTERM, signal.SIGKILL):
        try:
            process.wait(_GRACE)
            break
        except TimeoutExpired:
            process.send_signal(ending)
    process.wait()
    for stream in (process.stdout, process.stderr):
        stream.close()


def _descendants(parent: int) -> list[int]:
    """Return the processes below a process, where the system tells them (Linux)."""
    found: list[int] = []
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        with suppress(OSError):
            for child in map(int, task.read_text().split()):
                found += [child, *_descendants(child)]
    return found
