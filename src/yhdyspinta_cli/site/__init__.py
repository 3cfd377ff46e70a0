"""A knowledge base -> a static site: a page for each thing that somebody may want to link to.

A page says nothing that a question or a report does not say: the shelves (`measures`, `parties` …)
put the answers of `queries` and the sheets of `report` on pages (`page`), `addresses` knows where
each record has its own, `build` fills them all through the door of `report` and returns the files.
Nothing here writes, reads a clock or fetches anything.
"""

from yhdyspinta_cli.site.build import SiteAsked, files

__all__ = ["SiteAsked", "files"]
