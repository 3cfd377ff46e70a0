"""How a field says what it takes, without the library that judges it.

Pydantic reads the marks when a record is judged, and only then: who is given records that were
judged before never loads it.
"""

from collections.abc import Callable
from typing import Any

from yhdyspinta_cli.frozen import frozen


class RefusalError(ValueError):
    """A value that a field does not take, or a record that contradicts itself.

    `kind` is the word by which `store` finds what to tell the reader in his language.
    """

    def __init__(self, kind: str, why: str) -> None:
        super().__init__(why)
        self.kind = kind


@frozen
class Judged:
    """Marks a field whose values a function takes, puts into their one form, or refuses."""

    judge: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(self.judge, handler(source))


@frozen
class Strict:
    """Marks a field that takes its own type only: no 1 for true, no "1" for 1."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Callable[[Any], Any]) -> Any:
        return handler(source) | {"strict": True}
