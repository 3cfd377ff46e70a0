"""Saving a report under every fault that could be made here: the old state or the new, never half.

The faults are real: signals and errors at system calls (strace), a full disk (tmpfs), a user
without rights, many writers at once.
"""

import fcntl
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import REGION
from tests.history.test_committing import git, repository  # noqa: F401
from yhdyspinta_cli import store
from yhdyspinta_cli.store import lock

pytestmark = pytest.mark.proof

STRACE = shutil.which("strace")
NO_STRACE = "no strace here: apt-get install strace (.ci/run does)"
needs_strace = pytest.mark.skipif(STRACE is None, reason=NO_STRACE)
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount and be others")
SET = ("status", "set", "A1", "paused", "--on", "2024-02-03", "--by", "koivula")
OTHER = ("status", "set", "A1", "in-progress", "--on", "2024-02-04", "--by", "koivula")
YP = (sys.executable, "-m", "yhdyspinta_cli")
FOLDER = "data/updates/2024"
# How often memory is asked for differs from run to run: the n-th such call is another each time.
OF_MEMORY = {"brk", "madvise", "mmap", "mremap", "munmap"}
# A record carries the moment it was recorded: with one moment, undisturbed runs write the same.
# Each makes the same system calls where nothing is kept of the run before.
FIXED = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "1700000000", "YP_CACHE": "off"}


@dataclass(frozen=True)
class Run:
    code: int
    out: str
    err: str


def run(root: Path, *arguments: str, before: tuple[str, ...] = (), **more: Any) -> Run:
    done = subprocess.run(
        [*before, *YP, *(arguments or SET)],
        cwd=root,
        env=os.environ | FIXED | more.pop("env", {}),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        **more,
    )
    return Run(done.returncode, done.stdout, done.stderr)


def injected(root: Path, call: str, what: str, when: int, *arguments: str) -> Run:
    """Run with a fault injected at the n-th system call of a name."""
    assert STRACE is not None
    # Not with --seccomp-bpf: strace 6.1 then injects errors, but no signals.
    strace = (STRACE, "-f", "-qqq", "-o", "/dev/null", "-e", f"trace={call}")
    return run(root, *arguments, before=(*strace, "-e", f"inject={call}:{what}:when={when}"))


def data(root: Path) -> dict[str, bytes]:
    """Every file that is data; temporary files are not."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "data").rglob("*"))
        if path.is_file() and not path.name.startswith(".yp-")
    }


OLD = data(REGION)


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The files after an undisturbed run."""
    root = tmp_path_factory.mktemp("new") / "region"
    shutil.copytree(REGION, root)
    assert run(root).code == 0
    found = data(root)
    assert len(found) == len(OLD) + 1
    return found


@dataclass(frozen=True)
class Call:
    """A system call of an undisturbed run: its name, its number among its name, its words."""

    name: str
    number: int
    words: str


@pytest.fixture(scope="module")
def calls(tmp_path_factory: pytest.TempPathFactory) -> list[Call]:
    """Every system call from the opening of the lock to the end, in order."""
    if STRACE is None:
        pytest.skip(NO_STRACE)
    folder = tmp_path_factory.mktemp("trace")
    found: list[Call] = []
    for attempt in range(2):  # the first run fills the caches
        root = folder / str(attempt)
        shutil.copytree(REGION, root)
        trace = folder / f"trace{attempt}"
        before = (STRACE, "-f", "-qqq", "-y", "-o", str(trace))
        assert run(root, before=before).code == 0
        numbers: dict[str, int] = {}
        found = []
        for line in trace.read_text("utf-8", "replace").split("\n"):
            match = re.match(r"[0-9]+ +([a-z0-9_]+)\(", line)
            if match:
                name = match.group(1)
                numbers[name] = numbers.get(name, 0) + 1
                found.append(Call(name, numbers[name], line))
    start = next(i for i, call in enumerate(found) if ".yp.lock" in call.words)
    return [call for call in found[start:] if call.name not in OF_MEMORY]


