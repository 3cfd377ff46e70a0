"""Workbooks made to harm: refused in a line that is harmless itself, nothing written, no trace."""

import json
import time
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.conftest import Result
from tests.rounds import filling
from tests.rounds.conftest import PARTY
from tests.rounds.test_collecting import SOUND, collect, files  # noqa: F401
from yhdyspinta_cli.output import round_workbook

Collect = Callable[..., Result]
Change = Callable[[dict[str, Any], list[Any]], None]
PATIENCE = 20.0
"""Seconds: far more than any refusal takes, far less than a bomb would."""
ESCAPE, BACKWARDS = "\x1b[2J", "\u202e"


def forge(path: Path, change: Change) -> Path:
    """Change what a workbook carries, with a digest that fits: whoever can open it can do so."""
    book = openpyxl.load_workbook(path)
    page = book[round_workbook.CARRIED]
    head, *rows = [json.loads(row[0].value) for row in page.iter_rows()]
    change(head, rows)
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    head["digest"] = round_workbook.digest_of(lines)
    page.delete_rows(1, page.max_row)
    for number, line in enumerate((json.dumps(head), *lines), start=1):
        page.cell(number, 1).value = line
    book.save(path)
    return path


def refused(base: Path, done: Result, before: dict[str, bytes]) -> None:
    """Refused in lines without anything that a terminal obeys or that turns the text around."""
    assert done.code == 4, done
    assert "Traceback" not in done.err
    assert "--debug" not in done.err
    assert files(base) == before
    assert not [
        letter
        for letter in (done.out + done.err).replace("\n", "")
        if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp")
    ]
    assert len(done.err) < 20_000


def of_head(**told: Any) -> Change:
    return lambda head, _rows: head.update(told)


def of_row(sheet: str, **told: Any) -> Change:
    def change(_head: dict[str, Any], rows: list[Any]) -> None:
        for row in rows:
            if row["sheet"] == sheet:
                row.update(told)

    return change


def more_rows(row: Any, times: int) -> Change:
    return lambda _head, rows: rows.extend([row] * times)


FORGED: dict[str, Change] = {
    "six thousand lines": more_rows({"sheet": "words", "key": "1", "told": {}, "about": {}}, 6_000),
    "a hundred thousand lines": more_rows("{}", 100_000),
    "deep": more_rows("[" * 9_000 + "]" * 9_000, 1),
    "deep in a row": more_rows('{"sheet":' * 3_000 + "1" + "}" * 3_000, 1),
    "no object": more_rows([1, 2], 1),
    "nothing": more_rows(None, 1),
    "no number": more_rows("NaN", 1),
    "a long number": more_rows("9" * 5_000, 1),
    "a row of numbers": more_rows({"sheet": 1, "key": 2, "told": {}, "about": {}}, 1),
    "lists for ids": more_rows({"sheet": [], "key": {}, "told": {}, "about": {}}, 1),
    "a list told": of_row("measures", told=["x"]),
    "a text told": of_row("measures", told="x"),
    "numbers told": of_row("measures", told={"x": 1}),
    "nothing about": of_row("duties", about={}),
    "a list about": of_row("duties", about=[]),
    "another obligation": of_row("duties", about={"obligation": "../../etc/passwd"}),
    "another level": of_row("counterparts", about={"level": "../../../x", "interface": "a"}),
    "no party": of_head(party="../../hallavesi"),
    "a party of no text": of_head(party=["hallavesi"]),
    "a party that clears the screen": of_head(party=ESCAPE + BACKWARDS),
    "another base": of_head(base=ESCAPE + BACKWARDS),
    "a year as text": of_head(year="2025"),
    "no year": of_head(year=0),
    "a year that never comes": of_head(year=10**9),
    "a year that is a yes": of_head(year=True),
    "no day": of_head(day="2025-13-01"),
    "a day of no text": of_head(day=20250101),
    "a day to come": of_head(day="9999-12-31"),
    "a language of no text": of_head(language=["fi"]),
    "no language": of_head(language="../fi"),
    "another format": of_head(format=2),
    "a format that is a yes": of_head(format=None),
}


@pytest.mark.parametrize("case", FORGED)
def test_what_it_carries_is_forged(
    base: Path,
    workbook: Path,
    collect: Collect,  # noqa: F811
    case: str,
) -> None:
    before = files(base)
    path = forge(filling.fill(workbook, SOUND), FORGED[case])
    start = time.monotonic()
    done = collect(path)
    assert time.monotonic() - start < PATIENCE
    refused(base, done, before)


