"""Many texts are searched at once by a sign: what a rule looks for has it, wherever it stands."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import REGION
from yhdyspinta_cli import store
from yhdyspinta_cli.checks import people, urls
from yhdyspinta_cli.checks.rule import Context
from yhdyspinta_cli.model import signs

LOOKED_FOR = (
    *((pattern, signs.PHONE) for pattern in people._PHONES.values()),
    *((pattern, signs.IDENTITY_CODE) for pattern in people._CODES.values()),
    (people._EMAIL, signs.EMAIL),
    (urls._IN_TEXT, signs.ADDRESS),
    (signs.TWICE, signs.DAMAGE),
    (signs.PRIVATE, signs.DAMAGE),
)


@pytest.mark.parametrize(("pattern", "sign"), LOOKED_FOR, ids=range(len(LOOKED_FOR)))
@settings(max_examples=150)
@given(st.data())
def test_whatever_a_rule_looks_for_has_its_sign(
    pattern: re.Pattern[str], sign: re.Pattern[str], data: st.DataObject
) -> None:
    found = data.draw(st.from_regex(pattern, fullmatch=True))
    assert sign.search(found)


@pytest.mark.parametrize("sign", ["a", "[0-9]{4}", "Koivula", "https?", "never in it", "."])
def test_texts_searched_at_once_are_those_that_hold_the_sign(
    sign: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sought = re.compile(sign)
    monkeypatch.setattr(signs, "ALL", (*signs.ALL, sought))
    context = Context(store.load(REGION).kb, date(2025, 1, 1))
    every = list(context.texts())
    for one in signs.ALL:
        assert list(context.texts_with(one)) == [text for text in every if one.search(text[2])]
    fields = ("url", "website")
    assert list(context.addresses) == [text for text in every if text[1][-1] in fields]
    assert len(every) > 100
