"""A page of the site before it is filled: where it stands, what it is called, what it says."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from itertools import pairwise
from typing import Any

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.report.reports import Frame

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'none'"
)
"""What a page may fetch: the style sheet of the site and pictures, from the site alone."""


@frozen
class Crumb:
    """A page that another leads to: what it is called there, and its path.

    A text that is a `Name` is the data's own, any other one the program's; `lead_in` is what the
    program says before it.
    """

    text: str
    path: str
    lead_in: str = ""


@frozen
class Other:
    """A file of the site that is no page, in which the same is told: its media type, its path."""

    text: str
    path: str
    type: str


@frozen
class Page:
    """A page of the site.

    `path` is where it stands below the site's folder, `template` what it is filled from, `given`
    what that reads. `title`, with `lead_in` before it, is unique on the site: its heading, and with
    the site's name what a tab of the browser shows. `trail` leads to it from the front page, the
    outermost list first;
    `before` and `after` are its neighbours among its kind. `record` is the id of what it is about.
    `report` is the path of the page to which a link leads that finds nothing on this one;
    `has_contents`: it shows a list of its chapters; `has_cards`: a measure is looked for among the
    cards on it. `policy` is what it may fetch, `scripts` the
    paths of the scripts that it runs; `is_searched`: the search finds what it says. `frame` is
    there where it speaks of another day than the site. `alternates` are the files that tell the
    same for programs.
    """

    path: str
    title: str
    template: str
    given: Mapping[str, Any] = field(default_factory=dict)
    trail: tuple[Crumb, ...] = ()
    before: Crumb | None = None
    after: Crumb | None = None
    record: str = ""
    report: str = ""
    kind: str = "record"
    has_contents: bool = False
    has_cards: bool = False
    policy: str = POLICY
    scripts: tuple[str, ...] = ()
    is_searched: bool = True
    frame: Frame | None = None
    alternates: tuple[Other, ...] = ()
    lead_in: str = ""


def neighbours(steps: Sequence[Crumb]) -> dict[str, tuple[Crumb | None, Crumb | None]]:
    """Return what comes before and after each of the steps, by its path."""
    found: dict[str, tuple[Crumb | None, Crumb | None]] = {one.path: (None, None) for one in steps}
    for one, other in pairwise(steps):
        found[one.path] = (found[one.path][0], other)
        found[other.path] = (one, None)
    return found
