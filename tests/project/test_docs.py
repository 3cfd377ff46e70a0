"""The README and the guides tell the truth: their commands are run, their outputs compared."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

from tests.conftest import SHIPPED, Yp
from tests.project import as_written
from yhdyspinta_cli.store import canonical

PAGES = [SHIPPED / "README.md", *sorted((SHIPPED / "docs").glob("*.md"))]
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"`(yp [a-z][^`]*)`")


def _runs(page: Path) -> list[tuple[str, str]]:
    """Return the command lines of a page's console blocks with the output shown below each."""
    found: list[tuple[str, str]] = []
    for block in _CONSOLE.findall(page.read_text("utf-8")):
        for part in block.split("$ ")[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output))
    return found


@pytest.mark.parametrize(
    ("command", "shown"), [run for page in PAGES for run in _runs(page)], ids=lambda text: text[:40]
)
def test_a_shown_output_is_what_the_command_prints(
    yp: Yp, tmp_path: Path, command: str, shown: str
) -> None:
    words = shlex.split(command)
    assert words[0] == "yp"
    result = yp(*words[1:], cwd=SHIPPED)
    pattern = ".*".join(re.escape(part) for part in shown.split("…\n"))
    # Whoever records an update has one file more: these numbers grow with the data.
    pattern = re.sub(r"\d+(?=\\ (?:files|notes|accepted))", r"\\d+", pattern)
    assert re.fullmatch(pattern, result.out, re.DOTALL), result.out + result.err


def test_every_command_that_a_page_names_exists(yp: Yp) -> None:
    named = {command for page in PAGES for command in _COMMAND.findall(page.read_text("utf-8"))}
    assert len(named) > 15
    for command in sorted(named):
        words = [w for w in shlex.split(command)[1:] if re.fullmatch(r"[a-z][a-z-]+", w)]
        path = (
            words[:2]
            if words[0] in ("status", "record", "event", "import", "round", "templates", "new")
            else words[:1]
        )
        options = [w for w in shlex.split(command) if w.startswith("--")]
        result = yp(*path, "--help", cwd=SHIPPED)
        if result.code != 0:
            result = yp(*path[:1], "--help", cwd=SHIPPED)
        assert result.code == 0, command
        for option in options:
            assert option.split("=")[0] in result.out, command


