"""Git interrupted, a shallow clone, branches that are merged."""

import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.conftest import REGION
from tests.history.test_committing import git, hook, repository  # noqa: F401
from tests.store.test_proof_saving import SET, YP, data, run

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
