"""The lived-in region in a repository of its own, of which parties are asked."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import LIVED, Yp

PARTY = "hallavesi"


def git(root: Path, *arguments: str) -> str:
    """Run git there as somebody; return what it says."""
    who = ("-c", "user.name=Koordinaattori", "-c", "user.email=kirjaamo@tuulikannas.example")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=root, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A copy of the region whose wellbeing services county and one town have an address."""
    root = tmp_path / "tuulikannas"
    shutil.copytree(LIVED / "data", root / "data")
    parties = root / "data/parties.yaml"
    text = parties.read_text()
    for key in ("tuulikannas", PARTY):
        head = f"  - id: {key}\n"
        assert head in text
        text = text.replace(head, f"{head}    contact: kirjaamo@{key}.example\n", 1)
    parties.write_text(text)
    (root / ".gitignore").write_text(".yp.lock\n")
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "user.name", "Koordinaattori")
    git(root, "config", "user.email", "kirjaamo@tuulikannas.example")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Tuulikannas")
    return root


@pytest.fixture
def workbook(yp: Yp, base: Path, tmp_path: Path) -> Path:
    """The workbook of a town about 2025, as it was sent."""
    path = tmp_path / f"{PARTY}.xlsx"
    done = yp("round", "ask", "--party", PARTY, "--year", "2025", "-o", str(path), cwd=base)
    assert done.code == 0, done.err
    git(base, "add", "-A")
    git(base, "commit", "-q", "-m", "Kysytty")
    return path
