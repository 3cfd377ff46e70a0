"""The names in a cell -> the records that are meant; what is not found, with the nearest.

Names are taken as the command line takes them where it records: an id, a whole name or another
name of the record, in any case of letters. Nothing is guessed.
"""

import re
from collections.abc import Sequence

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.diagnostic import quoted
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import matching

_ITEMS = r"[;\n]|(?:^|\s)[•–-]\s"
_COMMAS = r",|\s/\s|/(?=\S)"
_ANDS = r"\s(?:ja|sekä|och|samt|and|&)\s"
_EMPTY = frozenset(("", "-", "–", "—"))


@frozen
class NamedInCell:
    """A name as it is printed, with the record that is meant, or without and the nearest name."""

    printed: str
    record: Record | None
    nearest: str = ""

    @property
    def why(self) -> str:
        """What to tell of a name that nobody has."""
        told = _("{name}: nobody of that name").format(name=quoted(self.printed))
        return (
            f"{told}; " + _("nearest: {name}").format(name=self.nearest) if self.nearest else told
        )


def one(written: str, among: Sequence[Record]) -> NamedInCell:
    """Return who is meant by a whole text."""
    printed = plain_text.one_line(written)
    found = matching.meaning(printed, among, exact=True)
    if found.best is not None:
        return NamedInCell(printed, found.best)
    near = [match.name for match in found.nearest if match.score >= matching.NEAR]
    return NamedInCell(printed, None, near[0] if near else "")


def several(written: str, among: Sequence[Record]) -> tuple[NamedInCell, ...]:
    """Return everyone who is meant by a text, in its order; each record once.

    A name may have a comma or an "and" in it: a piece that is somebody's name is not split.
    """
    named: list[NamedInCell] = []
    for item in pieces(written):
        named.extend(_split(item, among, (_COMMAS, _ANDS)))
    seen: set[str] = set()
    found = []
    for name in named:
        key = name.record.id if name.record is not None else name.printed.casefold()
        if key not in seen:
            seen.add(key)
            found.append(name)
    return tuple(found)


def pieces(written: str) -> tuple[str, ...]:
    """Return the items of a text: what stands on a line of its own or between semicolons."""
    found = (plain_text.one_line(item) for item in re.split(_ITEMS, written))
    return tuple(item for item in found if item not in _EMPTY)


def _split(
    written: str, among: Sequence[Record], signs: tuple[str, ...]
) -> tuple[NamedInCell, ...]:
    whole = one(written, among)
    if whole.record is not None or not signs:
        return (whole,)
    parts = [part for part in re.split(signs[0], written) if part.strip() not in _EMPTY]
    if len(parts) < 2:
        return _split(written, among, signs[1:])
    # "Sosiaali- ja terveysministeriö" is one name, cut after its hyphen.
    if any(part.rstrip().endswith("-") for part in parts):
        return (whole,)
    found = tuple(name for part in parts for name in _split(part, among, signs[1:]))
    # Where the pieces between "and" are nobody, the whole is a name that nobody has.
    is_told = signs[0] != _ANDS or any(name.record is not None for name in found)
    return found if is_told else (whole,)


def by_sign(written: str, among: Sequence[Record]) -> Record | None:
    """Return the goal of this number or the interface of this letter; None where none has it."""
    for record in among:
        signs = (getattr(record, "number", None), getattr(record, "letter", None))
        if written.casefold() in (str(sign).casefold() for sign in signs if sign is not None):
            return record
    return None
