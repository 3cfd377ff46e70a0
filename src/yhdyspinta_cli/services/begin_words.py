"""What a new knowledge base says of itself, in its own language: names, samples, comments.

They are data of the base, no messages: they are in its language, whoever begins it.
"""

from yhdyspinta_cli.frozen import frozen


@frozen
class BaseWords:
    """The words of one language. A comment says what to do with the file it heads."""

    agreement: str
    programme: str
    programme_title: str
    purpose: str
    municipalities: str
    parties: str
    interface: str
    interface_text: str
    goal: str
    goal_text: str
    sample: str
    measure: str
    measure_text: str
    indicator: str
    indicator_id: str
    about_agreement: str
    about_programme: str
    about_goals: str
    about_parties: str
    about_actors: str
    about_measure: str


_WORDS = {
    "fi": BaseWords(
        agreement="sopimus",
        programme="ohjelma",
        programme_title="Yhteistyöohjelma",
        purpose="Osapuolet sopivat yhteistyöstään.",
        municipalities="kunnat",
        parties="osapuolet",
        interface="Esimerkkiyhdyspinta",
        interface_text="Tehtävä, jota hoitaa useampi osapuoli.",
        goal="Esimerkkitavoite",
        goal_text="Mitä yhteistyöllä tavoitellaan.",
        sample="esimerkki",
        measure="Esimerkkitoimenpide",
        measure_text="Mitä tehdään.",
        indicator="Toimenpide on toteutettu (kyllä/ei)",
        indicator_id="mittari",
        about_agreement="Kirjoita tarkoitus ja asiakirjat sopimuksen omin sanoin. Avaimet: yp keys "
        "agreement\nMuualla kuin Suomessa kirjoitetaan myös maa, esimerkiksi country: SE.",
        about_programme="Korvaa esimerkki ohjelman yhdyspinnoilla. Avaimet: yp keys programme",
        about_goals="Korvaa esimerkki ohjelman tavoitteilla. Avaimet: yp keys goals",
        about_parties="Sopimuksen osapuolet. Avaimet: yp keys parties",
        about_actors="Muut, jotka mainitaan: ryhmät, yksiköt, roolit ja muut organisaatiot. "
        "Avaimet: yp keys actors",
        about_measure="Esimerkki: muuta tämä ensimmäiseksi toimenpiteeksi tai poista tiedosto. "
        "Avaimet: yp keys measures",
    ),
    "sv": BaseWords(
        agreement="avtal",
        programme="program",
        programme_title="Samarbetsprogram",
        purpose="Parterna avtalar om sitt samarbete.",
        municipalities="kommunerna",
        parties="parterna",
        interface="Exempel på kontaktyta",
        interface_text="En uppgift som flera parter sköter.",
        goal="Exempel på mål",
        goal_text="Vad samarbetet syftar till.",
        sample="exempel",
        measure="Exempel på åtgärd",
        measure_text="Vad som görs.",
        indicator="Åtgärden har genomförts (ja/nej)",
        indicator_id="matare",
        about_agreement="Skriv syftet och handlingarna med avtalets egna ord. Nycklar: yp keys "
        "agreement\nUtanför Finland skrivs också landet, till exempel country: SE.",
        about_programme="Ersätt exemplet med programmets kontaktytor. Nycklar: yp keys programme",
        about_goals="Ersätt exemplet med programmets mål. Nycklar: yp keys goals",
        about_parties="Avtalets parter. Nycklar: yp keys parties",
        about_actors="Andra som nämns: grupper, enheter, roller och andra organisationer. "
        "Nycklar: yp keys actors",
        about_measure="Exempel: gör detta till den första åtgärden eller ta bort filen. "
        "Nycklar: yp keys measures",
    ),
    "en": BaseWords(
        agreement="agreement",
        programme="programme",
        programme_title="Cooperation programme",
        purpose="The parties agree on their cooperation.",
        municipalities="municipalities",
        parties="parties",
        interface="Sample interface",
        interface_text="A task that several parties share.",
        goal="Sample goal",
        goal_text="What the cooperation aims at.",
        sample="sample",
        measure="Sample measure",
        measure_text="What is done.",
        indicator="The measure is carried out (yes/no)",
        indicator_id="indicator",
        about_agreement="Write the purpose and the documents in the agreement's own words. Keys: "
        "yp keys agreement\nOutside Finland the country is written, too, as in country: SE.",
        about_programme="Put the programme's interfaces in the place of the sample. Keys: yp keys "
        "programme",
        about_goals="Put the programme's goals in the place of the sample. Keys: yp keys goals",
        about_parties="The parties to the agreement. Keys: yp keys parties",
        about_actors="Others who are named: groups, units, roles and other organisations. Keys: yp "
        "keys actors",
        about_measure="A sample: make it the first measure, or delete the file. Keys: yp keys "
        "measures",
    ),
}


def language(code: str) -> str:
    """Return in which language a base of this language is begun: its own, else English."""
    return code if code in _WORDS else "en"


def of(code: str) -> BaseWords:
    """Return the words of a language, English ones where it has none here."""
    return _WORDS[language(code)]
