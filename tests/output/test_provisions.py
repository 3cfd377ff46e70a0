"""Provisions, money, roles and aims of indicators are told wherever a reader looks."""

import json
from pathlib import Path

import pytest

from tests.conftest import Yp

RULES = """
provisions:
  - id: kustannusten-jako
    topic: costs
    title: Kustannusten jako
    text: Yhteiset kustannukset jaetaan.
    shares:
      - {actor: hiidenmaa, percent: 60}
      - {actor: kunnat, percent: 40, printed: asukasluvun mukaan}
    sums:
      - {amount: 250000, currency: NOK, printed: enintään 250 000 kruunua}
  - id: erimielisyydet
    topic: disputes
    text: Erimielisyydet ratkaistaan vaiheittain.
    steps:
      - {text: neuvottelu, within: {n: 3, unit: weeks}}
      - {text: sovittelulautakunta, who: hiidenmaan-liitto}
  - id: irtisanominen
    topic: termination
    text: Osapuoli voi irtisanoa sopimuksen.
    notice: {months: 12}
"""


@pytest.fixture
def agreed(region: Path) -> Path:
    """The region with a cost share, steps for disputes, a notice, roles and a target."""
    agreement = region / "data/agreement.yaml"
    text = agreement.read_text("utf-8")
    agreement.write_text(text.replace("\nprovisions:\n", RULES, 1), "utf-8")
    measure = region / "data/measures/turvasuunnitelmat.yaml"
    text = measure.read_text("utf-8")
    text = text.replace(
        "    label: Kunta\n",
        "    label: Kunta\n"
        "  - {actor: hiidenmaan-liitto, role: consulted, label: liitto}\n"
        "  - {actor: hiidenmaa, role: informed, label: hyvinvointialue}\n",
    )
    measure.write_text(
        text.replace(
            "    type: count-of-parties\n",
            "    type: number\n    unit: kpl\n    direction: up\n"
            "    baseline: {value: 2, on: 2022}\n"
            "    target: {value: 4, on: 2024-12-31, printed: kaikissa kunnissa}\n",
        ),
        "utf-8",
    )
    return region


def test_they_are_valid_and_shown(agreed: Path, yp: Yp) -> None:
    assert "0 errors, 0 warnings" in yp("validate", cwd=agreed).out
    shares = yp("show", "kustannusten-jako", cwd=agreed).out
    assert "Hiidenmaan hyvinvointialue (hiidenmaa): 60 %" in shares
    assert "kunnat (kunnat): 40 %, asukasluvun mukaan" in shares
    assert "enintään 250 000 kruunua (250,000 NOK)" in shares
    steps = yp("show", "erimielisyydet", cwd=agreed).out
    assert "neuvottelu (within 3 weeks)" in steps
    assert "Hiidenmaan liitto (hiidenmaan-liitto): sovittelulautakunta" in steps
    assert "12 months" in yp("show", "irtisanominen", cwd=agreed).out


def test_they_are_searched_listed_and_on_a_card(agreed: Path, yp: Yp) -> None:
    assert "erimielisyydet" in yp("search", "sovittelulautakunta", cwd=agreed).out
    listed = yp("list", "provisions", cwd=agreed).out
    assert "termination" in listed
    assert "Kustannusten jako" in listed
    card = json.loads(yp("owned-by", "hiidenmaan-liitto", "--json", cwd=agreed).out)
    lines = [line["id"] for g in card["answer"]["groups"] for line in g["lines"]]
    assert "erimielisyydet" in lines


def test_the_report_has_them_as_a_chapter(agreed: Path, yp: Yp) -> None:
    written = yp("report", "--year", "2023", "--lang", "fi", cwd=agreed).out
    chapter = written.split("\n## Lait ja voimassaolo\n")[1].split("\n## ")[0]
    assert chapter.index("### Kustannukset") < chapter.index("### Irtisanominen")
    costs = chapter.split("### Kustannukset")[1].split("\n### ")[0]
    assert "Hiidenmaan hyvinvointialue: 60 %; kunnat: 40 %, asukasluvun mukaan." in costs
    steps = "1) neuvottelu (3 viikossa) 2) Hiidenmaan liitto: sovittelulautakunta"
    assert steps in chapter.split("### Erimielisyydet")[1].split("\n### ")[0]
    assert "Irtisanomisaika: 12 kuukautta." in chapter
    page = yp("report", "--year", "2023", "--format", "html", cwd=agreed).out
    law = page.split('id="law"')[1].split("<h2 ")[0]
    assert 'id="rules-costs"' in law
    assert 'id="rules-termination"' in law


