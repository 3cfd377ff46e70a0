"""A file known to have no sign is not searched again: whatever a rule looks for is found."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.checks.test_rules_reach import edit
from tests.checks.test_signs import LOOKED_FOR
from tests.conftest import REGION, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.model.obligations import Need
from yhdyspinta_cli.model.record import Link
from yhdyspinta_cli.store import cache as caches
from yhdyspinta_cli.store import record_json

NEED = store.load(REGION).kb.of(Need)[0]
AROUND = st.sampled_from(["", "x", " ", "\n", "\t", '"', "\\", "\\n", "(", "1", "ä", "/", "-\n"])


@pytest.mark.parametrize("pattern", [pattern for pattern, _sign in LOOKED_FOR])
@settings(max_examples=100)
@given(before=AROUND, after=AROUND, data=st.data())
def test_a_file_with_what_a_rule_looks_for_is_not_without_signs(
    pattern: re.Pattern[str], before: str, after: str, data: st.DataObject
) -> None:
    text = before + data.draw(st.from_regex(pattern, fullmatch=True)) + after
    if pattern.search(text):
        need = replace(NEED, title=text)
        assert record_json.may_have_signs(record_json.told([((), need)]))


def test_a_field_of_addresses_is_a_sign_whatever_it_holds() -> None:
    assert not record_json.may_have_signs(record_json.told([((), NEED)]))
    for address in ("koivula.example", "javascript:alert(1)"):
        link = Link(title="Koivula", url=address)
        assert record_json.may_have_signs(record_json.told([((), link)]))  # type: ignore[list-item]


def test_what_stands_in_an_unchanged_file_is_found_after_a_change_elsewhere(
    yp: Yp, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caches, "_SETTLED", -(10**18))
    monkeypatch.delenv("CI", raising=False)
    edit(region, "needs.yaml", "prosessikuvaus puuttuu.", "prosessikuvaus puuttuu, 040 123 4567")
    first = yp("validate", cwd=region)
    assert "YP703" in first.out
    measure = region / "data" / "measures" / "asuminen.yaml"
    measure.write_text(measure.read_text("utf-8") + "# Muutettu\n", "utf-8")
    assert yp("validate", cwd=region) == first
    cache = caches.of(region, os.environ)
    assert cache is not None
    signless = store.load(region, cache=cache).kb.signless
    assert "data/needs.yaml" not in signless
    assert "data/measures/asuminen.yaml" in signless
