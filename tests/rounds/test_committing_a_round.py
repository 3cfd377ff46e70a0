"""`yp round collect --commit` after a run that was broken, and where git or the lock hinders it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Result, Yp
from tests.rounds import filling
from tests.rounds.conftest import git
from tests.rounds.test_collecting import SOUND, collect, files  # noqa: F401
from yhdyspinta_cli.store import lock

Collect = Callable[..., Result]


@pytest.mark.parametrize("kept", range(7))
def test_what_a_broken_run_left_comes_into_the_commit(
    base: Path,
    workbook: Path,
    collect: Collect,  # noqa: F811
    kept: int,
) -> None:
    filling.fill(workbook, SOUND)
    before = files(base)
    assert collect(workbook).code == 0
    whole = files(base)
    for path in [path for path in whole if path not in before][kept:]:
        (base / path).unlink()
    if kept > 3:
        git(base, "add", "-A")
    done = collect(workbook, more=("--commit",))
    assert done.code == 0, done.err
    assert files(base) == whole
    assert git(base, "status", "--porcelain") == ""
    assert git(base, "log", "-1", "--format=%s") == "Hallavesi: round 2025, 5 reports"
    assert len(git(base, "show", "--name-status", "--format=", "HEAD").splitlines()) == 6
    once = git(base, "rev-parse", "HEAD")
    assert collect(workbook, more=("--commit",)).code == 0
    assert git(base, "rev-parse", "HEAD") == once


def test_only_what_is_new_is_counted_in_a_later_commit(
    base: Path,
    workbook: Path,
    collect: Collect,  # noqa: F811
) -> None:
    filling.fill(workbook, SOUND)
    assert collect(workbook, more=("--commit",)).code == 0
    filling.fill(workbook, {("indicators", "mittari-j5"): {"value": "kyllä"}})
    done = collect(workbook, more=("--commit",))
    assert done.code == 0, done.err
    assert git(base, "log", "-1", "--format=%s") == "Hallavesi: round 2025, 1 report"


def test_a_hook_that_refuses_leaves_the_files_for_the_next_run(
    base: Path,
    workbook: Path,
    collect: Collect,  # noqa: F811
) -> None:
    hook = base / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    filling.fill(workbook, SOUND)
    done = collect(workbook, more=("--commit",))
    assert done.code == 5
    assert "saved, but not committed" in done.err
    assert len(git(base, "status", "--porcelain", "-uall").splitlines()) == 6
    hook.unlink()
    assert collect(workbook, more=("--commit",)).code == 0
    assert git(base, "status", "--porcelain") == ""


def test_what_hinders_every_workbook_is_told_once(
    yp: Yp,
    base: Path,
    workbook: Path,
    collect: Collect,  # noqa: F811
    tmp_path: Path,
) -> None:
    other = tmp_path / "lumikoski.xlsx"
    yp("round", "ask", "--party", "lumikoski", "--year", "2025", "-o", str(other), cwd=base)
    for path in (workbook, other):
        filling.fill(path, {("measures", "asukkaiden-osallisuus"): {"state": "valmis"}})
    git(base, "checkout", "-q", "--detach")
    before = files(base)
    done = collect(workbook, other, more=("--commit",))
    assert done.code == 4
    assert done.err.count("HEAD is detached") == 1
    assert "hallavesi.xlsx: HEAD is detached" in done.err
    assert "mend the cells" not in done.err
    assert files(base) == before


def test_a_lock_that_another_holds_is_waited_for_once(
    base: Path,
    workbook: Path,
    collect: Collect,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.2)
    filling.fill(workbook, SOUND)
    before = files(base)
    with lock.locked(base):
        done = collect(workbook, workbook)
    assert done.code == 4
    assert done.err.count("another yp (pid") == 1
    assert files(base) == before
    assert collect(workbook).code == 0
