"""What goes with a country and not with a language alone: its spreadsheets, its time zone."""

from datetime import date

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import days


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
    pattern = days.day_pattern(str(locale))
    return Spreadsheet(";" if decimal == "," else ",", decimal, pattern)


# Asked by every question that names no day; babel is imported for other countries.
ZONES = {
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
    if country in ZONES:
        return ZONES[country]
    from babel.core import get_global

    zones = get_global("territory_zones").get(country, ())
    return str(zones[0]) if len(zones) == 1 else None
