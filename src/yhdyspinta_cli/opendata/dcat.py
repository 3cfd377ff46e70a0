"""`dcat.jsonld`: the description that catalogues of open data gather, as DCAT-AP tells it.

A catalogue of one dataset, with a distribution for each form. Without an address all of them are
relative to the file, so that it holds wherever the folder is published. What the data does not
state is not there. https://semiceu.github.io/DCAT-AP/releases/3.0.1/
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, get_args

from yhdyspinta_cli import language
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.opendata import forms
from yhdyspinta_cli.opendata.about import About
from yhdyspinta_cli.opendata.forms import OpenForm
from yhdyspinta_cli.vocabulary import PartyKind, closed

FILE = "dcat.jsonld"

_EU = "http://publications.europa.eu/resource/authority/"
_MEDIA = "https://www.iana.org/assignments/media-types/"
_SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_LANGUAGES = {
    **{"fi": "FIN", "sv": "SWE", "en": "ENG", "se": "SME", "smn": "SMN", "sms": "SMS"},
    **{"nb": "NOB", "nn": "NNO", "no": "NOR", "smj": "SMJ", "sma": "SMA", "da": "DAN"},
    **{"is": "ISL", "fo": "FAO", "kl": "KAL", "et": "EST", "lv": "LAV", "lt": "LIT"},
    **{"de": "DEU", "fr": "FRA", "nl": "NLD", "pl": "POL"},
}
"""The languages that are told by their names in the register of the European Union; others are
left out, since no catalogue would know them."""

_AUTHORITIES: Mapping[PartyKind, str | None] = closed(
    get_args(PartyKind),
    {
        "wellbeing-services-county": "Regional authority",
        "regional-council": "Regional authority",
        "municipality": "Local Authority",
        "other": None,
    },
)
"""What a party is among publishers (ADMS); None: that is not said."""


def description(about: About, database: str, raw: bytes, url: str, *, is_parquet: bool) -> bytes:
    """Return the description as JSON-LD; `database` is the name of the file of SQLite, `raw` it.

    `url` is the address of the folder, with ``/`` at its end; empty: addresses are relative.
    Titles and descriptions are in every language that the program speaks, names of the data in
    those in which the data has them.
    """
    place = _Place(url)
    said = {
        "dct:title": _each(about, lambda told: told.title),
        "dct:description": _each(about, lambda told: told.description),
        "dct:language": list(_languages(about)),
        "dct:modified": _day(about.changed.isoformat()),
        "dct:spatial": _spatial(about),
    }
    told = {
        "@context": _CONTEXT,
        "@id": place.part("catalogue"),
        "@type": "dcat:Catalog",
        **said,
        **_licence(about),
        **({"foaf:homepage": _document(about.homepage)} if about.homepage else {}),
        "dct:publisher": _publisher(about, place),
        "dcat:themeTaxonomy": {
            **_register("data-theme", "skos:ConceptScheme"),
            "dct:title": {"@value": "Data theme", "@language": "en"},
        },
        "dcat:dataset": {
            "@id": place.part("dataset"),
            "@type": "dcat:Dataset",
            "dct:identifier": about.kb.agreement.id,
            **said,
            "dct:publisher": {"@id": place.part("publisher")},
            **_contact(about, place),
            "dct:accessRights": _register("access-right/PUBLIC", "dct:RightsStatement"),
            "dct:temporal": _temporal(about),
            "dcat:theme": {
                **_register("data-theme/GOVE", "skos:Concept"),
                "skos:prefLabel": {"@value": "Government and public sector", "@language": "en"},
            },
            "dcat:keyword": _keywords(about),
            "dcat:landingPage": _document(place.file("README.md")),
            "dcat:distribution": [
                _distribution(about, form, place, raw)
                for form in forms.of(database, is_parquet=is_parquet)
            ],
        },
    }
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


class _Place:
    """Where the folder is: its files and the parts of its description have their addresses here."""

    def __init__(self, url: str) -> None:
        self._url = url

    def file(self, path: str) -> str:
        """Return the address of a file of the folder."""
        return f"{self._url}{path}"

    def part(self, name: str) -> str:
        """Return the address of what the description tells of, in the description itself."""
        return f"{self._url}{FILE}#{name}" if self._url else f"#{name}"


def _each(about: About, said: Callable[[About], str]) -> list[dict[str, str]]:
    """Return what is said in every language that the program speaks."""
    found = []
    for code in language.LANGUAGES:
        with language.speaking(code):
            found.append({"@value": said(about.spoken()), "@language": code})
    return found


def _own(about: About, read: Callable[[About], str]) -> list[dict[str, str]]:
    """Return a text of the data in each language in which the data has it."""
    return [{"@value": text, "@language": code} for code, text in about.translated(read)]


def _text(about: About, text: str) -> dict[str, str]:
    """Return a text of the data with the language of the data."""
    return {"@value": text, "@language": about.kb.agreement.language}


def _day(text: str) -> dict[str, str]:
    return {"@value": text, "@type": "xsd:date"}


def _register(path: str, kind: str) -> dict[str, str]:
    """Return what the registers of the European Union name."""
    return {"@id": f"{_EU}{path}", "@type": kind}


def _document(address: str) -> dict[str, str]:
    return {"@id": address, "@type": "foaf:Document"}


def _publisher(about: About, place: _Place) -> dict[str, Any]:
    told: dict[str, Any] = {
        "@id": place.part("publisher"),
        "@type": ["foaf:Agent", "foaf:Organization"],
        "foaf:name": _own(about, lambda one: one.publisher),
    }
    if about.homepage is not None:
        told["foaf:homepage"] = _document(about.homepage)
    kind = about.publisher_type
    if kind is not None and (known := _AUTHORITIES[kind]) is not None:
        told["dct:type"] = {
            "@id": f"http://purl.org/adms/publishertype/{known.title().replace(' ', '')}",
            "@type": "skos:Concept",
            "skos:prefLabel": {"@value": known, "@language": "en"},
        }
    return told


def _contact(about: About, place: _Place) -> dict[str, Any]:
    """Return where one asks: an office and its address, never a person; nothing without one."""
    unit = about.kb.agreement.organisation.unit
    ways: dict[str, Any] = {}
    if about.mailbox is not None:
        ways["vcard:hasEmail"] = {"@id": f"mailto:{about.mailbox}"}
    if about.homepage is not None:
        ways["vcard:hasURL"] = {"@id": about.homepage}
    if not ways:
        return {}
    return {
        "dcat:contactPoint": {
            "@id": place.part("contact"),
            "@type": ["vcard:Kind", "vcard:Organization"],
            "vcard:fn": _own(about, lambda one: one.publisher),
            **({"vcard:organization-unit": _text(about, unit)} if unit else {}),
            **ways,
        }
    }


def _licence(about: About) -> dict[str, Any]:
    """Return the licence, or that it is not stated."""
    if about.licence_url is not None:
        return {"dct:license": {"@id": about.licence_url, "@type": "dct:LicenseDocument"}}
    label = _each(about, lambda _told: _("The licence is not stated."))
    return {"dct:rights": {"@type": "dct:RightsStatement", "rdfs:label": label}}


def _languages(about: About) -> Iterator[dict[str, str]]:
    """Yield the languages of the data: its own, and those in which it has names or texts."""
    for code in about.languages:
        if (known := _LANGUAGES.get(code)) is not None:
            yield _register(f"language/{known}", "dct:LinguisticSystem")


def _keywords(about: About) -> list[dict[str, str]]:
    """Return the region and the interfaces, each in the languages in which the data has it."""
    found = _own(about, lambda one: one.kb.agreement.region)
    for interface in about.kb.interfaces:
        found += _own(about, partial(_title, interface.id))
    return [one for n, one in enumerate(found) if one not in found[:n]]


def _title(interface: str, about: About) -> str:
    return next(one.title for one in about.kb.interfaces if one.id == interface)


def _spatial(about: About) -> dict[str, Any]:
    name = _own(about, lambda one: one.kb.agreement.region)
    return {"@type": "dct:Location", "skos:prefLabel": name}


def _temporal(about: About) -> dict[str, Any]:
    told: dict[str, Any] = {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": _day(about.first_day.isoformat()),
    }
    if about.last_day is not None:
        told["dcat:endDate"] = _day(about.last_day.isoformat())
    return told


def _distribution(about: About, form: OpenForm, place: _Place, database: bytes) -> dict[str, Any]:
    """Return what is told of a form; of the one that is a single file, which bytes it has, too."""
    told: dict[str, Any] = {
        "@id": place.part(form.name),
        "@type": "dcat:Distribution",
        "dct:title": {"@value": form.title, "@language": "en"},
        "dct:description": _each(about, lambda _told: form.meaning()),
        "dcat:accessURL": {"@id": place.file(form.path)},
        **_licence(about),
    }
    if form.is_file:
        told["dcat:downloadURL"] = {"@id": place.file(form.path)}
        told["dcat:byteSize"] = {
            "@value": str(len(database)),
            "@type": "xsd:nonNegativeInteger",
        }
        told["spdx:checksum"] = {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": _SHA256, "@type": "spdx:ChecksumAlgorithm"},
            "spdx:checksumValue": {
                "@value": hashlib.sha256(database).hexdigest(),
                "@type": "xsd:hexBinary",
            },
        }
    if form.file_type is not None:
        told["dct:format"] = _register(f"file-type/{form.file_type}", "dct:MediaTypeOrExtent")
    if form.media_type is not None:
        told["dcat:mediaType"] = {"@id": f"{_MEDIA}{form.media_type}", "@type": "dct:MediaType"}
    return told
