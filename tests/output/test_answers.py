"""Answers that are kept as files: tests/answers/BASE/, whole, and BASE/partial/, what matters.

The first line of a file is the command; lines that begin with ``2> `` are stderr, ``exit 1`` at the
end is an exit code other than 0.

A whole answer is compared byte for byte, and `make goldens` writes it; each base has few of them,
its reports counted, since each is read line by line whenever an output changes. A partial answer
is written by hand and rewritten by nothing: it has the lines that show what its name says, and
``…`` alone on a line stands for any others. Where no ``…`` stands, nothing stands in between;
widths of columns are not compared.
"""

import re
import shlex
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests import golden
from tests.conftest import SHIPPED, TESTS, Yp

KEPT = TESTS / "answers"
BASES = {name: TESTS / name for name in ("region", "lived", "lived_on", "helse")} | {
    "shipped": SHIPPED
}
WHOLE = sorted(KEPT.glob("*/*.txt"))
PARTIAL = sorted(KEPT.glob("*/partial/*.txt"))
ANY = "…"


def name(path: Path) -> str:
    return f"{path.relative_to(KEPT).parts[0]}-{path.stem}"


def answered(command: str, path: Path, yp: Yp) -> str:
    """Return what a command writes about the base of a file, in the form of the files."""
    base, line = BASES[path.relative_to(KEPT).parts[0]], shlex.split(command.removeprefix("$ yp "))
    if "ics" in line:
        # In a repository a calendar tells when its data was committed.
        with TemporaryDirectory() as alone:
            shutil.copytree(base / "data", Path(alone) / "data")
            result = yp(*line, cwd=Path(alone))
    else:
        result = yp(*line, cwd=base)
    told = "".join(f"2> {line}\n" for line in result.err.splitlines())
    return told + result.out + (f"exit {result.code}\n" if result.code else "")


@pytest.mark.golden
@pytest.mark.parametrize("path", WHOLE, ids=name)
def test_whole_answer(path: Path, yp: Yp) -> None:
    command, _newline, _expected = path.read_text("utf-8").partition("\n")
    golden.same(path, f"{command}\n{answered(command, path, yp)}")


@pytest.mark.parametrize("base", BASES)
def test_few_whole_outputs_are_kept_of_a_base(base: str) -> None:
    kept = [path.name for path in (KEPT / base).iterdir() if path.is_file()]
    assert 1 <= len(kept) <= 15, kept


def squeezed(line: str) -> str:
    """Return a line without what only the widths of columns decide."""
    return re.sub(r"-{3,}", "---", " ".join(line.split()))


@pytest.mark.parametrize("path", PARTIAL, ids=name)
def test_partial_answer(path: Path, yp: Yp) -> None:
    command, *expected = path.read_text("utf-8").splitlines()
    out = answered(command, path, yp)
    missing = first_missing(expected, out.splitlines())
    if missing is not None:
        pytest.fail(f"not where it should be: {missing}\n\n{out}", pytrace=False)


def first_missing(expected: list[str], found: list[str]) -> str | None:
    """Return the first line of a block that an output does not have in its turn, or None.

    A block is what stands between two `ANY`: the first begins the output, the last ends it.
    """
    lines = [squeezed(line) for line in found]
    blocks: list[list[str]] = [[]]
    for line in expected:
        if line == ANY:
            blocks.append([])
        else:
            blocks[-1].append(squeezed(line))
    at = 0
    for number, block in enumerate(blocks):
        places = [n for n in range(at, len(lines) + 1) if lines[n : n + len(block)] == block]
        if number == 0:
            places = places[:1] if places[:1] == [0] else []
        if number == len(blocks) - 1:
            places = [n for n in places if n + len(block) == len(lines)]
        if not places:
            return block[0] if block else "nothing more"
        at = places[0] + len(block)
    return None


@pytest.mark.parametrize(
    ("expected", "missing"),
    [
        ("a b c d", None),
        ("a … d", None),
        ("… b c …", None),
        ("a b", "a"),
        ("… c … b …", "b"),
        ("… b d", "b"),
        ("b …", "b"),
    ],
)
def test_a_partial_answer_can_fail(expected: str, missing: str | None) -> None:
    assert first_missing(expected.split(), ["a", "b", "c", "d"]) == missing
