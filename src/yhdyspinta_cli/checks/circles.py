"""Circles in what leads from one record to others: collectives, parts, corrections."""

from collections.abc import Iterable, Mapping

from yhdyspinta_cli.diagnostic import quoted

_ENOUGH = 100
"""How many circles are told; each may be as long as the data."""


def circles(edges: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return each circle of the edges once, from its first id in the alphabet back to it.

    Walks without recursion and visits each id once: a chain may be as long as the data.
    """
    found: list[tuple[str, ...]] = []
    done: set[str] = set()
    for start in sorted(edges):
        way: dict[str, None] = {}
        branches = [iter((start,))]
        while branches:
            key = next(branches[-1], None)
            if key is None:
                branches.pop()
                if way:
                    done.add(way.popitem()[0])
            elif key in way:
                found.append(_turned([*way][list(way).index(key) :]))
                if len(found) == _ENOUGH:
                    return list(dict.fromkeys(found))
            elif key not in done:
                way[key] = None
                branches.append(iter(edges.get(key, ())))
    return list(dict.fromkeys(found))


def _turned(circle: list[str]) -> tuple[str, ...]:
    first = circle.index(min(circle))
    return (*circle[first:], *circle[:first], circle[first])


def reaching(goals: Iterable[str], edges: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Return every id from which the edges lead to one of the goals, the goals included."""
    back: dict[str, list[str]] = {}
    for key, targets in edges.items():
        for target in targets:
            back.setdefault(target, []).append(key)
    reached: set[str] = set()
    waiting = list(goals)
    while waiting:
        key = waiting.pop()
        if key not in reached:
            reached.add(key)
            waiting.extend(back.get(key, ()))
    return reached


def way(circle: tuple[str, ...]) -> str:
    """Return a circle in words, a long one shortened in its middle."""
    shown = [quoted(key, 63) for key in circle]
    if len(shown) > 8:
        shown = [*shown[:4], "…", *shown[-3:]]
    return " → ".join(shown)
