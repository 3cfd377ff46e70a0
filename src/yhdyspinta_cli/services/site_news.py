"""What came in during the last year of a site, where git can tell."""

from datetime import date

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.services import past
from yhdyspinta_cli.site.news import News
from yhdyspinta_cli.store import Loaded
from yhdyspinta_cli.store.cache import Cache


def gathered(loaded: Loaded, day: date, until: date | None, kept: Cache | None) -> News:
    """Return what came in during the year before a day and after it, until another one.

    Where git knows nothing of the data, or has only a part of its history, that is told.
    """
    since = _year_before(day)
    try:
        course = past.course(loaded)
        return News(since, past.since(loaded, course, since, kept, until, day))
    except UserError as error:
        return News(since, why=str(error))


def untold(day: date) -> News:
    """Return that a copy that came with the program has no history."""
    return News(_year_before(day), why=_("the packaged copy of the data has no history"))


def _year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return date(day.year - 1, 2, 28)
