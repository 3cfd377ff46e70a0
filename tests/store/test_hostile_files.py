"""Files that are no files, names that hide something, folders nobody may read."""

import json
import os
import shutil
import socket
import time
from pathlib import Path

import pytest

from tests.checks.test_every_code import as_nobody, open_region
from tests.conftest import Yp
from tests.document.test_hostile_text import MEASURE, OTHER, harmless

__all__ = ["open_region"]

SECRET = "salaisuus-jota-kukaan-ei-saa-nahda"


def faults(yp: Yp, region: Path) -> list[tuple[str, str]]:
    """Validate in every format; return code and path of the errors."""
    (region / "data/measures/toinen.yaml").write_text(OTHER, "utf-8")
    begin = time.monotonic()
    for form in ("text", "concise", "github"):
        result = yp("validate", "--output-format", form, cwd=region)
        assert result.code == 1
        assert result.err == ""
        assert SECRET not in result.out
        harmless(result.out)
    result = yp("validate", "--output-format", "json", cwd=region)
    assert SECRET not in result.out
    assert time.monotonic() - begin < 5
    found = [(d["code"], d["path"]) for d in json.loads(result.out)["diagnostics"]]
    assert ("YP102", "data/measures/toinen.yaml") in found
    return [pair for pair in found if pair[1] != "data/measures/toinen.yaml"]


