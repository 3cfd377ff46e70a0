"""Runs of days: how long the agreement holds, and what that leaves open."""

from dataclasses import dataclass
from datetime import date

from yhdyspinta_cli.model.knowledge_base import KnowledgeBase


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


def agreement_span(kb: KnowledgeBase) -> Bounds:
    """Return the days on which the agreement holds."""
    return Bounds(kb.agreement.validity.start, kb.agreement.validity.end)
