"""The one place where pydantic is met: it judges the keys of a file against the model.

It is imported when something is to be judged: what was judged before needs none of it.
"""

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from yhdyspinta_cli.model.marks import RefusalError
from yhdyspinta_cli.model.noun import Noun

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

N = TypeVar("N", bound=Noun)


class RefusedError(ValueError):
    """Keys that are not of the shape of a noun, with every fault of them."""

    def __init__(self, details: "list[ErrorDetails]") -> None:
        super().__init__("; ".join(f"{fault['loc']}: {fault['type']}" for fault in details))
        self.details = details


def judged(kind: type[N], keys: object) -> N:
    """Return the noun that the keys of a file are. Raises RefusedError with every fault."""
    from pydantic import ValidationError

    try:
        record: N = _judge_of(kind).validate_python(keys)
        return record
    except ValidationError as error:
        details = error.errors(include_url=False)
    for detail in details:
        # What the model refuses itself has a word of its own.
        refusal = detail.get("ctx", {}).get("error")
        if isinstance(refusal, RefusalError):
            detail["type"] = refusal.kind
    raise RefusedError(details)


@cache
def _judge_of(kind: type[Noun]) -> "TypeAdapter[Any]":
    from pydantic import TypeAdapter

    return TypeAdapter(kind)
