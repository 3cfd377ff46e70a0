"""Nothing ends before it begins, whatever kind of record says so."""

from pathlib import Path

import pytest

from tests.conftest import Yp

REVERSED = {
    "counterpart": ("parties.yaml", "    end: 2023-12-31\n", "    end: 2022-02-28\n"),
    "actor": (
        "actors.yaml",
        "    ended: 2023-12-31\n",
        "    started: 2024-01-01\n    ended: 2023-12-31\n",
    ),
    "body": (
        "bodies/turvaverkosto.yaml",
        "state: planned\n",
        "state: planned\nstarted: 2024\nended: 2023-12-31\n",
    ),
    "project": ("projects.yaml", "    ended: 2023-12-31\n", "    ended: 2001-12-31\n"),
    "signatures": (
        "agreement.yaml",
        '  last: "2022-02-20T15:30:00+02:00"\n',
        '  last: "2022-01-20"\n',
    ),
    "council term": ("obligations.yaml", "    end: 2025-05-31\n", "    end: 2021-07-31\n"),
}


@pytest.mark.parametrize("kind", REVERSED)
def test_an_end_before_the_start_is_an_error(kind: str, region: Path, yp: Yp) -> None:
    name, right, wrong = REVERSED[kind]
    path = region / "data" / name
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")
    result = yp("validate", cwd=region)
    assert result.code == 1
    assert "error YP108 the end is before the start" in result.out


def test_what_ends_in_the_month_it_begins_in_is_sound(region: Path, yp: Yp) -> None:
    path = region / "data/bodies/turvaverkosto.yaml"
    text = path.read_text("utf-8")
    days = "state: planned\nstarted: 2024-05\nended: 2024-05-02\n"
    path.write_text(text.replace("state: planned\n", days, 1), "utf-8")
    assert "YP108" not in yp("validate", cwd=region).out
