"""What a user means by a few words: an id, a code, or words of a name, inflected or misspelt."""

from collections.abc import Iterable

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.record import Record

CLEAR = 80.0
"""From this score on (0-100) a best match counts as clear, when no other comes near."""
NEAR = 65.0
"""Below this score a record does not fit; it may still be the nearest there is."""
GAP = 6.0
"""By how much the best must lead the second to be clear."""
TEXT = 0.85
"""What a word of the text is worth beside a word of the title."""
SHOWN, NEAREST = 8, 3
"""How many matches, or where there is none, how many of the nearest are offered."""


_BEFORE = {"measure": "code", "goal": "number", "interface": "letter", "statute": "number"}
"""By kind, the field that is printed before a record's name."""


@frozen
class Match:
    """A record, how well it fits (0-100), and the name that fits."""

    record: Record
    score: float
    name: str


@frozen
class Meaning:
    """What was meant: one record, or several to choose from, best first.

    `matches` fit; where none does, `nearest` are the least unlike.
    """

    words: str
    best: Record | None
    exact: bool
    matches: tuple[Match, ...]
    nearest: tuple[Match, ...] = ()


def meaning(
    words: str,
    among: Iterable[Record],
    *,
    exact: bool = False,
    texts: bool = False,
) -> Meaning:
    """Return what `words` mean among these records.

    An id, a measure's code or a whole name is exact. Otherwise names are compared word by word,
    inflection, compounds, missing dots and misspellings allowed, and with `texts` the text of a
    record for less; with `exact` nothing is guessed.
    """
    candidates = tuple(among)
    words = plain_text.one_line(words)
    found = _exactly(words.casefold(), candidates)
    if found is not None:
        return Meaning(words, found, True, (Match(found, 100.0, found.name_shown),))
    scored = _scored(words, candidates, texts=texts)
    fitting = tuple(match for match in scored if match.score >= NEAR)
    if exact:
        return Meaning(words, None, False, (), (fitting or scored)[:NEAREST])
    clear = (
        len(fitting) > 0
        and fitting[0].score >= CLEAR
        and (len(fitting) == 1 or fitting[0].score - fitting[1].score >= GAP)
    )
    nearest = () if fitting else scored[:NEAREST]
    return Meaning(words, fitting[0].record if clear else None, False, fitting[:SHOWN], nearest)


def _exactly(wanted: str, candidates: tuple[Record, ...]) -> Record | None:
    """Return the record with this id or code, or the only one with this whole name.

    A measure's code, and what else stands before a name where it is printed, may stand there.
    """
    for record in candidates:
        code = getattr(record, "code", None) if record.kind == "measure" else None
        before = getattr(record, _BEFORE.get(record.kind, ""), None)
        printed = f"{before} {record.name_shown}" if before is not None else None
        if wanted in (key.casefold() for key in (record.id, code, printed) if key):
            return record
    named = [r for r in candidates if wanted in (name.casefold() for name in r.names)]
    return named[0] if len(named) == 1 else None


def _scored(words: str, records: tuple[Record, ...], *, texts: bool) -> tuple[Match, ...]:
    """Return every record with its score, the best first."""
    # What is named exactly needs none of it, nor the library that forgives misspellings.
    from yhdyspinta_cli.queries import likeness

    ways = likeness.ways(words)
    found: list[Match] = []
    for record in records:
        scores = [
            (max((likeness.of_name(way, name) for way in ways), default=0.0), name)
            for name in record.names
        ]
        text = getattr(record, "text", None)
        if texts and isinstance(text, str):
            scores.append(
                (
                    max((TEXT * likeness.in_text(way, text) for way in ways), default=0.0),
                    record.name_shown,
                )
            )
        score, name = max(scores, key=lambda pair: pair[0])
        if score > 0:
            found.append(Match(record, round(score, 1), name))
    # Of two that fit as well, the first in the order of the data.
    return tuple(sorted(found, key=lambda match: -match.score))
