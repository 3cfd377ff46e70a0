"""`yp new translation`: a language's file is begun and completed without writing YAML."""

import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.beginning import terminal
from tests.conftest import Yp
from yhdyspinta_cli.cli import complete

DAY = ("--as-of", "2024-06-30")


def lacking(yp: Yp, region: Path) -> dict[str, list[str]]:
    told = yp("gaps", "--kind", "untranslated", "--lang", "sv", "--json", *DAY, cwd=region)
    return {one["id"]: one["about"] for one in json.loads(told.out)["answer"]["gaps"]}


def test_a_file_is_begun_and_completed_and_shown(region: Path, yp: Yp) -> None:
    line = ("new", "translation", "koivula", "--into", "sv", "--field")
    begun = yp(*line, "name", "--text", "Björkby", cwd=region)
    assert (begun.code, begun.out) == (0, "data/translations/sv.yaml\n")
    assert begun.err == "yp: Koivula: Name translated into Swedish; 1 text is left\n"
    more = yp(*line, "official name", "--text", "Björkby stad", cwd=region)
    assert (more.code, "0 texts are left" in more.err) == (0, True), more.err
    assert (region / "data/translations/sv.yaml").read_text("utf-8") == (
        "id: sv\ntexts:\n"
        "  - id: koivula\n    field: name\n    text: Björkby\n    original: Koivula\n"
        "  - id: koivula\n    field: official_name\n    text: Björkby stad\n"
        "    original: Koivulan kaupunki\n"
    )
    assert "koivula" not in lacking(yp, region)
    assert yp("validate", "--strict", *DAY, cwd=region).code == 0
    shown = yp("owned-by", "koivula", "--lang", "sv", *DAY, cwd=region)
    assert shown.out.startswith("Björkby\n")


def test_each_text_that_lacks_is_asked_for(
    region: Path, yp: Yp, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.types(monkeypatch, "Björkby", "")
    made = yp("new", "translation", "koivula", "--into", "sv", cwd=region)
    assert made.code == 0, made.err
    assert "Name: Koivula: " in made.err
    assert "Official name: Koivulan kaupunki: " in made.err
    assert lacking(yp, region)["koivula"] == ["official_name"]
    # What is there is not asked for again; nothing said is nothing written.
    before = (region / "data/translations/sv.yaml").read_bytes()
    terminal.types(monkeypatch, "")
    made = yp("new", "translation", "Koivula", "--into", "sv", cwd=region)
    assert (made.code, made.out) == (0, "")
    assert "Name: " not in made.err.replace("Official name: ", "")
    assert "nothing was written" in made.err
    assert (region / "data/translations/sv.yaml").read_bytes() == before
    # Who breaks off has written nothing.
    terminal.types(monkeypatch)
    assert yp("new", "translation", "koivula", "--into", "sv", cwd=region).code == 130


def test_what_was_laid_out_by_hand_stays(region: Path, yp: Yp) -> None:
    path = region / "data/translations/sv.yaml"
    path.parent.mkdir()
    by_hand = (
        "# Bara namn.\nid: sv\ntexts:\n- id: hiidenmaa   # region\n  field: name\n  text: Dagö\n"
    )
    path.write_text(by_hand, "utf-8")
    line = ("new", "translation", "koivula", "--into", "sv", "--field", "name", "--text", "Björkby")
    tried = yp(*line, "--dry-run", cwd=region)
    assert path.read_text("utf-8") == by_hand
    assert yp(*line, cwd=region).code == 0
    assert path.read_text("utf-8") == tried.out
    assert tried.out.startswith(by_hand + "- id: koivula\n  field: name\n")


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        (("koivula", "--into", "fi", "--field", "name"), 2, "the data is in Finnish itself"),
        (("koivula", "--into", "xx", "--field", "name"), 2, "no language 'xx'"),
        (("nowhere", "--into", "sv", "--field", "name"), 1, "nowhere"),
        (("koivula", "--into", "sv", "--field", "code"), 1, "its texts: name (Name), official"),
        (("koivula", "--into", "../sv", "--field", "name"), 2, "no language '../sv'"),
        (("koivula", "--into", "sv"), 2, "these are lacking: --field"),
    ],
)
def test_what_cannot_be_translated_is_refused(
    region: Path, yp: Yp, line: tuple[str, ...], code: int, says: str
) -> None:
    refused = yp("new", "translation", *line, "--text", "Björkby", cwd=region)
    assert (refused.code, says in refused.err) == (code, True), refused.err
    assert not (region / "data/translations").exists()


