"""What comes later changes no answer of an earlier day: the Norwegian-like base shows it.

Later are the records of what happened, and what was written into the base itself when the
agreement changed: an amendment, a municipality that left and one that joined.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import TESTS, Yp
from yhdyspinta_cli import store

HELSE = TESTS / "helse"
CODES = ("1.1", "1.2", "2.1", "2.2", "3.1", "3.2", "4.1", "4.2", "5.1", "5.2")
ACTORS = (
    "helse-storvidda",
    "bjorkvag",
    "fossholmen",
    "granmoen",
    "kommunene",
    "samhandlingssjefen",
)


def _records(root: Path, day: str) -> None:
    """Delete what happened after a day."""
    for record in root.glob("data/*/2*/*.yaml"):
        if record.name[:10] > day:
            record.unlink()


def _change(root: Path, name: str, pattern: str, new: str = "") -> None:
    path = root / "data" / name
    text, number = re.subn(pattern, new, path.read_text("utf-8"))
    assert number, (name, pattern)
    path.write_text(text, "utf-8")


def _leaving(root: Path, day: str) -> None:
    """Undo that Fossholmen leaves, and all that came after it."""
    _joining(root, day)
    _change(root, "parties.yaml", r"    left: 2025-06-30\n")
    _change(root, "parties.yaml", r"    end: 2025-06-30\n")
    _change(root, "actors.yaml", r"actor: fossholmen\n +end: 2025-06-30\n", "fossholmen\n")


def _joining(root: Path, day: str) -> None:
    """Undo that Kvitnes joins, and the amendment."""
    _amendment(root, day)
    _change(root, "parties.yaml", r"  - id: kvitnes\n(    .*\n)+")
    _change(root, "parties.yaml", r"  - id: motpart-kvitnes-strategisk\n(    .*\n)+")
    _change(root, "actors.yaml", r"      - actor: kvitnes\n        start: 2026-01-01\n")
    _change(root, "actors.yaml", r"  - id: kvitnes-kommunedirektor\n(    .*\n)+")


def _amendment(root: Path, day: str) -> None:
    """Undo the amendment of delavtale 4 and what it changed."""
    _records(root, day)
    _change(root, "agreement.yaml", r"amendments:\n(  .*\n)+")
    _change(root, "agreement.yaml", r"  - id: endringsavtale\n(    .*\n)+")
    (root / "data/measures/barseltilbud.yaml").unlink()
    _change(root, "measures/tidlig-hjemreise.yaml", r"end: 2025-12-31\n")


CHANGES: dict[str, tuple[str, Callable[[Path, str], None]]] = {
    "records after the first year": ("2024-12-31", _records),
    "records after the leaving is known": ("2025-06-11", _records),
    "the leaving": ("2025-06-11", _leaving),
    "the joining": ("2025-11-26", _joining),
    "the amendment": ("2025-11-26", _amendment),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_answers_of_a_day_do_not_know_what_comes_later(
    yp: Yp, tmp_path: Path, change: str
) -> None:
    day, undo = CHANGES[change]
    before, after = tmp_path / "before", tmp_path / "after"
    for copy in (before, after):
        shutil.copytree(HELSE, copy)
    undo(before, day)
    assert len(store.load(before).kb.events) < len(store.load(after).kb.events)
    lines = [
        ["status"],
        ["status", "matrix"],
        ["obligations", "--year", day[:4]],
        ["gaps"],
        ["counterparts"],
        ["calendar", "--year", day[:4]],
        *(["owned-by", actor, "--why"] for actor in ACTORS),
        *(["who-owns", code, "--why"] for code in CODES),
        *(["status", "show", code] for code in CODES),
        ["report", "--year", day[:4]],
        ["report", "--year", day[:4], "--party", "granmoen"],
    ]
    for line in lines:
        told = [yp(*line, "--as-of", day, cwd=root) for root in (before, after)]
        assert told[0].code == told[1].code == 0, (line, told[0].err, told[1].err)
        assert _without_digest(told[0].out) == _without_digest(told[1].out), line


def _without_digest(report: str) -> str:
    """Return a report without the two lines that tell of which data it is."""
    return re.sub(r"(Digest of the data|Made with yp).*", "", report)
