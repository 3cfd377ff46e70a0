"""The catalogues of each language: complete, compiled and current."""

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
from yhdyspinta_cli import language
from yhdyspinta_cli.cli import app, contents, help_page

KEYWORDS = DEFAULT_KEYWORDS | {"later": None, "plural": (1, 2)}
DOMAINS = ["yp", "report", "typer"]
CODES = [code for code in language.LANGUAGES if code != "en"]
each_catalogue = pytest.mark.parametrize(
    ("code", "domain"), [(code, domain) for code in CODES for domain in DOMAINS]
)


def messages(code: str) -> Path:
    return SHIPPED / "src" / "yhdyspinta_cli" / "locale" / code / "LC_MESSAGES"


def po(code: str, domain: str) -> Catalog:
    return read_po(io.BytesIO((messages(code) / f"{domain}.po").read_bytes()), locale=code)


def translated(catalogue: Catalog) -> dict[object, object]:
    """Return the messages with their translations; a plural is a tuple of forms."""
    return {_fixed(m.id): _fixed(m.string) for m in catalogue if m.id}


def _fixed(text: object) -> object:
    return tuple(text) if isinstance(text, list | tuple) else text


def _said(folder: str, pattern: str, method: str) -> set[object]:
    found = extract_from_dir(SHIPPED / folder, [(pattern, method)], keywords=KEYWORDS)
    return {_fixed(message) for _file, _line, message, _comments, _context in found}


SOURCES = {"yp": ("src", "**.py", "python", 900), "report": ("templates", "**.j2", "jinja2", 150)}


@pytest.mark.parametrize("domain", SOURCES)
def test_every_message_is_translated(domain: str) -> None:
    folder, pattern, method, least = SOURCES[domain]
    wanted = _said(folder, pattern, method)
    assert len(wanted) > least
    for code in CODES:
        catalogue = translated(po(code, domain))
        missing = sorted(str(m) for m in wanted if not _whole(catalogue.get(m)))
        assert (code, missing) == (code, [])


@pytest.mark.parametrize("code", CODES)
def test_every_word_of_typer_that_one_language_has_all_have(code: str) -> None:
    of_all = {key for one in CODES for key in translated(po(one, "typer"))}
    own = translated(po(code, "typer"))
    assert sorted(str(key) for key in of_all if not _whole(own.get(key))) == []


def test_every_language_of_the_program_has_its_catalogues_and_no_other_has() -> None:
    folders = (SHIPPED / "src" / "yhdyspinta_cli" / "locale").iterdir()
    assert sorted(folder.name for folder in folders if folder.is_dir()) == sorted(CODES)


def _whole(string: object) -> bool:
    return bool(string) and (not isinstance(string, tuple) or all(string))


@pytest.mark.parametrize("code", CODES)
def test_no_message_is_kept_that_nobody_says(code: str) -> None:
    kept = set(translated(po(code, "yp"))) - _said("src", "**.py", "python")
    assert sorted(map(str, kept)) == []


def _messages(code: str, domain: str) -> Iterator[Message]:
    return (message for message in po(code, domain) if message.id)


@each_catalogue
def test_no_translation_is_fuzzy_or_has_other_names_in_it(code: str, domain: str) -> None:
    names = re.compile(r"%\(\w+\)s|\{\w*!?r?\}")
    for message in _messages(code, domain):
        assert not message.fuzzy
        ids = (message.id,) if isinstance(message.id, str) else message.id
        strings = (message.string,) if isinstance(message.string, str) else message.string or ()
        known = {name for text in ids for name in names.findall(text)}
        for string in strings:
            assert set(names.findall(string)) <= known, message.id
        assert set(names.findall(strings[-1])) == set(names.findall(ids[-1])), message.id


@each_catalogue
def test_the_compiled_catalogue_is_current(code: str, domain: str) -> None:
    """Compiled catalogues are built, not committed: this checkout may have older ones."""
    compiled = messages(code) / f"{domain}.mo"
    assert compiled.exists(), "`make catalogues` compiles it"
    with compiled.open("rb") as stream:
        said = translated(read_mo(stream))
    assert said == {key: value for key, value in translated(po(code, domain)).items() if value}


