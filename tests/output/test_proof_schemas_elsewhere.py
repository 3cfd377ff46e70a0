"""Other tools with our schemas: check-jsonschema, and the YAML language server of most editors.

Both are the real programs; the language server is npm's, installed into a folder of the test.
What they tell of each code is the table of docs/editors.md.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, REGION, SHIPPED, TESTS
from tests.lsp_client import LspClient
from yhdyspinta_cli import store
from yhdyspinta_cli.checks import explanations
from yhdyspinta_cli.diagnostic import Severity
from yhdyspinta_cli.output import schema_nouns, schemas

pytestmark = pytest.mark.proof

SERVER = "yaml-language-server@2.0.0"
BASES = (SHIPPED, LIVED, REGION, TESTS / "helse")
BROKEN = TESTS / "broken"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The language server, as npm has it."""
    folder = tmp_path_factory.mktemp("npm")
    npm = shutil.which("npm")
    assert npm, "npm is missing: .ci/run installs it"
    done = subprocess.run(
        [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", SERVER],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, f"npm could not install {SERVER}: {done.stderr}"
    return folder / "node_modules/yaml-language-server/bin/yaml-language-server"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Path]:
    """The schemas of each base, its own words in them, each in a folder."""
    made = {}
    for root in BASES:
        folder = made[root] = tmp_path_factory.mktemp("schemas")
        region = schema_nouns.of_agreement(store.load(root).kb.agreement)
        for name in schemas.NAMES:
            (folder / schemas.file_name(name)).write_text(schemas.written(name, region), "utf-8")
    return made


def _yaml_of(root: Path) -> list[Path]:
    return sorted((root / "data").rglob("*.yaml"))


def _served(server: Path, root: Path, kept: Path, paths: Iterable[Path]) -> dict[Path, list[str]]:
    """Return what the language server tells of each file, by the settings that the docs show."""
    patterns = {
        (kept / schemas.file_name(name)).as_uri(): f"**/{schemas.pattern(name)}"
        for name in schemas.NAMES
    }
    settings = {"yaml": {"schemas": patterns, "schemaStore": {"enable": False}}}
    found: dict[Path, list[str]] = {}
    with LspClient(["node", str(server), "--stdio"], root, settings=settings) as editor:
        # All at once: it waits a while before it looks at one.
        waiting = {editor.open(path, path.read_text("utf-8")): path for path in paths}
        while waiting:
            uri, diagnostics = editor.next_diagnostics()
            path = waiting.pop(uri, None)
            if path is not None:
                found[path] = [one["message"] for one in diagnostics]
    return found


def _checked(kept: Path, paths: Iterable[Path], root: Path) -> dict[Path, list[str]]:
    """Return what check-jsonschema tells of each file."""
    by_name: dict[str, list[Path]] = {}
    for path in paths:
        place = "data/" + str(path).rpartition("/data/")[2]
        by_name.setdefault(schemas.name_of(place), []).append(path)
    found: dict[Path, list[str]] = {path: [] for path in paths}
    for name, some in by_name.items():
        done = subprocess.run(
            [
                *(sys.executable, "-m", "check_jsonschema", "-o", "json"),
                *("--schemafile", str(kept / schemas.file_name(name))),
                *map(str, some),
            ],
            capture_output=True,
            text=True,
        )
        told: dict[str, Any] = json.loads(done.stdout)
        for one in (*told.get("errors", ()), *told.get("parse_errors", ())):
            found[Path(one["filename"])].append(one.get("message", "no YAML"))
    return found


@pytest.mark.parametrize("root", BASES, ids=lambda root: root.name)
def test_sound_data_is_sound_to_both(root: Path, server: Path, kept: dict[Path, Path]) -> None:
    paths = _yaml_of(root)
    assert {p: told for p, told in _checked(kept[root], paths, root).items() if told} == {}
    served = _served(server, root, kept[root], paths)
    assert len(served) == len(paths) > 30
    assert {path: told for path, told in served.items() if told} == {}


@cache
def _table() -> dict[str, tuple[bool, bool]]:
    """Return what docs/editors.md says of each code: which of the two tools tells it."""
    page = (SHIPPED / "docs/editors.md").read_text("utf-8")
    rows = re.findall(r"^\| (YP\d{3}(?:, YP\d{3})*) \| .* \| (yes|no) \| (yes|no) \|$", page, re.M)
    return {
        code: (check == "yes", serve == "yes")
        for codes, check, serve in rows
        for code in codes.split(", ")
    }


def test_what_is_broken_is_told_as_the_docs_say(server: Path) -> None:
    folders = {code: _yaml_of(BROKEN / code) for code in explanations.BY_CODE}
    paths = [path for some in folders.values() for path in some]
    checked = _checked(SHIPPED / "schemas", paths, SHIPPED)
    # What is not UTF-8 no editor can send.
    sent = [path for path in paths if _is_utf8(path.read_bytes())]
    served = _served(server, SHIPPED, SHIPPED / "schemas", sent)
    told = {
        code: (any(checked[path] for path in some), any(served.get(path) for path in some))
        for code, some in folders.items()
    }
    found = {code: one for code, one in told.items() if any(one)}
    print(found)
    assert found == _table()
    # What is no error to `yp validate` is none to them either.
    light = {c for c, one in explanations.BY_CODE.items() if one.severity is not Severity.ERROR}
    assert not light & {code for code, found in told.items() if any(found)}


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def test_the_modeline_alone_leads_to_the_schema(server: Path) -> None:
    """Without any setting a key that is misspelt is told, and a key tells in Finnish what it is."""
    path = SHIPPED / "data/measures/ruoka-apu.yaml"
    text = path.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=")
    settings = {"yaml": {"schemaStore": {"enable": False}}}
    with LspClient(["node", str(server), "--stdio"], SHIPPED, settings=settings) as editor:
        uri = editor.open(path, text.replace("\ngoal:", "\ngaol:"))
        assert [one["message"] for one in editor.diagnostics(uri)] == [
            "Property gaol is not allowed."
        ]
        line = next(n for n, row in enumerate(text.split("\n")) if row.startswith("title:"))
        told = editor.ask("textDocument/hover", editor.at(uri, line, 2))
        assert "Miksi sitä kutsutaan luetteloissa ja otsikoissa" in str(told)


def test_every_file_written_by_hand_names_its_schema() -> None:
    for path in _yaml_of(SHIPPED):
        place = path.relative_to(SHIPPED).as_posix()
        first = path.read_text("utf-8").partition("\n")[0]
        if place.split("/")[1] == "updates":
            assert not first.startswith("#")
            continue
        named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert named, place
        kept = (path.parent / named[1]).resolve()
        assert kept == SHIPPED / "schemas" / schemas.file_name(schemas.name_of(place))
        assert kept.is_file()
