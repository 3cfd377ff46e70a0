"""What is met, due, missed or not known; and that no record makes it look worse than it was."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import REGION, SHIPPED, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.model.knowledge_base import Entry, KnowledgeBase
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.queries import next_due, obligations
from yhdyspinta_cli.queries.obligations import ObligationStanding

KB = store.load(REGION).kb
BODIES = [None, "foorumi", "turvaverkosto"]
PARTIES = [None, "koivula", "ahtala", "hiidenmaa", "kunnat", "hyvinvointipalvelut"]
DUTIES = [o.id for o in KB.obligations]


def event(folder: Path, name: str, **keys: Any) -> None:
    """Write an event as a file of the copied region."""
    target = folder / "data" / "events" / str(keys["on"])[:4]
    target.mkdir(parents=True, exist_ok=True)
    body = {"id": name, "type": "meeting", "title": "Kokous"} | keys
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in body.items()]
    text = "\n".join(lines).replace(f'"{keys["on"]}"', str(keys["on"]))
    (target / f"{name}.yaml").write_text(text + "\n", "utf-8")


def state(folder: Path, obligation: str, period: str, day: str, party: str | None = None) -> str:
    """The state of one obligation, period and party, with its reason."""
    found = {
        (s.obligation.id, s.period.key if s.period else "", s.party.id if s.party else None): s
        for s in obligations.standings(store.load(folder).kb, date.fromisoformat(day))
    }
    standing = found[obligation, period, party]
    late = " late" if standing.is_late else ""
    return standing.state + late + (f" {standing.reason}" if standing.reason else "")


def test_the_whole_answer(yp: Yp) -> None:
    result = yp("obligations", "--year", "2023", "--as-of", "2024-06-01")
    assert result.code == 0
    assert result.out == EXPECTED
    assert max(len(line) for line in result.out.splitlines()) <= 80


EXPECTED = """\
Obligations of 2023 on 2024-06-01
Of 7 periods 1 is met, 1 not yet due, 1 missed, and 4 not known.

Obligation                  Force      Period         Standing
--------------------------------------------------------------------------------
Foorumi kokoontuu kaksi     agreement  2023           missed (1 of 2)
kertaa vuodessa
Kunta raportoi              law        2023           4 parties: 1 met
valtuustolle vuosittain                               (Koivula); 3 not known
Neuvottelu kerran           law        2021–2025      due by 2025-05-31
valtuustokaudessa
Malli kokeillaan vuonna     programme  by 2023-12-31  not known
2023

Without a period
Obligation                          Force      When
--------------------------------------------------------------------------------
Aikataulusta sovitaan kauden        agreement  uuden valtuustokauden
ensimmäisessä foorumissa                       ensimmäisessä foorumissa

How to read this
  - Missed: the period is over, too few events are recorded in it, and events
    that could fulfil it were being recorded by then: the first one (of the
    same party, where each does it for itself) is not later than the due day.
    Everything else that is over is not known.
  - Not known: no such event is recorded by the due day.
