"""`yp round collect`: what comes back, cell by cell, all of a workbook or nothing of it."""

import json
import shutil
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Result, Yp
from tests.rounds import filling
from tests.rounds.conftest import PARTY, git

SOUND: filling.Answers = {
    ("measures", "asukkaiden-osallisuus"): {
        "state": "valmis",
        "on": date(2025, 11, 3),
        "note": "Raati kokoontui.",
        "evidence": "minutes: valtuusto 3.11.2025 § 4\nhttps://hallavesi.example/raati",
    },
    ("measures", "tyollisyyspalvelut"): {"state": "Keskeytetty"},
    ("indicators", "mittari-j1"): {"value": "julkaistu", "on": "11/2025"},
    ("duties", "velvoite-kunnan-hyvinvointiraportti 2025"): {
        "on": "2.12.2025",
        "minutes": "https://hallavesi.example/poytakirja",
    },
    ("counterparts", "taso-palvelut a"): {"role": "Hyvinvointisuunnittelija"},
    ("words", "1"): {"text": "Yhteistyö sujuu."},
}


@pytest.fixture
def collect(yp: Yp, base: Path) -> Callable[..., Result]:
    """Collect workbooks into the region."""

    def run(*files: Path, more: tuple[str, ...] = ()) -> Result:
        return yp("round", "collect", *map(str, files), *more, cwd=base)

    return run


Collect = Callable[..., Result]


def files(base: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(base)): path.read_bytes()
        for path in sorted(base.glob("data/**/*.yaml"))
    }


def answer(yp: Yp, base: Path, *line: str) -> object:
    return json.loads(yp(*line, "--json", cwd=base).out)["answer"]


def test_what_is_told_is_recorded(yp: Yp, base: Path, workbook: Path, collect: Collect) -> None:
    before = files(base)
    done = collect(filling.fill(workbook, SOUND))
    assert done.code == 0, done.err
    new = {path for path in files(base) if path not in before}
    assert len(new) == 6
    assert {path.split("/")[1] for path in new} == {
        "updates", "values", "events", "counterparts", "rounds",
    }  # fmt: skip
    text = (base / next(p for p in new if "asukkaiden-osallisuus" in p)).read_text()
    for line in (
        "state: completed", "on: 2025-11-03", f"by: {PARTY}", f"party: {PARTY}", "type: minutes",
        "url: https://hallavesi.example/raati",
    ):  # fmt: skip
        assert line in text
    paused = (base / next(p for p in new if "tyollisyyspalvelut" in p)).read_text()
    assert "on: 2025-12-31" in paused
    done = yp("status", "matrix", "--as-of", "2025-12-31", "--csv", cwd=base)
    assert yp("validate", cwd=base).code == 0
    standing = yp("obligations", "--year", "2025", "--actor", PARTY, "--csv", cwd=base).out
    report = next(line for line in standing.splitlines() if "kunnan-hyvinvointiraportti" in line)
    assert "2025-12-02" in report
    names = yp("counterparts", "--party", PARTY, "--by", "interface", cwd=base).out
    assert "Hyvinvointisuunnittelija" in names
    log = yp("round", "status", "--year", "2025", "--json", cwd=base).out
    told = next(p for p in json.loads(log)["answer"]["parties"] if p["id"] == PARTY)
    assert (told["state"], told["filled"], told["words"]) == ("answered", 5, ["Yhteistyö sujuu."])


def test_a_second_run_writes_nothing(base: Path, workbook: Path, collect: Collect) -> None:
    filling.fill(workbook, SOUND)
    assert collect(workbook).code == 0
    once = files(base)
    done = collect(workbook)
    assert done.code == 0
    assert "6 are recorded already" in done.out
    assert files(base) == once


def test_an_empty_workbook_writes_nothing(base: Path, workbook: Path, collect: Collect) -> None:
    before = files(base)
    done = collect(workbook)
    assert done.code == 0
    assert "nothing is filled in" in done.out
    assert files(base) == before


