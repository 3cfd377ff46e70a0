"""A year, a party or an interface -> a report -> Markdown or HTML, through templates.

`build` puts together what is said (a frozen view), `charts` and `textures` the pictures,
`render` fills the templates; `markdown` and `html` make texts of the data inert.
"""

from yhdyspinta_cli.report.build import Report, build, refuse_outside
from yhdyspinta_cli.report.render import render

__all__ = ["Report", "build", "refuse_outside", "render"]
