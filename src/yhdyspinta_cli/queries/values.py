"""Which values fit an indicator: every kind has its own."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import assert_never

from yhdyspinta_cli import language, plain_text
from yhdyspinta_cli.model.measures import Indicator

_YES = ("yes", "true", "kyllä", "kylla", "ja")
_NO = ("no", "false", "ei", "nej")
_NUMBER = re.compile(r"-?[0-9]{1,18}(?:[.,][0-9]{1,18})?", re.ASCII)

_PLAIN = re.compile(r"-?(?:0|[1-9][0-9]*)(?:[.,][0-9]+)?", re.ASCII)
"""A number as a number is written: ``010`` is a text where a text may stand."""


class MisfitError(ValueError):
    """The value does not fit; `expected` is what would: words, or the indicator's options."""

    def __init__(self, expected: str, options: tuple[str, ...] = ()) -> None:
        super().__init__(expected)
        self.expected = expected
        self.options = options


def fitting(indicator: Indicator, written: str, *, of_party: bool) -> int | Decimal | bool | str:
    """Return the value that `written` means for this indicator.

    A yes-no indicator takes one of its options, else yes or no. A count of parties takes a whole
    number, for one party yes or no. A number takes a number, with a point or a comma. Every
    other kind takes a number where it is one, else a text. A number may stand as it is printed:
    "1 250,5 euroa" for an indicator in euros. Raises `MisfitError`.
    """
    written = plain_text.composed(written)
    match indicator.type:
        case "yes-no" if indicator.options:
            return _option(indicator.options, written)
        case "yes-no":
            return _yes_or_no(written)
        case "count-of-parties" if of_party:
            return _yes_or_no(written)
        case "count-of-parties":
            number = _number(_digits(written, indicator.unit))
            if not (isinstance(number, int) and number >= 0):
                raise MisfitError("count")
            return number
        case "number":
            number = _number(_digits(written, indicator.unit))
            if number is None:
                raise MisfitError("number")
            return number
        case "statistic" | "survey" | "narrative" | "set-by-group" | "other-document":
            digits = _digits(written, indicator.unit)
            number = _number(digits) if _PLAIN.fullmatch(digits) else None
            return written if number is None else number
        case _:
            assert_never(indicator.type)


def _option(options: Sequence[str], written: str) -> str:
    for option in options:
        if plain_text.one_line(option).casefold() == plain_text.one_line(written).casefold():
            return option
    raise MisfitError("option", tuple(options))


def _yes_or_no(written: str) -> bool:
    word = written.strip().casefold()
    # A language that the knowledge base brings has its own.
    yes, no = ((*own, language.text(own[0]).casefold()) for own in (_YES, _NO))
    if word not in (*yes, *no):
        raise MisfitError("yes-no")
    return word in yes


def _digits(written: str, unit: str | None) -> str:
    """Return a number without its unit and the marks between its digits."""
    line = plain_text.one_line(written)
    if unit is not None:
        line = line.removesuffix(plain_text.one_line(unit))
    return plain_text.digits(line, comma_groups=language.groups_by_comma())


def _number(digits: str) -> int | Decimal | None:
    """Return the number that digits are, None where they are none."""
    if not _NUMBER.fullmatch(digits):
        return None
    value = Decimal(digits.replace(",", "."))
    return int(value) if "." not in digits and "," not in digits else value
