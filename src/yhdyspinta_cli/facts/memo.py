"""What is asked again and again of the same data is worked out once."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from yhdyspinta_cli.model.knowledge_base import KnowledgeBase

P = ParamSpec("P")
T = TypeVar("T")
_UNKNOWN: Any = object()


def once(
    fact: Callable[Concatenate[KnowledgeBase, P], T],
) -> Callable[Concatenate[KnowledgeBase, P], T]:
    """Return the fact, worked out once for each knowledge base and each thing asked of it.

    It is asked by ids, days and records. The answer is shared by all who ask: nobody may change it.
    """

    @wraps(fact)
    def known(kb: KnowledgeBase, /, *asked: P.args, **named: P.kwargs) -> T:
        assert not named
        key = (fact, *asked)
        found: T = kb.memo.get(key, _UNKNOWN)
        if found is _UNKNOWN:
            found = kb.memo[key] = fact(kb, *asked, **named)
        return found

    return known
