"""Where the source gives no time the program says so in its own words; what it gives is told."""

import json
from pathlib import Path

from tests.conftest import SHIPPED, Yp
from yhdyspinta_cli import store

DUTY = """\
  - id: velvoite-yhteistyo
    title: Kunnat toimivat yhteistyössä
    doers:
      - actor: kunnat
    binding: agreement
    source:
      - document: sopimus
"""


def _with_duty(region: Path) -> Path:
    file = region / "data/obligations.yaml"
    file.write_text(file.read_text("utf-8").rstrip("\n") + "\n" + DUTY, "utf-8")
    return region


def test_a_duty_without_a_rhythm(region: Path, yp: Yp) -> None:
    _with_duty(region)
    assert "0 errors, 0 warnings" in yp("validate", cwd=region).out
    assert "Rhythm the source gives no time" in " ".join(
        yp("show", "velvoite-yhteistyo", cwd=region).out.split()
    )
    told = yp("obligations", "--as-of", "2023-12-31", cwd=region).out
    assert "the source gives no time" in told
    # The program's own words do not stand under the source's.
    assert "As printed" not in told
    answer = json.loads(yp("obligations", "--as-of", "2023-12-31", "--json", cwd=region).out)
    found = [s for s in answer["answer"]["standings"] if s["obligation"] == "velvoite-yhteistyo"]
    assert [(one["rhythm"], one["state"]) for one in found] == [(None, "when")]
    shown = json.loads(yp("show", "velvoite-yhteistyo", "--json", cwd=region).out)["answer"]
    assert "rhythm" not in shown
    report = yp("report", "--year", "2023", cwd=region).out
    undated = report.split("\n### Ilman määräpäivää (")[1].split("\nTaulukko:")[0]
    assert "Ellei muuta sanota, ei määräaikaa ole" in undated
    # Of it nothing else is said; of one with an occasion that is.
    assert "- **Kunnat toimivat yhteistyössä** (sopimus; kunnat)" in undated
    assert "; uuden valtuustokauden ensimmäisessä foorumissa)" in undated


def test_an_empty_rhythm_is_still_a_mistake(region: Path, yp: Yp) -> None:
    _with_duty(region)
    file = region / "data/obligations.yaml"
    text = file.read_text("utf-8").replace(DUTY, DUTY + "    rhythm:\n      times: 2\n")
    file.write_text(text, "utf-8")
    assert "exactly one of per, by, within and when" in yp("validate", cwd=region).out


def test_no_word_of_the_shipped_data_passes_for_the_source_s_time() -> None:
    kb = store.load(SHIPPED).kb
    rhythms = [*(duty.rhythm for duty in kb.obligations), *(body.rhythm for body in kb.bodies)]
    assert not [r for r in rhythms if r and "lähteessä" in (r.when or "") + (r.printed or "")]


def test_a_body_s_state_has_its_time_and_is_not_invented(yp: Yp) -> None:
    starting = " ".join(yp("show", "kumppanuusfoorumi", cwd=SHIPPED).out.split())
    assert "State starting State as of 2023" in starting
    # A box of a chart of 2023: nobody says that it operates.
    assert "operating" not in yp("show", "ept-ryhma", cwd=SHIPPED).out
    report = yp("report", "--year", "2024", cwd=SHIPPED).out
    assert "Kumppanuusfoorumi (foorumi, käynnistymässä 2023)" in report
    assert "EPT-ryhmä (työryhmä)" in report


def test_a_time_from_one_year_to_another(yp: Yp, region: Path) -> None:
    shown = " ".join(yp("show", "tapahtuma-rrp-rahoitus", cwd=SHIPPED).out.split())
    assert "When 2023 Until 2025" in shown
    file = region / "data/projects.yaml"
    file.write_text(
        "dated_events:\n  - id: valmistelu\n    title: Valmistelu\n    when: 2023-03\n"
        "    until: 2023-04\n    printed: kevät 2023\n",
        "utf-8",
    )
    calendar = yp("calendar", "--year", "2023", "--json", cwd=region).out
    months = json.loads(calendar)["answer"]["months"]
    found = [one for month in months for one in month["entries"] if one["record"] == "valmistelu"]
    assert [(one["start"], one["end"]) for one in found] == [("2023-03-01", "2023-04-30")]
    file.write_text(file.read_text("utf-8").replace("2023-04\n", "2023-02\n"), "utf-8")
    assert "the end is before the start" in yp("validate", cwd=region).out


def test_who_defines_and_who_pays_may_be_an_actor_or_a_text(yp: Yp, region: Path) -> None:
    assert "Programme Kestävän kehityksen Suomi-ohjelma (kestavan-kehityksen-suomi-ohjelma)" in (
        " ".join(yp("show", "tyokyvyn-ja-tyollistymisen-tuki", cwd=SHIPPED).out.split())
    )
    agreement = region / "data/agreement.yaml"
    text = agreement.read_text("utf-8")
    for by, shown in (("hiidenmaa", "(hiidenmaa)"), ("johto", "johto"), ("Laki 1/2020", "Laki")):
        added = (
            f"definitions:\n  - id: maaritelma-x\n    term: sana\n    text: asia\n    by: {by}\n"
        )
        agreement.write_text(text.replace("definitions:\n", added, 1), "utf-8")
        assert "0 errors, 0 warnings" in yp("validate", cwd=region).out
        assert shown in yp("show", "maaritelma-x", cwd=region).out
