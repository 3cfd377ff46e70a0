"""Names and texts of the data in the reader's language; what has none stays, and says so."""

import csv
import dataclasses
import json
import re
import time
from pathlib import Path

import pytest

from tests.conftest import Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.facts import reader, translated
from yhdyspinta_cli.model import walk

SWEDISH = """\
id: sv
texts:
  - id: koivula
    field: name
    text: Björkby
  - id: koivula
    field: official_name
    text: Björkby stad
    original: Koivulan kaupunki
  - id: asuminen
    field: title
    text: Arbetsgruppen för boende
  - id: mittari-j1
    field: label
    text: Gruppen har tillsatts (ja/nej)
  - id: hiidenmaa
    field: name
    text: Hiidenmaa välfärdsområde
    original: Hiidenmaan sote-alue
"""
DAY = ("--as-of", "2023-12-31")


@pytest.fixture
def swedish(region: Path) -> Path:
    """The region with some of it in Swedish; of one name the original has changed since."""
    folder = region / "data/translations"
    folder.mkdir()
    (folder / "sv.yaml").write_text(SWEDISH, "utf-8")
    return region


def test_a_name_stands_in_the_language_of_the_reader(swedish: Path, yp: Yp) -> None:
    told = yp("owned-by", "koivula", *DAY, "--lang", "sv", cwd=swedish).out
    assert told.startswith("Björkby\n")
    assert "Björkby stad" in told
    assert "Koivula" not in told
    assert yp("owned-by", "koivula", *DAY, "--lang", "fi", cwd=swedish).out.startswith("Koivula\n")
    matrix = yp("status", "matrix", *DAY, "--lang", "sv", "--csv", cwd=swedish).out
    assert "Björkby" in matrix
    assert "Arbetsgruppen för boende" in matrix
    assert "Ähtälä" in matrix


def test_whoever_publishes_is_called_as_that_party_is(swedish: Path) -> None:
    path = swedish / "data/agreement.yaml"
    own = store.load(swedish).kb.agreement.organisation.name
    path.write_text(path.read_text("utf-8").replace(f"name: {own}", "name: Koivulan kaupunki"))
    kb = store.load(swedish).kb
    assert kb.agreement.organisation.name == "Koivulan kaupunki"
    assert reader.in_language(kb, "sv").agreement.organisation.name == "Björkby stad"
    lacking = {field for one in translated.lacking(kb, "sv") for field in one.fields}
    assert "organisation.name" not in lacking


@pytest.mark.parametrize("said", ["Björkby", "björkby stad", "Koivula", "Koivulan kaupunki"])
def test_a_record_is_found_by_its_names_in_both_languages(swedish: Path, yp: Yp, said: str) -> None:
    told = yp("owned-by", said, "--exact", *DAY, "--lang", "sv", cwd=swedish)
    assert told.code == 0, told.err
    assert told.out.startswith("Björkby\n")


def test_json_is_the_datas_own(swedish: Path, yp: Yp) -> None:
    line = ("list", "parties", "--json", *DAY)
    assert yp(*line, "--lang", "sv", cwd=swedish).out == yp(*line, cwd=swedish).out
    names = {one["name"] for one in json.loads(yp(*line, cwd=swedish).out)["answer"]}
    assert "Koivula" in names


def test_a_page_marks_what_is_left_in_the_datas_language(swedish: Path, yp: Yp) -> None:
    page = yp("report", "--year", "2023", "--format", "html", "--lang", "sv", cwd=swedish)
    assert page.code == 0, page.err
    told = page.out.replace("\N{SOFT HYPHEN}", "")
    assert '<html lang="sv"' in told
    assert "Arbetsgruppen för boende" in told
    assert 'lang="fi">Arbetsgruppen' not in told
    assert '<span lang="fi">Ähtälä</span>' in told
    # Beside each other in one text, each in its own.
    assert 'lang="fi">Björkby' not in told
    assert '<text class="name" x=' in told
    assert '<text class="name" lang="fi"' in told
    assert "Namn och texter utan översättning är på datas språk (finska)." in told
    markdown = yp("report", "--year", "2023", "--lang", "sv", cwd=swedish).out
    assert "J1 Arbetsgruppen för boende" in markdown
    assert "datas språk (finska)" in markdown
    finnish = yp("report", "--year", "2023", "--lang", "fi", cwd=swedish).out
    assert "kielellä" not in finnish.splitlines()[-1]


