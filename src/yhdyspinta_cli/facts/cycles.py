"""Cycles in what leads from one record to others: collectives, parts, corrections."""

from collections.abc import Iterable, Mapping

from yhdyspinta_cli.diagnostic import quoted
from yhdyspinta_cli.model import fields

_ENOUGH = 100
"""How many cycles are told; each may be as long as the data."""


def cycles(edges: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Return each cycle of the edges once, from its first id in the alphabet back to it.

    Walks without recursion and visits each id once: a chain may be as long as the data.
    """
    found: dict[tuple[str, ...], None] = {}
    done: set[str] = set()
    for start in sorted(edges):
        if start in done:
            continue
        path = [start]
        on_path = {start}
        branches = [iter(edges[start])]
        while branches:
            key = next(branches[-1], None)
            if key is None:
                branches.pop()
                left = path.pop()
                on_path.remove(left)
                done.add(left)
            elif key in on_path:
                found[_turned(path[path.index(key) :])] = None
                if len(found) == _ENOUGH:
                    return list(found)
            elif key not in done:
                path.append(key)
                on_path.add(key)
                branches.append(iter(edges.get(key, ())))
    return list(found)


def _turned(cycle: list[str]) -> tuple[str, ...]:
    first = cycle.index(min(cycle))
    return (*cycle[first:], *cycle[:first], cycle[first])


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


def in_words(cycle: tuple[str, ...]) -> str:
    """Return a cycle in words, a long one shortened in its middle."""
    shown = [quoted(key, fields.ID_LENGTH) for key in cycle]
    if len(shown) > 8:
        shown = [*shown[:4], "…", *shown[-3:]]
    return " → ".join(shown)