@pytest.mark.parametrize("sheet", ["measures", "indicators", "duties", "counterparts", "words"])
def test_keys_that_lead_elsewhere_are_not_found(
    base: Path,
    workbook: Path,
    collect: Collect,  # noqa: F811
    sheet: str,
) -> None:
    """The key of the first row that is filled, in the sheet and in what it carries."""
    before = files(base)
    filling.fill(workbook, SOUND)
    old = next(key for page, key in SOUND if page == sheet)
    book = openpyxl.load_workbook(workbook)
    page = next(p for p in book.worksheets if p["A1"].value == f"yp:{sheet}")
    evil = f"../../{BACKWARDS}x\u2028y"
    for row in page.iter_rows(min_row=3, max_col=1):
        if row[0].value == old:
            row[0].value = evil
    book.save(workbook)

    def change(_head: dict[str, Any], rows: list[Any]) -> None:
        for one in rows:
            if (one["sheet"], one["key"]) == (sheet, old):
                one["key"] = evil
                one["about"] = dict.fromkeys(one["about"], evil)

    done = collect(forge(workbook, change))
    if sheet == "words":
        assert done.code == 0, done.err
        assert len(files(base)) == len(before) + 6
        return
    refused(base, done, before)


@pytest.mark.parametrize("fields", ["unknown", "swapped"])
def test_the_heads_of_a_sheet_are_changed(
    base: Path,
    workbook: Path,
    collect: Collect,  # noqa: F811
    fields: str,
) -> None:
    before = files(base)
    book = openpyxl.load_workbook(filling.fill(workbook, SOUND))
    for page in book.worksheets[1:-1]:
        for cell in page[1][1:]:
            if cell.value:
                cell.value = "muu" if fields == "unknown" else "note"
    book.save(workbook)
    refused(base, collect(workbook), before)


def test_a_sheet_that_no_round_has(
    base: Path,
    workbook: Path,
    collect: Collect,  # noqa: F811
) -> None:
    before = files(base)
    book = openpyxl.load_workbook(filling.fill(workbook, SOUND))
    page = book.create_sheet("Oma")
    for place, text in {"A1": "yp:evil", "B1": "text", "A3": "1", "B3": "Hei"}.items():
        page[place] = text
    book.save(workbook)
    evil = {"sheet": "evil", "key": "1", "told": {}, "about": {}}
    refused(base, collect(forge(workbook, more_rows(evil, 1))), before)


def test_a_million_letters_in_a_cell_are_refused(
    base: Path,
    workbook: Path,
    collect: Collect,  # noqa: F811
    tmp_path: Path,
) -> None:
    before = files(base)
    filling.fill(workbook, {("words", "1"): {"text": "PITKA"}})
    large = tmp_path / "pitka.xlsx"
    with zipfile.ZipFile(workbook) as found, zipfile.ZipFile(large, "w") as made:
        for name in found.namelist():
            raw = found.read(name)
            made.writestr(name, raw.replace(b"PITKA", b"pitka sana " * 100_000))
    start = time.monotonic()
    done = collect(large)
    assert time.monotonic() - start < PATIENCE
    refused(base, done, before)
    assert done.err.count("pitka.xlsx") == 1


@pytest.mark.parametrize("name", ["note", "state", "on", "evidence"])
def test_what_a_terminal_would_obey_is_made_visible(
    base: Path,
    workbook: Path,
    collect: Collect,  # noqa: F811
    name: str,
) -> None:
    before = files(base)
    told = {"state": "valmis", name: f"_x001B_[2J_x0000_{BACKWARDS}siltanet\u2028yp: saved"}
    done = collect(filling.fill(workbook, {("measures", "asukkaiden-osallisuus"): told}))
    refused(base, done, before)


@pytest.mark.parametrize("name", ["a\nyp: saved 6 files.xlsx", f"{BACKWARDS}xslx.{ESCAPE}.xlsx"])
def test_a_file_name_stays_on_its_line(
    base: Path,
    workbook: Path,
    collect: Collect,  # noqa: F811
    tmp_path: Path,
    name: str,
) -> None:
    before = files(base)
    wrong = {("measures", "asukkaiden-osallisuus"): {"state": "valmiss"}}
    done = collect(filling.fill(workbook, wrong, tmp_path / name))
    refused(base, done, before)
    assert not any(line.startswith("yp: saved") for line in done.err.splitlines())


def test_the_answers_of_another_party_are_refused_where_the_party_is_named(
    base: Path,
    workbook: Path,
    collect: Collect,  # noqa: F811
) -> None:
    before = files(base)
    path = forge(filling.fill(workbook, SOUND), of_head(party="lumikoski"))
    refused(base, collect(path, more=("--party", PARTY)), before)
