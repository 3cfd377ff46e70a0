"""Over any recorded history the public site and the open data tell what the commands tell."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.agreement_of_answers import public_data, public_site
from tests.agreement_of_answers.asking import Asked, accepted, fresh, write
from tests.agreement_of_answers.test_proof_facts import DAYS, HISTORIES
from tests.conftest import LIVED, LIVED_ON, Yp

QUICK = settings(max_examples=2, suppress_health_check=list(HealthCheck))
LONG = settings(QUICK, max_examples=4)


def agree(yp: Yp, root: Path, seeds: list[int], day: date) -> None:
    write(accepted(seeds, day), root)
    public_is_the_same(Asked(yp, root, day), root)


def public_is_the_same(asked: Asked, folder: Path) -> None:
    public_data.agrees(asked, folder / "avoin")
    public_site.agrees(asked, folder / "sivusto")


@QUICK
@given(HISTORIES, DAYS)
def test_a_sample_of_histories(yp: Yp, tmp_path: Path, seeds: list[int], day: date) -> None:
    agree(yp, fresh(tmp_path), seeds, day)


@pytest.mark.proof
@LONG
@given(st.lists(st.integers(0, 2**32 - 1), min_size=8, max_size=30), DAYS)
def test_proof_of_long_histories(yp: Yp, tmp_path: Path, seeds: list[int], day: date) -> None:
    agree(yp, fresh(tmp_path), seeds, day)


@pytest.mark.proof
@pytest.mark.parametrize(
    ("base", "day"), [(LIVED, date(2024, 6, 15)), (LIVED_ON, date(2026, 3, 1))], ids=["one", "more"]
)
def test_proof_of_a_lived_region(yp: Yp, tmp_path: Path, base: Path, day: date) -> None:
    """There are decisions that name an owner, parties that came and went, the next programme."""
    public_is_the_same(Asked(yp, base, day), tmp_path)
