"""What a party has not told is one number in gaps, in status and on its sheet."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, Yp
from yhdyspinta_cli import store

DAY = "2025-12-31"
PARTIES = [party.id for party in store.load(LIVED).kb.parties]


def told(yp: Yp, *arguments: str, cwd: Path = LIVED) -> Any:
    done = yp(*arguments, "--json", cwd=cwd)
    assert done.code == 0, done.err
    return json.loads(done.out)["answer"]


def test_every_party_has_one_number_of_no_information(yp: Yp) -> None:
    by_party = told(yp, "status", "--as-of", DAY)["by_party"]
    numbers = {}
    for party in PARTIES:
        found = told(yp, "gaps", "--party", party, "--as-of", DAY)
        numbers[party] = found["counts"]["no-information"]
        of_it = [gap for gap in found["gaps"] if gap["kind"] == "no-information"]
        assert all(gap["about"] == [party] for gap in of_it)
    assert numbers == {party: by_party[party]["no-information"] for party in PARTIES}
    assert numbers["vaskiharju"] == 11
    assert numbers["hallavesi"] == 0


@pytest.mark.parametrize("party", ["vaskiharju", "ukonlampi"])
def test_and_so_has_its_sheet(yp: Yp, party: str) -> None:
    found = told(yp, "gaps", "--party", party, "--kind", "no-information", "--as-of", DAY)
    sheet = yp(
        "report", "--year", "2025", "--party", party, "--as-of", DAY, "--lang", "en", cwd=LIVED
    )
    chapter = sheet.out.split("\n## What has not been told\n")[1].split("\n## ")[0]
    listed = [
        measure
        for line in chapter.splitlines()
        if line.startswith("- **")
        for measure in re.split(r"(?:\*\*|;) (?=[A-Z]\d )", line)[1:]
    ]
    assert sorted(measure.split()[0] for measure in listed) == sorted(
        gap["code"] for gap in found["gaps"]
    )


def test_silence_of_a_party_is_its_own(yp: Yp) -> None:
    def silent(*options: str) -> dict[str, str]:
        gaps = told(yp, "gaps", "--kind", "silent", "--as-of", DAY, *options)["gaps"]
        return {gap["code"]: gap["since"] for gap in gaps}

    # The whole has not been heard of; of those who answer for D2 some told of it once.
    assert "D2" in silent()
    assert silent("--party", "vaskiharju") == {}
    assert silent("--party", "hallavesi") == {"D2": "2024-12-16"}
    # Ukonlampi told a value last, while the measure as a whole is heard of.
    assert "A1" not in silent()
    assert silent("--party", "ukonlampi")["A1"] == "2024-11-25"
    # A value that a party told of itself breaks its silence as a status update does.
    assert "D1" not in silent("--party", "aijanselka")


@pytest.mark.parametrize("party", ["hallavesi", "joutsensalo", "vaskiharju"])
def test_a_party_asked_for_as_an_actor_lacks_the_same(yp: Yp, party: str) -> None:
    counts = [
        told(yp, "gaps", option, party, "--as-of", DAY)["counts"]
        for option in ("--party", "--actor")
    ]
    assert counts[0] == counts[1]
