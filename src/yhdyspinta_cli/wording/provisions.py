"""Money, shares of costs, steps and notice in words."""

from typing import assert_never

from yhdyspinta_cli.language import number, plural
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.bodies import TimeLimit
from yhdyspinta_cli.model.provisions import Money, Notice, Share

_SIGNS = {"EUR": "€"}
"""Signs that every reader knows; any other currency is told by its code."""


def amount(value: Money) -> str:
    """Return a sum with its currency, ``1 500 000 €``; empty where only words are printed."""
    if value.amount is None or value.currency is None:
        return ""
    return f"{number(value.amount)} {_SIGNS.get(value.currency, value.currency)}"


def money(value: Money) -> str:
    """Return a sum as printed, with its amount where that is certain."""
    told = amount(value)
    if value.printed is None:
        return told
    return f"{value.printed} ({told})" if told else value.printed


def percent(value: Share) -> str:
    """Return what part of the costs is somebody's; empty where only words are printed."""
    return "" if value.percent is None else f"{number(value.percent)} %"


def share(value: Share) -> str:
    """Return what part of the costs is somebody's, with what is printed of it."""
    return ", ".join(words for words in (percent(value), value.printed) if words)


def within(value: TimeLimit) -> str:
    """Return ``within 3 weeks``."""
    match value.unit:
        case "days":
            return plural("within {n} day", "within {n} days", value.n)
        case "weeks":
            return plural("within {n} week", "within {n} weeks", value.n)
        case "months":
            return plural("within {n} month", "within {n} months", value.n)
        case _:
            assert_never(value.unit)


def months(value: Notice) -> str:
    """Return how many months before the end notice is given; empty where that is not certain."""
    return "" if value.months is None else plural("{n} month", "{n} months", value.months)


def notice(value: Notice) -> str:
    """Return how long before the end notice is given, with what is printed of it."""
    told = months(value)
    if not told or value.printed is None:
        return told or value.printed or ""
    printed = _("printed “{printed}”").format(printed=value.printed)
    return f"{told}, {printed}"
