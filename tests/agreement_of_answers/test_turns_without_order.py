"""Where no order is set nobody is said to be next: pages and reports say it as `yp rotation`."""

import json
import re

import pytest

from tests.conftest import LIVED, Yp
from tests.report.pages import parsed, text_of
from tests.site import sites

DAY = "2025-12-31"
PLACE = "Aluekeskustelut, Keskinen palvelualue"
WORDS = {
    "en": "the order of convening is not set; fewest turns: Metsoniemi",
    "fi": "koollekutsujien järjestystä ei ole määrätty; vähiten vuoroja: Metsoniemi",
    "sv": "ordningen för sammankallandet har inte bestämts; minst antal turer: Metsoniemi",
}
SET = {"en": "Joutsensalo chairs next", "fi": "seuraava puheenjohtaja on Joutsensalo"}


def lines(yp: Yp, *line: str, lang: str) -> list[str]:
    """The lines of a report, without links and emphasis."""
    done = yp("report", *line, "--lang", lang, cwd=LIVED)
    assert done.code == 0, done.err
    plain = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", done.out).replace("**", "")
    return [one.removeprefix("- ").removesuffix(".") for one in plain.splitlines()]


@pytest.mark.parametrize("lang", list(WORDS))
def test_nobody_is_next_where_no_order_is_set(yp: Yp, lang: str) -> None:
    said = f"{PLACE}: {WORDS[lang]}"
    assert said in lines(yp, "--year", "2025", lang=lang)
    assert said in lines(yp, "--year", "2025", "--party", "metsoniemi", lang=lang)
    assert said in lines(yp, "--for", "aluekeskustelut", "--on", DAY, lang=lang)
    page = parsed(sites.pages("lived", lang)["bodies/aluekeskustelut.html"])
    told = [" ".join(text_of(one).split()) for one in page.findall(".//li")]
    assert f"{said}." in told


def test_the_command_says_the_same(yp: Yp) -> None:
    asked = ("rotation", "aluekeskustelut", "--as-of", DAY)
    assert "The order is not set. Fewest turns: Metsoniemi." in yp(*asked, cwd=LIVED).out
    found = json.loads(yp(*asked, "--json", cwd=LIVED).out)["answer"]["rotations"]
    assert [one["next"] for one in found] == [None, None, None]


@pytest.mark.parametrize("lang", list(SET))
def test_who_is_next_by_a_set_order_is_told(yp: Yp, lang: str) -> None:
    sheet = lines(yp, "--year", "2025", "--party", "joutsensalo", lang=lang)
    assert f"Tuulikannaksen yhteistyöfoorumi: {SET[lang]}" in sheet
