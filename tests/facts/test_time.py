"""What changes with the day: parties that join, leave and merge, and what that leaves open."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.facts.base import region
from yhdyspinta_cli.facts import behind, lifetime, naming, standings
from yhdyspinta_cli.facts.region import parties
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import obligations, status

_KOIVULA = 'code: "992"\n'
DAYS = st.dates(date(2022, 3, 1), date(2025, 6, 30))


def merged(last: date, *happened: dict[str, object]) -> KnowledgeBase:
    """The region in which Koivula merges into Ålberga after its `last` day."""
    changed = f"{_KOIVULA}    ended: {last}\n    successor: alberga\n"
    return region(*happened, parties=(_KOIVULA, changed))


def left(last: date, *happened: dict[str, object]) -> KnowledgeBase:
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


@settings(max_examples=15, deadline=None)
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
