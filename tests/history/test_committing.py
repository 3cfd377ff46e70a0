"""`--commit`: one commit of the new file alone, made by git with everything git does."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Result, Yp

pytestmark = pytest.mark.faults


SET = ("status", "set", "A1", "paused", "--on", "2024", "--by", "koivula", "--commit")


@pytest.fixture
def repository(region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The region as a git repository with an identity of its own and no outer configuration."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    git(region, "init", "-q", "-b", "main")
    git(region, "config", "user.name", "Kokeilija")
    git(region, "config", "user.email", "kokeilija@example.org")
    (region / ".gitignore").write_text(".yp.lock\n.yp-*.tmp\n", "utf-8")
    git(region, "add", ".")
    git(region, "commit", "-q", "-m", "Alku")
    return region


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=root, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()


def updates(root: Path) -> list[str]:
    """The files of 2024: no other test data is of that year."""
    return sorted(path.name for path in (root / "data" / "updates").glob("2024/*"))


def hook(root: Path, name: str, script: str) -> None:
    path = root / ".git" / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)


def test_only_the_new_file_is_committed(yp: Yp, repository: Path) -> None:
    (repository / "muu.txt").write_text("kesken\n", "utf-8")
    git(repository, "add", "muu.txt")
    parties = repository / "data" / "parties.yaml"
    parties.write_text(parties.read_text("utf-8") + "# oma muutos\n", "utf-8")
    saved = yp(*SET, cwd=repository)
    path = saved.out.strip()
    assert saved == Result(0, f"{path}\n", f"yp: saved {path}\nyp: committed {path}\n")
    assert git(repository, "show", "--name-status", "--format=%an: %s", "HEAD").split("\n") == [
        "Kokeilija: A1 paused, 2024",
        "",
        f"A\t{path}",
    ]
    left = git(repository, "status", "--porcelain")
    assert left == "M data/parties.yaml\nA  muu.txt"


def test_hooks_run_and_a_failing_one_leaves_the_file_and_the_index(
    yp: Yp, repository: Path
) -> None:
    hook(repository, "pre-commit", "echo 'error: ei käy' >&2; exit 1")
    before = git(repository, "rev-parse", "HEAD")
    saved = yp(*SET, cwd=repository)
    path = saved.out.strip()
    assert saved.code == 5
    assert f"yp: {path} is saved, but not committed: ei käy\n" in saved.err
    assert (repository / path).is_file()
    assert git(repository, "rev-parse", "HEAD") == before
    assert git(repository, "status", "--porcelain", "-uall") == f"?? {path}"


def test_a_hook_that_rewrites_the_file_is_told(yp: Yp, repository: Path) -> None:
    hook(
        repository,
        "pre-commit",
        'for f in $(git diff --cached --name-only); do echo "# x" >> $f; git add $f; done',
    )
    saved = yp(*SET, cwd=repository)
    assert saved.code == 0
    assert "changed on its way by a hook or filter of git" in saved.err
    assert git(repository, "status", "--porcelain") == ""


def test_a_hook_that_hangs_is_stopped(
    yp: Yp, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "yhdyspinta_cli.history.program.run.__kwdefaults__",
        {"limit": 1.0, "told": None, "index": None},
    )
    hook(repository, "pre-commit", "sleep 50")
    saved = yp(*SET, cwd=repository)
    assert saved.code == 5
    assert "it took longer than 1 seconds" in saved.err
    assert not (repository / ".git" / "index.lock").exists()
    assert git(repository, "status", "--porcelain", "-uall") == f"?? {saved.out.strip()}"


def test_line_ends_follow_the_attributes(yp: Yp, repository: Path) -> None:
    (repository / ".gitattributes").write_text("*.yaml text eol=crlf\n", "utf-8")
    git(repository, "add", ".gitattributes")
    git(repository, "commit", "-q", "-m", "rivinvaihdot")
    saved = yp(*SET, cwd=repository)
    assert saved.code == 0
    assert "changed on its way" not in saved.err
    assert "i/lf" in git(repository, "ls-files", "--eol", saved.out.strip())
    assert git(repository, "status", "--porcelain") == ""


def test_signing_that_fails_leaves_no_unsigned_commit(yp: Yp, repository: Path) -> None:
    git(repository, "config", "commit.gpgsign", "true")
    git(repository, "config", "gpg.program", "false")
    saved = yp(*SET, cwd=repository)
    assert saved.code == 5
    assert "gpg failed to sign" in saved.err
    assert git(repository, "log", "--format=%s") == "Alku"


def detached(root: Path) -> None:
    git(root, "checkout", "-q", "--detach")


def merging(root: Path) -> None:
    (root / ".git" / "MERGE_HEAD").write_text(git(root, "rev-parse", "HEAD") + "\n", "utf-8")


def rebasing(root: Path) -> None:
    (root / ".git" / "rebase-merge").mkdir()


def locked(root: Path) -> None:
    (root / ".git" / "index.lock").touch()


def ignored(root: Path) -> None:
    (root / ".git" / "info" / "exclude").write_text("data/updates/2024/\n", "utf-8")


def nameless(root: Path) -> None:
    git(root, "config", "--remove-section", "user")
    git(root, "config", "user.useConfigOnly", "true")


def no_repository(root: Path) -> None:
    shutil.rmtree(root / ".git")


def bare(root: Path) -> None:
    git(root, "config", "core.bare", "true")


@pytest.mark.parametrize(
    ("make", "code", "told"),
    [
        (detached, 4, "HEAD is detached"),
        (merging, 4, "in progress (MERGE_HEAD)"),
        (rebasing, 4, "in progress (rebase-merge)"),
        (locked, 4, "index.lock exists"),
        (ignored, 4, "git ignores data/updates/2024/"),
        (nameless, 3, "git does not know who commits"),
        (no_repository, 3, "not a git repository"),
        (bare, 3, "no commit can be made here"),
    ],
)
def test_what_would_fail_is_refused_before_anything_is_written(
    yp: Yp, repository: Path, make: Callable[[Path], None], code: int, told: str
) -> None:
    make(repository)
    refused = yp(*SET, cwd=repository)
    assert refused.code == code
    assert told in refused.err
    assert "nothing was written" in refused.err
    assert refused.out == ""
    assert updates(repository) == []
    without = yp(*SET[:-1], cwd=repository)
    assert without.code == 0
    assert len(updates(repository)) == 1


def test_a_path_that_git_holds_in_another_state_is_refused(yp: Yp, repository: Path) -> None:
    path = yp(*SET, cwd=repository).out.strip()
    (repository / path).unlink()
    refused = yp(*SET, cwd=repository)
    assert refused.code == 4
    assert "has changes in git that are not of this command" in refused.err
    assert updates(repository) == []


def test_no_git_program(yp_process: Yp, repository: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    refused = yp_process(*SET, cwd=repository, PATH=str(empty))
    assert refused.code == 3
    assert "there is no git program; nothing was written" in refused.err
    assert updates(repository) == []
    for question in (("validate",), ("status",), ("who-owns", "A1"), SET[:-1]):
        assert yp_process(*question, cwd=repository, PATH=str(empty)).code == 0


@pytest.mark.parametrize(
    ("command", "loss", "reason", "is_committed"),
    [
        ("hash-object", "rm", "there is no git program", False),
        ("add", "chmod -x", "Permission denied", False),
        ("commit", "rm", "there is no git program", True),
    ],
)
def test_a_git_that_is_lost_after_the_saving_is_told_as_saved(
    yp_process: Yp,
    repository: Path,
    tmp_path: Path,
    command: str,
    loss: str,
    reason: str,
    is_committed: bool,
) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    wrapper = programs / "git"
    real = shutil.which("git")
    wrapper.write_text(
        f'#!/bin/sh\ncase "$*" in *false\\ {command}*) '
        f"PATH={os.environ['PATH']} {loss} '{wrapper}';; esac\nexec {real} \"$@\"\n",
        "utf-8",
    )
    wrapper.chmod(0o755)
    saved = yp_process(*SET, cwd=repository, PATH=str(programs))
    path = saved.out.strip()
    assert saved.code == 5
    assert f"{path} is saved; whether it is committed could not be asked: {reason}" in saved.err
    assert "nothing was" not in saved.err
    assert (repository / path).is_file()
    assert bool(git(repository, "ls-tree", "--name-only", "HEAD", path)) == is_committed


def test_the_variables_of_another_git_command_are_ignored(
    yp: Yp, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    saved = yp(*SET, cwd=repository)
    assert saved.code == 0
    assert not (tmp_path / "index").exists()
    monkeypatch.delenv("GIT_DIR")
    monkeypatch.delenv("GIT_INDEX_FILE")
    assert git(repository, "log", "-1", "--format=%s") == "A1 paused, 2024"


def test_a_program_named_in_the_repository_is_not_run(
    yp: Yp, repository: Path, tmp_path: Path
) -> None:
    canary = tmp_path / "canary"
    script = tmp_path / "fsmonitor"
    script.write_text(f"#!/bin/sh\ntouch {canary}\n", "utf-8")
    script.chmod(0o755)
    git(repository, "config", "core.fsmonitor", str(script))
    assert yp(*SET, cwd=repository).code == 0
    assert not canary.exists()


def test_the_data_may_stand_deeper_in_the_repository(yp: Yp, repository: Path) -> None:
    inner = repository / "sopimus"
    inner.mkdir()
    git(repository, "mv", "data", "sopimus/data")
    git(repository, "commit", "-q", "-m", "siirto")
    saved = yp(*SET, "-C", "sopimus", cwd=repository)
    assert saved.code == 0, saved.err
    path = saved.out.strip()
    assert path.startswith("sopimus/data/updates/2024/")
    assert git(repository, "show", "--name-only", "--format=", "HEAD") == path


def test_what_a_report_names_must_be_committed_before_it(yp: Yp, repository: Path) -> None:
    """A clone of the commit would hold a correction of nothing."""
    saved = yp(*SET[:-1], cwd=repository)
    git(repository, "add", saved.out.strip())
    correct = ("status", "correct", saved.out.strip(), "completed", "--evidence", "minutes: § 1")
    refused = yp(*correct, "--by", "koivula", "--commit", cwd=repository)
    assert refused.code == 4
    assert f"{saved.out.strip()}, which the report names, is not committed yet" in refused.err
    told = next(line for line in refused.err.splitlines() if "commit it first: " in line)
    command = told.partition("commit it first: ")[2]
    subprocess.run(command + " -q -m Ensin", shell=True, check=True)
    assert yp(*correct, "--by", "koivula", "--commit", cwd=repository).code == 0
    measure = repository / "data" / "measures" / "uusi.yaml"
    text = (repository / "data" / "measures" / "tietopohja.yaml").read_text("utf-8")
    text = text.replace("id: tietopohja", "id: uusi").replace("code: A2", "code: A7")
    measure.write_text(text.replace("mittari-a2", "mittari-a7"), "utf-8")
    new = yp("status", "set", "A7", "paused", *SET[4:], cwd=repository)
    assert new.code == 4, new
    assert "data/measures/uusi.yaml, which the report names" in new.err


def test_a_hook_that_removes_the_file_is_told_truly(yp: Yp, repository: Path) -> None:
    hook(
        repository,
        "pre-commit",
        "for f in $(git diff --cached --name-only); do git rm -qf --cached $f; rm -f $f; done",
    )
    saved = yp(*SET, cwd=repository)
    assert saved.code == 3
    assert "a hook of git has removed" in saved.err
    assert updates(repository) == []


def test_a_hook_that_breaks_the_file_is_told(yp: Yp, repository: Path) -> None:
    hook(
        repository,
        "pre-commit",
        'for f in $(git diff --cached --name-only); do echo "id: x" >> $f; git add $f; done',
    )
    saved = yp(*SET, cwd=repository)
    assert saved.code == 1
    assert "what was committed has an error" in saved.err


def test_two_branches_never_meet_in_one_name(yp: Yp, repository: Path) -> None:
    for branch, state in (("kunta", "completed"), ("alue", "in-progress")):
        git(repository, "switch", "-q", "-c", branch, "main")
        for party in ("alberga", "ohkola"):
            saved = yp(
                *("status", "set", "A1", state, "--party", party, "--on", "2024-02-01"),
                *("--by", "hiidenmaa", "--commit"),
                cwd=repository,
            )
            assert saved.code == 0, saved.err
    git(repository, "switch", "-q", "main")
    git(repository, "merge", "-q", "--no-edit", "kunta")
    git(repository, "merge", "-q", "--no-edit", "alue")
    assert len(updates(repository)) == 4
    assert yp("validate", cwd=repository).code == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to another user")
def test_a_repository_of_another_user_is_refused_with_gits_own_hint(
    yp: Yp, repository: Path
) -> None:
    subprocess.run(["chown", "-R", "nobody", str(repository / ".git")], check=True)
    subprocess.run(["chown", "nobody", str(repository)], check=True)
    refused = yp(*SET, cwd=repository)
    assert refused.code == 3
    assert "dubious ownership" in refused.err
    assert "safe.directory" in refused.err
    assert updates(repository) == []
