"""Names that a system or a program for keeping folders in step leaves among the data."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import Yp

MEASURE = "turvasuunnitelmat.yaml"


@pytest.mark.parametrize("name", ["desktop.ini", "Thumbs.db", ".DS_Store", "Desktop.ini"])
def test_what_a_system_leaves_in_a_folder_is_passed_over(region: Path, yp: Yp, name: str) -> None:
    (region / "data" / "measures" / name).write_bytes(b"[.ShellClassInfo]\r\n")
    assert yp("validate", cwd=region).code == 0
    done = yp("status", "set", "A1", "paused", "--on", "2024-02-03", "--by", "koivula", cwd=region)
    assert done.code == 0, done.err


@pytest.mark.parametrize(
    "name",
    [
        *("turvasuunnitelmat (1).yaml", "turvasuunnitelmat-laptop-4k2.yaml"),
        *("turvasuunnitelmat - Copy.yaml", "turvasuunnitelmat – kopio.yaml"),
        *("Copy of turvasuunnitelmat.yaml", "turvasuunnitelmat 2.yaml"),
        "turvasuunnitelmat (Anna's conflicted copy 2026-02-03).yaml",
    ],
)
def test_a_copy_is_told_as_a_copy_to_be_deleted(region: Path, yp: Yp, name: str) -> None:
    measures = region / "data" / "measures"
    shutil.copy(measures / MEASURE, measures / name)
    done = yp("validate", cwd=region)
    assert done.code == 1
    assert f"it may be a copy of {MEASURE} left by OneDrive or the like" in done.out
    assert "another id" not in done.out
    assert "rename the file" not in done.out
    (measures / name).unlink()
    assert yp("validate", cwd=region).code == 0


def test_a_renamed_file_is_no_copy(region: Path, yp: Yp) -> None:
    measures = region / "data" / "measures"
    (measures / MEASURE).rename(measures / "turvasuunnitelmat-2.yaml")
    done = yp("validate", cwd=region)
    assert "an id is for ever: rename the file, not the record" in done.out
    assert "OneDrive" not in done.out


@pytest.mark.parametrize("name", ["aux.yaml", "com1.yaml", "nul.yaml", "con.old.yaml"])
def test_a_name_that_windows_keeps_for_a_device_is_told_on_every_system(
    region: Path, yp: Yp, name: str
) -> None:
    measures = region / "data" / "measures"
    (measures / MEASURE).rename(measures / name)
    done = yp("validate", "--output-format", "concise", cwd=region)
    assert f"data/measures/{name}:1:1: error YP013 Windows keeps the name '{name}'" in done.out


@pytest.mark.parametrize("name", ["auxiliary.yaml", "com.yaml", "console.yaml"])
def test_a_name_that_only_begins_so_is_a_name(region: Path, yp: Yp, name: str) -> None:
    measures = region / "data" / "measures"
    (measures / MEASURE).rename(measures / name)
    assert "Windows" not in yp("validate", "--output-format", "concise", cwd=region).out
