"""What a rhythm as it is written asks for, and whom a force binds, with events that happened."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.facts.base import region
from yhdyspinta_cli.facts import windows
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import calendar, card, obligations
from yhdyspinta_cli.queries.card import Asked
from yhdyspinta_cli.queries.filters import Wanted
from yhdyspinta_cli.vocabulary import PARTS_OF_YEAR, PERS, RECURRENCES, Per

TWICE_A_YEAR = "      per: year\n      times: 2\n"
DOERS = "      - actor: hiidenmaa\n    to:\n      - kunnat\n"


def meeting(day: str, **keys: object) -> dict[str, object]:
    return {"type": "meeting", "title": "Foorumi", "on": day, "body": "foorumi", **keys}


def told(kb: KnowledgeBase, day: str, obligation: str = "velvoite-foorumi") -> dict[str, str]:
    """Return how an obligation stands in each of its periods on a day."""
    return {
        s.period.key: s.state + (" late" if s.is_late else "")
        for s in obligations.standings(kb, date.fromisoformat(day))
        if s.obligation.id == obligation and s.period is not None
    }


def test_what_is_done_after_the_day_of_its_year_is_met_late() -> None:
    by_april = (TWICE_A_YEAR, '      per: year\n      due: "04-30"\n')
    done = [meeting("2022-04-30"), meeting("2023-06-15")]
    kb = region(*done, obligations=by_april)
    assert told(kb, "2024-06-01") == {
        "2022": "met",
        "2023": "met late",
        "2024": "missed",
        "2025": "due",
    }
    assert told(kb, "2023-04-30")["2023"] == "due"
    # The year goes on, and its day is over.
    assert told(kb, "2023-05-01")["2023"] == "missed"
    # Of a month nobody knows that it was after the day.
    assert told(region(meeting("2022-04"), obligations=by_april), "2023-01-01")["2022"] == "met"


def test_four_meetings_of_one_day_are_not_four_quarters() -> None:
    quarterly = (TWICE_A_YEAR, "      per: quarter\n")
    kb = region(*(meeting("2023-12-12") for _ in range(4)), obligations=quarterly)
    found = told(kb, "2024-06-01")
    assert [found[f"2023-q{n}"] for n in (1, 2, 3, 4)] == ["not-known"] * 3 + ["met"]
    assert found["2024-q1"] == "missed"


def test_every_second_year_counts_from_its_first_one() -> None:
    rhythm = (TWICE_A_YEAR, '      per: year\n      every: 2\n      due: "03-01"\n')
    found = told(region(meeting("2022-02-11"), obligations=rhythm), "2024-02-01")
    assert found == {"2022--2023": "met", "2024--2025": "due"}


@pytest.mark.parametrize("per", PARTS_OF_YEAR)
def test_periods_longer_than_the_calendar_hold_every_day(per: Per) -> None:
    rhythm = (TWICE_A_YEAR, f"      per: {per}\n      every: 1000000000\n")
    found = told(region(meeting("2022-02-11"), obligations=rhythm), "2024-02-01")
    assert list(found.values()) == ["met"]


@pytest.mark.parametrize("unit", ["days", "weeks", "months"])
def test_a_limit_beyond_the_calendar_is_still_to_come(unit: str) -> None:
    never = (
        "    rhythm:\n      per: term\n",
        f"    rhythm:\n      within:\n        n: 1000000000\n        unit: {unit}\n"
        "        after: foorumi\n",
    )
    found = told(
        region(meeting("2022-05-02"), obligations=never), "2099-01-01", "velvoite-neuvottelu"
    )
    assert found == {"after-2022-05-02": "due"}


def test_within_days_of_what_starts_the_clock() -> None:
    soon = (
        "    rhythm:\n      per: term\n",
        "    rhythm:\n      within:\n        n: 30\n        unit: days\n        after: foorumi\n",
    )
    kb = region(
        meeting("2022-05-02"),
        meeting("2022-10-03"),
        meeting("2023-05-02"),
        *(
            {
                "type": "negotiation",
                "title": "Neuvottelu",
                "on": day,
                "party": "hiidenmaa",
                "fulfils": ["velvoite-neuvottelu"],
            }
            for day in ("2022-05-20", "2022-11-20")
        ),
        obligations=soon,
    )
    assert told(kb, "2023-06-02", "velvoite-neuvottelu") == {
        "after-2022-05-02": "met",
        "after-2022-10-03": "met late",
        "after-2023-05-02": "missed",
    }
    # Before the meeting was held nothing was owed.
    assert told(kb, "2022-05-01", "velvoite-neuvottelu") == {}
    # A year in which nothing started the clock has it among what has no period.
    assert [
        (s.state, s.period)
        for s in obligations.standings(kb, date(2024, 6, 1), year=2024)
        if s.obligation.id == "velvoite-neuvottelu"
    ] == [("when", None)]


def test_a_day_in_the_year_has_its_place_in_the_calendar() -> None:
    by_april = (TWICE_A_YEAR, '      per: year\n      due: "04-30"\n')
    found = calendar.year(region(obligations=by_april), 2024, date(2024, 1, 1))
    (entry,) = [e for e in found.months[3].entries if e.kind == "due"]
    assert (entry.record.id, entry.end) == ("velvoite-foorumi", date(2024, 4, 30))


@pytest.mark.parametrize("actor", ["koivula", "hiidenmaa"])
def test_each_doer_has_its_own_force(actor: str) -> None:
    two = (
        DOERS,
        "      - actor: hiidenmaa\n      - actor: kunnat\n        binding: programme\n",
    )
    kb = region(obligations=two)
    day = date(2024, 6, 1)

    def lines(binding: str | None) -> list[str | None]:
        found = card.card(kb, kb.entries[actor].record, day, Asked(Wanted(binding=binding)))  # type: ignore[arg-type]
        return [
            line.binding
            for group in found.groups
            for line in group.lines
            if line.record.id == "velvoite-neuvottelu"
        ]

    mine = "law" if actor == "hiidenmaa" else "programme"
    assert lines(None) == lines(mine) == [mine]
    assert lines("law" if mine == "programme" else "programme") == []
    (standing, *_rest) = [
        s
        for s in obligations.standings(kb, day, actor=actor)
        if s.obligation.id == "velvoite-neuvottelu"
    ]
    assert standing.forces == (mine,)


def test_a_seat_passes_on_no_duty_by_law() -> None:
    board = (DOERS, "      - actor: foorumi\n")
    kb = region(obligations=board)
    party = kb.entries["hiidenmaa"].record
    through = [
        (line.how, line.binding)
        for group in card.card(kb, party, date(2024, 6, 1)).groups
        for line in group.lines
        if line.record.id == "velvoite-neuvottelu"
    ]
    assert through == [("seat", None)]
    by_law = card.card(kb, party, date(2024, 6, 1), Asked(Wanted(binding="law")))
    assert not any(
        line.record.id == "velvoite-neuvottelu" for group in by_law.groups for line in group.lines
    )


def test_a_duty_by_law_neither_begins_nor_ends_with_the_agreement() -> None:
    kb = region()
    # The agreement is in force from 1 March 2022 to 30 June 2025.
    assert list(told(kb, "2026-05-01", "velvoite-raportti")) == [
        "2022",
        "2023",
        "2024",
        "2025",
        "2026",
        "2027",
    ]
    assert list(told(kb, "2026-05-01")) == ["2022", "2023", "2024", "2025"]
    (term, *_rest) = [
        s.period
        for s in obligations.standings(kb, date(2022, 6, 1))
        if s.obligation.id == "velvoite-neuvottelu"
    ]
    assert term is not None
    assert term.is_whole


@given(
    per=st.sampled_from(PERS),
    day=st.dates(date(1990, 1, 1), date(2090, 12, 31)),
    due=st.one_of(
        st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: f"{day:%m-%d}"),
        st.integers(1, 31).map(lambda number: f"{number:02}"),
    ),
)
def test_a_due_day_that_a_rhythm_may_have_lies_in_each_of_its_periods(
    per: Per, day: date, due: str
) -> None:
    if per == "term":
        assert not RECURRENCES[per].has_day(due)
        return
    window = windows.window(per, 1, day, day)
    assert window.start <= day <= window.end
    is_inside = window.start <= windows.due_in(window, due) <= window.end
    is_one_month = RECURRENCES[per].months == 1
    assert RECURRENCES[per].has_day(due) == (is_inside and is_one_month == ("-" not in due))
