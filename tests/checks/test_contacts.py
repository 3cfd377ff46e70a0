"""The contact of a party: one address of an office or a role, and none of a person."""

import json
from pathlib import Path

import pytest

from tests.conftest import Yp
from yhdyspinta_cli.checks.contacts import is_personal

ROLES = (
    *("kirjaamo", "kirjaamo.koivula", "registry", "registratur", "info", "toimisto", "hallinto"),
    *("asiakaspalvelu", "viestinta", "kunnanhallitus", "hyvinvointi", "hyte.koordinaattori"),
    *("koivula", "siun-sote", "aura", "kaupunginjohtaja", "hallinen.toimisto", "postmottak"),
    *("kunnanvirasto", "kunnallishallinto", "tuki", "sote-palvelut", "pelastus.kirjaamo"),
)
PEOPLE = (
    *("aino.keksitty", "aino_keksitty", "a.keksitty", "Aino.Keksitty", "aino.m.keksitty"),
    *("aino", "aino-maija.keksitty", "keksinen", "aino.keksitty2", "aino.keksitty+yhteys"),
    *("kirsi.kunnas", "maija.tukiainen", "neuvonen", "a.neuvonen"),
)


@pytest.mark.parametrize("local", ROLES)
def test_a_role_is_nobody(local: str) -> None:
    assert not is_personal(f"{local}@koivula.example")


@pytest.mark.parametrize("local", PEOPLE)
def test_a_name_is_somebody(local: str) -> None:
    assert is_personal(f"{local}@koivula.example")


def told(yp: Yp, region: Path, contact: str) -> list[tuple[str, int]]:
    """The findings on the contact of a party, with their lines."""
    path = region / "data/parties.yaml"
    text = path.read_text("utf-8")
    old = '    code: "992"\n'
    assert old in text
    path.write_text(text.replace(old, f"{old}    contact: {contact}\n"), "utf-8")
    found = yp("validate", "--as-of", "2024-06-30", "--output-format", "json", cwd=region)
    line = text[: text.index(old)].count("\n") + 2
    return [
        (one["code"], one["line"] - line)
        for one in json.loads(found.out)["diagnostics"]
        if not one["accepted"] and one["severity"] != "note"
    ]


@pytest.mark.parametrize("contact", ["kirjaamo@koivula.example", "kirjaamo@äö.koivula.example"])
def test_the_address_of_an_office_is_no_finding_of_any_rule(
    yp: Yp, region: Path, contact: str
) -> None:
    assert told(yp, region, contact) == []
    assert contact in yp("show", "koivula", cwd=region).out


@pytest.mark.parametrize(
    "contact",
    [
        "Koivulan kirjaamo <kirjaamo@koivula.example>",
        "kirjaamo@koivula.example, info@koivula.example",
        '"kirjaamo@koivula.example\\r\\nBcc: x@y.example"',
        '"kirjaamo@koivula.example\\n"',
        "kirjaamo@koivula",
        "kirjaamo.koivula.example",
        "kirjaamo@@koivula.example",
        "kirjäämö@koivula.example",
        ".kirjaamo@koivula.example",
        '"kirjaamo @koivula.example"',
        "kirjaamo@-koivula.example",
        "kirjaamo@10.0.0.1",
        f"kirjaamo@{'k' * 64}.example",
        "992",
        "[kirjaamo@koivula.example]",
    ],
)
def test_what_is_not_one_address_is_refused_at_its_line(yp: Yp, region: Path, contact: str) -> None:
    ((code, lines),) = told(yp, region, contact)
    assert code in ("YP105", "YP103", "YP023")
    assert lines == 0


def test_a_person_is_told_of_without_the_name(yp: Yp, region: Path) -> None:
    assert told(yp, region, "maija.keksinen@koivula.example") == [("YP705", 0)]
    shown = yp("validate", "--as-of", "2024-06-30", cwd=region).out
    assert "YP705" in shown
    assert "keksinen" not in shown
