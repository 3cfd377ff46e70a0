"""Whether two values tell the same, but for the new ids of what was renamed."""

from collections.abc import Mapping

from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.noun import Noun, fields_of


def tells_the_same(before: Noun, after: Noun, name: str, renamed: Mapping[str, str]) -> bool:
    """True where a field of two nouns holds the same but for new ids (`renamed`: by the old)."""
    was, now = getattr(before, name), getattr(after, name)
    if was == now:
        return True
    if walk.is_reference(type(after), name) or name == "id":
        olds, news = (one if isinstance(one, tuple) else (one,) for one in (was, now))
        return tuple(renamed.get(one, one) for one in olds) == news
    return is_same(was, now, renamed)


def is_same(was: object, now: object, renamed: Mapping[str, str]) -> bool:
    """True where two values are the same but for new ids in the nouns that they hold."""
    if was == now:
        return True
    if not renamed or type(was) is not type(now):
        return False
    if isinstance(was, tuple) and isinstance(now, tuple):
        pairs = zip(was, now, strict=False)
        return len(was) == len(now) and all(is_same(old, new, renamed) for old, new in pairs)
    if isinstance(was, Noun) and isinstance(now, Noun):
        return all(tells_the_same(was, now, name, renamed) for name in fields_of(type(now)))
    return False
