"""Who answers for a measure on a day: the source's own, and whom a decision has appointed."""

from datetime import date

from tests.facts.base import region
from yhdyspinta_cli.facts import behind, naming
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import card, gaps, owners


def decision(on: str, *appoints: str, **more: object) -> dict[str, object]:
    return {
        "type": "decision",
        "title": "Foorumi päätti vastuusta",
        "on": date.fromisoformat(on),
        "body": "foorumi",
        "measure": "asuminen",
        "appoints": list(appoints),
        **more,
    }


def named(kb: KnowledgeBase, day: date) -> list[str]:
    measure = kb.measure("J1")
    assert measure is not None
    return [one.actor for one in naming.named(kb, measure, day)]


def test_who_is_appointed_answers_from_the_day_of_the_decision() -> None:
    kb = region(decision("2024-04-17", "koivula"))
    assert named(kb, date(2024, 4, 16)) == []
    assert named(kb, date(2024, 4, 17)) == ["koivula"]


def test_a_later_decision_takes_the_place_of_an_earlier_one() -> None:
    kb = region(decision("2024-04-17", "koivula"), decision("2024-10-09", "ahtala", "ohkola"))
    assert named(kb, date(2024, 10, 8)) == ["koivula"]
    assert named(kb, date(2024, 10, 9)) == ["ahtala", "ohkola"]


def test_a_decision_that_did_not_happen_appoints_nobody() -> None:
    kb = region(
        decision("2024-04-17", "koivula", id="virhe"),
        decision("2024-04-17", "koivula", corrects="virhe", void=True),
    )
    assert named(kb, date(2024, 12, 31)) == []


def test_the_answers_know_who_is_appointed_and_by_which_decision() -> None:
    label = "  label: Vastuu määrittelemättä\n"
    kb = region(decision("2024-04-17", "koivula"), asuminen=(label, label + "  decides: foorumi\n"))
    measure = kb.measure("J1")
    assert measure is not None
    before, after = date(2024, 4, 16), date(2024, 4, 17)
    assert owners.owners(kb, measure, before).age is not None
    answer = owners.owners(kb, measure, after)
    assert answer.age is None
    assert [(o.named.actor, o.named.decided and o.named.decided.body) for o in answer.owners] == [
        ("koivula", "foorumi")
    ]
    kinds = ("nobody-known", "nobody-forgotten")
    assert [g.record.id for g in gaps.ledger(kb, before, kinds=kinds).gaps] == ["asuminen"]
    assert gaps.ledger(kb, after, kinds=kinds).gaps == ()
    koivula = kb.entries["koivula"].record
    assert card.card(kb, koivula, after).count("measures") == (
        card.card(kb, koivula, before).count("measures") + 1
    )
    forum = kb.entries["foorumi"].record
    assert card.card(kb, forum, after).count("decides") == (
        card.card(kb, forum, before).count("decides") - 1
    )


def test_a_measure_that_has_ended_asks_for_no_owner() -> None:
    ended = {"measure": "asuminen", "state": "cancelled", "on": date(2024, 3, 1), "by": "hiidenmaa"}
    kb = region(ended)
    kinds = ("nobody-known", "no-lead", "no-indicator", "no-information", "silent")
    found = {g.record.id for g in gaps.ledger(kb, date(2026, 12, 31), kinds=kinds).gaps}
    assert "asuminen" not in found
    assert "asuminen" in {g.record.id for g in gaps.ledger(kb, date(2024, 2, 29)).gaps}


def test_members_of_a_collective_are_those_of_the_day() -> None:
    kb = region(actors=("      - ahtala\n", "      - ahtala\n      - keskus\n"))
    on_the_day = [m.actor for m in behind.members(kb, "kunnat", date(2023, 12, 31))]
    assert on_the_day == ["alberga", "koivula", "ohkola", "ahtala", "keskus"]
    after = date(2024, 1, 1)
    # Its successor stands in its place.
    there = [m.actor for m in behind.members(kb, "kunnat", after)]
    assert there == [*on_the_day[:-1], "uusi-keskus"]
    assert [m.actor for m in behind.gone(kb, "kunnat", after)] == ["keskus"]
    ended = [g for g in gaps.ledger(kb, after).gaps if g.kind == "ended"]
    assert ("kunnat", ("keskus", "uusi-keskus")) in [(g.record.id, g.about) for g in ended]


def decided(key: str, who: str, on: object, **more: object) -> dict[str, object]:
    made = {"id": key, "type": "decision", "title": "Vastuu", "on": on, "measure": "asuminen"}
    return {**made, "appoints": [who], **more}


def appointed(*what: dict[str, object]) -> set[str]:
    kb = region(*what)
    measure = kb.measure("J1")
    assert measure is not None
    return {one.actor for one in naming.named(kb, measure, date(2024, 1, 1))}


def test_of_two_decisions_of_one_day_the_one_recorded_later_holds_whatever_its_name() -> None:
    first, later = "2023-05-02T10:00:00Z", "2023-05-03T10:00:00Z"
    on = date(2023, 5, 1)
    for one, other in (("x1", "x2"), ("x2", "x1")):
        assert appointed(
            decided(one, "koivula", on, recorded=first),
            decided(other, "ahtala", on, recorded=later),
        ) == {"ahtala"}
        # Nothing tells which is the later: each of them holds.
        assert appointed(decided(one, "koivula", on), decided(other, "ahtala", on)) == {
            "koivula",
            "ahtala",
        }


def test_a_decision_of_a_year_never_beats_one_of_a_day_in_it() -> None:
    day = decided("x1", "ahtala", date(2023, 6, 1))
    assert appointed(day, decided("x2", "koivula", 2023)) == {"ahtala"}
