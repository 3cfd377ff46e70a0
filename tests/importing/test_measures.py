"""From six files and a table of measures to a sound base and its report."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import Yp
from tests.importing import base


@pytest.fixture
def region(tmp_path: Path) -> Path:
    return base.region(tmp_path / "saari")


@pytest.mark.parametrize("ending", ["xlsx", "csv", "ods"])
def test_a_table_becomes_a_base_that_reports(
    region: Path, tmp_path: Path, yp: Yp, ending: str
) -> None:
    path = base.table(tmp_path / f"ohjelma.{ending}", base.TITLES, base.ROWS)
    done = yp("import", "measures", str(path), cwd=region)
    assert (done.code, len(done.out.splitlines())) == (0, 12), done.err
    assert yp("validate", cwd=region).code == 0
    report = yp("report", "--year", "2026", cwd=region)
    assert report.code == 0
    assert "Kohtaamispaikat" in report.out
    assert "A1" in yp("owned-by", "kuopio", cwd=region).out


def test_the_three_formats_give_the_same_bytes(region: Path, tmp_path: Path, yp: Yp) -> None:
    found = []
    for ending in ("xlsx", "csv", "ods"):
        copy = tmp_path / ending
        shutil.copytree(region, copy)
        path = base.table(tmp_path / f"ohjelma.{ending}", base.TITLES, base.ROWS)
        assert yp("import", "measures", str(path), cwd=copy).code == 0
        found.append(base.written(copy))
    assert len(found[0]) == 12
    assert found[0] == found[1] == found[2]


def test_each_cell_stands_in_the_record_as_printed(region: Path, tmp_path: Path, yp: Yp) -> None:
    path = base.table(tmp_path / "ohjelma.xlsx", base.TITLES, base.ROWS)
    yp("import", "measures", str(path), cwd=region)
    files = base.written(region)
    assert (
        files["measures/ruoka-avun-verkosto.yaml"]
        == """\
id: ruoka-avun-verkosto
code: A1
interface: a
goal: hyvinvoivat-asukkaat
title: Ruoka-avun verkosto
text: Ruoka-avun verkosto
responsible:
  - actor: saaren-hyvinvointialue
    role: responsible
    label: hyvinvointialue
  - actor: kunnat
    role: responsible
    label: kunnat
  - actor: sosiaali-ja-terveysjarjestot
    role: partner
    label: Sosiaali- ja terveysjärjestöt
indicators:
  - id: mittari-a1
    label: Verkosto koottu (kyllä/ei)
    type: yes-no
due: 2027-12-31
source:
  - document: ohjelma
    row: taulukko ohjelma, rivi 2
