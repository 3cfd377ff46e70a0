"""docs/json.md tells the truth: every form has a section, every key a line, every line a key."""

import json
import re
from collections.abc import Iterator

import pytest

from tests.conftest import SHIPPED, Yp

DOC = (SHIPPED / "docs" / "json.md").read_text("utf-8")

RUNS: dict[str, list[list[str]]] = {
    "owners": [
        ["who-owns", "A2", "--as-of", "2024-06-01"],
        ["who-owns", "J1"],
        ["who-owns", "A1"],
        ["who-owns", "B2"],
    ],
    "card": [
        ["owned-by", "hiidenmaa", "--as-of", "2023-12-31"],
        ["owned-by", "keskus", "--as-of", "2024-06-01"],
        ["owned-by", "uusi-keskus"],
        ["owned-by", "koordinaattori"],
    ],
    "gaps": [["gaps", "--as-of", "2024-06-01"]],
    "counterparts": [["counterparts", "--as-of", "2023-01-01"]],
    "search": [["search", "malli"]],
    "what-if": [
        ["what-if", "--remove", "koivula", "--as-of", "2023-01-01"],
        ["what-if", "--remove", "hyvinvointipalvelut", "--as-of", "2023-01-01"],
        ["what-if", "--remove", "kunnat", "--as-of", "2023-01-01"],
        ["what-if", "--remove", "kaikki-toimijat", "--as-of", "2023-01-01"],
    ],
    "kinds": [["list"]],
    "list": [
        ["list", kind]
        for kind in (
            *("updates", "values", "measures", "obligations", "events", "goals", "statutes"),
            *("actors", "counterparts", "council-terms", "citations", "bodies", "needs"),
        )
    ],
    "signatures": [["list", "signatures", "--include-personal"]],
    "status": [["status", "--as-of", "2023-12-31"]],
    "status-log": [
        ["status", "show", "J2"],
        ["status", "show", "A1"],
        ["status", "show", "A2"],
    ],
    "status-matrix": [["status", "matrix"]],
    "obligations": [["obligations", "--year", "2023"], ["obligations"]],
    "calendar": [["calendar", "--year", "2023"], ["calendar", "--year", "2025"]],
    "events": [["event", "list"]],
    "schemas": [["schema"]],
    "rules": [["rules"]],
    "rule": [["explain", "YP301"]],
    "record-kinds": [["keys"]],
    "keys": [["keys", "measures"], ["keys", "indicators"]],
    "templates": [["templates", "list"]],
}


SPARSE = ("list",)
"""Forms whose keys stand only where a record has them: no run of the region has them all."""


def documented(kind: str) -> list[str]:
    """The paths that the section of a form lists."""
    section = DOC.partition(f"\n## `{kind}`\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)


def paths(value: object, path: str = "") -> Iterator[str]:
    """Yield the path of every value that is neither an object nor a list."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield from paths(child, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for child in value:
            yield from paths(child, f"{path}[]")
    else:
        yield path


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile(re.escape(path).replace(r"\*", r"[^.\[\]]+"))


@pytest.mark.parametrize("kind", RUNS)
def test_form_is_documented(kind: str, yp: Yp) -> None:
    found: set[str] = set()
    for arguments in RUNS[kind]:
        result = yp(*arguments, "--json")
        body = json.loads(result.out)
        assert (body["schema_version"], body["kind"]) == (1, kind)
        found.update(paths(body["answer"]))
    patterns = {path: _pattern(path) for path in documented(kind)}
    assert not {path for path in found if not any(p.fullmatch(path) for p in patterns.values())}
    if kind not in SPARSE:
        unused = {p for p, pattern in patterns.items() if not any(map(pattern.fullmatch, found))}
        # A line that ends in [] may tell of a list as such; its items have lines of their own.
        assert not {path for path in unused if not path.endswith("[]")}


def test_every_form_has_a_section() -> None:
    """Whatever a command can answer as JSON is described."""
    sources = (SHIPPED / "src" / "yhdyspinta_cli" / "output").glob("*.py")
    kinds = {
        kind
        for path in sources
        for kind in re.findall(r"\b(?:Answer|of_table)\(\s*\"([a-z-]+)\"", path.read_text("utf-8"))
    }
    assert kinds >= set(RUNS)
    assert {kind for kind in kinds if f"\n## `{kind}`\n" not in DOC} == set()


def test_json_is_the_same_in_every_language(yp: Yp) -> None:
    for arguments in (["owned-by", "koivula"], ["gaps"], ["who-owns", "A2"], ["list", "bodies"]):
        english = yp(*arguments, "--as-of", "2024-06-01", "--json", "--lang", "en").out
        assert yp(*arguments, "--as-of", "2024-06-01", "--json", "--lang", "fi").out == english
