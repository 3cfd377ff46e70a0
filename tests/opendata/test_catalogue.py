"""`dcat.jsonld`: what DCAT-AP 3.0.1 asks is there, and nothing that the data does not state."""

import hashlib
import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pyshacl
import pytest
from rdflib import OWL, RDF, Graph, Namespace, URIRef

from tests.conftest import LIVED, SHIPPED, TESTS, Yp
from tests.opendata import made
from yhdyspinta_cli import language, store

# rdflib reads JSON-LD by way of a class of its own that it has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SH = Namespace("http://www.w3.org/ns/shacl#")
SHAPES = Path(__file__).parent / "dcat_ap"
URL = "https://avoin.example/data/"
DAY = "2025-06-30"

_UNSTATED = {
    ("Warning", "issued"),  # when it was first published
    ("Warning", "license"),
    ("Warning", "availability"),  # how long it will be kept there
    ("Warning", "bbox"),  # where the region lies on a map
    ("Warning", "centroid"),
    ("Warning", "spatial"),  # no register of the European Union has the counties
    ("Warning", "publisher"),  # nor their authorities
    ("Warning", "format"),  # nor SQLite and JSON Lines
}
"""Of what should be there, what the data does not state; nothing is invented."""

_ALGORITHM = ("Violation", "algorithm")
"""The shape wants an address that begins with https; the name of it at SPDX begins with http."""


def _graph(raw: bytes, base: str = URL) -> Graph:
    return Graph().parse(data=raw, format="json-ld", base=f"{base}dcat.jsonld")


def _findings(found: Graph) -> set[tuple[str, str]]:
    """Return what the shapes find: how grave it is, and of which property."""
    known = Graph().parse(SHAPES / "terms.ttl")
    told: set[tuple[str, str]] = set()
    for file in sorted(SHAPES.glob("*.ttl")):
        if file.name == "terms.ttl":
            continue
        shapes = Graph().parse(file)
        shapes.remove((None, OWL.imports, None))
        _ok, report, _text = pyshacl.validate(found + known, shacl_graph=shapes)
        assert isinstance(report, Graph)
        nested = set(report.objects(None, SH.detail))
        for result in set(report.subjects(RDF.type, SH.ValidationResult)) - nested:
            grave = str(report.value(result, SH.resultSeverity)).partition("#")[2]
            path = str(report.value(result, SH.resultPath))
            told.add((grave, path.replace("#", "/").rpartition("/")[2]))
    return told


def _exported(yp: Yp, base: Path, folder: Path, *words: str, day: str = DAY) -> bytes:
    done = yp("export", str(folder), "--as-of", day, *words, cwd=base)
    assert done.code == 0, done.err
    return (folder / "dcat.jsonld").read_bytes()


@pytest.mark.parametrize(
    ("base", "url", "unstated"),
    [
        (LIVED, "", ()),
        (SHIPPED, URL, ()),
        # It has no end, and its publisher is no party and has no pages.
        (TESTS / "helse", "", ("endDate", "type", "homepage", "contactPoint")),
    ],
    ids=["lived", "shipped", "helse"],
)
def test_the_shapes_of_dcat_ap_find_nothing_but_what_is_not_stated(
    base: Path, url: str, unstated: tuple[str, ...], yp: Yp, tmp_path: Path
) -> None:
    raw = _exported(yp, base, tmp_path / "a", *(("--url", url) if url else ()))
    assert _findings(_graph(raw)) == {
        *_UNSTATED,
        _ALGORITHM,
        *(("Warning", name) for name in unstated),
    }


def test_the_shapes_would_find_a_fault() -> None:
    raw = made.written("lived")["dcat.jsonld"].decode()
    for old, new, fault in (
        ("dct:title", "dct:titel", ("Violation", "title")),
        ("language/FIN", "language/fi", ("Violation", "language")),
        ("foaf:Agent", "foaf:Someone", ("Violation", "publisher")),
        ("file-type/CSV", "file-type/csv", ("Violation", "format")),
    ):
        assert fault in _findings(_graph(raw.replace(old, new).encode())), old


def test_with_an_address_everything_is_where_it_is_without_one(yp: Yp, tmp_path: Path) -> None:
    relative = _exported(yp, LIVED, tmp_path / "a")
    whole = _exported(yp, LIVED, tmp_path / "b", "--url", URL.rstrip("/"))
    assert b"avoin.example" not in relative
    found = _graph(whole, "https://elsewhere.example/")
    assert set(_graph(relative).subjects()) & set(found.subjects()) >= {
        URIRef(f"{URL}dcat.jsonld#{name}") for name in ("catalogue", "dataset", "csv", "sqlite")
    }
    assert "elsewhere.example" not in found.serialize(format="nt")


@pytest.mark.parametrize("url", ["avoin.example", "ftp://a.example/", "https://a.example/?x=1"])
def test_what_is_no_address_is_refused(url: str, yp: Yp, tmp_path: Path) -> None:
    done = yp("export", str(tmp_path / "a"), "--as-of", DAY, "--url", url, cwd=LIVED)
    assert done.code == 2
    assert "--url" in done.err
    assert not (tmp_path / "a").exists()


def _said(told: Any) -> dict[str, str]:
    """Return texts by their languages; none of them twice."""
    found = {one["@language"]: one["@value"] for one in told}
    assert len(found) == len(told)
    return found