def test_a_text_that_is_translated_is_changed_by_edit(region: Path, yp: Yp) -> None:
    line = ("new", "translation", "koivula", "--into", "sv", "--field", "name", "--text")
    assert yp(*line, "Björkby", cwd=region).code == 0
    refused = yp(*line, "Björklunda", cwd=region)
    assert (refused.code, "translated already" in refused.err) == (4, True)
    assert "yp edit sv texts.0.text=… texts.0.original=…" in refused.err
    assert yp("edit", "sv", "texts.0.text=Björklunda", cwd=region).code == 0
    shown = yp("owned-by", "koivula", "--lang", "sv", *DAY, cwd=region)
    assert shown.out.startswith("Björklunda\n")


def test_the_shell_offers_the_texts_of_the_record(
    region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(region)
    line = SimpleNamespace(params={"record": "koivula"})
    assert complete.translatable(line, "") == ["name", "official_name"]
    assert complete.translatable(line, "off") == ["official_name"]
    assert "title" in complete.translatable(SimpleNamespace(params={"record": "j1"}), "")
    assert complete.translatable(SimpleNamespace(params={"record": "nowhere"}), "") == []


def test_what_the_line_says_is_not_dropped_where_one_is_asked(
    region: Path, yp: Yp, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = ("new", "translation", "koivula", "--into", "sv")
    terminal.types(monkeypatch, "Björkby", "Björkby stad")
    refused = yp(*line, "--text", "Björkby", cwd=region)
    assert (refused.code, "--text needs --field" in refused.err) == (2, True), refused.err
    assert not (region / "data/translations").exists()
    terminal.types(monkeypatch, "Björkby")
    assert yp(*line, "--field", "name", cwd=region).code == 0
    # Nobody answers what cannot be written.
    terminal.types(monkeypatch, "Björklunda")
    refused = yp(*line, "--field", "name", cwd=region)
    assert (refused.code, "translated already" in refused.err) == (4, True), refused.err
    assert "Name: Koivula: " not in refused.err


class Meanwhile(terminal.Typed):
    """A terminal at which somebody else writes before the answer is typed."""

    def __init__(self, answer: str, *line: str, cwd: Path) -> None:
        super().__init__(answer)
        self._command = [sys.executable, "-m", "yhdyspinta_cli", *line]
        self._cwd = cwd
        self.told: list[str] = []

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]
        if not self.told:
            done = subprocess.run(
                self._command, cwd=self._cwd, capture_output=True, text=True, check=False
            )
            self.told.append(done.stdout or done.stderr)
        return super().readline(-1 if size is None else size)


def test_others_write_while_one_is_asked(
    region: Path, yp: Yp, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = ("new", "translation", "hiidenmaa", "--into", "sv", "--field", "name", "--text", "Dagö")
    asked = Meanwhile("Björkby\n", *line, cwd=region)
    monkeypatch.setattr("sys.stdin", asked)
    made = yp("new", "translation", "koivula", "--into", "sv", "--field", "name", cwd=region)
    assert (made.code, asked.told) == (0, ["data/translations/sv.yaml\n"]), made.err
    text = (region / "data/translations/sv.yaml").read_text("utf-8")
    assert text.index("Dagö") < text.index("Björkby")
