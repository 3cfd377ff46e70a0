"""What is composed in C and what is read event by event is the same, or it is not composed."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.conftest import REGION, SHIPPED, TESTS
from tests.document.test_hostile_text import CASES, CONTROLS, MEASURE, long_valid
from tests.document.test_reading_properties import yamlish
from yhdyspinta_cli.document import composer, reader
from yhdyspinta_cli.document.reader import read
from yhdyspinta_cli.document.tree import Mapping, Node, Tree

RAWS = [path.read_bytes() for path in sorted((REGION / "data").rglob("*.yaml"))]
QUICK = settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])


def told(node: Node) -> Any:
    """Return everything that a node tells: values with their types, places, order of the keys."""
    value: Any = node.value
    if isinstance(value, Mapping):
        value = [(key, told(value.keys[key]), told(child)) for key, child in value.items.items()]
    elif isinstance(value, list):
        value = [told(child) for child in value]
    return type(node.value), value, node.line, node.column, node.end_column, node.quoted


def compare(raw: bytes) -> Tree | None:
    """Return the composed tree, which must be what the careful reader has; None where none is."""
    composed = composer.compose("data/x.yaml", raw)
    if composed is not None:
        careful, faults = reader.read_carefully("data/x.yaml", raw)
        assert careful is not None
        assert faults == []
        assert composed.text == careful.text
        assert told(composed.root) == told(careful.root)
        # The first time it gives what reading made, then what it reads anew.
        assert repr(composed.plain()) == repr(careful.plain()) == repr(composed.plain())
    return composed


def test_the_files_of_a_lived_in_region_are_composed_and_the_same() -> None:
    folders = (SHIPPED / "data", REGION, TESTS / "lived", TESTS / "helse", TESTS / "broken")
    files = [path for folder in folders for path in sorted(folder.rglob("*.yaml"))]
    raws = [path.read_bytes() for path in files if path.is_file()]
    composed = [raw for raw in raws if compare(raw) is not None]
    # Otherwise nothing would be won: only broken files, and a few odd ones, are left.
    assert len(composed) > 0.95 * len(raws)


@pytest.mark.parametrize("raw", [case.raw for case in CASES], ids=[case.number for case in CASES])
def test_a_hostile_file_is_not_composed_unless_it_is_the_same(raw: bytes) -> None:
    compare(raw)
    # Nor does a mark that Windows writes change what it is.
    compare(raw.replace(b"\n", b"\r\n"))


@pytest.mark.parametrize("raw", [raw for _n, raw in CONTROLS], ids=[n for n, _raw in CONTROLS])
def test_a_sound_file_is_the_same_composed(raw: bytes) -> None:
    compare(raw)


PLAIN = (
    MEASURE,
    MEASURE.replace("\n", "\r\n"),
    MEASURE + "due: 2024-02-29\ncount: 12\nshare: 1.50\nempty:\nyes-no: [true, false, null]\n",
    MEASURE + "on: 2024-01-02\nn: 3\n",
    MEASURE + "text-2: |\n  a & b * c!\n  - § 5 – ”x” 2 €\n\ntext-3: >-\n  a\n  b\n",
    MEASURE + 'a: {b: [c, \'d\'\'e\', "f\\"g"], h: {}}\nsää: kylmä\n"Suomi.fi": 4\n',
    "---\n" + MEASURE + "...\n",
    "# R&D (a*b), 100 %, hei!\n" + MEASURE,
    MEASURE + "x:\n" + "  - k: v\n" * 2000,
)


@pytest.mark.parametrize("text", PLAIN, ids=range(len(PLAIN)))
def test_what_nobody_doubts_is_composed(text: str) -> None:
    assert compare(text.encode()) is not None


DOUBTFUL = (
    "a: &x b\n",
    "a:\n  &x b: c\n",
    "a: [&x b, c]\n",
    "a: {&x b: c}\n",
    "a: *x\n",
    "a: ! b\n",
    "a: [!b c]\n",
    "a: !!str b\n",
    "&x a: b\n",
    "!x\na: b\n",
    "a: b\n---\nc: d\n",
    "%YAML 1.2\n---\na: b\n",
    "a: b\na: c\n",
    "é: b\ne\u0301: c\n",
    "? [a]\n: b\n",
    "1: a\n",
    "a: no\n",
    "a: 2025-02-30\n",
    'a: "\\u200b"\n',
    'a: "b\n  c: d"\n',
    "a: b\u200dc\n",
    "a\u200d: b\n",
    "# \u200d\na: b\n",
    "a: b # \u034f\n",
    "- a\n",
    "",
    "# a\n",
    "a: " + "b" * 64_001 + "\n",
    "a:\n" + "- b\n" * 50_001,
    "a: " + "[" * 16 + "]" * 16 + "\n",
)


@pytest.mark.parametrize("text", DOUBTFUL, ids=range(len(DOUBTFUL)))
def test_what_is_doubtful_is_left_to_the_careful_reader(text: str) -> None:
    assert composer.compose("data/x.yaml", text.encode()) is None


@pytest.mark.parametrize("piece", ["[", "{", "- ", "? ", "{a: ", "-\n ", "[[", "a: [", "!", "&a "])
def test_the_deepest_file_crashes_nothing(piece: str) -> None:
    tree, faults = read("data/x.yaml", (piece * (200_000 // len(piece))).encode())
    assert tree is None
    assert faults


def test_a_file_of_the_greatest_size_is_read() -> None:
    tree, faults = read("data/x.yaml", long_valid(1024 * 1024))
    assert tree is not None
    assert not faults


@QUICK
@given(st.one_of(st.binary(max_size=300), yamlish.map(str.encode)))
@example(b"a: b\xc3a\xa4\n")
@example(b"a: 'b' !c\n")
def test_any_bytes_are_the_same_composed(raw: bytes) -> None:
    compare(raw)
    compare(b"a: " + raw)


@QUICK
@given(st.sampled_from(RAWS), st.data())
def test_a_real_file_with_something_cut_or_added_is_the_same_composed(
    raw: bytes, data: Any
) -> None:
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 20)))
    added = data.draw(yamlish)[:20].encode()
    compare(raw[:start] + added + raw[end:])


scalars = st.one_of(st.text(max_size=40), st.booleans(), st.none(), st.integers(-(10**17), 10**17))
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=10), inner, max_size=4)
    ),
    max_leaves=20,
)


@QUICK
@given(st.dictionaries(st.text(max_size=10), values, max_size=5))
def test_any_values_are_the_same_composed(data: dict[str, Any]) -> None:
    compare(json.dumps(data, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def test_a_place_is_told_of_a_composed_file() -> None:
    tree = composer.compose("data/x.yaml", MEASURE.encode())
    assert tree is not None
    assert (tree.locate(("title",)).line, tree.locate(("title",)).column) == (5, 8)
    assert tree.locate(("responsible", 0, "label"), key=True).column == 5
    assert tree.line(5) == "title: Kokeilu"
