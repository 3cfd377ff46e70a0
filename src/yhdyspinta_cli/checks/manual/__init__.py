"""Every code there is, explained: the one source of `yp explain`, `yp rules` and docs/rules.md."""

from yhdyspinta_cli.checks.manual import (
    answers,
    files,
    form,
    outside_words,
    references,
    shape,
    statutes,
    structures,
    when,
)
from yhdyspinta_cli.checks.manual.page import Page

PAGES: tuple[Page, ...] = (
    *files.PAGES,
    *form.PAGES,
    *shape.PAGES,
    *references.PAGES,
    *answers.PAGES,
    *structures.PAGES,
    *statutes.PAGES,
    *when.PAGES,
    *outside_words.PAGES,
)
"""In the order of the codes."""

BY_CODE: dict[str, Page] = {page.code: page for page in PAGES}

__all__ = ["BY_CODE", "PAGES", "Page"]
