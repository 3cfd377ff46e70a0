"""Words of a knowledge base's own for states and types: shown in place of the language's."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Protocol

from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.own_words import (
    SETS,
    Of,
    OwnWords,
    Vocabulary,
    Worded,
    plain,
    standard,
    word_of,
)
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.vocabulary import Situation
from yhdyspinta_cli.wording import states, typed, words


class _Standing(Protocol):
    """How a measure, or a party on it, stands."""

    @property
    def situation(self) -> Situation: ...

    @property
    def word(self) -> str | None: ...


def shown(noun: Worded, name: str) -> str:
    """Return a record's state or type for a reader: its own word, else the language's."""
    return noun.own_word(name) or words.word(getattr(noun, name))


def each(noun: Worded, name: str) -> list[str]:
    """Return the items of a field of several words, each as `shown` returns one."""
    return [
        noun.own_word(name, number) or words.word(value)
        for number, value in enumerate(getattr(noun, name))
    ]


def kind(record: Record) -> str:
    """Return what a record is: its own word for its type, a town, its type, or its kind."""
    if own := word_of(record):
        return own
    if isinstance(record, Party) and record.town:
        return words.word("town")
    return words.word(getattr(record, "type", record.kind))


def situation(found: _Standing) -> str:
    """Return how a measure stands, in the own word of its report where it has one."""
    return found.word or words.word(found.situation)


def of_party(found: _Standing) -> str:
    """Return how a party stands on a measure, in the own word of its report where it has one."""
    return found.word or states.of_party(found.situation)


def counted(found: Iterable[_Standing]) -> str:
    """Return how often each own word stands for a state: ``lykätty 2 (paused)``; empty for none."""
    numbers = Counter((one.word, one.situation) for one in found if one.word)
    return ", ".join(f"{own} {n} ({words.word(means)})" for (own, means), n in numbers.items())


def declared(vocabulary: Vocabulary) -> str:
    """Return every own word with what it means, set by set: ``lykätty (paused); …``."""
    return "; ".join(
        ", ".join(f"{word} ({words.word(means)})" for word, means in pairs)
        for of in SETS
        if (pairs := vocabulary.pairs(of))
    )


def sayable(own: OwnWords, of: Of, also: Sequence[str] = ()) -> tuple[str, ...]:
    """Return every word that may be said: the knowledge base's own, then the standard ones, those
    in the words of the language and in the data's.
    """
    keys = (*standard(of), *also)
    return (*own.of(of), *typed.each(keys, words.word), *keys)


def listed(own: OwnWords, of: Of, also: Sequence[str] = ()) -> str:
    """Return the same for a reader, each once: ``lykätty, valmis (completed), …``."""
    return ", ".join((*own.of(of), typed.listed((*standard(of), *also), words.word)))


def meant(own: OwnWords, of: Of, said: str, also: Sequence[str] = ()) -> str | None:
    """Return the word that a record keeps for what was said: an own word, or a standard one.

    A standard word is taken in any language. None where nothing is meant by it.
    """
    for word in own.of(of):
        if plain(word) == plain(said):
            return word
    return words.meant(said, (*standard(of), *also))