def test_what_would_be_written_is_shown(base: Path, workbook: Path, collect: Collect) -> None:
    before = files(base)
    done = collect(filling.fill(workbook, SOUND), more=("--dry-run",))
    assert done.code == 0
    assert f"{PARTY}.xlsx: Hallavesi, 2025" in done.out
    place = filling.cell(workbook, "measures", "asukkaiden-osallisuus", "state")
    assert f"{place}: J4 completed (2025-11-03)" in done.out
    assert files(base) == before


WRONG: dict[str, tuple[filling.Answers, str, str, str]] = {
    "state": (
        {("measures", "asukkaiden-osallisuus"): {"state": "valmiss"}},
        "measures", "state", "'valmiss': did you mean 'valmis'?",
    ),
    "no state": (
        {("measures", "asukkaiden-osallisuus"): {"note": "Sujuu."}},
        "measures", "note", "the state is missing",
    ),
    "merged": (
        {("measures", "asukkaiden-osallisuus"): {"state": "yhdistetty"}},
        "measures", "state", "into which measure it was merged is not asked here",
    ),
    "no day": (
        {("measures", "asukkaiden-osallisuus"): {"state": "valmis", "on": "keväällä"}},
        "measures", "on", "'keväällä' is not a day",
    ),
    "no day of the calendar": (
        {("measures", "asukkaiden-osallisuus"): {"state": "valmis", "on": "31.2.2025"}},
        "measures", "on", "'31.2.2025' is not a day",
    ),
    "future": (
        {("measures", "asukkaiden-osallisuus"): {"state": "valmis", "on": date(2090, 1, 1)}},
        "measures", "on", "the future is not recorded",
    ),
    "formula": (
        {("measures", "asukkaiden-osallisuus"): {"state": "valmis", "note": '=HYPERLINK("x")'}},
        "measures", "note", "a formula stands here",
    ),
    "option": (
        {("indicators", "mittari-j1"): {"value": "julkastu"}},
        "indicators", "value", "did you mean 'julkaistu'?",
    ),
    "day of a duty": (
        {("duties", "velvoite-kunnan-hyvinvointiraportti 2025"): {"title": "Valtuusto"}},
        "duties", "title", "the day is missing",
    ),
    "phone": (
        {("measures", "asukkaiden-osallisuus"): {"state": "valmis", "note": "Soita 040 123 4567"}},
        "measures", "note", "a phone number stands in the text",
    ),
    "identity code": (
        {("words", "2"): {"text": "Asiakas 131052-308T"}},
        "words", "text", "a personal identity code stands in the text",
    ),
    "address": (
        {("counterparts", "taso-palvelut a"): {"role": "aino.keksitty@hallavesi.example"}},
        "counterparts", "role", "an e-mail address stands in the text",
    ),
    "yes": (
        {("words", "unchanged"): {"text": "ehkä"}}, "words", "text", "'ehkä': is not in the list",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_a_fault_names_its_cell_and_nothing_is_written(
    base: Path, workbook: Path, collect: Collect, case: str
) -> None:
    wrong, sheet, field, told = WRONG[case]
    ((key, cells),) = wrong.items()
    before = files(base)
    done = collect(filling.fill(workbook, {**SOUND, key: cells}))
    assert done.code == 4
    place = filling.cell(workbook, sheet, key[1], field)
    assert f"{PARTY}.xlsx: {place}: " in done.err
    assert told in done.err
    assert files(base) == before
    for private in ("040", "131052", "aino"):
        assert private not in done.err + done.out


def test_every_fault_is_told_at_once(workbook: Path, collect: Collect) -> None:
    wrong = {key: cells for faults, *_rest in WRONG.values() for key, cells in faults.items()}
    done = collect(filling.fill(workbook, wrong))
    places = [line.split(": ")[1] for line in done.err.splitlines() if line.startswith(PARTY)]
    assert len(places) == len(set(places)) == len(wrong)


def test_sound_workbooks_are_taken_and_the_others_told(
    yp: Yp, base: Path, workbook: Path, collect: Collect, tmp_path: Path
) -> None:
    other = tmp_path / "lumikoski.xlsx"
    yp("round", "ask", "--party", "lumikoski", "--year", "2025", "-o", str(other), cwd=base)
    filling.fill(workbook, {("measures", "asukkaiden-osallisuus"): {"state": "valmiss"}})
    filling.fill(other, {("measures", "asukkaiden-osallisuus"): {"state": "valmis"}})
    text = tmp_path / "muistio.xlsx"
    text.write_text("ei työkirja")
    done = collect(workbook, other, text)
    assert done.code == 1
    assert "2 of 3 workbooks were refused" in done.err
    assert "muistio.xlsx: " in done.err
    written = [path for path in files(base) if "lumikoski" in path and "2025-12-31" in path]
    assert len(written) == 1


def test_each_workbook_is_one_commit(yp: Yp, base: Path, workbook: Path, collect: Collect) -> None:
    done = collect(filling.fill(workbook, SOUND), more=("--commit",))
    assert done.code == 0, done.err
    assert git(base, "status", "--porcelain") == ""
    assert git(base, "log", "-1", "--format=%s") == "Hallavesi: round 2025, 5 reports"
    changed = git(base, "show", "--name-status", "--format=", "HEAD").splitlines()
    assert len(changed) == 6
    assert {line.split("\t")[0] for line in changed} == {"A"}


def test_a_workbook_is_taken_however_it_was_handled(
    base: Path, workbook: Path, collect: Collect, tmp_path: Path
) -> None:
    plain = tmp_path / "one" / "plain.xlsx"
    plain.parent.mkdir()
    filling.fill(workbook, SOUND, plain)
    done = collect(plain, more=("--dry-run",))
    assert done.code == 0
    expected = sorted(line.split(": ", 1)[1] for line in done.out.splitlines() if "!" in line)
    handled = tmp_path / "Kopio (2) vastaus Ä.xlsx"
    shutil.copy(plain, handled)
    book = openpyxl.load_workbook(handled)
    for page in book.worksheets:
        page.protection.disable()
    page = book["Toimenpiteet"]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=3)]
    for number, row in enumerate(sorted(rows, key=lambda row: row[2], reverse=True), start=3):
        for column, value in enumerate(row, start=1):
            page.cell(number, column).value = value
    page.tables.clear()
    page.insert_cols(4)
    page["D2"] = "Omat muistiinpanot"
    page["D3"] = "ei lueta"
    page["C3"] = "Otsikkoa muutettiin"
    page.row_dimensions[5].hidden = True
    page.column_dimensions["B"].width = 60
    page.title = "Meidän toimet"
    book.move_sheet("Omin sanoin", -4)
    book.create_sheet("Omia laskelmia")["A1"] = 12
    book.save(handled)
    done = collect(handled, more=("--dry-run",))
    assert done.code == 0, done.err
    found = sorted(line.split(": ", 1)[1] for line in done.out.splitlines() if "!" in line)
    assert found == expected


