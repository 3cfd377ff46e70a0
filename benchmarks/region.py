"""A fictional region of as many measures as wanted: parties, units, interfaces and goals."""

import random
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks import records
from benchmarks.records import Prose

_COUNTY, _COUNCIL = "tuulimaa", "tuulimaan-liitto"
_PLACES = (
    *("Aholahti", "Haukilampi", "Hiekkaranta", "Honkasalo", "Joutsenvesi", "Kaislakoski"),
    *("Kuusiniemi", "Koivujoki", "Lehtosaari", "Louhikko", "Mustapuro", "Niinivaara"),
    *("Petajasuo", "Pihlajavuori", "Rantakyla", "Savilahti", "Tervaharju", "Vaahteramaa"),
    "Ylikoski",
)
_UNITS = ("Sivistyspalvelut", "Hyvinvointipalvelut", "Tekniset palvelut", "Elinvoimapalvelut")
_INTERFACES = {
    "J": "Johdon yhteistyö",
    "A": "Hyvinvoinnin ja terveyden edistäminen",
    "B": "Lasten, nuorten ja perheiden palvelut",
    "C": "Työllisyyden edistäminen",
    "D": "Maahanmuutto ja kotoutuminen",
    "E": "Turvallisuus ja varautuminen",
}
_GOALS = ("Hyvinvoivat asukkaat", "Toimivat palvelut", "Elinvoimainen alue", "Ennakoiva talous")
_WHAT = (
    *("ruoka-avun", "oppilashuollon", "asumisen", "työkyvyn", "perhekeskusten", "liikunnan"),
    *("varautumisen", "kotoutumisen", "osallisuuden", "digipalvelujen", "ikääntyneiden arjen"),
)
_DEED = ("verkosto", "toimintamalli", "tilannekuva", "palvelupolku", "koulutus", "seuranta")
_SENTENCES = (
    "Osapuolet kokoavat yhteisen työryhmän ja sopivat sen tehtävistä, jäsenistä ja kokouksista.",
    "Toimintamalli kuvataan, kokeillaan kahdella alueella ja otetaan sen jälkeen käyttöön.",
    "Hyvinvointialue vastaa valmistelusta, ja kunnat nimeävät siihen omat yhdyshenkilönsä.",
    "Asukkaita ja järjestöjä kuullaan ennen päätöksiä, ja tuloksista kerrotaan avoimesti.",
    "Tieto kootaan vuosittain yhteiseen tilannekuvaan, jota johto käsittelee syksyisin.",
    "Päällekkäinen työ puretaan, ja vapautuvat voimavarat ohjataan ehkäisevään työhön.",
    "Yhteistyön esteet kirjataan, ja ne viedään käsiteltäviksi johdon kokoukseen.",
)
_KINDS = ("yes-no", "number", "survey", "narrative", "statistic")


def _key(name: str) -> str:
    return name.lower().translate(str.maketrans("äö ", "ao-"))


def grow(folder: Path, measures: int) -> None:
    """Write a region of so many measures into a new `folder`, the same bytes each time."""
    data = folder / "data"
    for name, keys in _frame().items():
        records.write(data / f"{name}.yaml", keys)
    chance = random.Random(14)
    for number in range(measures):
        keys = _measure(number, chance)
        records.write(data / "measures" / f"{keys['id']}.yaml", keys)


