"""The one form in which text is compared and stored, wherever it was typed or copied.

A Mac gives ä as a and two dots, and a page or another program's text has marks in it that no reader
sees: where a word may be broken, and where a line may not end. Files and folders are never renamed:
what names them is left as it is.
"""

import re
from unicodedata import normalize

_UNSEEN = "[\u00ad\u2060]"
"""The soft hyphen, which word processors put between letters, and the HTML report's word joiner."""

# The spaces that stand between the digits of a number: no-break, figure, thin, narrow no-break.
_DIGIT_SPACE = r"(?<=[0-9])[\u00a0\u2007\u2009\u202f](?=[0-9])"
_MINUS = r"^\u2212(?=[0-9])"
_SPACED = r"-?[1-9][0-9]{0,2}(?: [0-9]{3})+(?:[.,][0-9]+)?"
_COMMAED = r"-?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?"


def composed(text: str) -> str:
    """Return a text with composed letters (NFC), nothing unseen, and one space inside numbers."""
    if text.isascii():
        return text
    # None of the marks and spaces that go is printable: most texts take 0.2 us and not 1.5.
    if text.isprintable():
        return normalize("NFC", text)
    return re.sub(_DIGIT_SPACE, " ", normalize("NFC", re.sub(_UNSEEN, "", text)))


def one_line(text: str) -> str:
    """Return a text composed, and with one plain space wherever it has blanks of any kind."""
    return " ".join(composed(text).split())


def digits(text: str, *, comma_groups: bool) -> str:
    """Return a number as the data writes it, whatever way it was printed: ``-1250,5``.

    Thousands may stand apart by a space; with `comma_groups` also by a comma, as in English
    ("1,250.5"), where a comma is otherwise the decimal sign. What is no number comes back
    composed and without blanks at its ends.
    """
    plain = re.sub(_MINUS, "-", one_line(text))
    if re.fullmatch(_SPACED, plain):
        return plain.replace(" ", "")
    if comma_groups and re.fullmatch(_COMMAED, plain):
        return plain.replace(",", "")
    return plain


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return the key that sorts codes as people count: A2 before A10, 5.2 before 5.10."""
    parts = re.findall(r"\d+|\D+", text.casefold())
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)
