"""What the program says in Finnish is plain: sentences, a reader's words, no zeros, no bare codes.

A phrase of a row is an old wording that a reader stumbled over; beside it stands what is said now.
"""

import re
from dataclasses import dataclass
from functools import cache

import pytest

from tests.wording import said_in_finnish
from tests.wording.said_in_finnish import REGIONS, Said, answers, help_pages, words_of_data

pytestmark = pytest.mark.proof

OLD = {
    "tilat yhdyspinnoittain": "toimenpiteiden tilanne yhdyspinnoittain",
    "tilat tavoitteittain": "toimenpiteiden tilanne tavoitteittain",
    "oma tila": "oma tilanne",
    "kenen tila": "ketä koskee",
    "osapuolen kooste": "Kuopion kooste",
    "kuntanumero": "nothing: a name says who it is",
    "edustuksen kautta": "edustajansa kautta",
    "omaa tilaa ei ole ilmoitettu": "ei ole vielä kertonut tilannettaan",
    "joukon kautta": "ryhmän jäsenenä",
    "osan kautta": "yksikkönsä kautta",
    "osansa kautta": "yksikkönsä kautta",
    "osan tai joukon": "yksikkönsä tai ryhmän",
    "nimetty itse": "nimetty suoraan",
    "itse tai sen osa": "suoraan",
    "rakenteita, joissa mukana": "mukana rakenteissa",
    "tila on se, mitä": "tilanne perustuu viimeisimpään ilmoitukseen",
    "peitetä sitä, mitä ei tiedetä": "jotta puuttuvat tiedot näkyvät",
    "se ei tarkoita, ettei": "työtä on voitu tehdä, mutta tieto puuttuu",
    "on kirjattu mitään. se": "tilanteesta ei ole ilmoitettu",
    "ei ole kirjattu kokouksia": "ei kirjattu kokouksia",
    "vuosi on vajaa": "raportti kattaa vain osan vuodesta",
    "lähteen mukaan": "ohjelman mukaan",
    "lähteen sanoin": "asiakirjan sanoin",
    "lähteessä lukee": "asiakirjassa lukee",
    "lähde sanoo": "se sanotaan jo asiakirjassa",
    "lähteen tunnetut virheet": "sopimuksen ja ohjelman virheet",
    "voi lukea toisinkin": "tulkinnanvaraiset kohdat",
    "toiset luennat": "muut mahdolliset tulkinnat",
    "korjattu huomaamatta": "ei ole korjattu vaivihkaa",
    "ei avaa lyhennettä": "lyhennettä ei ole selitetty",
    "määrittelemättä jääneet vastuut": "toimenpiteet ilman vastuutahoa",
    "mihin tiedot tilasta": "perustelut",
    "päivä, ilmoittaja, peruste": "milloin, kuka kertoi, millä perusteella",
    "ei tiedossa": "ei tietoa",
    "tällaisia tapahtumia ei ole": "mitään ei ole kirjattu",
    "täytetty*": "toteutunut",
    "jäänyt tekemättä": "ei toteutunut",
    "määräaikaa jäljellä": "määräaika on kesken",
    "tiheys": "kokoontuu, kuinka usein",
    "sitovuus": "velvoittavuus",
    "kenen tehtävä": "vastuussa",
    "kokoonkutsuja*": "koollekutsuja",
    "vain rakenteet": "vastuussa vain yhteinen toimielin",
    "ketään ei nimetä erikseen": "vastuutahoa ei yksilöidä",
    "ei nimeä ketään erikseen": "ei yksilöi ketään",
    "väliin tippu*": "putoavat palvelujen väliin",
    "tahoittain": "vastuutahoittain",
    "tiloittain": "tilanteen mukaan",
    "kuinka monesta toimenpiteestä": "toimenpiteiden määrä vastuutahoittain",
    "tietojen tiiviste": "aineiston tarkistustunniste",
    "merkitään tekemättä jääneeksi": "merkitään toteutumattomaksi",
    "ilman määräpäivää, jatkuvasti": "velvoitteet, joilla ei ole määräpäivää",
    "täyttää velvoitteen": "toteuttaa velvoitteen",
    "hilja*": "ei tilannepäivitystä",
    "vuosi sitten": "vuotta aiemmin: the year of a report is over when it is read",
    "yhdistetty toiseen": "yhdistettynä toiseen, as keskeytettynä beside it",
    "on kirjattu nimiin": "on kirjattu osapuolelle",
    "palautunut": "heikentynyt: what went back has not recovered",
    "on lopettanut": "ei ole enää mukana",
    "sen on kertonut": "siitä on kertonut",
    "se tehtiin kerran": "se toteutui: a meeting is not done",
    "sitä ei tehty": "se ei toteutunut",
    "ja voimassa on käynnissä": "voimassa on tilanne ”käynnissä”",
    "on kerrottu ei aloitettu": "on kerrottu ”ei aloitettu”",
    "kuka ne kutsuu koolle": "koollekutsujaa ei ole kerrottu",
    "ja viimeksi on kuultu": "viimeksi kuultu",
    "muista osapuolista": "muiden osapuolten tilanne",
}
"""The old wording, as it is found in a text of small letters, and what is said in its place. A
star stands for any ending of the word."""

