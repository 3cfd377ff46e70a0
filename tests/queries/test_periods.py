"""Rhythms become periods: every day of the span in exactly one, whatever the calendar does."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import SHIPPED
from yhdyspinta_cli import store
from yhdyspinta_cli.facts import periods
from yhdyspinta_cli.facts.periods import Span
from yhdyspinta_cli.model.bodies import Rhythm
from yhdyspinta_cli.model.duties import CouncilTerm
from yhdyspinta_cli.model.fields import Moment

DAYS = st.dates(date(2019, 1, 1), date(2034, 12, 31))
SPANS = st.tuples(DAYS, DAYS).map(lambda days: Span(min(days), max(days)))
BORDER = st.sampled_from(
    [date(2024, 2, 29), date(2025, 5, 31), date(2025, 6, 1), date(2024, 12, 31), date(2023, 1, 1)]
)


def term(start: date, end: date, number: int = 1) -> CouncilTerm:
    return CouncilTerm(
        id=f"kausi-{number}", name=f"{number}", council="county", start=start, end=end
    )


TERMS = st.lists(st.tuples(DAYS, DAYS), max_size=6).map(
    lambda pairs: [term(start, end, number) for number, (start, end) in enumerate(pairs)]
)
MOMENTS = st.one_of(
    DAYS.map(lambda day: day.isoformat()),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(lambda day: day.isoformat()[:4]),
).map(Moment)
RHYTHMS = st.one_of(
    st.builds(Rhythm, per=st.just("year"), times=st.integers(1, 12)),
    st.builds(Rhythm, per=st.just("term"), times=st.integers(1, 3)),
    st.builds(Rhythm, by=MOMENTS),
)


@settings(deadline=None)
@given(RHYTHMS, SPANS, TERMS, st.one_of(DAYS, BORDER))
def test_every_day_of_the_span_is_in_exactly_one_period(
    rhythm: Rhythm, span: Span, terms: list[CouncilTerm], day: date
) -> None:
    found = periods.of_rhythm(rhythm, span, terms)
    assert found[0].start == span.start
    assert found[-1].end == span.end
    for before, after in pairwise(found):
        assert after.start == before.end + timedelta(days=1)
    assert all(period.start <= period.end for period in found)
    holding = [period for period in found if period.holds(day)]
    assert len(holding) == (1 if span.start <= day <= span.end else 0)
    assert len({period.key for period in found}) == len(found)
    assert all(period.needed == rhythm.times for period in found)


@settings(deadline=None)
@given(RHYTHMS, SPANS, TERMS)
def test_only_a_whole_period_is_called_whole(
    rhythm: Rhythm, span: Span, terms: list[CouncilTerm]
) -> None:
    for period in periods.of_rhythm(rhythm, span, terms):
        assert period.due <= period.end
        if rhythm.per == "year":
            year = period.start.year
            whole = (period.start, period.end) == (date(year, 1, 1), date(year, 12, 31))
            assert period.is_whole == whole
        if period.is_whole and period.term is not None:
            assert (period.start, period.end) == (period.term.start, period.term.end)
        if not period.is_known:
            assert not any(t.start <= period.start <= t.end for t in terms)


@settings(deadline=None)
@given(st.text(min_size=1).filter(str.isalnum), SPANS)
def test_what_is_done_when_something_happens_has_no_periods(words: str, span: Span) -> None:
    assert periods.of_rhythm(Rhythm(when=words), span, []) == ()
    assert periods.of_rhythm(Rhythm(printed=words), span, []) == ()


def test_a_leap_day_belongs_to_its_year() -> None:
    span = Span(date(2024, 2, 29), date(2025, 2, 28))
    first, second = periods.of_rhythm(Rhythm(per="year", times=2), span, [])
    assert (first.key, first.start, first.end, first.is_whole) == (
        "2024",
        date(2024, 2, 29),
        date(2024, 12, 31),
        False,
    )
    assert (second.key, second.start, second.end) == ("2025", date(2025, 1, 1), date(2025, 2, 28))
    by_leap_month = Rhythm(by=Moment("2024-02"))
    assert periods.of_rhythm(by_leap_month, span, [])[0].due == date(2024, 2, 29)


def test_a_term_border_divides_two_days() -> None:
    terms = [
        term(date(2025, 6, 1), date(2029, 5, 31), 2),
        term(date(2022, 3, 1), date(2025, 5, 31)),
    ]
    span = Span(date(2023, 11, 1), date(2025, 12, 31))
    old, new = periods.of_rhythm(Rhythm(per="term"), span, terms)
    assert old.holds(date(2025, 5, 31))
    assert not old.holds(date(2025, 6, 1))
    assert new.holds(date(2025, 6, 1))
    # The agreement ends inside the term: it is due by then, and only a part of the term.
    assert (new.due, new.is_whole) == (date(2025, 12, 31), False)


def test_days_without_a_term_are_a_period_that_nothing_is_known_of() -> None:
    span = Span(date(2021, 1, 1), date(2026, 1, 1))
    found = periods.of_rhythm(Rhythm(per="term"), span, [term(date(2022, 1, 1), date(2025, 1, 1))])
    assert [(p.key, p.is_known) for p in found] == [
        ("no-term-2021-01-01", False),
        ("kausi-1", True),
        ("no-term-2025-01-02", False),
    ]


@pytest.mark.parametrize(
    ("obligation", "expected"),
    [
        (
            "velvoite-kuntafoorumi",
            [
                ("2023", "2023-11-01", False),
                ("2024", "2024-01-01", True),
                ("2025", "2025-01-01", True),
            ],
        ),
        (
            "velvoite-palvelukeskustelut",
            [("2024", "2024-01-01", True), ("2025", "2025-01-01", True)],
        ),
        (
            "velvoite-neuvottelu-valtuustokaudessa",
            [("valtuustokausi-alue-2025", "2025-06-01", False)],
        ),
        ("velvoite-tiedolla-johtamisen-mallin-kokeilu", [("by-2024", "2023-11-01", True)]),
    ],
)
def test_the_periods_of_the_source(obligation: str, expected: list[tuple[str, str, bool]]) -> None:
    kb = store.load(SHIPPED).kb
    record = next(o for o in kb.obligations if o.id == obligation)
    found = [(p.key, p.start.isoformat(), p.is_whole) for p in periods.of_obligation(kb, record)]
    assert found == expected
