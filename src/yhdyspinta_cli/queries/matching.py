"""What a user means by a few words: an id, a code, or words of a name, inflected or misspelt."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record

CLEAR = 80.0
"""From this score on (0-100) a best match counts as clear, when no other comes near."""
NEAR = 60.0
"""Below this score a record is not even offered."""
GAP = 8.0
"""By how much the best must lead the second to be clear."""


@dataclass(frozen=True, slots=True)
class Match:
    """A record, how well it fits (0-100), and the name that fits."""

    record: Record
    score: float
    name: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """What was meant: one record, or several to choose from, best first."""

    words: str
    best: Record | None
    exact: bool
    matches: tuple[Match, ...]


def meaning(
    kb: KnowledgeBase, words: str, among: Iterable[Record], *, exact: bool = False
) -> Meaning:
    """Return what `words` mean among these records.

    An id, a measure's code or a whole name is exact. Otherwise names are compared with their
    Finnish stems, letters like ä without dots allowed; with `exact` nothing is guessed.
    """
    candidates = tuple(among)
    wanted = words.strip().casefold()
    for record in candidates:
        code = getattr(record, "code", None)
        keys = (record.id, code if record.kind == "measure" else None)
        if wanted in (key.casefold() for key in keys if key):
            return Meaning(words, record, True, (Match(record, 100.0, record.name_shown),))
    named = [r for r in candidates if wanted in (name.casefold() for name in r.names)]
    if len(named) == 1:
        return Meaning(words, named[0], True, (Match(named[0], 100.0, named[0].name_shown),))
    if exact:
        return Meaning(words, None, False, ())
    matches = _scored(wanted, candidates)
    clear = (
        len(matches) > 0
        and matches[0].score >= CLEAR
        and (len(matches) == 1 or matches[0].score - matches[1].score >= GAP)
    )
    return Meaning(words, matches[0].record if clear else None, False, matches[:8])


def _scored(wanted: str, records: tuple[Record, ...]) -> tuple[Match, ...]:
    stems = stemmed(wanted)
    found: list[Match] = []
    for record in records:
        best = max(
            ((_score(stems, stemmed(name)), name) for name in record.names),
            key=lambda pair: pair[0],
        )
        if best[0] >= NEAR:
            found.append(Match(record, round(best[0], 1), best[1]))
    return tuple(sorted(found, key=lambda match: (-match.score, match.record.id)))


def _score(wanted: tuple[str, ...], name: tuple[str, ...]) -> float:
    """Return how well each wanted stem is found among a name's stems, 0-100.

    A stem that begins or is inside a compound counts nearly as much as the whole word; words
    of the name that were not asked for cost a little.
    """
    from rapidfuzz import fuzz

    if not wanted or not name:
        return 0.0
    total = 0.0
    for stem in wanted:
        best = 0.0
        for other in name:
            score = fuzz.ratio(stem, other)
            if len(stem) >= 4 and stem in other:
                score = max(score, 96.0 if other.startswith(stem) else 90.0)
            elif len(stem) >= 6 and len(other) > len(stem):
                score = max(score, fuzz.partial_ratio(stem, other) * 0.9)
            best = max(best, score)
        total += best
    extra = max(0, len(name) - len(wanted))
    return max(0.0, total / len(wanted) - min(6.0, extra * 0.6))


_FOLD = str.maketrans("åäöéüšž", "aaoeusz")


def stemmed(text: str) -> tuple[str, ...]:
    """Return the Finnish stems of a text's words, folded to plain letters."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return tuple(_stemmer().stemWord(word).translate(_FOLD) for word in words)


@cache
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("finnish")
