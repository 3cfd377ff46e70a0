"""What an event proves: what it names, or the one obligation whose body it is of; nothing else."""

from datetime import date

import pytest

from tests.facts.base import region
from yhdyspinta_cli.checks import proofs
from yhdyspinta_cli.checks.rule import Context
from yhdyspinta_cli.facts import events
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.queries import earlier_period, obligations

DAY = date(2024, 12, 31)


def happened(type: str, on: str, **more: object) -> dict[str, object]:
    return {"type": type, "title": "Tapahtuma", "on": date.fromisoformat(on), **more}


def reasons(kb: KnowledgeBase) -> dict[str, str | None]:
    (event,) = kb.of(Event)
    return {v.obligation.id: v.reason for v in events.judged(kb, event)}


def state(kb: KnowledgeBase, obligation: str, year: int = 2024) -> list[str]:
    return [
        s.state
        for s in obligations.standings(kb, DAY, year=year, over=True)
        if s.obligation.id == obligation
    ]


def test_an_event_of_the_body_fulfils_without_naming() -> None:
    kb = region(happened("meeting", "2024-04-17", body="foorumi"))
    assert reasons(kb) == {"velvoite-foorumi": None}


def test_what_is_named_is_fulfilled_and_nothing_else() -> None:
    kb = region(
        happened("report", "2023-05-08", party="koivula", fulfils=["velvoite-raportti"]),
    )
    assert reasons(kb) == {"velvoite-raportti": None}
    assert state(kb, "velvoite-malli", 2023) == ["not-known"]


@pytest.mark.parametrize("kind", ["report", "negotiation"])
def test_the_kind_alone_fulfils_nothing(kind: str) -> None:
    kb = region(happened(kind, "2023-05-08"))
    assert set(reasons(kb).values()) == {"kind-alone"}
    assert all(
        not s.events
        for s in obligations.standings(kb, DAY)
        if s.obligation.id != "velvoite-foorumi"
    )


def test_where_several_can_be_meant_none_is_counted() -> None:
    twin = "  - id: velvoite-foorumi\n"
    other = """  - id: velvoite-toinen
    title: Foorumi kokoontuu myös keväällä
    doers:
      - actor: hiidenmaa
    body: foorumi
    rhythm:
      per: year
    binding: agreement
    fulfilled_by:
      events:
        - meeting
      body: foorumi
"""
    kb = region(happened("meeting", "2024-04-17", body="foorumi"), obligations=(twin, other + twin))
    assert set(reasons(kb).values()) == {"several-meant"}
    named = region(
        happened("meeting", "2024-04-17", body="foorumi", fulfils=["velvoite-toinen"]),
        obligations=(twin, other + twin),
    )
    assert state(named, "velvoite-toinen") == ["met"]
    assert state(named, "velvoite-foorumi") == ["not-known"]


def test_a_day_outside_every_period_fulfils_nothing() -> None:
    kb = region(happened("meeting", "2025-10-01", body="foorumi"))
    assert reasons(kb) == {"velvoite-foorumi": "outside-period"}
    (event,) = kb.of(Event)
    assert events.fulfilled_by(kb, event) == ()


def test_what_each_party_does_counts_for_the_party_that_is_named() -> None:
    kb = region(happened("report", "2024-05-06", fulfils=["velvoite-raportti"]))
    assert reasons(kb) == {"velvoite-raportti": "party-not-named"}
    one = region(happened("report", "2024-05-06", party="koivula", fulfils=["velvoite-raportti"]))
    assert sorted(state(one, "velvoite-raportti")) == ["met", "not-known", "not-known", "not-known"]
    everyone = region(
        happened("report", "2024-05-06", party="kunnat", fulfils=["velvoite-raportti"])
    )
    assert state(everyone, "velvoite-raportti") == ["met"] * 4
    county = region(
        happened("report", "2024-05-06", party="hiidenmaa", fulfils=["velvoite-raportti"])
    )
    assert reasons(county) == {"velvoite-raportti": "other-party"}


