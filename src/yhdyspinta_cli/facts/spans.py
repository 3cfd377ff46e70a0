"""Runs of days, with an end and without one."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """A run of days, the first and the last included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Bounds:
    """From when and until when something holds; `end` is None where it has no end."""

    start: date
    end: date | None
