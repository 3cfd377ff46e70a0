"""`yp new`: one record by hand, canonical, with the next free code and the words that may stand."""

import shlex
from pathlib import Path

import pytest

from tests.beginning import terminal
from tests.conftest import Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.document import write
from yhdyspinta_cli.document.reader import read
from yhdyspinta_cli.model.obligations import Obligation

MEASURE = ("new", "measure", "Ruokapäivä", "--interface", "A", "--goal", "1")


def values(path: Path) -> object:
    tree, faults = read("", path.read_bytes())
    assert tree is not None
    assert not faults
    return tree.plain()


def test_a_measure_is_a_canonical_file_with_the_next_free_code(yp: Yp, region: Path) -> None:
    line = (*MEASURE, "--lead", "Hiidenmaan hyvinvointialue", "--responsible", "kunnat ja Koivula")
    made = yp(*line, "--indicator", "Pidetty (kyllä/ei)", cwd=region)
    assert made.code == 0, made.err
    assert made.out == "data/measures/ruokapaiva.yaml\n"
    path = region / "data/measures/ruokapaiva.yaml"
    text = path.read_text("utf-8")
    assert "role: lead  # responsible, lead, partner, consulted, informed\n" in text
    assert "    role: responsible\n" in text
    assert "type: yes-no  # yes-no, count-of-parties, number" in text
    plain = values(path)
    assert isinstance(plain, dict)
    # Without what is said beside it, the file is as every written one is.
    lines = "".join(f"{line.partition('  # ')[0]}\n" for line in text.splitlines())
    assert lines == write.text(plain)
    assert [one["actor"] for one in plain["responsible"]] == ["hiidenmaa", "kunnat", "koivula"]
    codes = {one.code for one in store.load(region).kb.measures}
    assert plain["code"] == f"A{max(int(code[1:]) for code in codes if code[0] == 'A')}"
    assert yp("who-owns", plain["code"], cwd=region).code == 0
    assert yp("validate", cwd=region).code == 0
    assert yp("fmt", "--check", str(path), cwd=region).code == 0


def test_a_new_municipality_is_told_which_lists_have_the_others(yp: Yp, region: Path) -> None:
    made = yp("new", "party", "Uusikunta", "--type", "kunta", "--lang", "fi", cwd=region)
    assert (made.code, made.out) == (0, "data/parties.yaml\n")
    told, command = made.err.splitlines()[-2:]
    assert told == (
        "yp: ryhmässä 'kunnat' on 4 muuta samanlaista osapuolta mutta ei uusikunta; lisääminen:"
    )
    noted = ("validate", "--notes", "--select", "YP415")
    (left_out,) = (one for one in yp(*noted, cwd=region).out.splitlines() if "YP415" in one)
    assert "'Uusikunta' is in no collective; 'kunnat' lists all others of its type" in left_out
    program, *words = shlex.split(command)
    assert program == "yp"
    assert yp(*words, cwd=region).code == 0
    assert "YP415" not in yp(*noted, cwd=region).out
    assert "uusikunta" in yp("who-owns", "A1", "--json", cwd=region).out
    # There is no other county to stand in a list with.
    made = yp("new", "party", "Naapurin hyvinvointialue", cwd=region)
    assert (made.code, "lists" in made.err) == (0, False)


@pytest.mark.parametrize(
    ("line", "file", "key"),
    [
        ("actor Tiimi --type yksikkö --part-of Koivula", "actors.yaml", "actors"),
        ("party 'Uusi kunta' --code 999", "parties.yaml", "parties"),
        ("need Tilat --decides Koivula --measure A1", "needs.yaml", "needs"),
        ("project Hanke --type grant --start 5/2024", "projects.yaml", "projects"),
        (
            "obligation Raportti --doer Koivula --binding laki --per vuosi --due 04-30 --times 1",
            "obligations.yaml",
            "obligations",
        ),
    ],
)
def test_an_entry_stands_at_the_end_of_its_list_and_the_rest_as_it_was(
    yp: Yp, region: Path, line: str, file: str, key: str
) -> None:
    path = region / "data" / file
    before = path.read_text("utf-8") if path.exists() else ""
    known = values(path) if path.exists() else {key: []}
    made = yp("new", *shlex.split(line), cwd=region)
    assert made.code == 0, made.err
    assert made.out == f"data/{file}\n"
    after = values(path)
    assert isinstance(after, dict)
    assert isinstance(known, dict)
    added = after[key].pop()
    assert after == known
    assert [one for one in before.splitlines() if one not in path.read_text("utf-8")] == []
    assert added["id"] in ("tiimi", "uusi-kunta", "tilat", "hanke", "raportti")
    if key == "obligations":
        assert added["rhythm"] == {"per": "year", "times": 1, "due": "04-30"}
        assert added["binding"] == "law"
        assert "per: year  # month, quarter, half-year, year, term" in path.read_text("utf-8")
    assert yp("validate", cwd=region).code == 0
    again = yp("new", *shlex.split(line), cwd=region)
    assert again.code == 4
    assert "is there already" in again.err


