"""What officials write into a workbook: several lines, nobody, what is there, two words on one."""

import json
import time
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Result, Yp
from tests.rounds import filling

LINKS = ("https://hallavesi.example/1", "https://hallavesi.example/2")
Collect = Callable[..., Result]


@pytest.fixture
def collect(yp: Yp, base: Path) -> Collect:
    """Collect workbooks into the region."""

    def run(*files: Path, more: tuple[str, ...] = ()) -> Result:
        return yp("round", "collect", *map(str, files), *more, cwd=base)

    return run


def written(base: Path, folder: str, holding: str) -> str:
    """Return the text of the new file in a folder that holds a word."""
    texts = (path.read_text() for path in base.glob(f"data/{folder}/**/*.yaml"))
    return next(text for text in texts if holding in text)


def test_text_of_several_lines_is_taken(base: Path, workbook: Path, collect: Collect) -> None:
    filling.fill(
        workbook,
        {
            ("measures", "kriisiviestinta"): {
                "state": "käynnissä",
                "note": "Ohje on kirjoitettu.\nSe jaetaan keväällä.",
            },
            ("indicators", "mittari-j6"): {"value": "Yhteinen koulutus\nja työkierto"},
            ("duties", "velvoite-valtuustokasittely 2025"): {
                "on": "12.12.2025",
                "title": "Valtuuston\nkokous",
                "minutes": "\n".join((*LINKS, "valtuusto § 4")),
            },
            ("words", "1"): {"text": "Yhteistyö sujuu.\n\nVarhan aikataulu auttoi."},
        },
    )
    done = collect(workbook)
    assert done.code == 0, done.err
    assert written(base, "values", "value: Yhteinen koulutus ja työkierto\n")
    event = written(base, "events", "Valtuuston kokous")
    assert all(link in event for link in LINKS)
    assert "valtuusto § 4" in event
    answer = written(base, "rounds", "answered")
    assert "  - Yhteistyö sujuu.\n  - Varhan aikataulu auttoi.\n" in answer


def test_every_fault_of_a_row_is_told(workbook: Path, collect: Collect) -> None:
    row = "kriisiviestinta"
    cells = {"state": "valmiss", "on": "keväällä", "note": "=A1", "evidence": "=A2"}
    done = collect(filling.fill(workbook, {("measures", row): cells}))
    assert done.code == 4
    for field in cells:
        assert f": {filling.cell(workbook, 'measures', row, field)}: " in done.err


def test_a_day_that_cannot_be_read_is_not_told_as_missing(workbook: Path, collect: Collect) -> None:
    key = ("duties", "velvoite-valtuustokasittely 2025")
    done = collect(filling.fill(workbook, {key: {"on": "ei pidetty"}}))
    assert "'ei pidetty' is not a day" in done.err
    assert "missing" not in done.err


def test_a_wrong_value_is_told_in_the_words_of_the_workbook(
    workbook: Path, collect: Collect
) -> None:
    filling.fill(
        workbook,
        {
            ("indicators", "mittari-a1"): {"value": "joo"},
            ("indicators", "mittari-a3"): {"value": "noin 12"},
        },
    )
    done = collect(workbook)
    assert "'joo' is no value of “Hyvinvointisuunnitelmien määrä”" in done.err
    assert "to give: yes / no" in done.err
    assert "to give: a number (henkilöä)" in done.err
    assert "--party" not in done.err


@pytest.mark.parametrize("name", ["-", "ei ketään", "Ei ketään"])
def test_nobody_is_no_counterpart(workbook: Path, collect: Collect, name: str) -> None:
    done = collect(filling.fill(workbook, {("counterparts", "taso-johto"): {"role": name}}))
    assert done.code == 4
    assert f"{filling.cell(workbook, 'counterparts', 'taso-johto', 'role')}: '{name}'" in done.err


def test_who_is_named_already_is_not_named_again(
    base: Path, workbook: Path, collect: Collect
) -> None:
    role = {"role": "Hallaveden kaupunginjohtaja"}
    done = collect(filling.fill(workbook, {("counterparts", "taso-johto"): role}))
    assert done.code == 0, done.err
    assert "1 is recorded already" in done.out
    assert not list(base.glob("data/counterparts/**/*.yaml"))


def test_who_is_named_beside_another_is_told(base: Path, workbook: Path, collect: Collect) -> None:
    role = {"role": "hallintojohtaja", "start": "1.6.2025"}
    done = collect(filling.fill(workbook, {("counterparts", "taso-johto"): role}))
    assert done.code == 0, done.err
    assert "named there until its 'end' is recorded: Hallaveden kaupunginjohtaja" in done.err
    assert "role: hallintojohtaja" in written(base, "counterparts", "hallintojohtaja")


