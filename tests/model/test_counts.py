"""What counts is never below zero: told at its line, and by the schema as well."""

from pathlib import Path
from typing import get_args

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import Yp
from yhdyspinta_cli.model import fields, key_order
from yhdyspinta_cli.model.catalogue import KINDS
from yhdyspinta_cli.model.noun import fields_of
from yhdyspinta_cli.output import keys, schemas

NOUNS = {noun for kind in KINDS for noun in (kind.record, *keys.nested(kind.record))}


def _is_count(annotation: object, marks: tuple[object, ...]) -> bool:
    own = getattr(annotation, "__metadata__", ())
    return get_args(fields.Count)[-1] in (*marks, *own) or any(
        _is_count(part, ()) for part in get_args(annotation)
    )


def test_every_whole_number_is_a_count_a_year_or_printed() -> None:
    """Looked at one by one: of what a document prints, only the number of a goal is no count."""
    counts = {
        f"{noun.__name__}.{name}"
        for noun in NOUNS
        for name in key_order.keys_of(noun)
        if _is_count(fields_of(noun)[name].annotation, fields_of(noun)[name].marks)
    }
    assert counts == {
        *("Document.pages", "Signatures.count", "Signatures.methods", "Signatures.zones"),
        *("TimeLimit.n", "Within.n", "Rhythm.every", "Rhythm.times", "Division.announced"),
        *("Notice.months", "Round.rows", "Round.filled", "Update.progress"),
    }


@pytest.mark.parametrize(
    ("file", "line", "key"),
    [
        ("agreement.yaml", 18, "pages"),
        ("agreement.yaml", 29, "count"),
        ("areas.yaml", 24, "announced"),
    ],
)
def test_one_below_zero_is_told_at_its_line(
    yp: Yp, region: Path, file: str, line: int, key: str
) -> None:
    path = region / "data" / file
    lines = path.read_text("utf-8").splitlines()
    begin = lines[line - 1].partition(":")[0]
    assert begin.strip(" -") == key
    lines[line - 1] = f"{begin}: -3"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    found = yp("validate", "--output-format", "concise", cwd=region)
    assert found.code == 1
    told = [one for one in found.out.splitlines() if "YP103" in one]
    assert told == [
        f"data/{file}:{line}:{len(begin) + 3}: error YP103 '{key}' must be a whole number from 0 "
        "on, but it is '-3'"
    ]
    lines[line - 1] = f"{begin}: 0"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    assert "YP103" not in yp("validate", cwd=region).out


def test_the_schema_asks_for_zero_at_least() -> None:
    made = schemas.schema("areas")["$defs"]
    announced = made["Division"]["properties"]["announced"]
    judge = Draft202012Validator({**announced, "$defs": made})
    assert [judge.is_valid(value) for value in (-1, 0, 7)] == [False, True, True]
