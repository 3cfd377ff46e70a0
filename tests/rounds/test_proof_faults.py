"""`yp round collect` killed at many moments, on a full disk, without rights; then run again.

The faults are real, as in tests/store/test_proof_saving.py.
"""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.rounds import filling
from tests.rounds.conftest import PARTY, git
from tests.rounds.test_collecting import SOUND, files
from tests.store.test_proof_saving import (
    AS_NOBODY,
    STRACE,
    Run,
    needs_root,
    needs_strace,
    open_folder,  # noqa: F401
    run,
)

pytestmark = pytest.mark.proof


@pytest.fixture
def filled(workbook: Path) -> Path:
    return filling.fill(workbook, SOUND)


def collected(root: Path, filled: Path, *more: str, before: tuple[str, ...] = ()) -> Run:
    return run(root, "round", "collect", str(filled), *more, before=before)


@pytest.fixture
def whole(base: Path, filled: Path, tmp_path: Path) -> dict[str, bytes]:
    """The files after an undisturbed run."""
    root = tmp_path / "whole"
    shutil.copytree(base, root)
    assert collected(root, filled).code == 0
    assert len(files(root)) == len(files(base)) + 6
    return files(root)


def moments(base: Path, filled: Path, folder: Path, words: str, *more: str) -> list[int]:
    """Return the numbers of the calls of a name that an undisturbed run makes, its caches warm.

    Those alone in whose line the `words` stand; the name is the first of them.
    """
    call = words.split("(")[0]
    for number in range(2):
        root = folder / f"{call}{number}"
        shutil.copytree(base, root)
        log = folder / f"{call}.log"
        strace = (str(STRACE), "-f", "-qqq", "-o", str(log), "-e", f"trace={call}")
        assert collected(root, filled, *more, before=strace).code == 0
    lines = log.read_text("utf-8", "replace").splitlines()
    calls = [line for line in lines if f" {call}(" in line]
    return [number for number, line in enumerate(calls, 1) if f" {words}" in line]


def spread(numbers: list[int], count: int) -> list[int]:
    """Return so many of the numbers, evenly, the last among them."""
    return numbers[:: -max(1, len(numbers) // count)][:count]


@needs_strace
@pytest.mark.parametrize("more", [(), ("--commit",)], ids=["saved", "committed"])
def test_proof_killed_at_many_moments_and_run_again_each_record_is_there_once(
    base: Path, filled: Path, whole: dict[str, bytes], tmp_path: Path, more: tuple[str, ...]
) -> None:
    """Before and after a file gets its name, and while git works."""
    before = files(base)
    count = {"linkat": 6, "unlinkat": 1}
    if more:
        count = {"linkat": 2, "unlinkat": 1, f'execve("{shutil.which("git")}"': 5, "wait4": 5}
    points = [
        (words.split("(")[0], when)
        for words, most in count.items()
        for when in spread(moments(base, filled, tmp_path, words, *more), most)
    ]

    def killed(point: tuple[str, int]) -> int:
        call, when = point
        root = tmp_path / f"at-{call}-{when}"
        shutil.copytree(base, root)
        inject = ("-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={when}")
        strace = (str(STRACE), "-f", "-qqq", "-o", "/dev/null", *inject)
        done = collected(root, filled, *more, before=strace)
        stands = files(root)
        assert before.items() <= stands.items() <= whole.items(), point
        # A git that was killed leaves its lock; it says so itself, and whose it is to delete.
        (root / ".git" / "index.lock").unlink(missing_ok=True)
        again = collected(root, filled, "--commit")
        assert again.code == 0, (point, again)
        assert files(root) == whole, point
        assert git(root, "status", "--porcelain") == "", point
        assert not list(root.glob("data/**/.yp-*")), point
        shutil.rmtree(root)
        return len(stands) - len(before) if done.code in (-9, 137) else -1

    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(killed, points))
    print(f"new files that stood at each kill, -1 where it lived on: {sorted(found)}")
    # The last number is of a kill after all six were written.
    assert set(found) >= ({5, 6} if more else set(range(7)))


@needs_strace
@pytest.mark.parametrize(("name", "code"), [("TERM", 143), ("INT", 130)])
def test_proof_an_interruption_tells_how_many_files_are_saved(
    base: Path, filled: Path, whole: dict[str, bytes], name: str, code: int
) -> None:
    before = files(base)
    inject = ("-e", "trace=linkat", "-e", f"inject=linkat:signal={name}:when=4")
    strace = (str(STRACE), "-f", "-qqq", "-o", "/dev/null", *inject)
    done = collected(base, filled, "--commit", before=strace)
    assert done.code == code, done
    stand = len(files(base)) - len(before)
    assert stand in (3, 4)
    assert f"interrupted; {stand} of 6 files are saved" in done.err, done
    assert collected(base, filled, "--commit").code == 0
    assert files(base) == whole
    assert git(base, "status", "--porcelain") == ""


@needs_root
def test_proof_a_disk_that_fills_up_tells_how_many_files_are_saved(
    base: Path, filled: Path, whole: dict[str, bytes]
) -> None:
    folder = base / "data" / "values" / "2025"
    shutil.copytree(folder, base / "kept")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m,nr_inodes=1", "yp-proof", str(folder)],
        capture_output=True, check=False,
    )  # fmt: skip
    if mounted.returncode:
        pytest.skip("no disk may be mounted here")
    try:
        done = collected(base, filled)
    finally:
        subprocess.run(["umount", str(folder)], check=True)
    assert done.code == 3, done
    assert "values/2025/" in done.err
    assert "2 of 6 files are saved" in done.err
    assert "run it again" in done.err
    assert collected(base, filled).code == 0
    assert files(base) == whole


@needs_root
def test_proof_a_folder_that_may_not_be_written_to(
    base: Path,
    filled: Path,
    open_folder: Path,  # noqa: F811
) -> None:
    root = open_folder / "base"
    shutil.copytree(base, root)
    workbook = shutil.copy(filled, open_folder / f"{PARTY}.xlsx")
    subprocess.run(["chown", "-R", "65534:65534", str(root)], check=True)
    before = files(root)
    os.chown(root / "data" / "updates" / "2025", 0, 0)
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, "round", "collect", str(workbook)],
        cwd=root, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 3, done
    assert "data/updates/2025" in done.stderr
    assert "cannot be written: Permission denied; nothing was changed" in done.stderr
    assert files(root) == before
