"""What every value of the model is: frozen, compared by what it holds, closed to unknown keys.

A noun is a plain dataclass. Pydantic judges one from the keys of a file (`store.building`); who
makes one otherwise has judged before.
"""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import field
from functools import cache
from typing import Any, ClassVar, Self, dataclass_transform, get_args

from yhdyspinta_cli.frozen import FieldsWhenAsked, frozen


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
class NounType(type):
    """Makes a dataclass of each class of nouns, and each has the hash of its own identity."""

    def __init__(cls, name: str, bases: tuple[type, ...], names: dict[str, Any]) -> None:
        super().__init__(name, bases, names)
        # The methods that dataclass would write for each class stand in Noun once: compiling them
        # for sixty classes is most of what it costs to import the model.
        made: Any = cls
        made.__dataclass_fields__ = FieldsWhenAsked(cls, kw_only=True, match_args=False)

    __hash__ = type.__hash__


class Noun(metaclass=NounType):
    """A frozen value that refuses keys it does not know."""

    __pydantic_config__: ClassVar[Mapping[str, Any]] = {
        "extra": "forbid",
        "arbitrary_types_allowed": True,
    }

    def __init__(self, **given: Any) -> None:
        fields = fields_of(type(self))
        wrong = given.keys() - fields.keys()
        missing = {name for name, spec in fields.items() if spec.required} - given.keys()
        if wrong or missing:
            raise TypeError(f"{type(self).__name__}: {', '.join(sorted(wrong | missing))}")
        self.__dict__.update(
            {name: given[name] if name in given else spec.empty() for name, spec in fields.items()}
        )
        self.__post_init__()

    def __post_init__(self) -> None:
        """Refuse what contradicts itself. Raises RefusalError."""

    @classmethod
    def read(cls, keys: Any, build: Callable[[Any], Self]) -> Self:
        """Return the noun that the keys of a file are; for what was written in another way once."""
        return build(keys)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Callable[[Any], Any]) -> Any:
        schema = handler(source)
        if cls.read.__func__ is Noun.read.__func__:  # type: ignore[attr-defined]
            return schema
        from pydantic_core import core_schema

        return core_schema.no_info_wrap_validator_function(cls.read, schema)

    def __setattr__(self, name: str, value: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self.__dict__ == other.__dict__ or self._whole() == other._whole()

    def _whole(self) -> dict[str, Any]:
        """Return all that it holds, and what its class gives where a field is as in an empty one.

        One that was recalled from the cache does not hold that itself.
        """
        given = {name: getattr(self, name) for name in fields_of(type(self))}
        return given | self.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *(getattr(self, name) for name in fields_of(type(self)))))

    def __repr__(self) -> str:
        held = ", ".join(f"{name}={getattr(self, name)!r}" for name in fields_of(type(self)))
        return f"{type(self).__name__}({held})"


@frozen
class FieldSpec:
    """What a field takes: its type, the marks on it, and what stands there where none is given."""

    annotation: Any
    marks: tuple[Any, ...]
    default: Any
    factory: Callable[[], Any] | None
    required: bool

    def empty(self) -> Any:
        """Return what stands where the file gives nothing."""
        return self.factory() if self.factory is not None else self.default


@cache
def fields_of(noun: type[Noun]) -> Mapping[str, FieldSpec]:
    """Return the fields of a class of nouns by their keys, in the order of the model."""
    return {one.name: _spec(one) for one in dataclasses.fields(noun)}


def _spec(one: "dataclasses.Field[Any]") -> FieldSpec:
    marks = getattr(one.type, "__metadata__", ())
    missing = one.default is dataclasses.MISSING
    factory = None if one.default_factory is dataclasses.MISSING else one.default_factory
    return FieldSpec(
        annotation=get_args(one.type)[0] if marks else one.type,
        marks=marks,
        default=None if missing else one.default,
        factory=factory,
        required=missing and factory is None,
    )
