"""Which language is spoken, and how: messages, plurals, days, lists, sorting.

Messages are English in the code and translated by the compiled gettext catalogues below
`locale/`. Whoever needs another language than the user's own (a report) asks for it with
`speaking`. Babel is imported where a date or a number is put into words, not before.
"""

import gettext as _gettext
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, get_args
from unicodedata import normalize

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.frozen import frozen

LOCALE_DIR = Path(__file__).parent / "locale"
DOMAIN = "yp"
REPORT = "report"
"""The domain of the report's wording; the same English may be said in other words there."""
Spoken = Literal["fi", "en"]
LANGUAGES: tuple[Spoken, ...] = get_args(Spoken)

_active = "en"
_decimal: str | None = None


@cache
def _catalogue(code: str, domain: str) -> _gettext.NullTranslations:
    """Return a domain's catalogue; what it lacks is looked up in the other one.

    Raises UserError (exit 3) where the compiled catalogues are missing: a checkout that was
    never built.
    """
    if code == "en":
        return _gettext.NullTranslations()
    first, second = (DOMAIN, REPORT) if domain == DOMAIN else (REPORT, DOMAIN)
    try:
        found = _gettext.translation(first, LOCALE_DIR, [code])
        found.add_fallback(_gettext.translation(second, LOCALE_DIR, [code]))
    except FileNotFoundError as error:
        # English instead would be a report in another language than it says. There are no
        # words to say it in but English ones.
        raise UserError(
            f"the words of '{code}' are not compiled below {LOCALE_DIR}",
            exit_code=3,
            hint="in a checkout 'make catalogues' compiles them; else install yp again",
        ) from error
    return found


def choose(wanted: str | None, environment: Mapping[str, str]) -> str:
    """Return the language of messages: `wanted`, else YP_LANG, else the locale, else English.

    One that the program does not speak is no wish: that there is none is told in the user's own.
    """
    for value in (
        wanted if wanted in LANGUAGES else None,
        environment.get("YP_LANG"),
        environment.get("LC_ALL"),
        environment.get("LC_MESSAGES"),
        environment.get("LANG"),
    ):
        if value:
            code = value.split("_")[0].split(".")[0].split("-")[0].lower()
            return spoken(code)
    return "en"


def spoken(code: str) -> str:
    """Return the language that is spoken where `code` is asked for: itself, else English."""
    return code if code in LANGUAGES else "en"


def name(code: str) -> str:
    """Return the name of a language in the one spoken now: Swedish, ruotsi."""
    from babel import Locale

    return str(Locale.parse(_active).languages.get(code, code))


def activate(code: str) -> None:
    """Speak `code` from now on; an unknown language is English."""
    global _active
    _active = spoken(code)


def current() -> str:
    """Return the code of the language spoken now."""
    return _active


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak `code` inside the block, and the former language after it."""
    before = _active
    activate(code)
    try:
        yield
    finally:
        activate(before)


def text(message: str, domain: str = DOMAIN) -> str:
    """Return `message` in the language spoken now, from the catalogue of `domain` first."""
    return _catalogue(_active, domain).gettext(message)


def plural(one: str, many: str, count: int, domain: str = DOMAIN) -> str:
    """Return the form that fits `count`, with ``{n}`` in it replaced by the count."""
    return _catalogue(_active, domain).ngettext(one, many, count).replace("{n}", str(count))


def later(message: str) -> str:
    """Mark `message` for the catalogue without translating it now."""
    return message


def day_text(value: date) -> str:
    """Return a day as its readers write it: 14.5.2024 in Finnish, 2024-05-14 in English."""
    if _active == "fi":
        return f"{value.day}.{value.month}.{value.year}"
    return value.isoformat()


def day_of_year_text(month: int, day: int) -> str:
    """Return a day of any year: 30.4. in Finnish, 30 April in English."""
    return f"{day}.{month}." if _active == "fi" else f"{day} {month_name(month)}"


def long_day_text(value: date) -> str:
    """Return a day in words: 14. toukokuuta 2024, 14 May 2024."""
    from babel.dates import format_date

    if _active == "fi":
        return format_date(value, "d. MMMM y", locale="fi")
    return format_date(value, "d MMMM y", locale="en")


# Here and not asked of babel, whose import takes 30 ms of a question: a test compares the two.
_MONTHS: dict[str, tuple[str, ...]] = {
    "fi": (
        *("tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu"),
        *("heinäkuu", "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}


def month_name(month: int, *, short: bool = False) -> str:
    """Return the name of a month (1-12), standing alone: tammikuu, January; tammi, Jan."""
    name = _MONTHS[_active][month - 1]
    if not short:
        return name
    return name.removesuffix("kuu") if _active == "fi" else name[:3]


def month_number(name: str) -> int | None:
    """Return the number (1-12) of a month named in any language, None for another word.

    The name may stand alone, as in a date, or as in a sentence: toukokuu, toukokuuta,
    toukokuussa, May.
    """
    name = re.sub("(?<=kuu)(?:n|ta|ssa|sta|hun)$", "", name.casefold())
    for names in _MONTHS.values():
        for month, known in enumerate(names, start=1):
            if known.casefold() == name:
                return month
    return None


def number(value: object) -> str:
    """Return a number with the digit grouping and the decimal sign of the language.

    Within `decimals` with that decimal sign.
    """
    from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

    # As many decimals as are written: 1,10 is not 1,1.
    decimals = str(value).partition(".")[2]
    pattern = "#,##0." + "0" * len(decimals) if decimals else None
    words = format_decimal(str(value), format=pattern, locale=_active)
    own, group = get_decimal_symbol(_active), get_group_symbol(_active)
    if _decimal in (None, own):
        return words
    # The sign of the groups must not be taken for the decimal sign: 2,350.5 is 2 350,5.
    return words.translate({ord(group): "\u00a0", ord(own): _decimal})


@contextmanager
def decimals(sign: str | None) -> Iterator[None]:
    """Write numbers with a decimal sign within, the language's own where None is given."""
    global _decimal
    before = _decimal
    _decimal = sign
    try:
        yield
    finally:
        _decimal = before


