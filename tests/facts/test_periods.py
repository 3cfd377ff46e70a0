"""Rhythms become periods: every day of the span in exactly one, whatever the calendar does."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import SHIPPED
from yhdyspinta_cli import store, vocabulary
from yhdyspinta_cli.facts import events, periods, placing
from yhdyspinta_cli.facts.spans import Span
from yhdyspinta_cli.model.bodies import Rhythm
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.noun import fields_of
from yhdyspinta_cli.model.obligations import CouncilTerm, Event
from yhdyspinta_cli.store.judging import RefusedError, judged

DAYS = st.dates(date(2019, 1, 1), date(2034, 12, 31))
SPANS = st.tuples(DAYS, DAYS).map(lambda days: Span(min(days), max(days)))
BORDER = st.sampled_from(
    [date(2024, 2, 29), date(2025, 5, 31), date(2025, 6, 1), date(2024, 12, 31), date(2023, 1, 1)]
)


def term(start: date, end: date, number: int = 1) -> CouncilTerm:
    return CouncilTerm(
        id=f"kausi-{number}", name=f"{number}", council="county", start=start, end=end
    )


TERMS = st.lists(SPANS, max_size=6).map(
    lambda spans: [term(one.start, one.end, number) for number, one in enumerate(spans)]
)


def happened(days: Iterable[date]) -> list[Event]:
    """Return an event on each of some days."""
    return [
        judged(Event, {"id": f"tapahtuma-{n}", "type": "report", "title": "X", "on": day})
        for n, day in enumerate(sorted(days))
    ]


def days_of(day: date) -> int:
    """How many days the month of a day has."""
    return monthrange(day.year, day.month)[1]


MOMENTS = st.one_of(
    DAYS.map(lambda day: day.isoformat()),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(lambda day: day.isoformat()[:4]),
).map(Moment)
DUES = ("1", "15", "31", "01-15", "02-29", "03-31", "05-15", "12-31")


def rhythm_of(**said: object) -> Rhythm | None:
    """Return a rhythm, None where these keys do not go together."""
    try:
        return judged(Rhythm, said)
    except RefusedError:
        return None


@st.composite
def recurring(draw: st.DrawFn) -> Rhythm:
    """A rhythm of any of the periods there are, of several, with or without a day."""
    per = draw(st.sampled_from(vocabulary.PERS))
    every, times = draw(st.integers(1, 5)), draw(st.integers(1, 12))
    due = draw(st.sampled_from((None, *DUES)))
    found = rhythm_of(per=per, every=every, times=times, due=due)
    return found or Rhythm(per=per, times=times)


RHYTHMS = st.one_of(recurring(), st.builds(Rhythm, by=MOMENTS))


def test_every_way_to_say_when_is_proved_here() -> None:
    """Each key that makes periods is drawn above; `within` opens windows that may overlap."""
    said = {"per", "by", "within", "when", "printed"}
    limits = {"every", "times", "at_least", "at_most", "due"}
    assert set(fields_of(Rhythm)) == said | limits
    dated = {per for per in vocabulary.PERS if any(rhythm_of(per=per, due=day) for day in DUES)}
    several = {per for per in vocabulary.PERS if rhythm_of(per=per, every=2)}
    assert dated == several == set(vocabulary.PERS) - {"term"}


@given(RHYTHMS, SPANS, TERMS, st.one_of(DAYS, BORDER), st.one_of(st.none(), DAYS))
def test_every_day_of_the_span_is_in_exactly_one_period(
    rhythm: Rhythm, span: Span, terms: list[CouncilTerm], day: date, anchor: date | None
) -> None:
    found = periods.of_rhythm(rhythm, span, terms, anchor=anchor)
    assert found[0].start == span.start
    assert found[-1].end == span.end
    for before, after in pairwise(found):
        assert after.start == before.end + timedelta(days=1)
    assert all(period.start <= period.end for period in found)
    holding = [period for period in found if period.holds(day)]
    assert len(holding) == (1 if span.start <= day <= span.end else 0)
    assert len({period.key for period in found}) == len(found)
    assert all(period.needed == rhythm.times for period in found)


@given(RHYTHMS, SPANS, TERMS)
def test_only_a_whole_period_is_called_whole(
    rhythm: Rhythm, span: Span, terms: list[CouncilTerm]
) -> None:
    for period in periods.of_rhythm(rhythm, span, terms):
        assert period.due <= period.end
        assert period.due >= period.start or rhythm.by is not None
        if period.window is not None:
            assert (period.window.start.day, (period.window.end + timedelta(days=1)).day) == (1, 1)
            assert period.window.start <= period.start <= period.end <= period.window.end
            if period.is_whole:
                assert period.start == period.window.start
                assert rhythm.due is not None or period.end == period.window.end
        if rhythm.due is not None and period.is_whole:
            assert period.due.day == min(int(rhythm.due[-2:]), days_of(period.due))
        if period.is_whole and period.term is not None:
            assert (period.start, period.end) == (period.term.start, period.term.end)
        if not period.is_known:
            assert not any(t.start <= period.start <= t.end for t in terms)


@given(st.text(min_size=1).filter(str.isalnum), SPANS)
def test_what_is_done_when_something_happens_has_no_periods(words: str, span: Span) -> None:
    assert periods.of_rhythm(Rhythm(when=words), span, []) == ()
    assert periods.of_rhythm(Rhythm(printed=words), span, []) == ()


@given(recurring(), st.lists(DAYS, max_size=8), DAYS)
def test_what_is_done_counts_in_one_period_and_for_no_other(
    rhythm: Rhythm, done: list[date], start: date
) -> None:
    span = Span(start, start + timedelta(days=900))
    found = periods.of_rhythm(rhythm, span, [])
    for day, place in zip(sorted(done), placing.placed(found, happened(done)), strict=True):
        assert place == next((period for period in found if period.holds(day)), None)


def test_a_day_in_the_period_is_the_same_in_each_of_them() -> None:
    span = Span(date(2024, 1, 1), date(2025, 12, 31))

    def due(**said: object) -> list[str]:
        rhythm = judged(Rhythm, said)
        found = periods.of_rhythm(rhythm, span, [])
        return [f"{period.key} {period.due}" for period in found]

    assert due(per="year", due="04-30") == ["2024 2024-04-30", "2025 2025-04-30"]
    assert due(per="year", due="02-29") == ["2024 2024-02-29", "2025 2025-02-28"]
    assert due(per="month", due=31)[1:4] == [
        "2024-02 2024-02-29",
        "2024-03 2024-03-31",
        "2024-04 2024-04-30",
    ]
    assert due(per="quarter", due="03-31")[:4] == [
        "2024-q1 2024-03-31",
        "2024-q2 2024-06-30",
        "2024-q3 2024-09-30",
        "2024-q4 2024-12-31",
    ]
    assert due(per="half-year", due="05-15")[:2] == ["2024-h1 2024-05-15", "2024-h2 2024-11-15"]
    assert due(per="year", every=2, due="03-01") == ["2024--2025 2024-03-01"]
    assert due(per="year", every=2) == ["2024--2025 2025-12-31"]


@pytest.mark.parametrize(
    "said",
    [
        {"per": "year", "due": "02-30"},
        {"per": "year", "due": "15"},
        {"per": "month", "due": "04-30"},
        {"per": "month", "due": 32},
        {"per": "quarter", "due": "04-30"},
        {"per": "half-year", "due": "07-01"},
        {"per": "term", "due": "04-30"},
        {"per": "term", "every": 2},
        {"by": 2024, "every": 2},
        {"per": "year", "every": 0},
        {"per": "year", "at_least": True, "at_most": True},
        {"per": "year", "within": {"count": 3, "unit": "weeks", "after": "meeting"}},
    ],
)
def test_a_day_or_a_number_that_no_period_has_is_refused(said: dict[str, object]) -> None:
    with pytest.raises(RefusedError):
        judged(Rhythm, said)


@given(
    st.integers(0, 60),
    st.sampled_from(get_args(vocabulary.Unit)),
    SPANS,
    st.lists(DAYS, max_size=5),
    st.lists(DAYS, max_size=8),
)
def test_each_thing_that_starts_the_clock_has_one_window(
    n: int, unit: str, span: Span, opened: list[date], done: list[date]
) -> None:
    rhythm = rhythm_of(within={"n": n, "unit": unit, "after": "meeting"})
    if rhythm is None:
        return
    found = periods.of_rhythm(rhythm, span, [], opened=opened)
    started = sorted({day for day in opened if span.start <= day <= span.end})
    assert [period.start for period in found] == started
    for day, place in zip(sorted(done), placing.placed(found, happened(done)), strict=True):
        assert (place is None) == (not any(period.holds(day) for period in found))
        assert place is None or place.holds(day)


def test_so_soon_after_each_thing_that_starts_the_clock() -> None:
    rhythm = judged(Rhythm, {"within": {"n": 30, "unit": "days", "after": "meeting"}})
    span = Span(date(2024, 1, 1), date(2024, 12, 31))
    opened = [date(2024, 3, 1), date(2024, 3, 10), date(2025, 3, 1)]
    found = periods.of_rhythm(rhythm, span, [], opened=opened)
    assert [(p.key, p.due) for p in found] == [
        ("after-2024-03-01", date(2024, 3, 31)),
        ("after-2024-03-10", date(2024, 4, 9)),
    ]
    # What is done in time for both is of the first; what comes after both days is of the last.
    done = [date(2024, 2, 1), date(2024, 3, 20), date(2024, 4, 5), date(2024, 6, 1)]
    assert placing.placed(found, happened(done)) == (None, found[0], found[1], found[1])


def test_at_most_so_many_times_is_a_limit_that_nobody_owes() -> None:
    span = Span(date(2024, 1, 1), date(2025, 12, 31))
    assert periods.of_rhythm(Rhythm(per="year", times=4, at_most=True), span, []) == ()
    latest = periods.of_rhythm(Rhythm(per="year", every=2, at_most=True), span, [])
    assert [period.key for period in latest] == ["2024--2025"]


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
            [
                ("valtuustokausi-alue-2022", "2022-03-01", True),
                ("valtuustokausi-alue-2025", "2025-06-01", True),
            ],
        ),
        (
            "velvoite-hyvinvointialueen-vuosiraportti",
            [
                ("2023", "2023-01-01", True),
                ("2024", "2024-01-01", True),
                ("2025", "2025-01-01", True),
                ("2026", "2026-01-01", True),
            ],
        ),
        ("velvoite-tiedolla-johtamisen-mallin-kokeilu", [("by-2024", "2023-11-01", True)]),
    ],
)
def test_the_periods_of_the_source(obligation: str, expected: list[tuple[str, str, bool]]) -> None:
    kb = store.load(SHIPPED).kb
    record = next(o for o in kb.obligations if o.id == obligation)
    owed = events.periods_of(kb, record, date(2025, 12, 31))
    found = [(p.key, p.start.isoformat(), p.is_whole) for p in owed]
    assert found == expected
