"""The one list of rules, by code."""

from yhdyspinta_cli.checks import references, responsibilities
from yhdyspinta_cli.checks.rule import Rule
from yhdyspinta_cli.diagnostic import Severity

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

RULES: tuple[Rule, ...] = (
    Rule("YP201", "unknown-reference", ERROR, references.unknown_reference),
    Rule("YP301", "nobody-known", WARNING, responsibilities.nobody_known),
    Rule("YP302", "nobody-forgotten", ERROR, responsibilities.nobody_forgotten),
)