"""
    )
    # The next free code of its interface, after those that the table itself prints.
    assert "code: B2\ninterface: b\n" in files["measures/kohtaamispaikat.yaml"]
    assert "code: A3\n" in files["measures/asunnottomuus.yaml"]
    assert "nobody:\n  label: Vastuu määrittelemättä\n" in files["measures/asunnottomuus.yaml"]
    assert "label: KUOPIO\n" in files["measures/perhekeskukset.yaml"]


def test_a_second_run_writes_nothing(region: Path, tmp_path: Path, yp: Yp) -> None:
    path = base.table(tmp_path / "ohjelma.xlsx", base.TITLES, base.ROWS)
    yp("import", "measures", str(path), cwd=region)
    before = base.written(region)
    again = yp("import", "measures", str(path), cwd=region)
    assert (again.code, again.out) == (0, "")
    assert "12 records of ohjelma.xlsx are there already" in again.err
    # A row that was put in moves the others, and is the only new one.
    moved = (base.ROWS[0], ("", "A", 1, "Uusi", "kunnat", "", "", ""), *base.ROWS[1:])
    base.table(path, base.TITLES, moved)
    more = yp("import", "measures", str(path), cwd=region)
    assert (more.code, more.out) == (0, "data/measures/uusi.yaml\n")
    assert base.written(region).items() > before.items()


def test_a_record_that_is_there_is_never_changed(region: Path, tmp_path: Path, yp: Yp) -> None:
    path = base.table(tmp_path / "ohjelma.csv", base.TITLES, base.ROWS[:2])
    yp("import", "measures", str(path), cwd=region)
    before = base.written(region)
    other = (*base.ROWS[0][:4], "Luoto", *base.ROWS[0][5:])
    base.table(path, base.TITLES, (other, ("A9", "A", 1, "Uusi", "kunnat", "", "", "")))
    done = yp("import", "measures", str(path), cwd=region)
    assert (done.code, done.out) == (4, "")
    assert "ohjelma.csv, A2: ruoka-avun-verkosto is there already, and is another" in done.err
    assert base.written(region) == before


TITLES = ("Toimenpide", "Tavoite", "Vastuutaho", "Määräaika")
UNCLEAR = (
    ("Ruoka-apu", "Hyvinvoivat asukaat", "Kuopion kaupnki, Luoto", "joskus"),
    ("Asuminen", "", "Iloinen ja reipas väki", ""),
    ("Liikunta", "", "", ""),
)


def test_what_is_not_found_is_told_by_its_cell_with_the_nearest(
    region: Path, tmp_path: Path, yp: Yp
) -> None:
    path = base.table(tmp_path / "ohjelma.xlsx", TITLES, UNCLEAR)
    done = yp("import", "measures", str(path), cwd=region)
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines()[:6] == [
        "ohjelma.xlsx, Ohjelma!B2: 'Hyvinvoivat asukaat': nobody of that name; "
        "nearest: Hyvinvoivat asukkaat",
        "ohjelma.xlsx, Ohjelma!C2: 'Kuopion kaupnki': nobody of that name; "
        "nearest: Kuopion kaupunki",
        "ohjelma.xlsx, Ohjelma!D2: 'joskus' is not a day: write it as 2026-12-31 or 31.12.2026",
        "ohjelma.xlsx, Ohjelma!C3: 'Iloinen ja reipas väki': nobody of that name",
        "ohjelma.xlsx, Ohjelma!A4: nobody is named who answers for it",
        "yp: 5 things of ohjelma.xlsx are not understood; nothing was written",
    ]
    assert base.written(region) == {}


def test_a_draft_keeps_what_is_printed_in_remarks(region: Path, tmp_path: Path, yp: Yp) -> None:
    path = base.table(tmp_path / "ohjelma.xlsx", TITLES, UNCLEAR)
    assert yp("import", "measures", str(path), "--draft", cwd=region).code == 0
    assert yp("validate", cwd=region).code == 0
    first, second, third = (
        base.written(region)[f"measures/{name}.yaml"]
        for name in ("ruoka-apu", "asuminen", "liikunta")
    )
    assert [line for line in first.splitlines() if "printed:" in line] == [
        "    printed: Hyvinvoivat asukaat",
        "    printed: Kuopion kaupnki",
        "    printed: joskus",
    ]
    assert "  - actor: luoto\n" in first
    assert "goal:" not in first.partition("remarks:")[0]
    assert "nobody:\n  label: Iloinen ja reipas väki\n" in second
    assert "text: Jäi auki, kun taulukko luettiin." in third


def test_a_dry_run_shows_the_files_and_writes_none(region: Path, tmp_path: Path, yp: Yp) -> None:
    path = base.table(tmp_path / "ohjelma.csv", base.TITLES, base.ROWS)
    tried = yp("import", "measures", str(path), "--dry-run", cwd=region)
    assert (tried.code, base.written(region)) == (0, {})
    assert sorted(region.iterdir()) == [region / "data"]
    yp("import", "measures", str(path), cwd=region)
    for name, text in base.written(region).items():
        assert f"# data/{name}\n{text}" in tried.out


def test_an_error_of_the_data_refuses_all_rows(region: Path, tmp_path: Path, yp: Yp) -> None:
    rows = (("A1", "Ensimmäinen", "kunnat"), ("A1", "Toinen", "kunnat"))
    path = base.table(tmp_path / "ohjelma.csv", ("Koodi", "Toimenpide", "Vastuu"), rows)
    done = yp("import", "measures", str(path), cwd=region)
    assert (done.code, base.written(region)) == (4, {})
    assert "ohjelma.csv, A3: " in done.err


def test_errors_of_cells_and_formulas_without_values_are_told(
    region: Path, tmp_path: Path, yp: Yp
) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    page.append(["Toimenpide", "Vastuu"])
    page.append(["#REF!", "kunnat"])
    page.append(["Ruoka-apu", '="kun"&"nat"'])
    book.save(tmp_path / "a.xlsx")
    done = yp("import", "measures", str(tmp_path / "a.xlsx"), "--draft", cwd=region)
    assert done.code == 1
    assert "a.xlsx, Sheet!A2: '#REF!' is no value" in done.err
    assert "a.xlsx, Sheet!B3: a formula without a value is no value" in done.err


def test_titles_that_say_nothing_are_given_with_map(region: Path, tmp_path: Path, yp: Yp) -> None:
    titles = ("Otsake X", "Y", "Toimenpide", "Toimenpiteet")
    path = base.table(tmp_path / "a.csv", titles, [("Ruoka-apu", "kunnat", "1", "2")])
    two = yp("import", "measures", str(path), cwd=region)
    assert (two.code, "'Toimenpiteet' is a second column for 'title'" in two.err) == (2, True)
    mapped = ("--map", "otsake x=title", "--map", "Y=responsible")
    done = yp("import", "measures", str(path), *mapped, cwd=region)
    assert (done.code, done.out) == (0, "data/measures/ruoka-apu.yaml\n"), done.err
    wrong = yp("import", "measures", str(path), "--map", "Y=responsable", cwd=region)
    assert (wrong.code, "did you mean 'responsible'?" in wrong.err) == (2, True)
    absent = yp("import", "measures", str(path), "--map", "Otsake=title", cwd=region)
    assert (absent.code, "there is no column 'otsake'" in absent.err) == (2, True)


def test_the_sheet_is_the_only_one_with_such_titles_or_the_one_named(
    region: Path, tmp_path: Path, yp: Yp
) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["Ohje", "Lue tämä"])
    for name, title in (("A-osa", "Ruoka-apu"), ("B-osa", "Asuminen")):
        page = book.create_sheet(name)
        page.append(["Toimenpide", "Vastuutaho"])
        page.append([title, "kunnat"])
    book.save(tmp_path / "a.xlsx")
    several = yp("import", "measures", str(tmp_path / "a.xlsx"), cwd=region)
    assert (several.code, "'A-osa', 'B-osa'" in several.err) == (2, True)
    done = yp("import", "measures", str(tmp_path / "a.xlsx"), "--sheet", "b-osa", cwd=region)
    assert done.out == "data/measures/asuminen.yaml\n"
    assert "row: taulukko a B-osa, rivi 2" in base.written(region)["measures/asuminen.yaml"]


def test_a_table_without_a_column_for_measures_is_refused_with_the_keys(
    region: Path, tmp_path: Path, yp: Yp
) -> None:
    path = base.table(tmp_path / "a.csv", ("Lapsi", "Ikä"), [("x", "1")])
    done = yp("import", "measures", str(path), cwd=region)
    assert done.code == 2
    assert "a.csv has no column for 'title'; its first row: 'Lapsi', 'Ikä'" in done.err
    assert "--map 'TITLE=KEY'" in done.err


def test_a_cell_over_several_rows_holds_for_each_of_them(
    region: Path, tmp_path: Path, yp: Yp
) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    page.append(["Tavoite", "Toimenpide", "Vastuutaho"])
    for row in (("Sujuvat palvelut", "Yksi", "Kuopio"), ("", "Kaksi", ""), (None, "Kolme", None)):
        page.append(row)
    page.append(["", "Neljä", "Luoto"])
    page.merge_cells("A2:A4")
    page.merge_cells("C2:C4")
    page.merge_cells("A6:A9")
    book.save(tmp_path / "a.xlsx")
    done = yp("import", "measures", str(tmp_path / "a.xlsx"), cwd=region)
    assert done.code == 0, done.err
    files = base.written(region)
    for name in ("yksi", "kaksi", "kolme"):
        assert "goal: sujuvat-palvelut\n" in files[f"measures/{name}.yaml"]
        assert "label: Kuopio\n" in files[f"measures/{name}.yaml"]
    assert "goal:" not in files["measures/nelja.yaml"]


def test_rows_without_a_goal_are_told(region: Path, tmp_path: Path, yp: Yp) -> None:
    path = tmp_path / "ohjelma.csv"
    goal = "Hyvinvoivat asukkaat"
    path.write_text(f"Tavoite;Toimenpide;Vastuutaho\n{goal};Yksi;Kuopio\n;Kaksi;Kuopio\n")
    done = yp("import", "measures", str(path), "--dry-run", cwd=region)
    assert "no goal stands in these rows: 3\n" in done.err
