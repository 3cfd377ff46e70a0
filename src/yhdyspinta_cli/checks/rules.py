"""The one list of rules, in the order of their codes."""

from yhdyspinta_cli.checks import (
    beginnings,
    bounds,
    collectives,
    contacts,
    contradictions,
    corrections,
    costs,
    damaged_texts,
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
    translations,
    turn_orders,
    urls,
)
from yhdyspinta_cli.checks.rule import Rule

_DECLARED = (
    *references.RULES,
    *frames.RULES,
    *own_words.RULES,
    *bounds.RULES,
    *responsibilities.RULES,
    *structures.RULES,
    *collectives.RULES,
    *costs.RULES,
    *turn_orders.RULES,
    *beginnings.RULES,
    *statutes.RULES,
    *dates.RULES,
    *reports.RULES,
    *corrections.RULES,
    *contradictions.RULES,
    *proofs.RULES,
    *people.RULES,
    *contacts.RULES,
    *urls.RULES,
    *damaged_texts.RULES,
    *translations.RULES,
)

RULES: tuple[Rule, ...] = tuple(sorted(_DECLARED, key=lambda rule: rule.code))
