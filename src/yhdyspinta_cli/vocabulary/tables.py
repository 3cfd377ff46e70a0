"""A table over a closed set: it has every member, and nothing else."""

from collections.abc import Collection, Mapping
from typing import TypeVar

_Member = TypeVar("_Member", bound=str)
_Value = TypeVar("_Value")


def chosen(members: tuple[_Member, ...], table: Mapping[_Member, bool]) -> tuple[_Member, ...]:
    """Return the members of a closed set that a table over all of them marks, in their order.

    A new member is in no such choice, and in none left out, before somebody has said which.
    """
    return tuple(one for one in members if closed(members, table)[one])


def ordered(members: tuple[_Member, ...], found: Collection[_Member]) -> tuple[_Member, ...]:
    """Return the members of a closed set that are among those found, in the order of the set."""
    return tuple(one for one in members if one in found)


def closed(
    members: tuple[_Member, ...], table: Mapping[_Member, _Value]
) -> Mapping[_Member, _Value]:
    """Return a table that has every member of a closed set and nothing else.

    Raises LookupError naming what is missing, so that an import shows each table to complete.
    """
    if set(members) != set(table):
        odd = sorted(set(members) ^ set(table))
        raise LookupError(f"a table does not fit its closed set: {', '.join(odd)}")
    return table
