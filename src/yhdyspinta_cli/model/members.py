"""Who stands behind an actor: the members of a collective, and of a body with one of each."""

from collections.abc import Callable, Iterator
from datetime import date

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Actor
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.record import Record


@frozen
class Member:
    """One member behind an actor, and the ids on the way from the actor to it.

    `unit` is what stands for the member where the collective means a part of it ("HR").
    """

    actor: str
    way: tuple[str, ...]
    unit: str | None = None


def expanded(
    record_of: Callable[[str], Record | None], key: str, day: date | None
) -> Iterator[Member]:
    """Yield each actor behind `key` once, by the first way that leads to it.

    By the memberships of `day`, of all days where none is given. `record_of` gives the record of
    an id, None where there is none.

    Walks without recursion and opens each collective once: a few lines of collectives that
    contain each other twice would otherwise stand for millions of members.
    """
    opened: set[str] = set()
    met: set[str] = set()
    waiting: list[tuple[str, tuple[str, ...], str | None]] = [(key, (), None)]
    while waiting:
        key, way, unit = waiting.pop()
        record = record_of(key)
        here = (*way, key)
        if isinstance(record, (Actor, Body)) and record.one_per is not None:
            if key not in opened:
                opened.add(key)
                waiting.append((record.one_per, here, unit or record.unit or record.name))
        elif isinstance(record, Actor) and record.type == "collective":
            if key not in opened:
                opened.add(key)
                waiting.extend(
                    (child.actor, here, unit)
                    for child in reversed(record.members)
                    if day is None or child.holds(day)
                )
        elif record is not None and key not in met:
            met.add(key)
            yield Member(key, here, unit)