def test_links_are_never_followed(region: Path, yp: Yp, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(f"title: {SECRET}\n", "utf-8")
    measures = region / "data/measures"
    (measures / "a-ulos.yaml").symlink_to(outside)
    (measures / "b-sisaan.yaml").symlink_to(measures / "asuminen.yaml")
    (measures / "c-ymparisto.yaml").symlink_to("/proc/self/environ")
    (measures / "d-kehä.yaml").symlink_to("d-kehä.yaml")
    (measures / "e-tyhjaan.yaml").symlink_to("ei-ole.yaml")
    (region / "data/events/2021").symlink_to(tmp_path)
    assert faults(yp, region) == [
        ("YP015", "data/events/2021"),
        ("YP015", "data/measures/a-ulos.yaml"),
        ("YP015", "data/measures/b-sisaan.yaml"),
        ("YP015", "data/measures/c-ymparisto.yaml"),
        ("YP015", "data/measures/d-kehä.yaml"),
        ("YP015", "data/measures/e-tyhjaan.yaml"),
    ]


def test_a_folder_that_is_a_link_makes_no_ghosts(region: Path, yp: Yp, tmp_path: Path) -> None:
    shutil.move(region / "data/bodies", tmp_path / "bodies")
    (region / "data/bodies").symlink_to(tmp_path / "bodies")
    assert faults(yp, region) == [("YP015", "data/bodies")]


def test_the_data_itself_must_not_be_a_link(region: Path, yp: Yp, tmp_path: Path) -> None:
    shutil.move(region / "data", tmp_path / "elsewhere")
    (region / "data").symlink_to(tmp_path / "elsewhere")
    result = yp("validate", "--output-format", "concise", cwd=region)
    assert result.code == 1
    assert result.out == "data:1:1: error YP015 data/ is a symbolic link\n"


def test_pipes_sockets_and_devices_do_not_hang(region: Path, yp: Yp) -> None:
    measures = region / "data/measures"
    os.mkfifo(measures / "a-putki.yaml")
    expected = [("YP010", "data/measures/a-putki.yaml")]
    here = Path.cwd()
    os.chdir(measures)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("b-pistoke.yaml")
        os.chdir(here)
        expected.append(("YP010", "data/measures/b-pistoke.yaml"))
        if os.geteuid() == 0:
            try:
                os.mknod(measures / "c-laite.yaml", 0o666 | 0o020000, os.makedev(1, 5))
                expected.append(("YP010", "data/measures/c-laite.yaml"))
            except OSError:
                pass
        (measures / "d-kansio.yaml").mkdir()
        expected.append(("YP017", "data/measures/d-kansio.yaml"))
        assert faults(yp, region) == expected


def test_a_file_of_five_gigabytes_is_not_read(region: Path, yp: Yp) -> None:
    with (region / "data/measures/suuri.yaml").open("wb") as stream:
        stream.truncate(5 * 1024**3)
    assert faults(yp, region) == [("YP011", "data/measures/suuri.yaml")]


def test_names_are_shown_harmless(region: Path, yp: Yp) -> None:
    measures = region / "data/measures"
    for name in (
        b"a\xff.yaml",
        b"b\n::error::forged.yaml",
        b"c\x1b[31m.yaml",
        b"-rf.yaml",
        b"x##[error]y.yaml",
        "d\u202elmay.yaml".encode(),
        b"E.YAML",
        b"f.Yml",
        b"Nul.yaml",
    ):
        (os.fsencode(measures) + b"/" + name) and Path(
            os.fsdecode(os.fsencode(measures) + b"/" + name)
        ).write_text(MEASURE, "utf-8")
    found = faults(yp, region)
    assert sorted(found) == sorted(
        [
            ("YP013", "data/measures/-rf.yaml"),
            ("YP013", "data/measures/Nul.yaml"),
            ("YP013", "data/measures/a\\xff.yaml"),
            ("YP013", "data/measures/b\\u{000A}::error::forged.yaml"),
            ("YP013", "data/measures/c\\u{001B}[31m.yaml"),
            ("YP013", "data/measures/d\\u{202E}lmay.yaml"),
            ("YP013", "data/measures/x##[error]y.yaml"),
            ("YP016", "data/measures/E.YAML"),
            ("YP016", "data/measures/f.Yml"),
        ]
    )
    shown = yp("validate", "--output-format", "github", cwd=region).out
    assert "##[" not in shown
    assert not [line for line in shown.split("\n") if line.startswith("::error::forged")]


def test_names_that_collide(region: Path, yp: Yp) -> None:
    measures = region / "data/measures"
    (measures / "Asuminen.yaml").write_text(MEASURE, "utf-8")
    (measures / "k\u00e4.yaml").write_text(MEASURE, "utf-8")
    (measures / "ka\u0308.yaml").write_text(MEASURE, "utf-8")
    assert sorted(faults(yp, region)) == [
        ("YP013", "data/measures/ka\u0308.yaml"),
        ("YP014", "data/measures/Asuminen.yaml"),
        ("YP014", "data/measures/k\u00e4.yaml"),
    ]


def test_what_editors_leave_behind_is_not_data(region: Path, yp: Yp) -> None:
    for name in (".asuminen.yaml.swp", "asuminen.yaml~", "#asuminen.yaml#", ".DS_Store"):
        (region / "data/measures" / name).write_text("x: [", "utf-8")
    (region / "data/measures/README.md").write_text("# Ohje\n", "utf-8")
    assert yp("validate", cwd=region).code == 0


def test_a_git_repository_among_the_data_is_only_named(region: Path, yp: Yp) -> None:
    bare = region / "data/measures/varasto"
    (bare / "objects").mkdir(parents=True)
    (bare / "HEAD").write_text("ref: refs/heads/main\n")
    marker = region / "kaynnistyi"
    (bare / "config").write_text(f"[core]\n\tfsmonitor = touch {marker}\n\tbare = true\n")
    assert faults(yp, region) == [("YP017", "data/measures/varasto")]
    assert not marker.exists()


def test_a_folder_nobody_may_read_is_not_skipped(open_region: Path, yp: Yp) -> None:
    (open_region / "data/measures/toinen.yaml").write_text(OTHER, "utf-8")
    yp("validate", cwd=open_region)
    (open_region / "data/bodies").chmod(0)
    (open_region / "data/goals.yaml").chmod(0)
    with as_nobody():
        result = yp("validate", "--output-format", "concise", cwd=open_region)
    assert result.code == 1
    assert [line.split(" error ")[0::1][0] for line in result.out.split("\n")[:2]] == [
        "data/bodies:1:1:",
        "data/goals.yaml:1:1:",
    ]
    assert "YP012 the folder cannot be read: Permission denied" in result.out
    assert "YP201" not in result.out
    assert "toinen.yaml:1:1: error YP102" in result.out


def test_data_that_nobody_may_read_is_a_finding(open_region: Path, yp: Yp) -> None:
    yp("validate", cwd=open_region)
    (open_region / "data").chmod(0)
    with as_nobody():
        result = yp("validate", "--output-format", "concise", cwd=open_region)
    (open_region / "data").chmod(0o755)
    assert result.code == 1
    assert result.out == "data:1:1: error YP012 the folder cannot be read: Permission denied\n"


@pytest.mark.parametrize("how", ["missing", "broken", "empty", "link"])
def test_the_agreement_itself(how: str, region: Path, yp: Yp, tmp_path: Path) -> None:
    agreement = region / "data/agreement.yaml"
    (region / "data/measures/toinen.yaml").write_text(OTHER, "utf-8")
    if how == "missing":
        agreement.unlink()
        result = yp("validate", cwd=region)
        assert result.code == 2
        assert result.out == ""
        assert "data/agreement.yaml" in result.err
        named = yp("validate", "-C", str(region), cwd=tmp_path)
        assert named.code == 2
        assert str(region / "data/agreement.yaml") in named.err
        return
    if how == "broken":
        agreement.write_text('id: x\ntitle: "y\nformat: 1\n', "utf-8")
    elif how == "empty":
        agreement.write_text("", "utf-8")
    else:
        agreement.rename(tmp_path / "agreement.yaml")
        agreement.symlink_to(tmp_path / "agreement.yaml")
    result = yp("validate", "--output-format", "concise", cwd=region)
    code = {"broken": "YP034", "empty": "YP031", "link": "YP015"}[how]
    lines = result.out.splitlines()
    assert result.code == 1
    assert [line for line in lines if code in line and line.startswith("data/agreement.yaml")]
    # Nothing but the fault itself, and the fault of the other file.
    assert {line.split(":")[0] for line in lines} == {
        "data/agreement.yaml",
        "data/measures/toinen.yaml",
    }