@each_catalogue
def test_no_catalogue_carries_what_changes_by_itself(code: str, domain: str) -> None:
    head = (messages(code) / f"{domain}.po").read_text("utf-8").split("\n\n")[0]
    assert "Plural-Forms" in head
    assert [line for line in head.splitlines() if "Date:" in line or "Generated-By" in line] == []


def test_what_is_not_compiled_is_told_and_nothing_is_said_in_english(
    tmp_path: Path,
) -> None:
    package = SHIPPED / "src" / "yhdyspinta_cli"
    unbuilt = shutil.ignore_patterns("*.mo", "__pycache__")
    shutil.copytree(package, tmp_path / package.name, ignore=unbuilt)
    spoken = {}
    for lang in language.LANGUAGES:
        spoken[lang] = subprocess.run(
            [sys.executable, "-m", package.name, "status", "--lang", lang],
            cwd=REGION,
            env=os.environ | {"PYTHONPATH": str(tmp_path), "YP_LANG": lang},
            capture_output=True,
            text=True,
            check=False,
        )
    for code in CODES:
        assert (spoken[code].returncode, spoken[code].stdout) == (3, "")
        assert f"'{code}' are not compiled" in spoken[code].stderr
        assert "make catalogues" in spoken[code].stderr
    assert spoken["en"].returncode == 0, spoken["en"].stderr
    shutil.copytree(REGION, tmp_path / "region")
    begun = subprocess.run(
        [sys.executable, "-m", package.name, "templates", "copy", "--catalogue", "nb"],
        cwd=tmp_path / "region",
        env=os.environ | {"PYTHONPATH": str(tmp_path), "YP_LANG": "en"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (begun.returncode, "are not compiled" in begun.stderr) == (3, True), begun.stderr


def _program() -> Any:
    return typer.main.get_command(app.build())


def _commands(group: Any) -> Iterator[Any]:
    """Yield every command below a group."""
    for command in group.commands.values():
        yield command
        if hasattr(command, "commands"):
            yield from _commands(command)


@pytest.mark.parametrize("code", CODES)
def test_every_command_is_described(code: str) -> None:
    told = translated(po(code, "typer"))
    program = _program()
    # A group that only remembers the folder and the language says what it is in a text of its own.
    docs = (inspect.getdoc(c.callback) for c in _commands(program) if c.callback)
    wanted = {doc for doc in docs if doc}
    assert len(wanted) > 20
    assert sorted(text for text in wanted if not told.get(text)) == []


@pytest.mark.parametrize("code", CODES)
def test_the_list_of_commands_says_what_their_own_help_says(code: str) -> None:
    own, listed = translated(po(code, "typer")), translated(po(code, "yp"))
    program = _program()
    for name, told in contents.told().items():
        command = program.commands[name]
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


@pytest.mark.parametrize("code", CODES)
def test_help_and_faults_speak_the_language(code: str, yp_process: Yp) -> None:
    said = translated(po(code, "typer"))
    told_help = yp_process("status", "--help", "--lang", code).out
    assert str(said["Options"]) in told_help
    assert " ".join(str(said["Aborted!"]).split()) != "Aborted!"
    group = next(c for n, c in _program().commands.items() if n == "status")
    about = help_page.first_paragraph(str(said[inspect.getdoc(group.callback)]))
    assert about in " ".join(told_help.split())
    told = yp_process("show", "foorum", "--exact", YP_LANG=code)
    assert told.code == 1
    assert told.err.startswith("yp: ")
    assert "nothing" not in told.err


def test_the_glossary_has_the_words_that_are_said_and_a_source_for_each() -> None:
    text = (SHIPPED / "docs" / "glossary.md").read_text("utf-8")
    said = {code: translated(po(code, "yp")) for code in CODES}
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|([^\n]*)\|$", text, re.MULTILINE)
    told = [(fi, sv, en) for fi, sv, en, _rest in rows if fi != "Finnish"]
    assert len(told) > 35
    for fi, sv, en in told:
        assert (en, said["fi"][en], said["sv"][en]) == (en, fi, sv)
    sources = [rest for fi, _sv, _en, rest in rows if fi != "Finnish"]
    assert [one for one in sources if not re.search(r"https?://|the same page", one)] == []
    assert [one for one in sources if ("Swedish: " in one) != ("English: " in one)] == []
    assert "own translation" not in text
