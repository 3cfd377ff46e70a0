"""Which column of a table holds what, from its title in Finnish, Swedish or English.

A title is inflected, compounded and lengthened as every office likes ("Vastuutahot", "Ansvarig
organisation"): what counts is which of the beginnings below stands in its words.
"""

import re

from yhdyspinta_cli import plain_text

SKIPPED = "-"
"""The key of what is not taken from a table, though a word of it would be like another's."""
_WHOLE = 4
"""A beginning of at most so many letters must be a word of its own."""
_OF = re.compile(r"\b(?:of|for|för|av)\b|[(\[]")
"""What follows in a title is about what stands before."""

_CODE = "koodi tunnus numero nro nr kod code number no kood"
_NAME = "nimi otsikko rubrik namn name title nimike"
_TEXT = "kuvau sisäl selit beskriv innehåll descri content teksti text"
_ALIASES = "lyhen alias förkort abbrev rinnakkaisni"
_INTERFACE = "yhdyspin rajapin kontaktyt gränsyt interface"
_RESPONSIBLE = "vastuu vastaa ansvar responsib owner omistaj"
_TYPE = "tyyppi laji typ type kind"
_RHYTHM = "rytmi tiheys usein toistu frekvens ofta frequency often rhythm"

_SAID: dict[str, dict[str, str]] = {
    "measure": {
        "id": "id",
        "code": _CODE,
        "interface": _INTERFACE,
        "goal": "tavoit päämäär mål målet målen målsät goal objective aim aims",
        "title": f"toimenpi åtgärd measure action {_NAME}",
        "text": _TEXT,
        "lead": "päävastuu huvudansvar lead",
        "responsible": f"{_RESPONSIBLE} toteutta genomför taho tahot toimija",
        "partner": "yhteistyö kumppan samarbet partner",
        "indicators": "mittar indikaattor seuran indikator mätare mått indicator metric",
        "due": "määräaika viimeistään deadline tidsfrist due",
        SKIPPED: "tavoitetaso tavoitearvo kohderyhm målnivå målgrupp target aikataul status tila",
    },
    "body": {
        "id": "id",
        "name": "rakenne toimielin verkosto ryhmä foorumi organ grupp nätverk body network group "
        f"forum {_NAME}",
        "type": _TYPE,
        "aliases": _ALIASES,
        "interface": _INTERFACE,
        "text": f"tarkoit syfte purpose {_TEXT}",
        "members": "jäsen kokoonpano medlem sammansät member composition",
        "chair": "puheenjohtaj ordförand chair",
        "convener": "koollekut kutsuja kutsuu sammankall conven",
        "responsible": _RESPONSIBLE,
        "rhythm": f"kokoont kokouk sammanträd möten meets meetings {_RHYTHM}",
        "tasks": "tehtäv uppgift task",
        SKIPPED: "kohderyhm målgrupp target status tila",
    },
    "party": {
        "id": "id",
        "name": "osapuol kunta kunnat organisaatio kommun part parter parti organisation party "
        f"{_NAME}",
        "official_name": "virallinen officiel official",
        "type": _TYPE,
        "code": f"kuntanumero kuntakood kommunkod kommunnummer {_CODE}",
        "aliases": _ALIASES,
        SKIPPED: "asukas asukkaat väkiluku invånar population status tila",
    },
    "obligation": {
        "id": "id",
        "title": f"velvo tehtäv skyldig plikt obligation duty task {_NAME}",
        "text": _TEXT,
        "doers": f"kuka kenen vem who doer tekijä suoritta {_RESPONSIBLE}",
        "to": "kenelle mottagar saaja recipient",
        "body": "toimielin rakenne organ body",
        "interface": _INTERFACE,
        "rhythm": _RHYTHM,
        "binding": "sitov velvoittav bindan binding",
        "first": "alkaen lähtien från since",
        SKIPPED: "status tila",
    },
}

LISTS = frozenset(
    ("responsible", "lead", "partner", "indicators", "members", "aliases", "doers", "to", "tasks")
)
"""The keys that several columns may fill."""


def keys(kind: str) -> tuple[str, ...]:
    """Return the keys that a table of this kind of record can fill."""
    return tuple(key for key in _SAID[kind] if key != SKIPPED)


def key(kind: str, title: str) -> str:
    """Return the key that a column of this title fills, empty where the title says none."""
    before = _OF.split(plain(title))[0]
    words = re.findall(r"\w+", before)
    weak = ""
    # In Finnish and Swedish the last word says what it is, what stands before says of what.
    for word in reversed(words):
        found = _key_of_word(kind, word)
        if found and any(start in word for start in _NAME.split()):
            # "Vastuutahon nimi" is who answers, "Nimi" alone the name.
            weak = weak or found
        elif found:
            return "" if found == SKIPPED else found
    return weak


def plain(title: str) -> str:
    """Return a title as titles are compared: on one line, in small letters."""
    return plain_text.one_line(title).casefold()


def _key_of_word(kind: str, word: str) -> str:
    """Return the key of which the longest beginning stands in a word."""
    found, length = "", 0
    for name, starts in _SAID[kind].items():
        for start in starts.split():
            fits = word == start if len(start) <= _WHOLE else start in word
            if fits and len(start) > length:
                found, length = name, len(start)
    return found
