"""JSON Schema says of every file what the reader says of it, as far as a schema can tell."""

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.conftest import LIVED, REGION, SHIPPED, TESTS, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.document import reader
from yhdyspinta_cli.model import (
    actors,
    bodies,
    measures,
    obligations,
    provisions,
    rounds,
    status,
    walk,
)
from yhdyspinta_cli.model.marks import Judged
from yhdyspinta_cli.model.noun import Noun, NounType, fields_of
from yhdyspinta_cli.output import keys as output_keys
from yhdyspinta_cli.output import schema_forms, schema_limits, schema_nouns, schemas
from yhdyspinta_cli.store import judging

HELSE = TESTS / "helse"
Json = dict[str, Any]


@cache
def _judge(name: str, root: Path | None = None) -> Draft202012Validator:
    region = schema_nouns.ANY_REGION
    if root is not None:
        region = schema_nouns.of_agreement(store.load(root).kb.agreement)
    made = schemas.schema(name, region)
    Draft202012Validator.check_schema(made)
    return Draft202012Validator(made, format_checker=FormatChecker())


def _as_json(value: Any) -> Any:
    """Return what stands in a file as a tool that knows JSON alone reads it."""
    if isinstance(value, dict):
        return {key: _as_json(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_json(one) for one in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value if isinstance(value, str | int | bool) or value is None else float(value)


def _read(path: Path) -> Any:
    tree, _faults = reader.read(path.name, path.read_bytes())
    return _as_json(tree.plain()) if tree is not None else None


def test_none_is_written_among_the_data(yp: Yp, region: Path) -> None:
    before = sorted(region.rglob("*"))
    for line, here in (
        (("--all", "data"), region),
        (("--all", "."), region / "data/measures"),
        (("--all", str(region / "data/uusi")), region.parent),
    ):
        refused = yp("schema", *line, cwd=here)
        assert (refused.code, refused.out) == (2, "")
        assert "is inside the data" in refused.err
    assert sorted(region.rglob("*")) == before
    assert yp("schema", "--all", "../kaavat", cwd=region / "data").code == 0
    assert (region / "kaavat/measures.schema.json").is_file()


def test_the_committed_ones_are_current(yp: Yp, tmp_path: Path) -> None:
    assert yp("--lang", "fi", "schema", "--all", str(tmp_path), cwd=SHIPPED).code == 0
    made = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    kept = {path.name: path.read_text("utf-8") for path in (SHIPPED / "schemas").iterdir()}
    # The form of findings is of what is written, not of what is read.
    del kept["findings-1.schema.json"]
    assert made == kept


@pytest.mark.parametrize("root", [SHIPPED, LIVED, REGION, HELSE], ids=lambda root: root.name)
def test_what_is_sound_is_taken(root: Path) -> None:
    paths = sorted((root / "data").rglob("*.yaml"))
    assert len(paths) > 30
    for path in paths:
        name = schemas.name_of(path.relative_to(root).as_posix())
        told = [error.message for error in _judge(name, root).iter_errors(_read(path))]
        assert told == [], path


SHAPE = ("YP031", "YP051", "YP101", "YP102", "YP103", "YP104", "YP105", "YP106", "YP107")


@pytest.mark.parametrize("code", SHAPE)
def test_a_fault_of_shape_is_a_fault_of_the_schema(code: str) -> None:
    (path,) = (TESTS / "broken" / code / "data").rglob("*.yaml")
    name = schemas.name_of(path.relative_to(TESTS / "broken" / code).as_posix())
    assert not _judge(name).is_valid(_read(path))


DAYS = ("2024-05-14", "2024-02-30", "2024-04-31", "1899-12-31", "1900-01-01", "2099-12-31")
TEXTS: tuple[str, ...] = (
    *DAYS,
    "2100-01-01",
    "2024-5-14",
    "2024-05",
    "2024-13",
    "1899-05",
    "2024",
    "",
    " ",
    "\n",
)
TEXTS = (*TEXTS, "a", "a-b", "a--b", "-a", "A", "ä", "ØHD-1", "5.2 a", "5_2", "a\nb", "a\n", "\na")
TEXTS = (
    *TEXTS,
    "a" * 24,
    "a" * 25,
    "a" * 40,
    "a" * 63,
    "a" * 64,
    "\u3164",
    "\u2800 \u00a0",
    "…",
    "x/y",
)
TEXTS = (*TEXTS, "04-30", "4-30", "02-29", "02-30", "04-31", "13-01", "15", "015", "0", "31", "32")
TEXTS = (*TEXTS, "2024-05-14T10:22:33+03:00", "2024-05-14T10:22:33Z", "2024-05-14T10:22:33")
TEXTS = (
    *TEXTS,
    "0" * 64,
    "F" * 64,
    "a" * 40,
    "fi",
    "FI",
    "xx",
    "EUR",
    "eur",
    "Europe/Helsinki",
    "Ei Ole",
)
TEXTS = (
    *TEXTS,
    "kirjaamo@example.org",
    "a@b",
    "Kirjaamo <a@b.fi>",
    "kirjaamo@hyvä.fi",
    "50",
    "5.5",
)
TEXTS = (*TEXTS, "CC-BY-4.0", "CC BY 4.0", "https://lupa.example/1", "https://lupa", "ftp://a.fi")
VALUES: tuple[Any, ...] = (*TEXTS, *range(-1, 3), 31, 32, 1899, 1900, 2024, 2099, 2100, 1.5)
VALUES = (*VALUES, True, False, None, [], ["a"], [""], [1], {}, {"a": "b"})


def _taken(annotation: Any, value: Any) -> bool:
    """True where a field of this kind takes what stands in a file."""
    kind = _holder(annotation)
    if isinstance(value, str):
        # As it stands in a file, without quotes or with them.
        plain = reader.read("x", f"held: {value}\n".encode())[0] if value.strip() else None
        keys = plain.plain() if plain is not None else None
        if isinstance(keys, dict) and keys.get("held") == date_of(value):
            return _is_read(kind, keys) or _is_read(kind, {"held": value})
    return _is_read(kind, {"held": Decimal("1.5") if value == 1.5 else value})


def date_of(value: str) -> date | None:
    try:
        return date.fromisoformat(value) if len(value) == 10 else None
    except ValueError:
        return None


@cache
def _holder(annotation: Any) -> type[Noun]:
    made: Any = NounType("_Holder", (Noun,), {"__annotations__": {"held": annotation}})
    held: type[Noun] = made
    return held


def _is_read(kind: type[Noun], keys: object) -> bool:
    try:
        judging.judged(kind, keys)
    except judging.RefusedError:
        return False
    return True


NAMED = {name: kind for kind, name, _schema in schema_forms._FORMS}
# What only a register knows: the schema has its form.
REGISTERED = ("zone", "currency", "mailbox")
# A sign that is no ASCII is not told from a letter of another script: no dialect names those alike.
LOOSER = {"code": ["…"]}


@pytest.mark.parametrize("name", NAMED)
def test_a_field_takes_the_same_in_both(name: str) -> None:
    judge = Draft202012Validator(schema_forms.named(name), format_checker=FormatChecker())
    differing = []
    for value in VALUES:
        by_schema, by_reader = judge.is_valid(value), _taken(NAMED[name], value)
        assert by_schema or not by_reader, value
        if by_schema != by_reader:
            differing.append(value)
    # Python's own `$` stands before a last line end, too; those of other tools do not.
    differing = [value for value in differing if value != "a\n"]
    assert name in REGISTERED or differing == LOOSER.get(name, [])
    assert any(judge.is_valid(value) for value in VALUES) or name == "currency"


CASES: dict[type[Noun], Mapping[str, tuple[Any, ...]]] = {
    actors.Counterpart: {"actor": (None, "a"), "role": (None, "Johtaja")},
    obligations.DatedEvent: {"when": (None, 2024), "until": (None, 2024, 2023)},
    obligations.Event: {
        "type": ("meeting", "decision"),
        "measure": (None, "m"),
        "appoints": ([], ["a"]),
    },
    measures.Measure: {"nobody": (None, {"label": "-"}), "responsible": ([], [{"x": 1}])},
    measures.Target: {"value": (None, 0, "a"), "printed": (None, "p")},
    provisions.Money: {
        "amount": (None, 5),
        "currency": (None, "EUR"),
        "printed": (None, "p"),
        "euros": (None, 0, 7),
    },
    provisions.Notice: {"months": (None, 6), "printed": (None, "p")},
    provisions.Share: {"percent": (None, -1, 0, 100, 101, "50", True), "printed": (None, "p")},
    bodies.Rhythm: {
        "per": (None, "month", "quarter", "year", "term"),
        "by": (None, 2024),
        "every": (1, 2, 0),
        "times": (1, 0),
        "at_least": (False, True),
        "at_most": (False, True),
        "due": (None, "15", "03-31", "12-31"),
        "printed": (None, "p"),
    },
    rounds.Round: {
        "type": ("asked", "answered"),
        "due": (None, "2025-12-31"),
        "filled": (None, -1, 2),
        "unchanged": (False, True),
        "words": ([], ["w"]),
    },
    status.Update: {
        "state": (None, "paused"),
        "void": (False, True),
        "corrects": (None, "u"),
        "progress": (None, -1, 0, 100, 101),
    },
    status.Value: {"value": (None, 0, "a"), "void": (False, True), "corrects": (None, "v")},
}
FILLED: Json = {
    "id": "x",
    "party": "p",
    "title": "T",
    "printed": "p",
    "on": "2025-01-31",
    "code": "A1",
    "text": "T",
    "actor": "a",
    "year": 2025,
    "rows": 5,
    "measure": "m",
    "indicator": "i",
    "label": "L",
    "role": "responsible",
}
# To compare two days, or a number with another, is more than a schema can say.
NOT_TOLD = ("end_before_start", "round_due", "round_rows")


def _combined(noun: type[Noun]) -> Iterator[Json]:
    """Yield keys of a noun: each of the values of each, and the key left out."""
    cases = CASES[noun]
    filled = {k: v for k, v in FILLED.items() if fields_of(noun).get(k) and k not in cases}
    filled = {k: v for k, v in filled.items() if fields_of(noun)[k].required}
    for values in product(*cases.values()):
        keys = dict(zip(cases, values, strict=True))
        if keys.get("responsible"):
            keys["responsible"] = [{"actor": "a", "label": "L"}]
        left_out = {key: value for key, value in keys.items() if value is not None}
        yield filled | left_out
        if noun is not bodies.Rhythm:
            yield filled | keys


@pytest.mark.parametrize("noun", CASES, ids=lambda noun: noun.__name__)
def test_what_contradicts_itself_is_told_alike(noun: type[Noun]) -> None:
    found = schema_nouns.definitions((noun,))
    judge = Draft202012Validator({**schema_nouns.reference(noun.__name__), "$defs": found})
    seen: set[bool] = set()
    for keys in _combined(noun):
        refusals: set[str] = set()
        try:
            judging.judged(noun, json.loads(json.dumps(keys)))
        except judging.RefusedError as refused:
            refusals = {detail["type"] for detail in refused.details}
        if refusals and refusals <= {*NOT_TOLD}:
            continue
        seen.add(not refusals)
        assert judge.is_valid(keys) == (not refusals), (keys, refusals)
    assert seen == ({True} if noun is obligations.DatedEvent else {True, False})


def test_the_end_of_what_has_no_beginning_is_a_fault() -> None:
    found = schema_nouns.definitions((obligations.DatedEvent,))
    judge = Draft202012Validator({**schema_nouns.reference("DatedEvent"), "$defs": found})
    keys = {"id": "x", "title": "T", "printed": "p", "until": 2024}
    assert not judge.is_valid(keys)
    assert judge.is_valid(keys | {"when": 2023})


def test_every_contradiction_is_tried() -> None:
    assert set(CASES) == set(schema_limits._OF)


def test_own_words_and_own_fields_are_part_of_it(yp: Yp, region: Path) -> None:
    agreement = region / "data/agreement.yaml"
    own = (
        "vocabulary:\n  states:\n    - {word: lykätty, means: paused}\n"
        "  event_kinds:\n    - {word: lautakunta, means: decision}\n"
        "fields:\n  update:\n    diaari: {label: Diaarinumero, type: text}\n"
    )
    agreement.write_text(agreement.read_text("utf-8") + own, "utf-8")
    made = json.loads(yp("schema", "updates", cwd=region).out)
    update = {"id": "x", "measure": "m", "on": 2024, "state": "lykätty"}
    assert Draft202012Validator(made).is_valid(update)
    assert not _judge("updates").is_valid(update)
    extra = made["$defs"]["Update"]["properties"]["extra"]
    assert extra["properties"]["diaari"]["title"] == "Diaarinumero"
    event = {"id": "x", "title": "T", "on": 2024, "type": "lautakunta", "appoints": ["a"]}
    judge = Draft202012Validator(json.loads(yp("schema", "events", cwd=region).out))
    assert not judge.is_valid(event)
    assert judge.is_valid(event | {"measure": "m"})


def test_an_example_and_words_of_the_language_are_in_it(yp: Yp, tmp_path: Path) -> None:
    finnish = json.loads(yp("--lang", "fi", "schema", "measures", cwd=tmp_path).out)
    english = json.loads(yp("schema", "measure", cwd=tmp_path).out)
    assert json.loads(yp("schema", "indicators", cwd=tmp_path).out) == english
    for told in (finnish, english):
        assert Draft202012Validator(told).is_valid(told["$defs"]["Measure"]["examples"][0])
    keys = finnish["$defs"]["Measure"]["properties"]
    assert keys["goal"]["title"] == "Tavoite"
    assert english["$defs"]["Measure"]["properties"]["goal"]["title"] == "Goal"
    role = finnish["$defs"]["Responsibility"]["properties"]["role"]
    assert dict(zip(role["enum"], role["enumDescriptions"], strict=True))["lead"] == "päävastuutaho"


def test_a_list_names_the_files_each_is_of(yp: Yp, tmp_path: Path) -> None:
    listed = json.loads(yp("schema", "--json", cwd=tmp_path).out)["answer"]
    assert {one["kept_as"] for one in listed} == {
        f"schemas/{path.name}"
        for path in (SHIPPED / "schemas").iterdir()
        if path.name != "findings-1.schema.json"
    }
    for root in (SHIPPED, LIVED):
        for one in listed:
            for path in root.glob(one["files"]):
                assert schemas.name_of(path.relative_to(root).as_posix()) == one["schema"]


def test_every_kind_of_field_that_is_judged_has_its_form() -> None:
    for name in schemas.NAMES:
        for record in schemas._records(name):
            for noun in (record, *output_keys.nested(record)):
                for key, spec in fields_of(noun).items():
                    is_judged = any(isinstance(mark, Judged) for mark in spec.marks)
                    told = schema_forms.name_of(spec.marks) or walk.reference_of(noun, key)
                    assert told or not is_judged, (noun, key)


@pytest.mark.parametrize("path", [".vscode/settings.json", "start/vscode.json"])
def test_the_settings_of_vs_code_name_each_for_its_files(path: str) -> None:
    settings = json.loads((SHIPPED / path).read_text("utf-8"))
    assert settings["yaml.schemas"] == {
        f"./schemas/{schemas.file_name(name)}": schemas.pattern(name) for name in schemas.NAMES
    }


def test_what_is_no_schema_is_told(yp: Yp, tmp_path: Path) -> None:
    told = yp("schema", "mesures", cwd=tmp_path)
    assert (told.code, told.out) == (2, "")
    assert "no schema 'mesures'" in told.err
    assert yp("schema", "measures", "--csv", cwd=tmp_path).code == 2
    assert yp("schema", "measures", "--all", "x", cwd=tmp_path).code == 2
    assert yp("-C", str(tmp_path), "schema", "measures", cwd=tmp_path).code == 2


def test_a_file_of_another_is_not_written_over(yp: Yp, tmp_path: Path) -> None:
    (tmp_path / "events.schema.json").write_text("{}", "utf-8")
    told = yp("schema", "--all", ".", cwd=tmp_path)
    assert told.code == 4
    assert [path.name for path in tmp_path.iterdir()] == ["events.schema.json"]
    (tmp_path / "events.schema.json").unlink()
    assert yp("schema", "--all", ".", cwd=tmp_path).code == 0
    assert yp("schema", "--all", ".", cwd=tmp_path).err.startswith("yp: wrote 0 of ")