def test_two_words_on_one_thing_are_not_guessed(
    yp: Yp, base: Path, workbook: Path, collect: Collect
) -> None:
    key = "asukkaiden-osallisuus"
    done = yp("status", "set", "J4", "paused", "--party", PARTY, "--on", "2025-12-20", cwd=base)
    assert done.code == 0, done.err
    since = files(base)
    filling.fill(workbook, SOUND)
    done = collect(workbook)
    assert done.code == 4
    place = filling.cell(workbook, "measures", key, "state")
    assert f"{place}: the data has changed since it was asked" in done.err
    for state in ("käynnissä, 12.12.2025", "paused, 2025-12-20", "valmis"):
        assert state in done.err
    assert files(base) == since
    done = collect(workbook, more=("--prefer", "data", "--dry-run"))
    assert done.code == 0
    assert f"{place}: left out, the data holds" in done.out
    assert f"{place}: J4" not in done.out
    done = collect(workbook, more=("--prefer", "sheet"))
    assert done.code == 0
    new = [path for path in files(base) if path not in since]
    assert len(new) == 6
    assert any(key in path for path in new)


def test_a_row_nobody_touched_passes_though_the_data_has_changed(
    yp: Yp, base: Path, workbook: Path, collect: Collect
) -> None:
    done = yp("status", "set", "J1", "paused", "--party", PARTY, "--on", "2025-12-20", cwd=base)
    assert done.code == 0, done.err
    assert collect(filling.fill(workbook, SOUND)).code == 0