def pick(calls: list[Call], name: str, words: str) -> Call:
    return next(call for call in calls if call.name == name and re.search(words, call.words))


def writing(calls: list[Call]) -> int:
    """The index of the call that creates the temporary file."""
    return calls.index(pick(calls, "openat", r"\.yp-[0-9a-f]+\.tmp"))


def state(root: Path, new: dict[str, bytes]) -> str:
    """OLD or NEW; anything else fails. The next run must find the lock free and data sound."""
    found = data(root)
    assert found in (OLD, new), sorted(set(found) ^ set(OLD))
    assert store.load(root).faults == ()
    with (root / lock.NAME).open("a") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return "OLD" if found == OLD else "NEW"


def on_copies(tmp_path: Path, work: Callable[[Path, Call], Any], calls: list[Call]) -> list[Any]:
    """Do the work for every call, each on a fresh copy of the region, two at a time."""

    def one(numbered: tuple[int, Call]) -> Any:
        root = tmp_path / str(numbered[0])
        shutil.copytree(REGION, root)
        try:
            return work(root, numbered[1])
        finally:
            shutil.rmtree(root)

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(one, enumerate(calls)))


@needs_strace
def test_proof_a_kill_at_every_system_call(
    calls: list[Call], new: dict[str, bytes], tmp_path: Path
) -> None:
    def work(root: Path, call: Call) -> tuple[int, str]:
        done = injected(root, call.name, "signal=KILL", call.number)
        found = state(root, new)
        if "data/updates/2024" in call.words:
            again = run(root, *OTHER)  # the next run is not blocked, and sweeps what was left
            assert again.code == 0, again
            assert len(data(root)) == len(OLD) + 1 + (found == "NEW")
            assert not list(root.glob("data/**/.yp-*.tmp"))
        return done.code, found

    found = on_copies(tmp_path, work, calls)
    killed = [result for code, result in found if code in (-9, 137)]
    assert len(killed) > 0.9 * len(calls), (len(killed), len(calls))
    assert {"OLD", "NEW"} == set(killed)
    print(f"{len(killed)} kills: {killed.count('OLD')} old, {killed.count('NEW')} new")


@needs_strace
@pytest.mark.parametrize(("name", "code"), [("TERM", 143), ("INT", 130)])
def test_proof_a_signal_at_every_system_call_of_the_writing(
    calls: list[Call], new: dict[str, bytes], tmp_path: Path, name: str, code: int
) -> None:
    start = writing(calls)

    def work(root: Path, call: Call) -> str:
        done = injected(root, call.name, f"signal={name}", call.number)
        found = state(root, new)
        assert not list(root.glob("data/**/.yp-*.tmp"))
        if "nothing was written" in done.err:
            assert (found, done.code) == ("OLD", code), done
            return "OLD"
        # Later than the writing the program may be past the point where a signal counts.
        assert found == "NEW", done
        assert " saved" in done.err, done
        assert done.code in (code, 0, -signal.Signals[f"SIG{name}"]), done
        return "NEW"

    points = [*calls[:start:8], *calls[start:]]
    found = on_copies(tmp_path, work, points)
    assert set(found) == {"OLD", "NEW"}


