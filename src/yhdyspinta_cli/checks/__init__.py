"""Rules across records, pure.

A rule is a function from a `Case` to hits; its docstring is the sentence users read. It yields
(record, route, words) and knows nothing of lines, severities or files: `run` stamps those.
The rules stand in one tuple, `rules.RULES`.
"""

from yhdyspinta_cli.checks.run import run

__all__ = ["run"]
