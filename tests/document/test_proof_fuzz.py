"""Real files, mutated at random: no exception, none over a second, none over 200 MB."""

import random
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import REGION, SHIPPED
from tests.document.test_hostile_text import CASES, MEASURE

pytestmark = pytest.mark.proof

SECONDS, MEGABYTES = 1.0, 200
PIECES = (
    *(b"\x00", b"\xff", b"\xef\xbb\xbf", b"\t", b"\r", b"\n", b"  ", b"- ", b": ", b"'", b'"'),
    *(b"[", b"]", b"{", b"}", b"&a ", b"*a", b"!!set ", b"%", b"|\n", b">9\n", b"? ", b"---\n"),
    *(b"...\n", b"<<: ", b"<<<<<<< x\n", b"#", b"\\", b"\xe2\x80\xae", b"\xc2\x85", b"no", b"1_0"),
    *(b"\n" * 50, b"[" * 200, b"- " * 100, b"? " * 100, b"x" * 3000, b"2025-02-30", b"12:30"),
)


def mutated(raw: bytes, chance: random.Random) -> bytes:
    """Return the bytes with one to six things cut, doubled, moved or added."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(raw) + 1)
        to = min(len(raw), at + chance.choice((1, 1, 3, 20, 200)))
        piece = raw[at:to]
        what = chance.randrange(5)
        if what == 0:
            raw = raw[:at] + raw[to:]
        elif what == 1:
            raw = raw[:to] + piece + raw[to:]
        elif what == 2:
            raw = raw[:at] + chance.choice(PIECES) + raw[at:]
        elif what == 3:
            raw = raw[:at] + chance.choice(PIECES) + raw[to:]
        else:
            raw = raw[:at] + bytes([chance.randrange(256)]) + raw[at + 1 :]
    return raw


def fuzz_reading(seed: int, runs: int) -> None:
    """Read mutated files one by one, and shape what can be read; run in a process of its own."""
    from yhdyspinta_cli.document.reader import read
    from yhdyspinta_cli.model.measures import Measure
    from yhdyspinta_cli.store import building

    files = sorted((SHIPPED / "data").rglob("*.yaml")) + sorted((REGION / "data").rglob("*.yaml"))
    raws = [path.read_bytes() for path in files if path.name != "personal.yaml"]
    chance = random.Random(seed)
    for number in range(runs):
        raw = mutated(chance.choice(raws), chance)
        begin = time.process_time()
        tree, faults = read("data/measures/x.yaml", raw)
        assert tree is not None or faults
        if tree is not None:
            building.build_record(tree, (), tree.root.plain(), Measure)
        spent = time.process_time() - begin
        assert spent < SECONDS, (seed, number, spent)


def fuzz_validate(seed: int, runs: int, folder: Path) -> None:
    """Validate the region with two mutated files, in every format."""
    import contextlib
    import io
    import os

    from yhdyspinta_cli import __main__
    from yhdyspinta_cli.language import activate

    activate("en")
    chance = random.Random(seed)
    for number in range(runs):
        region = folder / str(number)
        shutil.copytree(REGION, region)
        for path in chance.sample(sorted((region / "data").rglob("*.yaml")), 2):
            path.write_bytes(mutated(path.read_bytes(), chance))
        os.chdir(region)
        form = chance.choice(("text", "concise", "json", "github"))
        shown, told = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
        with contextlib.redirect_stdout(shown), contextlib.redirect_stderr(told):
            code = __main__._run(["validate", "--notes", "--output-format", form])
        texts = []
        for stream in (shown, told):
            stream.flush()
            texts.append(stream.buffer.getvalue().decode())
        assert code in (0, 1), (seed, number, texts[1])
        assert not [c for c in texts[0] if c != "\n" and not c.isprintable() and c != "\xa0"]
        os.chdir(folder)
        shutil.rmtree(region)


def megabytes() -> int:
    """Return how much memory this process has had at most.

    The kernel's own count for `getrusage` goes on from the process that started it: behind a
    worker that had run other tests every file seemed to take what that had taken.
    """
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) // 1024


def run(call: str) -> None:
    """Yp a function of this file in a process, and hold its memory to the limit."""
    program = (
        "import sys\n"
        f"sys.path.insert(0, {str(SHIPPED)!r})\n"
        "from pathlib import Path\n"
        "from tests.document import test_proof_fuzz as fuzz\n"
        f"fuzz.{call}\n"
        "print(fuzz.megabytes())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=900, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert int(done.stdout) < MEGABYTES


@pytest.mark.parametrize("seed", range(4))
def test_mutated_files_are_read_or_refused(seed: int) -> None:
    run(f"fuzz_reading({seed}, 4000)")


@pytest.mark.parametrize("seed", range(4))
def test_mutated_files_are_validated(seed: int, tmp_path: Path) -> None:
    run(f"fuzz_validate({seed}, 120, Path({str(tmp_path)!r}))")


def read_case(number: int) -> None:
    """Read one hostile file of the list; its time is held here, its memory by the caller."""
    from yhdyspinta_cli.document.reader import read

    begin = time.process_time()
    read("data/x.yaml", CASES[number].raw)
    assert time.process_time() - begin < SECONDS, CASES[number].number


def read_all_cases() -> None:
    for number in range(len(CASES)):
        read_case(number)
    # The largest that is accepted: a MiB of short values in a flat list, and of one long line.
    from yhdyspinta_cli.document.reader import read

    for raw in (
        ("x:\n" + "  - a\n" * 49_000).encode(),
        (MEASURE + "# " + "ä" * 400_000).encode(),
        b"\n" * (1024 * 1024),
        b"\t\n" * (512 * 1024),
        b"\xff\n" * (512 * 1024),
        b"a: 'x\n" * (150 * 1024),
        b"[" * (1024 * 1024),
        b"a: b\n" * (200 * 1024),
        b"- 010\n" * 50_000,
        b"!x " * 300_000,
        b"&x " * 300_000,
        b"'" * (1024 * 1024),
    ):
        begin = time.process_time()
        read("data/x.yaml", raw)
        assert time.process_time() - begin < SECONDS, raw[:20]


def test_every_hostile_file_is_refused_quickly_and_cheaply() -> None:
    run("read_all_cases()")


def test_ten_thousand_files_are_checked_in_seconds(tmp_path: Path) -> None:
    region = tmp_path / "region"
    shutil.copytree(REGION, region)
    for number in range(10_000):
        year, day = 2022 + number % 3, number % 28 + 1
        ident = f"{year}-06-{day:02}-turvasuunnitelmat-{number:06x}"
        path = region / f"data/updates/{year}/{ident}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            f"id: {ident}\nmeasure: turvasuunnitelmat\nstate: in-progress\n"
            f"on: {year}-06-{day:02}\nby: koivula\nparty: koivula\nnote: Huomautus {number}\n",
            "utf-8",
        )
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    program = (
        "import sys\n"
        f"sys.path.insert(0, {str(SHIPPED)!r})\n"
        "from tests.document import test_proof_fuzz as fuzz\n"
        "from yhdyspinta_cli import __main__\n"
        "code = __main__._run(['validate', '--as-of', '2025-01-01'])\n"
        "print(fuzz.megabytes())\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=region,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    # 5 s on two shared cores when this was written; processor time, since machines are shared.
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 30
    assert done.returncode == 0, done.stderr
    assert "10,033 files checked" in done.stdout
    assert int(done.stdout.splitlines()[-1]) < 300
