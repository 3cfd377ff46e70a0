"""What is reported of a day after a measure's last day: it changes no state, and is told."""

from pathlib import Path

import pytest

from tests.conftest import Yp

ENDED = "\nend: 2023-06-30\n"


@pytest.mark.parametrize(
    ("more", "n"),
    [((), 2), (("--interface", "a"), 2), (("--interface", "johto"), 0)],
)
def test_a_report_after_the_end_is_told_in_the_chapter_of_changes(
    yp: Yp, region: Path, more: tuple[str, ...], n: int
) -> None:
    path = region / "data/measures/tietopohja.yaml"
    path.write_text(path.read_text("utf-8").rstrip("\n") + ENDED, "utf-8")
    for day in ("2023-09-01", "2023-10-01"):
        line = ("status", "set", "A2", "in-progress", "--on", day, "--by", "hiidenmaa")
        assert yp(*line, cwd=region).code == 0
    # That it was completed is told afterwards, and changes the state.
    line = ("status", "set", "A2", "completed", "--on", "2023-11-01", "--party", "koivula")
    assert yp(*line, cwd=region).code == 0
    asked = ("report", "--year", "2023", "--as-of", "2023-12-31", "--lang", "en")
    told = " ".join(yp(*asked, *more, cwd=region).out.split())
    sentence = "2 reports of the year say of a day after a measure's last day that the measure goes"
    assert (sentence in told) is bool(n)


def test_a_year_of_such_reports_only_is_not_a_year_without_any(yp: Yp, region: Path) -> None:
    path = region / "data/measures/tietopohja.yaml"
    path.write_text(path.read_text("utf-8").rstrip("\n") + ENDED, "utf-8")
    assert yp("report", "--year", "2025", "--lang", "en", cwd=region).out.count(
        "No status updates of 2025 are recorded."
    )
    line = ("status", "set", "A2", "in-progress", "--on", "2025-02-01", "--by", "hiidenmaa")
    assert yp(*line, cwd=region).code == 0
    told = yp("report", "--year", "2025", "--lang", "en", cwd=region).out
    assert "No status updates of 2025 are recorded." not in told
    assert "1 report of the year says of a day after a measure's last day" in told
