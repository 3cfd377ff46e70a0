"""A number on a page is that of the question, and who stands there is who the question names."""

import json
import re
from collections import Counter
from typing import Any

import pytest

from tests.conftest import Yp
from tests.report.pages import parsed, text_of
from tests.site import sites


def asked(yp: Yp, base: str, *words: str) -> Any:
    day = str(sites.DAYS[base])
    done = yp(*words, "--as-of", day, "--json", cwd=sites.ROOTS[base])
    assert done.code in (0, 1), done.err
    return json.loads(done.out)["answer"]


@pytest.mark.parametrize("base", ["lived", "shipped"])
def test_every_measure_stands_on_its_page_as_status_says(yp: Yp, base: str) -> None:
    found = asked(yp, base, "status")
    pages = sites.pages(base)
    assert len(found["measures"]) >= 30
    for one in found["measures"]:
        page = pages[f"measures/{one['id']}.html"]
        state = page.split('class="situation at-')[1].split('"')[0]
        assert state == one["situation"], one


@pytest.mark.parametrize("base", ["lived", "shipped"])
def test_the_list_counts_as_status_does(yp: Yp, base: str) -> None:
    found = asked(yp, base, "status")
    page = sites.pages(base)["measures/index.html"]
    for state, number in found["total"].items():
        marks = len(re.findall(rf'badge s-{state}"', sites.main_of(page)))
        assert marks == number, state


@pytest.mark.parametrize("base", ["lived", "shipped"])
def test_who_answers_is_who_the_question_names(yp: Yp, base: str) -> None:
    for measure in sites.kb_of(base).measures[::4]:
        found = asked(yp, base, "who-owns", measure.id)
        page = sites.pages(base)[f"measures/{measure.id}.html"]
        who = page.split('id="who"')[1].split("</section>")[0]
        named = [one["name"] for one in found["responsible"]]
        shown = re.findall(r"<li><p><strong>(.*?)</strong>", who)
        assert [re.sub(r"<[^>]*>", "", one) for one in shown] == named


def test_what_is_missing_of_a_measure_stands_on_its_page(yp: Yp) -> None:
    found = asked(yp, "lived", "gaps")
    kinds = {
        "late": "Määräpäivä oli",
        "nobody-known": "Vastuutahosta päättää",
        "silent": "Viimeisin tieto on päivältä",
    }
    for kind, words in kinds.items():
        keys = {one["id"] for one in found["gaps"] if one["kind"] == kind}
        assert keys
        told = {
            path.removeprefix("measures/").removesuffix(".html")
            for path, page in sites.pages("lived").items()
            if path.startswith("measures/")
            and words in page.partition('id="open"')[2].partition("</section>")[0]
        }
        assert told == keys, kind


def test_each_period_of_an_obligation_stands_as_the_question_says(yp: Yp) -> None:
    """How many have met it or missed it, and who, year by year."""
    seen: Counter[str] = Counter()
    kb = sites.kb_of("lived")
    for year in (2024, 2025):
        groups: dict[tuple[str, str], list[Any]] = {}
        for one in asked(yp, "lived", "obligations", "--year", str(year))["standings"]:
            period = one["period"] or {"key": ""}
            groups.setdefault((one["obligation"], period["key"]), []).append(one)
        for (key, period), found in groups.items():
            page = sites.pages("lived")[f"obligations/{key}.html"]
            table = page.split(f'id="table-{year}"')[1].split("</table>")[0]
            rows = [
                row for row in table.split("<tr")[2:] if f">{period}<" in row or len(groups) == 1
            ]
            row = rows[0] if rows else table
            for state in ("met", "missed"):
                mine = [one for one in found if one["state"] == state]
                seen[state] += len(mine)
                if len(mine) > 4:
                    assert f"{len(mine)} osapuolta" in row, (key, state)
                for one in mine if len(mine) <= 4 and len(found) > 1 else ():
                    assert kb.name(one["area"] or one["party"]) in row, (key, state)
    assert seen["met"] > 5
    assert seen["missed"] > 10


def test_what_each_area_must_do_is_counted_for_each() -> None:
    page = parsed(sites.pages("lived")["obligations/velvoite-perhekeskusverkosto.html"])
    rows = [[text_of(cell) for cell in line] for line in page.findall(".//tbody/tr")]
    stands = {row[0].split()[-1]: " ".join(row[-1].split()) for row in rows}
    one = "(tehty 1, tarvitaan 2)"
    assert f"Keskinen palvelualue {one}, Pohjoinen palvelualue {one}" in stands["2024"]
    assert "Keskinen palvelualue 21.5.2024" in stands["2024"]
    assert "Pohjoinen palvelualue 22.10.2024" in stands["2024"]
    assert stands["2024"].count("tarvitaan") == 2
    # No sum is told beside the area that met twice, as is needed.
    assert "tarvitaan" not in stands["2023"]
