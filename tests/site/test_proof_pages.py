"""Every page of every base is sound, and a site takes time as its data grows: no more than that."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import happened
from tests.report.pages import parsed
from tests.site import sites

pytestmark = pytest.mark.proof


@pytest.mark.parametrize("base", ["helse", "lived_on", "shipped"])
def test_every_page_is_read_without_an_error(base: str) -> None:
    for path, page in sites.pages(base).items():
        try:
            parsed(page)
        except Exception as error:
            raise AssertionError(f"{path}: {error}") from error


def _time_of(words: tuple[str, ...], folder: Path) -> float:
    """Return the processor's time of a run of `yp`, with all that it starts."""
    before = os.times()
    environment = os.environ | {"YP_CACHE": "off"}
    done = subprocess.run(
        [sys.executable, "-m", "yhdyspinta_cli", *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    after = os.times()
    return (after.children_user + after.children_system) - (
        before.children_user + before.children_system
    )


def test_a_site_takes_at_most_four_times_a_report_and_grows_as_its_data(tmp_path: Path) -> None:
    """As on a machine that has kept nothing; with a cache it is measured in benchmarks."""
    took = {}
    for updates in (5_000, 10_000):
        folder = tmp_path / str(updates)
        happened.grow(folder, updates)
        took[updates] = _time_of(("site", f"../sivusto-{updates}"), folder)
    report = _time_of(("report", "--year", "2025", "-o", "../r.html"), tmp_path / "10000")
    assert took[10_000] <= 4 * report
    assert took[10_000] <= 2 * took[5_000]