"""


def test_the_shipped_data_records_no_meetings_and_says_so(yp: Yp) -> None:
    result = yp("obligations", "--as-of", "2026-06-01", cwd=SHIPPED)
    assert result.code == 0
    sentence = "No meetings or other events are recorded in the data, so nothing is shown as met"
    assert sentence in result.out
    found = obligations.standings(store.load(SHIPPED).kb, date(2026, 6, 1))
    assert {s.state for s in found} == {"not-known", "due", "when"}
    # The agreement has ended; what is still due is due by law.
    assert {s.forces[0] for s in found if s.state == "due"} == {"law"}
    assert max(len(line) for line in result.out.splitlines()) <= 80


def test_json_tells_every_party_and_why(yp: Yp) -> None:
    result = yp("obligations", "--year", "2023", "--as-of", "2024-06-01", "--json")
    answer = json.loads(result.out)
    assert (answer["schema_version"], answer["kind"]) == (1, "obligations")
    standings = answer["answer"]["standings"]
    reports = {s["party"]: s for s in standings if s["obligation"] == "velvoite-raportti"}
    assert [(key, s["state"], s["reason"]) for key, s in reports.items()] == [
        ("alberga", "not-known", "not-recorded"),
        ("koivula", "met", None),
        ("ohkola", "not-known", "not-recorded"),
        ("ahtala", "not-known", "not-recorded"),
    ]
    assert reports["koivula"]["events"] == [
        {
            "id": "2023-05-08-raportti-koivula-d4e5f6",
            "title": "Hyvinvointikertomus valtuustolle",
            "on": "2023-05-08",
        }
    ]
    forum = next(s for s in standings if s["obligation"] == "velvoite-foorumi")
    assert forum["period"] == {
        "key": "2023",
        "start": "2023-01-01",
        "end": "2023-12-31",
        "due": "2023-12-31",
        "whole": True,
        "term": None,
    }
    assert (forum["state"], forum["needed"], forum["recorded_since"]) == ("missed", 2, "2022-04-20")


def test_csv_has_a_row_a_period_and_party(yp: Yp) -> None:
    result = yp("obligations", "--year", "2023", "--as-of", "2024-06-01", "--csv")
    lines = result.out.splitlines()
    assert lines[0].startswith(
        "id,Obligation,Force,Rhythm,Party id,Party,Area,Period,Start,End,Due"
    )
    assert len(lines) == 1 + 8
    assert (
        "velvoite-foorumi,Foorumi kokoontuu kaksi kertaa vuodessa,agreement,2 times a year,,,,2023,"
        "2023-01-01,2023-12-31,2023-12-31,missed,,1,2,2023-04-19-foorumi-c3d4e5,," in lines
    )


def test_actor_and_binding_choose(yp: Yp) -> None:
    result = yp("obligations", "--actor", "koivula", "--binding", "law", "--as-of", "2024-06-01")
    assert "Kunta raportoi" in result.out
    assert "Foorumi" not in result.out
    assert "Of 4 periods 1 is met, 2 not yet due, and 1 not known." in result.out
    unit = yp("obligations", "--actor", "koordinaattori", "--as-of", "2024-06-01")
    assert "Nothing is found with these conditions: actor hyvinvointikoordinaattori." in unit.out
    services = yp("obligations", "--actor", "hyvinvointipalvelut", "--as-of", "2024-06-01")
    assert "Malli kokeillaan" in services.out


def test_as_of_counts_only_what_had_happened(region: Path) -> None:
    assert state(region, "velvoite-foorumi", "2022", "2022-10-11") == "due"
    assert state(region, "velvoite-foorumi", "2022", "2022-10-12") == "met"


def test_the_due_day_itself_is_still_in_time(region: Path) -> None:
    assert state(region, "velvoite-foorumi", "2023", "2023-12-31") == "due"
    assert state(region, "velvoite-foorumi", "2023", "2024-01-01") == "missed"


def test_missed_needs_a_record_that_reaches_the_period(region: Path) -> None:
    for path in (region / "data/events").rglob("*.yaml"):
        path.unlink()
    day = "2025-02-01"
    years = ("2022", "2023", "2024")
    assert {state(region, "velvoite-foorumi", y, day) for y in years} == {"not-known not-recorded"}
    event(region, "2023-05-05-a-1", on="2023-05-05", body="foorumi")
    assert [state(region, "velvoite-foorumi", y, day) for y in years] == [
        "not-known not-recorded",
        "missed",
        "missed",
    ]
    # An event of another body, or another kind, is no record of this one.
    event(region, "2022-05-05-b-1", on="2022-05-05", body="turvaverkosto")
    event(region, "2022-05-05-c-1", on="2022-05-05", body="foorumi", type="decision")
    assert state(region, "velvoite-foorumi", "2022", day) == "not-known not-recorded"


def test_one_partys_record_says_nothing_of_anothers(region: Path) -> None:
    day = "2025-02-01"
    assert state(region, "velvoite-raportti", "2024", day, "koivula") == "missed"
    assert state(region, "velvoite-raportti", "2024", day, "ahtala") == "not-known not-recorded"


def test_part_of_a_period_is_never_called_missed(region: Path) -> None:
    # Municipal reports have no `first`: 2022 begins with the agreement on 1 March.
    event(
        region,
        "2022-04-04-a-1",
        on="2022-04-04",
        type="negotiation",
        party="hiidenmaa",
        fulfils=["velvoite-neuvottelu"],
    )
    day = "2026-01-01"
    assert state(region, "velvoite-neuvottelu", "kausi-2021", day) == "met"
    # By law the next term is owed as a whole, whatever the agreement says.
    assert state(region, "velvoite-neuvottelu", "kausi-2025", day) == "due"
    assert state(region, "velvoite-foorumi", "2025", day) == "not-known part"


def test_by_hand_goes_before_the_rule(region: Path) -> None:
    day = "2024-06-01"
    event(region, "2023-06-06-a-1", on="2023-06-06", body="foorumi")
    assert state(region, "velvoite-foorumi", "2023", day) == "met"
    event(
        region, "2023-06-06-a-1", on="2023-06-06", body="foorumi", not_fulfils=["velvoite-foorumi"]
    )
    assert state(region, "velvoite-foorumi", "2023", day) == "missed"
    event(region, "2023-07-07-b-1", on="2023-07-07", type="other", fulfils=["velvoite-foorumi"])
    assert state(region, "velvoite-foorumi", "2023", day) == "met"
    # Of no party it counts for nobody, of all of them for each.
    raportti = {"on": "2023-08-08", "type": "other", "fulfils": ["velvoite-raportti"]}
    event(region, "2023-08-08-c-1", **raportti)
    assert state(region, "velvoite-raportti", "2023", day, "ahtala") == "not-known not-recorded"
    event(region, "2023-08-08-c-1", party="kunnat", **raportti)
    assert state(region, "velvoite-raportti", "2023", day, "ahtala") == "met"


def test_a_report_of_another_party_does_not_fulfil(region: Path) -> None:
    # Koivula's report to its council is no trial of the county's model.
    assert state(region, "velvoite-malli", "by-2023", "2024-06-01") == "not-known not-recorded"
    unit = {"on": "2023-06-06", "type": "report", "party": "hyvinvointipalvelut"}
    event(region, "2023-06-06-a-1", **unit)
    assert state(region, "velvoite-malli", "by-2023", "2024-06-01") == "not-known not-recorded"
    event(region, "2023-06-06-a-1", fulfils=["velvoite-malli"], **unit)
    assert state(region, "velvoite-malli", "by-2023", "2024-06-01") == "met"


def test_done_after_its_day_is_met_late(region: Path) -> None:
    event(region, "2024-02-02-a-1", on="2024-02-02", type="report", fulfils=["velvoite-malli"])
    assert state(region, "velvoite-malli", "by-2023", "2024-06-01") == "met late"


@pytest.mark.parametrize("correction", [{"void": True}, {"body": "turvaverkosto"}])
def test_what_was_corrected_does_not_count(region: Path, correction: dict[str, Any]) -> None:
    first = "2022-10-12-foorumi-b2c3d4"
    keys = {"on": "2022-10-12", "body": "foorumi", "corrects": first} | correction
    event(region, "2022-10-12-korjaus-1", **keys)
    assert state(region, "velvoite-foorumi", "2022", "2023-06-01") == "missed"


def test_a_year_counts_from_its_last_day(region: Path) -> None:
    event(region, "2023-a-1", on="2023", type="meeting", body="foorumi")
    assert state(region, "velvoite-foorumi", "2023", "2023-12-30") == "due"
    assert state(region, "velvoite-foorumi", "2023", "2023-12-31") == "met"


def test_next_due_is_what_falls_due_first() -> None:
    found = next_due.next_due(KB, "koivula", date(2024, 6, 1))
    assert found is not None
    assert (found.day, [s.obligation.id for s in found.obligations]) == (
        date(2024, 12, 31),
        ["velvoite-raportti"],
    )
    later = next_due.next_due(KB, "hiidenmaa", date(2025, 6, 1))
    assert later is not None
    assert later.day == date(2025, 6, 30)
    # The agreement has ended, and the law has not.
    after = next_due.next_due(KB, "koivula", date(2026, 1, 1))
    assert after is not None
    assert [s.forces for s in after.obligations] == [("law",)]
    assert next_due.next_due(KB, "hiidenmaan-liitto", date(2026, 1, 1)) is None


def test_missed_is_what_the_standings_call_missed() -> None:
    found = obligations.missed(KB, date(2024, 6, 1))
    assert [(s.obligation.id, s.period.key if s.period else "") for s in found] == [
        ("velvoite-foorumi", "2023")
    ]


EVENTS = st.builds(
    Event,
    id=st.just("2099-uusi-1"),
    type=st.sampled_from(["meeting", "negotiation", "report", "decision", "survey"]),
    title=st.just("Uusi"),
    on=st.dates(date(2021, 1, 1), date(2026, 12, 31)).flatmap(
        lambda day: st.sampled_from(
            [Moment(day.isoformat()), Moment(day.isoformat()[:7]), Moment(day.isoformat()[:4])]
        )
    ),
    body=st.sampled_from(BODIES),
    party=st.sampled_from(PARTIES),
    fulfils=st.sampled_from([(), *((key,) for key in DUTIES)]),
    not_fulfils=st.sampled_from([(), *((key,) for key in DUTIES)]),
)


def with_events(kb: KnowledgeBase, events: list[Event]) -> KnowledgeBase:
    """The knowledge base with more events."""
    more = {
        f"{event.id}{number}": Entry(replace(event, id=f"{event.id}{number}"), "", ())
        for number, event in enumerate(events)
    }
    return replace(kb, entries={**kb.entries, **more})


def by_key(kb: KnowledgeBase, day: date) -> dict[tuple[str, str, str], ObligationStanding]:
    return {
        (s.obligation.id, s.period.key if s.period else "", s.party.id if s.party else ""): s
        for s in obligations.standings(kb, day)
    }


@given(st.lists(EVENTS, max_size=8), EVENTS, st.dates(date(2021, 1, 1), date(2027, 1, 1)))
def test_adding_an_event_never_makes_it_look_worse_than_recorded(
    recorded: list[Event], added: Event, day: date
) -> None:
    before = by_key(with_events(KB, recorded), day)
    after = by_key(with_events(KB, [*recorded, added]), day)
    assert before.keys() == after.keys()
    for key, old in before.items():
        new = after[key]
        if old.state == "met":
            assert new.state == "met"
            assert old.is_late or not new.is_late
        if old.state != "missed" and new.state == "missed":
            # Only a record that reaches the period can tell that it was missed.
            assert old.state == "not-known"
            assert new.due is not None
            assert added.on.last <= new.due
            assert added.on.last <= day
        if old.state == "missed":
            assert new.state in ("missed", "met")


@given(st.lists(EVENTS, max_size=8), st.dates(date(2021, 1, 1), date(2027, 1, 1)))
def test_missed_is_said_only_of_whole_periods_that_are_over_and_recorded(
    recorded: list[Event], day: date
) -> None:
    for standing in obligations.standings(with_events(KB, recorded), day):
        if standing.state == "missed":
            assert standing.period is not None
            assert standing.period.is_whole
            assert standing.period.due < day
            assert standing.since is not None
            assert standing.since <= standing.period.due
            assert len(standing.events) < standing.needed
        assert (standing.reason is None) == (standing.state != "not-known")
