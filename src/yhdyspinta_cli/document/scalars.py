"""What a plain (unquoted) word means: text, a whole number, a decimal, a day, true, false, empty.

Nothing else is guessed: a word that YAML 1.1, YAML 1.2 or a spreadsheet reads differently must
be put in quotes.
"""

import re
from datetime import date
from decimal import Decimal

from yhdyspinta_cli.document.tree import Scalar

_INT = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\.[0-9]{1,18}")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WORDS = frozenset(
    word
    for base in ("yes", "no", "on", "off", "true", "false", "null", "y", "n")
    for word in (base, base.upper(), base.capitalize())
) - {"true", "false", "null"}
_AMBIGUOUS = re.compile(
    r"""(?x)
      [-+]?_*[0-9][0-9_]*                                # 010, 1_000, +5, 19 digits
    | [-+]?_*[0-9][0-9_]*\.[0-9_]*                        # 5., 1_000.5
    | [-+]?\.[0-9_]+                                      # .5
    | [-+]?(?:[0-9][0-9_]*)?\.?[0-9_]*[eE][-+]?[0-9]+     # 1e3
    | [-+]?0[xXoObB][0-9a-fA-F_]+                         # 0x1F, 0o17, 0b11
    | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?    # 12:30
    | [-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}                      # 2025-1-1
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ ]+)[0-9:.]+(?:[ ]*(?:Z|[-+][0-9:]+))?
    | ~|=|<<
    """
)


KEYS_ALLOWED = ("on", "n")
"""The key of a day, and of how many days or weeks; YAML 1.2 reads both as the texts they are."""

NUMBER_BEGINS = frozenset("0123456789+-._~=<")
"""With what a word begins that is a number or a day to any program, or a sign of YAML."""

LONGEST_WORD = 5
"""Letters of `false`: a longer word that begins as no number does is a text."""

_LONG_NUMBER = re.compile(r"[-+0-9._:eExXoO]+", re.ASCII)


class AmbiguousError(ValueError):
    """The word means different things to different programs."""


class ImpossibleDayError(ValueError):
    """The word has the form of a day that the calendar does not have."""


def plain(word: str) -> Scalar:
    """Return what a plain word means.

    Raises `AmbiguousError` where readers disagree, `ImpossibleDayError` for ``2025-02-30``.
    """
    if word == "" or word == "null":
        return None
    if word in ("true", "false"):
        return word == "true"
    if word in _WORDS:
        raise AmbiguousError(word)
    if len(word) <= 40:
        if _INT.fullmatch(word) and word != "-0":
            return int(word)
        if _DECIMAL.fullmatch(word):
            return Decimal(word)
        match = _DAY.fullmatch(word)
        if match:
            try:
                return date(*(int(part) for part in match.groups()))
            except ValueError:
                raise ImpossibleDayError(word) from None
    # A long word is judged by its letters only: the finer pattern takes quadratic time.
    pattern = _AMBIGUOUS if len(word) <= 64 else _LONG_NUMBER
    if word[0] in NUMBER_BEGINS and pattern.fullmatch(word):
        raise AmbiguousError(word)
    return word
