"""Whatever befalls a system call on the cache, the answer is the same, and so is the next."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import REGION

STRACE = shutil.which("strace")
pytestmark = [
    pytest.mark.proof,
    pytest.mark.skipif(
        STRACE is None, reason="no strace here: apt-get install strace (.ci/run does)"
    ),
]
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "CI"}
"""Where ``CI`` is set, files are compared by content, and no stamp is believed."""

NAMES = "openat,read,write,rename,unlink,mkdir,fstat,newfstatat,getdents64"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A region of its own, and an empty folder for the cache.

    It waits until the stamps of the files are old enough to be believed: until then each run
    judges and keeps them anew, and a run would make other calls than the one before it.
    """
    shutil.copytree(REGION, tmp_path / "region")
    (tmp_path / "kept").mkdir()
    time.sleep(3)
    return tmp_path


def run(base: Path, *strace: str) -> tuple[int, str]:
    """Return the exit code and the answer of a question."""
    before = (str(STRACE), "-f", "-qqq", "-y", *strace) if strace else ()
    done = subprocess.run(
        [*before, sys.executable, "-m", "yhdyspinta_cli", "status"],
        cwd=base / "region",
        env=_ENVIRONMENT | {"XDG_CACHE_HOME": str(base / "kept"), "PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def touching(base: Path) -> list[tuple[str, int]]:
    """Return the calls on the cache, each with its number among those of its name."""
    trace = base / "trace"
    run(base, "-e", f"trace={NAMES}", "-o", str(trace))
    numbers: dict[str, int] = {}
    found: list[tuple[str, int]] = []
    for line in trace.read_text("utf-8", "replace").splitlines():
        if match := re.match(r"[0-9]+ +([a-z0-9_]+)\(", line):
            name = match.group(1)
            numbers[name] = numbers.get(name, 0) + 1
            if f"{base / 'kept'}" in line:
                found.append((name, numbers[name]))
    return found


@pytest.mark.parametrize("is_kept", [False, True], ids=["none kept yet", "kept"])
@pytest.mark.parametrize("fault", ["error=EIO", "error=ENOSPC", "error=EACCES", "signal=KILL"])
def test_a_fault_of_the_cache_is_none_of_the_answer(base: Path, fault: str, is_kept: bool) -> None:
    def begin() -> None:
        shutil.rmtree(base / "kept")
        (base / "kept").mkdir()
        if is_kept:
            run(base)

    right = run(base)
    assert right[0] == 0
    begin()
    calls = touching(base)
    assert len(calls) > (3 if is_kept else 5)
    for name, number in calls:
        begin()
        inject = f"inject={name}:{fault}:when={number}"
        done = run(base, "-e", f"trace={name}", "-o", "/dev/null", "-e", inject)
        assert done == right or fault == "signal=KILL", (name, number)
        assert run(base) == right, (name, number)
