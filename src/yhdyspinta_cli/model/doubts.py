"""What may be wrong with a text that was read, where only its file shows it."""

from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.frozen import frozen


@frozen
class CutText:
    """A text of a file behind which a comment begins that may be the rest of it: where, and what
    the comment says.

    A word stands at once behind its sign, or else a blank: then it goes on as a sentence does.
    """

    path: str
    route: Route
    rest: str

    @property
    def is_at_once(self) -> bool:
        """True where a word stands at once behind the sign, as in no comment that is meant."""
        return self.rest[1:2].isalnum()


@frozen
class MixedText:
    """A text with decomposed letters in a file that has composed ones: where, and a word of it."""

    path: str
    route: Route
    word: str


Doubt = CutText | MixedText
