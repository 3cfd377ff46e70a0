"""A project that has ended is told as ended beside its measure, as an actor is."""

import pytest

from tests.conftest import LIVED, Yp
from tests.report.pages import card, parsed, text_of
from tests.site import sites


@pytest.mark.parametrize(("day", "is_over"), [("2024-12-31", False), ("2025-12-31", True)])
def test_a_card_and_an_answer_say_that_it_has_ended(yp: Yp, day: str, is_over: bool) -> None:
    on = ("--as-of", day, "--lang", "en")
    found = card(yp("report", "--year", day[:4], *on, cwd=LIVED).out, "D1")
    assert ("Majakka-hanke (ended 2024-12-31)" in found) is is_over
    assert "Majakka-hanke" in found
    shown = yp("show", "D1", *on, cwd=LIVED).out
    assert ("Majakka-hanke, ended 2024-12-31" in shown) is is_over


def test_a_page_says_it() -> None:
    page = parsed(sites.pages("lived", "en")["measures/perhekeskukset.html"])
    assert "Majakka-hanke (ended 2024-12-31)" in " ".join(text_of(page).split())
