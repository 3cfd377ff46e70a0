"""Who answers for each of the 40, and the cards of the 21, against the printed labels and the YAML.

The expected parties are written by hand from the labels of the six tables; the cards are counted
again from the YAML, by code of this file alone.
"""

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import REGION, SHIPPED, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.facts import trails
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.queries import card, filters, owners
from yhdyspinta_cli.vocabulary import NO_INFORMATION, STATES

DAY = date(2024, 12, 31)

COUNTY = {"pshva"}
COUNCIL = {"pohjois-savon-liitto"}
MUNICIPALITIES = {
    "iisalmi",
    "joroinen",
    "kaavi",
    "keitele",
    "kiuruvesi",
    "kuopio",
    "lapinlahti",
    "leppavirta",
    "pielavesi",
    "rautalampi",
    "rautavaara",
    "siilinjarvi",
    "sonkajarvi",
    "suonenjoki",
    "tervo",
    "tuusniemi",
    "varkaus",
    "vesanto",
    "vierema",
}
ALL = COUNTY | COUNCIL | MUNICIPALITIES
NOBODY: set[str] = set()

PARTIES = {
    "J1": NOBODY,  # Vastuu määrittelemättä
    "J2": COUNTY,  # Johtoryhmä, HVA Ikääntyneiden palvelut
    "J3": NOBODY,  # Vastuu määrittelemättä
    "J4": MUNICIPALITIES | COUNTY,  # Kuntien eri toimialat, HVAn työhyvinvoinnin toiminta
    "J5": COUNTY,  # vastaa rekrytointipäällikkö, Rekrytointipalvelut hyvinvointialueella
    "J6": ALL,  # HVA, Pohjois-Savon liitto, kunnat
    "J7": MUNICIPALITIES | COUNTY,  # HVA Kiinteistöpalvelut, HVA toimialat, kunnat
    "A1": MUNICIPALITIES | COUNTY,  # PSHVAn palvelualue, kuntien hyte-työryhmät
    "A2": MUNICIPALITIES | COUNTY,
    "A3": MUNICIPALITIES | COUNTY,  # PSHVA ja ruoka-apuallianssi –verkoston osallistujat
    "A4": MUNICIPALITIES | COUNTY,  # …, kuntien vastaavat toimijat
    "A5": COUNTY,  # palvelualue, teemaverkostot
    "A6": COUNTY,  # projektitiimi of a project of the county
    "A7": COUNTY,  # palvelualue, järjestösihteeri
    "A8": ALL,  # Sopimusosapuolten HR:t
    "A9": MUNICIPALITIES | COUNTY,
    "B1": MUNICIPALITIES | COUNTY,  # …, kunnat, järjestöt, yhteistyökumppanit
    "B2": COUNTY,  # perhekeskuksen alue-esihenkilö
    "B3": NOBODY,  # Verkostojen vastuuhenkilöiden yhteistyö
    "B4": NOBODY,  # two groups that are not a part of any party
    "B5": MUNICIPALITIES | COUNTY,  # HR:t hyvinvointialueella ja kunnissa
    "B6": COUNTY,  # Lasten, nuorten ja perheiden palvelut
    "C1": NOBODY,  # Kaikki toimijat
    "C2": NOBODY,  # Työllisyysalueiden valmistelun ohjaus- ja työryhmät
    "C3": COUNTY,  # projekti of the county, peruspalvelujen johto HVA:lla
    "C4": MUNICIPALITIES | COUNTY,  # Sopimusosapuolet kunnista sekä hyvinvointialueelta
    "C5": COUNTY,  # Ohjaamoyhteistyö, hyvinvointialue
    "C6": NOBODY,
    "C7": NOBODY,
    "D1": MUNICIPALITIES,  # Kuntien hyte-työryhmät
    "D2": NOBODY,  # Kukin toimija oman organisaationsa puitteissa
    "D3": NOBODY,  # Vastuu taho määrittelemättä
    "D4": MUNICIPALITIES,  # ELYn maahanmuuttoverkostotyö, Kunnat, työryhmät
    "D5": COUNTY,  # Hyvinvointialueen rekrytointipäällikkö
    "D6": COUNCIL,  # Pohjois-Savon liitto
    "E1": MUNICIPALITIES,  # Kunta
    "E2": COUNTY,  # PSHVA
    "E3": COUNTY,  # PSHVA, varautumisverkosto
    "E4": ALL,  # Kunnat, hyvinvointialue, maakunnan liitto
    "E5": COUNCIL,  # Pohjois-Savon liitto
}


