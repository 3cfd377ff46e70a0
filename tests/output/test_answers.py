"""Whole answers about the fictional region: each file is a command line and all it writes.

The first line is the command; lines that begin with ``2> `` are stderr, ``exit 1`` at the end is
an exit code other than 0. A new case is a new file with its first line; `make goldens` writes the
rest.
"""

import shlex
from pathlib import Path

import pytest

from tests import golden
from tests.conftest import REGION, TESTS, Yp

CASES = sorted((TESTS / "answers").glob("*.txt"))


def written(code: int, out: str, err: str) -> str:
    """Return what a run gave, in the form of the files."""
    told = "".join(f"2> {line}\n" for line in err.splitlines())
    return told + out + (f"exit {code}\n" if code else "")


@pytest.mark.golden
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_answer(path: Path, yp: Yp) -> None:
    command, _newline, _expected = path.read_text("utf-8").partition("\n")
    result = yp(*shlex.split(command.removeprefix("$ yp ")), cwd=REGION)
    golden.same(path, f"{command}\n{written(result.code, result.out, result.err)}")


def test_there_are_cases() -> None:
    assert len(CASES) >= 25
