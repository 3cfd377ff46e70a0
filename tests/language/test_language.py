"""How each language is sorted and spoken, the brought ones too."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from gettext import NullTranslations
from typing import Literal

import pytest
from babel.core import get_global
from babel.dates import get_month_names
from babel.lists import format_list

from tests.conftest import LIVED, Yp
from yhdyspinta_cli import language
from yhdyspinta_cli.output import layout
from yhdyspinta_cli.wording import numbers

# From the CLDR's own collation rules for Finnish (common/collation/fi.xml).
ORACLE = [
    "Aura", "Dz", "Sakki", "Šakki", "Varkaus", "Vesanto", "Vieremä", "Wiitasaari", "ükköset",
    "Yli", "Zeta", "Zulu", "Åland", "Ähtäri", "Öljy",
]  # fmt: skip


# Of Swedish (sv.xml), without what Finnish has another rule for, which is nothing of these.
SWEDISH = ["Dala", "Ðorsteinn", "Thule", "Þule", "Vasa", "Wasa", "Über", "Ylva", "Zorn", "Ånge",
    "Ärla", "Ægir", "Öja", "Ørsta", "Œuvre"]  # fmt: skip
NORWEGIAN = ["Asker", "Bø", "Ürsta", "Ytre", "Zå", "Ærfugl", "Ärla", "Øksnes", "Östra", "Åsnes",
    "Aasen"]  # fmt: skip
ESTONIAN = ["Saku", "Sõmeru", "Šiauliai", "Zoo", "Žanna", "Tartu", "Valga", "Õru", "Ära", "Ööbik",
    "Ühtne", "Xanadu"]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "names"),
    [("fi", ORACLE), ("sv", SWEDISH), ("en", ORACLE), ("nb", NORWEGIAN), ("et", ESTONIAN)],
)
def test_names_are_sorted_as_the_cldr_sorts_them(
    code: str, names: list[str], brought: Callable[[str], None]
) -> None:
    brought(code)
    with language.speaking(code):
        assert sorted([*names[5:], *names[:5]], key=language.sort_key) == names


@pytest.fixture
def brought() -> Iterator[Callable[[str], None]]:
    """Let a language be spoken as where a knowledge base brings it, without a word of its own."""

    def bring(code: str) -> None:
        if not language.is_own(code):
            language.bring(code, {domain: NullTranslations() for domain in language.DOMAINS})

    yield bring
    language.forget()


def test_decomposed_letters_sort_as_their_composed_twins() -> None:
    assert language.sort_key("A\u0308hta\u0308ri")[0] == language.sort_key("Ähtäri")[0]


@pytest.mark.parametrize(
    ("wanted", "environment", "expected"),
    [
        ("fi", {"YP_LANG": "en"}, "fi"),
        (None, {"YP_LANG": "fi", "LANG": "en_US.UTF-8"}, "fi"),
        (None, {"LC_ALL": "fi_FI.UTF-8", "LANG": "en_US.UTF-8"}, "fi"),
        (None, {"LANG": "sv_FI.UTF-8"}, "sv"),
        (None, {"LANG": "nb_NO.UTF-8"}, "en"),
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
    with language.speaking("sv"):
        assert language.day_text(day) == "14.5.2024"
        assert language.long_day_text(day) == "14 maj 2024"
        assert language.day_of_year_text(5, 14) == "14.5"
        assert [language.month_name(n, short=True) for n in (3, 5, 9)] == ["mars", "maj", "sep."]
    assert language.day_text(day) == "2024-05-14"


def test_what_a_brought_language_lacks_in_words_it_has_from_babel(
    brought: Callable[[str], None],
) -> None:
    brought("nb")
    with language.speaking("nb"):
        assert language.day_text(date(2024, 5, 4)) == "04.05.2024"
        assert language.long_day_text(date(2024, 5, 4)) == "4. mai 2024"
        assert language.day_of_year_text(2, 29) == "29. februar"
        assert language.month_number("desember") == 12
        assert language.number("1250.50") == "1\u00a0250,50"
        assert language.listing(["Bodø", "Narvik", "Vågan"]) == "Bodø, Narvik og Vågan"
        assert language.name("fi") == "finsk"
        assert language.text("completed") == "completed"
    language.forget()
    with language.speaking("nb"):
        assert language.current() == "en"


def test_a_language_unknown_to_babel_has_english_days(brought: Callable[[str], None]) -> None:
    brought("sms")
    brought("ae")
    with language.speaking("ae"):
        assert language.long_day_text(date(2024, 5, 4)) == "May 4, 2024"
        assert language.listing(["a", "b", "c"]) == "a, b, and c"


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
    assert language.ZONES
    for country, zone in language.ZONES.items():
        assert [zone] == list(territories[country])


def test_a_list_is_spoken_as_the_cldr_has_it() -> None:
    for code in language.LANGUAGES:
        with language.speaking(code):
            for count in range(6):
                items = ("Kuopio", "Iisalmi", "Varkaus", "Vieremä", "Tervo")[:count]
                told = format_list(items, style="standard", locale=code)
                assert language.listing(items) == told


@pytest.mark.parametrize(
    ("code", "thousand", "more"),
    [
        ("fi", "1\u00a0000", "12\u00a0500"),
        ("sv", "1\u00a0000", "12\u00a0500"),
        ("en", "1,000", "12,500"),
    ],
)
def test_a_number_is_written_alike_in_a_sentence_and_in_a_table(
    code: str, thousand: str, more: str
) -> None:
    with language.speaking(code):
        assert language.count(999) == "999"
        assert language.count(1000) == language.number(1000) == thousand
        assert language.plural("{n} file checked", "{n} files checked", 12500).startswith(more)
        assert layout.cell_text(12500) == more
        assert layout.cell_text(Decimal("12500")) == more
        # A year is no number of things.
        assert layout.cell_text(layout.YearCell(2024)) == "2024"
        ending = ":sta" if code == "fi" else ""
        assert numbers.of_all(12500) == more + ending


def test_a_value_of_five_figures_is_written_alike_everywhere(yp: Yp) -> None:
    for line in (
        ("list", "values"),
        ("report", "--year", "2024"),
        ("report", "--year", "2024", "--format", "html"),
    ):
        told = yp(*line, "--lang", "fi", "--as-of", "2024-12-31", cwd=LIVED)
        assert "12\u00a0500" in told.out, line
        assert "12500" not in told.out, line
    # A program and a spreadsheet are given the number itself.
    assert ",12500," in yp("list", "values", "--csv", "--lang", "fi", cwd=LIVED).out
