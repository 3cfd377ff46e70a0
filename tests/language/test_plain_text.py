"""Text typed on a Mac or copied from the program's own pages is understood and stored composed."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.conftest import Result
from yhdyspinta_cli import language, store
from yhdyspinta_cli.model.measures import Indicator
from yhdyspinta_cli.queries import values
from yhdyspinta_cli.wording import days
from yhdyspinta_cli.wording import values as wording

Yp = Callable[..., Result]
TITLE = "Asumisen työryhmä"


def decomposed(text: str) -> str:
    found = normalize("NFD", text)
    assert found != text
    return found


@pytest.fixture
def from_a_mac(region: Path) -> Path:
    """The region, all its measures' files written in decomposed letters."""
    for path in (region / "data" / "measures").glob("*.yaml"):
        path.write_text(normalize("NFD", path.read_text("utf-8")), "utf-8")
    return region


@pytest.mark.parametrize("typed", ["työryhmä", decomposed("työryhmä"), "työ\u00adryh\u2060mä"])
def test_a_word_is_found_however_it_and_the_data_are_written(
    yp: Yp, from_a_mac: Path, typed: str
) -> None:
    assert "J1" in yp("search", typed, cwd=from_a_mac).out
    asked = yp("who-owns", TITLE.replace("työryhmä", typed), "--exact", cwd=from_a_mac)
    assert asked == yp("who-owns", "J1", cwd=from_a_mac)
    assert asked.out.startswith("J1")


def test_decomposed_data_give_the_records_of_composed_ones(from_a_mac: Path) -> None:
    path = from_a_mac / "data" / "measures" / "asuminen.yaml"
    before = path.read_bytes()
    kb = store.load(from_a_mac).kb
    measure = kb.measure("J1")
    assert measure is not None
    assert measure.title == TITLE
    assert path.read_bytes() == before


def test_what_is_recorded_is_composed(yp: Yp, region: Path) -> None:
    note = decomposed("Työryhmä sai 1\u00a0250 vastausta, hyvin\u00advointi nousi")
    saved = yp(
        *("status", "set", "J1", decomposed("käynnissä"), "--on", "12.6.2023"),
        *("--by", "koivula", "--note", note, "--evidence", decomposed("pöytäkirja") + ": §\u00a05"),
        cwd=region,
    )
    assert saved.code == 0, saved.err
    written = (region / saved.out.strip()).read_text("utf-8")
    assert "note: Työryhmä sai 1 250 vastausta, hyvinvointi nousi\n" in written
    assert "state: in-progress\n" in written
    assert normalize("NFC", written) == written
    event = yp(
        *("event", "add", "meeting", decomposed("Kevään tapaaminen"), "--on", "12.6.2023"),
        *("--by", "koivula", "--decision", decomposed("päätettiin"), "--dry-run"),
        cwd=region,
    )
    assert "title: Kevään tapaaminen\non: 2023-06-12\n" in event.out
    assert "  - päätettiin\n" in event.out


def test_files_and_folders_keep_their_names(yp: Yp, region: Path, tmp_path: Path) -> None:
    folder = tmp_path / decomposed("kansiö")
    region.rename(folder)
    output = decomposed("päivä") + ".md"
    made = yp("report", "--year", "2023", "-C", str(folder), "-o", output, cwd=tmp_path)
    assert made.code == 0, made.err
    assert output in [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("1 250", "value: 1250\n"),
        ("1\u00a0250,5", "value: 1250.5\n"),
        ("12\u202f345\u202f678", "value: 12345678\n"),
        ("\u22122", "value: -2\n"),
        ("1 250 vastausta", "value: 1250\n"),
        ("3,4", "value: 3.4\n"),
    ],
)
@pytest.mark.parametrize("spoken", ["fi", "en"])
def test_a_number_is_read_as_it_is_printed(
    yp: Yp, region: Path, typed: str, written: str, spoken: str
) -> None:
    arguments = ("record", "value", "J2", typed, "--on", "2023", "--by", "koivula", "--dry-run")
    told = yp(*arguments, "--lang", spoken, cwd=region)
    assert told.code == 0, told.err
    assert written in told.out


def test_a_comma_parts_thousands_in_english_only_and_that_is_told(yp: Yp, region: Path) -> None:
    arguments = ("record", "value", "J2", "1,250", "--on", "2023", "--by", "koivula", "--dry-run")
    english = yp(*arguments, cwd=region)
    assert "value: 1250\n" in english.out
    assert "yp: '1,250' is read as 1250\n" in english.err
    assert "value: 1.250\n" in yp(*arguments, "--lang", "fi", cwd=region).out


@pytest.mark.parametrize("typed", ["12 50", "1 2500", "1  25", "0 250", "1,25,0", "10 %"])
def test_what_is_no_number_is_still_refused(yp: Yp, region: Path, typed: str) -> None:
    told = yp("record", "value", "J2", typed, "--on", "2023", "--by", "koivula", cwd=region)
    assert told.code == 2
    assert "a number" in told.err


NUMBER = st.integers(-(10**9), 10**9) | st.decimals(
    -(10**9), 10**9, allow_nan=False, allow_infinity=False, places=3
).filter(lambda value: value == 0 or not str(value).startswith("-0.000"))


@given(NUMBER, st.sampled_from(language.LANGUAGES), st.sampled_from([None, "%", "€", "vastausta"]))
def test_whatever_number_the_program_prints_it_reads(
    value: int | Decimal, spoken: str, unit: str | None
) -> None:
    indicator = Indicator(id="i", label="i", type="number", unit=unit)
    with language.speaking(spoken):
        printed = wording.with_unit(value, unit)
        assert values.fitting(indicator, printed, of_party=False) == value


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(language.LANGUAGES))
def test_whatever_day_the_program_prints_it_reads(day: date, spoken: str) -> None:
    with language.speaking(spoken):
        printed = (
            language.day_text(day),
            language.long_day_text(day),
            f"{language.long_day_text(day)} ",
        )
        month = f"{language.month_name(day.month)} {day.year}"
    for text in printed:
        assert days.iso(text) == day.isoformat()
        assert days.iso(text.replace(" ", "\u00a0")) == day.isoformat()
    assert days.iso(month) == day.isoformat()[:7]


def test_a_measure_is_meant_by_its_code_and_title_as_they_are_printed(yp: Yp) -> None:
    asked = yp("status", "show", f"J1  {TITLE}")
    assert asked == yp("status", "show", "J1")
    assert asked.code == 0


@pytest.mark.parametrize("typed", ["60", "60 %", "60\u00a0%"])
def test_progress_is_read_as_it_is_printed(yp: Yp, region: Path, typed: str) -> None:
    arguments = ("status", "set", "J1", "in-progress", "--on", "2023", "--by", "koivula")
    assert "progress: 60\n" in yp(*arguments, "--progress", typed, "--dry-run", cwd=region).out
    for wrong in ("101", "-1", "puolet", "5.5"):
        assert yp(*arguments, "--progress", wrong, cwd=region).code == 2
