"""The state on a day: the same in any order of files, and never changed by what comes later."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import REGION
from yhdyspinta_cli import store
from yhdyspinta_cli.facts import measured, standings
from yhdyspinta_cli.model.knowledge_base import Entry, KnowledgeBase
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.queries import log
from yhdyspinta_cli.store.judging import judged
from yhdyspinta_cli.vocabulary import STATES

KB = store.load(REGION).kb
DAY = date(2024, 6, 30)
MEASURES = ("turvasuunnitelmat", "tiedon-malli")
SPEAKERS = (None, "hiidenmaa", "ahtala", "koivula")
PARTIES = (None, "ahtala", "koivula")


def moments(first: date, last: date) -> st.SearchStrategy[str]:
    days = st.dates(first, last).map(date.isoformat)
    return st.one_of(days, days.map(lambda day: day[:7]), days.map(lambda day: day[:4]))


@st.composite
def updates(draw: st.DrawFn, first: date, last: date, prefix: str) -> list[Update]:
    """Up to eight updates, some of which correct or take back others, even each other."""
    count = draw(st.integers(0, 8))
    keys = [f"{prefix}-{number}" for number in range(count)]
    found = []
    for key in keys:
        corrects = draw(st.none() | st.sampled_from(keys))
        void = corrects is not None and draw(st.booleans())
        on = draw(moments(first, last))
        found.append(
            judged(
                Update,
                {
                    "id": key,
                    "measure": draw(st.sampled_from(MEASURES)),
                    "state": None if void else draw(st.sampled_from(STATES)),
                    "on": int(on) if len(on) == 4 else on,
                    "by": draw(st.sampled_from(SPEAKERS)),
                    "party": draw(st.sampled_from(PARTIES)),
                    "corrects": corrects,
                    "void": void,
                },
            )
        )
    return found


def reported(found: list[Update]) -> KnowledgeBase:
    """The region with these updates in the place of its own."""
    kept = {key: entry for key, entry in KB.entries.items() if entry.record.kind != "update"}
    entries = kept | {u.id: Entry(u, f"data/updates/2024/{u.id}.yaml", ()) for u in found}
    return replace(KB, entries=entries)


def answers(kb: KnowledgeBase, day: date) -> tuple[object, ...]:
    measures = [m for m in kb.measures if m.id in MEASURES]
    return standings.of(kb, measures, day), [log.log(kb, m, day) for m in measures]


@given(st.data())
@settings(max_examples=200)
def test_any_order_of_files_gives_the_same_state(data: st.DataObject) -> None:
    found = data.draw(updates(date(2023, 1, 1), date(2025, 12, 31), "u"))
    shuffled = data.draw(st.permutations(found))
    assert answers(reported(found), DAY) == answers(reported(shuffled), DAY)


@given(
    updates(date(2023, 1, 1), date(2025, 12, 31), "early"),
    updates(DAY + timedelta(days=1), date(2030, 12, 31), "late"),
    st.data(),
)
@settings(max_examples=200)
def test_the_state_as_of_a_day_never_changes_by_adding_later_updates(
    early: list[Update], late: list[Update], data: st.DataObject
) -> None:
    # A later update may correct an earlier one; as of the day it has not been said.
    correcting = [
        replace(update, corrects=data.draw(st.sampled_from(early)).id) if early else update
        for update in late
    ]
    assert answers(reported(early), DAY) == answers(reported(early + late), DAY)
    assert answers(reported(early), DAY) == answers(reported(early + correcting), DAY)


@st.composite
def values(draw: st.DrawFn, first: date, last: date, prefix: str) -> list[Value]:
    """Up to eight values of one indicator, some of which correct or take back others."""
    count = draw(st.integers(0, 8))
    keys = [f"{prefix}-{number}" for number in range(count)]
    found = []
    for key in keys:
        corrects = draw(st.none() | st.sampled_from(keys))
        void = corrects is not None and draw(st.booleans())
        on = draw(moments(first, last))
        found.append(
            judged(
                Value,
                {
                    "id": key,
                    "indicator": "mittari-j2",
                    "value": None if void else draw(st.integers(0, 5)),
                    "on": int(on) if len(on) == 4 else on,
                    "by": draw(st.sampled_from(SPEAKERS)),
                    "party": draw(st.sampled_from(PARTIES)),
                    "corrects": corrects,
                    "void": void,
                },
            )
        )
    return found


def with_values(found: list[Value]) -> KnowledgeBase:
    """The region with these values in the place of its own."""
    kept = {key: entry for key, entry in KB.entries.items() if entry.record.kind != "value"}
    entries = kept | {v.id: Entry(v, f"data/values/2024/{v.id}.yaml", ()) for v in found}
    return replace(KB, entries=entries)


@given(st.data())
@settings(max_examples=200)
def test_any_order_of_files_gives_the_same_values(data: st.DataObject) -> None:
    found = data.draw(values(date(2023, 1, 1), date(2025, 12, 31), "v"))
    shuffled = data.draw(st.permutations(found))
    assert measured.holding(with_values(found), DAY) == measured.holding(with_values(shuffled), DAY)


@given(
    values(date(2023, 1, 1), date(2025, 12, 31), "early"),
    values(DAY + timedelta(days=1), date(2030, 12, 31), "late"),
)
@settings(max_examples=200)
def test_the_values_as_of_a_day_never_change_by_adding_later_ones(
    early: list[Value], late: list[Value]
) -> None:
    assert measured.holding(with_values(early), DAY) == measured.holding(
        with_values(early + late), DAY
    )
