"""Numbers as the readers of a language write them."""

from collections.abc import Iterator
from contextlib import contextmanager

from yhdyspinta_cli.language import speech

COUNTED = frozenset({"n", "all", "total", "of", "count"})
"""The names in a message in whose place a count stands."""

_decimal: str | None = None


def number(value: object) -> str:
    """Return a number with the digit grouping and the decimal sign of the language.

    Within `decimals` with that decimal sign.
    """
    from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

    locale = speech.locale()
    # As many decimals as are written: 1,10 is not 1,1.
    decimals = str(value).partition(".")[2]
    pattern = "#,##0." + "0" * len(decimals) if decimals else None
    words = format_decimal(str(value), format=pattern, locale=locale)
    own, group = get_decimal_symbol(locale), get_group_symbol(locale)
    if _decimal in (None, own):
        return words
    # The sign of the groups must not be taken for the decimal sign: 2,350.5 is 2 350,5.
    return words.translate({ord(group): "\u00a0", ord(own): _decimal})


def count(value: int) -> str:
    """Return a count as it stands in a sentence or a table: 12, 1 250; it is no year."""
    # Babel is imported where there is something to group.
    return str(value) if -1000 < value < 1000 else number(value)


def plural(one: str, many: str, number: int, domain: str = speech.DOMAIN) -> str:
    """Return the form that fits a number of things, with ``{n}`` in it replaced by the number."""
    return speech.catalogue(domain).ngettext(one, many, number).replace("{n}", count(number))


def groups_by_comma() -> bool:
    """True where a comma parts the thousands of a number in the language spoken now."""
    if speech.is_own(speech.current()):
        return speech.current() == "en"
    from babel.numbers import get_group_symbol

    return get_group_symbol(speech.locale()) == ","


@contextmanager
def decimals(sign: str | None) -> Iterator[None]:
    """Write numbers with a decimal sign within, the language's own where None is given."""
    global _decimal
    before = _decimal
    _decimal = sign
    try:
        yield
    finally:
        _decimal = before
