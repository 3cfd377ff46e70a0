"""What many organisations report at once: taken back, not counted, told where it disagrees."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Result

Yp = Callable[..., Result]


def test_a_value_can_be_taken_back(yp: Yp, region: Path) -> None:
    wrong = "2023-10-31-mittari-j2-e5f607"
    lost = yp("record", "value", "J2", "--void", cwd=region)
    assert lost.code == 2
    assert "--corrects" in lost.err
    both = yp("record", "value", "J2", "5", "--void", "--corrects", wrong, cwd=region)
    assert both.code == 2
    arguments = ("--void", "--corrects", wrong, "--on", "31.10.2023", "--by", "hiidenmaa")
    saved = yp("record", "value", "J2", *arguments, cwd=region)
    assert saved.code == 0, saved.err
    assert "412" not in yp("who-owns", "J2", "--as-of", "2023-12-31", cwd=region).out


@pytest.mark.parametrize("written", ["", "  ", "a\nb"])
def test_a_value_is_one_line_of_text(written: str, yp: Yp, region: Path) -> None:
    told = yp("record", "value", "B1", written, "--on", "2023-10-31", cwd=region)
    assert told.code == 2
    assert "one line of text" in told.err


def test_a_state_and_a_day_may_be_said_in_finnish(yp: Yp, region: Path) -> None:
    arguments = ("--on", "15.11.2023", "--by", "koivula", "--dry-run", "--evidence", "minutes: § 1")
    shown = yp("status", "set", "A1", "Valmis", *arguments, cwd=region)
    assert shown.code == 0, shown.err
    assert "state: completed\non: 2023-11-15\n" in shown.out


def test_a_measure_is_not_merged_into_itself(yp: Yp, region: Path) -> None:
    told = yp("status", "set", "J2", "merged", "--into", "J2", "--on", "2023-12-01", cwd=region)
    assert told.code == 2
    assert "not merged into itself" in told.err
    arguments = ("--on", "2023-12-01", "--by", "koivula", "--dry-run")
    open_end = yp("status", "set", "J2", "merged", *arguments, cwd=region)
    assert "not into what" in open_end.err


def test_a_party_that_does_not_answer_is_shown_and_not_counted(yp: Yp, region: Path) -> None:
    arguments = ("--party", "hiidenmaa", "--on", "2023-12-01", "--evidence", "minutes: § 1")
    saved = yp("status", "set", "A1", "completed", *arguments, cwd=region)
    assert saved.code == 0, saved.err
    assert "'Hiidenmaan hyvinvointialue' does not answer for A1" in saved.err
    shown = yp("status", "show", "A1", "--as-of", "2023-12-31", cwd=region).out
    assert "1 of 4 completed, 1 disputed" in shown
    assert "Reported of parties that do not answer for it, not counted" in shown


def test_two_actors_who_say_different_things_of_one_day_are_told(yp: Yp, region: Path) -> None:
    say = ("status", "set", "J1", "--on", "2023-12-01")
    assert yp(*say, "paused", "--by", "koivula", cwd=region).err.count("warning") == 0
    other = yp(*say, "in-progress", "--by", "ohkola", cwd=region)
    assert "already reports on 'asuminen' for 2023-12-01" in other.err
    agreed = yp(*say, "paused", "--by", "alberga", cwd=region)
    assert agreed.code == 0
    value = ("record", "value", "J1", "--on", "2023-12-01")
    yp(*value, "perustettu", "--by", "koivula", cwd=region)
    told = yp(*value, "ei perustettu", "--by", "ohkola", cwd=region)
    assert "already reports on" in told.err
    lines = yp("who-owns", "J1", "--as-of", "2023-12-15", cwd=region).out
    assert "perustettu (2023-12-01, Koivula)" in " ".join(lines.split())
    assert "ei perustettu (2023-12-01, Öhkölä)" in " ".join(lines.split())


def test_a_message_that_nobody_can_get_changes_nothing(yp_process, region: Path) -> None:  # type: ignore[no-untyped-def]
    """stderr on a full device: the report is saved, and its path stands on stdout."""
    command = f"{sys.executable} -m yhdyspinta_cli status set J1 paused --on 2023-12-01"
    done = subprocess.run(
        f"{command} 2>/dev/full", shell=True, cwd=region, capture_output=True, text=True
    )
    assert done.returncode == 0
    assert (region / done.stdout.strip()).is_file()
    full = subprocess.run(
        f"{command} --by koivula >/dev/full", shell=True, cwd=region, capture_output=True, text=True
    )
    assert full.returncode == 3
    assert "saved data/updates/2023/" in full.stderr
    assert "stdout: No space left on device" in full.stderr