FAULTS = [
    ("openat", r"\.yp\.lock", ("EROFS", "ENOSPC", "EDQUOT"), 3, "OLD"),
    # Another user's lock file: it may be read, and that is enough to lock it.
    ("openat", r"\.yp\.lock", ("EACCES",), 0, "NEW"),
    ("flock", r"\.yp\.lock", ("ENOLCK", "EIO"), 3, "OLD"),
    ("mkdirat", r"2024", ("EACCES", "EROFS", "ENOSPC"), 3, "OLD"),
    ("openat", r"\.yp-.*\.tmp", ("EACCES", "EROFS", "EMFILE", "ENOSPC", "EDQUOT"), 3, "OLD"),
    ("write", r"\.yp-.*\.tmp", ("ENOSPC", "EDQUOT", "EIO"), 3, "OLD"),
    ("fsync", r"\.yp-.*\.tmp", ("ENOSPC", "EIO"), 3, "OLD"),
    ("close", r"\.yp-.*\.tmp", ("EIO",), 3, "OLD"),
    ("linkat", r"\.yp-.*\.tmp", ("EXDEV", "EIO", "ENOSPC", "EACCES"), 3, "OLD"),
    ("linkat", r"\.yp-.*\.tmp", ("EPERM", "EOPNOTSUPP"), 0, "NEW"),
    ("unlinkat", r"\.yp-.*\.tmp", ("EIO",), 0, "NEW"),
    ("fsync", r"updates/2024>\)", ("EIO", "ENOSPC"), 0, "NEW"),
    ("close", r"updates/2024>\)", ("EIO",), 0, "NEW"),
    ("write", r"\.yp-.*\.tmp", ("EINTR",), 0, "NEW"),
    ("fsync", r"\.yp-.*\.tmp", ("EINTR",), 0, "NEW"),
    ("openat", r"\.yp-.*\.tmp", ("EINTR",), 0, "NEW"),
    ("flock", r"\.yp\.lock", ("EINTR",), 0, "NEW"),
]


@needs_strace
@pytest.mark.parametrize(
    ("name", "words", "error", "code", "stands"),
    [(name, words, e, code, stands) for name, words, es, code, stands in FAULTS for e in es],
)
def test_proof_an_error_of_the_system_gives_old_or_new_and_a_true_message(
    calls: list[Call],
    new: dict[str, bytes],
    region: Path,
    name: str,
    words: str,
    error: str,
    code: int,
    stands: str,
) -> None:
    call = pick(calls, name, words)
    done = injected(region, name, f"error={error}", call.number)
    assert done.code == code, done
    assert state(region, new) == stands
    if stands == "OLD":
        assert "nothing was" in done.err
        assert done.out == ""
    else:
        assert done.out.startswith(FOLDER)
    if (name, stands) == ("fsync", "NEW") and error != "EINTR":
        assert "the disk did not confirm that it is safe" in done.err


@needs_strace
@pytest.mark.parametrize("error", ["EIO", "EMFILE"])
def test_proof_data_that_cannot_be_read_under_the_lock_is_not_written_to(
    calls: list[Call], new: dict[str, bytes], region: Path, error: str
) -> None:
    call = pick(calls, "openat", r"goals\.yaml")
    done = injected(region, "openat", f"error={error}", call.number)
    assert done.code == 4
    assert "nothing was written" in done.err
    assert state(region, new) == "OLD"


@needs_strace
def test_proof_the_disk_has_the_bytes_before_the_name(calls: list[Call]) -> None:
    order = [
        ("write", r"\.yp-.*\.tmp"),
        ("fsync", r"\.yp-.*\.tmp"),
        ("linkat", r"\.yp-.*\.tmp"),
        ("unlinkat", r"\.yp-.*\.tmp"),
        ("fsync", r"updates/2024>\)"),
    ]
    places = [calls.index(pick(calls, name, words)) for name, words in order]
    assert places == sorted(places)


@needs_strace
def test_proof_a_folder_moved_during_the_writing(
    calls: list[Call], new: dict[str, bytes], region: Path
) -> None:
    call = pick(calls, "linkat", r"\.yp-")

    def move() -> None:
        folder = region / FOLDER
        for _attempt in range(1000):
            if list(folder.glob(".yp-*.tmp")):
                folder.rename(region / "moved")
                return
            time.sleep(0.01)

    with ThreadPoolExecutor(1) as pool:
        moving = pool.submit(move)
        done = injected(region, "linkat", "delay_enter=2000000", call.number)
        moving.result()
    assert done.code == 3, done
    assert "nothing was changed" in done.err
    assert state(region, new) == "OLD"
    assert list((region / "moved").iterdir()) == []


