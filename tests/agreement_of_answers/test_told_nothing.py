"""A party that told nothing of a measure that is over has not ended itself: one word for it."""

import csv
import io
import json

import pytest

from tests.conftest import LIVED, Yp
from tests.report.pages import parsed, text_of
from tests.site import sites

DAY = "2025-12-31"
WORDS = {"en": "told nothing", "fi": "ei ole kertonut", "sv": "har inte rapporterat"}


def answered(yp: Yp, *line: str) -> str:
    done = yp(*line, "--as-of", DAY, cwd=LIVED)
    assert done.code == 0, done.err
    return " ".join(done.out.split())


@pytest.mark.parametrize("lang", list(WORDS))
def test_the_pages_say_it_as_the_report_does(yp: Yp, lang: str) -> None:
    word = WORDS[lang]
    silent = "Tervasuo, Vaskiharju, Äijänselkä"
    report = answered(yp, "report", "--year", "2025", "--lang", lang)
    number = f"{word}: 3/10" if lang == "sv" else f"3/10 {word}"
    assert f"{number} ({silent})" in report
    pages = sites.pages("lived", lang)
    page = parsed(pages["measures/harrastaminen.html"])
    told = [" ".join(text_of(one).split()) for one in page.findall(".//ul[@class='states']/li")]
    assert f"– {word} 3/10 {silent}" in told
    # A list of a party tells of each measure how the party itself stands.
    rows = parsed(pages["lists/party-tervasuo.html"]).findall(".//tbody/tr")
    own = {text_of(row[0]).split()[0]: " ".join(text_of(row[1]).split()) for row in rows}
    assert {code for code, state in own.items() if state == f"– {word}"} == {"J1", "B1", "B5", "D4"}
    for path, text in pages.items():
        if path.split("/")[0] in ("measures", "parties") or path.startswith("lists/party-"):
            for badge in text.split('badge s-ended"')[1:]:
                assert badge.split("</span>")[1].strip() == word, path


def test_the_answers_say_it(yp: Yp) -> None:
    table = list(csv.DictReader(io.StringIO(yp("status", "matrix", "--csv", cwd=LIVED).out)))
    (row,) = [one for one in table if one["Code"] == "D4"]
    assert row["Tervasuo"] == "told nothing"
    assert row["Own state"] == "completed"
    matrix = yp("status", "matrix", "--as-of", DAY, cwd=LIVED).out
    assert "– ended; of a party: told nothing" in matrix.splitlines()
    status = yp("status", "--party", "tervasuo", "--as-of", DAY, cwd=LIVED).out
    head, _line, row_of_it = status.split("\nParty ")[1].splitlines()[:3]
    assert "Told nothing  No information" in head
    assert row_of_it.split()[-2:] == ["4", "6"]
    changed = yp("diff", "--as-of", "2024-12-31", "--to", DAY, cwd=LIVED).out
    assert "  - Tervasuo: told nothing, now in progress" in changed.splitlines()
    # The word of the data is one for measures and parties, and stays.
    read = json.loads(yp("status", "show", "D4", "--as-of", DAY, "--json", cwd=LIVED).out)
    situations = {one["party"]: one["situation"] for one in read["answer"]["parties"]["each"]}
    assert situations["tervasuo"] == "ended"


def test_a_measure_that_has_ended_is_called_ended(yp: Yp) -> None:
    assert "– ended" in yp("status", "matrix", "--as-of", DAY, cwd=LIVED).out
    for_measures = parsed(sites.pages("lived", "en")["terms.html"])
    assert "– ended" in " ".join(text_of(for_measures).split())
