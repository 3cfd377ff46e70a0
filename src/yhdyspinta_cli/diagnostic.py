"""What a fault is: where, which rule, how bad, in which words.

Knows nothing of YAML, records or terminals. A fault in the user's data is a value of this
module, handed on until `cli` shows it; `UserError` is the one exception a user ever sees.
"""

from enum import IntEnum
from unicodedata import category

from yhdyspinta_cli.frozen import frozen

Route = tuple[str | int, ...]
"""A symbolic place inside one file: ``("measures", 3, "code")``."""


class Severity(IntEnum):
    """How bad a fault is; an error refuses the data, a note is counted and shown on demand."""

    NOTE = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        """The lower-case English word used in every machine-readable output."""
        return self.name.lower()


@frozen
class Location:
    """A place in a file; `line` and `column` count from 1, in characters.

    `path` is relative to the knowledge base, with forward slashes. `end_column` is the column
    after the last character meant, on the same line, or None where one position is meant.
    """

    path: str
    line: int = 1
    column: int = 1
    end_column: int | None = None


@frozen
class Diagnostic:
    """One fault, ready to be shown. `accepted` holds the reason where a remark accepts it."""

    location: Location
    code: str
    severity: Severity
    message: str
    hint: str = ""
    accepted: str = ""
    related: tuple[Location, ...] = ()

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The sorting key of every listing: by place, then by code and words."""
        place = self.location
        return (place.path, place.line, place.column, self.code, self.message)


@frozen
class Finding:
    """A rule's answer before it has a line: which record, which route in it, which words."""

    code: str
    severity: Severity
    path: str
    route: Route
    message: str
    hint: str = ""
    accepted: str = ""
    related: tuple[tuple[str, Route], ...] = ()


class UserError(Exception):
    """Something the user can mend; `exit_code` as in the table of `yp --help`.

    The message is one line that says what is wrong; `hint` says what to do.
    """

    def __init__(self, message: str, *, exit_code: int = 2, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.exit_code = exit_code
        self.hint = hint


def _is_visible(character: str) -> bool:
    """True for what may reach a terminal: letters, marks, digits, signs and the plain space."""
    if character == " ":
        return True
    return category(character)[0] in "LMNPS" or character in "\u00a0\u202f"


def visible(text: str, limit: int | None = None) -> str:
    r"""Return `text` on one line with every unprintable character written as ``\u{202E}``.

    With a `limit` (in characters), a longer text is cut and closed with an ellipsis.
    """
    if limit is not None and len(text) > limit:
        text = text[: limit - 1] + "…"
    if text.isprintable():
        return text
    return "".join(
        character if _is_visible(character) else f"\\u{{{ord(character):04X}}}"
        for character in text
    )


def quoted(text: str, limit: int = 40) -> str:
    """Return a piece of the user's own text for a message: harmless, short, in quotes."""
    return f"'{visible(text, limit)}'"