def _frame() -> dict[str, dict[str, Any]]:
    """Return the files that every region has, by name."""
    return {
        "agreement": {
            "id": "tuulimaan-sopimus",
            "format": 1,
            "language": "fi",
            "title": "Tuulimaan yhteistyösopimus",
            "region": "Tuulimaa",
            "region_genitive": "Tuulimaan",
            "organisation": {"name": "Tuulimaan hyvinvointialue"},
            "documents": [{"id": "ohjelma", "name": "Ohjelma", "short": "ohjelma"}],
            "validity": {"start": date(2023, 1, 1), "end": date(2029, 12, 31)},
            "purpose": "Osapuolet edistävät yhdessä asukkaidensa hyvinvointia.",
        },
        "programme": {
            "id": "tuulimaan-ohjelma",
            "title": "Tuulimaan ohjelma",
            "period_start": 2023,
            "period_end": 2029,
            "binding": False,
            "reports_from": 2023,
            "interfaces": [
                {"id": _interface(letter), "title": title, "letter": letter}
                for letter, title in _INTERFACES.items()
            ],
        },
        "parties": {"parties": _parties()},
        "actors": {"actors": _actors()},
        "goals": {
            "goals": [
                {
                    "id": f"tavoite-{n}",
                    "number": n,
                    "title": title,
                    "table_title": title,
                    "text": f"{title} on tavoite.",
                }
                for n, title in enumerate(_GOALS, 1)
            ]
        },
    }


def _interface(letter: str) -> str:
    return "johto" if letter == "J" else letter.lower()


def _parties() -> list[dict[str, Any]]:
    first = [
        (_COUNTY, "wellbeing-services-county", "Tuulimaan hyvinvointialue"),
        (_COUNCIL, "regional-council", "Tuulimaan liitto"),
        *((_key(name), "municipality", name) for name in _PLACES),
    ]
    return [
        {"id": key, "type": kind, "name": name, "official_name": name, "genitive": f"{name}n"}
        for key, kind, name in first
    ]


def _actors() -> list[dict[str, Any]]:
    places = [_key(name) for name in _PLACES]
    units = [
        {"id": _unit(key, unit), "type": "unit", "name": f"{unit} ({key})", "part_of": key}
        for key in (_COUNTY, *places)
        for unit in _UNITS
    ]
    everyone = {"id": "kunnat", "type": "collective", "name": "kunnat", "members": places}
    return [everyone, *units]


def _unit(party: str, name: str) -> str:
    return f"{party}-{_key(name)}"


def _measure(number: int, chance: random.Random) -> dict[str, Any]:
    """Return a measure of 40 to 60 lines: a text, who is responsible, indicators, remarks."""
    letter = list(_INTERFACES)[number % len(_INTERFACES)]
    code = f"{letter}{number // len(_INTERFACES) + 1}"
    what, deed = chance.choice(_WHAT), chance.choice(_DEED)
    title = f"{what.capitalize()} {deed} {code}"
    row = {"document": "ohjelma", "section": f"4 {letter.lower()}", "slide": "Toimenpiteet"}
    units = chance.sample([_unit(_key(p), u) for p in (_COUNTY, *_PLACES) for u in _UNITS], 3)
    return {
        "id": f"{_key(what)}-{deed}-{code.lower()}",
        "code": code,
        "interface": _interface(letter),
        "goal": f"tavoite-{number % len(_GOALS) + 1}",
        "title": title,
        "text": Prose(" ".join(chance.sample(_SENTENCES, 3 + number % 4))),
        "responsible": [
            {"actor": _COUNTY, "role": "lead", "label": "hyvinvointialue"},
            *({"actor": unit, "label": unit, "role": "responsible"} for unit in units),
            {"actor": "kunnat", "role": "partner", "label": "kunnat"},
        ],
        "indicators": [
            {"id": f"mittari-{code.lower()}-{n}", "label": f"Mittari {n}: {title}", "type": kind}
            for n, kind in enumerate(chance.sample(_KINDS, 2 + number % 2), 1)
        ],
        "source": [row | {"row": f"tavoite {number % len(_GOALS) + 1}"}],
        "remarks": [
            {"kind": "note", "about": "text", "text": Prose(chance.choice(_SENTENCES))},
            {
                "id": f"vika-{code.lower()}",
                "kind": "defect",
                "about": "responsible",
                "printed": f"HVA / {deed}",
                "text": Prose(" ".join(chance.sample(_SENTENCES, 2))),
            },
        ],
    }
