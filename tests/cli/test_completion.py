"""What the shell completes, through Typer's own protocol, and what it does not load for it."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from tests.conftest import REGION, SHIPPED, Yp
from tests.project import any_line
from yhdyspinta_cli import store
from yhdyspinta_cli.checks import explanations
from yhdyspinta_cli.checks.rules import RULES
from yhdyspinta_cli.cli import app, complete
from yhdyspinta_cli.model.catalogue import KINDS
from yhdyspinta_cli.vocabulary import GAP_KINDS as GAPS
from yhdyspinta_cli.vocabulary import SITUATIONS, STATES


def completed(line: str, yp_process: Yp, cwd: Path = REGION) -> list[str]:
    """What bash would offer for a line; the word at its end is being typed."""
    result = yp_process(
        cwd=cwd,
        _YP_COMPLETE="complete_bash",
        COMP_WORDS=line,
        COMP_CWORD=str(len(line.split()) - (0 if line.endswith(" ") else 1)),
    )
    assert result.err == ""
    return [word for word in result.out.split() if word]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("yp who-owns A", ["A1", "A2"]),
        ("yp who-owns b", ["b1", "b2"]),
        ("yp who-owns ti", ["tiedon-malli", "tietopohja"]),
        ("yp owned-by hiid", ["hiidenmaa", "hiidenmaan-liitto"]),
        ("yp owned-by foo", ["foorumi"]),
        ("yp owned-by koivula --binding l", ["law"]),
        ("yp list bo", ["bodies"]),
        ("yp report --only b", ["brief"]),
        ("yp report --only law --only e", ["errors"]),
        ("yp list sig", ["signatures"]),
        ("yp list measures --interface j", ["johto"]),
        ("yp list measures --goal ", ["hyvinvointi", "ennakointi", "1", "2"]),
        ("yp list measures --party a", ["alberga", "ahtala"]),
        ("yp gaps --fail-on nobody-f", ["nobody-forgotten"]),
        ("yp counterparts --by i", ["interface"]),
        ("yp what-if --remove rant", ["rantahanke"]),
        ("yp rotation tu", ["turvaverkosto"]),
        ("yp report --for tu", ["turvaverkosto"]),
        ("yp explain yp61", ["yp610", "yp611", "yp612", "yp613", "yp614"]),
        ("yp event add meeting x --area ete", ["etelainen"]),
        ("yp event add meeting x --corrects 2023", ["2023-04-19-foorumi-c3d4e5"]),
        ("yp status set A1 n", ["not-started"]),
        ("yp list measures --state n", ["not-started", "no-own-state", "no-information"]),
        ("yp edit J2 ti", ["title="]),
        ("yp edit tiedon-malli title=x resp", ["responsible.", "responsible_note="]),
        ("yp edit J2 responsible.hiidenmaa.ro", ["responsible.hiidenmaa.role="]),
        ("yp edit koivula so", ["source."]),
        ("yp edit J2 indicators.", ["indicators.0.", "indicators.1."]),
        ("yp edit foorumi type = b", ["board"]),
        ("yp guide 1", ["1", "10", "11"]),
        ("yp edit J2 responsible.0.role=pa", ["responsible.0.role=partner"]),
        ("yp edit J2 title=p", []),
        ("yp validate --select yp30", ["yp301", "yp302", "yp303", "yp304", "yp305"]),
    ],
)
def test_completion(line: str, expected: list[str], yp_process: Yp) -> None:
    found = completed(line, yp_process)
    assert found[: len(expected)] == expected, found


def test_the_folder_of_the_line_is_used(tmp_path: Path, yp_process: Yp) -> None:
    found = completed(f"yp -C {SHIPPED} who-owns E", yp_process, cwd=tmp_path)
    assert found == ["E1", "E2", "E3", "E4", "E5"]
    assert completed("yp -C nowhere who-owns E", yp_process, cwd=tmp_path) == []


LISTED: dict[str, Callable[[str], list[tuple[str, str]]]] = {
    "goals.yaml": complete.goals,
    "parties.yaml": complete.parties,
    "areas.yaml": complete.areas,
    "obligations.yaml": complete.obligations,
    "projects.yaml": complete.actors,
}


@pytest.mark.parametrize("name", LISTED)
def test_how_far_a_list_is_indented_does_not_count(
    name: str, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(region)
    found = LISTED[name]("")
    assert found
    path = region / "data" / name
    lines = path.read_text("utf-8").splitlines(keepends=True)
    indented = ["    " + line if line[:1] in " -" else line for line in lines]
    path.write_text("".join(indented), "utf-8")
    assert LISTED[name]("") == found


def test_a_file_that_cannot_be_read_offers_nothing_and_says_nothing(
    region: Path, yp_process: Yp
) -> None:
    (region / "data/goals.yaml").write_text("goals: [", "utf-8")
    assert completed("yp list measures --goal ", yp_process, cwd=region) == []
    assert completed("yp who-owns A", yp_process, cwd=region) == ["A1", "A2"]


def test_nobody_answers_who_is_only_a_counterpart(monkeypatch: pytest.MonkeyPatch) -> None:
    """The counterparts stand in the file of the parties, and their ids name no actor."""
    monkeypatch.chdir(SHIPPED)
    assert {key for key, _name in complete.actors("")} == {
        a.id for a in store.load(SHIPPED).kb.all_actors
    }


def test_lists_are_whole() -> None:
    assert complete.kinds("")[:-2] == [kind.plural for kind in KINDS]
    assert complete.rule_codes("") == [rule.code for rule in RULES]
    assert complete.gaps("") == [*GAPS, "any"]
    assert complete.codes("") == sorted(explanations.BY_CODE)
    assert set(complete.states_reported("")) == set(STATES)
    assert set(complete.states("")) == set(SITUATIONS)


def test_completion_loads_no_heavy_library() -> None:
    code = (
        "import sys, os\n"
        "os.environ.update(_YP_COMPLETE='complete_bash', COMP_WORDS='yp who-owns A',"
        " COMP_CWORD='2')\n"
        "from yhdyspinta_cli import __main__\n"
        "sys.argv = ['yp']\n"
        "try:\n    __main__.main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'pydantic', 'jinja2', 'babel', 'git', 'ruamel', 'rapidfuzz'}\n"
        "print('loaded', sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=REGION, capture_output=True, text=True, check=True
    )
    assert re.findall(r"^loaded (.*)$", done.stdout, re.MULTILINE) == ["[]"]
    assert done.stdout.split()[:2] == ["A1", "A2"]


def test_a_title_is_offered_in_its_own_words_with_what_stands_in_brackets(
    region: Path, yp_process: Yp
) -> None:
    path = region / "data" / "measures" / "asuminen.yaml"
    said = re.sub(
        "(?m)^title:.*$", "title: Asuminen [kaikki] ja [bold]koti", path.read_text("utf-8")
    )
    path.write_text(said, "utf-8")
    result = yp_process(
        cwd=region, _YP_COMPLETE="complete_zsh", _TYPER_COMPLETE_ARGS="yp who-owns asum"
    )
    assert "Asuminen [kaikki] ja [bold]koti" in result.out


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("yp owned-by Hiidenmaan\\ li", ["Hiidenmaan\\ liitto"]),
        ("yp owned-by koivulan-", ["koivulan-johtaja"]),
        ("yp report --for Turva", ["Turvaverkosto"]),
        ("yp list measures --party = alb", ["alberga"]),
    ],
)
def test_a_name_is_offered_where_no_id_begins_so(
    line: str, expected: list[str], yp_process: Yp
) -> None:
    words = re.findall(r"(?:\\.|\S)+", line)
    result = yp_process(
        _YP_COMPLETE="complete_bash", COMP_WORDS="\n".join(words), COMP_CWORD=str(len(words) - 1)
    )
    assert result.out.splitlines() == expected


def test_every_parameter_that_names_something_completes() -> None:
    """What has no completion is a day, words, a file, a place in git or a number."""
    words = (
        "--note --text --title --region --nobody --indicator --official-name --rhythm --evidence"
        " --decision --link --map --sheet --id --code title name words reading"
    )
    free = {
        *("--as-of", "--on", "--due", "--period", "--first", "--start", "--end", "--since"),
        *("--rev", "--against", "--url", "earlier", "later"),
        *("-C", "files", "folder", "--parties", "--progress"),
        *words.split(),
    }
    lacking = {
        param.opts[0]
        for path, command in any_line.commands(typer.main.get_command(app.build()))
        for param in command.params
        # A party of a base that is only begun stands nowhere yet; the other is a day.
        if (path, param.opts[0]) not in ((("init",), "--party"), (("diff",), "--to"))
        if param.type.name not in ("boolean", "path", "choice")
        and not param.type.name.startswith("int")
        and getattr(param, "_custom_shell_complete", None) is None
    }
    assert lacking <= free, lacking - free
