"""What Windows lacks is taken away, git keeps other line ends, the console has an old code page.

No Windows is at hand: `docs/platforms.md` tells what this imitates and what it cannot.
"""

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import LIVED, REGION, Yp
from tests.history.test_committing import git, repository  # noqa: F401
from yhdyspinta_cli import __main__, language
from yhdyspinta_cli.cli import terminal
from yhdyspinta_cli.services import opening
from yhdyspinta_cli.store import lock

WINDOWS = """
import os, signal, subprocess, sys
import filelock, importlib.metadata, tempfile  # these know the system by themselves
for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_DIRECTORY", "chown", "fchmod", "fchown",
             "fork", "getegid", "geteuid", "getgid", "getgroups", "getuid", "killpg", "lchown",
             "mkfifo", "pread", "pwrite", "setgid", "setuid", "statvfs", "sync", "uname"):
    if hasattr(os, name):
        delattr(os, name)
for name in ("SIGKILL", "SIGHUP", "SIGALRM", "SIGPIPE", "SIGUSR1"):
    delattr(signal, name)
os.supports_dir_fd = set()
for name in ("fcntl", "grp", "pwd", "resource", "termios", "tty"):
    sys.modules[name] = None
from yhdyspinta_cli import __main__
for line in LINES:
    code = __main__._run(line)
    print(code, *line[:3], file=sys.stderr)
    assert code == 0, line
"""
BY = ("--by", "koivula")
SET = ("status", "set", "A1", "paused", "--on", "2024-02-03", *BY)


def on_windows(root: Path, *lines: tuple[str, ...]) -> None:
    """Run the lines, all in one process that lacks what Windows lacks; each must end with 0."""
    script = WINDOWS.replace("LINES", repr([list(line) for line in lines]))
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_every_kind_of_command_runs_without_what_windows_lacks(
    repository: Path,  # noqa: F811
) -> None:
    """Questions, checks, reports, folders, records and commits; then no trace but what they say."""
    on_windows(
        repository,
        ("validate",),
        ("who-owns", "A1"),
        ("who-owns", "A1", "--rev", "HEAD"),
        ("list", "measures", "--json"),
        ("calendar", "--year", "2024", "-o", "../2024.ics"),
        ("report", "--year", "2024", "--format", "html", "-o", "../2024.html"),
        ("report", "--year", "2024", "--each-party", "--format", "html", "-o", "../sheets"),
        ("report", "--year", "2024", "--each-party", "--format", "html", "-o", "../sheets"),
        ("round", "ask", "--each-party", "--year", "2024", "-o", "../asked", *BY, "--commit"),
        (*SET, "--commit"),
        ("event", "add", "meeting", "Kokous", "--on", "2024-02-05", *BY, "--commit"),
        ("templates", "list"),
    )
    told = git(repository, "log", "--format=%s", "--name-only")
    assert told.count("data/updates/2024/") == 1
    assert told.count("data/events/2024/") == 1
    outside = repository.parent
    assert (outside / "2024.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert (outside / "sheets" / "index.html").is_file()


def test_nothing_that_git_add_catches_is_left_beside_what_was_recorded(
    repository: Path,  # noqa: F811
    yp: Yp,
) -> None:
    (repository / ".gitignore").unlink()
    git(repository, "commit", "-q", "-a", "-m", "ilman")
    saved = yp(*SET, cwd=repository)
    yp("report", "--year", "2024", "--format", "html", "-o", "r.html", cwd=repository)
    git(repository, "add", "-A")
    added = git(repository, "diff", "--cached", "--name-only").split("\n")
    assert added == [saved.out.strip(), "r.html"]


def test_a_killed_run_leaves_its_temporary_file_in_gits_own_folder(
    repository: Path,  # noqa: F811
) -> None:
    script = (
        "import os\nfrom yhdyspinta_cli import __main__\n"
        "os.link = lambda *a, **k: os._exit(9)\n"
        f"__main__._run({list(SET)!r})"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=repository, check=False)
    assert done.returncode == 9
    assert git(repository, "status", "--porcelain") == ""
    left = list((repository / ".git").glob(".yp-*.tmp"))
    assert len(left) == 1
    # It goes with a later writing, once nobody can be writing it any more.
    os.utime(left[0], (0, 0))
    again = [sys.executable, "-m", "yhdyspinta_cli", *SET]
    assert subprocess.run(again, cwd=repository, check=False, capture_output=True).returncode == 0
    assert list((repository / ".git").glob(".yp-*.tmp")) == []


def test_in_a_worktree_the_lock_lies_with_what_git_knows_of_it(
    repository: Path,  # noqa: F811
    yp: Yp,
) -> None:
    tree = repository.parent / "toinen"
    git(repository, "worktree", "add", "-q", str(tree))
    assert yp(*SET, cwd=tree).code == 0
    assert (repository / ".git" / "worktrees" / "toinen" / "yp.lock").is_file()
    assert git(tree, "status", "--porcelain").startswith("?? data/updates/2024/")


@pytest.mark.parametrize("page", ["cp1252", "ascii"])
def test_machine_formats_are_utf8_whatever_the_console_is(yp_process: Yp, page: str) -> None:
    def run(*line: str) -> str:
        done = yp_process(*line, cwd=LIVED, PYTHONIOENCODING=page, YP_LANG="fi")
        assert done.code == 0, done.err
        return done.out

    json.loads(run("list", "measures", "--json"))
    plain = run("list", "measures", "--csv")
    assert "ä" in plain
    assert run("list", "measures", "--csv-excel").startswith("\ufeff")
    assert "\\x" not in plain
    assert len(list(csv.reader(io.StringIO(plain)))) > 5
    assert "\\u" not in run("report", "--year", "2025")


@pytest.mark.parametrize("page", ["cp1252", "cp850"])
def test_a_text_for_a_reader_has_the_letters_of_the_console(page: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "yhdyspinta_cli", "list", "measures"],
        cwd=LIVED,
        env={**os.environ, "PYTHONIOENCODING": page},
        capture_output=True,
        check=True,
    )
    assert "ä" in done.stdout.decode(page)


