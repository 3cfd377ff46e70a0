"""What changes with the day: parties that join, leave and merge, and what that leaves open."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.facts.base import region
from yhdyspinta_cli.checks.references import dangling as unresolved
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.facts import agreement, behind, lifetime, naming, standings
from yhdyspinta_cli.facts.region import measures, parties
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.queries import gaps, obligations, rotation, status
from yhdyspinta_cli.report import legal_context
from yhdyspinta_cli.report.build import refuse_outside

_KOIVULA = 'code: "992"\n'
DAYS = st.dates(date(2022, 3, 1), date(2025, 6, 30))


def merged(last: date, *happened: Mapping[str, object]) -> KnowledgeBase:
    """The region in which Koivula merges into Ålberga after its `last` day."""
    changed = f"{_KOIVULA}    ended: {last}\n    successor: alberga\n"
    return region(*happened, parties=(_KOIVULA, changed))


def left(last: date, *happened: Mapping[str, object]) -> KnowledgeBase:
    """The region whose agreement Koivula leaves after its `last` day."""
    return region(*happened, parties=(_KOIVULA, f"{_KOIVULA}    left: {last}\n"))


def ids(kb: KnowledgeBase, key: str, day: date) -> list[str]:
    return [party.id for party in behind.parties(kb, key, day)]


def test_who_merged_answers_to_its_last_day_and_its_successor_after_it() -> None:
    kb = merged(date(2023, 6, 30))

    assert ids(kb, "kunnat", date(2023, 6, 30)) == ["alberga", "koivula", "ohkola", "ahtala"]
    assert ids(kb, "kunnat", date(2023, 7, 1)) == ["alberga", "ohkola", "ahtala"]
    assert ids(kb, "koivula", date(2023, 7, 1)) == ["alberga"]
    assert ids(kb, "koivulan-johtaja", date(2023, 7, 1)) == ["alberga"]


def test_who_left_answers_no_more_and_nobody_comes_after_it() -> None:
    kb = left(date(2023, 6, 30))
    day = date(2023, 7, 1)

    assert ids(kb, "kunnat", day) == ["alberga", "ohkola", "ahtala"]
    assert ids(kb, "koivula", day) == ids(kb, "koivulan-johtaja", day) == []
    ending = lifetime.ending(kb, "koivula", day)
    assert ending == lifetime.Ending("koivula", date(2023, 6, 30), None, "left")


def test_who_joins_later_is_no_party_before() -> None:
    kb = region(parties=(_KOIVULA, f"{_KOIVULA}    joined: 2024-01-01\n"))

    assert "koivula" not in [party.id for party in parties(kb, date(2023, 12, 31))]
    assert "koivula" in [party.id for party in parties(kb, date(2024, 1, 1))]


REPORTS = (
    {"measure": "tiedon-malli", "state": "in-progress", "on": "2023-02-01", "by": "koivula"},
    {"measure": "tiedon-malli", "state": "completed", "on": "2023-02-01", "by": "alberga"},
)


@settings(max_examples=15)
@given(last=DAYS, before=st.integers(0, 900), leaves=st.booleans())
def test_a_change_recorded_later_changes_no_answer_of_an_earlier_day(
    last: date, before: int, leaves: bool
) -> None:
    day = max(last - timedelta(days=before), date(2022, 3, 1))
    plain = region(*REPORTS)
    changed = left(last, *REPORTS) if leaves else merged(last, *REPORTS)

    assert _answers(plain, day) == _answers(changed, day)


def _answers(kb: KnowledgeBase, day: date) -> object:
    found = status.overview(kb, kb.measures, day)
    return (
        [party.id for party in parties(kb, day)],
        found.total,
        found.by_party,
        [[n.actor for n in naming.named(kb, measure, day)] for measure in kb.measures],
        [s.situation for s in standings.of(kb, kb.measures, day)],
        [
            (s.obligation.id, s.period, s.party and s.party.id, s.state)
            for s in obligations.standings(kb, day)
        ],
    )


_VALIDITY = "  end: 2025-06-30\n"


def amended(
    text: str, *, end: str = _VALIDITY, obligations: tuple[str, str] = ("", "")
) -> KnowledgeBase:
    """The region whose agreement has these keys after its validity."""
    return region(agreement=(_VALIDITY, end + text), obligations=obligations)


def test_an_agreement_without_an_end_holds_and_its_duties_go_on() -> None:
    kb = amended("notice:\n  months: 12\n", end="")

    assert agreement.last_day(kb) is None
    assert agreement.holds(kb, date(2040, 1, 1))
    assert not agreement.holds(kb, date(2022, 2, 28))
    found = [s for s in obligations.standings(kb, date(2040, 6, 1)) if s.period]
    assert {s.period.end.year for s in found if s.period and s.obligation.rhythm.per == "year"} >= {
        2039,
        2040,
    }
    # Of what has no end the present period is told, and the one after it.
    assert all(s.period.start <= date(2041, 12, 31) for s in found if s.period)


EXTENDED = """amendments:
  - id: jatko
    type: extension
    title: Jatkosopimus
    day: 2025-07-01
    end: 2027-12-31
  - id: uusi-sopimus
    type: successor
    title: Yhteistyösopimus 2028
    day: 2028-03-01
