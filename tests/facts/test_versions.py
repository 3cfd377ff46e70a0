"""A year is reported by the version of the agreement that held: amended, extended, replaced."""

from datetime import date

import pytest

from tests.facts.test_time import amended
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.facts import agreement
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import gaps, obligations
from yhdyspinta_cli.report import legal_context
from yhdyspinta_cli.report.build import refuse_outside

TWO_AMENDMENTS = """amendments:
  - id: muutos-1
    type: amendment
    title: Muutos 1
    day: 2023-03-01
  - id: muutos-2
    type: amendment
    title: Muutos 2
    day: 2024-03-01
    end: 2026-12-31
"""

SUCCESSOR = """amendments:
  - id: jatko
    type: extension
    title: Jatkosopimus
    day: 2025-07-01
    end: 2026-03-31
  - id: uusi
    type: successor
    title: Yhteistyösopimus 2026
    day: 2026-07-01
"""


def periods_of(kb: KnowledgeBase, day: date, obligation: str) -> dict[str, tuple[str, str, bool]]:
    return {
        s.period.key: (str(s.period.start), str(s.period.end), s.period.is_whole)
        for s in obligations.standings(kb, day)
        if s.obligation.id == obligation and s.period is not None
    }


@pytest.mark.parametrize(
    ("year", "title", "end"),
    [
        (2022, "", date(2025, 6, 30)),
        (2023, "Muutos 1", date(2025, 6, 30)),
        (2024, "Muutos 2", date(2026, 12, 31)),
    ],
)
def test_each_year_is_told_by_the_amendment_that_held(year: int, title: str, end: date) -> None:
    kb = amended(TWO_AMENDMENTS)
    told = legal_context.validity(kb, year, date(year, 12, 31))
    assert (told.version, told.end) == (title, end)
    # As of a later day the year is still told by the version that held in it.
    assert legal_context.validity(kb, year, date(2026, 6, 1)).version == title


def test_each_year_is_told_by_the_agreement_that_held() -> None:
    kb = amended(SUCCESSOR)
    found = {
        year: legal_context.validity(kb, year, date(year, 12, 31)) for year in range(2024, 2028)
    }
    assert [(year, told.version, told.end) for year, told in found.items()] == [
        (2024, "", date(2025, 6, 30)),
        (2025, "Jatkosopimus", date(2026, 3, 31)),
        (2026, "Yhteistyösopimus 2026", None),
        (2027, "Yhteistyösopimus 2026", None),
    ]


def test_an_extension_is_known_from_its_day_on() -> None:
    kb = amended(SUCCESSOR)
    assert periods_of(kb, date(2025, 6, 30), "velvoite-foorumi")["2025"] == (
        "2025-01-01",
        "2025-06-30",
        False,
    )
    assert periods_of(kb, date(2025, 7, 1), "velvoite-foorumi")["2025"] == (
        "2025-01-01",
        "2025-12-31",
        True,
    )


def test_nothing_is_owed_between_two_agreements() -> None:
    kb = amended(SUCCESSOR, obligations=("per: year\n      times: 2", "per: month"))
    day = date(2026, 8, 15)
    found = periods_of(kb, day, "velvoite-foorumi")
    assert [key for key in found if key.startswith("2026")] == [
        *("2026-01", "2026-02", "2026-03", "2026-07", "2026-08", "2026-09"),
    ]
    assert agreement.gaps(kb, day)[0].start == date(2026, 4, 1)


def test_after_the_end_nothing_more_is_missing() -> None:
    kb = amended("")
    last, later = date(2025, 6, 30), date(2027, 6, 30)

    def owed(day: date) -> set[tuple[str, str]]:
        return {
            (s.obligation.id, s.period.key)
            for s in obligations.standings(kb, day)
            if s.period is not None and "law" not in s.forces
        }

    def lacking(day: date) -> set[tuple[str, str]]:
        kinds = ("silent", "no-information", "missed")
        return {(gap.kind, gap.record.id) for gap in gaps.ledger(kb, day, kinds=kinds).gaps}

    assert owed(later) == owed(last)
    assert lacking(later) == lacking(last)


def test_a_year_between_names_the_choice() -> None:
    kb = amended(SUCCESSOR.replace("2026-07-01", "2028-07-01"))
    refuse_outside(kb, 2026, date(2029, 1, 1))
    with pytest.raises(UserError) as refused:
        refuse_outside(kb, 2027, date(2029, 1, 1))
    assert refused.value.hint == "choose 2026 or an earlier year, or 2028 or a later one"
    with pytest.raises(UserError):
        refuse_outside(kb, 2028, date(2027, 1, 1))
    refuse_outside(kb, 2028, date(2029, 1, 1))


def test_the_days_between_two_versions_are_told_once_the_next_holds() -> None:
    kb = amended(SUCCESSOR)
    days = [
        [(str(gap.start), str(gap.end)) for gap in legal_context.validity(kb, 2026, day).gaps]
        for day in (date(2026, 6, 30), date(2027, 12, 31))
    ]
    assert days == [[], [("2026-04-01", "2026-06-30")]]


def test_a_year_of_a_successor_to_come_names_it_and_its_day() -> None:
    kb = amended(SUCCESSOR)
    with pytest.raises(UserError) as refused:
        refuse_outside(kb, 2027, date(2026, 1, 1), date(2026, 1, 1))
    assert "from 2026-07-01 until further notice by Yhteistyösopimus 2026" in str(refused.value)
    assert "--as-of 2026-07-01" in str(refused.value.hint)
    # An earlier year names the choice of the day that is asked on, not of its own last day.
    with pytest.raises(UserError) as before:
        refuse_outside(kb, 2010, date(2010, 12, 31), date(2026, 1, 1))
    assert "to 2026" in str(before.value.hint)
