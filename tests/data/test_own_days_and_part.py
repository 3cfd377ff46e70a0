"""What is told of a party is told of its own days and its own part, in the lived-in bases."""

import json
from pathlib import Path

from tests.conftest import TESTS, Yp
from tests.lived_on import record

ON, HELSE = record.HERE, TESTS / "helse"
DAY = ("--as-of", "2026-11-26")


def _read(yp: Yp, folder: Path, *line: str) -> str:
    done = yp(*line, cwd=folder)
    assert done.code == 0, done.err
    return " ".join(done.out.split())


def _data(yp: Yp, folder: Path, *line: str) -> dict[str, object]:
    data = json.loads(yp(*line, "--json", cwd=folder).out)["answer"]
    assert isinstance(data, dict)
    return data


def test_an_agreed_duty_due_before_a_party_joined_is_not_its_own(yp: Yp) -> None:
    """Kivikallio joined on 2026-03-01; counterparts were to be named by 2023-03-31."""
    duty = "Jokainen osapuoli nimeää vastinparinsa"
    assert duty not in _read(yp, ON, "owned-by", "kivikallio", *DAY)
    assert duty in _read(yp, ON, "owned-by", "hallavesi", *DAY)
    owed = _read(yp, ON, "obligations", "--actor", "kivikallio", *DAY)
    assert "2023-03-31" not in owed
    assert "9 not yet due" in owed


def test_what_was_due_before_a_party_joined_is_not_late_for_it(yp: Yp) -> None:
    late = "Late J5 Kriisiviestinnän yhteinen ohje, due 2025-03-31"
    assert late in _read(yp, ON, "owned-by", "ukonlampi", *DAY)
    assert "Late" not in _read(yp, ON, "owned-by", "kivikallio", *DAY)
    assert "J5" not in _read(yp, ON, "gaps", "--kind", "late", "--party", "kivikallio", *DAY)
    assert "J5" in _read(yp, ON, "gaps", "--kind", "late", "--party", "ukonlampi", *DAY)


def test_a_party_that_has_done_its_own_part_is_not_late(yp: Yp) -> None:
    """Elvedokka completed its part of 3.1 on 2024-12-01; the whole is late."""
    day = ("--as-of", "2025-12-31")
    assert "Due 2024-12-31, late" in _read(yp, HELSE, "who-owns", "3.1", *day)
    for party, is_late in (("elvedokka", False), ("bjorkvag", True)):
        assert ("Late 3.1" in _read(yp, HELSE, "owned-by", party, *day)) == is_late
        told = _read(yp, HELSE, "gaps", "--kind", "late", "--party", party, *day)
        assert ("3.1" in told) == is_late


def test_a_value_of_a_party_that_is_gone_says_so(yp: Yp) -> None:
    for line in (("who-owns", "A1"), ("show", "A1")):
        told = _read(yp, ON, *line, *DAY)
        assert "Joutsensalo (left the agreement 2026-06-30): yes" in told
        assert "Kaislaranta (ended 2025-12-31, now Rantaniemi): no" in told
        assert "Hallavesi: yes" in told
    report = _read(yp, ON, "report", "--year", "2026", "--lang", "en", *DAY)
    value = "no: Kaislaranta (2024-12-18; ended 2025-12-31, now Rantaniemi)"
    assert value in report
    before = _read(yp, ON, "who-owns", "A1", "--as-of", "2025-06-30")
    assert "Kaislaranta: no" in before


def test_an_ending_has_one_age_in_every_list(yp: Yp) -> None:
    found = _data(yp, ON, "gaps", *DAY)["gaps"]
    assert isinstance(found, list)
    days = {
        (gap["kind"], gap["about"][0]): gap["age_days"]
        for gap in found
        if gap["kind"] in ("ended", "left-open") and gap["about"][0] == "kaislaranta"
    }
    assert set(days) == {("ended", "kaislaranta"), ("left-open", "kaislaranta")}
    assert len(set(days.values())) == 1


def test_a_party_is_asked_for_what_was_left_to_it_and_for_turns_where_it_sits(yp: Yp) -> None:
    def left(party: str) -> set[tuple[str, str]]:
        found = _data(yp, ON, "gaps", "--kind", "left-open", "--party", party, *DAY)["gaps"]
        assert isinstance(found, list)
        return {(gap["code"] or gap["id"], gap["about"][0]) for gap in found}

    turns = {("yhteistyofoorumi", "joutsensalo"), ("yhteistyofoorumi", "kaislaranta")}
    # D5 is Lumikoski's, too: what two others left open there is their successors' to take up.
    assert left("lumikoski") == turns
    assert left("rantaniemi") == {*turns, ("D5", "kaislaranta"), ("D1", "metsoniemi")}
    assert left("vaskiharju") == {*turns, ("D5", "aijanselka"), ("B3", "aijanselka")}


def test_a_report_after_its_period_is_late_and_not_of_the_next(yp: Yp) -> None:
    told = _read(yp, ON, "obligations", "--year", "2026", *DAY)
    assert "half 1 of 2026 met late: 2026-07-03" in told
    assert "quarter 3 of 2026 met late: 2026-10-09" in told


def test_the_party_that_left_is_told_to_have_left(yp: Yp) -> None:
    told = _read(yp, ON, "validate", *DAY)
    assert "the party that it names had ended or left by its day" in told
    assert "the party that it names does not have to do it" not in told


def test_what_a_successor_replaces_is_not_its_document(yp: Yp) -> None:
    assert "Yhteistyöohjelma 2023–2026" in yp("report", "--year", "2026", *DAY, cwd=ON).out
    after = yp("report", "--year", "2027", "--as-of", "2027-02-01", cwd=ON).out
    assert "Yhteistyöohjelma 2023–2026" not in after
    assert "Yhteistyösopimus 2027–2030" in after


def test_the_way_by_an_own_seat_comes_before_that_of_a_part(yp: Yp) -> None:
    card = _read(yp, HELSE, "owned-by", "helse-storvidda", "--as-of", "2025-12-31")
    at = card.index("Avtalen gjennomgås")
    assert "samhandlingssjefen –" not in card[at : at + 120]


def test_the_counts_by_goal_and_interface_sum_to_the_total(yp: Yp) -> None:
    for folder in (ON, HELSE, TESTS / "region"):
        found = _data(yp, folder, "status", *DAY)
        total = found["total"]
        for by, rest in (("by_interface", "no_interface"), ("by_goal", "no_goal")):
            parts = found[by]
            assert isinstance(parts, dict)
            assert isinstance(total, dict)
            groups = [*parts.values(), *([found[rest]] if found[rest] else [])]
            if parts:
                assert {key: sum(one[key] for one in groups) for key in total} == total


def test_no_evidence_ends_in_two_full_stops(yp: Yp) -> None:
    told = yp("report", "--year", "2026", *DAY, "--lang", "en", cwd=ON).out
    assert "Evidence: käyttöönotto 8.6." in told
    assert "käyttöönotto 8.6.." not in told


def test_quotation_marks_are_those_of_the_page(yp: Yp) -> None:
    for lang, marks in (("en", "“"), ("fi", "”")):
        told = yp("report", "--as-of", "2025-12-31", "--lang", lang, cwd=TESTS / "lived").out
        assert f"{marks}vastuu sovitaan foorumissa”" in told