@cache
def base(root: Path) -> KnowledgeBase:
    return store.load(root).kb


def test_forty_measures_are_expected() -> None:
    assert {measure.code for measure in base(SHIPPED).measures} == set(PARTIES)
    assert len(PARTIES) == 40
    assert len(MUNICIPALITIES) == 19


@pytest.mark.parametrize("code", PARTIES)
def test_measure_resolves_to_its_parties(code: str) -> None:
    kb = base(SHIPPED)
    measure = kb.measure(code)
    assert measure is not None
    answer = owners.owners(kb, measure, DAY)
    found = {party.id for owner in answer.owners for party, _way in owner.parties}
    assert found == PARTIES[code]


def test_known_nobody_and_single_owners(yp: Yp) -> None:
    nobody = [m.code for m in base(SHIPPED).measures if m.nobody is not None]
    assert nobody == ["J1", "J3", "D3"]
    told = yp("who-owns", "J1", "--as-of", "2024-12-31", cwd=SHIPPED).out
    assert "the source says “Vastuu määrittelemättä”" in told
    assert "not stated; 426 days since the agreement began, 2023-11-01." in told
    assert "Who must decide: not stated." in told


def test_the_way_of_one_municipality(yp: Yp) -> None:
    told = yp("who-owns", "E4", "--why", cwd=SHIPPED).out
    line = "Tuusniemi – Pohjois-Savon kunnat (19) – E4, responsible – ohjelma 4 e,"
    assert line in " ".join(told.split())


# --- the YAML, read and expanded without the program --------------------------------------------


def _rows(root: Path, name: str, key: str) -> list[dict[str, Any]]:
    data = yaml.safe_load((root / "data" / name).read_text("utf-8"))
    return list(data.get(key) or [])


def _folder(root: Path, name: str) -> list[dict[str, Any]]:
    files = sorted((root / "data" / name).glob("*.yaml"))
    return [yaml.safe_load(path.read_text("utf-8")) for path in files]


@cache
def raw(root: Path) -> dict[str, list[dict[str, Any]]]:
    programme = yaml.safe_load((root / "data" / "programme.yaml").read_text("utf-8"))
    agreement = yaml.safe_load((root / "data" / "agreement.yaml").read_text("utf-8"))
    return {
        "parties": _rows(root, "parties.yaml", "parties"),
        "actors": _rows(root, "actors.yaml", "actors"),
        "projects": _rows(root, "projects.yaml", "projects"),
        "bodies": _folder(root, "bodies"),
        "measures": _folder(root, "measures"),
        "areas": [
            area
            for division in _rows(root, "areas.yaml", "divisions")
            for area in division.get("areas") or []
        ],
        "obligations": _rows(root, "obligations.yaml", "obligations"),
        "needs": _rows(root, "needs.yaml", "needs"),
        "duties": [p for group in programme.get("duties") or [] for p in group["points"]],
        "provisions": [
            *(agreement.get("provisions") or []),
            *(programme.get("provisions") or []),
        ],
    }


@cache
def _by_id(root: Path) -> dict[str, dict[str, Any]]:
    kinds = ("parties", "actors", "projects", "bodies")
    return {row["id"]: row for kind in kinds for row in raw(root)[kind]}


def reached(root: Path, key: str) -> set[str]:
    """Everyone whom naming this actor means: members, and what each is a part of."""
    row = _by_id(root).get(key, {})
    if row.get("one_per"):
        return {key} | reached(root, row["one_per"])
    if row.get("members") and row.get("type") == "collective":
        return {key}.union(*(reached(root, member) for member in row["members"]))
    if row.get("type") == "collective":
        return set()
    return {key} | (reached(root, row["part_of"]) if row.get("part_of") else set())


def _holders(seat: dict[str, Any]) -> list[str]:
    return [seat["actor"]] if "actor" in seat else list(seat.get("order") or [])


