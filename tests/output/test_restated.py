"""What is told in other words than the source's says so wherever it is shown."""

import json
from pathlib import Path

import pytest

from tests.conftest import SHIPPED, Yp
from yhdyspinta_cli import store

MARK = "content told in other words than the source's"
SENTENCE = "The content is told in other words than the source's."


@pytest.fixture
def restated(region: Path) -> Path:
    """The region, which tells its rules and its duties in other words, and one measure's text."""
    agreement = region / "data/agreement.yaml"
    text = agreement.read_text("utf-8")
    agreement.write_text(text + "restated: [provision, obligation]\n", "utf-8")
    measure = region / "data/measures/turvasuunnitelmat.yaml"
    measure.write_text(measure.read_text("utf-8") + "restated: true\n", "utf-8")
    return region


def test_show_list_search_and_card_say_it(restated: Path, yp: Yp) -> None:
    for question in (("show", "saanto-kulut"), ("search", "palkkioita")):
        assert MARK in " ".join(yp(*question, cwd=restated).out.split())
    assert SENTENCE in yp("list", "provisions", cwd=restated).out
    assert "told in other words" in yp("owned-by", "koivula", cwd=restated).out
    # A measure's own key is told in the same words as a kind's.
    shown = " ".join(yp("show", "turvasuunnitelmat", cwd=restated).out.split())
    assert f"Wording {MARK}" in shown
    assert "Told in other words" not in shown


def test_machine_forms_say_it(restated: Path, yp: Yp) -> None:
    answer = json.loads(yp("list", "provisions", "--json", cwd=restated).out)["answer"]
    assert [one["restated"] for one in answer] == [True]
    assert json.loads(yp("show", "saanto-kulut", "--json", cwd=restated).out)["answer"]["restated"]
    assert MARK in yp("list", "provisions", "--csv", cwd=restated).out
    assert MARK in yp("search", "palkkioita", "--csv", cwd=restated).out


@pytest.mark.parametrize("form", ["md", "html"])
def test_the_report_says_it_in_each_chapter(restated: Path, yp: Yp, form: str) -> None:
    told = yp("report", "--year", "2023", "--format", form, "--lang", "en", cwd=restated).out
    told = told.replace("&#39;", "'")
    # Of the rules, of the duties, and of the text of one measure.
    assert told.count(SENTENCE) == 3
    assert MARK not in told
    assert "whole sentences are told in other words" in told
    sheet = yp("report", "--year", "2023", "--party", "koivula", "--format", form, cwd=restated)
    assert "Sisältö on kerrottu omin sanoin, ei asiakirjan sanoin." in sheet.out


def test_what_is_carried_word_for_word_bears_no_mark(region: Path, yp: Yp) -> None:
    for question in (("show", "saanto-kulut"), ("list", "provisions"), ("owned-by", "koivula")):
        assert "other words" not in yp(*question, cwd=region).out
    asked = ("report", "--year", "2023", "--lang", "en")
    report = yp(*asked, cwd=region).out
    assert "other words" not in report
    assert "What is known to be wrong in the agreement" in report
    annex = yp(*asked, "--only", "errors", cwd=region).out
    assert "other words" not in annex
    assert "What is known to be wrong is told here" in annex


def test_of_the_shipped_data_no_sentence_passes_for_the_source_s(yp: Yp) -> None:
    kb = store.load(SHIPPED).kb
    kinds = {"principle", "provision", "definition", "duty", "statement", "obligation", "need"}
    assert kinds <= set(kb.agreement.restated)
    told = " ".join(
        yp("show", "maaritelma-ohjelma-yhdyspinta", "--lang", "fi", cwd=SHIPPED).out.split()
    )
    assert "Sanamuoto sisältö kerrottu omin sanoin" in told
    assert "Kuntaliitto (kuntaliitto)" in told
