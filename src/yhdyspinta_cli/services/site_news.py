"""What came in during the last year of a site, where git can tell."""

from datetime import date

from yhdyspinta_cli import language
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.services import past
from yhdyspinta_cli.site.news import News
from yhdyspinta_cli.store import Loaded, git_folder
from yhdyspinta_cli.store.cache import Cache


def gathered(
    loaded: Loaded, day: date, until: date | None, kept: Cache | None, today: date
) -> News:
    """Return what came in during the year before a day and after it, until another one.

    Nothing is told that is dated after `today`. Where git knows nothing of the data, or has only a
    part of its history, that is told.
    """
    since = _year_before(day)
    if git_folder.of(loaded.root) is None:
        return News(since, why=_("the data is not kept in git"))
    try:
        course = past.course(loaded)
        begins = next((course.day(one) for one in course.line.commits), None)
        if begins is not None and until is not None and until < begins:
            told = _("it begins on {day}").format(day=language.day_text(begins))
            return News(since, why=told)
        found = past.since(loaded, course, since, kept, until, day)
        late = begins if begins is not None and begins > since else None
        return News(since, found, begins=late, until=until or today)
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
