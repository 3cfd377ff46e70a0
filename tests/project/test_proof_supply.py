"""The wheel as it is had: by pip, pipx and uvx, on every Python found, at the lowest versions."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.conftest import SHIPPED

pytestmark = pytest.mark.proof

EXTRAS = "[pdf,office]"
UV = Path(sys.executable).parent / "uv"


def uv(*arguments: str) -> str:
    done = subprocess.run(
        [str(UV), *arguments], env=_environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _environment(home: Path | None = None) -> dict[str, str]:
    """The environment without the paths by which this very checkout would be found."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"LC_ALL": "C.UTF-8"} | ({"HOME": str(home)} if home else {})


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(SHIPPED)],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def used(yp: Path, folder: Path) -> dict[str, bytes]:
    """Use an installed yp as a new user does; return what it wrote, by the name of the file."""
    shutil.copytree(SHIPPED / "data", folder / "data")

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [str(yp), *arguments],
            cwd=folder,
            env=_environment(folder),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, (arguments, done.stderr)
        return done.stdout

    day = ("--as-of", "2025-06-30")
    assert "0 errors, 0 warnings" in run("validate", *day)
    run("report", "--year", "2024", *day, "-o", "vuosi.html")
    run("report", "--year", "2024", *day, "--only", "brief", "-o", "kooste.docx")
    run("round", "ask", "--party", "kuopio", "--year", "2025", "-o", "kysely.xlsx")
    run("status", "set", "E4", "paused", "--by", "kuopio", "--on", "2025-03-01")
    told = run("status", "show", "E4", "--lang", "fi", *day)
    assert "keskeytetty" in told
    return {
        "vuosi.html": (folder / "vuosi.html").read_bytes(),
        "status": told.encode(),
        "ics": run("calendar", "--year", "2024", "--format", "ics", *day).encode(),
    }


def installed(python: str, folder: Path, *what: str) -> Path:
    uv("venv", "-q", "--python", python, str(folder))
    uv("pip", "install", "-q", "--python", str(folder / "bin" / "python"), *what)
    return folder / "bin" / "yp"


@pytest.fixture(scope="module")
def expected(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the pinned versions write on the Python that runs the tests."""
    folder = tmp_path_factory.mktemp("expected")
    pinned = ("-c", str(SHIPPED / "constraints.txt"), f"{wheel}{EXTRAS}")
    return used(installed(sys.executable, folder / "venv", *pinned), folder / "home")


def others() -> list[str]:
    """The Pythons of this machine that are as new as is promised, the running one apart."""
    lowest = (3, 11)
    found = uv("python", "list", "--only-installed", "--no-python-downloads", "--all-versions")
    paths: dict[tuple[int, int], str] = {}
    for line in found.splitlines():
        version, path = line.split()[0], line.split()[1]
        told = re.match(r"cpython-(\d+)\.(\d+)\.\d+-", version)
        if told and (int(told[1]), int(told[2])) >= lowest and "free" not in version:
            paths.setdefault((int(told[1]), int(told[2])), path)
    paths.pop(sys.version_info[:2], None)
    return list(paths.values())


def test_every_python_that_is_found_writes_the_same(
    wheel: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    for number, python in enumerate(others()):
        home = tmp_path / str(number)
        pinned = ("-c", str(SHIPPED / "constraints.txt"), f"{wheel}{EXTRAS}")
        yp = installed(python, tmp_path / f"venv{number}", *pinned)
        assert used(yp, home) == expected, python


def test_the_lowest_versions_that_are_promised_write_the_same(
    wheel: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    settings = str(SHIPPED / "pyproject.toml")
    lowest = (
        "--resolution",
        "lowest-direct",
        "-r",
        settings,
        "--extra",
        "pdf",
        "--extra",
        "office",
    )
    yp = installed(sys.executable, tmp_path / "venv", *lowest)
    uv(
        "pip", "install", "-q", "--no-deps", "--python", str(yp.parent / "python"), str(wheel)
    )  # fmt: skip
    found = used(yp, tmp_path / "home")
    assert {name for name in expected if found[name] != expected[name]} == set()


def test_pipx_and_uvx_run_it_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    version = tomllib.loads((SHIPPED / "pyproject.toml").read_text("utf-8"))["project"]
    told = f"yp {version.get('version') or wheel.name.split('-')[1]}\n"
    assert uv("tool", "run", "--isolated", "--from", str(wheel), "yp", "--version") == told
    pipx = ("tool", "run", "--isolated", "pipx", "run", "--spec", str(wheel), "yp", "--version")
    assert uv(*pipx) == told
