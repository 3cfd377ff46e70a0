"""What is recorded against what else is known: each kind, and what is none."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.facts.base import region
from yhdyspinta_cli.facts import conflicts, corrections, measured, standings, wholes
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Indicator
from yhdyspinta_cli.model.status import Value
from yhdyspinta_cli.store.judging import judged

DAY = date(2024, 6, 30)
DUE = ("source:", "due: 2024-03-31\nsource:")


def update(measure: str, state: str, on: str, **more: object) -> dict[str, object]:
    return {"measure": measure, "state": state, "on": date.fromisoformat(on), **more}


def value(
    indicator: str, said: object, on: str = "2024-05-02", **more: object
) -> dict[str, object]:
    return {"indicator": indicator, "value": said, "on": date.fromisoformat(on), **more}


def kinds(kb: KnowledgeBase, day: date = DAY) -> list[type]:
    return [type(one) for one in conflicts.contradictions(kb, day)]


@pytest.mark.parametrize(
    ("target", "direction", "start", "said", "reached"),
    [
        (100, "up", None, 120, True),
        (100, "up", None, 80, False),
        (5, "down", None, 4, True),
        (5, "down", None, 6, False),
        # Which way is told by where it was, too; where nothing tells, only the target itself.
        (100, None, 40, 120, True),
        (5, None, 40, Decimal("7.5"), False),
        (100, None, None, 100, True),
        (100, None, None, 120, None),
        (100, "none", None, 120, None),
        (True, None, None, False, False),
        ("kuvattu kokonaan", None, None, "kuvattu kokonaan", True),
        # A text that is neither the target nor one of two options is not judged.
        ("kuvattu kokonaan", None, None, "osin kuvattu", None),
        (None, None, None, "melkein valmis", None),
        (None, None, None, 12, None),
        (None, None, None, True, True),
    ],
)
def test_what_says_that_it_is_done(
    target: Any, direction: Any, start: Any, said: Any, reached: bool | None
) -> None:
    keys: dict[str, Any] = {"id": "mittari", "label": "Mittari", "type": "number"}
    if target is not None:
        keys["target"] = {"value": target}
    if start is not None:
        keys["baseline"] = {"value": start, "on": 2023}
    indicator = judged(Indicator, keys | {"direction": direction})
    told = judged(Value, {"id": "arvo", "indicator": "mittari", "value": said, "on": DAY})
    assert measured.is_reached(indicator, told) is reached


@pytest.mark.parametrize("state", ["in-progress", "paused"])
def test_a_yes_of_what_is_late_is_told_with_the_due_day(state: str) -> None:
    told = (update("asuminen", state, "2024-01-02"), value("mittari-j1", "perustettu"))
    (found,) = conflicts.against_state(region(*told, asuminen=DUE), DAY)
    assert (found.state, found.late) == (state, date(2024, 3, 31))
    # Until the day has passed, and where there is none, the work goes on beside its indicator.
    assert kinds(region(*told)) == []
    later = ("source:", "due: 2024-06-30\nsource:")
    assert kinds(region(*told, asuminen=later)) == []


def test_a_yes_beside_a_no_or_beside_another_indicator_is_not_certain() -> None:
    begun = update("asuminen", "in-progress", "2024-01-02")
    yes = value("mittari-j1", "perustettu", by="hiidenmaa")
    no = value("mittari-j1", "ei perustettu", by="koivula")
    assert conflicts.AgainstState not in kinds(region(begun, yes, no, asuminen=DUE))
    two = (
        "source:",
        "  - id: mittari-j1-2\n    label: Kokoukset\n    type: yes-no\ndue: 2024-03-31\nsource:",
    )
    both = value("mittari-j1-2", True)
    assert kinds(region(begun, yes, asuminen=two)) == []
    assert kinds(region(begun, yes, both, asuminen=two)) == [conflicts.AgainstState] * 2


def test_a_party_that_says_yes_and_is_late_itself() -> None:
    told = (
        update("turvasuunnitelmat", "in-progress", "2024-01-02", party="koivula", by="koivula"),
        value("mittari-a1", True, party="koivula", by="koivula"),
    )
    (found,) = conflicts.against_state(region(*told, turvasuunnitelmat=DUE), DAY)
    assert (found.value.party, found.late) == ("koivula", date(2024, 3, 31))


PARTIES = ("koivula", "alberga", "ohkola")


def counted(number: int, on: str, *told: dict[str, object]) -> list[int]:
    """The numbers that parties are said to have told, of each contradiction of a count."""
    count = value("mittari-a1", number, on=on, by="hiidenmaa")
    found = conflicts.against_parties(region(count, *told), DAY)
    return [one.told for one in found]


def of_party(state_or_said: object, on: str, party: str = "koivula") -> dict[str, object]:
    who = {"party": party, "by": party}
    if isinstance(state_or_said, str):
        return update("turvasuunnitelmat", state_or_said, on, **who)
    return value("mittari-a1", state_or_said, on=on, **who)


def test_a_party_tells_it_with_its_state_also_where_another_has_a_value() -> None:
    done = [of_party("completed", "2024-05-01", party) for party in PARTIES[:2]]
    yes = of_party(True, "2024-05-02", PARTIES[2])
    assert counted(3, "2024-05-02", *done, yes) == []
    assert counted(2, "2024-05-02", *done, yes) == [3]
    assert counted(5, "2024-05-02", *done, of_party(True, "2024-05-02")) == [2]


def test_a_count_stands_beside_what_was_told_on_its_own_day_and_since() -> None:
    begun = of_party("in-progress", "2024-01-01")
    done = [of_party("completed", "2024-05-03", party) for party in PARTIES[:2]]
    assert [counted(n, "2024-05-02", begun, *done) for n in (0, 1, 2, 3)] == [[], [], [], [2]]
    assert [counted(n, "2024-05-03", begun, *done) for n in (0, 1, 2, 3)] == [[2], [2], [], [2]]


def test_the_later_word_of_a_party_holds_and_a_dispute_excludes_no_number() -> None:
    no, done = of_party(False, "2024-01-01"), of_party("completed", "2024-05-01")
    assert counted(1, "2024-05-02", no, done) == []
    assert counted(0, "2024-05-02", no, done) == [1]
    both = of_party(True, "2024-05-01"), of_party("not-started", "2024-05-01")
    assert [counted(number, "2024-05-02", *both) for number in (0, 1, 2)] == [[], [], [0]]


def test_a_count_beyond_the_parties_is_told_until_it_is_corrected() -> None:
    wrong = value("mittari-a1", 60, id="liikaa")
    (found,) = conflicts.beyond_parties(region(wrong))
    assert (found.value.value, found.total) == (60, 6)
    mended = value("mittari-a1", 2, on="2024-05-03", corrects="liikaa")
    assert list(conflicts.beyond_parties(region(wrong, mended))) == []
    assert conflicts.BeyondParties not in kinds(region(wrong), date(2024, 5, 1))


def test_a_completed_whole_beside_parties_that_tell_otherwise() -> None:
    whole = update("turvasuunnitelmat", "completed", "2024-04-02", by="hiidenmaa")
    begun = update("turvasuunnitelmat", "in-progress", "2024-01-02", party="koivula", by="koivula")
    done = update("turvasuunnitelmat", "completed", "2024-01-02", party="ahtala", by="ahtala")
    (found,) = conflicts.against_whole(region(whole, begun, done), DAY)
    assert [party.party.id for party in found.unfinished] == ["koivula"]
    assert (found.tally.number("completed"), found.tally.total) == (1, 4)
    # Before the whole was completed, and where nobody has told anything, nothing contradicts it.
    assert kinds(region(whole, begun, done), date(2024, 3, 1)) == []
    assert kinds(region(whole, done)) == []


def test_a_whole_is_beside_its_parties_only_where_it_is_completed_and_they_are_not() -> None:
    whole = update("turvasuunnitelmat", "completed", "2024-04-02", by="hiidenmaa")

    def beside(*told: dict[str, object]) -> wholes.Beside | None:
        kb = region(*told)
        measure = kb.measure("A1")
        assert measure is not None
        return wholes.beside(standings.of_one(kb, measure, DAY))

    parties = ("alberga", "koivula", "ohkola", "ahtala")
    all_done = [
        update("turvasuunnitelmat", "completed", "2024-01-02", party=key, by=key) for key in parties
    ]
    assert beside(whole) is not None
    assert beside(whole, *all_done) is None
    assert beside(*all_done) is None


def test_values_that_differ_corrections_of_one_record_and_mergers_in_a_circle() -> None:
    one = value("mittari-j2", 10, by="hiidenmaa", party="koivula", id="eka")
    other = value("mittari-j2", 12, by="koivula", party="koivula", id="toka")
    (found,) = conflicts.different_values(region(one, other), DAY)
    assert {said.value for said in found.values} == {10, 12}
    twice = [
        value("mittari-j2", n, by=by, party="koivula", corrects="eka", id=f"oikaisu-{n}")
        for n, by in ((11, "koivula"), (13, "hiidenmaa"))
    ]
    assert [c.corrected for c in corrections.corrected_twice(region(one, *twice))] == ["eka"]
    merged = [
        update("asuminen", "merged", "2024-01-02", merged_into="tietopohja"),
        update("tietopohja", "merged", "2024-01-02", merged_into="asuminen"),
    ]
    (circle,) = conflicts.merger_circles(region(*merged))
    assert circle.way == ("asuminen", "tietopohja", "asuminen")
