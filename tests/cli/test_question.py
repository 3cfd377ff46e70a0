"""What all questions share comes from one decorator: options, folder, language, filters."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import pytest
import typer

from tests.conftest import LIVED_ON, REGION, SHIPPED, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.cli import app, line, options, question
from yhdyspinta_cli.facts import belongs

SOURCE = SHIPPED / "src" / "yhdyspinta_cli"

NO_DATA = ("rules", "explain", "keys")
"""Questions about the program itself: no folder, no day."""

NO_DAY = ("templates list", "schema")
"""Questions about what belongs to a base, and is the same on every day."""

NO_FILTERS = ("who-owns", "show", "status show", "history")
"""Questions about one record; what came in is told by party, and of all of them."""


def commands(group: Any = None, path: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every command with the words that call it."""
    found = typer.main.get_command(app.build()) if group is None else group
    for name, command in getattr(found, "commands", {}).items():
        words = f"{path} {name}".strip()
        yield words, command
        yield from commands(command, words)


def flags(command: Any) -> list[str]:
    """The longest name of each option of a command, in the order of its help."""
    return [max(p.opts, key=len) for p in command.params if p.param_type_name == "option"]


def questions() -> dict[str, list[str]]:
    """The options of every command that answers in the forms for a program."""
    return {
        name: offered
        for name, command in commands()
        if "--json" in (offered := flags(command)) and name != "explain"
    }


def test_every_question_ends_with_the_common_options() -> None:
    found = questions()
    assert len(found) >= 18
    for name, offered in found.items():
        common = ["--json", "--csv", "--csv-excel", "--xlsx", "--directory", "--lang"]
        if name in NO_DATA:
            common.remove("--directory")
        elif name not in NO_DAY:
            common[:0] = ["--as-of", "--rev"]
        # A page that is sent on is offered by few.
        apart = ("--help", "--markdown", "--html")
        assert [flag for flag in offered if flag not in apart][-len(common) :] == common, name


def test_every_question_about_many_records_is_filtered_by_all_that_makes_sense() -> None:
    every = {"--interface", "--goal", "--party", "--actor", "--state", "--binding"}
    about_many = set(questions()) - {*NO_DATA, *NO_FILTERS, *NO_DAY}
    lacking = {
        name: every - set(offered)
        for name, offered in questions().items()
        if name in about_many and every - set(offered)
    }
    assert lacking == {
        # A counterpart and a body whose seats go round are of no measure, and have no force.
        "counterparts": {"--goal", "--state", "--binding"},
        "rotation": {"--goal", "--state", "--binding"},
        # A party is asked of all that it answers for, and answers or does not.
        "round status": every,
    }


def test_a_filter_that_is_left_out_would_find_nothing() -> None:
    for folder in (SHIPPED, REGION, LIVED_ON):
        kb = store.load(folder).kb
        about = (*kb.counterparts, *kb.bodies)
        assert about
        for record in about:
            assert belongs.measures(kb, record) == ()
            assert belongs.goals(kb, record) == frozenset()
            assert belongs.binding(record) is None


@pytest.mark.parametrize(
    "words",
    [
        *("list obligations", "gaps", "search kunta", "status", "status matrix"),
        *("obligations --year 2023", "owned-by hiidenmaa", "what-if --remove hiidenmaa"),
    ],
)
def test_what_rests_on_the_law_is_a_part_of_the_whole(words: str, yp: Yp) -> None:
    whole = yp(*words.split(), "--json")
    law = yp(*words.split(), "--binding", "law", "--json")
    assert law.code == 0, law.err
    assert len(law.out) < len(whole.out)


def test_a_new_option_for_all_questions_takes_one_place(monkeypatch: pytest.MonkeyPatch) -> None:
    declared = Annotated[str | None, typer.Option("--revision")]
    monkeypatch.setattr(question, "DAY", (*question.DAY, line.Option("revision", declared)))

    @question.question()
    def answered(asked: question.Question, why: options.Why = False) -> None:
        """Answer."""

    program = typer.Typer()
    program.command()(answered)
    offered = flags(typer.main.get_command(program))
    assert offered[:4] == ["--why", "--as-of", "--rev", "--revision"]


OF_A_DAY = ("check.py", "export.py", "lsp.py", "report.py", "site.py")


def test_no_command_declares_a_common_option_itself() -> None:
    shared = ("AsOf", "Json", "Csv", "CsvExcel", "Interface", "Goal", "State", "Binding")
    for path in (SOURCE / "cli").glob("*.py"):
        # The filters are declared once, too: the fields of `resolve.Filters`.
        if path.name in ("options.py", "question.py", "resolve.py"):
            continue
        used = {
            node.attr
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == "options"
        }
        # These speak of a day, too, and answer in formats of their own.
        allowed = {"AsOf"} if path.name in OF_A_DAY else set()
        assert used & set(shared) <= allowed, path.name


@pytest.mark.parametrize(
    "words",
    [
        ("-C", "{}", "status", "show", "A1"),
        ("status", "-C", "{}", "show", "A1"),
        ("status", "show", "A1", "-C", "{}"),
        ("-C", "nowhere", "status", "-C", "{}", "show", "A1"),
        ("-C", "nowhere", "status", "show", "A1", "-C", "{}"),
    ],
)
def test_the_last_folder_on_the_line_holds(words: tuple[str, ...], yp: Yp, tmp_path: Path) -> None:
    result = yp(*(word.format(REGION) for word in words), cwd=tmp_path)
    assert result.code == 0, result.err
    assert "A1" in result.out


def test_the_language_before_the_command_is_that_of_the_report(yp: Yp) -> None:
    for words in (["--lang", "en", "report"], ["report", "--lang", "en"]):
        assert "Contents" in yp(*words, "--year", "2023").out
    assert "Contents" not in yp("report", "--year", "2023").out


def test_only_the_edge_knows_the_environment_the_clock_and_the_streams() -> None:
    edge = {"cli", "__main__.py"}
    forbidden = {"environ", "argv", "stdout", "stderr", "cwd", "today", "getcwd"}
    for path in SOURCE.rglob("*.py"):
        room = path.relative_to(SOURCE).parts[0]
        # GitPython takes its environment from this process: what speaks of another repository
        # is hidden while it starts git.
        if room in edge or path == SOURCE / "history" / "program.py":
            continue
        found = {
            f"{node.value.id}.{node.attr}"
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id in ("os", "sys", "Path", "date", "datetime")
            and node.attr in forbidden
        }
        assert found == set(), path
