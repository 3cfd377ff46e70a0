"""What the program prints, in any of its languages, it takes back where it is typed."""

import csv
import io
import json
from typing import Any, get_args

import pytest

from tests.conftest import LIVED, Yp
from yhdyspinta_cli import language, vocabulary
from yhdyspinta_cli.model.catalogue import KINDS
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.wording import days, gap_titles, obligations, words

ON = ("--as-of", "2025-12-31")
LANGUAGES = get_args(language.Spoken)


def told(yp: Yp, *arguments: str) -> Any:
    done = yp(*arguments, "--json", *ON, cwd=LIVED)
    assert (done.code, done.err) == (0, ""), done.err
    return json.loads(done.out)["answer"]


def in_words(code: str, shown: Any, value: str) -> str:
    with language.speaking(code):
        return str(shown(value))


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("standing", vocabulary.STANDINGS)
def test_standings(code: str, standing: str, yp: Yp) -> None:
    expected = told(yp, "obligations", "--standing", standing)
    said = in_words(code, obligations.standing_word, standing)
    assert told(yp, "obligations", "--standing", said) == expected
    assert expected["standings"]
    if standing == "met-late":
        assert all(one["late"] for one in expected["standings"])
    else:
        assert {one["state"] for one in expected["standings"]} == {standing}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_standing_in_a_table_is_taken(lang: str, yp: Yp) -> None:
    table = yp("obligations", "--csv", *ON, "--lang", lang, cwd=LIVED).out
    rows = list(csv.reader(io.StringIO(table)))
    with language.speaking(lang):
        at = rows[0].index(language.text("Standing"))
    printed = {row[at] for row in rows[1:]}
    assert len(printed) >= 5
    for said in printed:
        assert yp("obligations", "--standing", said, *ON, cwd=LIVED).code == 0, said


def test_what_state_meant_of_obligations_still_works_and_is_told(yp: Yp) -> None:
    old = yp("obligations", "--state", "missed", "--json", *ON, cwd=LIVED)
    new = yp("obligations", "--standing", "missed", "--json", *ON, cwd=LIVED)
    assert old.out == new.out
    assert "--state 'missed' is --standing missed" in old.err
    # The state is the measure's, as it is in every other question.
    of_state = told(yp, "obligations", "--state", "in-progress")["standings"]
    listed = told(yp, "list", "obligations", "--state", "in-progress")
    assert {one["obligation"] for one in of_state} == {one["id"] for one in listed} != set()


def test_a_word_that_is_no_standing_is_refused(yp: Yp) -> None:
    refused = yp("obligations", "--standing", "misssed", cwd=LIVED)
    assert refused.code == 2
    assert "missed" in refused.err
    assert yp("obligations", "--state", "misssed", cwd=LIVED).code == 2
    binding = yp("list", "provisions", "--binding", "lawful", cwd=LIVED)
    assert binding.code == 2
    assert "law, agreement, programme" in binding.err


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("force", vocabulary.BINDINGS)
def test_forces(code: str, force: str, yp: Yp) -> None:
    expected = told(yp, "list", "obligations", "--binding", force)
    assert told(yp, "list", "obligations", "--binding", in_words(code, words.word, force)) == (
        expected
    )


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("situation", vocabulary.SITUATIONS)
def test_states(code: str, situation: str, yp: Yp) -> None:
    expected = told(yp, "list", "measures", "--state", situation)
    assert told(yp, "list", "measures", "--state", in_words(code, words.word, situation)) == (
        expected
    )


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("kind", vocabulary.GAP_KINDS)
def test_titles_of_gaps(code: str, kind: str, yp: Yp) -> None:
    title = in_words(code, gap_titles.title, kind)
    expected = told(yp, "gaps", "--kind", kind)
    # As in the overview, and as in a heading, with how many there are.
    assert told(yp, "gaps", "--kind", title) == expected
    assert told(yp, "gaps", "--kind", f"{title} ({expected['counts'][kind]})") == expected


def test_several_kinds_of_gap_stand_with_commas(yp: Yp) -> None:
    counts = told(yp, "gaps", "--kind", "late,ended")
    assert counts == told(yp, "gaps", "--kind", "late", "--kind", "ended")


@pytest.mark.parametrize("code", LANGUAGES)
def test_kinds_of_record(code: str, yp: Yp) -> None:
    with language.speaking(code):
        titles = {kind.plural: language.text(kind.title) for kind in KINDS}
    for plural in ("measures", "events", "council-terms"):
        assert told(yp, "list", titles[plural]) == told(yp, "list", plural)


def test_a_goal_and_an_interface_as_who_owns_prints_them(yp: Yp) -> None:
    shown = {
        line.split("  ")[0]: line.split("  ", 1)[1].strip()
        for line in yp("who-owns", "B2", *ON, cwd=LIVED).out.splitlines()
        if line.startswith(("Goal", "Interface"))
    }
    measure = told(yp, "who-owns", "B2")["measure"]
    assert shown["Goal"][0].isdigit()
    for option, key in (("Goal", "goal"), ("Interface", "interface")):
        said = told(yp, "list", "measures", f"--{key}", shown[option])
        assert said == told(yp, "list", "measures", f"--{key}", measure[key])


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("written", ["2025-12-07", "2025-12", "2024-05", "2025"])
def test_days_as_they_are_printed(code: str, written: str) -> None:
    value = Moment(written)
    with language.speaking(code):
        for printed in (days.moment(value), days.moment_in_prose(value)):
            assert days.iso(printed) == written


@pytest.mark.parametrize(
    "said",
    [
        *("joulukuussa 2025", "joulukuun 2025", "Joulukuuta 2025", "in December 2025"),
        *("i december 2025", "I december 2025"),
    ],
)
def test_a_month_as_it_stands_in_a_sentence(said: str) -> None:
    assert days.iso(said) == "2025-12"


@pytest.mark.parametrize("said", ["den 14 maj 2025", "14 maj 2025", "14. toukokuuta 2025"])
def test_a_day_in_words(said: str) -> None:
    assert days.iso(said) == "2025-05-14"


@pytest.mark.parametrize(("said", "value"), [("ja", "true"), ("Nej", "false"), ("kyllä", "true")])
def test_yes_and_no_in_every_language(said: str, value: str, yp: Yp) -> None:
    line = ("record", "value", "mittari-j3", said, "--on", "2024-12", "--by", "ukonlampi")
    done = yp(*line, "--dry-run", cwd=LIVED)
    assert done.code == 0, done.err
    assert f"\nvalue: {value}\n" in done.out


@pytest.mark.parametrize("said", ["73 %", "73%", "73\u00a0%"])
def test_a_share_with_its_sign(said: str, yp: Yp) -> None:
    done = yp(
        "record", "value", "mittari-b1", said, "--on", "joulukuussa 2024", "--dry-run", cwd=LIVED
    )
    assert done.code == 0, done.err
    assert "\nvalue: 73\non: 2024-12\n" in done.out