@frozen
class Spreadsheet:
    """How the spreadsheets of a region read a table: what parts cells, decimals, days."""

    delimiter: str
    decimal: str
    day: str

    def day_text(self, value: date) -> str:
        """Return a day as the region's spreadsheets read it: 14.5.2024, 14.05.2024, 2024-05-14."""
        from babel.dates import format_date

        return format_date(value, self.day, locale="en")


FINNISH = Spreadsheet(";", ",", "d.M.y")


def spreadsheet(code: str, country: str) -> Spreadsheet:
    """Return the form that the spreadsheets of a country read, for one who writes `code` there.

    Where both together are unknown to the CLDR the language decides.
    """
    from babel import Locale, UnknownLocaleError

    if country == "FI":
        return FINNISH
    try:
        locale = Locale(code, country)
    except UnknownLocaleError:
        locale = Locale(code)
    decimal = str(locale.number_symbols["latn"]["decimal"])
    pattern = locale.date_formats["short"].pattern
    day = pattern if "y" in pattern.replace("yy", "") else pattern.replace("yy", "y")
    return Spreadsheet(";" if decimal == "," else ",", decimal, day)


# Asked by every question that names no day; babel is imported for other countries.
_ZONES = {
    "FI": "Europe/Helsinki",
    "SE": "Europe/Stockholm",
    "NO": "Europe/Oslo",
    "DK": "Europe/Copenhagen",
    "EE": "Europe/Tallinn",
    "IS": "Atlantic/Reykjavik",
    "AX": "Europe/Mariehamn",
}


def zone_of(country: str) -> str | None:
    """Return the time zone of a country, None where it has several, or none is known."""
    if country in _ZONES:
        return _ZONES[country]
    from babel.core import get_global

    zones = get_global("territory_zones").get(country, ())
    return str(zones[0]) if len(zones) == 1 else None


def listing(items: Iterable[str]) -> str:
    """Return the items as a spoken list: "Kuopio, Iisalmi ja Varkaus"."""
    *before, last = tuple(items) or ("",)
    if not before:
        return last
    # As the CLDR has it (listPatterns, standard), which a test asks; babel takes 30 ms to say so.
    if _active == "fi":
        return f"{', '.join(before)} ja {last}"
    return f"{', '.join(before)}{',' if len(before) > 1 else ''} and {last}"


# CLDR 42, common/collation/fi.xml: å, ä and ö stand after z in this order, æ sorts as ä,
# ø as ö, ü as y, đ as d, ŋ as n, ŧ as t. Python has no ICU collator that installs as a
# wheel, so the rule is written out; a test holds it against the CLDR's own examples.
_FINNISH = str.maketrans(
    {
        "å": "{a",
        "ä": "{b",
        "æ": "{b~",
        "ö": "{c",
        "ø": "{c~",
        "ü": "y",
        "đ": "d",
        "ŋ": "n",
        "ŧ": "t",
    }
)


def sort_key(value: str) -> tuple[str, str]:
    """Return the key that sorts texts as Finns do: letters first, then accents and case."""
    folded = normalize("NFC", value).casefold().translate(_FINNISH)
    letters = "".join(c for c in normalize("NFD", folded) if not 0x300 <= ord(c) <= 0x36F)
    return letters, value
