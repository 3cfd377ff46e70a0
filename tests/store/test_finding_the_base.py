"""Which knowledge base answers: never another region's where a folder has one of its own."""

from pathlib import Path

import pytest

from tests.conftest import Yp

COMMANDS = (
    ["status"],
    ["owned-by", "koivula"],
    ["report", "--year", "2023"],
    ["validate"],
    ["status", "set", "A1", "paused", "--on", "2024-05-14", "--by", "koivula"],
)


@pytest.mark.parametrize("line", COMMANDS)
@pytest.mark.parametrize(
    "name",
    [
        *("agreement.yml", "agreement.YAML", "Agreement.yaml", "agreements.yaml"),
        *("agreement.yaml.txt", "agreement.txt", "agreement.json"),
    ],
)
def test_a_misnamed_agreement_is_named_and_nobody_else_answers(
    yp: Yp, region: Path, line: list[str], name: str
) -> None:
    (region / "data/agreement.yaml").rename(region / "data" / name)
    for arguments, folder in ((line, region / "data/measures"), (["-C", str(region), *line], None)):
        told = yp(*arguments, cwd=folder or region.parent)
        assert told.code == 2
        assert told.out == ""
        assert str(region / "data/agreement.yaml") in told.err
        assert f"rename data/{name} to data/agreement.yaml" in told.err


@pytest.mark.parametrize("line", COMMANDS)
@pytest.mark.parametrize("left", ["measures", "bodies", "parties.yaml", "programme.yaml"])
def test_a_missing_agreement_is_told_beside_what_was_found(
    yp: Yp, region: Path, line: list[str], left: str
) -> None:
    for path in (region / "data").iterdir():
        if path.name != left:
            path.rename(region / path.name)
    told = yp(*line, cwd=region)
    assert told.code == 2
    assert str(region / "data/agreement.yaml") in told.err
    assert f"data/ has only '{left}" in told.err


def test_only_a_misnamed_agreement_is_enough(yp: Yp, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/agreement.yaml.txt").write_text("format: 1\n", "utf-8")
    told = yp("status", cwd=tmp_path)
    assert (told.code, told.out) == (2, "")
    assert "rename data/agreement.yaml.txt to data/agreement.yaml" in told.err
    assert "rename data/agreement.yaml.txt to data/agreement.yaml" in yp(cwd=tmp_path).out


def test_a_folder_data_of_something_else_is_passed_by(yp: Yp, region: Path) -> None:
    inner = region / "paperit"
    (inner / "data").mkdir(parents=True)
    (inner / "data/taulukko.csv").write_text("a\n", "utf-8")
    assert "6 measures" in yp("status", cwd=inner).out


@pytest.mark.parametrize(
    ("name", "inside", "why"),
    [
        ("data", None, "it is empty"),
        ("data", "taulukko.csv", "there is no agreement.yaml in it, and nothing else of a"),
        ("Data", "agreement.yaml", "its name is not data, in small letters"),
    ],
)
def test_a_folder_that_may_be_meant_is_told_and_why_it_is_no_base(
    yp: Yp, tmp_path: Path, name: str, inside: str | None, why: str
) -> None:
    data = tmp_path / name
    data.mkdir()
    if (tmp_path / "DATA").exists():
        pytest.skip("the letters of a name have no case here")
    if inside is not None:
        (data / inside).write_text("format: 1\n", "utf-8")
    (below := tmp_path / "paperit").mkdir()
    seen = f"{data} was seen, and is no knowledge base: {why}"
    for line in (["status"], ["report", "--year", "2024"]):
        told = yp(*line, cwd=below)
        assert told.code == 0
        assert "answering from the packaged copy" in told.err
        assert seen in told.err
    for line in (["validate"], ["fmt"], ["-C", str(tmp_path), "status"]):
        refused = yp(*line, cwd=below)
        assert (refused.code, refused.out) == (2, "")
        assert seen in refused.err
    assert seen in yp(cwd=tmp_path).out


def test_the_nearer_base_is_used_although_its_agreement_is_missing(yp: Yp, region: Path) -> None:
    inner = region / "toinen"
    (inner / "data/measures").mkdir(parents=True)
    told = yp("status", cwd=inner)
    assert told.code == 2
    assert str(inner / "data/agreement.yaml") in told.err


def test_completion_makes_the_same_choice(yp_process: Yp, region: Path) -> None:
    def offered() -> list[str]:
        return yp_process(
            cwd=region, _YP_COMPLETE="complete_bash", COMP_WORDS="yp who-owns ", COMP_CWORD="2"
        ).out.split()

    assert "A1" in offered()
    (region / "data/agreement.yaml").rename(region / "data/agreement.yml")
    assert offered() == []
