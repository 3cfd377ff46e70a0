"""A measure's code is as printed; interfaces, goals and letters stand only where there are any."""

from pathlib import Path

import pytest

from tests.conftest import Yp
from yhdyspinta_cli import store

CODES = {
    "asuminen": "5.10",
    "tiedon-malli": "5.2",
    "tietopohja": "ØHD-1",
    "turvasuunnitelmat": "T12b",
    "varautuminen": "Å1",
    "yksinaisyys": "AB1",
}


@pytest.fixture
def numbered(region: Path) -> Path:
    """The region without a programme, goals and interfaces, its measures numbered."""
    data = region / "data"
    (data / "programme.yaml").unlink()
    (data / "goals.yaml").unlink()
    parties = data / "parties.yaml"
    parties.write_text(parties.read_text("utf-8").split("counterparts:")[0], "utf-8")
    for path in (*data.glob("*.yaml"), *data.glob("measures/*"), *data.glob("bodies/*")):
        lines = [
            f'code: "{CODES[path.stem]}"' if line.startswith("code: ") else line
            for line in path.read_text("utf-8").splitlines()
            if not line.lstrip().startswith(("interface: ", "goal: "))
        ]
        if path.name != "personal.yaml":
            path.write_text("\n".join(lines) + "\n", "utf-8")
    return region


def test_codes_sort_as_people_count(numbered: Path) -> None:
    kb = store.load(numbered).kb
    assert [m.code for m in kb.measures][:2] == ["5.2", "5.10"]
    found = kb.measure("øhd-1")
    assert found is not None
    assert found.id == "tietopohja"


def test_without_interfaces_and_goals_everything_answers(numbered: Path, yp: Yp) -> None:
    assert "0 errors, 0 warnings" in yp("validate", cwd=numbered).out
    status = yp("status", cwd=numbered).out
    assert "Interface" not in status
    assert "Goal" not in status
    assert "5.2" in yp("who-owns", "5.2", cwd=numbered).out
    assert yp("list", "bodies", cwd=numbered).out.startswith("Name")
    report = yp("report", "--year", "2023", "--lang", "en", cwd=numbered).out
    assert "### All measures" in report
    assert "indicators are what the agreement says" in report
    assert "programme's own tables" not in report
    assert "States by goal" not in report
    assert "States by interface" not in report
    for code in CODES.values():
        assert f"{code} " in report
    for command in (
        ["status", "matrix"],
        ["gaps"],
        ["counterparts"],
        ["owned-by", "koivula"],
        ["what-if", "--remove", "hiidenmaa"],
        ["report", "--year", "2023", "--format", "html"],
        ["report", "--year", "2023", "--party", "koivula"],
        ["status", "set", "5.10", "completed", "--on", "2023-06-01", "--dry-run"],
    ):
        assert yp(*command, cwd=numbered).code in (0, 1), command


@pytest.mark.parametrize(
    "code", ["A  2", "A2 -", "-A2", "A2.", "A..2", "ABCDEFGHIJKLMNOPQRSTUVWXY", "A_2", "🙂"]
)
def test_what_is_no_code_is_refused(region: Path, yp: Yp, code: str) -> None:
    path = region / "data/measures/tietopohja.yaml"
    path.write_text(path.read_text("utf-8").replace("code: A2", f'code: "{code}"'), "utf-8")
    assert "error YP105" in yp("validate", cwd=region).out


def test_a_letter_of_several_signs_begins_its_own_codes(region: Path, yp: Yp) -> None:
    programme = region / "data/programme.yaml"
    text = programme.read_text("utf-8")
    assert "letter: B" in text
    programme.write_text(text.replace("letter: B", "letter: AB"), "utf-8")
    for path in (region / "data/measures").glob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("code: B", "code: AB"), "utf-8")
    assert "YP205" not in yp("validate", cwd=region).out
    path = region / "data/measures/yksinaisyys.yaml"
    path.write_text(path.read_text("utf-8").replace("code: AB1", "code: A9"), "utf-8")
    assert "error YP205" in yp("validate", cwd=region).out


def test_a_code_may_have_spaces_and_be_long(region: Path, yp: Yp) -> None:
    path = region / "data/measures/tietopohja.yaml"
    path.write_text(path.read_text("utf-8").replace("code: A2", 'code: "1.1.2 a (x"'), "utf-8")
    assert "error YP105" in yp("validate", cwd=region).out
    path.write_text(
        path.read_text("utf-8").replace("1.1.2 a (x", "A1.1.2-2026 Kunnat 12 b"), "utf-8"
    )
    assert "0 errors" in yp("validate", cwd=region).out
    assert "A1.1.2-2026 Kunnat 12 b" in yp("who-owns", "a1.1.2-2026 kunnat 12 B", cwd=region).out
    page = yp("report", "--year", "2023", "--format", "html", cwd=region).out
    assert '<article class="card" id="measure-a1.1.2-2026_kunnat_12_b">' in page
    assert '<a href="#measure-a1.1.2-2026_kunnat_12_b" ' in page
    assert ">A1.1.2-2026 Kunnat 12 b</a>" in page
    asked = ["status", "set", "A1.1.2-2026 Kunnat 12 b", "paused", "--on", "2024-06-01"]
    assert yp(*asked, "--by", "koivula", cwd=region).code == 0
    assert (region / "data/updates/2024/2024-06-01-tietopohja-paused.yaml").exists() or list(
        (region / "data/updates/2024").glob("*tietopohja*")
    )