_KEPT = {
    # A day that nobody knows is not an answer that nobody has given.
    "ei tiedossa": r"(?:alkamispäivä|päivä) ei ole tiedossa",
}
"""Where an old wording is the right one, and why."""

MODEL_WORDS = {
    "lähde": "lähde lähteen lähdettä lähteet lähteessä lähteestä lähteeseen lähteitä lähteiden "
    "lähteissä lähteistä lähteineen",
    "tila": "tila tilan tilaa tilat tilassa tilasta tilaan tilaksi tilana tilojen tiloja tiloissa "
    "tiloista tiloille tiloihin tiloittain ",
    "taho": "taho tahon tahoa tahot tahoja tahojen tahoista tahoihin taholle tahoille tahona "
    "tahoittain",
    "joukko": "joukko joukon joukkoa joukot joukkoja joukkojen joukossa joukosta joukkoon "
    "joukoissa joukoista joukkoihin",
    "luenta": "luenta luennan luentaa luennat luennassa luennasta luentoja luentojen",
    "tietokanta": "tietokanta tietokannan tietokannassa tietokannasta",
}
"""Words of the model, each in the forms that stand as whole words. In a compound (*vastuutaho*,
*hankintalähde*) they are the agreement's own or have another meaning. In J7 *tilat* are rooms: a
word of the data is the data's matter."""

_ALLOWED = (
    # A public web page from which a fact is taken: that is what the word means to a reader.
    r"julki(?:nen|sen|sta) läh\w+",
    r"muussa julkisessa lähteessä",
)


@dataclass(frozen=True, slots=True)
class Text:
    """A text in small letters: where it stands, what it says, and what the data itself says."""

    where: str
    said: str
    data: str = ""
    words_of_data: frozenset[str] = frozenset()


def _plain(text: str) -> str:
    text = re.sub(r"\s+", " ", text.casefold())
    for allowed in _ALLOWED:
        text = re.sub(allowed, " ", text)
    return text


@cache
def everything() -> tuple[Text, ...]:
    found = [Text(f"msgid {one!r}", _plain(form)) for one, form in said_in_finnish.messages()]
    found += [Text(f"yp {said.where} --help", _plain(said.text)) for said in help_pages()]
    for region in REGIONS:
        data = (said_in_finnish.text_of_data(region), words_of_data(region))
        for said in answers(region):
            found.append(Text(f"{region}: yp {said.where}", _plain(said.text), *data))
    return tuple(found)


@pytest.mark.parametrize("old", OLD)
def test_an_old_wording_is_gone(old: str) -> None:
    pattern = re.compile(rf"\b{re.escape(old.rstrip('*'))}" + (r"\w*" if "*" in old else r"\b"))
    found = [
        (text.where, text.said[max(0, match.start() - 40) : match.end() + 40])
        for text in everything()
        for match in pattern.finditer(re.sub(_KEPT.get(old, "$^"), "", text.said))
        if match[0] not in text.data
    ]
    assert not found, found[:5]


@pytest.mark.parametrize("word", MODEL_WORDS)
def test_no_word_of_the_model(word: str) -> None:
    forms = set(MODEL_WORDS[word].split())
    found = [
        (text.where, sorted(used))
        for text in everything()
        if (used := forms.intersection(said_in_finnish.words(text.said)) - text.words_of_data)
    ]
    assert not found, found[:5]


@pytest.mark.parametrize("region", REGIONS)
def test_no_row_of_zeros_and_no_zero_in_a_sentence(region: str) -> None:
    found = [
        (said.where, line)
        for said in answers(region)
        if "--csv" not in said.where and "ics" not in said.where
        for line in said.text.splitlines()
        if _ZEROS.search(line)
    ]
    assert not found, found[:5]


_STATE = (
    r"(?:valmi\w*|käynnissä|ei aloitettu|aloittamatta|keskeyt\w+|perut\w+|yhdistet\w+|"
    r"nimetty|saatu|perustel\w+|ristiriit\w+|ei tietoa|toteutu\w*|kesken|kirjattu|kerrottu|"
    r"osapuol\w+|toimenpide\w*)"
)
# Of nothing there is a dash, beside the number of another day in brackets too.
_ZEROS = re.compile(
    r"\|\s*0\s*\|\s*0\s*\|"  # two zeros beside each other in a table
    r"|\b0 {4,}0\b"
    rf"|{_STATE} 0(?![\d.,:–-])|(?<![\d.,])\b0 {_STATE}"
    r"|\b0/\d"
    r"|(?<![\d.,–-])0 \(|\(0\)"
)