"""


def test_the_last_day_follows_extensions_and_successors() -> None:
    kb = amended(EXTENDED)

    assert agreement.last_day(kb, date(2025, 6, 30)) == date(2025, 6, 30)
    assert agreement.last_day(kb, date(2025, 7, 1)) == date(2027, 12, 31)
    assert agreement.holds(kb, date(2027, 12, 31))
    assert not agreement.holds(kb, date(2028, 2, 1))  # Between the two nothing holds.
    assert agreement.holds(kb, date(2035, 1, 1))
    assert agreement.version(kb, date(2025, 6, 30)) is None
    named = agreement.version(kb, date(2028, 3, 1))
    assert named is not None
    assert named.title == "Yhteistyösopimus 2028"


def test_a_report_tells_by_which_version_the_agreement_holds() -> None:
    kb = amended(EXTENDED)

    assert legal_context.validity(kb, 2024, date(2024, 12, 31)).version == ""
    later = legal_context.validity(kb, 2026, date(2026, 12, 31))
    assert (later.version, later.end) == ("Jatkosopimus", date(2027, 12, 31))


def test_a_year_without_validity_names_the_years_there_are() -> None:
    with pytest.raises(UserError) as refused:
        refuse_outside(amended("", end=""), 2021, date(2023, 1, 1))
    assert "2022" in (refused.value.hint or "")


def test_a_membership_has_days_and_an_id_alone_is_one_of_all_days() -> None:
    kb = region(actors=("      - koivula\n", "      - actor: koivula\n        end: 2023-06-30\n"))

    assert "koivula" in ids(kb, "kunnat", date(2023, 6, 30))
    assert ids(kb, "kunnat", date(2023, 7, 1)) == ["alberga", "ohkola", "ahtala"]
    assert "koivula" not in ids(kb, "osapuolet", date(2023, 7, 1))
    dangling = region(actors=("      - koivula\n", "      - koivla\n"))
    (found,) = [v for v in unresolved(dangling) if "koivla" in v.message]
    assert found.route == ("members", 1, "actor")


def test_a_measure_and_who_answers_for_it_have_days() -> None:
    kb = region(
        tiedon_malli=("responsible:\n", "end: 2023-12-31\nresponsible:\n"),
        tietopohja=("    label: Aluek", "    end: 2023-06-30\n    label: Aluek"),
    )
    before, after = date(2023, 6, 30), date(2024, 1, 1)
    measure = kb.measure("tietopohja")

    assert measure is not None
    assert len(naming.named(kb, measure, before)) == len(naming.named(kb, measure, after)) + 1
    assert [m.id for m in measures(kb, before)] == [m.id for m in kb.measures]
    assert "tiedon-malli" not in [m.id for m in measures(kb, after)]
    assert "tiedon-malli" not in {g.record.id for g in gaps.ledger(kb, after).gaps}


OWN = {"measure": "tiedon-malli", "state": "in-progress", "party": "koivula", "by": "koivula"}


def open_after(last: date, day: date, *happened: Mapping[str, object]) -> list[tuple[str, object]]:
    found = gaps.ledger(merged(last, *happened), day, kinds=("left-open",)).gaps
    return [(gap.record.id, gap.about) for gap in found if isinstance(gap.record, Measure)]


def test_what_a_merger_leaves_open_is_told_until_the_successor_speaks() -> None:
    last, day = date(2023, 6, 30), date(2023, 12, 31)
    before = {**OWN, "on": "2023-05-01"}
    done = {**OWN, "on": "2023-06-01", "state": "completed"}
    word = {**before, "party": "alberga", "by": "alberga"}

    assert open_after(last, day, before) == [("tiedon-malli", ("koivula", "alberga"))]
    assert open_after(last, last, before) == []
    assert open_after(last, day, before, done) == []
    assert open_after(last, day, before, {**word, "on": "2023-09-01"}) == []
    # What the successor said before the merger was of itself as it was then.
    assert len(open_after(last, day, before, {**word, "on": "2023-05-01"})) == 1


def test_a_turn_of_one_that_is_gone_is_left_open_and_not_given_to_it() -> None:
    last, day = date(2023, 6, 30), date(2023, 12, 31)
    meeting = {"type": "meeting", "title": "Kokous", "body": "foorumi", "on": "2023-09-01"}
    kb = left(last, {**meeting, "chair": "alberga"})

    found = gaps.ledger(kb, day, kinds=("left-open",)).gaps
    assert [(gap.record.id, gap.about) for gap in found] == [("foorumi", ("koivula",))]
    # Koivula follows Ålberga in the order; its turn passes to the one after it.
    assert [r.next for r in rotation.rotations(kb, day, body="foorumi").found] == ["ahtala"]
    assert [r.next for r in rotation.rotations(kb, last, body="foorumi").found] == ["koivula"]
