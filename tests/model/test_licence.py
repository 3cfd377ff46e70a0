"""The licence of what is published is the publisher's: judged where stated, never invented."""

from pathlib import Path

import pytest

from tests.conftest import SHIPPED, Yp


def _with(region: Path, licence: str) -> Path:
    file = region / "data/agreement.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("documents:\n", f"licence: {licence}\ndocuments:\n", 1), "utf-8")
    return region


@pytest.mark.parametrize("licence", ["CC-BY-4.0", "CC0-1.0", "https://lupa.example/1"])
def test_a_licence_is_an_id_of_spdx_or_an_address(licence: str, region: Path, yp: Yp) -> None:
    assert yp("validate", cwd=_with(region, licence)).code == 0
    shown = yp("show", "hiidenmaan-sopimus", cwd=region)
    assert licence in shown.out


@pytest.mark.parametrize("licence", ["CC BY 4.0", "CC-BY-4", "avoin", "www.lupa.example"])
def test_what_is_neither_is_refused_with_what_to_write(licence: str, region: Path, yp: Yp) -> None:
    result = yp("validate", cwd=_with(region, licence))
    assert result.code == 1
    assert f"'licence' is not a licence for data: '{licence}'" in result.out
    assert "CC-BY-4.0 or CC0-1.0" in result.out


def test_the_source_states_none_and_none_is_invented() -> None:
    assert "licence:" not in (SHIPPED / "data/agreement.yaml").read_text("utf-8")
