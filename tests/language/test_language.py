"""How Finnish is sorted and spoken."""

from datetime import date
from typing import Literal

import pytest
from babel.core import get_global
from babel.dates import get_month_names
from babel.lists import format_list

from yhdyspinta_cli import language

# From the CLDR's own collation rules for Finnish (common/collation/fi.xml).
ORACLE = [
    "Aura", "Dz", "Sakki", "Šakki", "Varkaus", "Vesanto", "Vieremä", "Wiitasaari", "ükköset",
    "Yli", "Zeta", "Zulu", "Åland", "Ähtäri", "Öljy",
]  # fmt: skip


def test_names_are_sorted_as_the_cldr_sorts_finnish() -> None:
    shuffled = [*ORACLE[5:], *ORACLE[:5]]
    assert sorted(shuffled, key=language.sort_key) == ORACLE


def test_decomposed_letters_sort_as_their_composed_twins() -> None:
    assert language.sort_key("A\u0308hta\u0308ri")[0] == language.sort_key("Ähtäri")[0]


@pytest.mark.parametrize(
    ("wanted", "environment", "expected"),
    [
        ("fi", {"YP_LANG": "en"}, "fi"),
        (None, {"YP_LANG": "fi", "LANG": "en_US.UTF-8"}, "fi"),
        (None, {"LC_ALL": "fi_FI.UTF-8", "LANG": "en_US.UTF-8"}, "fi"),
        (None, {"LANG": "sv_FI.UTF-8"}, "en"),
        (None, {"LC_ALL": "C.UTF-8"}, "en"),
        (None, {}, "en"),
    ],
)
def test_the_language_is_the_option_then_yp_lang_then_the_locale(
    wanted: str | None, environment: dict[str, str], expected: str
) -> None:
    assert language.choose(wanted, environment) == expected


def test_days_are_written_as_their_readers_write_them() -> None:
    day = date(2024, 5, 14)
    with language.speaking("fi"):
        assert language.day_text(day) == "14.5.2024"
        assert language.long_day_text(day) == "14. toukokuuta 2024"
        assert language.month_name(5) == "toukokuu"
    assert language.day_text(day) == "2024-05-14"


def test_speaking_gives_the_former_language_back_after_a_fault() -> None:
    with pytest.raises(RuntimeError), language.speaking("fi"):
        raise RuntimeError
    assert language.current() == "en"


def test_the_months_and_zones_that_are_written_out_are_those_of_the_cldr() -> None:
    for code in language.LANGUAGES:
        with language.speaking(code):
            for month in range(1, 13):
                widths: dict[bool, Literal["wide", "abbreviated"]]
                widths = {False: "wide", True: "abbreviated"}
                for short, width in widths.items():
                    alone = get_month_names(width, context="stand-alone", locale=code)
                    assert language.month_name(month, short=short) == alone[month]
                in_a_date = get_month_names("wide", context="format", locale=code)
                assert language.month_number(in_a_date[month]) == month
    territories = get_global("territory_zones")
    assert language._ZONES
    for country, zone in language._ZONES.items():
        assert [zone] == list(territories[country])


def test_a_list_is_spoken_as_the_cldr_has_it() -> None:
    for code in language.LANGUAGES:
        with language.speaking(code):
            for count in range(6):
                items = ("Kuopio", "Iisalmi", "Varkaus", "Vieremä", "Tervo")[:count]
                told = format_list(items, style="standard", locale=code)
                assert language.listing(items) == told
