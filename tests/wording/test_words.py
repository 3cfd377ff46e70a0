"""Every word that is shown has a form for people."""

from yhdyspinta_cli.model.catalogue import KINDS
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.wording import field_names, words


def test_search_speaks_the_language_of_its_reader() -> None:
    """Every field and every kind has a name of its own, none the key of the data."""
    nouns = [Noun]
    for noun in nouns:
        nouns.extend(noun.__subclasses__())
    # A test may have made others.
    own = [noun for noun in nouns if noun.__module__.startswith("yhdyspinta_cli.")]
    keys = {key for noun in own for key in fields_of(noun)} - {"id"}
    assert {key for key in keys if key not in field_names._NAMES} == set()
    assert {k.word for k in KINDS if k.word not in words._WORDS} == set()
