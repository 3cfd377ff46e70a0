"""`yp init`: from an empty folder to a knowledge base that is sound, asks nobody twice, and never
writes over anything."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.beginning import terminal
from tests.conftest import REGION, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.services import begin_origin
from yhdyspinta_cli.store import atomic

PARTIES = (
    "Saaren hyvinvointialue\nSaarimaan liitto\nLuodon kunta\nKarin kaupunki\nRiutta\nSärkkä\n"
    "Matala\nKallio\nHiekka\nAallokko\nSæby\nÅrøy\nKaski\n"
)
"""A list as it is copied out of an agreement: 13 parties, of most of which no type is told."""
OPTIONS = ("--region", "Saari", "--title", "Saaren yhteistyösopimus", "--start", "2026-01-01")
NAMES = ("--party", "Saaren hyvinvointialue", "--party", "Luodon kunta")


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder but the lock's."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".yp.lock"
    }


def test_a_newcomer_answers_and_has_a_base_that_is_sound(
    yp: Yp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = ("Saari", "Saaren yhteistyösopimus", "")
    days = ("ensi vuonna", "1.1.2026", "31.12.2025", "31.12.2029")
    terminal.types(monkeypatch, *base, *days, *PARTIES.splitlines(), "", "kyllä")
    begun = yp("init", "--lang", "fi", cwd=tmp_path)
    assert begun.code == 0, begun.err
    assert "'ensi vuonna' ei ole päivä" in begun.err
    assert "loppu on ennen alkua" in begun.err
    told = begun.err.splitlines()
    assert [line.split()[1] for line in told[-3:]] == ["validate", "new", "init"]
    found = yp("validate", "--strict", "--notes", cwd=tmp_path)
    assert found.out == "6 files checked: 0 errors, 0 warnings, 0 notes, 0 accepted.\n"
    kb = store.load(tmp_path).kb
    assert kb.agreement.language == "fi"
    assert [party.type for party in kb.parties][:4] == [
        "wellbeing-services-county",
        "regional-council",
        "municipality",
        "municipality",
    ]
    assert len(kb.parties) == 13
    # There is one interface: it is not asked for.
    line = ("Uusi", "--responsible", "Saaren hyvinvointialue", "--lang", "en")
    assert yp("new", "measure", *line, "--dry-run", cwd=tmp_path).code == 0
    assert "Esimerkkitoimenpide" in yp("who-owns", "A1", cwd=tmp_path).out
    report = yp("report", "--year", "2026", cwd=tmp_path)
    assert "Saaren yhteistyösopimus" in report.out
    assert "osapuolet" in (tmp_path / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("code", "says"),
    [("fi", "Kuka vastaa"), ("sv", "vem som ansvarar"), ("en", "who answers"), ("nb", "who answe")],
)
def test_the_readme_and_the_samples_are_in_the_language_of_the_base(
    yp: Yp, tmp_path: Path, code: str, says: str
) -> None:
    begun = yp("init", "uusi", *OPTIONS, *NAMES, "--language", code, cwd=tmp_path)
    assert begun.code == 0, begun.err
    base = tmp_path / "uusi"
    assert says.casefold() in (base / "README.md").read_text("utf-8").casefold()
    assert "{{" not in (base / "README.md").read_text("utf-8")
    assert yp("validate", "--strict", cwd=base).code == 0
    assert yp("fmt", "--check", cwd=base).code == 0
    assert yp("report", "--year", "2026", cwd=base).code == 0


def test_what_the_readme_of_a_new_base_names_is_there(yp: Yp, tmp_path: Path) -> None:
    yp("init", *OPTIONS, *NAMES, "--language", "fi", cwd=tmp_path)
    text = (tmp_path / "README.md").read_text("utf-8")
    named = [name for name in re.findall(r"`([\w./-]+)`", text) if "/" in name or "." in name]
    assert len(named) > 6
    assert [name for name in named if not (tmp_path / name).exists()] == []
    for line in re.findall(r"^yp [^#\n]+", text, re.MULTILINE):
        path = line.split()[1:3] if line.startswith("yp new") else line.split()[1:2]
        assert yp(*path, "--help", cwd=tmp_path).code == 0, line


@pytest.mark.parametrize("named", ["names.txt", "table.csv", "-"])
def test_parties_come_from_a_list_or_a_table(
    yp: Yp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    (tmp_path / "names.txt").write_text("Osapuoli\n" + PARTIES, "utf-8")
    (tmp_path / "table.csv").write_text(
        "Osapuoli;Tyyppi;Kuntanumero\nSaaren hyvinvointialue;hyvinvointialue;\nLuoto;kunta;992\n",
        "utf-8",
    )
    terminal.piped(monkeypatch, PARTIES)
    begun = yp("init", "uusi", *OPTIONS, "--parties", named, cwd=tmp_path)
    assert begun.code == 0, begun.err
    parties = store.load(tmp_path / "uusi").kb.parties
    if named == "table.csv":
        assert [(party.id, party.code) for party in parties][1:] == [("luoto", "992")]
        assert parties[1].source[0].row == "table table, row 3"
    else:
        assert len(parties) == 13
        assert parties[0].name == "Saaren hyvinvointialue"
        assert parties[0].source == ()
        assert {party.type for party in parties[4:]} == {"other"}
        assert "Riutta, Särkkä" in begun.err


@pytest.mark.parametrize(
    ("names", "publisher"),
    [("Luoto\nSaaren hyvinvointialue\n", "Saaren hyvinvointialue"), ("Luoto\nVuori\n", "Luoto")],
)
def test_the_paper_is_taken_for_the_countys(
    yp: Yp, tmp_path: Path, names: str, publisher: str
) -> None:
    (tmp_path / "nimet.txt").write_text(names, "utf-8")
    begun = yp("init", "uusi", *OPTIONS, "--parties", "nimet.txt", cwd=tmp_path)
    assert begun.code == 0, begun.err
    assert store.load(tmp_path / "uusi").kb.agreement.organisation.name == publisher


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_no_name_of_a_list_is_taken_for_a_title(
    yp: Yp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    for lines in (
        ("Saaren hyvinvointialue", "Luodon kunta", "Kari; kunta"),
        ("Luodon kunta;kunta", "Saaren hyvinvointialue;hyvinvointialue", "Kari;kunta"),
    ):
        terminal.piped(monkeypatch, end.join(lines))
        begun = yp("init", str(len(lines[0])), *OPTIONS, "--parties", "-", cwd=tmp_path)
        assert begun.code == 0, begun.err
        parties = store.load(tmp_path / str(len(lines[0]))).kb.parties
        assert {party.name for party in parties} == {
            "Saaren hyvinvointialue",
            "Luodon kunta",
            "Kari",
        }
        assert "other" not in {party.type for party in parties}
    terminal.piped(monkeypatch, "Luodon kunta;kunta;992")
    refused = yp("init", "x", *OPTIONS, "--parties", "-", cwd=tmp_path)
    assert refused.code == 2
    assert "no titles" in refused.err


def test_without_a_terminal_it_names_what_is_lacking(
    yp: Yp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.piped(monkeypatch, "Saari\n")
    found = yp("init", "--region", "Saari", cwd=tmp_path)
    assert found.code == 2
    assert "--title, --start, --party/--parties" in found.err
    assert "--region" not in found.err
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("end", [[], ["--end", "31.12.2029"]])
def test_the_same_again_writes_nothing_and_what_was_broken_off_is_completed(
    yp: Yp, tmp_path: Path, end: list[str]
) -> None:
    line = ("init", *OPTIONS, *NAMES, *end)
    assert yp(*line, cwd=tmp_path).code == 0
    whole = tree(tmp_path)
    for gone in ("data/agreement.yaml", "data/measures/sample.yaml", "README.md"):
        (tmp_path / gone).unlink()
    again = yp(*line, cwd=tmp_path)
    assert again.code == 0
    assert again.out.split() == ["README.md", "data/measures/sample.yaml", "data/agreement.yaml"]
    assert tree(tmp_path) == whole
    assert yp(*line, cwd=tmp_path).out == ""


def test_nothing_is_written_over(yp: Yp, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Mine.\n")
    (tmp_path / "data").mkdir()
    (tmp_path / "data/goals.yaml").symlink_to(tmp_path / "nowhere")
    before = tree(tmp_path)
    found = yp("init", *OPTIONS, *NAMES, cwd=tmp_path)
    assert found.code == 4
    assert "README.md, data/goals.yaml" in found.err
    assert "nothing was written" in found.err
    assert tree(tmp_path) == before


def test_below_a_knowledge_base_none_is_begun(yp: Yp, region: Path) -> None:
    before = tree(region)
    for folder in ("data", "uusi/alue", "."):
        found = yp("init", folder, *OPTIONS, *NAMES, cwd=region)
        assert found.code == 4
        assert "nothing was written" in found.err
        assert str(region) in found.err or folder == "."
    assert tree(region) == before


def test_a_whole_base_is_refused_before_anything_is_asked(
    yp: Yp, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.types(monkeypatch)
    found = yp("init", cwd=region)
    assert found.code == 4
    assert "already" in found.err


def test_questions_that_are_broken_off_leave_nothing(
    yp: Yp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.types(monkeypatch, "Saari")
    found = yp("init", "uusi", cwd=tmp_path)
    assert found.code == 130
    assert "nothing was written" in found.err
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_takes_everything_back(
    yp: Yp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create, made = atomic.create, []

    def full(root: Path, path: str, raw: bytes) -> bool:
        made.append(path)
        if len(made) == 9:
            raise KeyboardInterrupt
        return create(root, path, raw)

    monkeypatch.setattr(atomic, "create", full)
    found = yp("init", "uusi", *OPTIONS, *NAMES, cwd=tmp_path)
    assert found.code == 130
    assert list(tmp_path.iterdir()) == []


def test_names_of_every_kind_are_carried_whole(yp: Yp, tmp_path: Path) -> None:
    long = "Pitkännimisen saariston " + "ä" * 170 + " kunta"
    assert len(long) == 200
    names = (long, "Sør-Øy kommune", "Æbelø", "漢字", 'Luoto: #1 "kunta"', 'Luoto: #1 "kunta"')
    given = [word for name in names for word in ("--party", name)]
    begun = yp("init", *OPTIONS[2:], "--region", long, *given, cwd=tmp_path)
    assert begun.code == 0, begun.err
    assert f"taken once: {names[-1]}" in begun.err
    assert yp("validate", "--strict", cwd=tmp_path).code == 0
    kb = store.load(tmp_path).kb
    assert [party.name for party in kb.parties] == list(names[:5])
    assert kb.agreement.region == long
    assert max(len(party.id) for party in kb.parties) <= 63
    assert yp("owned-by", "漢字", cwd=tmp_path).code == 0


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (("--start", "31.2.2026"), "is not a day"),
        (("--end", "2025-12-31"), "the end is before the start"),
        (("--language", "suomi"), "there is no language 'suomi'"),
        (("--parties", "nowhere.csv", "--party", "x"), "either --party or --parties"),
        (("--title", " "), "'title' is empty"),
    ],
)
def test_what_cannot_be_is_refused(
    yp: Yp, tmp_path: Path, wrong: tuple[str, ...], told: str
) -> None:
    # In the place of a right one: an option is given once.
    right = dict(zip(OPTIONS[::2], OPTIONS[1::2], strict=True))
    given = right | dict(zip(wrong[::2], wrong[1::2], strict=True))
    line = (word for pair in given.items() for word in pair)
    found = yp("init", *line, *NAMES, cwd=tmp_path)
    assert found.code == 2
    assert told in found.err
    assert tree(tmp_path) == {}


def test_an_unknown_type_is_told_with_those_that_are_taken(yp: Yp, tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text("Nimi;Tyyppi\nLuoto;foo\n", "utf-8")
    line = ("init", "--region", "Saaristo", "--title", "Sopimus", "--start", "2025-01-01")
    for party in (("--party", "Luoto; foo"), ("--parties", "p.csv")):
        found = yp(*line, *party, "uusi", cwd=tmp_path)
        assert (found.code, found.out) == (1, "")
        assert "'foo' is none of: wellbeing-services-county, " in found.err
        assert "--draft" not in found.err
        assert not (tmp_path / "uusi").exists()
        assert ("in the table" in found.err) is ("p.csv" in party)


def test_an_offered_line_names_no_party_as_a_body(yp: Yp, tmp_path: Path, region: Path) -> None:
    line = ("init", "--region", "Saaristo", "--title", "Sopimus", "--start", "2025-01-01")
    assert yp(*line, "--party", "Luodon kunta", cwd=tmp_path).code == 0
    assert "report --for" not in yp(cwd=tmp_path).out
    assert "report --for" in yp(cwd=region).out


def test_an_empty_folder_names_the_beginning(yp: Yp, tmp_path: Path) -> None:
    for question in ("status", "list", "report", ""):
        found = yp(*question.split(), cwd=tmp_path)
        assert found.code == 0
        assert "yp init" in found.out[-200:] + found.err, question
    for line in (
        "validate",
        "status set A1 completed",
        "event add x y --on 2026",
        "import parties x.csv",
        "new need x",
    ):
        found = yp(*line.split(), cwd=tmp_path)
        assert found.code == 2
        assert "data/agreement.yaml" in found.err
        assert "yp init" in found.err
    assert "yp init" not in yp().out[-200:]
    assert "yp init" not in yp("status", cwd=REGION).err


def test_ci_is_safe_for_what_strangers_propose(
    yp: Yp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(begin_origin, "of_program", lambda: "git+https://git.example/yp@abc")
    yp("init", *OPTIONS, *NAMES, cwd=tmp_path)
    github = yaml.load((tmp_path / ".github/workflows/data.yml").read_text(), yaml.BaseLoader)
    assert set(github["on"]) == {"pull_request", "push"}
    assert github["permissions"] == {"contents": "read"}
    (job,) = github["jobs"].values()
    checkout = job["steps"][0]
    assert checkout["with"]["persist-credentials"] == "false"
    gitlab = yaml.load((tmp_path / ".gitlab-ci.yml").read_text(), yaml.BaseLoader)["validate"]
    assert github["env"]["YP"] == gitlab["variables"]["YP"] == "git+https://git.example/yp@abc"
    # No text of a proposal stands in a line of the shell, and yp starts outside of its folder.
    lines = [step["run"] for step in job["steps"] if "run" in step]
    assert not any("${{" in line for line in lines)
    assert all(step["working-directory"] for step in job["steps"] if "run" in step)
    assert gitlab["before_script"][0] == "cd /tmp"
    for line in (lines[-1], gitlab["script"][0]):
        words = line.replace('"$GITHUB_WORKSPACE/proposed"', str(tmp_path)).replace(
            '"$CI_PROJECT_DIR"', str(tmp_path)
        )
        assert yp(*words.split()[1:], cwd=tmp_path.parent).code == 0


@pytest.mark.parametrize(
    ("files", "origin"),
    [
        ({"INSTALLER": "pip"}, "yhdyspinta-cli==9.1"),
        ({}, ""),
        ({"INSTALLER": "pip", "direct_url.json": '{"url": "file:///x", "dir_info": {}}'}, ""),
        (
            {
                "direct_url.json": '{"url": "https://git.example/yp", "vcs_info": '
                '{"vcs": "git", "commit_id": "0a1b"}}'
            },
            "git+https://git.example/yp@0a1b",
        ),
        (
            {
                "direct_url.json": '{"url": "https://me:secret@git.example/yp", "vcs_info": '
                '{"vcs": "git", "commit_id": "0a1b"}}'
            },
            "",
        ),
    ],
)
def test_ci_installs_what_wrote_the_base(
    yp: Yp,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    files: dict[str, str],
    origin: str,
) -> None:
    installed = tmp_path / "site/yhdyspinta_cli-9.1.dist-info"
    installed.mkdir(parents=True)
    for name, text in ({"METADATA": "Name: yhdyspinta-cli\nVersion: 9.1\n"} | files).items():
        (installed / name).write_text(text)
    monkeypatch.syspath_prepend(str(installed.parent))
    begun = yp("init", "uusi", *OPTIONS, *NAMES, cwd=tmp_path)
    assert begun.code == 0
    written = yaml.safe_load((tmp_path / "uusi/.gitlab-ci.yml").read_text())
    assert written["validate"]["variables"]["YP"] == origin
    assert ("YP" in begun.err) is (origin == "")


def test_git_takes_in_what_is_to_be_kept(yp: Yp, tmp_path: Path) -> None:
    yp("init", *OPTIONS, *NAMES, cwd=tmp_path)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    listed = subprocess.run(
        ["git", "ls-files"], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert set(listed.stdout.split()) == set(tree(tmp_path)) - {
        name for name in tree(tmp_path) if name.startswith(".git/")
    }
    json.loads((tmp_path / ".vscode/settings.json").read_text())
