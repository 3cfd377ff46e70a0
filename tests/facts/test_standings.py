"""Whose word is the latest, who has told it, and what is a dispute."""

from datetime import date
from itertools import permutations

import pytest

from tests.facts.base import region
from yhdyspinta_cli.facts import standings
from yhdyspinta_cli.facts.standings import MeasureStanding

DAY = date(2024, 12, 31)
EVIDENCE = [{"type": "minutes", "text": "§ 1"}]


def told(
    measure: str, state: str, on: str, by: str | None = None, **more: object
) -> dict[str, object]:
    found = {"measure": measure, "state": state, "on": _on(on), "by": by, **more}
    return {key: value for key, value in found.items() if value is not None}


def _on(on: str) -> object:
    if len(on) == 4:
        return int(on)
    return date.fromisoformat(on) if len(on) == 10 else on


def standing(*happened: dict[str, object], day: date = DAY) -> MeasureStanding:
    kb = region(*happened)
    measure = kb.measure(str(happened[0]["measure"]))
    assert measure is not None
    return standings.of_one(kb, measure, day)


def test_the_moment_of_recording_orders_what_one_speaker_says_of_one_day() -> None:
    said = [
        told(
            "turvasuunnitelmat",
            state,
            "2024-03-01",
            "koivula",
            id=f"{name}-a1",
            recorded=f"2024-03-01T{hour}:00:00+02:00",
        )
        for name, state, hour in (
            ("zeta", "completed", "09"),
            ("alfa", "in-progress", "10"),
            ("mu", "paused", "11"),
        )
    ]
    for order in permutations(said):
        assert standing(*order).state == "paused"


def test_a_moment_in_another_zone_is_the_same_moment() -> None:
    early = told("tietopohja", "completed", "2024-03-01", "koivula", id="vanhempi")
    late = told("tietopohja", "paused", "2024-03-01", "koivula", id="nuorempi")
    early["recorded"] = "2024-03-01T12:30:00+03:00"
    late["recorded"] = "2024-03-01T10:00:00+00:00"
    assert standing(early, late).state == "paused"


def test_without_a_moment_a_report_is_older_than_any_with_one() -> None:
    old = told("tietopohja", "completed", "2024-03-01", "koivula", id="zeta")
    new = told("tietopohja", "paused", "2024-03-01", "koivula", id="nuorempi")
    new["recorded"] = "2024-03-01T10:00:00+00:00"
    assert standing(old, new).state == "paused"


@pytest.mark.parametrize("recorded", [None, "2024-03-01T10:00:00+02:00"])
def test_equal_moments_of_one_speaker_are_a_conflict_that_is_told(recorded: str | None) -> None:
    said = [
        told("tietopohja", state, "2024-03-01", "koivula", recorded=recorded)
        for state in ("completed", "paused")
    ]
    found = standing(*said)
    assert found.situation == "disputed"
    assert {word.state for word in found.words} == {"completed", "paused"}


def test_a_correction_outranks_a_later_moment() -> None:
    first = told("tietopohja", "completed", "2024-03-01", "koivula", id="eka")
    first["recorded"] = "2024-03-01T09:00:00+02:00"
    second = told("tietopohja", "paused", "2024-03-01", "koivula")
    second["recorded"] = "2024-03-01T18:00:00+02:00"
    mended = told("tietopohja", "in-progress", "2024-03-01", "koivula", corrects="eka")
    mended["recorded"] = "2024-03-01T10:00:00+02:00"
    assert standing(first, second, mended).state == "in-progress"


@pytest.mark.parametrize("vague", ["2024", "2024-11"])
def test_a_vaguer_day_never_beats_an_exact_one(vague: str) -> None:
    exact = told("tietopohja", "completed", "2024-11-15", "koivula")
    rough = told("tietopohja", "in-progress", vague, "koivula")
    assert standing(exact, rough).state == "completed"


def test_a_year_still_beats_a_day_before_it() -> None:
    exact = told("tietopohja", "in-progress", "2023-11-15", "koivula")
    rough = told("tietopohja", "completed", "2024", "koivula")
    assert standing(exact, rough).state == "completed"


