"""What the explanation of a code consists of."""

from yhdyspinta_cli.diagnostic import Severity
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.vocabulary import CODE_NAMES


@frozen
class Explanation:
    """One code explained, in untranslated words: the fault in a sentence, why it matters, and
    how it looks wrong and right (YAML, or names of files)."""

    code: str
    severity: Severity
    sentence: str
    why: str
    bad: str
    good: str

    @property
    def name(self) -> str:
        """The name of the code; raises KeyError for a code that the vocabulary does not have."""
        return CODE_NAMES[self.code]


def fault(code: str, sentence: str, why: str, bad: str, good: str) -> Explanation:
    """Return the explanation of a fault of a file or of a record's shape: always an error."""
    return Explanation(code, Severity.ERROR, sentence, why, bad, good)
