"""Forms of a word whose stems differ: an index that has them is found by any of them."""

import re

import pytest
import snowballstemmer

from tests.conftest import SHIPPED, TESTS
from yhdyspinta_cli.queries import finnish_forms

GLOSSARY = TESTS.parent / "docs" / "glossary.md"
_stem = snowballstemmer.stemmer("finnish").stemWord

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

ALL_FORMS = (
    "hyvinvointialue hyvinvointialueen hyvinvointialuetta "
    "hyvinvointialueita hyvinvointialueessa hyvinvointialueiden",
    "liitto liiton liittoa liittoja liitossa liittojen",
    "kunta kunnan kuntaa kuntia kunnassa kuntien",
    "kaupunki kaupungin kaupunkia kaupunkeja kaupungissa kaupunkien",
    "yhdyspinta yhdyspinnan yhdyspintaa yhdyspintoja yhdyspinnassa yhdyspintojen",
    "valtuustokausi valtuustokauden valtuustokautta "
    "valtuustokausia valtuustokaudessa valtuustokausien",
    "tavoite tavoitteen tavoitetta tavoitteita tavoitteessa tavoitteiden",
    "toimenpide toimenpiteen toimenpidettä toimenpiteitä toimenpiteessä toimenpiteiden",
    "mittari mittarin mittaria mittareita mittarissa mittarien",
    "laki lain lakia lakeja laissa lakien",
    "sopimus sopimuksen sopimusta sopimuksia sopimuksessa sopimusten",
    "ohjelma ohjelman ohjelmaa ohjelmia ohjelmassa ohjelmien",
    "osapuoli osapuolen osapuolta osapuolia osapuolessa osapuolten",
    "toimija toimijan toimijaa toimijoita toimijassa toimijoiden",
    "rakenne rakenteen rakennetta rakenteita rakenteessa rakenteiden",
    "vastuutaho vastuutahon vastuutahoa vastuutahoja vastuutahossa vastuutahojen",
    "puheenjohtaja puheenjohtajan puheenjohtajaa puheenjohtajia puheenjohtajassa puheenjohtajien",
    "velvoite velvoitteen velvoitetta velvoitteita velvoitteessa velvoitteiden",
    "tarve tarpeen tarvetta tarpeita tarpeessa tarpeiden",
    "tilannepäivitys tilannepäivityksen tilannepäivitystä "
    "tilannepäivityksiä tilannepäivityksessä tilannepäivitysten",
    "valmis valmiin valmista valmiita valmiissa valmiiden",
    "ryhmä ryhmän ryhmää ryhmiä ryhmässä ryhmien",
    "päävastuutaho päävastuutahon päävastuutahoa päävastuutahoja päävastuutahossa päävastuutahojen",
    "yhteistyötaho yhteistyötahon yhteistyötahoa yhteistyötahoja yhteistyötahossa yhteistyötahojen",
    "koollekutsuja koollekutsujan koollekutsujaa koollekutsujia koollekutsujassa koollekutsujien",
    "vastinpari vastinparin vastinparia vastinpareja vastinparissa vastinparien",
    "pelisääntö pelisäännön pelisääntöä pelisääntöjä pelisäännössä pelisääntöjen",
    "keskeytetty keskeytetyn keskeytettyä keskeytettyjä keskeytetyssä keskeytettyjen",
    "peruttu perutun peruttua peruttuja perutussa peruttujen",
    "yhdistetty yhdistetyn yhdistettyä yhdistettyjä yhdistetyssä yhdistettyjen",
    "ristiriitainen ristiriitaisen ristiriitaista ristiriitaisia ristiriitaisessa ristiriitaisten",
    "toteutunut toteutuneen toteutunutta toteutuneita toteutuneessa toteutuneiden",
    "todiste todisteen todistetta todisteita todisteessa todisteiden",
    "toimielin toimielimen toimielintä toimielimiä toimielimessä toimielinten",
    "opas oppaan opasta oppaita oppaassa oppaiden",
    "virka viran virkaa virkoja virassa virkojen",
    "jälki jäljen jälkeä jälkiä jäljessä jälkien",
    "hyvinvointi hyvinvoinnin hyvinvointia hyvinvointeja hyvinvoinnissa hyvinvointien",
    "lupa luvan lupaa lupia luvassa lupien",
    "leipä leivän leipää leipiä leivässä leipien",
    "hanke hankkeen hanketta hankkeita hankkeessa hankkeiden",
    "asiakas asiakkaan asiakasta asiakkaita asiakkaassa asiakkaiden",
    "asukas asukkaan asukasta asukkaita asukkaassa asukkaiden",
    "päällikkö päällikön päällikköä päälliköitä päällikössä päälliköiden",
    "yksikkö yksikön yksikköä yksiköitä yksikössä yksiköiden",
    "politiikka politiikan politiikkaa politiikkoja politiikassa politiikkojen",
    "poliklinikka poliklinikan poliklinikkaa poliklinikoita poliklinikassa poliklinikoiden",
    "apteekki apteekin apteekkia apteekkeja apteekissa apteekkien",
    "avustus avustuksen avustusta avustuksia avustuksessa avustusten",
    "keskus keskuksen keskusta keskuksia keskuksessa keskusten",
    "laitos laitoksen laitosta laitoksia laitoksessa laitosten",
    "osallisuus osallisuuden osallisuutta osallisuuksia osallisuudessa osallisuuksien",
    "terveys terveyden terveyttä terveyksiä terveydessä terveyksien",
    "turvallisuus turvallisuuden turvallisuutta turvallisuuksia turvallisuudessa turvallisuuksien",
    "rekrytointi rekrytoinnin rekrytointia rekrytointeja rekrytoinnissa rekrytointien",
    "ennakointi ennakoinnin ennakointia ennakointeja ennakoinnissa ennakointien",
    "innovaatio innovaation innovaatiota innovaatioita innovaatiossa innovaatioiden",
    "organisaatio organisaation organisaatiota organisaatioita organisaatiossa organisaatioiden",
    "ministeriö ministeriön ministeriötä ministeriöitä ministeriössä ministeriöiden",
    "kuntoutuminen kuntoutumisen kuntoutumista kuntoutumisia kuntoutumisessa kuntoutumisten",
    "viranomainen viranomaisen viranomaista viranomaisia viranomaisessa viranomaisten",
    "maahanmuutto maahanmuuton maahanmuuttoa maahanmuuttoja maahanmuutossa maahanmuuttojen",
    "seuranta seurannan seurantaa seurantoja seurannassa seurantojen",
    "toiminta toiminnan toimintaa toimintoja toiminnassa toimintojen",
    "viestintä viestinnän viestintää viestintöjä viestinnässä viestintöjen",
    "toimikunta toimikunnan toimikuntaa toimikuntia toimikunnassa toimikuntien",
    "aluejako aluejaon aluejakoa aluejakoja aluejaossa aluejakojen",
    "työnjako työnjaon työnjakoa työnjakoja työnjaossa työnjakojen",
    "käytäntö käytännön käytäntöä käytäntöjä käytännössä käytäntöjen",
    "tieto tiedon tietoa tietoja tiedossa tietojen",
    "tilanne tilanteen tilannetta tilanteita tilanteessa tilanteiden",
    "perhe perheen perhettä perheitä perheessä perheiden",
    "vastuuhenkilö vastuuhenkilön vastuuhenkilöä "
    "vastuuhenkilöitä vastuuhenkilössä vastuuhenkilöiden",
    "huolto huollon huoltoa huoltoja huollossa huoltojen",
    "valta vallan valtaa valtoja vallassa valtojen",
    "yhteiskunta yhteiskunnan yhteiskuntaa yhteiskuntia yhteiskunnassa yhteiskuntien",
    "päätös päätöksen päätöstä päätöksiä päätöksessä päätösten",
    "kuntalaki kuntalain kuntalakia kuntalakeja kuntalaissa kuntalakien",
    "vammaispalvelu vammaispalvelun vammaispalvelua "
    "vammaispalveluja vammaispalvelussa vammaispalvelujen",
    "kumppani kumppanin kumppania kumppaneita kumppanissa kumppanien",
    "työ työn työtä töitä työssä töiden",
    "lapsi lapsen lasta lapsia lapsessa lasten",
    "nuori nuoren nuorta nuoria nuoressa nuorten",
    "tuki tuen tukea tukia tuessa tukien",
    "puhelin puhelimen puhelinta puhelimia puhelimessa puhelinten",
    "velka velan velkaa velkoja velassa velkojen",
    "alku alun alkua alkuja alussa alkujen",
    "kärki kärjen kärkeä kärkiä kärjessä kärkien",
    "pohje pohkeen pohjetta pohkeita pohkeessa pohkeiden",
    "vihko vihon vihkoa vihkoja vihossa vihkojen",
    "kumpu kummun kumpua kumpuja kummussa kumpujen",
    "merkintä merkinnän merkintää merkintöjä merkinnässä merkintöjen",
    "kerta kerran kertaa kertoja kerrassa kertojen",
    "kulta kullan kultaa kultia kullassa kultien",
    "arpa arvan arpaa arpoja arvassa arpojen",
    "kelpo kelvon kelpoa kelpoja kelvossa kelpojen",
    "tapa tavan tapaa tapoja tavassa tapojen",
    "teko teon tekoa tekoja teossa tekojen",
    "joki joen jokea jokia joessa jokien",
    "haku haun hakua hakuja haussa hakujen",
    "luku luvun lukua lukuja luvussa lukujen",
    "työtön työttömän työtöntä työttömiä työttömässä työttömien",
    "side siteen sidettä siteitä siteessä siteiden",
    "osake osakkeen osaketta osakkeita osakkeessa osakkeiden",
    "kaappi kaapin kaappia kaappeja kaapissa kaappien",
    "kortti kortin korttia kortteja kortissa korttien",
    "lahti lahden lahtea lahtia lahdessa lahtien",
    "kallis kalliin kallista kalliita kalliissa kalliiden",
    "osa osan osaa osia osassa osien",
    "raha rahan rahaa rahoja rahassa rahojen",
    "apu avun apua apuja avussa apujen",
    "tyttö tytön tyttöä tyttöjä tytössä tyttöjen",
    "jäsen jäsenen jäsentä jäseniä jäsenessä jäsenten",
    "väki väen väkeä väkiä väessä väkien",
    "aika ajan aikaa aikoja ajassa aikojen",
    "ruoka ruoan ruokaa ruokia ruoassa ruokien",
    "suurempi suuremman suurempaa suurempia suuremmassa suurempien",
)
"""By hand: nominative, genitive, partitive, partitive plural, inessive and genitive plural of words
of the field, of each kind of gradation and of each type of inflection."""


