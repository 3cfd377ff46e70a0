"""`yp init` at a real terminal: Ctrl-C at a question, and a run that is killed while it writes."""

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.beginning.test_init import NAMES, OPTIONS, tree

pytestmark = pytest.mark.proof
YP = (sys.executable, "-m", "yhdyspinta_cli")


def read_to(terminal: int, words: bytes) -> bytes:
    """Return what the program has written when it has written these words."""
    found = b""
    while words not in found:
        found += os.read(terminal, 1024)
    return found


@pytest.mark.parametrize("line", ["init", "new actor"])
def test_ctrl_c_at_a_question_leaves_nothing(region: Path, tmp_path: Path, line: str) -> None:
    folder = tmp_path / "empty" if line == "init" else region
    folder.mkdir(exist_ok=True)
    before = tree(folder)
    ours, theirs = pty.openpty()
    started = subprocess.Popen(
        [*YP, *line.split()],
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    read_to(ours, b": ")
    os.write(ours, b"Tiimi\n")
    read_to(ours, b": ")
    os.killpg(started.pid, signal.SIGINT)
    assert started.wait(timeout=30) == 130
    assert b"interrupted; nothing was written" in read_to(ours, b"written")
    assert tree(folder) == before
    os.close(ours)
    os.close(theirs)


_KILLED = """
import os, signal, sys
from yhdyspinta_cli import __main__
from yhdyspinta_cli.store import atomic
create, written = atomic.create, []
def stops(root, path, raw):
    written.append(path)
    if len(written) == {n}:
        os.kill(os.getpid(), signal.SIGKILL)
    return create(root, path, raw)
atomic.create = stops
sys.argv = ["yp", "init", *{line!r}]
__main__.main()
"""


@pytest.mark.parametrize("n", [1, 7, 12, 13])
def test_a_run_that_was_killed_is_completed_by_the_next(tmp_path: Path, n: int) -> None:
    line = ("uusi", *OPTIONS, *NAMES)
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED.format(n=n, line=line)], cwd=tmp_path, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert len(tree(tmp_path / "uusi")) == n - 1
    for folder in ("uusi", "toinen"):
        run = (*YP, "init", folder, *OPTIONS, *NAMES)
        subprocess.run(run, cwd=tmp_path, check=True, capture_output=True)
    assert tree(tmp_path / "uusi") == tree(tmp_path / "toinen")
