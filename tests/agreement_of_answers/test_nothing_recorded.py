"""That nothing is recorded is said only where nothing is: a party that has reported is heard."""

import re
from pathlib import Path

import pytest

from tests.agreement_of_answers.test_same_number import gap_codes, report, told
from tests.conftest import Yp
from yhdyspinta_cli import vocabulary

_DISPUTED, NO_OWN_STATE, _NO_INFORMATION = vocabulary.WITHOUT_STATE
ON = ("--as-of", "2023-12-31")


def unknown(yp: Yp, region: Path) -> int:
    """Of how many measures the report says that nothing is recorded."""
    year = report(yp, "--year", "2023", *ON, cwd=region)
    said = re.search(r"Of (\d+) measures? nothing is recorded", year)
    return int(said[1]) if said else 0


@pytest.mark.parametrize("by", ["koivula", "hiidenmaa"])
def test_one_party_that_reported_is_something(yp: Yp, region: Path, by: str) -> None:
    before = unknown(yp, region)
    apart = told(yp, "status", *ON, cwd=region)["total"][NO_OWN_STATE]
    done = yp(
        *("status", "set", "B2", "completed", "--party", "koivula", "--by", by),
        *("--on", "2023-05-01", "--evidence", "minutes: valtuusto 1.5.2023 § 3"),
        cwd=region,
    )
    assert done.code == 0, done.err
    assert unknown(yp, region) == before - 1
    # Of the measure as a whole nobody has spoken: that is another thing, and told apart.
    total = told(yp, "status", *ON, cwd=region)["total"]
    assert (total[NO_OWN_STATE], total["no-information"]) == (apart + 1, before - 1)
    assert "B2" not in gap_codes(yp, "no-information", region)
    finnish = report(yp, "--year", "2023", *ON, cwd=region, lang="fi")
    (said,) = re.findall(r"(\S+) toimenpiteen tilanteesta ei ole ilmoitettu", finnish)
    assert said == str(before - 1)


def test_nothing_is_said_of_nothing_where_all_have_been_told_of(yp: Yp, region: Path) -> None:
    for number, code in enumerate(("J1", "A2", "B1", "B2")):
        party = ("--party", "koivula") if number % 2 else ()
        done = yp("status", "set", code, "not-started", *party, "--on", "2023-05-01", cwd=region)
        assert done.code == 0, done.err
    assert unknown(yp, region) == 0
    finnish = report(yp, "--year", "2023", *ON, cwd=region, lang="fi")
    assert "tilanteesta ei ole ilmoitettu" not in finnish
