"""What holds for every file, whatever stands in it."""

import json
import warnings
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tests.conftest import REGION
from tests.document.test_hostile_text import harmless
from yhdyspinta_cli.diagnostic import visible
from yhdyspinta_cli.document import scalars
from yhdyspinta_cli.document.decoding import forbidden
from yhdyspinta_cli.document.limits import MAX_DEPTH
from yhdyspinta_cli.document.reader import read

FILES = [path.read_bytes() for path in sorted((REGION / "data").rglob("*.yaml"))]
QUICK = settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])

yamlish = st.text(
    st.sampled_from("aäb:-#'\"[]{}|>&*!%@`,?~= \n\t\r\\0127.<é\u200b\x00\ufeff\u2028"), max_size=200
)


@QUICK
@given(st.one_of(st.binary(max_size=400), yamlish.map(str.encode)))
@example(b"\xff\xfe")
@example(b"? ? ?")
@example(b"a: |9\n")
def test_reading_answers_to_any_bytes(raw: bytes) -> None:
    tree, faults = read("data/x.yaml", raw)
    assert tree is not None or faults
    lines = raw.count(b"\n") + 1
    for fault in faults:
        assert 1 <= fault.line <= lines
        assert fault.column >= 1
        assert fault.message
        harmless(visible(fault.message))


@QUICK
@given(st.sampled_from(FILES), st.data())
def test_a_real_file_with_something_cut_or_added_is_answered(raw: bytes, data: Any) -> None:
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, min(len(raw), start + 20)))
    added = data.draw(yamlish)[:20].encode()
    tree, faults = read("data/x.yaml", raw[:start] + added + raw[end:])
    assert tree is not None or faults


keys = st.text(max_size=30).filter(lambda key: forbidden(key) is None and "\n" not in key)
values = st.recursive(
    st.one_of(
        st.text(max_size=60),
        st.booleans(),
        st.none(),
        st.integers(-(10**17), 10**17),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=20,
)


def depth(value: object) -> int:
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max(map(depth, value), default=0)
    return 0


def texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [*value, *(text for item in value.values() for text in texts(item))]
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    return [value] if isinstance(value, str) else []


@QUICK
@given(st.dictionaries(keys, values, min_size=1, max_size=5))
def test_what_is_quoted_means_what_it_says(data: dict[str, Any]) -> None:
    """JSON is YAML with quotes: it is read as it is, or its invisible characters are told."""
    tree, faults = read("data/x.yaml", json.dumps(data, ensure_ascii=True).encode())
    if faults:
        codes = {fault.code for fault in faults}
        clash = len({normalize("NFC", key) for key in texts(data)}) < len(set(texts(data)))
        assert codes <= {"YP023", "YP040", "YP048", "YP034"}
        assert (
            any(
                forbidden(text)
                or any(0xD800 <= ord(c) < 0xE000 for c in text)
                or any(ord(c) > 0xFFFF for c in text)
                for text in texts(data)
            )
            or clash
            or depth(data) > MAX_DEPTH
        )
        return
    assert tree is not None
    assert tree.root.plain() == data


words = st.one_of(
    st.text(st.sampled_from("0123456789+-._:eExXoObBaAfFnNiI~=<TtZz "), min_size=1, max_size=12),
    st.from_regex(r"[-+]?[0-9_]{1,6}(?:[.:eE][-+]?[0-9_]{0,4}){0,2}", fullmatch=True),
    st.from_regex(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ][0-9:.]{1,8})?", fullmatch=True),
    st.sampled_from(["yes", "NO", "On", "off", "Null", "TRUE", "y", "N", "nan", "inf", "e", "~"]),
)


def others(word: str) -> list[object]:
    """Return what YAML 1.1 and YAML 1.2 readers take a plain word for."""
    found: list[object] = []
    modern: Any = YAML
    readers: tuple[Callable[[str], Any], ...] = (
        lambda text: yaml.load(text, yaml.SafeLoader),
        lambda text: modern(typ="safe", pure=True).load(StringIO(text)),
    )
    for reader in readers:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                found.append(reader(f"k: {word}\n")["k"])
            except Exception:
                found.append("?")
    return found


@settings(QUICK, max_examples=600)
@given(words)
@example("1_000")
@example("2025-01-01")
@example("1.10")
def test_no_plain_word_is_read_as_other_programs_would_not(word: str) -> None:
    word = word.strip()
    if not word or ": " in word or (word[0] in "-?:" and word[1:2] in ("", " ")) or word[-1] == ":":
        return
    try:
        meaning = scalars.plain(word)
    except (scalars.AmbiguousError, scalars.ImpossibleDayError):
        return
    for other in others(word):
        if isinstance(meaning, str):
            assert isinstance(other, str), (word, other)
        elif isinstance(meaning, Decimal):
            assert isinstance(other, float)
            assert float(meaning) == other
        else:
            assert type(other) is type(meaning)
            assert other == meaning


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("0", 0),
        ("-5", -5),
        ("123456789012345678", 123456789012345678),
        ("1.10", Decimal("1.10")),
        ("true", True),
        ("null", None),
        ("2024-02-29", date(2024, 2, 29)),
        ("2024-05", "2024-05"),
        ("14 §", "14 §"),
        ("12/2024", "12/2024"),
        ("Yes, minister", "Yes, minister"),
        ("e5", "e5"),
        ("1.2.2024", "1.2.2024"),
        ("١٢", "١٢"),
    ],
)
def test_what_a_plain_word_means(word: str, meaning: object) -> None:
    found = scalars.plain(word)
    assert found == meaning
    assert type(found) is type(meaning)


@QUICK
@given(st.text(max_size=100))
def test_what_is_made_visible_is_harmless_and_keeps_what_can_be_read(text: str) -> None:
    shown = visible(text)
    harmless(shown)
    assert "\n" not in shown
    if text.isprintable():
        assert shown == text


def test_a_hostile_file_first_does_not_change_how_the_next_is_read() -> None:
    for raw in FILES:
        alone = read("data/x.yaml", raw)[0]
        for hostile in (b"%YAML 1.1\n---\na: yes\n", b"a: &a [*a]\n", b"{" * 5000):
            read("data/y.yaml", hostile)
            after = read("data/x.yaml", raw)[0]
            assert alone is not None
            assert after is not None
            assert alone.root == after.root


def test_a_tag_runs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    read("data/x.yaml", b"a: !!python/object/apply:os.mkdir [canary]\n")
    assert not list(tmp_path.iterdir())
