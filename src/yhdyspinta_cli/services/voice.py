"""How a service is heard: whoever calls it says where the words go."""

from typing import Protocol


class Voice(Protocol):
    """`tell` takes a message of one line for a person, `out` what is the answer itself."""

    def tell(self, text: str) -> None: ...

    def out(self, text: str) -> None:
        """Raises OSError where nobody can get it."""
