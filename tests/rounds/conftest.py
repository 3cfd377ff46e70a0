"""The lived-in region in a repository of its own, of which parties are asked."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import LIVED

PARTY = "hallavesi"


def git(root: Path, *arguments: str) -> str:
    """Run git there as somebody; return what it says."""
    who = ("-c", "user.name=Koordinaattori", "-c", "user.email=kirjaamo@tuulikannas.example")
    done = subprocess.run(
        ["git", *who, *arguments], cwd=root, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


@pytest.fixture(scope="session")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the region (`plain`) whose wellbeing services county and one town
    have an address, one in which that town was asked (`asked`), and what it was sent.
    """
    folder = tmp_path_factory.mktemp("sent")
    root = folder / "plain"
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
    asked = folder / "asked"
    shutil.copytree(root, asked)
    line = ["round", "ask", "--party", PARTY, "--year", "2025", "-o", str(folder / f"{PARTY}.xlsx")]
    program = [sys.executable, "-m", "yhdyspinta_cli", "-C", str(asked), *line]
    subprocess.run(program, check=True, capture_output=True)
    git(asked, "add", "-A")
    git(asked, "commit", "-q", "-m", "Kysytty")
    return folder


@pytest.fixture
def base(request: pytest.FixtureRequest, sent: Path, tmp_path: Path) -> Path:
    """The region for a test to change; with `workbook` as it is when the town was asked."""
    is_asked = "workbook" in request.fixturenames
    root = tmp_path / "tuulikannas"
    shutil.copytree(sent / ("asked" if is_asked else "plain"), root)
    return root


@pytest.fixture
def workbook(sent: Path, base: Path, tmp_path: Path) -> Path:
    """The workbook of a town about 2025, as it was sent."""
    assert base.is_dir()
    path = tmp_path / f"{PARTY}.xlsx"
    shutil.copy(sent / f"{PARTY}.xlsx", path)
    return path