@pytest.mark.parametrize("line", [*LEXEMES, *ALL_FORMS])
def test_each_form_leads_to_the_stems_of_all(line: str) -> None:
    forms = line.split()
    for word in forms:
        stems = _stems(word)
        # What begins as it was asked is found, too.
        missed = [form for form in forms if not any(s.startswith(_stem(form)) for s in stems)]
        assert missed == [], word


def test_every_finnish_term_of_the_glossary_of_one_word_is_among_them() -> None:
    rows = re.findall(r"^\| ([^|]+) \|", GLOSSARY.read_text("utf-8"), re.MULTILINE)
    terms = {row for row in rows if re.fullmatch(r"\w+", row) and row != "Finnish"}
    assert len(terms) > 25
    # One form only: an adverb.
    assert terms - {line.split()[0] for line in ALL_FORMS} == {"käynnissä", "myöhässä"}


def test_words_of_the_titles_of_the_shipped_data_are_found_by_what_they_are_forms_of() -> None:
    """Of each word of a title that stands in the list in another form, by all of its forms."""
    titles = " ".join(
        found
        for path in sorted((SHIPPED / "data").rglob("*.yaml"))
        for found in re.findall(r"^\s*(?:- )?title: (.+)$", path.read_text("utf-8"), re.MULTILINE)
    )
    there = set(re.findall(r"[^\W\d_]+", titles.casefold()))
    of = {form: line.split() for line in (*LEXEMES, *ALL_FORMS) for form in line.split()}
    met = sorted(there & of.keys())
    assert len(met) > 40
    for word in met:
        stems = _stems(word)
        missed = [form for form in of[word] if not any(s.startswith(_stem(form)) for s in stems)]
        assert missed == [], word


@pytest.mark.parametrize(
    ("word", "other"),
    [
        *(("kunta", "kuntoutus"), ("tila", "tilasto"), ("laki", "lakko"), ("tuki", "tukka")),
        *(("opas", "oppi"), ("virka", "virta"), ("lupa", "lupaus"), ("jälki", "jäljitelmä")),
        *(("työ", "työkalu"), ("ryhmä", "rytmi"), ("tarve", "tarpeeton"), ("kokous", "kokoelma")),
    ],
)
def test_another_word_that_begins_alike_is_none_of_its_forms(word: str, other: str) -> None:
    assert other not in finnish_forms.others(word)
    assert word not in finnish_forms.others(other)


def _stems(word: str) -> set[str]:
    return {_stem(one) for one in (word, *finnish_forms.others(word))}


@pytest.mark.parametrize("word", ["a3", "", "x", "612", "hyte-työ"])
def test_what_is_no_word_has_no_forms(word: str) -> None:
    assert not finnish_forms.others(word)


def test_no_word_has_more_stems_than_an_index_bears() -> None:
    for line in (*LEXEMES, *ALL_FORMS):
        for word in line.split():
            assert len(_stems(word)) <= 20, word
