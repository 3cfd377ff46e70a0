"""What a site is told beside the data: what git knows, where it will be, what else there is."""

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.site.news import News


@frozen
class Surroundings:
    """What stands around the data of a site.

    `news` is what came in lately; `is_of_a_day`: what was known later counts for nothing. `url` is
    the address of the site with a ``/`` at its end, empty where it is not told. `has_search`: an
    index of its pages is made.
    """

    news: News
    is_of_a_day: bool = False
    url: str = ""
    has_search: bool = False