def test_the_party_must_agree(base: Path, workbook: Path, collect: Collect) -> None:
    before = files(base)
    done = collect(filling.fill(workbook, SOUND), more=("--party", "lumikoski"))
    assert done.code == 4
    assert "this workbook was made for Hallavesi" in done.err
    assert files(base) == before
    assert collect(workbook, more=("--party", PARTY)).code == 0


def test_a_workbook_of_another_knowledge_base_is_refused(
    base: Path, workbook: Path, collect: Collect
) -> None:
    agreement = base / "data/agreement.yaml"
    agreement.write_text(agreement.read_text().replace("tuulikannaksen-sopimus", "toinen", 1))
    done = collect(filling.fill(workbook, SOUND))
    assert done.code == 4
    assert "another knowledge base: 'tuulikannaksen-sopimus'" in done.err


@pytest.mark.parametrize("what", ["row", "head", "sheet", "nonsense"])
def test_what_it_carries_is_not_believed_when_changed(
    base: Path, workbook: Path, collect: Collect, what: str
) -> None:
    before = files(base)
    filling.fill(workbook, SOUND)
    book = openpyxl.load_workbook(workbook)
    page = book["yp"]
    if what == "row":
        page["A2"] = page["A2"].value.replace("2024-12-12", "2024-12-13")
    elif what == "head":
        page["A1"] = '{"format": 1}'
    elif what == "sheet":
        del book["yp"]
    else:
        page["A3"] = "[" * 5000
    book.save(workbook)
    done = collect(workbook)
    assert done.code == 4
    assert "'yp'" in done.err
    assert files(base) == before


def test_a_row_that_was_not_asked_or_is_there_twice_is_told(
    base: Path, workbook: Path, collect: Collect
) -> None:
    filling.fill(workbook, SOUND)
    book = openpyxl.load_workbook(workbook)
    page = book["Toimenpiteet"]
    state = next(cell.column for cell in page[1] if cell.value == "state")
    last = page.max_row
    page.cell(last + 1, state).value = "valmis"
    page.cell(last + 2, 1).value = "asukkaiden-osallisuus"
    page.cell(last + 2, state).value = "valmis"
    book.save(workbook)
    done = collect(workbook)
    assert done.code == 4
    assert "this row was not asked" in done.err
    assert "this row is there twice" in done.err


def test_a_broken_run_is_finished_by_the_next(base: Path, workbook: Path, collect: Collect) -> None:
    filling.fill(workbook, SOUND)
    before = files(base)
    assert collect(workbook).code == 0
    whole = files(base)
    new = [path for path in whole if path not in before]
    for kept in range(len(new)):
        for path in new[kept:]:
            (base / path).unlink()
        done = collect(workbook)
        assert done.code == 0, done.err
        assert files(base) == whole


def test_two_people_write_the_same_bytes(
    base: Path, workbook: Path, collect: Collect, yp: Yp, tmp_path: Path
) -> None:
    filling.fill(workbook, SOUND)
    other = tmp_path / "toinen"
    shutil.copytree(base, other)
    assert collect(workbook).code == 0
    assert yp("round", "collect", str(workbook), cwd=other).code == 0
    assert files(base) == files(other)


def test_numbers_and_days_are_taken_as_excel_keeps_them(
    base: Path, workbook: Path, collect: Collect
) -> None:
    before = files(base)
    done = collect(
        filling.fill(
            workbook,
            {
                ("measures", "asukkaiden-osallisuus"): {
                    "state": "valmis", "on": datetime(2025, 11, 3, 0, 0),
                },
                ("measures", "tyollisyyspalvelut"): {"state": "valmis", "on": 2025},
            },
        )
    )  # fmt: skip
    assert done.code == 0, done.err
    names = [path for path in files(base) if path not in before]
    assert any("2025-11-03-asukkaiden" in name for name in names)
    assert any("/2025-tyollisyyspalvelut" in name for name in names)