def test_the_workbook_that_is_preferred_holds_though_it_was_saved_before(
    yp: Yp, base: Path, workbook: Path, tmp_path: Path, collect: Collect
) -> None:
    key = ("measures", "asukkaiden-osallisuus")
    first = filling.fill(workbook, {key: {"state": "valmis"}}, tmp_path / "first.xlsx")
    time.sleep(1.1)
    second = filling.fill(workbook, {key: {"state": "keskeytetty"}}, tmp_path / "second.xlsx")
    assert collect(second).code == 0
    assert collect(first).code == 4
    assert collect(first, more=("--prefer", "sheet")).code == 0
    told = json.loads(yp("status", "show", "J4", "--json", cwd=base).out)["answer"]
    states = [one["state"] for one in told["updates"] if one["party"] == "hallavesi"]
    assert states[0] == "completed"
    assert "already" in collect(first).out


def test_what_is_wrong_elsewhere_names_its_file(workbook: Path, collect: Collect) -> None:
    done = collect(
        filling.fill(workbook, {("measures", "kriisiviestinta"): {"state": "ei aloitettu"}})
    )
    assert done.code == 0, done.err
    assert "data/values/2025/2025-06-30-mittari-j5-4af477f6.yaml: 3 are counted" in done.err


def test_what_is_to_be_held_twice_is_told_twice(
    base: Path, workbook: Path, collect: Collect
) -> None:
    first = ("duties", "velvoite-johdon-tapaamiset 2025")
    second = ("duties", "velvoite-johdon-tapaamiset 2025 2")
    done = collect(
        filling.fill(workbook, {first: {"on": "12.3.2025"}, second: {"on": "12.3.2025"}})
    )
    assert done.code == 4
    place = filling.cell(workbook, "duties", second[1], "on")
    assert f"{place}: the same stands in " in done.err
    done = collect(filling.fill(workbook, {second: {"on": "9.10.2025"}}))
    assert done.code == 0, done.err
    assert "event 2" in done.out
    assert "recorded already" in collect(workbook).out
    events = [path.read_text() for path in base.glob("data/events/2025/*.yaml")]
    assert len([text for text in events if f"  - {first[1][:-5]}\n" in text]) == 2


def test_a_meeting_that_two_parties_tell_of_was_held_once(
    yp: Yp, base: Path, workbook: Path, tmp_path: Path, collect: Collect
) -> None:
    other = tmp_path / "tuulikannas.xlsx"
    line = ("round", "ask", "--party", "tuulikannas", "--year", "2025", "-o", str(other))
    assert yp(*line, cwd=base).code == 0
    first = ("duties", "velvoite-johdon-tapaamiset 2025")
    second = ("duties", "velvoite-johdon-tapaamiset 2025 2")
    assert collect(filling.fill(workbook, {first: {"on": "12.3.2025"}})).code == 0
    filling.fill(other, {first: {"on": "12.3.2025"}, second: {"on": "9.10.2025"}})
    done = collect(other)
    assert done.code == 0, done.err
    assert "1 is recorded already" in done.out
    events = [path.read_text() for path in base.glob("data/events/2025/*.yaml")]
    assert len([text for text in events if f"  - {first[1][:-5]}\n" in text]) == 2


@pytest.mark.parametrize("of", ["row", "column"])
def test_answers_without_the_keys_of_their_sheet_are_not_lost(
    base: Path, workbook: Path, collect: Collect, of: str
) -> None:
    filling.fill(workbook, {("measures", "kriisiviestinta"): {"state": "valmis"}})
    book = openpyxl.load_workbook(workbook)
    page = book["Toimenpiteet"]
    if of == "row":
        page.delete_rows(1)
    else:
        page.delete_cols(1)
    book.save(workbook)
    done = collect(workbook)
    assert done.code == 4
    assert "Toimenpiteet: the hidden first row or column of this sheet is gone" in done.err


def test_a_sheet_that_was_taken_away_says_nothing(
    base: Path, workbook: Path, collect: Collect
) -> None:
    filling.fill(workbook, {("measures", "kriisiviestinta"): {"state": "valmis"}})
    book = openpyxl.load_workbook(workbook)
    del book["Vastinparit"]
    book.save(workbook)
    done = collect(workbook)
    assert done.code == 0, done.err
    assert "status update 1" in done.out
