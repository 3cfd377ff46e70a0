"""What the keys of a record name that has no shape yet, found from the class that it is to have."""

from collections.abc import Iterator
from functools import cache

from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.actors import Membership
from yhdyspinta_cli.model.fields import Ref
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.own_words import Own


def references(noun: type[Noun], keys: object) -> Iterator[tuple[Route, str, Ref]]:
    """Yield the references in the keys of a record that has no shape yet, with their routes."""
    marked = walk.reference_fields(noun)
    for name, value in keys.items() if isinstance(keys, dict) else ():
        if name not in fields_of(noun):
            continue
        inner = walk.nouns_inside(noun)[name]
        for step, item in enumerate(value) if isinstance(value, list) else ((None, value),):
            route: Route = (name,) if step is None else (name, step)
            if name in marked and isinstance(item, str):
                if item not in marked[name].besides:
                    yield route, item, marked[name]
            elif inner is Membership and isinstance(item, str):
                yield route, item, walk.reference_fields(Membership)["actor"]
            elif inner is not None:
                for below, key, ref in references(inner, item):
                    yield (*route, *below), key, ref


def words(noun: type[Noun], keys: object, base: Route = ()) -> Iterator[tuple[Route, Own]]:
    """Yield where in the keys of a record a word of a closed set stands, with the set."""
    if not isinstance(keys, dict) or not _may_hold_own(noun):
        return
    marked = walk.own_sets(noun)
    for name, value in keys.items():
        if name not in fields_of(noun):
            continue
        inner = walk.nouns_inside(noun)[name]
        for step, item in enumerate(value) if isinstance(value, list) else ((None, value),):
            route: Route = (*base, name) if step is None else (*base, name, step)
            if name in marked and isinstance(item, str):
                yield route, marked[name]
            elif inner is not None:
                yield from words(inner, item, route)


@cache
def _may_hold_own(noun: type[Noun]) -> bool:
    """True where an own word may stand in a noun of this class, or in one inside it."""
    if walk.own_sets(noun):
        return True
    inside = walk.nouns_inside(noun).values()
    return any(inner is not None and inner is not noun and _may_hold_own(inner) for inner in inside)