def test_who_is_only_heard_or_told_does_not_answer(agreed: Path, yp: Yp) -> None:
    owners = yp("who-owns", "A1", cwd=agreed).out
    assert "consulted" in owners
    assert "informed" in owners
    card = yp("owned-by", "hiidenmaan-liitto", cwd=agreed).out
    assert "Measures, takes part: consulted 1" in " ".join(card.split())
    removed = json.loads(yp("what-if", "--remove", "hiidenmaan-liitto", "--json", cwd=agreed).out)
    assert "consulted" in json.dumps(removed)
    report = yp("report", "--year", "2023", "--lang", "fi", cwd=agreed).out
    assert "Hiidenmaan liitto (kuultava)" in report


def test_an_indicator_tells_where_it_was_and_what_it_is_to_reach(agreed: Path, yp: Yp) -> None:
    aims = (
        "baseline 2 kpl (2022), target “kaikissa kunnissa” (4 kpl by 2024-12-31), wanted to go up"
    )
    for command in (["who-owns", "A1"], ["status", "show", "A1"], ["list", "indicators", "--csv"]):
        told = " ".join(yp(*command, cwd=agreed).out.split())
        assert aims.lower() in told.lower(), command
    shown = yp("show", "mittari-a1", cwd=agreed).out
    assert "“kaikissa kunnissa” (4 kpl by 2024-12-31)" in shown
    assert aims in yp("report", "--year", "2023", "--lang", "en", cwd=agreed).out


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{amount: 5, currency: MARKKA}", "YP104"),
        ("{amount: 5}", "YP108"),
        ("{}", "YP108"),
    ],
)
def test_a_sum_without_its_currency_is_an_error(
    region: Path, yp: Yp, written: str, code: str
) -> None:
    path = region / "data/agreement.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("    topic: costs\n", f"    topic: costs\n    sums: [{written}]\n"), "utf-8"
    )
    assert f"error {code}" in yp("validate", cwd=region).out


def test_euros_are_still_taken(yp: Yp) -> None:
    assert "1,500,000 €" in yp("show", "rantahanke").out


def test_definitions_and_counterparts_are_reported_and_principles_as_far_as_they_fit(
    yp: Yp, region: Path
) -> None:
    def told() -> str:
        return yp("report", "--year", "2023", "--lang", "en", cwd=region).out

    def chapter(heading: str) -> str:
        return told().split(f"\n## {heading}\n")[1].split("\n## ")[0]

    assert "**yhdyspinta:**" in chapter("How to read this report")
    assert "- Osapuolet ovat tasavertaisia." in chapter("Law and validity")
    assert "Named: 2 (2022-12-31: 2), missing: 10" in told()
    assert "- **Koivula:** Johdon taso: kaupunginjohtaja" in told()
    agreement = region / "data/agreement.yaml"
    text = agreement.read_text("utf-8")
    many = "".join(
        f"  - id: periaate-{n}\n    topic: partnership\n    text: {'Osapuolet toimivat. ' * 20}\n"
        for n in range(9)
    )
    agreement.write_text(text.replace("\nprinciples:\n", f"\nprinciples:\n{many}", 1), "utf-8")
    assert "10 principles, too long for this report: `yp list principles` shows them." in told()
    assert "Osapuolet toimivat." not in told()


def test_sums_and_times_are_in_the_page_s_language_what_is_printed_in_the_data_s(
    yp: Yp, agreed: Path
) -> None:
    page = yp("report", "--year", "2023", "--lang", "en", "--format", "html", cwd=agreed).out
    assert '40 %, <span lang="fi">asukasluvun mukaan</span>' in page
    assert "</span> (250,000 NOK).</li>" in page
    assert "Notice: 12 months." in page
