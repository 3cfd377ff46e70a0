"""When the agreement was signed, however the sheet has it: every command tells it, none fails."""

from pathlib import Path

import pytest

from tests.conftest import Yp

WRITTEN = [
    # As in the file, as the report in English has it, whether it is after the start (2022-03-01).
    ("2022-03-20", "2022-03-20", True),
    ('"2022-03-20"', "2022-03-20", True),
    ('"2022-03-20T15:30:00+03:00"', "2022-03-20", True),
    ("2022-03-20 klo 14", "2022-03-20", True),
    ("20.3.2022", "2022-03-20", True),
    ("2022-04", "April 2022", True),
    ("2022-03", "March 2022", False),
    ("2022", "2022", False),
    ('"2022"', "2022", False),
    ("maaliskuussa 2022", "maaliskuussa 2022", False),
    ("30.2.2022", "30.2.2022", False),
    ('"2022-02-30"', "2022-02-30", False),
    ('"0000-01-01"', "0000-01-01", False),
    ("keväällä 2022 (sic)", "keväällä 2022 (sic)", False),
]


@pytest.mark.parametrize(("written", "told", "late"), WRITTEN)
def test_a_day_is_told_as_a_day_and_words_as_they_stand(
    yp: Yp, region: Path, written: str, told: str, late: bool
) -> None:
    file = region / "data/agreement.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace('last: "2022-02-20T15:30:00+02:00"', f"last: {written}"), "utf-8")
    checked = yp("validate", "--select", "YP602", cwd=region)
    assert "0 errors" in checked.out + checked.err
    assert ("YP602" in checked.out) is late
    for form in ("md", "html"):
        report = yp("report", "--year", "2023", "--lang", "en", "--format", form, cwd=region)
        assert report.code == 0, report.err
        shown = report.out.replace('<span lang="fi">', "").replace("\N{SOFT HYPHEN}", "")
        assert f"(2022-02-14–{told}" in shown.replace("\\", "")
    assert yp("report", "--year", "2023", "--party", "koivula", cwd=region).code == 0
    assert yp("show", "sopimus", cwd=region).code == 0


def test_what_is_no_text_is_refused_with_its_place(yp: Yp, region: Path) -> None:
    file = region / "data/agreement.yaml"
    text = file.read_text("utf-8")
    for written in ("[2022]", "true", "12.25", "''"):
        file.write_text(text.replace('"2022-02-20T15:30:00+02:00"', written), "utf-8")
        assert yp("validate", cwd=region).code == 1
        assert "agreement.yaml:31" in yp("validate", cwd=region).out