def _seats(body: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for field, section in (("convener", "convening"), ("chair", "chairing")):
        for key in _holders(body.get(field) or {}):
            yield section, key
    for field, section in (("responsible", "leading"), ("members", "seats")):
        for seat in body.get(field) or []:
            for key in _holders(seat):
                yield section, key


def _sits(root: Path, named: str, party: str) -> bool:
    body = next((row for row in raw(root)["bodies"] if row["id"] == named), None)
    return body is not None and any(party in reached(root, key) for _s, key in _seats(body))


def recount(root: Path, party: str) -> dict[str, tuple[int, int]]:
    """How many records of each section concern a party: named or behind a name, through a seat."""
    own: dict[str, set[str]] = {section: set() for section in card.SECTIONS}
    seat: dict[str, set[str]] = {section: set() for section in card.SECTIONS}
    data = raw(root)
    named = {
        "measures": [
            (m["id"], r["actor"]) for m in data["measures"] for r in m.get("responsible", [])
        ],
        "obligations": [(o["id"], d["actor"]) for o in data["obligations"] for d in o["doers"]],
    }
    for section, pairs in named.items():
        for record, actor in pairs:
            if party in reached(root, actor):
                own[section].add(record)
            elif _sits(root, actor, party):
                seat[section].add(record)
    for body in data["bodies"]:
        for section, actor in _seats(body):
            if party in reached(root, actor):
                own[section].add(body["id"])
        if party in reached(root, body["id"]):
            own["bodies"].add(body["id"])
    fields = {"areas": "members", "needs": "concerns", "duties": "doers", "provisions": "doers"}
    for section, field in fields.items():
        for row in data[section]:
            if any(party in reached(root, actor) for actor in row.get(field) or []):
                own[section].add(row["id"])
    return {section: (len(own[section]), len(seat[section])) for section in card.SECTIONS}


def _cases() -> list[tuple[Path, str]]:
    return [(root, row["id"]) for root in (SHIPPED, REGION) for row in raw(root)["parties"]]


@pytest.mark.parametrize(
    ("root", "party"), _cases(), ids=lambda value: getattr(value, "name", value)
)
def test_card_agrees_with_the_yaml(root: Path, party: str) -> None:
    kb = base(root)
    found = card.card(kb, kb.entries[party].record, DAY)
    told = {
        section: (
            found.count(section, "direct", "collective", "part"),
            found.count(section, "seat"),
        )
        for section in card.SECTIONS
        if section not in ("counterparts", "decides")
    }
    expected = recount(root, party)
    assert told == {section: expected[section] for section in told}


def test_there_are_21_cards() -> None:
    assert len(raw(SHIPPED)["parties"]) == 21


def test_spot_facts_of_the_cards(yp: Yp) -> None:
    told = json.loads(yp("owned-by", "tuusniemi", "--json", cwd=SHIPPED).out)["answer"]
    through = {
        group["through"]: [line["code"] for line in group["lines"]]
        for group in told["groups"]
        if group["section"] == "measures" and group["how"] == "collective"
    }
    assert through["kunnat"] == ["J6", "J7", "B1", "D4", "E1", "E4"]
    assert through["kuntien-hyte-tyoryhmat"] == ["A1", "A2", "A9", "D1"]
    assert through["hyvinvointialueen-ja-kuntien-hr"] == ["B5"]
    direct = json.loads(
        yp("owned-by", "pohjois-savon-liitto", "--direct", "--json", cwd=SHIPPED).out
    )
    codes = [
        line["code"]
        for group in direct["answer"]["groups"]
        if group["section"] == "measures"
        for line in group["lines"]
    ]
    assert codes == ["J6", "D6", "E4", "E5"]


# --- properties ---------------------------------------------------------------------------------


@pytest.mark.parametrize("root", [SHIPPED, REGION], ids=["shipped", "region"])
def test_who_owns_and_owned_by_are_inverse(root: Path) -> None:
    """For every measure and every actor, the two questions tell the same, seats included."""
    kb = base(root)
    behind: dict[str, set[str]] = {}
    sitting: dict[str, set[str]] = {}
    for measure in kb.measures:
        answer = owners.owners(kb, measure, DAY)
        behind[measure.id] = {key for o in answer.owners for way in o.ways for key in way}
        behind[measure.id] |= {o.named.actor for o in answer.owners}
        sitting[measure.id] = {
            key
            for o in answer.owners
            for _role, way in o.seat_ways
            for key in way[1:]
            if key not in {step for own in o.ways for step in own}
        }
    for actor in kb.all_actors:
        found = card.card(kb, actor, DAY)
        owned = {
            line.record.id: {"seat"} if line.how == "seat" else {"own"}
            for group in found.groups
            if group.section == "measures"
            for line in group.lines
        }
        for group in found.groups:
            for line in group.lines if group.section == "measures" else ():
                owned[line.record.id].add("seat" if line.how == "seat" else "own")
        for measure in kb.measures:
            ways = owned.get(measure.id, set())
            assert ("own" in ways) == (actor.id in behind[measure.id]), (measure.code, actor.id)
            assert ("seat" in ways) == (actor.id in sitting[measure.id]), (measure.code, actor.id)


@pytest.mark.parametrize("root", [SHIPPED, REGION], ids=["shipped", "region"])
def test_every_expansion_equals_its_members(root: Path) -> None:
    kb = base(root)
    collectives = [actor.id for actor in kb.all_actors if kb.is_collective(actor.id)]
    assert collectives
    for key in collectives:
        leaves = _leaves(root, key)
        assert [member.actor for member in kb.members(key)] == list(dict.fromkeys(leaves)), key
        for member in kb.members(key):
            assert member.way[0] == key
            assert member.way[-1] == member.actor
            assert trails.to(kb, key, member.actor, DAY) is not None


def _leaves(root: Path, key: str) -> list[str]:
    row = _by_id(root)[key]
    if row.get("one_per"):
        return _leaves(root, row["one_per"])
    if row.get("type") == "collective":
        return [leaf for member in row.get("members") or [] for leaf in _leaves(root, member)]
    return [key]


@pytest.mark.parametrize("key", ["pshva", "kuopio", "pohjois-savon-liitto"])
def test_headings_of_a_card_count_records_and_show_each_once(key: str, yp: Yp) -> None:
    kb = base(SHIPPED)
    found = card.card(kb, kb.entries[key].record, DAY)
    shown = " ".join(yp("owned-by", key, "--as-of", str(DAY), cwd=SHIPPED).out.split())
    for group in found.groups:
        records = {line.record.id for line in group.lines}
        assert group.count == len(records)
        assert {lines[0].record.id for lines in group.by_record} == records
    if key == "pshva":
        assert "Measures (17): through a part of it" in shown
        assert "J5 Kansainvälisen lead; responsible" in shown
        assert shown.count("J5 Kansainvälisen") == 1


def test_a_body_tells_who_answers_through_its_seats(yp: Yp) -> None:
    def told(code: str) -> str:
        return " ".join(yp("who-owns", code, "--as-of", str(DAY), cwd=SHIPPED).out.split())

    assert "through seats: 20" in told("B4")
    assert "no party among" in told("B4")
    # Representatives of the county are asked to join the groups of C2: nobody sits there yet.
    assert "through seats:" not in told("C2")
    assert "Parts of Teemaverkostot - " in told("A5")
    assert "who sits in it" in told("A5")
    (seated,) = [o for o in owners.owners(base(SHIPPED), _measure("B4"), DAY).owners if o.seated]
    assert {party.id for party in seated.seated} == MUNICIPALITIES | COUNTY


def _measure(code: str) -> Measure:
    (found,) = [measure for measure in base(SHIPPED).measures if measure.code == code]
    return found


def test_the_table_of_owners_has_everyone_behind_a_name(yp: Yp) -> None:
    """Also a member that is none of the parties, and since when nobody answers."""

    def rows(code: str) -> list[dict[str, str]]:
        text = yp("who-owns", code, "--csv", "--as-of", str(DAY), cwd=SHIPPED).out
        return list(csv.DictReader(io.StringIO(text)))

    food = rows("A3")
    outside = [row for row in food if row["Member id"] and not row["Party id"]]
    assert [row["Member"] for row in outside] == ["Ruoka-aputoimijat"]
    assert {row["Party id"] for row in food if row["Party id"]} == MUNICIPALITIES | COUNTY
    assert {row["State"] for row in food} == {"not started"}
    (nobody,) = rows("J1")
    assert (nobody["Since"], nobody["Stated"]) == ("2023-11-01", "no")
    assert nobody["Who can decide"] == "not stated"


@pytest.mark.parametrize("key", ["kuopio", "pshva"])
def test_a_card_of_one_state_has_only_its_measures(key: str) -> None:
    kb = base(SHIPPED)
    actor, measures = kb.entries[key].record, {measure.id for measure in kb.measures}

    def of(state: str | None) -> set[str]:
        found = card.card(kb, actor, DAY, card.Asked(filters.Wanted(state=state)))
        return measures & {line.record.id for group in found.groups for line in group.lines}

    counted: list[str] = []
    for state in (*STATES, NO_INFORMATION):
        counted.extend(of(state))
    assert sorted(counted) == sorted(of(None))


def test_words_that_name_an_actor_get_a_hint(yp: Yp) -> None:
    told = yp("who-owns", "kuopio", cwd=SHIPPED)
    assert told.code == 1
    assert "'yp owned-by kuopio' tells what Kuopio answers for" in told.err
    assert "owned-by" not in yp("who-owns", "kissa", cwd=SHIPPED).err
