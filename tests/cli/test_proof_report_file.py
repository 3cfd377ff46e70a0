"""A report that is cut off while it is written."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import REGION
from tests.store.test_proof_saving import injected, needs_strace, run

pytestmark = pytest.mark.proof


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
