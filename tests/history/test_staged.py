"""`yp validate --staged`: what is about to be committed is judged, whatever is in the folder."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SHIPPED, Yp
from tests.history.test_committing import git

MEASURE = "data/measures/avoimet-ovet.yaml"


@pytest.fixture
def staged(region: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The fictional region, committed."""
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "a")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "a@example.invalid")
    git(region, "init", "-q", "-b", "main")
    git(region, "add", ".")
    git(region, "commit", "-qm", "a")
    return region


def measure(root: Path) -> Path:
    return next(iter(sorted((root / "data/measures").glob("*.yaml"))))


def break_goal(path: Path) -> str:
    """Let a measure name a goal that is not there; return the text as it was."""
    text = path.read_text("utf-8")
    lines = ["goal: puuttuu" if line.startswith("goal:") else line for line in text.splitlines()]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return text


def test_what_is_staged_is_judged_and_not_the_folder(staged: Path, yp: Yp) -> None:
    path = measure(staged)
    sound = break_goal(path)
    git(staged, "add", "-A")
    path.write_text(sound, "utf-8")
    result = yp("validate", "--staged", "--output-format", "concise", cwd=staged)
    assert result.code == 1
    assert result.out.count("YP201") == 1
    assert "what is staged was judged" in result.err
    assert yp("validate", cwd=staged).code == 0
    git(staged, "add", "-A")
    break_goal(path)
    assert yp("validate", "--staged", cwd=staged).code == 0
    assert yp("validate", cwd=staged).code == 1


def test_a_new_file_counts_once_it_is_staged_and_a_removed_one_no_more(
    staged: Path, yp: Yp
) -> None:
    def counted() -> str:
        return yp("validate", "--staged", cwd=staged).out.split(" ")[0]

    before = int(counted())
    new = staged / "data/updates/2024/2024-05-01-uusi.yaml"
    new.parent.mkdir(parents=True, exist_ok=True)
    measure_id = measure(staged).stem
    new.write_text(
        f"id: {new.stem}\nmeasure: {measure_id}\nstate: paused\non: 2024-05-01\n", "utf-8"
    )
    assert int(counted()) == before
    git(staged, "add", "-A")
    assert int(counted()) == before + 1
    git(staged, "rm", "-q", "--cached", str(new.relative_to(staged)))
    assert int(counted()) == before


@pytest.mark.parametrize("is_said", [True, False], ids=["said", "unsaid"])
def test_a_commit_of_one_file_is_judged_by_its_own_index(
    staged: Path, yp: Yp, is_said: bool
) -> None:
    """`git commit FILE` names to the hook an index in which the other files are as they were."""
    hook = staged / ".git/hooks/pre-commit"
    option = "--staged" if is_said else ""
    hook.write_text(f'#!/bin/sh\n"{sys.executable}" -m yhdyspinta_cli validate {option}\n', "utf-8")
    hook.chmod(0o755)
    first, second, *_others = sorted((staged / "data/measures").glob("*.yaml"))
    break_goal(first)
    second.write_text(second.read_text("utf-8") + "# tarkistettu\n", "utf-8")
    git(staged, "add", str(first.relative_to(staged)))

    def commit(path: Path) -> int:
        return subprocess.run(
            ["git", "commit", "-qm", "b", str(path.relative_to(staged))],
            cwd=staged,
            env=dict(os.environ),
            capture_output=True,
            check=False,
        ).returncode

    assert commit(second) == 0
    assert commit(first) != 0


def test_an_index_of_another_repository_is_not_believed(
    staged: Path, yp: Yp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "elsewhere"))
    assert yp("validate", "--staged", cwd=staged).code == 0


def test_what_stands_in_the_way_is_told(staged: Path, yp: Yp, tmp_path: Path) -> None:
    assert yp("validate", "--staged", "--rev", "HEAD", cwd=staged).code == 2
    path = measure(staged)
    git(staged, "switch", "-qc", "toinen")
    path.write_text(path.read_text("utf-8").replace("title: ", "title: A "), "utf-8")
    git(staged, "commit", "-qam", "b")
    git(staged, "switch", "-q", "main")
    path.write_text(path.read_text("utf-8").replace("title: ", "title: B "), "utf-8")
    git(staged, "commit", "-qam", "c")
    subprocess.run(["git", "merge", "toinen"], cwd=staged, capture_output=True, check=False)
    refused = yp("validate", "--staged", cwd=staged)
    assert refused.code == 4
    assert f"data/measures/{path.name} is in conflict" in refused.err

    bare = tmp_path / "bare"
    shutil.copytree(staged / "data", bare / "data")
    assert yp("validate", "--staged", cwd=bare).code == 3
    git(bare, "init", "-q")
    nothing = yp("validate", "--staged", cwd=bare)
    assert (nothing.code, "git add data" in nothing.err) == (2, True)


@pytest.mark.proof
def test_pre_commit_runs_the_hooks_of_this_repository(staged: Path, tmp_path: Path) -> None:
    """pre-commit itself, with the hook as a stranger would have it: installed from a clone."""
    tool = tmp_path / "tool"
    subprocess.run(["git", "clone", "-q", str(SHIPPED), str(tool)], check=True)
    for path in (".pre-commit-hooks.yaml", "pyproject.toml"):
        shutil.copy(SHIPPED / path, tool / path)
    git(tool, "add", "-A")
    environment = dict(os.environ) | {"PRE_COMMIT_HOME": str(tmp_path / "home")}

    def tried(hook: str) -> subprocess.CompletedProcess[str]:
        command = (sys.executable, "-m", "pre_commit", "try-repo", str(tool), hook)
        return subprocess.run(
            command, cwd=staged, env=environment, capture_output=True, text=True, check=False
        )

    changed = measure(staged)
    changed.write_text(changed.read_text("utf-8") + "# tarkistettu\n", "utf-8")
    git(staged, "add", "-A")
    passed = tried("yp-validate")
    assert (passed.returncode, "Passed" in passed.stdout) == (0, True), passed.stdout
    break_goal(changed)
    git(staged, "add", "-A")
    failed = tried("yp-validate")
    assert (failed.returncode, "YP201" in failed.stdout) == (1, True), failed.stdout


def test_what_is_only_meant_to_be_added_is_not_judged(staged: Path, yp: Yp) -> None:
    """`git add -N` tells git of a file and commits nothing of it; an empty one is committed."""
    (staged / "data/measures/aiottu.yaml").write_text("", "utf-8")
    git(staged, "add", "-N", "data/measures/aiottu.yaml")
    assert yp("validate", "--staged", cwd=staged).code == 0
    git(staged, "add", "data/measures/aiottu.yaml")
    assert yp("validate", "--staged", cwd=staged).code == 1