def test_two_speakers_who_contradict_each_other_about_the_whole_are_a_dispute() -> None:
    one = told("tietopohja", "completed", "2024-03-01", "koivula")
    other = told("tietopohja", "paused", "2024-03-01", "ahtala")
    found = standing(one, other)
    assert found.situation == "disputed"
    assert found.state is None
    assert standing(one, other, day=date(2024, 2, 1)).situation == "no-information"


def test_a_later_word_of_another_is_a_development_unless_it_takes_back() -> None:
    begun = told("tietopohja", "in-progress", "2023-03-01", "koivula")
    done = told("tietopohja", "completed", "2024-03-01", "ahtala")
    assert standing(begun, done).state == "completed"
    undone = told("tietopohja", "in-progress", "2024-06-01", "koivula")
    assert standing(done, undone).situation == "disputed"
    agreed = told("tietopohja", "in-progress", "2024-06-02", "ahtala")
    assert standing(done, undone, agreed).state == "in-progress"


def test_what_nobody_in_particular_said_gives_way_to_a_later_word() -> None:
    source = told("tietopohja", "completed", "2023")
    later = told("tietopohja", "in-progress", "2024-03-01", "koivula")
    assert standing(source, later).state == "in-progress"


def test_a_part_and_what_it_is_a_part_of_have_one_voice_and_so_has_a_successor() -> None:
    unit = told("tiedon-malli", "completed", "2024-03-01", "hyvinvointipalvelut")
    county = told("tiedon-malli", "in-progress", "2024-04-01", "hiidenmaa")
    assert standing(unit, county).state == "in-progress"
    before = told("tietopohja", "completed", "2023-11-01", "keskus")
    after = told("tietopohja", "in-progress", "2024-03-01", "uusi-keskus")
    assert standing(before, after).state == "in-progress"


def test_of_a_party_any_difference_is_a_dispute() -> None:
    own = told("turvasuunnitelmat", "in-progress", "2024-03-01", "koivula", party="koivula")
    county = told("turvasuunnitelmat", "completed", "2024-05-01", "hiidenmaa", party="koivula")
    found = {p.party.id: p for p in standing(own, county).parties}
    assert found["koivula"].situation == "disputed"
    assert found["ahtala"].situation == "no-information"


def test_a_party_behind_a_measure_that_speaks_of_the_whole_has_told() -> None:
    found = standing(told("turvasuunnitelmat", "completed", "2024-03-01", "koivula"))
    parties = {p.party.id: p for p in found.parties}
    assert parties["koivula"].state == "completed"
    assert parties["koivula"].of_whole
    assert parties["ahtala"].situation == "ended"


def test_its_own_word_goes_before_what_it_says_of_the_whole() -> None:
    whole = told("turvasuunnitelmat", "in-progress", "2024-05-01", "koivula")
    own = told("turvasuunnitelmat", "completed", "2024-03-01", "koivula", party="koivula")
    parties = {p.party.id: p for p in standing(whole, own).parties}
    assert parties["koivula"].state == "completed"
    assert not parties["koivula"].of_whole


@pytest.mark.parametrize(
    ("own", "whole", "on", "state"),
    [
        ("in-progress", "paused", "2024-05-01", "paused"),
        ("not-started", "in-progress", "2024-05-01", "in-progress"),
        ("in-progress", "completed", "2024-05-01", "completed"),
        ("completed", "cancelled", "2024-05-01", "cancelled"),
        # What it has brought to an end itself stays so while the whole goes on.
        ("completed", "paused", "2024-05-01", "completed"),
        ("cancelled", "in-progress", "2024-05-01", "cancelled"),
        # Not later: what it says of itself is the more exact.
        ("in-progress", "paused", "2024-03-01", "in-progress"),
        ("in-progress", "paused", "2024", "in-progress"),
        ("in-progress", "paused", "2024-02-01", "in-progress"),
    ],
)
def test_a_party_that_spoke_of_the_whole_since_has_told(
    own: str, whole: str, on: str, state: str
) -> None:
    found = standing(
        told("turvasuunnitelmat", own, "2024-03-01", "koivula", party="koivula"),
        told("turvasuunnitelmat", whole, on, "koivula"),
    )
    party = next(p for p in found.parties if p.party.id == "koivula")
    assert party.situation == state
    assert party.of_whole == (state == whole)


