"""What a record may not say of itself, as far as JSON Schema can tell it: no day is compared.

`__post_init__` of the noun decides; each entry says of the same what a schema can. A test holds
the two against each other.
"""

from collections.abc import Callable
from typing import Any

from yhdyspinta_cli.model.actors import Counterpart
from yhdyspinta_cli.model.bodies import Rhythm
from yhdyspinta_cli.model.measures import Measure, Target
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.obligations import DatedEvent, Event
from yhdyspinta_cli.model.own_words import NO_WORDS, OwnWords
from yhdyspinta_cli.model.programme import Programme
from yhdyspinta_cli.model.provisions import Money, Notice, Share
from yhdyspinta_cli.model.rounds import Round
from yhdyspinta_cli.model.status import Update, Value
from yhdyspinta_cli.output.schema_forms import Json
from yhdyspinta_cli.vocabulary import PARTS_OF_YEAR, PERS, RECURRENCES


def _given(key: str) -> Json:
    """A key is there, and not empty."""
    return _is(key, {"not": {"type": "null"}})


def _is(key: str, form: Json) -> Json:
    return {"required": [key], "properties": {key: form}}


def _true(key: str) -> Json:
    return _is(key, {"const": True})


def _several(key: str) -> Json:
    return _is(key, {"minItems": 1})


def _any(*forms: Json) -> Json:
    return {"anyOf": list(forms)}


def _both(*forms: Json) -> Json:
    return {"allOf": list(forms)}


def _not(form: Json) -> Json:
    return {"not": form}


def _if(form: Json, then: Json, otherwise: Json | None = None) -> Json:
    return {"if": form, "then": then} | ({"else": otherwise} if otherwise else {})


def _at_least(key: str, least: int) -> Json:
    return {"properties": {key: {"minimum": least}}}


def _share_of_hundred(key: str) -> Json:
    return {"properties": {key: {"minimum": 0, "maximum": 100}}}


def _rhythm() -> list[Json]:
    ways = ("per", "by", "within", "when")
    pairs = [_both(_given(a), _given(b)) for n, a in enumerate(ways) for b in ways[n + 1 :]]
    return [
        _any(*map(_given, (*ways, "printed"))),
        _not(_any(*pairs)),
        _at_least("times", 1),
        _at_least("every", 1),
        _not(_both(_true("at_least"), _true("at_most"))),
        _if(_is("every", {"minimum": 2}), _is("per", {"enum": list(PARTS_OF_YEAR)})),
        _if(_given("due"), _any(*filter(None, map(_due_in, PERS)))),
    ]


def _due_in(per: Any) -> Json | None:
    """Return that the day is one of each such period; None for a period without such a day."""
    months = RECURRENCES[per].months
    if not months:
        return None
    of_year = "|".join(f"{month:02}" for month in range(1, months + 1))
    form: Json = {"pattern": f"^(?:{of_year})-"} if months > 1 else {"pattern": "^[^-]*$"}
    is_day = form | ({"type": "string"} if months > 1 else {})
    return _both(_is("per", {"const": per}), _is("due", is_day))


def _money() -> list[Json]:
    old = _is("euros", {"not": {"enum": [None, 0, ""]}})
    return [
        _if(_given("amount"), _given("currency")),
        _if(_given("currency"), _given("amount")),
        _any(_given("amount"), _given("printed"), old),
        _not(_both(_has("euros"), _any(_has("amount"), _has("currency")))),
    ]


def _has(key: str) -> Json:
    return {"required": [key]}


def _round() -> list[Json]:
    asked, answered = _is("type", {"const": "asked"}), _is("type", {"const": "answered"})
    told = _any(_given("filled"), _true("unchanged"), _several("words"))
    return [
        _if(asked, _not(told)),
        _if(answered, _both(_given("filled"), _not(_given("due")))),
    ]


def _event(own: OwnWords) -> list[Json]:
    decisions = ["decision", *own.meaning("event_kinds", "decision")]
    is_decision = _both(_is("type", {"enum": decisions}), _given("measure"))
    return [_if(_several("appoints"), is_decision)]


def _update() -> list[Json]:
    taken_back = _both(_given("corrects"), _not(_given("state")))
    return [_if(_true("void"), taken_back, _given("state")), _share_of_hundred("progress")]


def _value() -> list[Json]:
    taken_back = _both(_given("corrects"), _not(_given("value")))
    return [_if(_true("void"), taken_back, _given("value"))]


_OF: dict[type[Noun], Callable[[OwnWords], list[Json]]] = {
    Counterpart: lambda _own: [{"oneOf": [_given("actor"), _given("role")]}],
    DatedEvent: lambda _own: [_if(_given("until"), _given("when"))],
    Event: _event,
    Measure: lambda _own: [_not(_both(_given("nobody"), _several("responsible")))],
    Money: lambda _own: _money(),
    Notice: lambda _own: [_any(_given("months"), _given("printed"))],
    Rhythm: lambda _own: _rhythm(),
    Round: lambda _own: _round(),
    Share: lambda _own: [_any(_given("percent"), _given("printed")), _share_of_hundred("percent")],
    Target: lambda _own: [_any(_given("value"), _given("printed"))],
    Update: lambda _own: _update(),
    Value: lambda _own: _value(),
}


def contradictions(noun: type[Noun], own: OwnWords = NO_WORDS) -> list[Json]:
    """Return the schemas that a noun has to meet besides its keys; `own` are words of one's own."""
    return [rule for held, rules in _OF.items() if issubclass(noun, held) for rule in rules(own)]


def former_keys(noun: type[Noun]) -> Json:
    """Return the keys that an earlier version read, as the properties of a noun."""
    if issubclass(noun, Money):
        return {"euros": {"deprecated": True, "type": ["number", "null"]}}
    return {"links": {"deprecated": True}} if issubclass(noun, Programme) else {}
