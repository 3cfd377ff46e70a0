"""Today is the region's day, wherever the program runs: shown with Debian's faketime."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.agreement_of_answers.test_same_number import change
from tests.conftest import Result

pytestmark = pytest.mark.proof


def at(moment: str, zone: str, region: Path, *line: str) -> Result:
    """Run yp at a moment of a zone's clock; without faketime it fails."""
    faketime = shutil.which("faketime")
    assert faketime is not None, "faketime is missing: apt-get install faketime"
    done = subprocess.run(
        [faketime, moment, sys.executable, "-m", "yhdyspinta_cli", *line],
        cwd=region,
        env={"TZ": zone, "PATH": "/usr/bin:/bin", "YP_LANG": "en", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def lasting(region: Path) -> Path:
    """The region with an agreement that holds on the days of these tests."""
    change(region, "agreement.yaml", "end: 2025-06-30", "end: 2029-12-31")
    return region


SET = ("status", "set", "A1", "in-progress", "--by", "koivula")
NIGHT = ("2026-11-28 00:30:00", "Europe/Helsinki")
THE_SAME = ("2026-11-27 22:30:00", "UTC")


def test_what_is_recorded_after_midnight_is_not_of_the_future_in_utc(lasting: Path) -> None:
    done = at(*NIGHT, lasting, *SET)
    assert done.code == 0, done.err
    assert len(list((lasting / "data/updates/2026").glob("2026-11-28-*.yaml"))) == 1
    for moment in (NIGHT, THE_SAME):
        checked = at(*moment, lasting, "validate", "--output-format", "concise")
        assert checked.code == 0, checked.out
        assert "YP605" not in checked.out


def test_the_day_of_the_region_is_today_wherever_it_is_recorded(lasting: Path) -> None:
    for moment in (NIGHT, THE_SAME):
        asked = at(*moment, lasting, "status")
        assert "2026-11-28" in asked.out.splitlines()[0], asked.out + asked.err
        done = at(*moment, lasting, *SET, "--on", "2026-11-28", "--dry-run")
        assert done.code == 0, done.err
    tomorrow = at(*THE_SAME, lasting, *SET, "--on", "2026-11-29", "--dry-run")
    assert tomorrow.code == 2, tomorrow.err


def test_a_region_elsewhere_has_a_day_of_its_own(lasting: Path) -> None:
    change(lasting, "agreement.yaml", "language: fi", "language: fi\ntime_zone: America/Nuuk")
    asked = at(*NIGHT, lasting, "status")
    assert "2026-11-27" in asked.out.splitlines()[0], asked.out + asked.err
