"""A year, a party or an interface -> a report -> Markdown or HTML, through templates.

`build` puts together what is said (`sheets`, made of frozen values of `view` and `promises`);
`charts`, `matrix`, `ring` and `textures` are the pictures; `render` fills the templates;
`markdown` and `html` make texts of the data inert.
"""

from yhdyspinta_cli.report.build import build, refuse_outside
from yhdyspinta_cli.report.render import render

__all__ = ["build", "refuse_outside", "render"]
