"""A duty that is done area by area, some of which the data does not list, is told of these, too."""

import json

import pytest

from tests.conftest import SHIPPED, Yp
from tests.report.pages import parsed, text_of
from tests.site import sites

DAY = str(sites.DAYS["shipped"])
UNLISTED = "and areas that are not listed"


def partly_listed(yp: Yp) -> dict[str, int]:
    """Return in how many listed areas each such duty is to be done, by its id."""
    line = ("obligations", "--year", "2025", "--as-of", DAY, "--json")
    found = json.loads(yp(*line, cwd=SHIPPED).out)["answer"]["standings"]
    areas: dict[str, int] = {}
    for one in found:
        areas[one["obligation"]] = areas.get(one["obligation"], 0) + (one["area"] is not None)
    unlisted = {one["obligation"] for one in found if one["reason"] == "no-area"}
    return {key: n for key, n in areas.items() if n and key in unlisted}


def test_the_site_and_the_report_tell_of_them_as_the_answer_does(yp: Yp) -> None:
    duties = partly_listed(yp)
    assert len(duties) >= 2
    told = yp("obligations", "--year", "2025", "--as-of", DAY, cwd=SHIPPED).out
    assert " ".join(told.split()).count("those not") >= len(duties)
    report = yp("report", "--year", "2025", "--as-of", DAY, "--lang", "en", cwd=SHIPPED).out
    lines = [line for line in report.splitlines() if line.startswith("- **") and UNLISTED in line]
    assert len(lines) == len(duties)
    pages = sites.pages("shipped", "en")
    for key in duties:
        rows = parsed(pages[f"obligations/{key}.html"]).findall(".//tbody/tr")
        assert UNLISTED in text_of(rows[0])
    index = text_of(parsed(pages["obligations/index.html"]))
    assert index.count(UNLISTED) == len(duties)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_it_is_said_in_every_language(yp: Yp, language: str) -> None:
    words = {"fi": "ja luettelemattomat alueet", "sv": "och de områden som inte räknas upp"}
    line = ("report", "--year", "2025", "--as-of", DAY, "--only", "obligations")
    report = yp(*line, "--lang", language, cwd=SHIPPED).out
    assert report.count(words[language]) == len(partly_listed(yp))
