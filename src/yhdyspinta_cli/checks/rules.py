"""The one list of rules, in the order of their codes."""

from yhdyspinta_cli.checks import (
    contradictions,
    dates,
    frames,
    own_words,
    people,
    proofs,
    references,
    reports,
    responsibilities,
    statutes,
    structures,
    urls,
)
from yhdyspinta_cli.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *frames.RULES,
    *own_words.RULES,
    *responsibilities.RULES,
    *structures.RULES,
    *statutes.RULES,
    *dates.RULES,
    *reports.RULES,
    *contradictions.RULES,
    *proofs.RULES,
    *contradictions.RULES_OF_WHOLES,
    *dates.RULES_OF_TIME,
    *people.RULES,
    *urls.RULES,
)
