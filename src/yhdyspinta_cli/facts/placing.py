"""In which period of an obligation an event counts: the one it names, else the one of its day."""

from collections.abc import Sequence

from yhdyspinta_cli.facts.periods import Period
from yhdyspinta_cli.model.obligations import Event


def fits(period: Period, event: Event) -> bool:
    """True where an event may count in a period.

    What names a period counts in that one, from its first day on, so that what comes after its
    last day is told to be late. What names none counts where its day lies.
    """
    day = event.on.last
    if event.period is not None:
        return period.key == event.period and period.start <= day
    return period.holds(day)


def placed(found: Sequence[Period], happened: Sequence[Event]) -> tuple[Period | None, ...]:
    """Return in which period each event counts, None where it counts in none.

    Each counts once. Where several periods hold a day (two events started two clocks), it counts
    for the earliest that still waits for it in time, else for the latest.
    """
    done = dict.fromkeys((period.key for period in found), 0)
    places: list[Period | None] = []
    for event in happened:
        holding = [period for period in found if fits(period, event)]
        waiting = [p for p in holding if event.on.last <= p.due and done[p.key] < p.needed]
        place = waiting[0] if waiting else holding[-1] if holding else None
        if place is not None:
            done[place.key] += 1
        places.append(place)
    return tuple(places)
