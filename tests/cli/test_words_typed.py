"""Words of closed sets are listed as the reader types them, and each of them is taken."""

import re
from pathlib import Path

import pytest

from tests.conftest import Yp

SETS = {
    "state": (
        ("status", "--state", "WORD"),
        "valmis (completed), käynnissä (in-progress), ei-aloitettu (not-started)",
    ),
    "reported": (
        ("status", "set", "A1", "WORD", "--on", "2023-06", "--into", "A2", "--dry-run"),
        "valmis (completed), käynnissä (in-progress), ei-aloitettu (not-started)",
    ),
    "standing": (
        ("obligations", "--standing", "WORD"),
        "toteutunut (met), toteutunut-myöhässä (met-late), kesken (due), ei-toteutunut (missed)",
    ),
    "binding": (("owned-by", "koivula", "--binding", "WORD"), "laki (law), sopimus (agreement)"),
    "event": (("event", "add", "WORD", "x", "--on", "2023-06", "--dry-run"), "kokous (meeting)"),
}


@pytest.mark.parametrize(("line", "listed"), SETS.values(), ids=SETS)
def test_what_is_listed_in_finnish_is_taken(
    yp: Yp, region: Path, monkeypatch: pytest.MonkeyPatch, line: tuple[str, ...], listed: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    def said(word: str) -> tuple[str, ...]:
        # --into goes with one state only.
        is_merged = word in ("merged", "yhdistetty")
        words = [word if part == "WORD" else part for part in line]
        if not is_merged and "--into" in words:
            del words[words.index("--into") : words.index("--into") + 2]
        return (*words, "--lang", "fi")

    refused = yp(*said("kumma"), cwd=region)
    assert refused.code == 2
    assert listed in refused.err
    known = re.findall(r"([\w-]+) \(([\w-]+)\)", refused.err)
    assert len(known) >= 3
    for finnish, kept in known:
        answers = [yp(*said(word), cwd=region) for word in (finnish, kept)]
        assert [one.code for one in answers] == [0, 0], answers[0].err
        assert answers[0].out == answers[1].out


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (("status", "set"), "valmis (completed), käynnissä (in-progress)"),
        (("obligations",), "toteutunut (met), toteutunut-myöhässä"),
        (("obligations",), "--binding laki|sopimus|ohjelma"),
    ],
)
def test_help_lists_them_so(yp_process: Yp, line: tuple[str, ...], told: str) -> None:
    assert told in " ".join(yp_process(*line, "--help", "--lang", "fi").out.split())
