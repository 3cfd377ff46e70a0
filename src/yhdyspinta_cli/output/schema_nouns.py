"""A noun of the model -> the definition that JSON Schema has of it, and of all that it holds."""

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from yhdyspinta_cli.document import reader
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import own_words
from yhdyspinta_cli.model.actors import Membership
from yhdyspinta_cli.model.agreement import Agreement
from yhdyspinta_cli.model.catalogue import BY_WORD
from yhdyspinta_cli.model.fields import Line, Number, Ref
from yhdyspinta_cli.model.noun import FieldSpec, Noun, fields_of
from yhdyspinta_cli.model.own_words import NO_WORDS, Own, OwnField, OwnWords
from yhdyspinta_cli.output import key_forms, keys, schema_forms, schema_limits
from yhdyspinta_cli.output.schema_forms import Json
from yhdyspinta_cli.wording import words
from yhdyspinta_cli.wording.field_names import field_name
from yhdyspinta_cli.wording.key_meanings import meaning

_SIMPLE: dict[Any, Json] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    str: {"type": "string"},
}
_NULL: Json = {"type": "null"}


@frozen
class Region:
    """What a knowledge base adds to what every one takes: its own words, its own fields."""

    words: OwnWords = NO_WORDS
    fields: Mapping[str, Mapping[str, OwnField]] = field(default_factory=dict)


ANY_REGION = Region()


def of_agreement(agreement: Agreement) -> Region:
    """Return what the agreement of a knowledge base adds."""
    return Region(agreement.own_words, {str(kind): own for kind, own in agreement.fields.items()})


def definitions(nouns: tuple[type[Noun], ...], region: Region = ANY_REGION) -> Json:
    """Return the definitions of these nouns and of all that stands inside them, by their names.

    Titles, descriptions and what a word means are in the language spoken now.
    """
    whole = dict.fromkeys(one for noun in nouns for one in (noun, *keys.nested(noun)))
    found = {noun.__name__: _definition(noun, region) for noun in whole}
    used = _names(found.values())
    return found | {name: schema_forms.named(name) for name in schema_forms.NAMES if name in used}


def reference(name: str) -> Json:
    """Return what stands where the definition of this name is meant."""
    return {"$ref": f"#/$defs/{name}"}


def example(noun: type[Noun]) -> object:
    """Return the example of a noun as JSON has it; None where there is none."""
    text = keys.example(noun)
    tree, _faults = reader.read("example", text.encode()) if text else (None, [])
    return _json(tree.plain()) if tree is not None else None


def _definition(noun: type[Noun], region: Region) -> Json:
    shown = example(noun)
    shown_keys = shown if isinstance(shown, dict) else {}
    properties = {
        name: _property(noun, name, spec, shown_keys.get(name), region)
        for name, spec in fields_of(noun).items()
    }
    kind = BY_WORD.get(getattr(noun, "kind", ""))
    made: Json = {
        **({"title": _(kind.one)} if kind else {}),
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, spec in fields_of(noun).items() if spec.required],
        "properties": properties | schema_limits.former_keys(noun),
        **({"examples": [shown]} if shown is not None else {}),
    }
    rules = schema_limits.contradictions(noun, region.words)
    return made | ({"allOf": list(rules)} if rules else {})


def _property(noun: type[Noun], name: str, spec: FieldSpec, shown: object, region: Region) -> Json:
    told = meaning(noun.__name__, name)
    form = key_forms.form(spec.annotation, spec.marks)
    made: Json = {
        "title": field_name(name),
        "description": f"{told}.\n\n{form}" if told else form,
    }
    if name == "extra":
        made |= _own_fields(getattr(noun, "kind", ""), region)
    else:
        made |= _of(spec.annotation, spec.marks, region.words)
    if shown is not None and not isinstance(shown, dict | list):
        made["examples"] = [shown]
    return made


