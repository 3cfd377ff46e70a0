"""The ways from the front page: the number is set apart from its words, however it is written."""

import pytest

from yhdyspinta_cli import language
from yhdyspinta_cli.site import front


@pytest.mark.parametrize("number", [12, 999, 1250, 1_250_000])
@pytest.mark.parametrize("spoken", ["fi", "sv", "en"])
def test_the_number_is_told_once(number: int, spoken: str) -> None:
    with language.speaking(spoken):
        words = language.plural("{n} measure", "{n} measures", number)
        way = front.way(number, words, "measures/index.html")
    assert way.number.replace("\N{NO-BREAK SPACE}", "").replace(",", "") == str(number)
    assert not [one for one in way.before + way.after if one.isdigit()]
    assert way.after


def test_words_that_do_without_the_number_have_none() -> None:
    way = front.way(1, "ett enda avtal", "measures/index.html")
    assert (way.before, way.number, way.after) == ("ett enda avtal", "", "")
