"""Reading without libyaml, and at whatever depth Python stops."""

import inspect
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REGION, TESTS
from tests.store.test_proof_saving import run
from yhdyspinta_cli.document import reader

pytestmark = pytest.mark.proof


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
            tree, faults = reader.read("data/x.yaml", deep)
            assert tree is None or faults
            assert faults
    finally:
        sys.setrecursionlimit(before)
