"""A sentence begins with a capital; an address does not change for it."""

import pytest
from markupsafe import Markup

from yhdyspinta_cli import typography
from yhdyspinta_cli.report import filling


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("ääni kuuluu", "Ääni kuuluu"),
        ("https://a.example/x", "https://a.example/x"),
        ("http://a.example/x", "http://a.example/x"),
        ("9 kuntaa", "9 kuntaa"),
        ("", ""),
    ],
)
def test_a_text(text: str, begun: str) -> None:
    assert typography.begun(text) == begun


@pytest.mark.parametrize(
    ("markup", "begun"),
    [
        ("<a>kunta</a> päättää", "<a>Kunta</a> päättää"),
        ("<p> <b>ääni</b>", "<p> <b>Ääni</b>"),
        ('<a href="https://a.example">https://a.example</a>',) * 2,
        ("<br>", "<br>"),
    ],
)
def test_markup_begins_after_its_tags(markup: str, begun: str) -> None:
    found = filling._begun(Markup(markup))
    assert isinstance(found, Markup)
    assert found == begun
