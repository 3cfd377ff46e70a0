"""What a record is called in a line about it: its title, code and name, and names for ids."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from yhdyspinta_cli.language import day_text
from yhdyspinta_cli.language import name as language_name
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import (
    agreement,
    measures,
    rounds,
    status,
    translations,
)
from yhdyspinta_cli.model.actors import Counterpart
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Event
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.wording import days, own_words
from yhdyspinta_cli.wording.sentences import of_data
from yhdyspinta_cli.wording.words import word


def discreet(kb: KnowledgeBase, record: Record) -> str:
    """Return what to call a record of which a text may have had to go, without one of its own."""
    if isinstance(record, Event):
        return f"{own_words.shown(record, 'type')} ({days.moment(record.on)})"
    return title(kb, record)


def title(kb: KnowledgeBase, record: Record) -> str:
    """Return what to call a record in a line about it.

    A measure with its code, a counterpart by its names, an update by its measure and state, a
    step of a round by its party and year, translations by their language, a record that is only a
    text in full.
    """
    if isinstance(record, measures.Measure):
        return f"{record.code} {record.title}"
    if isinstance(record, Counterpart):
        place = record.level or record.interface
        words = f"{kb.name(record.party)}: {kb.name(record.actor) or record.role}"
        return f"{words} ({kb.name(place)})" if place else words
    if isinstance(record, status.Update):
        measure = kb.find(measures.Measure, record.measure)
        state = own_words.shown(record, "state") if record.state else _("void")
        return f"{measure.code if measure else record.measure} {state} ({days.moment(record.on)})"
    if isinstance(record, status.Value):
        return f"{kb.name(record.indicator)} ({days.moment(record.on)})"
    if isinstance(record, rounds.Round):
        return _("{party} {step} for {year} ({day})").format(
            party=kb.name(record.party),
            step=word(record.type),
            year=record.year,
            day=day_text(record.on),
        )
    if isinstance(record, translations.Translations):
        return language_name(record.id)
    whole = getattr(record, "text", None)
    shown = record.name_shown
    return whole if shown.endswith("…") and isinstance(whole, str) else shown


def code(record: Record) -> str | None:
    """Return the code of a measure, None for any other record."""
    return record.code if isinstance(record, measures.Measure) else None


def goal(kb: KnowledgeBase, key: str) -> str:
    """Return a goal with its number, by which the report and the programme's tables name it."""
    found = kb.find(measures.Goal, key)
    return f"{found.number} {found.title}" if found else key


def interface(found: agreement.Interface) -> str:
    """Return an interface with its letter, by which the programme's tables name it."""
    return f"{found.letter} {found.name_shown}" if found.letter else found.name_shown


def names(kb: KnowledgeBase, keys: Iterable[str]) -> str:
    """Return the names of records on one line."""
    return ", ".join(of_data(kb.name(key)) for key in keys)


_HAS_IDS = ContextVar("has_ids", default=True)


@contextmanager
def without_ids() -> Iterator[None]:
    """Within it a record is named by its name alone: for readers who look nothing up by an id."""
    token = _HAS_IDS.set(False)
    try:
        yield
    finally:
        _HAS_IDS.reset(token)


def has_ids() -> bool:
    """True where ids are told."""
    return _HAS_IDS.get()


def named(kb: KnowledgeBase, key: str) -> str:
    """Return ``name (id)``, the id alone where there is no such record."""
    return with_id(kb.name(key), key) if key in kb.entries else key


def with_id(name: str, key: str) -> str:
    """Return ``name (id)``; the name alone within `without_ids`."""
    return f"{name} ({key})" if has_ids() else name


def speaker(kb: KnowledgeBase, key: str | None) -> str:
    """Return who says so."""
    return kb.name(key) if key else _("not stated by whom")