@needs_strace
def test_proof_an_index_lock_that_appears_after_the_writing(
    calls: list[Call],
    repository: Path,  # noqa: F811
) -> None:
    call = pick(calls, "linkat", r"\.yp-")

    def take() -> None:
        for _attempt in range(1000):
            if list((repository / ".git").glob(".yp-*.tmp")):
                (repository / ".git" / "index.lock").touch()
                return
            time.sleep(0.01)

    with ThreadPoolExecutor(1) as pool:
        taking = pool.submit(take)
        done = injected(repository, "linkat", "delay_enter=1000000", call.number, *SET, "--commit")
        taking.result()
    assert done.code == 5, done
    assert "is saved, but not committed" in done.err
    assert (repository / done.out.strip()).is_file()
    assert git(repository, "log", "--format=%s") == "Alku"


def test_proof_a_write_cut_short_leaves_nothing(new: dict[str, bytes], region: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60, 60))

    done = run(region, preexec_fn=limit, env={"PYTHONDONTWRITEBYTECODE": "1"})
    assert done.code == 3, done
    assert "nothing was changed" in done.err
    assert state(region, new) == "OLD"


@pytest.fixture
def disk(region: Path) -> Iterator[Callable[[str], Path]]:
    """A small disk of its own below the region, at data/updates/2024."""
    folder = region / FOLDER
    folder.mkdir()

    def mount(options: str) -> Path:
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "yp-proof", str(folder)],
            capture_output=True,
            check=False,
        )
        if done.returncode:
            pytest.skip(
                "no disk may be mounted here; strace injects the same errors in other proofs"
            )
        return folder

    yield mount
    subprocess.run(["umount", str(folder)], capture_output=True, check=False)


@needs_root
@pytest.mark.parametrize("options", ["size=16k", "size=1m,nr_inodes=4", "size=1m,ro"])
def test_proof_a_disk_that_is_full_or_read_only(
    disk: Callable[[str], Path], region: Path, options: str
) -> None:
    folder = disk(options)
    number = 0
    try:
        for number in range(100):
            (folder / f".{number}").write_bytes(b"x" * 4096)
    except OSError:
        pass
    assert number < 10
    done = run(region)
    assert done.code == 3, done
    assert "nothing was changed" in done.err
    assert data(region).keys() - {f"{FOLDER}/.{n}" for n in range(10)} == OLD.keys()
    assert not list(folder.glob(".yp-*"))


