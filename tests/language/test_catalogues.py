"""The Finnish catalogues: complete, compiled and current."""

import ast
import inspect
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from tests.conftest import REGION, SHIPPED, Yp
from yhdyspinta_cli.cli import app, contents, help_page

MESSAGES = SHIPPED / "src" / "yhdyspinta_cli" / "locale" / "fi" / "LC_MESSAGES"
KEYWORDS = DEFAULT_KEYWORDS | {"later": None, "plural": (1, 2)}
DOMAINS = ["yp", "report", "typer"]


def po(domain: str) -> Catalog:
    return read_po(io.BytesIO((MESSAGES / f"{domain}.po").read_bytes()), locale="fi")


def translated(catalogue: Catalog) -> dict[object, object]:
    """Return the messages with their translations; a plural is a tuple of forms."""
    return {_fixed(m.id): _fixed(m.string) for m in catalogue if m.id}


def _fixed(text: object) -> object:
    return tuple(text) if isinstance(text, list | tuple) else text


def _said(folder: str, pattern: str, method: str) -> set[object]:
    found = extract_from_dir(SHIPPED / folder, [(pattern, method)], keywords=KEYWORDS)
    return {_fixed(message) for _file, _line, message, _comments, _context in found}


@pytest.mark.parametrize(
    ("domain", "folder", "pattern", "method", "least"),
    [("yp", "src", "**.py", "python", 900), ("report", "templates", "**.j2", "jinja2", 150)],
)
def test_every_message_is_in_finnish(
    domain: str, folder: str, pattern: str, method: str, least: int
) -> None:
    wanted = _said(folder, pattern, method)
    assert len(wanted) > least
    catalogue = translated(po(domain))
    assert sorted(str(m) for m in wanted if not _whole(catalogue.get(m))) == []


def _whole(string: object) -> bool:
    return bool(string) and (not isinstance(string, tuple) or all(string))


def test_no_message_is_kept_that_nobody_says() -> None:
    assert sorted(map(str, set(translated(po("yp"))) - _said("src", "**.py", "python"))) == []


def _messages(domain: str) -> Iterator[Message]:
    return (message for message in po(domain) if message.id)


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_translation_is_fuzzy_or_has_other_names_in_it(domain: str) -> None:
    names = re.compile(r"%\(\w+\)s|\{\w*!?r?\}")
    for message in _messages(domain):
        assert not message.fuzzy
        ids = (message.id,) if isinstance(message.id, str) else message.id
        strings = (message.string,) if isinstance(message.string, str) else message.string or ()
        known = {name for text in ids for name in names.findall(text)}
        for string in strings:
            assert set(names.findall(string)) <= known, message.id
        assert set(names.findall(strings[-1])) == set(names.findall(ids[-1])), message.id


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_compiled_catalogue_is_current(domain: str) -> None:
    """Compiled catalogues are built, not committed: this checkout may have older ones."""
    compiled = MESSAGES / f"{domain}.mo"
    assert compiled.exists(), "`make catalogues` compiles it"
    with compiled.open("rb") as stream:
        said = translated(read_mo(stream))
    assert said == {key: value for key, value in translated(po(domain)).items() if value}


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_catalogue_carries_what_changes_by_itself(domain: str) -> None:
    head = (MESSAGES / f"{domain}.po").read_text("utf-8").split("\n\n")[0]
    assert "Plural-Forms" in head
    assert [line for line in head.splitlines() if "Date:" in line or "Generated-By" in line] == []


def test_finnish_that_is_not_compiled_is_told_and_nothing_is_said_in_english(
    tmp_path: Path,
) -> None:
    package = SHIPPED / "src" / "yhdyspinta_cli"
    unbuilt = shutil.ignore_patterns("*.mo", "__pycache__")
    shutil.copytree(package, tmp_path / package.name, ignore=unbuilt)
    spoken = {}
    for lang in ("fi", "en"):
        spoken[lang] = subprocess.run(
            [sys.executable, "-m", package.name, "status", "--lang", lang],
            cwd=REGION,
            env=os.environ | {"PYTHONPATH": str(tmp_path), "YP_LANG": lang},
            capture_output=True,
            text=True,
            check=False,
        )
    assert (spoken["fi"].returncode, spoken["fi"].stdout) == (3, "")
    assert "'fi' are not compiled" in spoken["fi"].stderr
    assert "make catalogues" in spoken["fi"].stderr
    assert spoken["en"].returncode == 0, spoken["en"].stderr


def _commands(group: Any) -> Iterator[Any]:
    """Yield every command below a group."""
    for command in group.commands.values():
        yield command
        if hasattr(command, "commands"):
            yield from _commands(command)


def test_every_command_is_described_in_finnish() -> None:
    told = translated(po("typer"))
    program = typer.main.get_command(app.build())
    # A group that only remembers the folder and the language says what it is in a text of its own.
    docs = (inspect.getdoc(c.callback) for c in _commands(program) if c.callback)
    wanted = {doc for doc in docs if doc}
    assert len(wanted) > 20
    assert sorted(text for text in wanted if not told.get(text)) == []


def test_the_list_of_commands_says_in_finnish_what_their_own_help_says() -> None:
    own, listed = translated(po("typer")), translated(po("yp"))
    program = typer.main.get_command(app.build())
    for name, told in contents.told().items():
        command = program.commands[name]  # type: ignore[attr-defined]
        doc = inspect.getdoc(command.callback) if command.callback is not None else None
        if doc:
            words = own[doc]
            assert listed[told.about] == help_page.first_paragraph(str(words)), name


def test_no_message_hides_in_a_formatted_text() -> None:
    """An f-string hides its messages from the extraction, and so from this test's others."""
    for path in (SHIPPED / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                for call in ast.walk(node):
                    if isinstance(call, ast.Call) and isinstance(call.func, ast.Name):
                        said = call.args and isinstance(call.args[0], ast.Constant)
                        assert not (call.func.id in ("_", "text", "plural") and said), (
                            f"{path.name}:{call.lineno}"
                        )


def test_help_and_faults_speak_finnish(yp_process: Yp) -> None:
    told_help = yp_process("status", "--help", "--lang", "fi").out
    assert "Valitsimet" in told_help
    assert "Näytä toimenpiteiden tilanne" in told_help
    told = yp_process("show", "foorum", "--exact", YP_LANG="fi")
    assert told.code == 1
    assert told.err.startswith("yp: ")
    assert "nothing" not in told.err
