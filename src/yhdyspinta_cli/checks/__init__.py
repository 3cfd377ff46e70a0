"""Rules across records, pure.

A rule is a function from a `Context` to violations. It yields (record, route, words) and knows
nothing of lines, severities or files: `run` stamps those. Its docstring is the sentence users read.
The rules stand in one tuple, `rules.RULES`; `manual` explains every code there is.
"""

from yhdyspinta_cli.checks.run import private_codes, run

__all__ = ["private_codes", "run"]
