"""A value of an indicator in words, and what it was and is to be: baseline, target, direction."""

from decimal import Decimal
from typing import assert_never

from yhdyspinta_cli.language import day_text, number
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.measures import Baseline, Indicator, Target
from yhdyspinta_cli.vocabulary import Direction
from yhdyspinta_cli.wording import days, quotes
from yhdyspinta_cli.wording.words import yes_or_no


def value_words(value: object) -> str:
    """A value for a reader: yes and no, numbers in the language's own form, texts as they are."""
    if isinstance(value, bool):
        return yes_or_no(value)
    return number(value) if isinstance(value, int | Decimal) else str(value)


def with_unit(value: object, unit: str | None) -> str:
    """A value for a reader with the indicator's unit, where a number has one."""
    return _plain(_with_unit(value, unit))


# What the data says stands between two of these, which no text of the data can hold: a page marks
# its language, and a program's own words are put around it.
_MARK = "\x1e"


def _marked(text: str) -> str:
    return f"{_MARK}{text}{_MARK}"


def _plain(marked: str) -> str:
    return marked.replace(_MARK, "")


def _with_unit(value: object, unit: str | None) -> str:
    words = _marked(value) if isinstance(value, str) else value_words(value)
    return words + (f" {_marked(unit)}" if unit and not isinstance(value, bool) else "")


def baseline(value: Baseline, unit: str | None = None) -> str:
    """Return where an indicator stood: ``12 % (2022)``."""
    return _plain(_baseline(value, unit))


def _baseline(value: Baseline, unit: str | None) -> str:
    return f"{_with_unit(value.value, unit)} ({days.moment(value.on)})"


def target(value: Target, unit: str | None = None) -> str:
    """Return what an indicator is to reach, in the source's own words where it has them."""
    return _plain(_target(value, unit))


def _target(value: Target, unit: str | None) -> str:
    words = _with_unit(value.value, unit) if value.value is not None else ""
    if value.on is not None:
        by = _("by {day}").format(day=day_text(value.on))
        words = f"{words} {by}" if words else by
    if value.printed is None:
        return words
    return _marked(quotes.of(value.printed)) + (f" ({words})" if words else "")


def direction(value: Direction) -> str:
    """Return which way an indicator is wanted to go, as a sentence's part."""
    match value:
        case "up":
            return _("wanted to go up")
        case "down":
            return _("wanted to go down")
        case "none":
            return _("only followed")
        case _:
            assert_never(value)


def aims(indicator: Indicator) -> str:
    """Return baseline, target and wanted direction on one line, empty where none is told."""
    return _plain(_aims(indicator))


def aims_parted(indicator: Indicator) -> tuple[tuple[str, bool], ...]:
    """Return the same line in parts, each with whether the data says it: a unit, what is printed.

    The parts put together are the line; none is empty.
    """
    parts = _aims(indicator).split(_MARK)
    return tuple((part, number % 2 == 1) for number, part in enumerate(parts) if part)


def _aims(indicator: Indicator) -> str:
    unit = indicator.unit
    parts = []
    if indicator.baseline:
        parts.append(_("baseline {value}").format(value=_baseline(indicator.baseline, unit)))
    if indicator.target:
        parts.append(_("target {value}").format(value=_target(indicator.target, unit)))
    if indicator.direction:
        parts.append(direction(indicator.direction))
    return ", ".join(parts)
