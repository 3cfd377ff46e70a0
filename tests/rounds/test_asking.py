"""`yp round ask`: what a party is sent, and that it was asked."""

import email
import json
import shutil
import zipfile
from datetime import date, timedelta
from email.policy import default
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import SHIPPED, Yp
from tests.rounds import filling
from tests.rounds.conftest import PARTY, git

SHEETS = ["Ohje", "Toimenpiteet", "Mittarit", "Velvoitteet ja kokoukset", "Vastinparit"]


def ask(yp: Yp, base: Path, *more: str) -> None:
    done = yp("round", "ask", "--year", "2025", *more, cwd=base)
    assert done.code == 0, done.err


def test_a_party_is_asked_of_what_it_answers_for(yp: Yp, base: Path, workbook: Path) -> None:
    asked = set(filling.keys(workbook, "measures"))
    done = yp("owned-by", PARTY, "--json", "--as-of", "2025-12-31", cwd=base)
    card = json.loads(done.out)["answer"]
    groups = [one for one in card["groups"] if one["section"] == "measures"]
    answers = {
        line["id"]
        for group in groups
        if group["how"] != "seat"
        for line in group["lines"]
        if line["role"] in ("responsible", "lead")
    }
    # Completed as a whole, as the regional council has told: nobody is asked any more.
    assert answers - asked == {"tyovoiman-ennakointi"}
    assert asked <= answers


def test_the_sheets_have_what_was_last_told(yp: Yp, base: Path, workbook: Path) -> None:
    page = openpyxl.load_workbook(workbook)["Toimenpiteet"]
    titles = [cell.value for cell in page[2]]
    rows = [dict(zip(titles, [cell.value for cell in row], strict=True)) for row in page["A3:J20"]]
    told = {row["Tunnus"]: row for row in rows}
    assert told["J1"]["Kerroitte viimeksi"] == "valmis"
    assert told["J1"]["Milloin ja minkä perusteella"].startswith("12.12.2024, Hallaveden valtuusto")
    assert told["J1"]["Miksi teiltä kysytään"].startswith("kuulutte ryhmään ”kunnat”")
    assert all(row["Tilanne"] is None for row in rows)


def test_duties_are_asked_that_have_a_period_in_the_year(yp: Yp, tmp_path: Path) -> None:
    base, path = tmp_path / "savo", tmp_path / "kuopio.xlsx"
    shutil.copytree(SHIPPED / "data", base / "data")
    ask(yp, base, "--party", "kuopio", "-o", str(path))
    done = yp("obligations", "--year", "2025", "--actor", "kuopio", "--json", cwd=base)
    told = json.loads(done.out)["answer"]["standings"]
    of_a_period = {one["obligation"] for one in told if one["period"] is not None}
    without = {one["obligation"] for one in told} - of_a_period
    asked = {key.split()[0] for key in filling.keys(path, "duties")}
    assert asked == of_a_period
    assert without


