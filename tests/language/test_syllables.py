"""Where a long Finnish word may be broken."""

import re

import pytest

from tests.conftest import SHIPPED
from tests.report.pages import rendered
from yhdyspinta_cli.typography import syllables


@pytest.mark.parametrize(
    "marked",
    [
        "hyvin|vointi|alue",
        "osal|lisuus|pal|velu|alue",
        "yhdys|pinta|ohjelma",
        "sopi|mus|osa|puolet",
        "pelas|tus|opisto",
        "perheen|talo|yhteis|työ",
        "vaikut|ta|mis|toimi|elinten",
        "turval|lisuus|stra|te|giassa",
        "yhdys|pinta|proses|seista",
        "käyt|töön|otto",
        "suomen|kie|linen",
        "edis|tä|mi|sestä",
        "käyn|nis|ty|mässä",
        "valtuus|to|kau|dessa",
        "kokonaisuus",
        "pohjois|savo|laiset",
        "etelä|kar|ja|laisten",
        "pohjoi|seen",
    ],
)
def test_a_compound_is_broken_between_its_parts(marked: str) -> None:
    assert "|".join(syllables(marked.replace("|", ""))) == marked


WRONG = re.compile(r"\|(?:sosa|sopis|salue|sasia|sesih|sohj|nalue|nasia|lalue|taohj|tialue|tyhte)")


def test_no_known_part_is_cut_at_its_side_on_a_page() -> None:
    page = rendered(SHIPPED, "html")
    marked = {word for word in re.findall(r"[\w\u00ad]+", page) if "\u00ad" in word}
    assert len(marked) > 300
    assert not [word for word in marked if WRONG.search(word.replace("\u00ad", "|"))]


def test_the_programs_own_words_may_be_broken_in_a_column_too() -> None:
    page = rendered(SHIPPED, "html")
    cells = " ".join(re.findall(r"<td.*?</td>", page))
    assert "(käyn\u00adnis\u00adty\u00admässä, 2023)" in cells
    assert "kerran valtuus\u00adto\u00adkau\u00addessa" in cells
    assert "\u00ad" not in " ".join(re.findall(r"<[^>]*>", page))
