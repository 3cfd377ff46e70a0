"""Where a long Finnish word may be broken."""

import pytest

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
