"""The forms of a region follow its country: zone, sections, phones, codes, spreadsheets."""

import re
from collections.abc import Callable
from pathlib import Path

import icalendar
import pytest

from tests.checks.test_rules_reach import codes, edit
from tests.conftest import Yp

In = Callable[[str], Path]

# Invented numbers whose check digits fit.
NORWEGIAN, SWEDISH, FINNISH = "13097248022", "880320-0016", "131052-308T"


@pytest.fixture
def within(region: Path) -> In:
    """The region moved into another country, its own time zone not stated."""

    def moved(head: str) -> Path:
        file = region / "data/agreement.yaml"
        text = re.sub(r"time_zone: .*\n", "", file.read_text("utf-8"))
        file.write_text(text.replace("language: fi\n", head), "utf-8")
        return region

    return moved


NORWAY = 'language: nb\nlanguages: [se]\ncountry: "NO"\n'
SWEDEN = "language: sv\ncountry: SE\n"


@pytest.mark.parametrize(
    ("head", "product", "zone"),
    [
        ("language: fi\n", "FI", "Europe/Helsinki"),
        ("language: fi\ncountry: FI\n", "FI", "Europe/Helsinki"),
        (NORWAY, "EN", "Europe/Oslo"),
        (NORWAY + "time_zone: Arctic/Longyearbyen\n", "EN", "Arctic/Longyearbyen"),
        (SWEDEN, "SV", "Europe/Stockholm"),
    ],
)
def test_a_calendar_is_in_the_zone_of_its_country_and_says_its_own_language(
    yp: Yp, within: In, head: str, product: str, zone: str
) -> None:
    told = yp("calendar", "--year", "2023", "--format", "ics", cwd=within(head))
    found = icalendar.Calendar.from_ical(told.out)
    assert str(found["prodid"]) == f"-//yhdyspinta//yp//{product}"
    assert str(found["x-wr-timezone"]) == zone
    assert ("the program has no" in told.err) is (product == "EN")


@pytest.mark.parametrize(
    ("head", "text", "expected"),
    [
        (NORWAY, f"gjelder {NORWEGIAN}", {"YP704"}),
        (NORWAY, f"gjelder {NORWEGIAN[:6]} {NORWEGIAN[6:]}", {"YP704"}),
        (NORWAY, "gjelder 13097248023", set()),
        (NORWAY, "ring 22 33 44 55", {"YP703"}),
        (NORWAY, "ring 912 34 567", {"YP703"}),
        (NORWAY, "ring +47 22334455", {"YP703"}),
        (NORWAY, "org.nr. 974 760 673, sak 2024 0405", set()),
        (NORWAY, "ring 040 123 4567", set()),
        (SWEDEN, f"avser {SWEDISH}", {"YP704"}),
        (SWEDEN, "ring 08-123 456 78", {"YP703"}),
        (SWEDEN, FINNISH, set()),
        ("language: en\ncountry: IE\n", NORWEGIAN + ", 040 123 4567", set()),
        ("language: en\ncountry: IE\n", "+353 1 234 5678", {"YP703"}),
        ("language: fi\n", FINNISH, {"YP704"}),
        ("language: sv\ncountry: AX\n", FINNISH, {"YP704"}),
        ("language: fi\n", NORWEGIAN, set()),
        ("language: fi\n", "+358 40 123 4567", {"YP703"}),
    ],
)
def test_codes_and_phones_of_people_are_those_of_the_country(
    yp: Yp, within: In, head: str, text: str, expected: set[str]
) -> None:
    region = within(head)
    edit(region, "needs.yaml", "prosessikuvaus puuttuu.", f"prosessikuvaus puuttuu. {text}")
    assert codes(yp, region) == expected


def test_a_sign_is_written_as_in_the_country_and_never_twice(yp: Yp, within: In) -> None:
    region = within(NORWAY)
    edit(region, "bodies/foorumi.yaml", '      - "5"\n', '      - "§ 6-5"\n')
    told = yp("validate", "--notes", "--select", "YP506", "--output-format", "concise", cwd=region)
    assert "YP506" not in told.out
    shown = yp("show", "foorumi", cwd=region).out
    assert "§ 6-5" in shown
    assert "§ §" not in shown
    assert "§ 6-5 §" not in shown
    report = yp("report", "--year", "2023", cwd=region).out.replace("\N{NO-BREAK SPACE}", " ")
    assert "| § 5 |" in report


def test_a_finnish_sign_that_the_data_has_is_not_doubled(yp: Yp, region: Path) -> None:
    edit(region, "bodies/foorumi.yaml", '      - "5"\n', '      - "5 §"\n')
    shown = yp("show", "foorumi", cwd=region).out
    assert "5 §" in shown
    assert "§ §" not in shown


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("language: fi\n", "14.5.2023;4,5"),
        (NORWAY, "14.05.2023;4,5"),
        (SWEDEN, "2023-05-14;4,5"),
        ("language: en\ncountry: IE\n", "14/05/2023,4.5"),
    ],
)
def test_a_table_for_excel_is_that_of_the_region(yp: Yp, within: In, head: str, row: str) -> None:
    region = within(head)
    line = ("mittari-j2", "4.5", "--on", "2023-05-14", "--by", "hiidenmaa")
    told = yp("record", "value", *line, cwd=region)
    assert told.code == 0, told.err
    listed = yp("list", "values", "--csv-excel", cwd=region).out
    assert listed.startswith("\ufeff")
    day, sign, number = re.split("([;,])", row, maxsplit=1)
    assert f"\n{day}{sign}J2{sign}{number}{sign}" in listed.replace("\r", "")


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("language: fi\ncountry: Suomi\n", "YP104"),
        ("language: fi\ncountry: UK\n", "YP104"),
        # The word no without quotes is a truth value to some programs, and so is NO.
        ("language: fi\ncountry: NO\n", "YP050"),
        ("language: no\n", "YP050"),
        ("language: zz\n", "YP104"),
    ],
)
def test_a_country_or_a_language_that_is_none_is_told(
    yp: Yp, within: In, head: str, code: str
) -> None:
    assert codes(yp, within(head)) >= {code}


@pytest.mark.parametrize("code", ["nb", "se", "is"])
def test_data_in_a_language_without_a_catalogue(yp: Yp, within: In, code: str) -> None:
    region = within(f'language: {code}\ncountry: "NO"\n')
    done = yp("report", "--year", "2023", "--format", "html", cwd=region)
    assert done.code == 0
    assert re.findall(r'<html lang="([a-z]+)"', done.out) == ["en"]
    assert set(re.findall(r'<span lang="([a-z]+)">', done.out)) == {code}
    assert "the program has no" in done.err
