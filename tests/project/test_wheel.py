"""The wheel, installed in a clean environment outside the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import SHIPPED
from yhdyspinta_cli import language


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(SHIPPED)],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_all_data_but_the_names_of_people(wheel: Path) -> None:
    packed = {
        name.removeprefix("yhdyspinta_cli/_data/")
        for name in zipfile.ZipFile(wheel).namelist()
        if name.startswith("yhdyspinta_cli/_data/")
    }
    data = SHIPPED / "data"
    files = {path.relative_to(data).as_posix() for path in data.rglob("*.yaml")}
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"yhdyspinta_cli"}
    assert "personal.yaml" in files
    assert packed == files - {"personal.yaml"}


def test_the_wheel_carries_every_catalogue_compiled(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    sources = {name for name in names if name.endswith(".po")}
    assert len(sources) == 3 * (len(language.LANGUAGES) - 1)
    assert {name.removesuffix(".po") + ".mo" for name in sources} <= names


def test_the_wheel_carries_the_guides_and_what_a_new_base_begins_with(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("docs", "start"):
        files = {f"yhdyspinta_cli/_{folder}/{path.name}" for path in (SHIPPED / folder).iterdir()}
        assert len(files) > 5
        assert files <= names


def test_the_installed_wheel_reports_the_packaged_data(wheel: Path, tmp_path: Path) -> None:
    environment, uv = tmp_path / "clean", Path(sys.executable).parent / "uv"
    python = ("--python", str(environment / "bin" / "python"))
    pinned = ("-c", str(SHIPPED / "constraints.txt"), str(wheel))
    for command in (
        ("venv", "-q", "--python", sys.executable, str(environment)),
        ("pip", "install", "-q", *python, *pinned),
    ):
        subprocess.run([str(uv), *command], check=True, capture_output=True)
    home = tmp_path / "elsewhere"
    home.mkdir()
    done = subprocess.run(
        [str(environment / "bin" / "yp"), "report", "--year", "2024"],
        cwd=home,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("# ")
    assert "2024" in done.stdout.splitlines()[0]
    assert "packaged copy" in done.stderr
    finnish = subprocess.run(
        [str(environment / "bin" / "yp"), "status", "--lang", "fi"],
        cwd=home,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert finnish.stdout.startswith("Tilanne ")
