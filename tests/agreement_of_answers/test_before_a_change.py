"""The answer for a day before a change is the same before and after the change is recorded.

Every question is asked for days before the change, of the region as its files have it (things have
happened in it) and of the same region with one more change in its files.
"""

import difflib
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import Yp

CHANGED = "2023-07-01"
"""The first day of every change."""

QUESTIONS: tuple[tuple[str, ...], ...] = (
    ("status",),
    ("status", "matrix"),
    ("event", "list"),
    ("status", "show", "A1"),
    ("who-owns", "A2"),
    ("who-owns", "A1", "--why"),
    ("owned-by", "koivula"),
    ("owned-by", "alberga"),
    ("obligations",),
    ("obligations", "--party", "koivula"),
    ("obligations", "--year", "2026"),
    ("calendar", "--year", "2023"),
    ("counterparts",),
    ("gaps",),
    ("rotation",),
    ("list", "measures"),
    ("list", "parties"),
    ("list", "updates"),
    ("report", "--year", "2023"),
    ("report", "--year", "2023", "--party", "koivula"),
)
"""What is asked. `show` and `search` tell what is recorded, of whatever day it is."""

LAST = "2023-06-30"
"""The last day before every change: on its last day who or what ends is still there."""


_KOIVULA = 'code: "992"\n'
NEW_PARTY = """  - id: uusikunta
    type: municipality
    name: Uusikunta
    official_name: Uudenkunnan kunta
    joined: 2023-07-01
    source:
      - document: sopimus
        section: § 1
"""
NEW_TOWN = """  - id: uusikunta
    type: municipality
    name: Uusikunta
    official_name: Uudenkunnan kunta
    started: 2023-07-01
    source:
      - document: sopimus
        section: § 1
"""
CHANGES: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "a party joins": (
        ("parties.yaml", "  - id: koivula\n", f"{NEW_PARTY}  - id: koivula\n"),
        (
            "actors.yaml",
            "      - koivula\n",
            f"      - koivula\n      - actor: uusikunta\n        start: {CHANGED}\n",
        ),
    ),
    "a party leaves": (("parties.yaml", _KOIVULA, f"{_KOIVULA}    left: 2023-06-30\n"),),
    "a party ends": (("parties.yaml", _KOIVULA, f"{_KOIVULA}    ended: 2023-06-30\n"),),
    "a party merges into another": (
        ("parties.yaml", _KOIVULA, f"{_KOIVULA}    ended: 2023-06-30\n    successor: alberga\n"),
    ),
    "a party merges into a new one": (
        ("parties.yaml", "  - id: koivula\n", f"{NEW_TOWN}  - id: koivula\n"),
        ("parties.yaml", _KOIVULA, f"{_KOIVULA}    ended: 2023-06-30\n    successor: uusikunta\n"),
    ),
    "a membership ends": (
        ("actors.yaml", "      - koivula\n", "      - actor: koivula\n        end: 2023-06-30\n"),
    ),
    "a responsibility ends": (
        ("measures/tietopohja.yaml", "    label: Aluek", "    end: 2023-06-30\n    label: Aluek"),
    ),
    "a measure ends": (
        ("measures/tiedon-malli.yaml", "responsible:\n", "end: 2023-06-30\nresponsible:\n"),
    ),
    "a measure is continued": (
        ("measures/tiedon-malli.yaml", "responsible:\n", "end: 2023-06-30\nresponsible:\n"),
        (
            "measures/tiedon-uusi-malli.yaml",
            "",
            "id: tiedon-uusi-malli\ncode: A9\ninterface: a\ngoal: ennakointi\ntitle: Uusi malli\n"
            f"text: Malli jatkuu.\nstart: {CHANGED}\ncontinues: tiedon-malli\n"
            "responsible:\n  - actor: kunnat\n    label: kunnat\n"
            "indicators:\n  - id: mittari-a9\n    label: On / ei\n    type: yes-no\n"
            "source:\n  - document: ohjelma\n    section: '4'\n",
        ),
    ),
    "the agreement is extended": (
        (
            "agreement.yaml",
            "  end: 2025-06-30\n",
            "  end: 2025-06-30\namendments:\n  - id: jatko\n    type: extension\n"
            f"    title: Jatkosopimus\n    day: {CHANGED}\n    end: 2027-12-31\n",
        ),
    ),
    "the agreement is amended twice": (
        (
            "agreement.yaml",
            "  end: 2025-06-30\n",
            "  end: 2025-06-30\namendments:\n  - id: muutos\n    type: amendment\n"
            f"    title: Muutos 1\n    day: {CHANGED}\n    end: 2024-06-30\n"
            "  - id: muutos-2\n    type: amendment\n    title: Muutos 2\n    day: 2024-02-01\n"
            "    end: 2026-12-31\n",
        ),
    ),
    "a successor agreement": (
        (
            "agreement.yaml",
            "  end: 2025-06-30\n",
            "  end: 2025-06-30\namendments:\n  - id: uusi\n    type: successor\n"
            f"    title: Sopimus 2023\n    day: {CHANGED}\n",
        ),
    ),
    "a decision appoints": (
        (
            "events/2023/2023-07-01-paatos.yaml",
            "",
            f"id: 2023-07-01-paatos\ntype: decision\ntitle: Vastuu\non: {CHANGED}\n"
            "body: foorumi\nmeasure: tiedon-malli\nappoints:\n  - koivula\n",
        ),
    ),
    "a measure is merged": (
        (
            "updates/2023/2023-07-01-yhdistys.yaml",
            "",
            f"id: 2023-07-01-yhdistys\nmeasure: tiedon-malli\nstate: merged\non: {CHANGED}\n"
            "by: hiidenmaa\nmerged_into: tietopohja\n",
        ),
    ),
    "a seat ends": (("bodies/foorumi.yaml", "convener:\n", "convener:\n  end: 2023-06-30\n"),),
}


def record(region: Path, changes: tuple[tuple[str, str, str], ...]) -> None:
    """Record a change: a new file, an entry at the end of one, a text in the place of another."""
    for name, before, after in changes:
        file = region / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text("utf-8") if file.exists() else ""
        assert before in text, name
        file.write_text(text.replace(before, after, 1) if before else text + after, "utf-8")


def answers(yp: Yp, region: Path) -> dict[str, list[str]]:
    """Return what each question answers, without the digest of the whole data."""
    found = {}
    for question in QUESTIONS:
        done = yp(*question, "--as-of", LAST, cwd=region)
        assert done.code == 0, done.err
        text = re.sub(r"\b[0-9a-f]{12,64}\b", "", done.out)
        found[" ".join(question)] = text.splitlines()
    return found


@pytest.fixture(scope="module")
def plain() -> dict[str, dict[str, list[str]]]:
    """The answers of the region without a change, asked once."""
    return {}


@pytest.mark.parametrize("change", CHANGES)
def test_the_answer_for_a_day_before_a_change_is_the_same(
    yp: Yp,
    region: Path,
    change: str,
    plain: dict[str, dict[str, list[str]]],
) -> None:
    if "region" not in plain:
        plain["region"] = answers(yp, region)
    record(region, CHANGES[change])
    judged = yp("validate", cwd=region)
    assert judged.code == 0, judged.out
    later = yp("status", "--as-of", "2024-12-31", cwd=region)
    assert later.code == 0, later.err

    found = answers(yp, region)
    for asked, before in plain["region"].items():
        changed = [*difflib.unified_diff(before, found[asked], "before", asked, lineterm="")]
        assert not changed, "\n".join(changed)