_BLOCK = re.compile(r"^```([a-z]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _lines(page: Path) -> list[list[str]]:
    """Return the words of each command in a page's blocks that are to be typed."""
    blocks = _BLOCK.findall(page.read_text("utf-8"))
    typed = "".join(block for kind, block in blocks if kind in ("", "sh"))
    text = typed.replace("\\\n", " ")
    found = (shlex.split(line, comments=True) for line in text.splitlines() if line[:3] == "yp ")
    return [words for words in found if not {"…", "..."} & set(words)]


def _asked() -> list[str]:
    """Return the commands that the README gives for a question."""
    rows = [line for line in PAGES[0].read_text("utf-8").splitlines() if line.startswith("| ")]
    return [command for row in rows for command in _COMMAND.findall(row)]


@pytest.mark.parametrize("command", _asked())
def test_every_question_of_the_readme_is_answered(yp: Yp, command: str) -> None:
    found = yp(*shlex.split(command)[1:], cwd=SHIPPED)
    assert found.code == 0, found.err
    assert found.out.strip()


@pytest.mark.proof
@pytest.mark.parametrize("page", [p for p in PAGES if _lines(p)], ids=lambda page: page.name)
def test_every_line_of_a_page_runs_as_written(yp: Yp, tmp_path: Path, page: Path) -> None:
    as_written.prepare(tmp_path)
    printed = ""
    for words in _lines(page):
        found = as_written.run(yp, tmp_path, words, printed)
        assert found.code == 0, (words, found.err)
        printed = found.out
        if "-o" in words:
            assert (tmp_path / words[words.index("-o") + 1]).exists(), words


def test_the_readme_shows_every_room_and_the_order_of_the_floors() -> None:
    text = PAGES[0].read_text("utf-8")
    rooms = {
        path.name
        for path in (SHIPPED / "src/yhdyspinta_cli").iterdir()
        if path.name not in ("__init__.py", "__pycache__", "locale")
    }
    shown = set(re.findall(r"^  ([a-z_]+(?:\.py)?)/? ", text, re.MULTILINE))
    assert rooms - shown == set()
    settings = tomllib.loads((SHIPPED / "pyproject.toml").read_text("utf-8"))
    (floors,) = (
        contract["layers"]
        for contract in settings["tool"]["importlinter"]["contracts"]
        if contract["type"] == "layers"
    )
    (told,) = re.findall(r"^Imports point down only: (.*?)\.", text, re.MULTILINE | re.DOTALL)
    assert re.findall(r"`([^`]+)`", told) == floors[1:]


def test_every_page_in_docs_is_reached_from_the_readme() -> None:
    readme = PAGES[0].read_text("utf-8")
    for page in PAGES[1:]:
        assert f"docs/{page.name}" in readme, page.name


def test_every_file_that_the_page_for_programmers_names_is_there() -> None:
    text = (SHIPPED / "docs/contributing.md").read_text("utf-8")
    named = {name.removesuffix("CODE/") for name in re.findall(r"`([\w.-]*/[\w./-]*)`", text)}
    assert len(named) > 15
    folders = (SHIPPED, SHIPPED / "src/yhdyspinta_cli")
    assert {name for name in named if not any((f / name).exists() for f in folders)} == set()
    targets = {word for line in re.findall(r"`make ([a-z ]+)`", text) for word in line.split()}
    assert {"goldens", "catalogues", "docs"} <= targets
    rules = (SHIPPED / "Makefile").read_text("utf-8")
    assert {target for target in targets if f"\n{target}: " not in rules} == set()


def _write_guide(root: Path) -> None:
    guide = (SHIPPED / "docs/own-region.md").read_text("utf-8")
    files = re.findall(r"```yaml\n# (data/[a-z/-]+\.yaml)\n(.*?)```", guide, re.DOTALL)
    assert len(files) == 6
    for name, text in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


PART = re.compile(r"^# (data/[\w/.-]+\.yaml).*\n((?:(?!# data/).*\n)*)", re.MULTILINE)
"""A file, or what matters of it, in a block of several: below a comment that names it."""


def test_the_files_of_the_docs_are_laid_out_as_yp_fmt_does_it() -> None:
    found = []
    for page in PAGES:
        # The pages of the rules show what is wrong, and in short.
        if page.name == "rules.md":
            continue
        text = page.read_text("utf-8")
        for block in re.findall(r"^```yaml\n(# data/.*?)^```", text, re.DOTALL | re.MULTILINE):
            for part in PART.finditer(block):
                raw = part[0].rstrip("\n").encode() + b"\n"
                assert canonical.faults(part[1], raw) == (), (page.name, part[1])
                assert canonical.laid_out(part[1], raw) == raw, (page.name, part[1])
                found.append((page.name, part[1]))
    assert len(found) > 15
    assert len([name for name, _path in found if name == "own-region.md"]) == 6


def test_an_agreement_without_interfaces_says_nothing_of_them(yp: Yp, tmp_path: Path) -> None:
    _write_guide(tmp_path)
    programme = tmp_path / "data/programme.yaml"
    programme.write_text(programme.read_text("utf-8").partition("interfaces:")[0], "utf-8")
    measure = tmp_path / "data/measures/ruoka-apu.yaml"
    measure.write_text(measure.read_text("utf-8").replace("interface: a\n", ""), "utf-8")
    found = yp("validate", "--strict", cwd=tmp_path)
    assert (found.code, found.out.split(",")[0]) == (0, "6 files checked: 0 errors")
    assert "Ruoka-avun verkosto" in yp("report", "--year", "2026", cwd=tmp_path).out


def test_the_smallest_region_of_the_guide_is_sound_and_answers(yp: Yp, tmp_path: Path) -> None:
    _write_guide(tmp_path)
    found = yp("validate", "--strict", cwd=tmp_path)
    assert found.out == "6 files checked: 0 errors, 0 warnings, 0 notes, 0 accepted.\n"
    assert "kunnat (1)" in yp("who-owns", "A1", cwd=tmp_path).out
    assert "Ruoka-avun verkosto" in yp("owned-by", "luoto", cwd=tmp_path).out
    written = yp("report", "--year", "2026", cwd=tmp_path).out
    assert "Ainoan toimenpiteen tilanne on ”ei tietoa”" in written
