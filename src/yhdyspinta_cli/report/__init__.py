"""A year, a party or an interface -> a report -> Markdown, HTML or PDF, through templates.

`build` has the answers of `queries` put together by `year_report` and the rooms of the sheets (into
`reports`, made of the frozen values of `rows`, `documents` and `obligations`): a number of a report
is that of the question. `charts`, `matrix`, `year_strip` and `hatching` are the pictures; `render`
fills the templates through `filling`, where they run in `sandbox`; `markdown` and `html` make texts
of the data inert; `pdf` prints a finished page. `open_desk` and `pages` are the doors of a site,
whose pages are made of the same answers, sheets and templates.
"""

from yhdyspinta_cli.report.build import build, open_desk, refuse_outside
from yhdyspinta_cli.report.forum import Meeting
from yhdyspinta_cli.report.render import render

__all__ = ["Meeting", "build", "open_desk", "refuse_outside", "render"]
