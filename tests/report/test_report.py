"""`yp report`: whole reports of the fictional region, and what holds of every report."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests import golden
from tests.conftest import REGION, SHIPPED, TESTS, Yp
from yhdyspinta_cli import __version__


@pytest.mark.golden
@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("region/report.md", ["--year", "2023"]),
        ("region/report.html", ["--year", "2023", "--format", "html"]),
        ("region/report-en.md", ["--year", "2023", "--lang", "en"]),
        ("region/report-koivula.md", ["--year", "2023", "--party", "koivula"]),
        ("region/report-a.md", ["--year", "2023", "--interface", "a"]),
        ("lived/report.md", ["--year", "2025"]),
        ("lived/report-hallavesi.md", ["--year", "2025", "--party", "hallavesi"]),
        ("lived_on/report.md", ["--year", "2026", "--as-of", "2026-11-26"]),
        ("lived_on/report-2027.md", ["--year", "2027", "--as-of", "2027-02-01"]),
    ],
)
def test_the_whole_report(yp: Yp, tmp_path: Path, name: str, arguments: list[str]) -> None:
    # A copy, so that no revision of this repository stands in the report.
    base = tmp_path / "base"
    shutil.copytree(TESTS / Path(name).parent, base)
    done = yp("report", *arguments, cwd=base)
    assert (done.code, done.err) == (0, "")
    written = done.out.replace(f"yp {__version__}", "yp VERSION")
    golden.same(TESTS / "answers" / name, written)


def test_same_bytes_with_another_zone_seed_and_folder(yp_process: Yp, region: Path) -> None:
    first = yp_process("report", "--year", "2023", "--format", "html", cwd=region)
    second = yp_process(
        "report",
        "--year",
        "2023",
        "--format",
        "html",
        "-C",
        str(region),
        cwd=region.parent,
        TZ="Pacific/Kiritimati",
        PYTHONHASHSEED="4711",
        LC_ALL="C",
        YP_LANG="fi",
    )
    assert first.code == second.code == 0
    assert first.out == second.out


def test_the_day_is_the_end_of_the_year_or_today_or_as_asked(yp: Yp, region: Path) -> None:
    assert "Tilanne 31.12.2023" in yp("report", "--year", "2023", cwd=region).out
    asked = yp("report", "--year", "2023", "--as-of", "2023-07-01", cwd=region).out
    assert "Tilanne 1.7.2023" in asked
    told = "6 toimenpiteestä 1 on käynnissä, 1 osatietojen varassa ja 4 vailla tietoa"
    assert told in asked
    months = asked.split("niiden kuukausien lopussa")[1].split("###")[0]
    assert "| 5/2023 | 1 | 1 | 4 |" in months
    assert "8/2023" not in months


def test_a_year_without_a_day_of_validity_is_refused_and_named(yp: Yp, region: Path) -> None:
    done = yp("report", "--year", "2021", cwd=region)
    assert done.code == 1
    assert done.out == ""
    assert "2021" in done.err
    assert "2022-03-01–2025-06-30" in done.err


def test_a_short_first_year_says_when_the_agreement_starts(yp: Yp) -> None:
    done = yp("report", "--year", "2023", cwd=SHIPPED)
    assert "Sopimus tuli voimaan 1.11.2023, joten raportti kattaa vain osan vuodesta." in done.out


def test_the_shipped_year_is_honest_and_small(yp: Yp, tmp_path: Path) -> None:
    done = yp("report", "--year", "2024", cwd=SHIPPED)
    assert done.code == 0
    line = re.search(r"\*\*(\d+) toimenpiteestä ([^*]*)\*\*", done.out)
    assert line is not None
    assert line[1] == "40"
    assert sum(map(int, re.findall(r"\d+", line[2]))) == 40
    assert "seitsemän toimenpidettä on ilman yksilöityä vastuutahoa" in done.out
    unowned = done.out.split("\n### Toimenpiteet ilman vastuutahoa\n")[1].split("\n#")[0]
    named = re.findall(r"(?m)^\| ([A-Z]\d+) .* \| Vastuu", unowned)
    assert named == ["J1", "J3", "D3"]
    assert unowned.count("\n| ") == 2 + len(named)
    errors = yp("report", "--year", "2024", "--only", "errors", cwd=SHIPPED).out
    assert "| 611/2022 | 611/2021 |" in errors
    assert "611/2022" not in done.out
    page = tmp_path / "2024.html"
    assert yp("report", "--year", "2024", "-o", str(page), cwd=SHIPPED).code == 0
    assert page.stat().st_size < 1_000_000


def test_no_name_of_a_person_is_in_a_report(yp: Yp, region: Path) -> None:
    names = re.findall(r"name: (.*)", (REGION / "data" / "personal.yaml").read_text("utf-8"))
    assert names
    written = yp("report", "--year", "2023", cwd=region).out
    assert not [name for name in names if name.strip("\"'") in written]


def test_english_headings_around_finnish_data(yp: Yp, region: Path) -> None:
    page = yp("report", "--year", "2023", "--lang", "en", "--format", "html", cwd=region).out
    assert '<html lang="en">' in page
    assert "State and changes</h2>" in page
    assert '<span lang="fi">Asumisen työryhmä</span>' in page


def git(root: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Kokeilija", "-c", "user.email=kokeilija@example.org")
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=root, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_revision_of_the_data_is_in_the_stamp(yp: Yp, region: Path) -> None:
    assert "Versio" not in yp("report", "--year", "2023", cwd=region).out
    git(region, "init", "-q")
    git(region, "add", "data")
    git(region, "commit", "-q", "-m", "data")
    revision = git(region, "rev-parse", "HEAD")[:12]
    assert f"- **Versio:** `{revision}`\n" in yp("report", "--year", "2023", cwd=region).out
    with (region / "data" / "needs.yaml").open("a", encoding="utf-8") as stream:
        stream.write("# muutos\n")
    assert f"`{revision}+`" in yp("report", "--year", "2023", cwd=region).out


def test_data_with_errors_is_not_reported(yp: Yp, region: Path) -> None:
    (region / "data" / "needs.yaml").write_text("needs: [\n", "utf-8")
    done = yp("report", "--year", "2023", cwd=region)
    assert (done.code, done.out) == (1, "")


def test_a_file_is_written_whole_or_not_at_all(yp: Yp, region: Path) -> None:
    target = region / "raportti.html"
    target.write_text("vanha", "utf-8")
    target.chmod(0o640)
    broken = region / "templates"
    broken.mkdir()
    (broken / "year.j2").write_text("{{ nothing.here }}", "utf-8")
    assert yp("report", "--year", "2023", "-o", str(target), cwd=region).code == 3
    assert target.read_text("utf-8") == "vanha"
    done = yp("report", "--year", "2023", "-o", str(target), "--builtin-templates", cwd=region)
    assert (done.code, done.out) == (0, "")
    assert "wrote" in done.err
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert target.stat().st_mode & 0o777 == 0o640
    assert not list(region.glob(".yp-*"))


def test_a_folder_is_not_overwritten(yp: Yp, region: Path) -> None:
    done = yp("report", "--year", "2023", "-o", str(region / "data"), cwd=region)
    assert done.code == 2
    assert "is a folder" in done.err


def test_one_sheet_at_a_time(yp: Yp, region: Path) -> None:
    done = yp("report", "--year", "2023", "--party", "koivula", "--interface", "a", cwd=region)
    assert done.code == 2