def test_a_translation_of_another_text_is_told_and_not_used(swedish: Path, yp: Yp) -> None:
    told = yp("owned-by", "hiidenmaa", *DAY, "--lang", "sv", cwd=swedish).out
    assert told.startswith("Hiidenmaan hyvinvointialue\n")
    found = yp("validate", "--select", "YP823", cwd=swedish).out
    assert "data/translations/sv.yaml:19:15: warning YP823" in found


def test_what_lacks_is_listed_for_the_languages_there_are(swedish: Path, yp: Yp) -> None:
    def lacking(*line: str, cwd: Path = swedish) -> set[tuple[str, str, str]]:
        told = json.loads(yp("gaps", "--kind", "untranslated", "--json", *line, cwd=cwd).out)
        return {
            (one["language"], one["id"], field)
            for one in told["answer"]["gaps"]
            for field in one["about"]
        }

    swedish_lacks = lacking()
    assert {language for language, _id, _field in swedish_lacks} == {"sv"}
    fields = {(key, field) for _language, key, field in swedish_lacks}
    assert ("ahtala", "name") in fields
    assert ("hiidenmaa", "name") in fields
    assert not {("koivula", "name"), ("koivula", "official_name")} & fields
    assert ("asuminen", "text") in fields
    assert {language for language, _id, _field in lacking("--lang", "en")} == {"en"}
    assert lacking("--lang", "fi") == swedish_lacks
    # Nobody has asked for any, and no other answer tells of it.
    (swedish / "data/translations/sv.yaml").unlink()
    assert lacking() == set()
    assert "untranslated" not in yp("gaps", cwd=swedish).out


def test_what_lacks_is_told_in_the_readers_words_a_record_a_line(swedish: Path, yp: Yp) -> None:
    told = yp("gaps", "--kind", "untranslated", "--lang", "fi", cwd=swedish).out
    assert re.search(r"^Ähtälä +ahtala +2  Nimi, Virallinen +ruotsi\n +nimi\n", told, re.M)
    assert not re.search(r"\b[a-z]+\.\d+\b|official_name", told)
    table = yp("gaps", "--kind", "untranslated", "--csv", "--lang", "en", cwd=swedish).out
    assert "Responsible: part" in table
    assert "Remarks: " in table


def test_what_is_the_same_in_every_language_is_not_asked_for(swedish: Path, yp: Yp) -> None:
    path = swedish / "data/agreement.yaml"
    text = path.read_text("utf-8")
    assert "    - Rantatie 1" in text
    path.write_text(
        text.replace("    - Rantatie 1", "    - kirjaamo@example.org\n    - Rantatie 1")
    )
    need = swedish / "data/needs.yaml"
    need.write_text(
        "needs:\n  - id: osoite\n    title: https://example.org/tarve\n    text: 7/2014, 12.9.\n"
        "  - id: tarve\n    title: Tarve\n    text: Osoite https://example.org/tarve puuttuu.\n",
        "utf-8",
    )
    told = yp("gaps", "--kind", "untranslated", "--json", cwd=swedish)
    about = {one["id"]: one["about"] for one in json.loads(told.out)["answer"]["gaps"]}
    agreement = next(key for key in about if "organisation.name" in about[key])
    assert not [field for field in about[agreement] if "address" in field]
    assert "osoite" not in about
    assert about["tarve"] == ["title", "text"]
    # Who means to translate an address may.
    (swedish / "data/translations/sv.yaml").write_text(
        f"id: sv\ntexts:\n  - id: {agreement}\n    field: organisation.address.0\n    text: PB 1\n",
        "utf-8",
    )
    assert yp("validate", "--select", "YP82", cwd=swedish).code == 0


