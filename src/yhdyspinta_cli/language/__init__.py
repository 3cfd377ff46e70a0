"""Which language is spoken, and how: messages, plurals, days, lists, numbers, sorting.

Babel is imported where a date or a number is put into words, not before.
"""

from yhdyspinta_cli.language.days import (
    conjunction,
    day_of_year_text,
    day_text,
    listing,
    long_day_text,
    month_name,
    month_number,
)
from yhdyspinta_cli.language.numbers import (
    COUNTED,
    count,
    decimals,
    groups_by_comma,
    number,
    plural,
)
from yhdyspinta_cli.language.region import FINNISH, ZONES, Spreadsheet, spreadsheet, zone_of
from yhdyspinta_cli.language.sorting import sort_key
from yhdyspinta_cli.language.speech import (
    DOMAIN,
    DOMAINS,
    LANGUAGES,
    LOCALE_DIR,
    REPORT,
    Spoken,
    activate,
    bring,
    choose,
    current,
    forget,
    is_own,
    later,
    name,
    speaking,
    spoken,
    text,
)

__all__ = [
    "COUNTED",
    "DOMAIN",
    "DOMAINS",
    "FINNISH",
    "LANGUAGES",
    "LOCALE_DIR",
    "REPORT",
    "ZONES",
    "Spoken",
    "Spreadsheet",
    "activate",
    "bring",
    "choose",
    "conjunction",
    "count",
    "current",
    "day_of_year_text",
    "day_text",
    "decimals",
    "forget",
    "groups_by_comma",
    "is_own",
    "later",
    "listing",
    "long_day_text",
    "month_name",
    "month_number",
    "name",
    "number",
    "plural",
    "sort_key",
    "speaking",
    "spoken",
    "spreadsheet",
    "text",
    "zone_of",
]
