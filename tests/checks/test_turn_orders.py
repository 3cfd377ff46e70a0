"""Who takes turns without a seat is told; who only seems to is not."""

from pathlib import Path

import pytest

from tests.checks.test_rules_reach import codes, edit
from tests.conftest import Yp

ORDER = "    - koivula\n    - ahtala\n    - ohkola\n    - alberga\n"
STRANGER = "    - koivula\n    - uusi-keskus\n"
MEMBERS = "  - actor: hiidenmaan-liitto\n    label: liitto\n"


@pytest.mark.parametrize(
    ("order", "members", "expected"),
    [
        (STRANGER, MEMBERS, {"YP412"}),
        # It takes the turns of one that has ended.
        ("    - koivula\n    - keskus\n", MEMBERS, {"YP412"}),
        (STRANGER, MEMBERS + "  - actor: uusi-keskus\n    label: Uusi keskus\n", set()),
        # Who else sits there is not told by name: it may be the one.
        (STRANGER, MEMBERS + "  - label: asiantuntijat\n", set()),
        (STRANGER, MEMBERS + "  - actor: kaikki-toimijat\n    label: toimijat\n", set()),
        # Whoever is a part of a member, or has it as a part.
        ("    - koivula\n    - koordinaattori\n    - koivulan-johtaja\n", MEMBERS, set()),
        ("    - kunnat\n    - hiidenmaa\n", MEMBERS, set()),
    ],
)
def test_who_takes_a_turn_without_a_seat(
    yp: Yp, region: Path, order: str, members: str, expected: set[str]
) -> None:
    edit(region, "bodies/foorumi.yaml", ORDER, order)
    edit(region, "bodies/foorumi.yaml", MEMBERS, members)
    assert codes(yp, region) == expected


def test_who_has_left_is_passed_over_and_no_stranger(yp: Yp, region: Path) -> None:
    edit(region, "parties.yaml", "  - id: koivula\n", "  - id: koivula\n    left: 2023-12-31\n")
    assert "YP412" not in codes(yp, region)


def test_an_order_of_other_days_is_held_against_the_members_of_those(yp: Yp, region: Path) -> None:
    edit(region, "bodies/foorumi.yaml", MEMBERS, f"{MEMBERS}    end: 2022-12-31\n")
    earlier = "chairs:\n  - label: vuorovuosin\n    rotating: true\n    end: {end}\n    order:\n"
    at = "chair:\n  label: vuorovuosin\n"
    for end, expected in (("2022-06-30", set()), ("2023-06-30", {"YP412"})):
        made = earlier.format(end=end) + "      - koivula\n      - hiidenmaan-liitto\n"
        edit(region, "bodies/foorumi.yaml", at, made + at)
        assert codes(yp, region) == expected
        edit(region, "bodies/foorumi.yaml", made, "")