def test_names_of_the_data_are_told_in_the_languages_that_it_has_them_in(
    yp: Yp, tmp_path: Path
) -> None:
    told = json.loads(_exported(yp, SHIPPED, tmp_path / "a"))
    assert _said(told["dct:publisher"]["foaf:name"]) == {
        "fi": "Pohjois-Savon hyvinvointialue",
        "sv": "Norra Savolax välfärdsområde",
        "en": "North Savo wellbeing services county",
    }
    register = "http://publications.europa.eu/resource/authority/language/"
    spoken = {one["@id"] for one in told["dcat:dataset"]["dct:language"]}
    assert spoken == {f"{register}{code}" for code in ("FIN", "SWE", "ENG")}
    untranslated = json.loads(_exported(yp, LIVED, tmp_path / "b"))
    name = store.load(LIVED).kb.agreement.organisation.name
    assert _said(untranslated["dct:publisher"]["foaf:name"]) == {"fi": name}
    assert [one["@id"] for one in untranslated["dct:language"]] == [f"{register}FIN"]


def test_a_catalogue_is_told_of_it_in_every_language(yp: Yp, tmp_path: Path) -> None:
    told = json.loads(_exported(yp, LIVED, tmp_path / "a"))
    dataset = told["dcat:dataset"]
    for one in (told, dataset):
        for key in ("dct:title", "dct:description"):
            said = _said(one[key])
            assert set(said) == set(language.LANGUAGES)
            assert said["fi"] != said["en"]
    for one in dataset["dcat:distribution"]:
        assert set(_said(one["dct:description"])) == set(language.LANGUAGES)
    agreement = store.load(LIVED).kb.agreement
    assert dataset["dct:publisher"]["@id"] == told["dct:publisher"]["@id"]
    assert _said(dataset["dct:spatial"]["skos:prefLabel"]) == {"fi": agreement.region}
    dates = [dataset["dct:temporal"][f"dcat:{key}Date"]["@value"] for key in ("start", "end")]
    assert dates == [str(agreement.validity.start), str(agreement.validity.end)]
    # What an address leads to is in the folder.
    for one in dataset["dcat:distribution"]:
        assert (tmp_path / "a" / one["dcat:accessURL"]["@id"]).is_file()


def test_one_asks_an_office_and_never_a_person(region: Path, yp: Yp, tmp_path: Path) -> None:
    name = store.load(region).kb.agreement.organisation.name
    _replace(region / "data/agreement.yaml", "  website: https://", "  unit: Kirjaamo\n  website: ")
    _replace(
        region / "data/parties.yaml",
        f"    official_name: {name}\n",
        f"    official_name: {name}\n    contact: kirjaamo@hiidenmaa.example\n",
    )
    told = json.loads(_exported(yp, region, tmp_path / "a"))
    contact = told["dcat:dataset"]["dcat:contactPoint"]
    assert contact["vcard:hasEmail"]["@id"] == "mailto:kirjaamo@hiidenmaa.example"
    assert contact["vcard:hasURL"]["@id"] == "https://hiidenmaa.example"
    assert _said(contact["vcard:fn"]) == {"fi": name}
    assert contact["vcard:organization-unit"]["@value"] == "Kirjaamo"


def test_without_an_address_there_is_nobody_to_ask(region: Path, yp: Yp, tmp_path: Path) -> None:
    _replace(region / "data/agreement.yaml", "  website: https://hiidenmaa.example\n", "")
    told = json.loads(_exported(yp, region, tmp_path / "a"))
    assert "dcat:contactPoint" not in told["dcat:dataset"]
    assert "foaf:homepage" not in told["dct:publisher"]


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_the_one_file_is_told_with_its_size_and_its_sum(yp: Yp, tmp_path: Path) -> None:
    told = json.loads(_exported(yp, LIVED, tmp_path / "a"))
    forms = {one["dct:title"]["@value"]: one for one in told["dcat:dataset"]["dcat:distribution"]}
    (file,) = (tmp_path / "a").glob("*.sqlite")
    sqlite = forms.pop("SQLite")
    assert sqlite["dcat:downloadURL"]["@id"] == file.name
    assert sqlite["dcat:byteSize"]["@value"] == str(file.stat().st_size)
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    assert sqlite["spdx:checksum"]["spdx:checksumValue"]["@value"] == digest
    assert set(forms) == {"CSV", "JSON Lines", "Apache Parquet"}
    assert not any("dcat:byteSize" in one or "spdx:checksum" in one for one in forms.values())


def test_it_changed_on_the_day_of_its_answers_or_of_its_last_record(yp: Yp, tmp_path: Path) -> None:
    kb = store.load(LIVED).kb
    recorded = [one.recorded for one in kb.updates if one.recorded]
    recorded += [one.recorded for one in kb.values if one.recorded]
    recorded += [one.recorded for one in kb.events if one.recorded]
    last = max(recorded).astimezone(ZoneInfo("Europe/Helsinki")).date()
    assert "2024-06-30" < str(last) < "2029-01-01"
    for day, changed in (("2024-06-30", str(last)), ("2029-01-01", "2029-01-01")):
        told = json.loads(_exported(yp, LIVED, tmp_path / day, day=day))
        assert told["dct:modified"]["@value"] == changed
        assert told["dcat:dataset"]["dct:modified"]["@value"] == changed
