"""The value of a field -> words: names for ids, words for what is enumerated, a noun's phrase.

Only a reference becomes a name and only an enumerated value a word: a label that happens to
spell an id stays what is printed.
"""

from datetime import date
from functools import cache
from typing import Any, Literal, get_args, get_origin

from yhdyspinta_cli.facts import agreement as agreement_facts
from yhdyspinta_cli.language import day_text
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import agreement, measures, walk
from yhdyspinta_cli.model.fields import LANGUAGE
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.own_words import Worded
from yhdyspinta_cli.model.record import Place, Record
from yhdyspinta_cli.output import noun_phrases, titles
from yhdyspinta_cli.wording import days
from yhdyspinta_cli.wording import values as value_words
from yhdyspinta_cli.wording.field_names import field_name
from yhdyspinta_cli.wording.words import word, yes_or_no


def field(kb: KnowledgeBase, noun: Noun, name: str) -> str:
    """Return the value of one field of a noun for a reader."""
    return _value(kb, noun, name, getattr(noun, name))


def item(kb: KnowledgeBase, noun: Noun, name: str, value: object) -> str:
    """Return one item of a field that holds several."""
    return _value(kb, noun, name, value)


def _value(kb: KnowledgeBase, noun: Noun, name: str, value: object) -> str:
    if isinstance(noun, Worded) and (own := noun.own_word(name)):
        return own
    if isinstance(value, tuple):
        return "; ".join(_value(kb, noun, name, one) for one in value)
    if isinstance(noun, measures.Indicator) and isinstance(value, measures.Baseline):
        return value_words.baseline(value, noun.unit)
    if isinstance(noun, measures.Indicator) and isinstance(value, measures.Target):
        return value_words.target(value, noun.unit)
    if isinstance(value, str):
        if walk.is_reference(type(noun), name):
            return titles.named(kb, value)
        if is_enumerated(type(noun), name):
            return _("from outside the source") if (name, value) == _OUTSIDE else word(value)
        return value
    if isinstance(value, dict) and is_enumerated(type(noun), name):
        return "; ".join(f"{word(key)}: {plain(kb, one)}" for key, one in value.items())
    return plain(kb, value)


_OUTSIDE = ("expanded_by", "outside")


def plain(kb: KnowledgeBase, value: object) -> str:
    """Return a value for a reader that is neither an id nor an enumerated word."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return yes_or_no(value)
    if isinstance(value, Moment):
        return days.moment(value)
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {plain(kb, one)}" for key, one in value.items())
    if isinstance(value, Place):
        return kb.place_text(value)
    if isinstance(value, agreement.Amendment):
        return titles.with_id(amendment(value), value.id)
    if isinstance(value, Record):
        return titles.with_id(value.name_shown, value.id)
    if isinstance(value, Noun):
        phrase = noun_phrases.phrase(kb, value)
        return pieces(kb, value) if phrase is None else phrase
    return str(value)


@cache
def is_enumerated(noun: type[Noun], name: str) -> bool:
    """True where a field holds a word of a closed set."""

    def holds(part: Any) -> bool:
        is_word = part == LANGUAGE or get_origin(part) is Literal
        return is_word or any(map(holds, get_args(part)))

    return any(map(holds, (fields_of(noun)[name].annotation, *fields_of(noun)[name].marks)))


def pieces(kb: KnowledgeBase, noun: Noun) -> str:
    """Return a noun field by field, each after its name."""
    return ", ".join(
        f"{field_name(name).lower()}: {field(kb, noun, name)}"
        for name in fields_of(type(noun))
        if getattr(noun, name) not in (None, (), False)
    )


def amendment(value: agreement.Amendment) -> str:
    """Return a change of the agreement with its kind and the days that it sets."""
    if value.end is not None:
        held = f"{day_text(value.day)} – {day_text(value.end)}"
    elif not agreement_facts.sets_last_day(value):
        held = _("from {day}").format(day=day_text(value.day))
    else:
        held = _("from {day} until further notice").format(day=day_text(value.day))
    return f"{value.title}, {word(value.type)}, {held}"
