"""Words and fields of a knowledge base's own: declared in the agreement, kept by the records.

An own word is a label of a standard word. A record is read with the standard word in its field,
so that whoever branches over a closed set meets no other, and keeps the own one beside it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import ClassVar, Final, Literal, get_args

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.diagnostic import Route
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.fields import Line
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.vocabulary import BodyKind, EventKind, OwnType, PartyKind, Situation, State

Of = Literal["states", "event_kinds", "party_types", "body_types"]
"""The closed sets that a knowledge base may have words of its own for."""

_STANDARD: Final[Mapping[Of, tuple[str, ...]]] = {
    "states": get_args(State),
    "event_kinds": get_args(EventKind),
    "party_types": get_args(PartyKind),
    "body_types": get_args(BodyKind),
}
_TAKEN: Final[Mapping[Of, tuple[str, ...]]] = {**_STANDARD, "states": get_args(Situation)}

SETS: Final[tuple[Of, ...]] = get_args(Of)


def standard(of: Of) -> tuple[str, ...]:
    """Return the standard words of a set."""
    return _STANDARD[of]


def taken(of: Of) -> tuple[str, ...]:
    """Return the words that mean something in a set already, and can mean nothing else."""
    return _TAKEN[of]


def plain(word: str) -> str:
    """Return the form in which two words are one: neither case nor a hyphen parts them."""
    return plain_text.one_line(word).casefold().replace(" ", "-")


class OwnField(Noun):
    """A field of one's own: what it is called, and what stands in it."""

    label: Line
    type: OwnType = "text"


class OwnState(Noun):
    """A word of one's own for a state of a measure, and the standard word it means."""

    word: Line
    means: State


class OwnEventKind(Noun):
    """A word of one's own for a kind of event, and the standard word it means."""

    word: Line
    means: EventKind


class OwnPartyType(Noun):
    """A word of one's own for a type of party, and the standard word it means."""

    word: Line
    means: PartyKind


class OwnBodyType(Noun):
    """A word of one's own for a type of body, and the standard word it means."""

    word: Line
    means: BodyKind


class Vocabulary(Noun):
    """Words of one's own, each with the standard word it means: it is shown in its place.

    Levels of dialogue need none: they are records, and bear the names they are given.
    """

    states: tuple[OwnState, ...] = ()
    event_kinds: tuple[OwnEventKind, ...] = ()
    party_types: tuple[OwnPartyType, ...] = ()
    body_types: tuple[OwnBodyType, ...] = ()

    def pairs(self, of: Of) -> tuple[tuple[str, str], ...]:
        """Return the own words of a set, each with what it means, in the order declared."""
        entries: tuple[OwnState | OwnEventKind | OwnPartyType | OwnBodyType, ...]
        entries = getattr(self, of)
        return tuple((one.word, one.means) for one in entries)


@frozen
class OwnWords:
    """The own words of a knowledge base: by set, what each means.

    `broken` are words that are declared, and of which nobody can say what they mean.
    """

    means: Mapping[Of, Mapping[str, str]] = field(default_factory=dict)
    broken: Mapping[Of, frozenset[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """True where there is any."""
        return any(self.means.values()) or any(self.broken.values())

    def of(self, of: Of) -> Mapping[str, str]:
        """Return the own words of a set with what they mean, in the order declared."""
        return self.means.get(of, {})

    def standard(self, of: Of, word: str) -> str:
        """Return the standard word that a word of a record means: itself, or what it stands for."""
        return self.of(of).get(word, word)

    def meaning(self, of: Of, means: str) -> tuple[str, ...]:
        """Return the own words that mean a standard one, in the order declared."""
        return tuple(word for word, meant in self.of(of).items() if meant == means)


NO_WORDS = OwnWords()
"""Of a knowledge base that has none."""


def declared(vocabulary: Vocabulary | None) -> OwnWords:
    """Return the own words that an agreement declares."""
    if vocabulary is None:
        return NO_WORDS
    return OwnWords({of: _first(vocabulary.pairs(of), of) for of in _STANDARD})


def _first(pairs: Iterable[tuple[str, str]], of: Of) -> dict[str, str]:
    """Return what each own word means, the first time it is declared; a standard word stays one."""
    found: dict[str, str] = {}
    for word, means in pairs:
        if word not in _TAKEN[of]:
            found.setdefault(word, means)
    return found


def written(keys: object) -> OwnWords:
    """Return the own words that the keys of an agreement's file declare, as far as they can.

    The file may have faults: they are told of it, and not of each record that has the word.
    """
    lists = keys.get("vocabulary") if isinstance(keys, dict) else None
    if not isinstance(lists, dict):
        return NO_WORDS
    means: dict[Of, dict[str, str]] = {}
    broken: dict[Of, frozenset[str]] = {}
    for of, standard_words in _STANDARD.items():
        entries = lists.get(of)
        pairs = [
            (plain_text.composed(word), entry.get("means"))
            for entry in (entries if isinstance(entries, list) else ())
            if isinstance(entry, dict) and isinstance(word := entry.get("word"), str)
        ]
        means[of] = _first(((w, str(m)) for w, m in pairs if m in standard_words), of)
        broken[of] = frozenset(w for w, m in pairs if w not in means[of] and w not in _TAKEN[of])
    return OwnWords(means, broken)


@frozen
class Own:
    """Marks a field in which a word of a knowledge base's own may stand, and of which set."""

    of: Of


class Worded(Noun):
    """What keeps the own words that its file has, beside the standard ones in its fields."""

    # Not a field: what a file has in the place of the words in the fields.
    _own: ClassVar[Mapping[Route, str]] = {}

    def own_word(self, *route: str | int) -> str | None:
        """Return the own word in a field, or in the item of one; None where it is standard."""
        return self._own.get(route)

    def keep(self, route: Route, word: str) -> None:
        """Keep the own word that the file has; for the loader, which reads it."""
        self.__dict__["_own"] = {**self._own, route: word}

    @property
    def word(self) -> str | None:
        """The own word for the record's state or type; None where it is the standard one."""
        return self.own_word("state") or self.own_word("type")

    def as_written(self, name: str, value: object) -> object:
        """Return the value of a field as its file has it, with own words in it."""
        if isinstance(value, tuple):
            return tuple(self._own.get((name, n), one) for n, one in enumerate(value))
        return self._own.get((name,), value)


def word_of(noun: Noun) -> str | None:
    """Return the own word for the state or the type of what may have one, None for all else."""
    return noun.word if isinstance(noun, Worded) else None
