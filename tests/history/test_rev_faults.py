"""`--rev` where git cannot tell, where it tells of nothing, and what a revision may hold."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import REGION, Yp
from tests.history.test_committing import git, repository
from yhdyspinta_cli.document.limits import MAX_BYTES

__all__ = ["repository"]

ASKED = ("list", "measures", "--rev")


def commit(root: Path, moment: str = "2026-03-01T12:00:00+02:00") -> str:
    git(root, "add", "-A")
    environment = os.environ | {"GIT_COMMITTER_DATE": moment}
    line = ["git", "commit", "-q", "--allow-empty", "-m", "Muutos"]
    subprocess.run(line, cwd=root, env=environment, check=True, timeout=60)
    return git(root, "rev-parse", "HEAD")


@pytest.mark.parametrize(
    "name",
    [
        *(
            "--option",
            "--output=x",
            "-1",
            "HEAD --output=x",
            "HEAD\n",
            "HEAD\x1b[31m",
            "HEA\u202eD",
        ),
        *(":data", "HEAD:data", "HEAD:./data", ":/Alku", "HEAD..HEAD", "HEAD...HEAD", "^HEAD"),
        *("HEAD^!", "HEAD^@", "*", "HE?D", "", "x" * 300, "nosuch", "HEAD~1", "@{-1}", "\udcff"),
        # No such day.
        *("2024-02-31", "2024-05", "1899-12-31"),
    ],
)
def test_what_names_no_revision_is_refused(yp: Yp, repository: Path, name: str) -> None:
    refused = yp(*ASKED[:2], f"--rev={name}", cwd=repository)
    assert (refused.code, refused.out) == (2, "")
    first, hint, end = refused.err.split("\n")
    assert first.startswith("yp: git knows no revision '")
    assert first.isprintable()
    assert hint == "    a revision is a commit, a tag, a branch, or a day: 2024-05-14"
    assert end == ""
    assert sorted(path.name for path in repository.iterdir()) == sorted(
        [*(path.name for path in REGION.iterdir()), ".git", ".gitignore"]
    )


def test_every_name_of_a_commit_is_understood(yp: Yp, repository: Path) -> None:
    first = git(repository, "rev-parse", "HEAD")
    git(repository, "tag", "-a", "-m", "x", "vuosi/2024")
    git(repository, "switch", "-q", "-c", "työ-haara")
    second = commit(repository)
    for name, meant in {
        "HEAD": second,
        "HEAD~1": first,
        "@{-1}": first,
        "main": first,
        "refs/heads/main": first,
        "vuosi/2024": first,
        "vuosi/2024^{commit}": first,
        "työ-haara": second,
        first: first,
        second[:7]: second,
        first.upper(): first,
    }.items():
        answered = yp(*ASKED, name, cwd=repository)
        assert answered.code == 0, (name, answered.err)
        assert f"at revision {meant[:12]} (" in answered.out, name


def test_a_tree_or_a_file_is_no_revision(yp: Yp, repository: Path) -> None:
    git(repository, "tag", "puu", "HEAD^{tree}")
    assert yp(*ASKED, "puu", cwd=repository).code == 2


def test_a_name_of_two_revisions_is_ambiguous(yp: Yp, repository: Path) -> None:
    git(repository, "tag", "kaksi")
    commit(repository)
    git(repository, "branch", "kaksi")
    refused = yp(*ASKED, "kaksi", cwd=repository)
    assert refused.code == 2
    assert "'kaksi' is ambiguous" in refused.err
    assert yp(*ASKED, "refs/tags/kaksi", cwd=repository).code == 0


@pytest.mark.parametrize("kind", ["tag", "branch"])
def test_a_name_that_looks_like_a_day_is_ambiguous(yp: Yp, repository: Path, kind: str) -> None:
    git(repository, kind, "2030-05-14")
    for told in ("2030-05-14", "14.5.2030"):
        refused = yp(*ASKED, told, cwd=repository)
        assert (refused.code, refused.out) == (2, "")
        assert "is ambiguous" in refused.err
        assert "refs/" in refused.err
    assert yp(*ASKED, "2030-05-15", cwd=repository).code == 0


def test_a_day_ends_at_midnight_of_the_region(yp: Yp, repository: Path) -> None:
    """In Helsinki the day begins two hours before that of UTC, three in summer."""
    git(repository, "checkout", "-q", "--orphan", "päivät")
    first = commit(repository, "2024-01-10T21:59:59+00:00")
    second = commit(repository, "2024-01-10T22:00:00+00:00")
    third = commit(repository, "2024-06-30T20:59:59+00:00")
    commit(repository, "2024-06-30T21:00:00+00:00")
    for day, meant, of in (
        ("2024-01-10", first, "2024-01-10"),
        ("2024-01-11", second, "2024-01-11"),
        ("2024-06-30", third, "2024-06-30"),
        ("30.6.2024", third, "2024-06-30"),
        ("2024-05-31", second, "2024-01-11"),
    ):
        assert f"{meant[:12]} ({of})" in yp(*ASKED, day, cwd=repository).out, day
    before = yp(*ASKED, "2024-01-09", cwd=repository)
    assert (before.code, before.out) == (1, "")
    assert "on 2024-01-09 there was no commit yet" in before.err
    assert "the first one is of 2024-01-10" in before.err
    assert yp(*ASKED, "1950-01-01", cwd=repository).code == 1


def test_a_day_follows_the_line_of_first_parents(yp: Yp, repository: Path) -> None:
    git(repository, "checkout", "-q", "--orphan", "linja")
    first = commit(repository, "2024-01-01T12:00:00+02:00")
    git(repository, "switch", "-q", "-c", "sivu")
    commit(repository, "2024-02-01T12:00:00+02:00")
    git(repository, "switch", "-q", "linja")
    os.environ["GIT_COMMITTER_DATE"] = "2024-03-01T12:00:00+02:00"
    try:
        git(repository, "merge", "-q", "--no-ff", "-m", "Yhdistys", "sivu")
    finally:
        del os.environ["GIT_COMMITTER_DATE"]
    # What a branch knew was not known to all before it was merged.
    assert first[:12] in yp(*ASKED, "2024-02-15", cwd=repository).out


def test_there_is_no_git_program(
    yp: Yp, repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    refused = yp(*ASKED, "HEAD", cwd=repository)
    assert (refused.code, refused.out) == (3, "")
    assert "there is no git program" in refused.err


def test_it_is_not_a_repository(yp: Yp, region: Path) -> None:
    refused = yp(*ASKED, "HEAD", cwd=region)
    assert (refused.code, refused.out) == (3, "")
    assert "not a git repository" in refused.err


def test_there_is_no_commit_yet(yp: Yp, region: Path) -> None:
    git(region, "init", "-q")
    for name in ("HEAD", "2024-05-14", "main"):
        refused = yp(*ASKED, name, cwd=region)
        assert refused.code == 3
        assert "there is no commit yet" in refused.err


def test_the_packaged_copy_has_no_history(yp: Yp, tmp_path: Path) -> None:
    refused = yp(*ASKED, "HEAD", cwd=tmp_path)
    assert (refused.code, refused.out) == (2, "")
    assert "no knowledge base" in refused.err


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to another user")
def test_a_repository_of_another_user_is_refused(yp: Yp, repository: Path) -> None:
    subprocess.run(["chown", "-R", "nobody", str(repository / ".git")], check=True)
    subprocess.run(["chown", "nobody", str(repository)], check=True)
    refused = yp(*ASKED, "HEAD", cwd=repository)
    assert refused.code == 3
    assert "dubious ownership" in refused.err
    assert "safe.directory" in refused.err


def test_a_shallow_clone_says_how_to_get_the_rest(yp: Yp, repository: Path, tmp_path: Path) -> None:
    git(repository, "tag", "alku")
    last = commit(repository, "2030-03-01T12:00:00+02:00")
    clone = tmp_path / "klooni"
    git(tmp_path, "clone", "-q", "--depth", "1", "--no-tags", repository.as_uri(), str(clone))
    for name in ("2030-02-28", "HEAD~1", "alku"):
        refused = yp(*ASKED, name, cwd=clone)
        assert (refused.code, refused.out) == (3, ""), name
        assert "only a part of the history" in refused.err
        assert "fetch-depth: 0" in refused.err
    # What is in it can be told.
    assert last[:12] in yp(*ASKED, "2030-03-01", cwd=clone).out


def test_a_revision_without_the_data_or_with_it_elsewhere(yp: Yp, repository: Path) -> None:
    git(repository, "mv", "data", "tieto")
    commit(repository)
    git(repository, "tag", "muualla")
    git(repository, "rm", "-q", "-r", "--cached", "tieto")
    commit(repository)
    git(repository, "rm", "-q", "-r", "--cached", ".")
    git(repository, "commit", "-q", "--allow-empty", "-m", "tyhjä")
    (repository / "tieto").rename(repository / "data")
    refused = yp(*ASKED, "muualla", cwd=repository)
    assert (refused.code, refused.out) == (2, "")
    short = git(repository, "rev-parse", "muualla")[:12]
    assert f"no knowledge base at revision {short}: data/agreement.yaml" in refused.err
    assert "in that revision agreement.yaml stands in tieto/" in refused.err
    empty = yp(*ASKED, "HEAD", cwd=repository)
    assert empty.code == 2
    assert "stands in" not in empty.err
    assert yp(*ASKED, "muualla~1", cwd=repository).code == 0


def test_a_work_tree_of_its_own_a_subfolder_and_a_submodule(
    yp: Yp, repository: Path, tmp_path: Path
) -> None:
    first = git(repository, "rev-parse", "HEAD")
    other = tmp_path / "toinen"
    git(repository, "worktree", "add", "-q", "--detach", str(other))
    commit(other)
    assert first[:12] in yp(*ASKED, "HEAD~1", cwd=other).out
    outer = tmp_path / "ulompi"
    outer.mkdir()
    git(outer, "init", "-q")
    git(outer, "config", "user.name", "Kokeilija")
    git(outer, "config", "user.email", "kokeilija@example.org")
    # Beside it stands another region, whose data is not to be taken for this one's.
    (outer / "alue").mkdir()
    subprocess.run(["cp", "-r", str(repository / "data"), str(outer / "alue")], check=True)
    (outer / "data").mkdir()
    (outer / "data" / "agreement.yaml").write_text("toinen: alue\n", "utf-8")
    allowed = ("-c", "protocol.file.allow=always")
    git(outer, *allowed, "submodule", "--quiet", "add", str(repository), "moduuli")
    commit(outer)
    whole = yp("list", "measures", cwd=repository).out
    for folder in ("alue", "moduuli"):
        assert yp(*ASKED, "HEAD", cwd=outer / folder).out.startswith(whole), folder
    assert first[:12] in yp(*ASKED, "HEAD", cwd=outer / "moduuli").out


def test_data_that_is_a_submodule_has_a_history_of_its_own(
    yp: Yp, repository: Path, tmp_path: Path
) -> None:
    inner = tmp_path / "sisempi"
    (repository / "data").rename(inner)
    git(inner, "init", "-q")
    git(inner, "config", "user.name", "Kokeilija")
    git(inner, "config", "user.email", "kokeilija@example.org")
    commit(inner)
    git(repository, "rm", "-q", "-r", "--cached", "data")
    allowed = ("-c", "protocol.file.allow=always")
    git(repository, *allowed, "submodule", "--quiet", "add", str(inner), "data")
    commit(repository)
    refused = yp(*ASKED, "HEAD", cwd=repository)
    assert refused.code == 3
    assert "data/ is a submodule" in refused.err


def test_what_stands_in_data_is_judged_as_in_a_folder(yp: Yp, repository: Path) -> None:
    """Links, names, files that are too large, broken and misplaced: the very same findings."""
    data = repository / "data"
    secret = repository / "salaisuus.txt"
    secret.write_text("id: salaisuus\n", "utf-8")
    (data / "measures" / "linkki.yaml").symlink_to(secret)
    (data / "bodies" / "kansio").symlink_to(repository)
    (data / "measures" / "suuri.yaml").write_bytes(b"#" * (MAX_BYTES + 1))
    (data / "measures" / "juuri.yaml").write_bytes(b"#" * MAX_BYTES)
    (data / "measures" / "rikki.yaml").write_text("id: [rikki\n", "utf-8")
    (data / "measures" / "Väärä nimi.yaml").write_text("id: x\n", "utf-8")
    (data / "measures" / "yml.yml").write_text("id: x\n", "utf-8")
    Path(os.fsdecode(os.fsencode(data) + b"/measures/\xff\n.yaml")).write_text("id: x\n", "utf-8")
    (data / "kuva.png").write_bytes(b"\0\n\xff" * 10)
    (data / "muu" / "syvä").mkdir(parents=True)
    (data / "muu" / "syvä" / "a.yaml").write_text("id: a\n", "utf-8")
    (data / "README.md").write_text("ei aineistoa\n", "utf-8")
    (data / "measures" / "tyhja.yaml").write_bytes(b"")
    commit(repository)
    plain = yp("validate", "--notes", cwd=repository)
    known = yp("validate", "--notes", "--rev", "HEAD", cwd=repository)
    assert plain.code == known.code == 1
    assert known.out == plain.out
    for code in ("YP011", "YP013", "YP015", "YP016", "YP017"):
        assert code in known.out
    assert "salaisuus" not in known.out


def test_data_that_was_a_link_is_a_finding(yp: Yp, repository: Path) -> None:
    (repository / "data").rename(repository / "muualla")
    (repository / "data").symlink_to("muualla")
    commit(repository)
    known = yp("validate", "--rev", "HEAD", cwd=repository)
    assert known.code == 1
    assert known.out == yp("validate", cwd=repository).out
    assert "YP015" in known.out
    short = git(repository, "rev-parse", "HEAD")[:12]
    refused = yp(*ASKED, "HEAD", cwd=repository)
    assert refused.code == 1
    assert f"yp validate --rev {short}" in refused.err


def test_a_submodule_inside_the_data_is_no_file_of_it(yp: Yp, repository: Path) -> None:
    head = git(repository, "rev-parse", "HEAD")
    git(repository, "update-index", "--add", "--cacheinfo", f"160000,{head},data/liite")
    git(repository, "commit", "-q", "-m", "liite")
    known = yp("validate", "--rev", "HEAD", cwd=repository)
    assert known.code == 1
    assert "data/liite:1:1: error YP017" in known.out


def test_a_repository_that_has_lost_a_file_says_so(yp: Yp, repository: Path) -> None:
    lost = git(repository, "rev-parse", "HEAD:data/goals.yaml")
    (repository / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    known = yp("validate", "--rev", "HEAD", cwd=repository)
    assert known.code == 1
    assert "data/goals.yaml:1:1: error YP012" in known.out
    assert "git has lost its content" in known.out


def test_data_with_errors_at_a_revision_makes_no_report(yp: Yp, repository: Path) -> None:
    (repository / "data" / "parties.yaml").write_text("parties: [\n", "utf-8")
    broken = commit(repository)
    git(repository, "checkout", "-q", "HEAD~1", "--", "data")
    commit(repository)
    refused = yp("report", "--rev", "HEAD~1", cwd=repository)
    assert (refused.code, refused.out) == (1, "")
    assert f"run 'yp validate --rev {broken[:12]}'" in refused.err
    assert yp("report", cwd=repository).code == 0


def test_the_environment_of_a_hook_does_not_lead_elsewhere(
    yp: Yp, repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "muualla"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "hakemisto"))
    assert yp(*ASKED, "HEAD", cwd=repository).code == 0
