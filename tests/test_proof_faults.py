"""More faults of the list: git interrupted, two users on one lock, a report cut off, no libyaml."""

import inspect
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import REGION, TESTS
from tests.test_committing import git, hook, repository  # noqa: F401
from tests.test_proof_saving import SET, YP, data, injected, needs_root, needs_strace, run
from yhdyspinta_cli import document

pytestmark = pytest.mark.proof


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_proof_an_interruption_while_a_hook_runs_leaves_the_file_and_nothing_staged(
    repository: Path,  # noqa: F811
    sent: signal.Signals,
) -> None:
    started = repository / ".git" / "started"
    hook(repository, "pre-commit", f"touch '{started}'; sleep 3; exit 1")
    with subprocess.Popen(
        [*YP, *SET, "--commit"], cwd=repository, stderr=subprocess.PIPE, text=True
    ) as process:
        while not started.exists():
            time.sleep(0.02)
        process.send_signal(sent)
        assert process.stderr is not None
        told = process.stderr.read() if sent != signal.SIGKILL else ""
    (path,) = (repository / "data" / "updates" / "2024").glob("*.yaml")
    if sent == signal.SIGKILL:
        time.sleep(4)  # git itself goes on to the end of the hook
    else:
        assert process.returncode == (143 if sent == signal.SIGTERM else 130)
        assert "is saved, but not committed" in told
        assert git(repository, "status", "--porcelain", "-uall") == (
            f"?? {path.relative_to(repository)}"
        )
    assert git(repository, "log", "--format=%s") == "Alku"
    (repository / ".git" / "hooks" / "pre-commit").unlink()
    again = run(repository, *SET[:4], "--on", "2024-02-05", "--by", "koivula", "--commit")
    assert again.code == 0, again


