"""A command line that cannot be read: said in one line, in the reader's language, and how to."""

import re
from pathlib import Path

import pytest
import typer

from tests.conftest import Yp
from tests.project import any_line
from yhdyspinta_cli.cli import app

LINES = {
    ("status", "set"): ("TOIMENPIDE puuttuu", "yp status set TOIMENPIDE TILANNE"),
    ("status", "set", "A1"): ("TILANNE puuttuu", "yp status set TOIMENPIDE TILANNE"),
    ("what-if",): ("--remove puuttuu", "yp what-if --remove TOIMIJA"),
    ("event", "add", "meeting"): ("OTSIKKO puuttuu", "yp event add LAJI OTSIKKO --on PÄIVÄ"),
    ("status", "--as-og", "2024"): ("valitsinta --as-og ei ole", "oliko tarkoitus '--as-of'?"),
    ("gaps", "-q"): ("valitsinta -q ei ole", "'yp gaps --help' luettelee"),
    ("gaps", "A1"): ("'A1' on liikaa", "komento kirjoitetaan: yp gaps"),
    ("who-own",): ("komentoa 'who-own' ei ole", "oliko tarkoitus 'who-owns'?"),
    ("event", "ad"): ("komentoa 'ad' ei ole", "oliko tarkoitus 'add'?"),
    ("templates", "--"): ("komento puuttuu", "'yp templates --help' luettelee"),
    ("report", "--format", "odt"): ("--format: 'odt' ei kelpaa", "kelpaavat: md, html, pdf, docx"),
    ("report", "--year", "ensi"): ("--year: 'ensi' ei kelpaa", "väliltä 1900–2099"),
    ("report", "--year", "3000"): ("--year: '3000' ei kelpaa", "väliltä 1900–2099"),
    ("status", "set", "A1", "valmis", "--progress", "x"): ("--progress: 'x' ei ole", ""),
    ("status", "--party"): ("valitsimen --party perästä puuttuu arvo", ""),
    ("status", "--json=x"): ("valitsimelle --json ei anneta arvoa", ""),
    ("gaps", "--party", "luoto", "--party=saari"): (
        "--party on annettu kahdesti: 'luoto' ja 'saari'",
        "anna se kerran",
    ),
    ("-C", "a", "-Cb", "status"): ("-C on annettu kahdesti: 'a' ja 'b'", "anna se kerran"),
}
OF_TYPER = re.compile(r"Usage|Missing|No such|Invalid|not one of|Got |Option |Try |Error|[╭│]")


@pytest.mark.parametrize(("line", "told"), LINES.items(), ids=[" ".join(line) for line in LINES])
def test_a_wrong_line_is_told_in_finnish_with_the_one_that_is_right(
    yp_process: Yp, line: tuple[str, ...], told: tuple[str, str]
) -> None:
    done = yp_process(*line, YP_LANG="fi")
    assert (done.code, done.out) == (2, "")
    said, *hint = done.err.splitlines()
    assert said.startswith(f"yp: {told[0]}")
    assert told[1] in "".join(hint)
    assert len(hint) <= 1
    assert not OF_TYPER.search(done.err)


def numbers() -> list[tuple[str, ...]]:
    """Return each option of each command that takes a number, after the words that call it."""
    return [
        (*path, param.opts[0])
        for path, command in any_line.commands(typer.main.get_command(app.build()))
        for param in command.params
        if param.type.name.startswith("int")
    ]


@pytest.mark.parametrize("line", numbers(), ids=" ".join)
def test_what_is_no_number_is_told_wherever_one_is_taken(yp: Yp, line: tuple[str, ...]) -> None:
    for word in ("x", "99999999999999999999", "1.5"):
        done = yp(*line, word)
        assert (done.code, done.out) == (2, "")
        assert f"{line[-1]} takes no '{word}'" in done.err


@pytest.mark.parametrize("line", [(), ("event", "add"), ("templates", "copy"), ("report",)])
def test_help_is_finnish_to_its_last_line(yp_process: Yp, line: tuple[str, ...]) -> None:
    told = yp_process(*line, "--help", "--lang", "fi").out
    assert told.startswith(" ".join(("Käyttö: yp", *line, "[VALITSIMET]")))
    assert "Näytä tämä ohje ja lopeta." in told
    words = r"Usage|OPTIONS|ARGS|COMMAND|Show|Install|<path>|<str>|PERIOD|TITLE"
    assert re.findall(words, told) == []


def singles() -> list[tuple[str, ...]]:
    """Return each option of each command that takes one value, after the words that call it."""
    return [
        (*path, param.opts[0])
        for path, command in any_line.commands(typer.main.get_command(app.build()))
        for param in command.params
        if param.param_type_name == "option" and not (param.is_flag or param.multiple)
    ]


@pytest.mark.parametrize("line", singles(), ids=" ".join)
def test_what_takes_one_value_refuses_another_and_takes_the_same_again(
    yp: Yp, line: tuple[str, ...]
) -> None:
    *path, option = line
    done = yp(*path, option, "1", option, "2")
    assert (done.code, done.out) == (2, "")
    assert f"{option} is given twice: '1' and '2'" in done.err
    assert "is given twice" not in yp(*path, option, "1", option, "1", "--no-such").err


def test_what_takes_several_values_takes_them(yp: Yp, region: Path) -> None:
    given = ("--responsible", "kunnat", "--responsible", "alberga", "--dry-run")
    made = yp("new", "measure", "Uusi", "--interface", "a", *given, cwd=region)
    assert made.code == 0, made.err
    # What stands after the command holds against what stands before it.
    assert yp("--lang", "fi", "status", "--lang", "en", cwd=region).out.startswith("State on")
