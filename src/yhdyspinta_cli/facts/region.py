"""What holds for the region as a whole: its parties and measures on a day, its country's forms."""

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from yhdyspinta_cli import language
from yhdyspinta_cli.facts import lifetime, memo
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.obligations import Statute

DEFAULT_COUNTRY = "FI"
"""The country whose forms are used where `country` in agreement.yaml says nothing."""

DEFAULT_ZONE = "Europe/Helsinki"
"""The zone where `time_zone` in agreement.yaml says nothing, and no country tells it."""

SIGN_LAST = ("FI", "AX", "SE")
"""Countries in which the number of a section stands before its sign: 14 §. Elsewhere: § 14."""


def country(kb: KnowledgeBase) -> str:
    """Return the country whose forms hold: that of the agreement, else Finland."""
    return kb.agreement.country or DEFAULT_COUNTRY


def parties(kb: KnowledgeBase, day: date) -> tuple[Party, ...]:
    """Return the parties to the agreement on `day`: begun and joined, not ended and not left."""
    return tuple(party for party in kb.parties if lifetime.holds(kb, party.id, day))


@memo.once
def measures(kb: KnowledgeBase, day: date) -> tuple[Measure, ...]:
    """Return the measures that there are on `day`: begun, not over, in the programme's order.

    Where a measure says no first day, it is there from the start of the programme's period.
    """
    return tuple(measure for measure in kb.measures if is_there(kb, measure, day))


def is_there(kb: KnowledgeBase, measure: Measure, day: date) -> bool:
    """True on the days of a measure: from its own first day, else the programme's, to its last."""
    period = kb.programme.period_start if kb.programme else None
    has_begun = period is None or period.first <= day or measure.start is not None
    return has_begun and measure.holds(day)


def repealed(kb: KnowledgeBase, key: str, day: date) -> date | None:
    """Return since when an act (its id) is in force no more on `day`, None where it is."""
    act = kb.find(Statute, key)
    return act.repealed if act and act.repealed and act.repealed <= day else None


def zone(kb: KnowledgeBase) -> ZoneInfo:
    """Return the region's time zone, in which a day is today.

    That of the agreement, else the one zone of its country; a country with several is not guessed.
    """
    if kb.agreement.time_zone is not None:
        return ZoneInfo(kb.agreement.time_zone)
    only = language.zone_of(kb.agreement.country) if kb.agreement.country else None
    return ZoneInfo(only or DEFAULT_ZONE)


def sections(kb: KnowledgeBase, numbers: Iterable[str]) -> str:
    """Return sections with their sign as the country writes them: 8, 14 §, or § 6-5.

    No line breaks between the two, and a sign that stands in the data is not added again. No
    sections are "".
    """
    listed = tuple(numbers)
    words = ", ".join(listed)
    if not listed or any("§" in number for number in listed):
        return words
    if country(kb) in SIGN_LAST:
        return f"{words}\u00a0§"
    return f"{'§§' if len(listed) > 1 else '§'}\u00a0{words}"
