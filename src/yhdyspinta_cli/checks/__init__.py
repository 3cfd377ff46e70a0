"""Rules across records, pure.

A rule is declared with `@rule` above its check, a function from a `Context` to violations: code,
severity and what users read of it stand there and nowhere else. A check yields (record, route,
words) and knows nothing of lines, severities or files: `run` stamps those. The rules of each
module stand in a tuple at its end, all of them in `rules.RULES`; `explanations` adds what
`faults` tells of files that no rule can judge. Nothing is imported here: a question asks
`references` alone, and need not wait for the other rules.
"""