def test_what_another_said_of_the_whole_since_is_not_the_partys_word() -> None:
    own = told("turvasuunnitelmat", "in-progress", "2024-03-01", "koivula", party="koivula")
    other = told("turvasuunnitelmat", "paused", "2024-05-01", "hiidenmaa")
    county = told("turvasuunnitelmat", "completed", "2024-04-01", "hiidenmaa", party="koivula")
    found = {p.party.id: p for p in standing(own, other).parties}
    assert found["koivula"].state == "in-progress"
    # What another says of the party still disagrees with what it says of the whole.
    mine = told("turvasuunnitelmat", "paused", "2024-05-01", "koivula")
    found = {p.party.id: p for p in standing(own, county, mine).parties}
    assert {word.state for word in found["koivula"].latest} == {"completed", "paused"}


def test_where_one_party_alone_stands_behind_a_measure_its_state_is_the_partys() -> None:
    kb = region(
        told("tiedon-malli", "completed", "2024-03-01", "hiidenmaan-liitto", party="hiidenmaa"),
        tiedon_malli=("  - actor: kunnat\n    label: kunnat\n", ""),
    )
    measure = kb.measure("J2")
    assert measure is not None
    found = standings.of_one(kb, measure, DAY)
    assert found.state == "completed"
    assert [(p.party.id, p.state) for p in found.parties] == [("hiidenmaa", "completed")]
    assert [p.party.id for p in found.partners] == ["hiidenmaan-liitto"]


def test_nothing_recorded_is_not_the_same_as_told_by_parties_only() -> None:
    found = standing(
        told("turvasuunnitelmat", "completed", "2024-03-01", "koivula", party="koivula")
    )
    assert (found.state, found.situation) == (None, "no-own-state")
    assert found.heard == date(2024, 3, 1)


def test_who_does_not_answer_is_told_apart() -> None:
    found = standing(told("asuminen", "in-progress", "2024-03-01", "koivula", party="koivula"))
    assert found.parties == ()
    assert [(p.party.id, p.state) for p in found.others] == [("koivula", "in-progress")]


@pytest.mark.parametrize("state", ["cancelled", "merged", "completed"])
def test_a_measure_that_has_ended_is_owed_no_information(state: str) -> None:
    found = standing(told("turvasuunnitelmat", state, "2024-03-01", "hiidenmaa"))
    assert {p.situation for p in found.parties} == {"ended"}
    assert not found.is_silent(date(2026, 12, 31))


ENDED_IN_MARCH = ("responsible:", "end: 2024-03-31\nresponsible:")


@pytest.mark.parametrize(
    ("state", "situation"), [("in-progress", "ended"), ("completed", "completed")]
)
def test_what_goes_on_after_its_last_day_is_not_counted(state: str, situation: str) -> None:
    late = told("tiedon-malli", state, "2024-09-01", "koivula")
    kb = region(late, tiedon_malli=ENDED_IN_MARCH)
    measure = kb.measure("tiedon-malli")
    assert measure is not None
    found = standings.of_one(kb, measure, DAY)
    assert found.situation == situation
    before = region(
        told("tiedon-malli", "in-progress", "2024-03-01", "koivula"),
        late,
        tiedon_malli=ENDED_IN_MARCH,
    )
    assert standings.of_one(before, measure, DAY).state == state


GONE = ("official_name: Koivulan kaupunki", "official_name: Koivulan kunta\n    ended: 2023-06-30")


def test_a_report_of_a_party_that_is_gone_leaves_the_measure_without_information() -> None:
    kb = region(
        told("turvasuunnitelmat", "in-progress", "2024-03-01", "koivula", party="koivula"),
        parties=GONE,
    )
    measure = kb.measure("turvasuunnitelmat")
    assert measure is not None
    found = standings.of_one(kb, measure, DAY)
    assert [p.party.id for p in found.others] == ["koivula"]
    assert (found.heard, found.situation) == (None, "no-information")
    earlier = region(
        told("turvasuunnitelmat", "in-progress", "2023-03-01", "koivula", party="koivula"),
        parties=GONE,
    )
    assert standings.of_one(earlier, measure, DAY).heard == date(2023, 3, 1)