@pytest.mark.parametrize("region", REGIONS)
def test_no_text_ends_in_a_bare_code(region: str) -> None:
    code = "|".join(sorted(map(re.escape, said_in_finnish.codes(region)), reverse=True))
    bare = re.compile(rf"(?:[:,;]|\bja|[a-zåäö]) (?:\**(?:{code})\**)[.;]?\s*$")
    # A column that holds codes and nothing else is headed so, and each is a link that has a name.
    only_codes = re.compile(rf"(?:{code})(?:, (?:{code}))*")
    found = [
        (said.where, text)
        for said in answers(region)
        for text in _sentences(said)
        if bare.search(text) and not only_codes.fullmatch(text)
    ]
    assert not found, found[:5]


_PATTERNS = {
    "a word cut in two": r".*\w….*",
    "a dash for nothing before something": r".*\| –\w.*",
    "a year between two colons": r".*: \d{4}: .*",
    "a bracket in a bracket": r"\([^()]*\(.*|.*\)\).*",
    "an arrow": ".*[→←].*",
    "that it is told in other words, in brackets": r".*kerrottu omin sanoin\).*",
    "the id of a remark": r".*\b(?:vika|tulkinta)-[a-z]\d.*",
    "a day as programs write it": r"(?:^|[ (|])\d{4}-\d\d-\d\d(?=[ ,;.)–|]|$)",
}
_FOR_PROGRAMS = {
    # Who asks for a record sees its remarks with their ids, and accepts a finding by them.
    "the id of a remark": ("show", "validate"),
    # An excerpt of a file, the examples of a command.
    "a day as programs write it": ("validate", "rules", "list", "status", "keys", "explain"),
    "a bracket in a bracket": ("validate", "keys"),
    # A message quotes no more than the beginning of what somebody wrote.
    "a word cut in two": ("validate",),
}


@pytest.mark.parametrize("region", REGIONS)
@pytest.mark.parametrize("what", [*_PATTERNS])
def test_no_line_is_hard_to_read_aloud(region: str, what: str) -> None:
    found = [
        (said.where, match[0])
        for said in answers(region)
        if not said.where.startswith(_FOR_PROGRAMS.get(what, ())) and not _is_for_programs(said)
        for line in _without_links(said.text).splitlines()
        for match in re.finditer(_PATTERNS[what], line)
    ]
    assert not found, found[:5]


def _is_for_programs(said: Said) -> bool:
    return not said.where or "--csv" in said.where or "ics" in said.where


def _without_links(text: str) -> str:
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)


@pytest.mark.parametrize("region", REGIONS)
def test_no_clause_of_a_report_has_two_colons(region: str) -> None:
    own = said_in_finnish.text_of_data(region)
    found = []
    for said in answers(region):
        for clause in _clauses(said) if said.is_report else ():
            colons = [m.start() for m in re.finditer(": ", clause)]
            # A colon of the data, as in the name of an indicator, is the data's.
            ours = [at for at in colons if clause[max(0, at - 6) : at + 8].casefold() not in own]
            if len(ours) > 1:
                found.append((said.where, clause))
    assert not found, found[:5]


def _clauses(said: Said) -> list[str]:
    """The clauses of a report, without what leads to them and what stands in brackets."""
    clauses: list[str] = []
    for line in _without_links(said.text).splitlines():
        plain = re.sub(
            r"^(?:[-#]+ )?(?:\*\*[^*]*:\*\* |Taulukko: )?|\([^()]*\)|https?\S*[^\s.,;)]", "", line
        )
        plain = re.sub("”[^”]*?([.!?]?)”", r"”\1", plain.replace("**", ""))
        clauses += re.split(r"[|·;]|\.(?= +[^\W\d_]|$)", plain)
    return clauses


@pytest.mark.parametrize("region", REGIONS)
def test_no_column_of_a_table_is_empty(region: str) -> None:
    found = []
    for said in answers(region):
        if not said.is_report:
            continue
        for table in re.findall(r"(?:^\|.*\n?)+", said.text, re.M):
            rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in table.splitlines()]
            for title, _rule, *cells in zip(*rows, strict=True):
                if {cell.strip() for cell in cells} <= {"–", ""}:
                    found.append((said.where, title, len(cells)))
    assert not found, found[:5]


def _sentences(said: Said) -> list[str]:
    """The lines of a report and the cells of its tables; the cells of a table for programs."""
    if said.is_report:
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", said.text)
        return [part.strip() for line in plain.splitlines() for part in re.split(r"\||·", line)]
    if said.where.endswith("--csv"):
        return [cell for line in said.text.splitlines() for cell in line.split('"')]
    return []


def test_the_proof_reads_what_is_said() -> None:
    # Were a region not answered, or the words of its data not known, nothing would be found.
    for region in REGIONS:
        said = answers(region)
        assert len(said) > 80
        assert sum(one.is_report for one in said) == 6
        assert all(one.text for one in said)
    assert "tilat" in words_of_data("shipped")
    assert not {"lähteen", "taho", "joukko", "luenta"} & words_of_data("lived")
    assert len(help_pages()) > 25
