"""The sheet of an interface: there is one of each, for every year that was lived in."""

import pytest

from tests.conftest import LIVED
from tests.report.pages import rendered
from yhdyspinta_cli import store


@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_each_interface_has_a_sheet_with_its_measures(year: int) -> None:
    kb = store.load(LIVED).kb
    for one in kb.interfaces:
        told = rendered(LIVED, "md", year=year, interface=one.id)
        own = [measure.code for measure in kb.measures if measure.interface == one.id]
        assert own
        assert [code for code in own if f"### {code} " not in told] == []
