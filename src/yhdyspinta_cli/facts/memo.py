"""What is asked again and again of the same data is worked out once."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record

P = ParamSpec("P")
T = TypeVar("T")


def once(
    fact: Callable[Concatenate[KnowledgeBase, P], T],
) -> Callable[Concatenate[KnowledgeBase, P], T]:
    """Return the fact, worked out once for each knowledge base and each thing asked of it.

    It is asked by ids, days and records, a record being known by its id. The answer is shared by
    all who ask: nobody may change it.
    """

    @wraps(fact)
    def known(kb: KnowledgeBase, /, *asked: P.args, **named: P.kwargs) -> T:
        assert not named
        # A record is known by its id: to hash all that it holds takes longer than most facts.
        key = (fact, *[one.id if isinstance(one, Record) else one for one in asked])
        if key not in kb.memo:
            kb.memo[key] = fact(kb, *asked, **named)
        found: T = kb.memo[key]
        return found

    return known