def test_a_calendar_is_in_the_datas_language_unless_another_is_asked_for(
    swedish: Path, yp: Yp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    line = ("calendar", "--year", "2023", "--format", "ics")
    own = yp(*line, cwd=swedish).out
    assert own == yp(*line, "--lang", "fi", cwd=swedish).out
    assert "Björkby" not in own
    told = yp(*line, "--party", "koivula", "--lang", "sv", cwd=swedish)
    assert told.code == 0, told.err


def test_the_copy_is_whole_and_what_is_not_translated_is_the_same(swedish: Path) -> None:
    kb = store.load(swedish).kb
    assert reader.in_language(kb, "fi") is kb
    assert reader.in_language(kb, "en") is kb
    copy = reader.in_language(kb, "sv")
    assert list(copy.entries) == list(kb.entries)
    for key, entry in copy.entries.items():
        assert (entry.path, entry.route) == (kb.entries[key].path, kb.entries[key].route)
        for _route, one in walk.records(entry.record):
            assert copy.entries[one.id].record is one
    changed = {key for key, one in copy.entries.items() if one.record is not kb.entries[key].record}
    assert {"koivula", "asuminen", "mittari-j1"} <= changed
    assert "ahtala" not in changed
    assert copy.agreement is kb.agreement


def test_what_is_printed_or_typed_is_not_translated(region: Path) -> None:
    kb = store.load(region).kb
    offered = {
        (entry.record.kind, field.rpartition(".")[2] if not field[-1].isdigit() else field)
        for entry in kb.entries.values()
        for field in translated.texts(entry.record)
    }
    names = {name for _kind, name in offered}
    assert {"name", "title", "text", "part"} <= names
    assert not {"id", "actor", "printed", "code", "number", "url", "state", "type"} & names
    assert {kind for kind, name in offered if name == "label"} == {"indicator"}


NAMED = """\
responsible:
  - actor: koivula
    label: Koivulan kaupunki
  - actor: hiidenmaa
    label: HVA
no_indicator:
"""


def test_what_is_printed_of_an_actor_stays_as_printed(swedish: Path, yp: Yp) -> None:
    path = swedish / "data/measures/varautuminen.yaml"
    before = (
        "responsible:\n  - actor: kuntien-ryhmat\n    label: kuntien työryhmät\nno_indicator:\n"
    )
    path.write_text(path.read_text("utf-8").replace(before, NAMED), "utf-8")
    table = yp("who-owns", "B2", *DAY, "--lang", "sv", "--csv", cwd=swedish).out
    rows = [row for row in csv.DictReader(table.splitlines()) if row["id"] == "koivula"]
    assert [(row["Aktör"], row["Enligt källan"]) for row in rows] == [
        ("Björkby", "Koivulan kaupunki")
    ]
    shown = " ".join(yp("show", "varautuminen", "--lang", "sv", cwd=swedish).out.split())
    assert "Björkby (koivula), ansvarig, enligt källan ”Koivulan kaupunki”" in shown
    # What is only its name is not quoted, and stands where names do in the reader's language.
    path.write_text(path.read_text("utf-8").replace("Koivulan kaupunki", "Koivula"), "utf-8")
    shown = yp("show", "varautuminen", "--lang", "sv", cwd=swedish).out
    assert "Björkby (koivula), ansvarig\n" in shown
    listed = yp("list", "measures", "--csv", "--lang", "sv", *DAY, cwd=swedish).out
    assert "Björkby; HVA" in listed


def test_a_word_for_nobody_is_one_in_every_language(swedish: Path, yp: Yp) -> None:
    actors = swedish / "data/actors.yaml"
    new = "  - id: jokainen\n    type: outside\n    name: Kaikki toimijat\n"
    actors.write_text(actors.read_text("utf-8").replace("actors:\n", f"actors:\n{new}"), "utf-8")
    path = swedish / "data/measures/varautuminen.yaml"
    text = path.read_text("utf-8").replace("actor: kuntien-ryhmat", "actor: jokainen")
    path.write_text(text.replace("label: kuntien työryhmät", "label: toimijat"), "utf-8")
    translations = swedish / "data/translations/sv.yaml"
    told = "  - id: jokainen\n    field: name\n    text: Alla aktörer\n"
    translations.write_text(SWEDISH + told, "utf-8")
    line = ("gaps", "--kind", "vague", "--csv", *DAY, "--lang")
    swedish_said, finnish = (yp(*line, lang, cwd=swedish).out for lang in ("sv", "fi"))
    assert "B2" in finnish
    assert len(swedish_said.splitlines()) == len(finnish.splitlines())


def test_the_tasks_of_a_body_ask_for_the_same_in_every_language(swedish: Path, yp: Yp) -> None:
    line = ("report", "--for", "foorumi", "--on", "2023-12-31", "--lang", "sv")
    before = yp(*line, cwd=swedish).out
    # Words by which nothing could be told what it asks for.
    told = "  - id: foorumi\n    field: tasks.0\n    text: Hålla ögonen öppna\n"
    (swedish / "data/translations/sv.yaml").write_text(SWEDISH + told, "utf-8")
    after = yp(*line, cwd=swedish).out
    assert "Hålla ögonen öppna" in after
    assert headings(after) == headings(before)
    assert "## Försenade och utan rapport" in headings(after)


def headings(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("#")]


def test_hostile_translations_only_show(swedish: Path, yp: Yp) -> None:
    path = swedish / "data/translations/sv.yaml"
    hostile = '"</span><script>alert(1)</script> [x](javascript:alert(1)) {{ 7*7 }} {name}"'
    path.write_text(SWEDISH.replace("text: Björkby\n", f"text: {hostile}\n"), "utf-8")
    page = yp("report", "--year", "2023", "--format", "html", "--lang", "sv", cwd=swedish)
    assert page.code == 0, page.err
    assert "<script" not in page.out
    assert "&lt;script&gt;alert(1)" in page.out.replace("\N{SOFT HYPHEN}", "")
    assert "{{ 7*7 }}" in page.out.replace("\N{SOFT HYPHEN}", "")
    assert 'href="javascript' not in page.out


def test_translations_are_edited_and_laid_out_as_other_data(swedish: Path, yp: Yp) -> None:
    assert yp("fmt", "--check", "data/translations/sv.yaml", cwd=swedish).code == 0
    done = yp("edit", "sv", "texts.0.text=Björklunda", cwd=swedish)
    assert done.code == 0, done.err
    assert "text: Björklunda" in (swedish / "data/translations/sv.yaml").read_text("utf-8")
    assert yp("owned-by", "koivula", *DAY, "--lang", "sv", cwd=swedish).out.startswith("Björklunda")


@pytest.mark.parametrize(
    ("text", "is_asked_for"),
    [
        ("https://a.fi/b", False),
        ("WWW.a.fi", False),
        ("toimisto@koivula.fi", False),
        ("Kirjoita: toimisto@koivula.fi", True),
        ("@koivula", True),
        ("a@b@koivula.fi", True),
    ],
)
def test_an_address_is_the_same_in_every_language(
    region: Path, text: str, is_asked_for: bool
) -> None:
    koivula = next(one for one in store.load(region).kb.parties if one.id == "koivula")
    one = dataclasses.replace(koivula, official_name=text)
    assert ("official_name" in translated.asked_for(one)) is is_asked_for


def test_no_text_makes_asking_for_it_long(region: Path) -> None:
    koivula = next(one for one in store.load(region).kb.parties if one.id == "koivula")

    def seconds(number: int) -> float:
        begun = time.process_time()
        for text in (f"{'@.a' * number} b", f"x@{'.a' * number}@", "a" * number + "@"):
            translated.asked_for(dataclasses.replace(koivula, official_name=text))
        return time.process_time() - begun

    assert seconds(800) < 3 * seconds(400) + 0.3
