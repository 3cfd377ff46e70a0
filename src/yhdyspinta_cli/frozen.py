"""A frozen value: a dataclass that is worked out when the first is made.

`dataclass(frozen=True, slots=True)` compiles six methods for each class when it is imported,
0.6 ms a class on a machine where `python -c pass` takes 12: for the classes that a question
imports a quarter of its whole time, and most of them it never makes one of. To find their fields
alone takes 0.07 ms a class, a twentieth of a question.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


class FieldsWhenAsked:
    """Stands where `dataclasses` keeps the fields of a class, until somebody asks for them."""

    def __init__(self, kind: type, **settings: bool) -> None:
        self._kind = kind
        self._settings = settings

    def __get__(self, one: object, asked: type) -> Any:
        # What is worked out takes the place of this.
        dataclasses.dataclass(init=False, repr=False, eq=False, **self._settings)(self._kind)
        kind: Any = self._kind
        return kind.__dataclass_fields__


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def frozen(declared: type[T]) -> type[T]:
    """Return the class as a dataclass: compared and hashed by its fields, which nobody can change.

    What the class defines itself stays.
    """
    kind: Any = declared
    own = frozenset(declared.__dict__)
    kind.__dataclass_fields__ = FieldsWhenAsked(declared)
    methods = {
        "__init__": _completing(kind, own),
        "__repr__": _told,
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
    }
    for name, method in methods.items():
        if name not in own:
            setattr(kind, name, method)
    return declared


def _completing(kind: Any, own: frozenset[str]) -> Callable[..., None]:
    """Return what makes the first value of a class: it gives the class the rest of its methods."""

    def construct(one: object, /, *given: object, **named: object) -> None:
        compared = [field.name for field in dataclasses.fields(kind) if field.compare]
        held: Callable[[Any], Any] = attrgetter(*compared) if compared else type
        methods = {
            "__init__": _constructor(kind),
            "__eq__": lambda one, other: (
                held(one) == held(other) if type(one) is type(other) else NotImplemented
            ),
            "__hash__": lambda one: hash(held(one)),
        }
        for name, method in methods.items():
            if name not in own:
                setattr(kind, name, method)
        kind.__init__(one, *given, **named)

    return construct


def _constructor(kind: type) -> Callable[..., None]:
    """Return `__init__` of the class, compiled as `dataclasses` would."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_none_given": object()}
    takes, sets = ["self"], []
    for one in dataclasses.fields(kind):
        take, value = one.name, one.name
        if one.default_factory is not MISSING:
            known[f"_make_{one.name}"] = one.default_factory
            take = f"{one.name}=_none_given"
            value = f"_make_{one.name}() if {one.name} is _none_given else {one.name}"
        elif one.default is not MISSING:
            known[f"_default_{one.name}"] = one.default
            take = f"{one.name}=_default_{one.name}"
        if one.init:
            takes.append(take)
        else:
            value = f"_make_{one.name}()"
        sets.append(f" _set(self, {one.name!r}, {value})\n")
    if hasattr(kind, "__post_init__"):
        sets.append(" self.__post_init__()\n")
    source = f"def __init__({', '.join(takes)}):\n{''.join(sets) or ' pass'}"
    exec(source, known)  # noqa: S102 — names of fields alone, as dataclasses does it
    made: Callable[..., None] = known["__init__"]
    return made


def _told(one: Any) -> str:
    told = ", ".join(
        f"{f.name}={getattr(one, f.name)!r}" for f in dataclasses.fields(one) if f.repr
    )
    return f"{type(one).__qualname__}({told})"


def _refuse_to_set(_one: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_one: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
