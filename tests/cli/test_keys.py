"""`yp keys`: whoever writes a record finds every key it takes, and docs/keys.md says the same."""

import json
import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.conftest import SHIPPED, Yp
from yhdyspinta_cli import language
from yhdyspinta_cli.cli import complete
from yhdyspinta_cli.document import layout, reader
from yhdyspinta_cli.editor import hover
from yhdyspinta_cli.model import key_order
from yhdyspinta_cli.model.catalogue import BY_WORD, KINDS
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.output import key_fragments, noun_names
from yhdyspinta_cli.output import keys as output_keys
from yhdyspinta_cli.output.key_examples import EXAMPLES
from yhdyspinta_cli.store.judging import judged
from yhdyspinta_cli.wording import key_meanings
from yhdyspinta_cli.wording.field_names import _NAMES


def test_the_page_of_keys_is_current(yp: Yp) -> None:
    assert yp("keys", "--markdown").out == (SHIPPED / "docs/keys.md").read_text("utf-8")


def test_every_link_of_the_page_leads_to_a_section() -> None:
    page = (SHIPPED / "docs/keys.md").read_text("utf-8")
    headings = re.findall(r"^## (.+)$", page, re.MULTILINE)
    sections = {re.sub(r"[,']", "", name).lower().replace(" ", "-") for name in headings}
    linked = set(re.findall(r"\(#([\w-]+)\)", page))
    assert len(sections) == len(headings)
    assert "words-of-ones-own" in linked
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
    for said in ("vastuu", "Responsibility", " RESPONSIBILITY"):
        assert yp("keys", said).out == shown
    assert yp("keys", "NoIndicator").out == yp("keys", "tietoisesti ei mittaria").out
    refused = yp("keys", "nothing")
    assert refused.code == 2
    assert "measures, " in refused.err
    assert "rhythm, " in refused.err


def test_without_a_kind_every_page_is_told_and_each_can_be_completed(yp: Yp) -> None:
    told = yp("keys", "--lang", "fi").out
    inside = told.partition("Tietueiden sisällä\n")[2].splitlines()[2:]
    words = {line.split()[0] for line in inside if not line.startswith(" ")}
    assert words == {noun_names.word(noun) for noun in NOUNS if noun in noun_names.WORDS.values()}
    assert "rhythm           Toistuvuus                       bodies, obligations" in inside
    for word in sorted(words):
        assert yp("keys", word).code == 0
        assert word in complete.key_pages(word[:3])
    assert complete.key_pages("rhy") == ["rhythm"]
    assert complete.key_pages("parti") == ["parties"]


def test_a_finn_is_told_in_finnish_what_stands_inside_and_beside(yp: Yp) -> None:
    with language.speaking("fi"):
        named = {noun: noun_names.name(noun) for noun in NOUNS}
        forms = [key.form for noun in NOUNS for key in output_keys.keys(noun)]
        beside = [key_fragments.besides(noun) for noun in sorted(NOUNS, key=str)]
        shown = hover.key(Measure, "responsible")
    english = {noun: noun_names.name(noun) for noun in NOUNS}
    assert [noun for noun in NOUNS if named[noun] == english[noun]] == []
    assert "luettelo: vastuu" in shown
    classes = {noun.__name__ for noun in NOUNS}
    assert [form for form in forms if classes & set(re.findall(r"\w+", form))] == []
    told = re.findall(r"^# .* # (.+)$", "".join(beside), re.MULTILINE)
    assert len(told) == 11
    assert [one for one in told if re.search(r"\b(the|place|beside|only)\b", one)] == []
    schema = json.loads(yp("schema", "measures", "--lang", "fi").out)
    responsible = schema["$defs"]["Measure"]["properties"]["responsible"]
    assert responsible["description"].endswith("luettelo: vastuu")
    assert (
        "id lajista: osapuoli, toimija, rakenne, hanke"
        in schema["$defs"]["Responsibility"]["properties"]["actor"]["description"]
    )
    page = yp("keys", "updates", "--lang", "fi").out
    assert "data/updates/VUOSI/TUNNISTE.yaml" in page
    assert "corrects-avaimen kanssa: ilmoitus perutaan" in page


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


@pytest.mark.parametrize("noun", sorted(NOUNS, key=str))
def test_an_example_is_laid_out_as_yp_fmt_does_it(noun: type[Noun]) -> None:
    text = output_keys.example(noun)
    tree, _faults = reader.read("example", text.encode())
    assert tree is not None
    assert layout.laid_out(text, key_order.ordered(noun, tree.plain())) == text


SHARED = {"source", "outside", "remarks", "extra"}
"""What every record may have: the example of a measure has it."""


@pytest.mark.parametrize("noun", sorted(NOUNS, key=str))
def test_every_key_stands_in_an_example_of_its_page(noun: type[Noun]) -> None:
    text = output_keys.example(noun)
    shared = set() if noun.__name__ == "Measure" else SHARED
    lacking = [name for name in fields_of(noun) if not re.search(rf"\b{name}:", text)]
    assert set(lacking) <= shared


def test_what_starts_a_clock_may_be_a_kind_of_event(yp: Yp) -> None:
    page = yp("keys", "--markdown").out.partition("## Time after an event")[2].partition("## ")[0]
    assert "id of: obligation, body or one of: meeting, negotiation" in page
    assert "or a word of one's own (vocabulary: event_kinds)" in page
