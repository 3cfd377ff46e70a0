"""The one place where pydantic is met: it judges the keys of a file against the model.

It is imported when there is doubt about something: what was judged before and what is plainly
right (`shaping`) need none of it.
"""

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from yhdyspinta_cli.model.marks import RefusalError
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.store import shaping

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
    plain = shaping.shaped(kind, keys)
    return plain if plain is not None else judged_in_doubt(kind, keys)


def judged_in_doubt(kind: type[N], keys: object) -> N:
    """Return what `judged` does, by pydantic alone. Raises RefusedError with every fault."""
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
