"""Forms of a word whose stems differ: an index that has them is found by any of them."""

import pytest
import snowballstemmer

from yhdyspinta_cli.queries import finnish_forms

LEXEMES = (
    "kaupunki kaupungin kaupunkia kaupungit kaupunkeja kaupungeissa",
    "työ työn töitä töissä",
    "yhteistyö yhteistyön yhteistyötä",
    "tieto tiedon tietoja tiedoista",
    "kunta kunnan kuntia kunnissa kuntien",
    "hanke hankkeen hankkeita hanketta hankkeet",
    "lapsi lapsen lasten lapsia lapsille",
    "tuki tuen tukea tukia",
    "laki lain lakia lakien",
    "toimenpide toimenpiteen toimenpiteitä toimenpidettä",
    "kokous kokouksen kokouksia kokousta",
    "ihminen ihmisen ihmistä ihmisiä",
    "osallisuus osallisuuden osallisuutta osallisuuteen",
    "nuori nuoren nuorten nuoria nuorta",
    "päätös päätöksen päätöstä",
    "asukas asukkaan asukkaita asukasta",
    "yhdyspinta yhdyspinnan yhdyspintoja yhdyspinnoilla",
    "johto johdon",
    "hyvinvointi hyvinvoinnin hyvinvointia",
    "viranomainen viranomaisen viranomaisten",
    "terveys terveyden terveyttä",
    "seuranta seurannan seurantaa",
    "valta vallan valtaa",
    "kerta kerran kertaa",
    "tapa tavan tapoja",
)


@pytest.mark.parametrize("line", LEXEMES)
def test_each_form_leads_to_the_stems_of_all(line: str) -> None:
    stem = snowballstemmer.stemmer("finnish").stemWord
    forms = line.split()
    for word in forms:
        stems = {stem(one) for one in (word, *finnish_forms.others(word))}
        # What begins as it was asked is found, too.
        missed = [form for form in forms if not any(s.startswith(stem(form)) for s in stems)]
        assert missed == [], word


@pytest.mark.parametrize("word", ["a3", "", "x", "612", "hyte-työ"])
def test_what_is_no_word_has_no_forms(word: str) -> None:
    assert not finnish_forms.others(word)


def test_no_word_has_more_forms_than_an_index_bears() -> None:
    for line in LEXEMES:
        for word in line.split():
            assert len(finnish_forms.others(word)) <= 40, word
