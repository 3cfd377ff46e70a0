"""Rules across records, pure.

A rule is declared with `@rule` above its check, a function from a `Context` to violations: code,
severity and what users read of it stand there and nowhere else. A check yields (record, route,
words) and knows nothing of lines, severities or files: `run` stamps those. The rules of each
module stand in a tuple at its end, all of them in `rules.RULES`; `explanations` adds what
`faults` tells of files that no rule can judge.
"""

from yhdyspinta_cli.checks.run import errors, private_codes, run

__all__ = ["errors", "private_codes", "run"]