def test_what_is_not_given_is_asked_and_what_is_not_understood_is_asked_again(
    yp: Yp, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = (
        "Ruokapäivä",
        "",
        "ei ole",
        "a",
        "1",
        "",
        "Koivla",
        "Koivula",
        "",
        "",
        "",
        "ensi",
        "",
    )
    terminal.types(monkeypatch, *answers)
    made = yp("new", "measure", cwd=region)
    assert made.code == 0, made.err
    assert "an answer is needed" in made.err
    assert "'Koivla': nobody of that name; nearest: Koivula" in made.err
    assert "ensi" in made.err
    measure = store.load(region).kb.measure("ruokapaiva")
    assert measure is not None
    assert [(one.actor, one.label) for one in measure.responsible] == [("koivula", "Koivula")]
    assert measure.due is None


def test_questions_that_are_broken_off_write_nothing(
    yp: Yp, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.types(monkeypatch, "Tiimi")
    found = yp("new", "actor", cwd=region)
    assert found.code == 130
    assert "nothing was written" in found.err
    assert store.load(region).kb.entries.get("tiimi") is None


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("measure Ruokapäivä", 2, "--interface, --responsible"),
        ("obligation", 2, "TITLE, --doer, --binding"),
        ("actor X --type ryhmä --member Nobody", 1, "--member: 'Nobody': nobody of that name"),
        ("actor X --type joukkue", 1, "--type: 'joukkue' is none of: unit, role"),
        ("measure X --interface a --nobody – --due huomenna", 1, "--due: 'huomenna' is not a day"),
        ("measure X --interface a --nobody – --code A1", 4, "A1"),
        ("measure X --interface a --nobody – --id 'Ei Id'", 2, "id"),
        ("obligation X --doer Koivula --binding law --per term --due 04-30", 2, "day"),
        ("obligation X --doer Koivula --binding law --times 3", 2, "it goes with --per"),
        ("obligation X --doer Koivula --binding law --rhythm 2x --times 2", 2, "goes with --per"),
        ("obligation X --doer Koivula --binding law --due 04-30", 2, "give --per, too"),
        (
            "measure X --interface a --responsible kunnat --nobody –",
            2,
            "--nobody and --responsible do not go together",
        ),
        (
            "measure X --interface a --responsible 'Koivula, kunnat' --lead kunnat",
            2,
            "--lead and --responsible both name 'kunnat'",
        ),
        (
            "body X --type group --convener Koivula --convener kunnat",
            2,
            "--convener names several, and a body has one: Koivula, kunnat",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    yp: Yp, region: Path, monkeypatch: pytest.MonkeyPatch, line: str, code: int, told: str
) -> None:
    terminal.piped(monkeypatch)
    before = {path: path.read_bytes() for path in region.rglob("*.yaml")}
    found = yp("new", *shlex.split(line), cwd=region)
    assert (found.code, told in found.err) == (code, True), found.err
    assert {path: path.read_bytes() for path in region.rglob("*.yaml")} == before


def test_a_day_without_a_stretch_of_time_is_when_a_duty_is_done_once(yp: Yp, region: Path) -> None:
    line = ("obligation", "Raportti", "--doer", "Koivula", "--binding", "law")
    made = yp("new", *line, "--due", "30.4.2027", "--rhythm", "kerran", cwd=region)
    assert made.code == 0, made.err
    duty = store.load(region).kb.find(Obligation, "raportti")
    assert duty is not None
    rhythm = duty.rhythm
    assert (str(rhythm.by), rhythm.printed, rhythm.per) == ("2027-04-30", "kerran", None)


def test_an_indicator_takes_the_next_id_that_is_free(yp: Yp, region: Path) -> None:
    assert yp("edit", "J2", "code=J9", cwd=region).code == 0
    line = ("Uusi", "--interface", "johto", "--code", "J2", "--responsible", "Koivula")
    made = yp("new", "measure", *line, "--indicator", "Tehty", "--indicator", "Nähty", cwd=region)
    assert made.code == 0, made.err
    measure = store.load(region).kb.measure("J2")
    assert measure is not None
    assert [one.id for one in measure.indicators] == ["mittari-j2-2", "mittari-j2-3"]


def test_a_list_in_brackets_names_what_lays_it_out(yp: Yp, region: Path) -> None:
    path = region / "data/needs.yaml"
    path.write_text("needs: [{id: a-b, title: A, text: A}]\n")
    refused = yp("new", "need", "Tilat", "--measure", "A1", cwd=region)
    assert (refused.code, "yp fmt data/needs.yaml" in refused.err) == (4, True)
    assert yp("fmt", "data/needs.yaml", cwd=region).code == 0
    assert yp("new", "need", "Tilat", "--measure", "A1", cwd=region).code == 0


def test_where_the_source_names_nobody_that_is_said(yp: Yp, region: Path) -> None:
    shown = yp(*MEASURE, "--nobody", "ei määritelty", "--dry-run", cwd=region)
    assert shown.code == 0, shown.err
    assert "nobody:\n  label: ei määritelty\n" in shown.out
    assert "responsible:" not in shown.out
    assert not (region / "data/measures/ruokapaiva.yaml").exists()


def test_words_are_asked_for_in_the_readers_language_and_a_name_tells_the_type(
    yp: Yp, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreement = region / "data/agreement.yaml"
    own = "vocabulary:\n  body_types:\n    - {word: valiokunta, means: board}\n"
    agreement.write_text(agreement.read_text("utf-8").rstrip("\n") + "\n" + own, "utf-8")
    terminal.types(monkeypatch, "Saaren neuvonpito", "x", "Toimielin", *[""] * 6)
    made = yp("new", "body", "--lang", "fi", cwd=region)
    assert made.code == 0, made.err
    assert "Tyyppi (valiokunta, foorumi, toimielin, työryhmä, " in made.out + made.err
    assert "'x' ei ole mikään näistä: valiokunta, foorumi (forum), " in made.err
    assert "type: board" in (region / "data/bodies/saaren-neuvonpito.yaml").read_text("utf-8")
    terminal.types(monkeypatch, "Kallion kunta", "", "", "")
    made = yp("new", "party", "--lang", "fi", cwd=region)
    assert made.code == 0, made.err
    assert "vastaus tarvitaan" not in made.err
    assert store.load(region).kb.parties[-1].type == "municipality"