@needs_root
def test_proof_two_users_share_a_folder(tmp_path: Path) -> None:
    """The lock file is the first user's and cannot be written by the second: it locks both."""
    root = tmp_path / "region"
    shutil.copytree(REGION, root)
    assert run(root).code == 0
    for path in (tmp_path, *tmp_path.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    (root / ".yp.lock").chmod(0o644)
    for parent in tmp_path.parents:
        if parent.owner() == "root" and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o055)
    # What is imported later could not be read by the other user: a first run brings it all in.
    code = (
        "import os, sys, io\n"
        "from yhdyspinta_cli import __main__\n"
        "asked = 'yp status set A1 paused --on 2024-02-06 --by koivula'.split()\n"
        "sys.argv = [*asked, '--dry-run']\n"
        "kept, sys.stdout = sys.stdout, io.StringIO()\n"
        "try:\n    __main__.main()\nexcept SystemExit:\n    pass\n"
        "from yhdyspinta_cli.store import atomic, lock\n"
        "sys.stdout = kept\n"
        "os.setgid(65534)\nos.setuid(65534)\n"
        "sys.argv = asked\n"
        "__main__.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done
    assert (root / done.stdout.strip()).owner() == "nobody"


@needs_strace
def test_proof_a_killed_report_leaves_the_old_one_whole(tmp_path: Path) -> None:
    root = tmp_path / "region"
    shutil.copytree(REGION, root)
    target = root / "raportti.md"
    target.write_text("vanha\n", "utf-8")
    asked = ("report", "--year", "2023", "-o", "raportti.md")
    whole = run(root, *asked[:3]).out
    kinds = set()
    for call in ("fsync", "rename", "fchmod"):
        for when in (1, 2):
            injected(root, call, "signal=KILL", when, *asked)
            kinds.add(target.read_text("utf-8"))
            assert target.read_text("utf-8") in ("vanha\n", whole)
    assert "vanha\n" in kinds
    assert run(root, *asked).code == 0
    assert target.read_text("utf-8") == whole


def test_proof_a_shallow_clone_does_not_claim_a_revision(
    repository: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    parties = repository / "data" / "parties.yaml"
    parties.write_text(parties.read_text("utf-8") + "# muutos\n", "utf-8")
    git(repository, "commit", "-qam", "Muutos")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", str(clone))
    assert "Versio" in run(repository, "report", "--year", "2023").out
    assert "Versio" not in run(clone, "report", "--year", "2023").out
    saved = run(clone, *SET, "--commit", env={"GIT_AUTHOR_NAME": "K"} | IDENTITY)
    assert saved.code == 0, saved


IDENTITY = {
    "GIT_AUTHOR_NAME": "Kokeilija",
    "GIT_AUTHOR_EMAIL": "kokeilija@example.org",
    "GIT_COMMITTER_NAME": "Kokeilija",
    "GIT_COMMITTER_EMAIL": "kokeilija@example.org",
}


# The rules (YP2xx and on) judge what was read: only reading and shape can differ.
READ = sorted(
    path.name
    for path in (TESTS / "broken").iterdir()
    if (path / "data").is_dir() and path.name < "YP200"
)


@pytest.mark.parametrize("code", READ)
def test_proof_without_libyaml_the_same_is_told_and_once_that_it_is_slow(
    tmp_path: Path, code: str
) -> None:
    root = tmp_path / "region"
    shutil.copytree(REGION, root)
    shutil.copytree(TESTS / "broken" / code / "data", root / "data", dirs_exist_ok=True)
    asked = ("validate", "--output-format", "json", "--notes")
    fast = run(root, *asked)
    slow = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys, yaml\nyaml.__with_libyaml__ = False\n"
            "from yhdyspinta_cli.__main__ import main\nmain()",
            *asked,
        ],
        cwd=root,
        env=os.environ | {"PYTHONHASHSEED": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert slow.returncode == fast.code
    assert slow.stderr.count("without libyaml") == 1
    one, other = (
        [(d["code"], d["path"], d["line"], d["column"]) for d in json.loads(text)["diagnostics"]]
        for text in (fast.out, slow.stdout)
    )
    assert one == other


def test_proof_deep_nesting_is_told_at_whatever_depth_python_stops() -> None:
    deep = ("k: " + "[" * 5000 + "]" * 5000 + "\n").encode()
    before = sys.getrecursionlimit()
    frames = len(inspect.stack(0))
    try:
        for room in (100, 200):
            sys.setrecursionlimit(frames + room)
            tree, faults = document.read("data/x.yaml", deep)
            assert tree is None or faults
            assert faults
    finally:
        sys.setrecursionlimit(before)


def test_proof_branches_that_add_reports_merge_without_conflict_and_validate(
    repository: Path,  # noqa: F811
) -> None:
    """Three branches, each with reports, a correction and a merger; every merge is clean."""
    for number, by in enumerate(("koivula", "ohkola", "ahtala"), 1):
        git(repository, "switch", "-q", "-c", f"haara{number}", "main")
        day = f"2024-02-{number:02}"
        for words in (
            ("status", "set", "A1", "paused", "--party", by, "--on", day),
            ("status", "set", "J2", "completed", "--by", by, "--on", "2024-02-01"),
            ("status", "correct", "2023-11-15-tiedon-malli-708192", "cancelled", "--by", by),
            ("record", "value", "J2", str(number), "--by", by, "--on", "2024-02-01"),
            ("event", "add", "meeting", "Kokous", "--body", "foorumi", "--on", day, "--by", by),
        ):
            done = run(repository, *words, "--commit")
            assert done.code == 0, done
    git(repository, "switch", "-q", "main")
    for number in (1, 2, 3):
        git(repository, "merge", "-q", "--no-edit", f"haara{number}")
    assert git(repository, "status", "--porcelain") == ""
    found = run(repository, "validate")
    assert found.code == 0, found
    # What the three say differently is told, and nothing is lost.
    assert "YP606" in found.out
    assert "YP615" in found.out
    assert len(data(repository)) == len(data(REGION)) + 15
    clone = repository.parent / "clone"
    git(repository.parent, "clone", "-q", str(repository), str(clone))
    assert run(clone, "validate").code == 0