def test_only_the_cells_to_fill_are_open(workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    assert book.sheetnames == [*SHEETS, "Omin sanoin", "yp"]
    assert book["yp"].sheet_state == "veryHidden"
    for page in book.worksheets[1:-1]:
        assert page.protection.sheet
        assert page.protection.password is None
        assert not page.protection.autoFilter
        assert not page.protection.formatColumns
        assert not page.merged_cells.ranges
        assert page.freeze_panes is not None
        assert page.column_dimensions["A"].hidden
        fields = [cell.column for cell in page[1][1:] if cell.value]
        for row in page.iter_rows(min_row=3):
            for cell in row:
                is_open = not cell.protection.locked
                assert is_open == (cell.column in fields), cell.coordinate
                assert (cell.fill.fgColor.rgb == "FFFFF7D6") == is_open
                assert cell.data_type != "f"


def test_nothing_empty_is_shown_and_own_words_have_room(workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    for page in book.worksheets[1:-1]:
        shown = [cell.column for cell in page[1][1:] if not cell.value]
        for column in shown:
            assert any(page.cell(row, column).value for row in range(3, page.max_row + 1))
    own = book["Omin sanoin"]
    assert own.column_dimensions["C"].width > 100
    assert own.row_dimensions[4].height >= 45


def test_states_and_yes_or_no_are_chosen_from_a_list(workbook: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    lists = {
        page.title: {rule.formula1 for rule in page.data_validations.dataValidation}
        for page in book.worksheets
    }
    assert '"valmis,käynnissä,ei aloitettu,keskeytetty,peruttu"' in lists["Toimenpiteet"]
    assert '"julkaistu,ei julkaistu"' in lists["Mittarit"]
    assert '"kyllä,ei"' in lists["Omin sanoin"]


def test_a_workbook_holds_no_macro_link_or_formula(workbook: Path) -> None:
    with zipfile.ZipFile(workbook) as parts:
        for name in parts.namelist():
            assert "external" not in name.lower()
            assert "vba" not in name.lower()
            text = parts.read(name)
            assert b"<f>" not in text
            assert b"<hyperlink" not in text
        assert b"<dc:language>fi</dc:language>" in parts.read("docProps/core.xml")
        assert b"altText=" in parts.read("xl/tables/table1.xml")


def test_the_same_data_gives_the_same_bytes(yp: Yp, base: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.xlsx", tmp_path / "other.xlsx"
    ask(yp, base, "--party", PARTY, "-o", str(one))
    ask(yp, base, "--party", PARTY, "-o", str(other))
    assert one.read_bytes() == other.read_bytes()
    assert len([*base.glob("data/rounds/2025/*.yaml")]) == 1


def test_each_party_gets_its_own_and_the_round_is_recorded(
    yp: Yp, base: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kysely"
    ask(yp, base, "--each-party", "-o", str(folder), "--due", "2030-01-31", "--commit")
    parties = {p["id"] for p in json.loads(yp("list", "parties", "--json", cwd=base).out)["answer"]}
    files = {path.stem for path in folder.glob("*.xlsx")}
    assert files <= parties
    assert len(files) == 12
    assert git(base, "status", "--porcelain") == ""
    told = json.loads(yp("round", "status", "--year", "2025", "--json", cwd=base).out)["answer"]
    assert {one["id"] for one in told["parties"] if one["state"] == "waiting"} == files
    assert {one["due"] for one in told["parties"]} == {"2030-01-31"}
    for one in told["parties"]:
        sheets = ("measures", "indicators", "duties", "counterparts")
        path = folder / f"{one['id']}.xlsx"
        titles = [page["A1"].value for page in openpyxl.load_workbook(path).worksheets]
        found = [sheet for sheet in sheets if f"yp:{sheet}" in titles]
        assert one["rows"] == sum(len(filling.keys(path, sheet)) for sheet in found)
    assert yp("validate", cwd=base).code == 0


def test_a_filled_workbook_is_never_written_over(
    yp: Yp, base: Path, workbook: Path, tmp_path: Path
) -> None:
    filling.fill(workbook, {("words", "1"): {"text": "Kaikki"}})
    before = workbook.read_bytes()
    line = ("round", "ask", "--party", PARTY, "--year", "2025", "-o")
    done = yp(*line, str(workbook), cwd=base)
    assert done.code == 4
    assert "has answers in it" in done.err
    assert workbook.read_bytes() == before
    other = tmp_path / "mine.txt"
    other.write_text("mine")
    done = yp(*line, str(other), cwd=base)
    assert done.code == 4
    assert other.read_text() == "mine"
    folder = tmp_path / "kysely"
    ask(yp, base, "--each-party", "-o", str(folder))
    filling.fill(folder / f"{PARTY}.xlsx", {("words", "1"): {"text": "Kaikki"}})
    done = yp("round", "ask", "--year", "2025", "--each-party", "-o", str(folder), cwd=base)
    assert done.code == 4
    assert "was changed after yp round ask wrote it" in done.err


def test_a_draft_goes_to_the_role_address(yp: Yp, base: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kysely"
    line = ("--each-party", "-o", str(folder), "--by", "tuulikannas", "--mail")
    ask(yp, base, *line)
    drafts = {path.stem: path.read_bytes() for path in folder.glob("*.eml")}
    assert set(drafts) == {PARTY, "tuulikannas"}
    told = email.message_from_bytes(drafts[PARTY], policy=default)
    assert told["To"] == f"kirjaamo@{PARTY}.example"
    assert told["X-Unsent"] == "1"
    assert told["Date"] is None
    (attached,) = told.iter_attachments()
    assert attached.get_content() == (folder / f"{PARTY}.xlsx").read_bytes()
    body = told.get_body()
    assert body is not None
    assert "kirjaamo@tuulikannas.example" in body.get_content()
    ask(yp, base, *line)
    assert {path.stem: path.read_bytes() for path in folder.glob("*.eml")} == drafts


def test_who_has_no_address_is_named(yp: Yp, base: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    done = yp(
        "round", "ask", "--party", "lumikoski", "--year", "2025", "-o", str(path), "--mail",
        cwd=base,
    )  # fmt: skip
    assert done.code == 0
    assert "no address, so no mail: Lumikoski" in done.err
    assert not path.with_suffix(".eml").exists()


def test_reminders_go_to_those_who_have_not_answered(yp: Yp, base: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kysely"
    ask(yp, base, "--each-party", "-o", str(folder))
    filled = filling.fill(
        folder / f"{PARTY}.xlsx", {("words", "unchanged"): {"text": "kyllä"}}, tmp_path / "h.xlsx"
    )
    assert yp("round", "collect", str(filled), cwd=base).code == 0
    after = (date.today() + timedelta(days=30)).isoformat()
    line = ("round", "status", "--year", "2025", "--as-of", after)
    done = yp(*line, "--mail", str(tmp_path / "muistutus"), cwd=base)
    assert done.code == 0
    assert [path.name for path in (tmp_path / "muistutus").glob("*.eml")] == ["tuulikannas.eml"]
    told = json.loads(yp(*line, "--json", cwd=base).out)["answer"]["parties"]
    states = {one["id"]: one["state"] for one in told}
    assert states.pop(PARTY) == "answered"
    assert set(states.values()) == {"late"}
    assert next(one["whole"] for one in told if one["id"] == PARTY)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (["--year", "2025"], "give either --party or --each-party"),
        (["--party", PARTY], "-o is missing"),
        (["--party", PARTY, "-o", "x.xlsx", "--year", "2099"], "2099 has not begun"),
        (["--party", PARTY, "-o", "x.xlsx", "--due", "2020-01-01"], "is past"),
        (["--party", "halavesi", "-o", "x.xlsx", "--by", "nobody"], "nothing is called"),
    ],
)
def test_a_wrong_line_is_refused(yp: Yp, base: Path, line: list[str], told: str) -> None:
    done = yp("round", "ask", *line, cwd=base)
    assert done.code in (1, 2)
    assert told in done.err
    assert not [*base.glob("data/rounds/**/*.yaml")]
