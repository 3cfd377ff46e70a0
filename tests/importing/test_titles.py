"""Titles as offices write them, in three languages."""

import pytest

from yhdyspinta_cli.services import import_titles


@pytest.mark.parametrize(
    ("key", "titles"),
    [
        ("title", "Toimenpide|Toimenpiteet 2026–2029|TOIMENPITEEN NIMI|Åtgärder|Measure|Actions"),
        (
            "responsible",
            "Vastuutaho|Vastuutahot|Vastuuorganisaatio|Vastuutaho(t)|Vastuu|Toteuttaja",
        ),
        ("responsible", "Ansvarig|Ansvariga organisationer|Responsible|Responsible organisation"),
        ("responsible", "Toimenpiteen vastuutaho|Vastuutahon nimi|Responsible for the measure"),
        ("lead", "Päävastuutaho|Huvudansvarig|Lead organisation"),
        ("partner", "Yhteistyötahot|Kumppanit|Samarbetspartner|Partners"),
        ("goal", "Tavoite|Tavoitteet|Mål|Målsättning|Goal|Objectives|Goal of the measure"),
        ("indicators", "Mittari|Mittarit ja seuranta|Seurantamittarit|Indikatorer|Indicator"),
        ("code", "Koodi|Nro|Toimenpiteen numero|Kod|Code|Toimenpiteen tunnus"),
        ("interface", "Yhdyspinta|Gränsyta|Interface"),
        ("text", "Toimenpiteen kuvaus|Sisältö|Beskrivning|Description of the measure"),
        ("due", "Määräaika|Deadline"),
        ("", "Aikataulu|Tavoitetaso|Kohderyhmä|Målgrupp|Tila|Lisätietoja|2026|"),
    ],
)
def test_titles_of_measures(key: str, titles: str) -> None:
    found = {title: import_titles.key("measure", title) for title in titles.split("|")}
    assert found == dict.fromkeys(found, key)


@pytest.mark.parametrize(
    ("kind", "key", "titles"),
    [
        ("party", "name", "Osapuoli|Osapuolet|Kunta|Organisaatio|Part|Kommun|Party|Name|Nimi"),
        ("party", "official_name", "Virallinen nimi|Officiellt namn|Official name"),
        ("party", "code", "Kuntanumero|Kuntakoodi|Y-tunnus|Kommunkod|Municipality code"),
        ("party", "type", "Tyyppi|Osapuolen tyyppi|Typ|Type"),
        ("body", "name", "Rakenne|Toimielin|Verkosto|Työryhmän nimi|Arbetsgrupp|Network"),
        ("body", "members", "Jäsenet|Kokoonpano|Medlemmar|Members"),
        ("body", "convener", "Koollekutsuja|Sammankallare|Sammankallande|Convener"),
        ("body", "rhythm", "Kokoontumiset|Kokoontumistiheys|Hur ofta|How often it meets"),
        ("obligation", "title", "Velvoite|Tehtävä|Skyldighet|Obligation|Duty"),
        ("obligation", "doers", "Kuka|Vastuutaho|Vem|Who|Responsible"),
        ("obligation", "rhythm", "Kuinka usein|Toistuvuus|Hur ofta|Frequency"),
        ("obligation", "binding", "Sitovuus|Bindande|Binding"),
    ],
)
def test_titles_of_other_kinds(kind: str, key: str, titles: str) -> None:
    found = {title: import_titles.key(kind, title) for title in titles.split("|")}
    assert found == dict.fromkeys(found, key)