def crlf(root: Path) -> None:
    for path in root.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def test_line_ends_change_neither_an_answer_nor_the_digest_of_the_data(
    tmp_path: Path, yp: Yp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    unix, windows = tmp_path / "unix", tmp_path / "windows"
    for root in (unix, windows):
        shutil.copytree(REGION / "data", root / "data")
    crlf(windows / "data")
    for line in (
        ("validate", "--notes"),
        ("report", "--year", "2024", "--format", "html"),
        ("calendar", "--year", "2024", "--format", "ics"),
        ("list", "measures", "--csv"),
    ):
        here, there = yp(*line, cwd=unix), yp(*line, cwd=windows)
        assert (there.code, there.out) == (here.code, here.out), line


def test_a_folder_of_sheets_that_git_gave_other_line_ends_is_still_the_programs_own(
    tmp_path: Path, yp: Yp
) -> None:
    line = ("report", "--year", "2024", "--each-party", "--format", "html", "-o")
    folder = tmp_path / "sheets"
    assert yp(*line, str(folder)).code == 0
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    done = yp(*line, str(folder))
    assert done.code == 0, done.err
    page = folder / "index.html"
    page.write_bytes(page.read_bytes().replace(b"<h1", b"<h1 class='oma'"))
    assert yp(*line, str(folder)).code == 4


def test_a_commit_in_a_repository_with_windows_line_ends_is_taken_for_what_it_is(
    repository: Path,  # noqa: F811
    yp: Yp,
) -> None:
    git(repository, "config", "core.autocrlf", "true")
    done = yp(*SET, "--commit", cwd=repository)
    assert (done.code, "changed on its way" in done.err) == (0, False), done.err
    assert git(repository, "status", "--porcelain") == ""


def test_where_no_shell_expands_them_wildcards_name_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b.xlsx", "a.xlsx", "c.txt"):
        (tmp_path / name).touch()
    line = ["round", "collect", "*.xlsx", "*.odt", "--note", "mitä?"]
    told = ["round", "collect", "a.xlsx", "b.xlsx", "*.odt", "--note", "mitä?"]
    assert terminal.expanded(line, "nt") == told
    assert terminal.expanded(line, "posix") == line


def test_a_folder_on_another_drive_is_named_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_path: object, _start: object = None) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", none)
    assert opening.prefix(REGION, Path.cwd()) == f"{REGION}/"


def test_a_language_that_is_not_spoken_is_refused_in_the_users_own(yp_process: Yp) -> None:
    done = yp_process("list", "--lang", "xx", YP_LANG="fi")
    assert (done.code, done.err.startswith("yp: --lang: 'xx' ei kelpaa")) == (2, True), done.err


def test_windows_says_elsewhere_which_language_its_user_speaks() -> None:
    def chosen(environment: dict[str, str]) -> str:
        told = __main__._with_locale(environment, lambda: "fi_FI")
        return language.choose(None, told)

    assert chosen({}) == "fi"
    assert chosen({"LANG": "en_US.UTF-8"}) == "en"
    assert language.choose(None, __main__._with_locale({}, lambda: None)) == "en"


def test_who_writes_is_named_where_the_lock_lies_in_gits_folder(
    repository: Path,  # noqa: F811
    yp: Yp,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    with lock.locked(repository):
        busy = yp(*SET, cwd=repository)
    assert (busy.code, f"another yp (pid {os.getpid()}, since " in busy.err) == (4, True)
    # One that git could pick up says nothing while it is held, and is gone then.
    shutil.rmtree(repository / ".git")
    with lock.locked(repository):
        assert (repository / ".yp.lock").read_bytes() == b""
    assert yp(*SET, cwd=repository).code == 0
    assert not (repository / ".yp.lock").exists()
