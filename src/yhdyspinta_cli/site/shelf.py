"""Pages that stand in a row: each between its neighbours, below the list that leads to them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from yhdyspinta_cli.site import addresses
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Crumb, Other, Page, neighbours


def row(index: Crumb, made: Iterable[Page]) -> Iterator[Page]:
    """Yield the pages of a list in its order, each with the way to it and those beside it."""
    every = tuple(made)
    beside = neighbours([Crumb(page.title, page.path, page.lead_in) for page in every])
    for page in every:
        before, after = beside[page.path]
        yield replace(page, trail=(index,), before=before, after=after)


def record(
    site: Site,
    key: str,
    title: str,
    *,
    template: str,
    kind: str,
    given: Mapping[str, Any],
    alternates: tuple[Other, ...] = (),
) -> Page:
    """Return the page of a record (its id); what is not on it is looked for in the report."""
    return Page(
        path=site.book.of(key),
        title=title,
        template=template,
        given=given,
        record=key,
        report=addresses.year(site.year),
        kind=kind,
        alternates=alternates,
    )
