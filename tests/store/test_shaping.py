"""What is plainly right is the noun that pydantic makes of it, and what it refuses is in doubt."""

import copy
import random
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, LIVED_ON, REGION, SHIPPED
from yhdyspinta_cli.document import reader
from yhdyspinta_cli.model.catalogue import FOLDERS, LIST_FILES, ROOT_FILES
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.store import judging, shaping

BASES = [SHIPPED, REGION, LIVED, LIVED_ON, REGION.parent / "helse"]

STRANGE: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2024, 10**30, Decimal("1.5"), Decimal("NaN"), 1.5),
    *(
        "",
        " ",
        "a",
        "1",
        "2024",
        "2024-05",
        "2024-05-14",
        "true",
        "inf",
        "1_0",
        "a\nb",
        "Ä",
        "\ud800",
    ),
    *("2024-05-14T10:22:33+03:00", "FI", "EUR", "completed", b"a", date(2024, 5, 14)),
    *(datetime(2024, 5, 14, 10), [], {}, (), ["a"], ["a", 1], {"a": "b"}, {"actor": "a"}),
)


def written(base: Path) -> Iterator[tuple[type[Record], dict[str, Any]]]:
    """Yield the records of a base as their files have them."""
    for file in sorted((base / "data").rglob("*.yaml")):
        steps = file.relative_to(base / "data").parts
        tree, _faults = reader.read(str(file), file.read_bytes())
        assert tree is not None
        keys: Any = tree.plain()
        if len(steps) > 1:
            yield FOLDERS[steps[0]], keys
        elif steps[0] in ROOT_FILES:
            yield ROOT_FILES[steps[0]], keys
        else:
            for key, kind in LIST_FILES[steps[0]].items():
                yield from ((kind, one) for one in keys.get(key) or ())


def is_taken(kind: type[Noun], keys: object) -> bool:
    """True where keys are plainly a noun; then pydantic makes the same one of them."""
    plain = shaping.shaped(kind, copy.deepcopy(keys))
    if plain is None:
        return False
    judged = judging.judged_in_doubt(kind, keys)
    assert plain == judged
    assert repr(plain) == repr(judged)
    assert list(plain.__dict__) == list(judged.__dict__)
    return True


@pytest.mark.parametrize("base", BASES, ids=lambda base: base.name)
def test_every_record_of_a_base_is_plainly_right(base: Path) -> None:
    assert all(is_taken(kind, keys) for kind, keys in written(base))


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every map and list in the keys of a record with each of its keys or numbers."""
    for step, one in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield value, step
        if isinstance(one, dict | list):
            yield from places(one)


def test_whatever_stands_in_a_field_is_judged_as_pydantic_judges_it() -> None:
    chance = random.Random(14)
    known = [name for kind, _keys in written(LIVED) for name in fields_of(kind)]
    taken = 0
    for kind, keys in written(LIVED):
        for _time in range(12):
            changed = copy.deepcopy(keys)
            holder, step = chance.choice(list(places(changed)))
            match chance.randrange(4):
                case 0:
                    del holder[step]
                case 1 if isinstance(holder, dict):
                    holder[chance.choice(known)] = chance.choice(STRANGE)
                case 2:
                    holder[step] = [holder[step]]
                case _:
                    holder[step] = chance.choice(STRANGE)
            taken += is_taken(kind, changed)
    assert taken > 1000
