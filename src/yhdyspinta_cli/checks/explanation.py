"""What the explanation of a code consists of."""

from dataclasses import dataclass

from yhdyspinta_cli.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Explanation:
    """One code explained, in untranslated words: the fault in a sentence, why it matters, and
    how it looks wrong and right (YAML, or names of files)."""

    code: str
    name: str
    severity: Severity
    sentence: str
    why: str
    bad: str
    good: str


def fault(code: str, name: str, sentence: str, why: str, bad: str, good: str) -> Explanation:
    """Return the explanation of a fault of a file or of a record's shape: always an error."""
    return Explanation(code, name, Severity.ERROR, sentence, why, bad, good)