def test_a_party_that_is_gone_fulfils_nothing_for_its_successor() -> None:
    kb = region(
        happened("report", "2024-05-06", party="koivula", fulfils=["velvoite-raportti"]),
        parties=(
            "official_name: Koivulan kaupunki",
            "official_name: Koivulan kaupunki\n    ended: 2023-12-31\n    successor: ahtala",
        ),
        obligations=(
            "binding: law\n    basis:\n      - statute: laki-100-2020\n        sections:\n"
            '          - "5"\n    fulfilled_by:\n      events:\n        - report',
            "binding: agreement\n    fulfilled_by:\n      events:\n        - report",
        ),
    )
    assert reasons(kb) == {"velvoite-raportti": "party-not-there"}
    assert "met" not in state(kb, "velvoite-raportti")
    assert events.fulfilled_by(kb, kb.of(Event)[0]) == ()


def test_what_is_not_missed_by_an_event_that_was_not_it() -> None:
    """Somebody else's paper, or one that is declared not to be it, blames nobody."""
    kb = region(
        happened("report", "2023-05-08", party="koivula", not_fulfils=["velvoite-raportti"])
    )
    assert set(state(kb, "velvoite-raportti")) == {"not-known"}


BY_AREA = (
    """  - id: velvoite-neuvottelu
    title: Neuvottelu kerran valtuustokaudessa
""",
    """  - id: velvoite-alueet
    title: Keskustelu käydään vuosittain
    doers:
      - actor: kunnat
    body: turvaverkosto
    rhythm:
      per: year
    first: 2023
    binding: agreement
    fulfilled_by:
      events:
        - meeting
      body: turvaverkosto
  - id: velvoite-neuvottelu
    title: Neuvottelu kerran valtuustokaudessa
""",
)


def by_area(*what: dict[str, object]) -> KnowledgeBase:
    return region(
        *what,
        obligations=BY_AREA,
        turvaverkosto=("state: planned\n", "state: planned\ndivision: palvelualueet\n"),
    )


def test_a_duty_held_by_area_is_counted_by_area() -> None:
    kb = by_area(
        happened("meeting", "2023-03-05", body="turvaverkosto", area="pohjoinen"),
        happened("meeting", "2023-05-05", body="turvaverkosto", area="etelainen"),
        happened("meeting", "2024-03-05", body="turvaverkosto", area="pohjoinen"),
    )
    found = {
        s.area.id if s.area else None: s.state
        for s in obligations.standings(kb, DAY, year=2024, over=True)
        if s.obligation.id == "velvoite-alueet"
    }
    assert found == {"pohjoinen": "met", "etelainen": "missed"}
    mine = [
        s.state
        for s in obligations.standings(kb, DAY, year=2024, actor="ahtala", over=True)
        if s.obligation.id == "velvoite-alueet"
    ]
    assert len(mine) == 1


def test_without_its_area_it_counts_for_none_unless_who_held_it_tells() -> None:
    assert reasons(by_area(happened("meeting", "2024-03-05", body="turvaverkosto"))) == {
        "velvoite-alueet": "area-not-named"
    }
    told = by_area(happened("meeting", "2024-03-05", body="turvaverkosto", convener="koivula"))
    (event,) = told.of(Event)
    assert [v.areas for v in events.judged(told, event)] == [("pohjoinen",)]


HALF_YEARS = (
    """  - id: velvoite-neuvottelu
    title: Neuvottelu kerran valtuustokaudessa
""",
    """  - id: velvoite-katsaus
    title: Katsaus julkaistaan puolivuosittain
    doers:
      - actor: hiidenmaa
    rhythm:
      per: half-year
    first: 2023-07-01
    binding: agreement
  - id: velvoite-neuvottelu
    title: Neuvottelu kerran valtuustokaudessa
""",
)


def reviews(*days_and_periods: tuple[str, str | None]) -> KnowledgeBase:
    return region(
        *(
            happened(
                *("report", day),
                fulfils=["velvoite-katsaus"],
                **({"period": period} if period else {}),
            )
            for day, period in days_and_periods
        ),
        obligations=HALF_YEARS,
    )


def told(kb: KnowledgeBase) -> list[tuple[str, bool]]:
    """Return the standing of each half-year of 2024, and whether it is met late."""
    return [
        (s.state, s.is_late)
        for s in obligations.standings(kb, DAY, year=2024, over=True)
        if s.obligation.id == "velvoite-katsaus"
    ]


