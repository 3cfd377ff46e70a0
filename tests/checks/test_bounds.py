"""What lies outside its time is told, and an empty status says why it is empty."""

from pathlib import Path

from tests.conftest import Yp


def test_a_status_of_nothing_says_why(region: Path, yp: Yp) -> None:
    path = region / "data/programme.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("period_start: 2022", "period_start: 2028"), "utf-8")
    told = yp("status", "--as-of", "2024-06-30", cwd=region).out
    assert "There are no measures." in told
    assert "The programme's period begins 2028: before it no measure is counted." in told
    path.write_text(text, "utf-8")
    assert "before it no measure" not in yp("status", "--as-of", "2024-06-30", cwd=region).out
    for measure in (region / "data/measures").iterdir():
        measure.unlink()
    assert "The data has no measures yet" in yp("status", cwd=region).out


def test_a_period_after_the_agreement_is_told(region: Path, yp: Yp) -> None:
    path = region / "data/programme.yaml"
    text = path.read_text("utf-8").replace("period_end: 2025", "period_end: 2029")
    path.write_text(text.replace("period_start: 2022", "period_start: 2028"), "utf-8")
    told = yp("validate", cwd=region).out
    assert "warning YP631 the period begins in 2028, after the agreement ends on" in told


def test_a_key_of_former_days_is_taken_and_hides_nothing(region: Path, yp: Yp) -> None:
    path = region / "data/programme.yaml"
    text = path.read_text("utf-8")
    path.write_text(text + "links:\n  - title: Opas\n    url: https://example.org\n", "utf-8")
    told = yp("validate", cwd=region).out
    assert "0 errors" in told
    assert "warning YP212 the key 'links' is read no more" in told
    path.write_text(text + "links: []\nlinkz: []\n", "utf-8")
    assert "error YP101 unknown key 'linkz'" in yp("validate", cwd=region).out
