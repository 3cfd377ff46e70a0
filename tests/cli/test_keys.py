"""`yp keys`: whoever writes a record finds every key it takes, and docs/keys.md says the same."""

import json
import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.conftest import SHIPPED, Yp
from yhdyspinta_cli.model.catalogue import BY_WORD, KINDS
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.output import keys as output_keys
from yhdyspinta_cli.output.key_examples import EXAMPLES
from yhdyspinta_cli.store.judging import judged
from yhdyspinta_cli.wording import key_meanings
from yhdyspinta_cli.wording.field_names import _NAMES


def test_the_page_of_keys_is_current(yp: Yp) -> None:
    assert yp("keys", "--markdown").out == (SHIPPED / "docs/keys.md").read_text("utf-8")


def test_every_link_of_the_page_leads_to_a_section() -> None:
    page = (SHIPPED / "docs/keys.md").read_text("utf-8")
    sections = {name.lower() for name in re.findall(r"^## (\w+)$", page, re.MULTILINE)}
    linked = set(re.findall(r"\(#(\w+)\)", page))
    assert linked
    assert linked <= sections


@pytest.mark.parametrize("kind", [kind.plural for kind in KINDS])
def test_every_kind_tells_where_it_is_written(kind: str, yp: Yp) -> None:
    told = json.loads(yp("keys", kind, "--json").out)["answer"]
    assert told["file"] or told["inside"]
    assert all(key["form"] and key["name"] for noun in told["nouns"] for key in noun["keys"])


def test_a_measure_of_the_required_keys_alone_is_read(yp: Yp, region: Path) -> None:
    told = json.loads(yp("keys", "measures", "--json").out)["answer"]
    required = [key["key"] for key in told["nouns"][0]["keys"] if key["required"]]
    values = {
        "id": "uusi",
        "code": "A9",
        "interface": "a",
        "goal": "hyvinvointi",
        "title": "Uusi",
        "text": "Uusi toimenpide.",
    }
    lines = [f"{key}: {values[key]}" for key in required]
    path = region / told["file"].replace("ID", "uusi")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    found = yp("validate", "--select", "YP1", cwd=region).out
    assert "0 errors" in found
    for line in lines:
        path.write_text("\n".join(other for other in lines if other != line) + "\n", "utf-8")
        key = line.partition(":")[0]
        assert f"the key '{key}' is missing" in yp("validate", cwd=region).out


def test_references_name_the_kinds_they_take(yp: Yp) -> None:
    nouns = json.loads(yp("keys", "measures", "--json").out)["answer"]["nouns"]
    told = {
        (noun["name"], key["key"]): (key["meaning"], key["form"])
        for noun in nouns
        for key in noun["keys"]
    }
    assert told["Measure", "goal"] == ("The goal whose row it is", "id of: goal")
    assert told["Responsibility", "actor"] == (
        "Who answers or takes part",
        "id of: party, actor, body, project",
    )


def test_what_stands_inside_a_record_has_its_own_page(yp: Yp) -> None:
    shown = yp("keys", "responsibility").out
    assert shown.startswith("Responsibility\n")
    assert "id of: party," in shown
    assert yp("keys", "nothing").code == 2


APART = {"source", "outside", "remarks", "extra", "nobody", "no_indicator", "void", "role", "due"}
"""What every record may have, and what stands for another key or in another type of record."""

OF_ANOTHER = {"publication": {"interface", "body", "chapters"}}
"""What a record of the kind has instead of what its example has."""


@pytest.mark.parametrize("word", list(EXAMPLES))
def test_an_example_is_a_record_with_every_key(word: str) -> None:
    record = BY_WORD[word].record
    keys = YAML(typ="safe", pure=True).load(EXAMPLES[word])
    needed = set(fields_of(record)) - APART - OF_ANOTHER.get(word, set())
    assert needed <= set(keys) <= set(fields_of(record))
    judged(record, keys)


NOUNS = {noun for kind in KINDS for noun in (kind.record, *output_keys.nested(kind.record))}


def test_every_key_says_what_it_is() -> None:
    unnamed = {name for noun in NOUNS for name in fields_of(noun)} - set(_NAMES)
    # An id is called so everywhere.
    assert unnamed == {"id"}


def test_every_key_says_in_a_sentence_what_it_is_for(yp: Yp) -> None:
    keys = {(noun.__name__, name) for noun in NOUNS for name in fields_of(noun)}
    assert [key for key in sorted(keys) if not key_meanings.meaning(*key)] == []
    assert key_meanings.unused(keys) == set()
    told = yp("keys", "obligations", "--lang", "fi").out
    assert "Kuinka usein se tehdään;" in " ".join(told.split())


def test_the_page_of_a_kind_ends_in_its_example(yp: Yp) -> None:
    shown = yp("keys", "parties").out
    assert shown.endswith("Example\n" + EXAMPLES["party"])


@pytest.mark.parametrize("noun", sorted(NOUNS, key=str))
def test_no_page_lacks_an_example_and_each_is_read(noun: type[Noun]) -> None:
    text = output_keys.example(noun)
    keys = YAML(typ="safe", pure=True).load(text)
    assert keys
    judged(noun, keys)


SHARED = {"source", "outside", "remarks", "extra"}
"""What every record may have: the example of a measure has it."""


@pytest.mark.parametrize("noun", sorted(NOUNS, key=str))
def test_every_key_stands_in_an_example_of_its_page(noun: type[Noun]) -> None:
    text = output_keys.example(noun)
    shared = set() if noun.__name__ == "Measure" else SHARED
    lacking = [name for name in fields_of(noun) if not re.search(rf"\b{name}:", text)]
    assert set(lacking) <= shared


def test_what_starts_a_clock_may_be_a_kind_of_event(yp: Yp) -> None:
    page = yp("keys", "--markdown").out.partition("## Within")[2].partition("## ")[0]
    assert "id of: obligation, body or one of: meeting, negotiation" in page
    assert "or a word of one's own (vocabulary: event_kinds)" in page
