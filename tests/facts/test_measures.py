"""Since when nobody answers for a measure: one day, for every question."""

from datetime import date

from tests.facts.base import region
from yhdyspinta_cli.facts import measures
from yhdyspinta_cli.queries import gaps, owners

DAY = date(2024, 11, 27)
ENDED = (
    "label: HVA\n  - actor: kunnat\n    label: kunnat\n",
    "label: HVA\n    end: 2024-05-31\n  - actor: kunnat\n    label: kunnat\n    end: 2024-03-31\n",
)


def test_nobody_answers_from_the_day_after_those_who_did() -> None:
    kb = region(tiedon_malli=ENDED)
    measure = kb.measure("tiedon-malli")
    assert measure is not None
    expected = measures.Age(date(2024, 6, 1), 179, stated=True)
    assert owners.owners(kb, measure, DAY).age == expected
    (gap,) = (
        g for g in gaps.ledger(kb, DAY).gaps if g.record == measure and g.kind == "nobody-forgotten"
    )
    assert gap.age == expected
    assert owners.owners(kb, measure, date(2024, 5, 31)).age is None
