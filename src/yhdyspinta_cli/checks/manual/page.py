"""What the explanation of a code consists of."""

from dataclasses import dataclass

from yhdyspinta_cli.checks.rules import RULES
from yhdyspinta_cli.diagnostic import Severity

_RULES = {rule.code: rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class Page:
    """One code explained, in untranslated words: the fault in a sentence, why it matters, and
    how it looks wrong and right (YAML, or names of files)."""

    code: str
    name: str
    severity: Severity
    sentence: str
    why: str
    bad: str
    good: str


def fault(code: str, name: str, sentence: str, why: str, bad: str, good: str) -> Page:
    """Return the page of a fault of a file or of the shape of a record: always an error."""
    return Page(code, name, Severity.ERROR, sentence, why, bad, good)


def rule(code: str, sentence: str, why: str, bad: str, good: str) -> Page:
    """Return the page of a rule; its name and severity stand in the list of rules.

    The sentence repeats the rule's docstring for the catalogue; a test holds them equal.
    """
    return Page(code, _RULES[code].name, _RULES[code].severity, sentence, why, bad, good)
