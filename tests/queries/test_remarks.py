"""The remarks on the agreement and its programme: which of them ask for a decision."""

from tests.conftest import LIVED, SHIPPED
from yhdyspinta_cli import store
from yhdyspinta_cli.queries import remarks


def test_what_is_wrong_and_asks_for_a_decision_is_told_apart() -> None:
    found = remarks.to_decide(store.load(SHIPPED).kb)

    told = [(record.id, remark.id) for record, remark in found]
    assert told == [
        ("sopimus-2023-2025", "vika-d2"),  # signed after it began to hold
        ("sopimus", "vika-d6"),  # the programme is not in what was signed
        ("viittaus-sopimus-7-2014", "vika-l7"),  # a repealed act
        ("yhdyspintaohjelma-2030", "vika-x3"),  # a chapter is missing
        ("yhdyspintaprosessin-kuvaus", "vika-r5"),  # text and table contradict each other
        ("palvelukeskustelualueet", "vika-x4"),  # areas that are not listed
    ]


def test_each_says_what_to_do_in_a_sentence() -> None:
    for root in (SHIPPED, LIVED):
        for _record, remark in remarks.to_decide(store.load(root).kb):
            assert remark.to_decide is not None
            assert remark.to_decide.endswith(".")
            assert " " in remark.to_decide