AS_NOBODY = """
import os, sys
from yhdyspinta_cli import __main__
from yhdyspinta_cli.store import atomic, lock
assert __main__._run([*sys.argv[1:], "--dry-run"]) == 0
os.setgroups([]); os.setgid(65534); os.setuid(65534)
sys.exit(__main__._run(sys.argv[1:]))
"""
"""Loads the program while it may, then runs as nobody, who may not reach the interpreter."""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that anybody may reach; pytest's own are its user's alone."""
    with tempfile.TemporaryDirectory(prefix="yp-proof-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@needs_root
@pytest.mark.parametrize(
    ("readonly", "told"),
    [("data/updates", "cannot be written"), (".", ".yp.lock cannot be opened")],
)
def test_proof_a_user_without_rights(
    new: dict[str, bytes], open_folder: Path, readonly: str, told: str
) -> None:
    region = open_folder / "region"
    shutil.copytree(REGION, region)
    subprocess.run(["chown", "-R", "65534:65534", str(region)], check=True)
    target = region / readonly
    os.chown(target, 0, 0)
    target.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, *SET],
        cwd=region,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 3, done
    assert told in done.stderr
    assert "nothing was" in done.stderr.split("would be written")[1].split("\n", 1)[1]
    subprocess.run(["chown", "-R", "0:0", str(region)], check=True)
    assert state(region, new) == "OLD"


def test_proof_a_lock_that_is_held_for_more_than_a_minute(
    new: dict[str, bytes], region: Path
) -> None:
    with lock.locked(region):
        start = time.monotonic()
        done = run(region)
        took = time.monotonic() - start
    assert done.code == 4
    assert "another yp (unknown) is writing" in done.err
    assert lock.PATIENCE <= took < lock.PATIENCE + 20
    assert state(region, new) == "OLD"


def test_proof_data_that_changes_while_waiting_is_judged_again(region: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        with lock.locked(region):
            waiting = pool.submit(run, region)
            time.sleep(3)
            (region / "data" / "measures" / "turvasuunnitelmat.yaml").unlink()
            before = data(region)
        done = waiting.result()
    assert done.code == 4, done
    assert "nothing was written" in done.err
    assert data(region) == before


def test_proof_without_home_and_temporary_folder(new: dict[str, bytes], region: Path) -> None:
    environment = {"HOME": "/nonexistent", "TMPDIR": "/proc", "XDG_CONFIG_HOME": "/nonexistent"}
    assert run(region, env=environment).code == 0
    assert state(region, new) == "NEW"


def test_proof_eight_writers_lose_none_of_120_reports(region: Path) -> None:
    def writer(number: int) -> None:
        for turn in range(15):
            done = run(
                region,
                *("status", "set", "A1", "in-progress", "--by", "koivula"),
                *("--on", "2024-03-01", "--note", f"{number}.{turn}"),
            )
            assert done.code == 0, done

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(writer, range(8)))
    updates = [update for update in store.load(region).kb.updates if update.note]
    notes = {update.note for update in updates}
    assert {f"{n}.{t}" for n in range(8) for t in range(15)} <= notes
    assert len(list((region / FOLDER).iterdir())) == 120
    assert run(region, "validate").code == 0


def test_proof_forty_commits_at_once_lose_none(repository: Path) -> None:  # noqa: F811
    def one(number: int) -> Run:
        # On a busy machine somebody waits longer than the lock is waited for: told to try
        # again in a moment, a user tries again.
        for _attempt in range(20):
            done = run(
                repository,
                *("status", "set", "A1", "in-progress", "--by", "koivula", "--commit"),
                *("--on", "2024-03-01", "--note", f"raportti {number}"),
            )
            if done.code != 4:
                return done
            assert "try again in a moment" in done.err
        return done

    with ThreadPoolExecutor(40) as pool:
        found = list(pool.map(one, range(40)))
    assert [done.code for done in found] == [0] * 40, [d for d in found if d.code]
    assert git(repository, "rev-list", "--count", "HEAD") == "41"
    assert git(repository, "status", "--porcelain") == ""
    paths = git(repository, "ls-tree", "-r", "--name-only", "HEAD", FOLDER).split("\n")
    assert sorted(paths) == sorted(done.out.strip() for done in found)


@needs_strace
@pytest.mark.parametrize(("call", "error"), [("pipe2", "EMFILE"), ("poll", "ENOMEM")])
def test_proof_a_fault_between_saving_and_committing_is_told_as_saved(
    repository: Path,  # noqa: F811
    tmp_path: Path,
    call: str,
    error: str,
) -> None:
    def counted(root: Path, *more: str) -> tuple[Run, int]:
        log = root.parent / "log"
        strace = ("strace", "-qqq", "-o", str(log), "-e", f"trace={call}", *more)
        done = run(root, *SET, "--commit", before=strace)
        return done, sum(line.startswith(f"{call}(") for line in log.read_text().splitlines())

    def copied(number: int) -> Path:
        root = tmp_path / str(number) / "region"
        shutil.copytree(repository, root)
        return root

    _done, count = counted(copied(0))
    codes = set()
    for number in range(count, 0, -1):
        root = copied(number)
        done, _count = counted(root, "-e", f"inject={call}:error={error}:when={number}")
        stands = data(root).keys() - OLD.keys()
        assert (done.code in (0, 5)) == bool(stands), done
        assert not (stands and "nothing was" in done.err), done
        codes.add(done.code)
        if len(codes) > 1 and not stands:
            break
    assert 5 in codes, codes
