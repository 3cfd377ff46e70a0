"""Days, months and lists as the readers of a language write them."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal

from yhdyspinta_cli.language import speech

# Here and not asked of babel, whose import takes 30 ms of a question: a test compares the two.
_MONTHS: dict[str, tuple[str, ...]] = {
    "fi": (
        *("tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu"),
        *("heinäkuu", "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu"),
    ),
    "sv": (
        *("januari", "februari", "mars", "april", "maj", "juni"),
        *("juli", "augusti", "september", "oktober", "november", "december"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}


def day_text(value: date) -> str:
    """Return a day as its readers write it: 14.5.2024 in Finnish and in Finland's Swedish,
    2024-05-14 in English.
    """
    code = speech.current()
    if code in ("fi", "sv"):
        return f"{value.day}.{value.month}.{value.year}"
    if speech.is_own(code):
        return value.isoformat()
    from babel.dates import format_date

    return format_date(value, day_pattern(speech.locale()), locale=speech.locale())


def day_pattern(locale: str) -> str:
    """Return how a day is written in figures, with the whole year: ``dd.MM.y``."""
    from babel import Locale

    pattern = str(Locale.parse(locale).date_formats["short"].pattern)
    return pattern if "y" in pattern.replace("yy", "") else pattern.replace("yy", "y")


def day_of_year_text(month: int, day: int) -> str:
    """Return a day of any year: 30.4. in Finnish, 30.4 in Swedish, 30 April in English."""
    code = speech.current()
    if code in ("fi", "sv"):
        return f"{day}.{month}." if code == "fi" else f"{day}.{month}"
    if speech.is_own(code):
        return f"{day} {month_name(month)}"
    from babel.dates import format_skeleton

    # 2024 is a leap year: 29 February is a day that some years have.
    return format_skeleton("MMMMd", date(2024, month, day), locale=speech.locale())


def long_day_text(value: date) -> str:
    """Return a day in words: 14. toukokuuta 2024, 14 maj 2024, 14 May 2024."""
    from babel.dates import format_date

    patterns = {"fi": "d. MMMM y", "sv": "d MMMM y", "en": "d MMMM y"}
    return format_date(value, patterns.get(speech.current(), "long"), locale=speech.locale())


def month_name(month: int, *, short: bool = False) -> str:
    """Return the name of a month (1-12), standing alone: tammikuu, January; tammi, Jan."""
    code = speech.current()
    if not speech.is_own(code):
        from babel.dates import get_month_names

        width: Literal["wide", "abbreviated"] = "abbreviated" if short else "wide"
        return str(get_month_names(width, context="stand-alone", locale=speech.locale())[month])
    name = _MONTHS[code][month - 1]
    if not short:
        return name
    if code == "sv":
        return name if len(name) <= 4 else f"{name[:3]}."
    return name.removesuffix("kuu") if code == "fi" else name[:3]


def month_number(name: str) -> int | None:
    """Return the number (1-12) of a month named in any language, None for another word.

    The name may stand alone, as in a date, or as in a sentence: toukokuu, toukokuuta,
    toukokuussa, maj, May.
    """
    name = re.sub("(?<=kuu)(?:n|ta|ssa|sta|hun)$", "", name.casefold())
    for names in (*_MONTHS.values(), *_brought_months()):
        for month, known in enumerate(names, start=1):
            if known.casefold() == name:
                return month
    return None


def _brought_months() -> list[tuple[str, ...]]:
    """Return the names of the months in the language spoken now, where it is not of our own."""
    if speech.is_own(speech.current()):
        return []
    from babel.dates import get_month_names

    both = (
        get_month_names("wide", context="stand-alone", locale=speech.locale()),
        get_month_names("wide", context="format", locale=speech.locale()),
    )
    return [tuple(str(names[month]) for month in range(1, 13)) for names in both]


# As the CLDR has it (listPatterns, standard), which a test asks; babel takes 30 ms to say so.
_AND = {"fi": " ja ", "sv": " och ", "en": " and "}


def conjunction() -> str:
    """Return what joins the last two things of a list, with its blanks: " ja ", " och "."""
    code = speech.current()
    if speech.is_own(code):
        return _AND[code]
    from babel import Locale

    # The CLDR has a whole for two: "{0} og {1}".
    pattern: str = Locale.parse(speech.locale()).list_patterns["standard"]["2"]
    return pattern.replace("{0}", "").replace("{1}", "")


def listing(items: Iterable[str]) -> str:
    """Return the items as a spoken list: "Kuopio, Iisalmi ja Varkaus"."""
    *before, last = tuple(items) or ("",)
    if not before:
        return last
    code = speech.current()
    if not speech.is_own(code):
        from babel.lists import format_list

        return format_list([*before, last], style="standard", locale=speech.locale())
    comma = "," if code == "en" and len(before) > 1 else ""
    return f"{', '.join(before)}{comma}{_AND[code]}{last}"
