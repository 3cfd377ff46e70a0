"""`yp lsp`, driven by a client over the pipes of a real process."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Yp
from tests.lsp_client import LspClient

YP = [sys.executable, "-m", "yhdyspinta_cli"]


@pytest.fixture
def editor(region: Path) -> Iterator[LspClient]:
    """A client in the fictional region."""
    with LspClient([*YP, "lsp", "--as-of", "2024-06-30"], region, environment=os.environ) as made:
        yield made


def _places(editor: LspClient, what: str, uri: str, text: str, mark: str) -> Any:
    """Ask something of the place behind the first `mark` in a text."""
    before = text[: text.index(mark) + len(mark)]
    line = before.count("\n")
    last = before[before.rfind("\n") + 1 :]
    character = len(last.encode("utf-16-le")) // 2
    return editor.ask(f"textDocument/{what}", editor.at(uri, line, character))


def _labels(found: Any) -> dict[str, str]:
    return {item["label"]: item.get("detail", "") for item in found["items"]}


def test_who_writes_a_measure_is_helped(editor: LspClient, region: Path, yp: Yp) -> None:
    path = region / "data/measures/tietopohja.yaml"
    sound = path.read_text("utf-8")
    uri = editor.open(path)
    assert editor.diagnostics(uri) == []

    # A finding with the code and the place that `yp validate` gives, in units of UTF-16.
    faulty = sound.replace("title: ", "title: 😀 ").replace("role: lead", "role: leader")
    assert faulty != sound.replace("title: ", "title: 😀 ")
    editor.change(uri, 2, faulty)
    told = editor.diagnostics(uri)
    path.write_text(faulty, "utf-8")
    line = next(
        row
        for row in yp("validate", "--output-format", "concise", cwd=region).out.split("\n")
        if "YP104" in row
    )
    place = told[0]["range"]["start"]
    assert line.startswith(
        f"data/measures/tietopohja.yaml:{place['line'] + 1}:{place['character'] + 1}: "
    )
    assert [(one["code"], one["severity"], one["source"]) for one in told] == [("YP104", 1, "yp")]
    assert "leader" in told[0]["message"]
    path.write_text(sound, "utf-8")

    # Half a line breaks the file: that is told, and what is offered is offered still.
    half = sound.replace("projects:\n", "projects:\n  - ran\n") + "extra: [\n"
    editor.change(uri, 3, half)
    assert editor.diagnostics(uri)[0]["code"] == "YP034"
    offered = _labels(_places(editor, "completion", uri, half, "  - ran"))
    assert "Rantahanke" in offered["rantahanke"]
    role = _labels(_places(editor, "completion", uri, half, "role: "))
    assert role["lead"] == "lead"
    keys = _labels(_places(editor, "completion", uri, half, "    role"))
    assert keys["part"] == "Part"
    assert "actor" not in keys

    # Who an id is, and where.
    editor.change(uri, 4, sound)
    assert editor.diagnostics(uri) == []
    who = _places(editor, "hover", uri, sound, "- actor: ")["contents"]["value"]
    key = _places(editor, "hover", uri, sound, "  - act")["contents"]["value"]
    assert key.startswith("**Actor**")
    assert key.endswith("Required")
    leads = _places(editor, "definition", uri, sound, "- actor: ")
    named = sound[sound.index("- actor: ") + 9 :].partition("\n")[0]
    target = Path(leads["uri"].removeprefix("file://"))
    found = target.read_text("utf-8").split("\n")[leads["range"]["start"]["line"]]
    assert found.endswith(f"id: {named}")
    assert f"`{named}`, {target.relative_to(region.resolve()).as_posix()}:" in who
    assert editor.ask("textDocument/hover", editor.at(uri, 9999, 0)) is None


def test_what_one_file_breaks_is_told_in_the_other(editor: LspClient, region: Path) -> None:
    actors, measure = region / "data/actors.yaml", region / "data/measures/tietopohja.yaml"
    measure_uri = editor.open(measure)
    assert editor.diagnostics(measure_uri) == []
    text = measure.read_text("utf-8")
    named = text[text.index("- actor: ") + 9 :].partition("\n")[0]
    holder = next(
        path
        for path in (region / "data").glob("*.yaml")
        if f"id: {named}\n" in path.read_text("utf-8")
    )
    changed = holder.read_text("utf-8").replace(f"id: {named}\n", "id: toinen-tunnus\n")
    holder_uri = editor.open(holder, changed)
    assert "YP201" in {one["code"] for one in editor.diagnostics(measure_uri)}
    # Closed without being saved, the file is as it stands on the disk.
    editor.tell("textDocument/didClose", {"textDocument": {"uri": holder_uri}})
    assert editor.diagnostics(measure_uri) == []
    assert actors.exists()


def test_hostile_texts_and_places_end_nothing(editor: LspClient, region: Path) -> None:
    path = region / "data/measures/tietopohja.yaml"
    uri = editor.open(path)
    texts = ["", "\x00", "id: \ud800", "&a [*a, *a]", "{" * 5000, "- " * 5000, "a: |\n" + " " * 99]
    for version, text in enumerate([*texts, "\u2028id: x\r\ntitle: y\x85"], 2):
        editor.change(uri, version, text)
        for what in ("hover", "completion", "definition"):
            for place in ((0, 0), (0, 10_000), (1, 3), (10_000, 0)):
                editor.ask(f"textDocument/{what}", editor.at(uri, *place))
    outside = region / "muualla.yaml"
    editor.open(outside, "id: x")
    assert editor.ask("textDocument/hover", editor.at(outside.as_uri(), 0, 5)) is None
    sound = path.read_text("utf-8")
    editor.change(uri, 99, sound)
    assert any(editor.diagnostics(uri) == [] for _round in range(20))


def test_nothing_of_people_is_told(editor: LspClient, region: Path) -> None:
    personal = region / "data/personal.yaml"
    text = personal.read_text("utf-8")
    uri = editor.open(personal, text.replace("name: ", "nimi: ", 1))
    names = [line.partition("name: ")[2] for line in text.split("\n") if "name: " in line]
    told = str(editor.diagnostics(uri))
    assert "YP101" in told
    assert names
    assert not any(name in told for name in names)


def test_without_its_package_it_is_told_how_to_get_it(
    yp: Yp, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pygls.lsp", None)
    told = yp("lsp", cwd=region)
    assert told.code == 3
    assert "pygls" in told.err
    assert "[editor]" in told.err
