"""What many organisations report at once: taken back, not counted, told where it disagrees."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Yp


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
    assert "Of 4 parties 1 has completed it, 1 disputed" in shown
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


def test_a_message_that_nobody_can_get_changes_nothing(yp_process: Yp, region: Path) -> None:
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
    assert full.returncode == 0
    assert "saved data/updates/2023/" in full.stderr
    assert "the path could not be printed: No space left on device" in full.stderr


def test_no_is_a_value_and_is_shown(yp: Yp, region: Path) -> None:
    saved = yp(*VALUE_OF_A_PARTY, "no", "--by", "koivula", cwd=region)
    assert saved.code == 0, saved.err
    key = Path(saved.out.strip()).stem
    assert "\nValue      no\n" in yp("show", key, cwd=region).out
    assert ",no,Koivula," in yp("list", "values", "--csv", cwd=region).out


VALUE_OF_A_PARTY = ("record", "value", "mittari-a1", "--on", "2023-11-01", "--party", "koivula")


def test_unequal_values_of_one_party_are_disputed_and_both_visible(yp: Yp, region: Path) -> None:
    yp(*VALUE_OF_A_PARTY, "yes", "--by", "hiidenmaa", cwd=region)
    later = ("record", "value", "mittari-a1", "--on", "2023-12-01", "--party", "koivula", "no")
    yp(*later, "--by", "koivula", cwd=region)
    shown = " ".join(yp("who-owns", "A1", "--as-of", "2023-12-31", cwd=region).out.split())
    assert "Koivula: disputed: yes (2023-11-01, Hiidenmaan hyvinvointialue)" in shown
    assert "Koivula: disputed: no (2023-12-01, Koivula)" in shown
    values = json.loads(yp("who-owns", "A1", "--json", cwd=region).out)["answer"]["indicators"]
    assert [value["disputed"] for value in values[0]["values"]] == [True, True]


def test_two_corrections_of_one_report_are_told(yp: Yp, region: Path) -> None:
    """Two branches each corrected the same report: the merge is clean, and the rule tells it."""
    wrong = "2023-09-01-turvasuunnitelmat-5e6f70"
    path = region / "data" / "updates" / "2023"
    for day, by, digest in (("02", "koivula", "aaaaaaaa"), ("03", "ohkola", "bbbbbbbb")):
        key = f"2023-10-{day}-turvasuunnitelmat-{digest}"
        (path / f"{key}.yaml").write_text(
            f"id: {key}\nmeasure: turvasuunnitelmat\nstate: paused\non: 2023-10-{day}\n"
            f"by: {by}\ncorrects: {wrong}\n",
            "utf-8",
        )
    told = yp("validate", cwd=region)
    assert told.code == 0
    assert "YP615" in told.out
    value = "2023-10-31-mittari-j2-e5f607"
    first = ("record", "value", "J2", "--void", "--corrects", value, "--by", "koivula")
    assert yp(*first, cwd=region).code == 0
    assert yp(*first, "--on", "2023-11-02", cwd=region).code == 4


def test_a_correction_speaks_for_nobody_who_did_not_say_so(
    yp: Yp, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = "2023-06-15-turvasuunnitelmat-ahtala-4d5e6f"
    plain = yp("status", "correct", wrong, "paused", "--dry-run", cwd=region)
    assert "party: ahtala" in plain.out
    assert "by:" not in plain.out
    monkeypatch.setenv("YP_ACTOR", "hiidenmaa")
    said = yp("status", "correct", wrong, "paused", "--dry-run", cwd=region)
    assert "by: hiidenmaa" in said.out


def test_a_corrected_value_keeps_its_day_and_party(yp: Yp, region: Path) -> None:
    saved = yp(*VALUE_OF_A_PARTY, "yes", "--by", "koivula", cwd=region)
    again = ("record", "value", "mittari-a1", "no", "--corrects", saved.out.strip())
    shown = yp(*again, "--by", "koivula", "--dry-run", cwd=region).out
    assert "on: 2023-11-01\nby: koivula\nparty: koivula\n" in shown


def test_what_is_corrected_says_so(yp: Yp, region: Path) -> None:
    assert (
        "Corrected by  2023-11-15-tiedon-malli-708192"
        in yp("show", "2023-10-01-tiedon-malli-6f7081", cwd=region).out
    )
    listed = yp("list", "updates", "--csv", cwd=region).out.splitlines()
    assert "Corrected" in listed[0]
    assert ",yes," in next(line for line in listed if line.startswith("2023-10-01"))


def test_a_merger_circle_can_be_mended_by_the_command(yp: Yp, region: Path) -> None:
    """Two branches merged two measures into each other; the data is not locked by it."""
    merged = ("--on", "2023-12-01", "--by", "koivula")
    one = yp("status", "set", "A1", "merged", "--into", "J2", *merged, cwd=region)
    two = yp("status", "set", "J2", "merged", "--into", "A1", *merged, cwd=region)
    assert "the mergers lead in a circle" in two.err
    assert yp("validate", cwd=region).code == 0
    void = yp("status", "correct", one.out.strip(), "--void", "--by", "koivula", cwd=region)
    assert void.code == 0, void.err
    assert "YP613" not in yp("validate", cwd=region).out


@pytest.mark.parametrize(
    ("indicator", "written", "kept"),
    [("J2", "1,10", "value: 1.10"), ("J2", "010", "value: 10"), ("J2", "-4", "value: -4")],
)
def test_a_number_stays_as_it_is_written(
    indicator: str, written: str, kept: str, yp: Yp, region: Path
) -> None:
    shown = yp("record", "value", "--on", "2023-12-01", "--dry-run", "--", indicator, written)
    assert shown.code == 0, shown.err
    assert f"{kept}\n" in shown.out


def test_decimals_are_shown_as_they_were_reported(yp: Yp, region: Path) -> None:
    yp("record", "value", "J2", "1,10", "--on", "2023-12-01", "--by", "koivula", cwd=region)
    assert "1.10 vastausta" in yp("who-owns", "J2", cwd=region).out
    assert "1,10 vastausta" in yp("who-owns", "J2", "--lang", "fi", cwd=region).out
