"""A word of state is bent by the number before it, as each language bends it."""

import re

import pytest

from tests.conftest import LIVED, Yp
from yhdyspinta_cli import language
from yhdyspinta_cli.vocabulary import DUE_STATES, SITUATIONS
from yhdyspinta_cli.wording import due_states, tallies

ON = ("--as-of", "2025-12-31")
LINES = (
    ("obligations", "--year", "2025", *ON),
    ("calendar", "--year", "2025", *ON, "--csv"),
    ("calendar", "--year", "2025", "--format", "ics"),
    ("status", *ON),
    ("diff", "--as-of", "2024-12-31", "--to", "2025-12-31"),
    ("report", "--year", "2025", "--only", "brief,state,measures,parties,obligations"),
    ("report", "--year", "2025", "--party", "hallavesi"),
    ("report", "--for", "yhteistyofoorumi", "--on", "2025-12-10"),
)
# What stands for one alone. In Finnish the words of measures do not follow a number but a fraction.
OF_ONE = {
    "sv": "uppfylld|ej uppfylld|slutförd|pausad|inställd|ej påbörjad|motstridig|sammanslagen"
    "|upphörd|uppgift saknas",
    "fi": "toteutunut|ei toteutunut|päättynyt|ei tietoa|ei kerrottu",
}


@pytest.mark.parametrize("code", OF_ONE)
@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_no_word_of_one_follows_a_number_of_several(
    code: str, line: tuple[str, ...], yp: Yp
) -> None:
    said = " ".join(yp(*line, "--lang", code, cwd=LIVED).out.replace("\r\n ", "").split())
    assert len(said) > 500
    wrong = rf"(?<![\d./:–-])(?:[2-9]|[1-9][0-9]{1, 2}) (?:{OF_ONE[code]})\b"
    assert re.findall(rf".{{0,40}}{wrong}", said) == []


TOLD = {
    "sv": (
        "1 uppfylld; 9 utan uppgift",
        "1 uppfylld; 2 ej uppfyllda",
        "5 är uppfyllda, 11 pågående",
    ),
    "fi": ("1 toteutunut; 9 vailla tietoa", "2 toteutumatta", "5 on toteutunut, 11 kesken"),
    "en": ("1 met; 9 not known", "1 met; 2 missed", "5 are met, 11 not yet due"),
}


@pytest.mark.parametrize("code", TOLD)
def test_standings_of_several_areas(code: str, yp: Yp) -> None:
    rows = yp("calendar", "--year", "2025", *ON, "--csv", "--lang", code, cwd=LIVED).out
    page = " ".join(yp(*LINES[0], "--lang", code, cwd=LIVED).out.split())
    for told in TOLD[code]:
        assert told in f"{rows}\n{page}"


@pytest.mark.parametrize("code", language.LANGUAGES)
def test_every_state_has_a_word_for_one_and_for_several(code: str) -> None:
    with language.speaking(code):
        for state in DUE_STATES:
            for n in (1, 2, 21):
                assert re.fullmatch(rf"{n} \D+", due_states.counted(state, n)), state
        for n in (1, 2):
            told = tallies.measures([(one, n) for one in SITUATIONS])
            assert told.count(str(n)) >= len(SITUATIONS)
    if code == "sv":
        with language.speaking(code):
            assert due_states.counted("missed", 1) == "1 ej uppfylld"
            assert due_states.counted("missed", 16) == "16 ej uppfyllda"
            assert tallies.measures([("completed", 3), ("paused", 1), ("cancelled", 2)]) == (
                "Av 6 åtgärder: 3 är slutförda, 1 pausad och 2 inställda"
            )
    if code == "fi":
        with language.speaking(code):
            assert due_states.counted("met", 1) == "1 toteutunut"
            assert due_states.counted("met", 2) == "2 toteutunutta"