def _own_fields(kind: str, region: Region) -> Json:
    """Return what a record's fields of its own are; that one is declared is told and not asked."""
    declared = region.fields.get(kind, {})
    own = reference("own-value")
    made: Json = {"type": "object", "additionalProperties": own}
    if declared:
        made["properties"] = {key: {"title": one.label, **own} for key, one in declared.items()}
    return made


def _of(annotation: Any, marks: tuple[Any, ...], own: OwnWords) -> Json:
    """Return what a value of this annotation is."""
    set_of = next((mark for mark in marks if isinstance(mark, Own)), None)
    leads = next((mark for mark in marks if isinstance(mark, Ref)), None)
    if leads is not None and not leads.or_text:
        # That an id leads somewhere no schema can say; the words beside ids have their form.
        own_here = _enumerated(list(own.of(set_of.of))) if set_of and own.of(set_of.of) else None
        return {"anyOf": [reference("id"), own_here]} if own_here else reference("id")
    if set_of is not None:
        return _enumerated([*own_words.standard(set_of.of), *own.of(set_of.of)])
    name = schema_forms.name_of(marks)
    if name is not None:
        return reference(name)
    return _unmarked(annotation, own)


def _unmarked(annotation: Any, own: OwnWords) -> Json:
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _of(parts[0], parts[1:], own)
    if origin is Literal:
        return _enumerated(list(parts))
    if origin in (Union, UnionType):
        return _any_of(parts, own)
    if origin is tuple:
        return {"type": "array", "items": _of(parts[0], (), own)}
    if origin is dict:
        return {
            "type": "object",
            "propertyNames": _of(parts[0], (), own),
            "additionalProperties": _of(parts[1], (), own),
        }
    if annotation in _SIMPLE:
        return dict(_SIMPLE[annotation])
    if annotation is Membership:
        return {"anyOf": [reference("id"), reference(Membership.__name__)]}
    assert issubclass(annotation, Noun), annotation
    return reference(annotation.__name__)


def _any_of(parts: tuple[Any, ...], own: OwnWords) -> Json:
    others = [part for part in parts if part is not type(None)]
    made: list[Json] = []
    if Decimal in others:
        numbers = get_args(Number)
        others = [part for part in others if part not in numbers]
        # Where a text may stand, a number in quotes is one.
        made.append({"type": "number"} if Line in others else reference(schema_forms.NUMBER))
    made += [_of(part, (), own) for part in others]
    if type(None) in parts:
        return _or_empty(made)
    return made[0] if len(made) == 1 else {"anyOf": made}


def _or_empty(forms: list[Json]) -> Json:
    """Return one of these forms, or nothing after the key, in the shortest form."""
    first = forms[0]
    if len(forms) == 1 and "enum" in first:
        told = {"enumDescriptions": [*first["enumDescriptions"], ""]} if len(first) > 1 else {}
        return {"enum": [*first["enum"], None]} | told
    return {"anyOf": [*forms, _NULL]}


def _enumerated(among: list[Any]) -> Json:
    """Return the words of a closed set, each with what it means to a reader where that is told."""
    told = [words.word(one) if isinstance(one, str) else str(one) for one in among]
    made: Json = {"enum": among}
    return made | {"enumDescriptions": told} if told != [str(one) for one in among] else made


def _names(found: Any) -> set[str]:
    """Return the names of the definitions that are referred to in some JSON, however deep."""
    if isinstance(found, dict):
        leads = found.get("$ref")
        own = {leads.rpartition("/")[2]} if isinstance(leads, str) else set()
        return own.union(*(_names(one) for one in found.values()))
    if isinstance(found, str | int | float | bool) or found is None:
        return set()
    return set().union(*(_names(one) for one in found))


def _json(value: object) -> object:
    """Return what stands in a file as JSON has it."""
    if isinstance(value, dict):
        return {key: _json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_json(one) for one in value]
    if isinstance(value, Decimal):
        return float(value)
    return value if isinstance(value, str | int | bool) or value is None else str(value)