def test_what_names_the_period_that_is_over_is_late_and_not_of_the_next() -> None:
    assert told(reviews(("2024-07-03", "2024-h1"))) == [("met", True), ("missed", False)]
    assert told(reviews(("2024-07-03", None))) == [("not-known", False), ("met", False)]
    both = reviews(("2024-07-03", "2024-h1"), ("2024-12-30", None))
    assert told(both) == [("met", True), ("met", False)]
    # What one period needs is not taken from another.
    again = reviews(("2024-06-10", None), ("2024-07-03", "2024-h1"))
    assert told(again) == [("met", False), ("missed", False)]


@pytest.mark.parametrize("period", ["2024", "2024-h3", "2024-h2", "2022-h1"])
def test_a_period_that_is_none_or_has_not_begun_is_told_and_counts_for_nothing(period: str) -> None:
    kb = reviews(("2024-05-03", period))
    assert reasons(kb) == {"velvoite-katsaus": "no-such-period"}
    assert [state for state, _ in told(kb)] == ["not-known", "not-known"]


def test_a_period_is_judged_for_each_obligation_that_the_event_fulfils() -> None:
    def both(period: str | None) -> KnowledgeBase:
        named = {"period": period} if period else {}
        meeting = happened("meeting", "2024-07-03", body="foorumi", **named)
        return region(
            {**meeting, "fulfils": ["velvoite-katsaus", "velvoite-foorumi"]},
            obligations=HALF_YEARS,
        )

    def forum(kb: KnowledgeBase) -> list[str]:
        found = obligations.standings(kb, DAY, year=2024, over=True)
        return [e.id for s in found if s.obligation.id == "velvoite-foorumi" for e in s.events]

    assert forum(both(None)) == ["kirjattu-0"]
    # The forum has no half-years: the meeting is none of its year 2024, and that is told.
    kb = both("2024-h1")
    assert told(kb) == [("met", True), ("missed", False)]
    assert forum(kb) == []
    assert reasons(kb) == {"velvoite-katsaus": None, "velvoite-foorumi": "no-such-period"}
    violations = [*proofs.does_not_count.check(Context(kb, DAY))]
    assert [violation.route for violation in violations] == [("fulfils", 1)]
    assert "in an event of its own" in str(violations[0].hint)


@pytest.mark.parametrize(
    ("period", "reason"), [("2027", "no-such-period"), (None, "outside-period")]
)
def test_whom_the_agreement_binds_has_no_period_after_its_end_whom_a_law_binds_has(
    period: str | None, reason: str
) -> None:
    def reported(party: str) -> KnowledgeBase:
        named = {"period": period} if period else {}
        return region(
            happened("report", "2027-05-01", party=party, fulfils=["velvoite-raportti"], **named),
            obligations=(
                "      - actor: kunnat\n    each: true",
                "      - actor: alberga\n      - actor: koivula\n        binding: agreement\n"
                "    each: true",
            ),
        )

    assert reasons(reported("alberga")) == {"velvoite-raportti": None}
    kb = reported("koivula")
    assert reasons(kb) == {"velvoite-raportti": reason}
    day = date(2027, 12, 31)
    assert [v.route for v in proofs.does_not_count.check(Context(kb, day))] == [("fulfils", 0)]
    # And indeed it counts in none of its periods.
    assert not [s for s in obligations.standings(kb, day, year=2027, over=True) if s.events]


def test_the_writer_is_told_of_the_period_that_is_over_and_open() -> None:
    def left(kb: KnowledgeBase) -> list[tuple[str, str]]:
        last = kb.of(Event)[-1]
        return [(one.earlier.key, one.counted.key) for one in earlier_period.left_behind(kb, last)]

    assert left(reviews(("2024-07-03", None))) == [("2024-h1", "2024-h2")]
    assert left(reviews(("2024-07-03", "2024-h1"))) == []
    assert left(reviews(("2024-06-10", None), ("2024-07-03", None))) == []
    assert left(reviews(("2023-12-10", None))) == []
