"""Duties of who has merged, ended or left: what it did is told, and what passes to who follows."""

from collections.abc import Mapping
from datetime import date

from tests.facts.base import region
from tests.facts.test_time import left, merged
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.queries import obligations

LAST = date(2023, 6, 30)
_NEW_TOWN = """    ended: 2023-06-30
    successor: uusikunta
    source:
      - document: sopimus
        section: § 1
  - id: uusikunta
    type: municipality
    name: Uusikunta
    official_name: Uudenkunnan kunta
    started: 2023-07-01
"""
"""What is written of Koivula that merges into a new town, and of the town."""


def report_of(party: str, day: str) -> dict[str, object]:
    return {
        "type": "report",
        "title": "Valtuustolle",
        "on": day,
        "party": party,
        "fulfils": ["velvoite-raportti"],
    }


def told(
    kb: KnowledgeBase, day: str, year: int, actor: str | None = None
) -> dict[str | None, tuple[str, str | None]]:
    """Return how each party stands in the duty to report in a year, and who comes after it."""
    found = obligations.standings(kb, date.fromisoformat(day), year=year, actor=actor)
    return {
        s.party.id if s.party else None: (
            s.state + (f" ({s.reason})" if s.reason else ""),
            s.ending.successor if s.ending else None,
        )
        for s in found
        if s.obligation.id == "velvoite-raportti" and s.period
    }


DONE = (report_of("alberga", "2022-05-01"), report_of("koivula", "2023-05-01"))


def test_what_was_done_before_a_merger_stays_done_by_who_did_it() -> None:
    kb = merged(LAST, *DONE)

    assert told(kb, "2023-06-30", 2023)["koivula"] == ("met", None)
    after = told(kb, "2024-01-15", 2023)
    assert after["koivula"] == ("met", "alberga")
    # What Ålberga owes of itself was not done by that.
    assert after["alberga"] == ("missed", None)
    assert "koivula" not in told(kb, "2024-01-15", 2024)


def test_what_was_not_done_before_a_merger_is_told_of_who_has_ended() -> None:
    kb = merged(LAST, report_of("koivula", "2022-05-01"))

    assert told(kb, "2023-06-30", 2023)["koivula"] == ("due", None)
    assert told(kb, "2024-01-15", 2023)["koivula"] == ("not-known (passed-on)", "alberga")


def test_a_new_party_has_done_what_all_had_done_that_it_follows() -> None:
    def both(*happened: Mapping[str, object]) -> KnowledgeBase:
        code = 'code: "992"\n'
        return region(*happened, parties=(code, f"{code}{_NEW_TOWN}"))

    assert told(both(*DONE), "2023-12-01", 2023)["koivula"] == ("met", "uusikunta")
    kb = both(*DONE)
    owed = told(kb, "2023-12-01", 2023, "uusikunta")
    assert owed == {"uusikunta": ("met", None)}
    assert told(kb, "2024-12-01", 2024, "uusikunta") == {"uusikunta": ("due", None)}
    undone = both(report_of("alberga", "2022-05-01"))
    assert told(undone, "2023-12-01", 2023, "uusikunta") == {"uusikunta": ("due", None)}


def test_who_has_ended_is_asked_about_up_to_its_last_day() -> None:
    for kb, after in ((merged(LAST, *DONE), "alberga"), (left(LAST, *DONE), None)):
        assert told(kb, "2024-01-15", 2023, "koivula") == {"koivula": ("met", after)}
        assert told(kb, "2024-01-15", 2024, "koivula") == {}
        before = told(kb, "2023-06-30", 2022, "koivula")
        assert {key: state for key, (state, _after) in before.items()} == {
            key: state for key, (state, _) in told(kb, "2024-01-15", 2022, "koivula").items()
        }
