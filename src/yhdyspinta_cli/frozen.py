"""A frozen value with slots: a dataclass whose constructor is compiled when the first is made.

`dataclass(frozen=True, slots=True)` compiles six methods for each class when it is imported,
0.6 ms a class on a machine where `python -c pass` takes 12: for the classes that a question
imports a quarter of its whole time, and most of them it never makes one of.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, fields
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def frozen(declared: type[T]) -> type[T]:
    """Return the class as a dataclass: compared and hashed by its fields, which nobody can change.

    What the class defines itself stays.
    """
    kind: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(declared)
    compared = [one.name for one in fields(kind) if one.compare]
    held: Callable[[Any], Any] = attrgetter(*compared) if compared else type
    methods = {
        "__init__": _compiled_when_called(kind),
        "__eq__": lambda one, other: (
            held(one) == held(other) if type(one) is type(other) else NotImplemented
        ),
        "__hash__": lambda one: hash(held(one)),
        "__repr__": _told,
        "__setattr__": _refuse_to_set,
        "__delattr__": _refuse_to_delete,
    }
    for name, method in methods.items():
        if name not in declared.__dict__:
            setattr(kind, name, method)
    made: type[T] = kind
    return made


def _compiled_when_called(kind: Any) -> Callable[..., None]:
    def construct(one: object, /, *given: object, **named: object) -> None:
        kind.__init__ = _constructor(kind)
        kind.__init__(one, *given, **named)

    return construct


def _constructor(kind: type) -> Callable[..., None]:
    """Return `__init__` of the class, compiled as `dataclasses` would."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_none_given": object()}
    takes, sets = ["self"], []
    for one in fields(kind):
        take, value = one.name, one.name
        if one.default_factory is not MISSING:
            known[f"_make_{one.name}"] = one.default_factory
            take = f"{one.name}=_none_given"
            value = f"_make_{one.name}() if {one.name} is _none_given else {one.name}"
        elif one.default is not MISSING:
            known[f"_default_{one.name}"] = one.default
            take = f"{one.name}=_default_{one.name}"
        takes.append(take)
        sets.append(f" _set(self, {one.name!r}, {value})\n")
    if hasattr(kind, "__post_init__"):
        sets.append(" self.__post_init__()\n")
    source = f"def __init__({', '.join(takes)}):\n{''.join(sets) or ' pass'}"
    exec(source, known)  # noqa: S102 — names of fields alone, as dataclasses does it
    made: Callable[..., None] = known["__init__"]
    return made


def _told(one: Any) -> str:
    told = ", ".join(f"{f.name}={getattr(one, f.name)!r}" for f in fields(one) if f.repr)
    return f"{type(one).__qualname__}({told})"


def _refuse_to_set(_one: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_one: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")
