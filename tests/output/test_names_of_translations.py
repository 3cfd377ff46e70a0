"""Translations are called by their language, in the reader's own."""

import pytest

from tests.conftest import SHIPPED
from yhdyspinta_cli import language
from yhdyspinta_cli.model.translations import Translations
from yhdyspinta_cli.output import past_words, titles
from yhdyspinta_cli.store import load


@pytest.mark.parametrize(
    ("code", "called", "subject"),
    [
        ("fi", "ruotsi", "käännökset (ruotsi)"),
        ("sv", "svenska", "översättningar (svenska)"),
        ("en", "Swedish", "translation (Swedish)"),
    ],
)
def test_translations_are_called_by_their_language(code: str, called: str, subject: str) -> None:
    kb = load(SHIPPED).kb
    (swedish,) = [one for one in kb.of(Translations) if one.id == "sv"]
    with language.speaking(code):
        assert titles.title(kb, swedish) == called
        assert past_words.subject(kb, swedish) == subject
