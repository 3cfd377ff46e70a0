"""`dcat.jsonld`: the description that catalogues of open data gather, as DCAT-AP tells it.

A catalogue of one dataset, with a distribution for each form. Addresses are relative to the file,
so that it holds wherever the folder is published. What the data does not state is not there.
https://semiceu.github.io/DCAT-AP/releases/3.0.0/
"""

import json
from collections.abc import Callable
from typing import Any

from yhdyspinta_cli import language
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.opendata.about import About

_EU = "http://publications.europa.eu/resource/authority/"
_MEDIA = "https://www.iana.org/assignments/media-types/"

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_LANGUAGES = {
    **{"fi": "FIN", "sv": "SWE", "en": "ENG", "se": "SME", "smn": "SMN", "sms": "SMS"},
    **{"nb": "NOB", "nn": "NNO", "no": "NOR", "smj": "SMJ", "sma": "SMA", "da": "DAN"},
    **{"is": "ISL", "fo": "FAO", "kl": "KAL", "et": "EST", "lv": "LAV", "lt": "LIT"},
    **{"de": "DEU", "fr": "FRA", "nl": "NLD", "pl": "POL"},
}
"""The languages that are told by their names in the register of the European Union."""


def description(about: About, database: str, *, is_parquet: bool) -> bytes:
    """Return the description as JSON-LD; `database` is the name of the file of SQLite.

    Titles and descriptions are in every language that the program speaks.
    """
    publisher = {"@id": "#publisher"}
    told = {
        "@context": _CONTEXT,
        "@id": "#catalogue",
        "@type": "dcat:Catalog",
        "dct:title": _each(about, lambda told: told.title),
        "dct:description": _each(about, lambda told: told.description),
        "dct:publisher": _publisher(about),
        "dcat:dataset": {
            "@id": "#dataset",
            "@type": "dcat:Dataset",
            "dct:identifier": about.kb.agreement.id,
            "dct:title": _each(about, lambda told: told.title),
            "dct:description": _each(about, lambda told: told.description),
            "dct:publisher": publisher,
            **_licence(about),
            "dct:language": _language(about),
            "dct:spatial": {
                "@type": "dct:Location",
                "skos:prefLabel": _own(about, about.kb.agreement.region),
            },
            "dct:temporal": _temporal(about),
            "dct:accrualPeriodicity": {"@id": f"{_EU}frequency/IRREG"},
            "dcat:theme": {"@id": f"{_EU}data-theme/GOVE"},
            "dcat:keyword": [_own(about, one) for one in about.keywords],
            "dcat:distribution": _distributions(about, database, is_parquet=is_parquet),
        },
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def _each(about: About, said: Callable[[About], str]) -> list[dict[str, str]]:
    """Return what is said in every language that the program speaks."""
    found = []
    for code in language.LANGUAGES:
        with language.speaking(code):
            found.append({"@value": said(about.spoken()), "@language": code})
    return found


def _own(about: About, text: str) -> dict[str, str]:
    """Return a text of the data with its language."""
    return {"@value": text, "@language": about.kb.agreement.language}


def _publisher(about: About) -> dict[str, Any]:
    told: dict[str, Any] = {
        "@id": "#publisher",
        "@type": "foaf:Organization",
        "foaf:name": _own(about, about.publisher),
    }
    if about.homepage is not None:
        told["foaf:homepage"] = {"@id": about.homepage}
    return told


def _licence(about: About) -> dict[str, Any]:
    """Return the licence, or that it is not stated."""
    if about.licence_url is not None:
        return {"dct:license": {"@id": about.licence_url, "@type": "dct:LicenseDocument"}}
    label = _each(about, lambda _told: _("The licence is not stated."))
    return {"dct:rights": {"@type": "dct:RightsStatement", "rdfs:label": label}}


def _language(about: About) -> dict[str, str] | str:
    code = about.kb.agreement.language
    known = _LANGUAGES.get(code)
    return {"@id": f"{_EU}language/{known}"} if known else code


def _temporal(about: About) -> dict[str, Any]:
    told: dict[str, Any] = {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": {"@value": about.first_day.isoformat(), "@type": "xsd:date"},
    }
    if about.last_day is not None:
        told["dcat:endDate"] = {"@value": about.last_day.isoformat(), "@type": "xsd:date"}
    return told


def _distributions(about: About, database: str, *, is_parquet: bool) -> list[dict[str, Any]]:
    forms = [
        ("csv", "datapackage.json", "CSV", "text/csv"),
        ("jsonl", "jsonl/", "JSON Lines", None),
        ("sqlite", database, "SQLite", "application/vnd.sqlite3"),
    ]
    if is_parquet:
        forms.append(("parquet", "parquet/", "Apache Parquet", "application/vnd.apache.parquet"))
    return [
        {
            "@id": f"#{name}",
            "@type": "dcat:Distribution",
            "dct:title": {"@value": title, "@language": "en"},
            "dcat:accessURL": {"@id": address},
            "dct:format": {"@type": "dct:MediaTypeOrExtent", "rdfs:label": title},
            **({"dcat:mediaType": {"@id": f"{_MEDIA}{media}"}} if media else {}),
            **_licence(about),
        }
        for name, address, title, media in forms
    ]
