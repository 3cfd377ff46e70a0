"""`yp validate --against`: what was recorded and is edited or deleted, and what a change does."""

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import LIVED, Result, Yp
from tests.history.test_committing import git
from tests.history.test_rev_answers import rename

UPDATE = "data/updates/2024/2024-06-12-harrastaminen-hallavesi-2fc7b7a1.yaml"
GONE = "data/updates/2024/2024-06-10-koulupoissaolot-tervasuo-caa91e5a.yaml"
IDENTITY = ("-c", "user.name=Salainen Nimi", "-c", "user.email=salainen@example.org")


@dataclass(frozen=True)
class Branch:
    """A region in git on a branch of its own; what is asked is what the branch changes."""

    root: Path
    yp: Yp

    def edit(self, path: str, *changes: tuple[str, str]) -> None:
        file = self.root / path
        text = file.read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        file.write_text(text, "utf-8")

    def commit(self, message: str = "Muutos") -> None:
        git(self.root, "add", "-A")
        git(self.root, *IDENTITY, "commit", "-q", "--allow-empty", "-m", message)

    def ask(self, *words: str, rev: str = "main") -> Result:
        line = ("validate", "--against", rev, "--select", "YP902", *words)
        return self.yp(*line, "--as-of", "2026-01-31", cwd=self.root)

    def told(self, *words: str, rev: str = "main") -> list[str]:
        """The places of the findings, and how each begins."""
        found = self.ask("--output-format", "concise", *words, rev=rev).out.splitlines()
        return [line.split(" YP902 ")[0] for line in found]

    def description(self, *words: str) -> str:
        return self.ask("--output-format", "markdown", *words).out


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("against") / "region"
    shutil.copytree(LIVED / "data", root / "data")
    git(root, "init", "-q", "-b", "main")
    git(root, "add", "-A")
    git(root, *IDENTITY, "commit", "-q", "-m", "Alku")
    git(root, "switch", "-q", "-c", "muutos")
    return root


@pytest.fixture
def branch(base: Path, tmp_path: Path, yp: Yp) -> Branch:
    shutil.copytree(base, tmp_path / "region")
    return Branch(tmp_path / "region", yp)


def test_reports_that_are_renamed_with_their_measure_are_no_error(branch: Branch) -> None:
    for path in sorted((branch.root / "data").rglob("*.yaml")):
        text = path.read_text("utf-8")
        if "harrastaminen" in text:
            path.write_text(text.replace("harrastaminen", "harrastus-kaikille"), "utf-8")
        if "harrastaminen" in path.name:
            path.rename(path.with_name(path.name.replace("harrastaminen", "harrastus-kaikille")))
    branch.commit()
    assert branch.yp("validate", cwd=branch.root).code == 0
    assert branch.told() == []
    found = branch.yp("diff", "main", "--json", cwd=branch.root)
    told = json.loads(found.out)["answer"]
    assert (told["rewritten"], told["reported"]) == ([], [])
    assert told["changed"] == ["harrastus-kaikille"]
    # One that is edited on the way is told.
    update = UPDATE.replace("harrastaminen", "harrastus-kaikille")
    branch.edit(update, ("state: completed", "state: paused"))
    branch.commit()
    assert len(branch.told()) == 1


def test_an_edited_report_is_an_error_at_the_edited_field(branch: Branch) -> None:
    branch.edit(UPDATE, ("state: completed", "state: in-progress"), ("§ 33", "§ 34"))
    done = branch.ask()
    assert done.code == 1
    assert f"{UPDATE}:3:8: error YP902 " in done.out
    assert "State: completed → in progress; Evidence: changed" in done.out
    # A text that was changed may have had to go: neither form of it is repeated.
    assert "§ 33" not in done.out
    assert f"yp status correct {Path(UPDATE).stem}" in done.out
    assert "yp: compared with revision " in done.err
    assert "alainen" not in done.out + done.err
    assert branch.ask("--exit-zero").code == 0
    assert branch.ask(rev="HEAD~0").code == 1
    branch.commit()
    assert branch.told() == [f"{UPDATE}:3:8: error"]
    # Compared with itself a branch has changed nothing.
    assert branch.told(rev="muutos") == []


def test_a_deleted_report_is_told_at_its_path(branch: Branch) -> None:
    (branch.root / GONE).unlink()
    value = next((branch.root / "data/values/2024").glob("*mittari-b3-maara*"))
    event = next((branch.root / "data/events/2024").glob("*sopimuksen-toteutuminen*"))
    title = re.findall("title: (.*)", event.read_text("utf-8"))[0]
    value.unlink()
    event.unlink()
    done = branch.ask("--output-format", "json")
    found = {one["path"]: one for one in json.loads(done.out)["diagnostics"]}
    assert set(found) == {
        GONE,
        *(one.relative_to(branch.root).as_posix() for one in (value, event)),
    }
    assert "D3 not started (2024-06-10)" in found[GONE]["message"]
    assert "--corrects" in found[value.relative_to(branch.root).as_posix()]["help"]
    assert title not in done.out
    told = branch.told("data/updates")
    assert told == [f"{GONE}:1:1: error"]
    for form in ("gitlab", "junit", "sarif", "markdown"):
        assert GONE in branch.ask("--output-format", form).out
    github = branch.ask("--output-format", "github").out
    assert f"::error file={GONE},line=1,col=1,title=YP902::" in github


def test_a_correction_and_what_says_the_same_rewrite_nothing(branch: Branch) -> None:
    branch.edit(UPDATE, ("id: ", "# huomautus\nid:   "), ("state: completed", 'state: "completed"'))
    moved = branch.root / GONE
    renamed = moved.with_name("2024-06-10-uusi-nimi.yaml")
    moved.rename(renamed)
    branch.edit(
        renamed.relative_to(branch.root).as_posix(),
        (moved.stem, renamed.stem),
    )
    other = "data/updates/2024/2024-04-02-evakuointi-ed71e4e1.yaml"
    with (branch.root / other).open("a", encoding="utf-8") as file:
        file.write("remarks:\n  - text: Tarkistettu pöytäkirjasta.\n")
    branch.commit()
    # References follow: to a measure under another id, and to an indicator in a measure.
    rename(branch.root, "evakuointi", "evakuoinnin-suunnittelu")
    rename_text(branch.root, "mittari-b3-maara", "mittari-uusi")
    corrected = branch.yp(
        "status", "correct", Path(UPDATE).stem, "paused", "--by", "hallavesi", cwd=branch.root
    )
    assert corrected.code == 0, corrected.err
    assert branch.told() == []
    said = branch.description()
    assert "rewritten" not in said
    assert "- status update: D4 paused (2024-06-12), which corrects: D4 completed" in said
    assert "| the id: evakuointi → evakuoinnin-suunnittelu |" in said


def rename_text(root: Path, old: str, new: str) -> None:
    for path in (root / "data").rglob("*.yaml"):
        text = path.read_text("utf-8")
        if old in text:
            path.write_text(re.sub(rf"(?<![\w-]){old}(?![\w-])", new, text), "utf-8")


def test_what_came_to_the_other_branch_meanwhile_is_not_dropped(branch: Branch) -> None:
    git(branch.root, "switch", "-q", "main")
    (branch.root / GONE).unlink()
    line = ("status", "set", "J5", "completed", "--on", "2025-12-01", "--by", "hallavesi")
    assert branch.yp(*line, cwd=branch.root).code == 0
    branch.commit()
    git(branch.root, "switch", "-q", "muutos")
    assert branch.told() == []
    assert "It changes nothing that the data tells." in branch.description()
    assert branch.told("--rev", "main", rev="muutos") == [f"{GONE}:1:1: error"]
    # A branch without any common commit is compared as it stands.
    git(branch.root, "switch", "-q", "--orphan", "toinen")
    git(branch.root, "checkout", "-q", "muutos", "--", "data")
    branch.edit(UPDATE, ("state: completed", "state: in-progress"))
    branch.commit()
    assert branch.told(rev="muutos") == [f"{UPDATE}:3:8: error"]


def test_only_a_commit_can_say_why_and_a_remark_can_not(branch: Branch) -> None:
    branch.edit(
        UPDATE,
        ("§ 33", "§ 34"),
        ("recorded:", "remarks:\n  - text: Nimi poistettu.\n    rule: YP902\nrecorded:"),
    )
    (branch.root / GONE).unlink()
    branch.commit()
    assert [one.split(":")[0] for one in branch.told()] == [GONE, UPDATE]
    reason = "henkilön nimi poistettiin\x1b[31m"
    branch.commit(
        f"Nimi pois\n\nRewrites: {Path(UPDATE).stem} {reason}\nRewrites: {Path(GONE).stem}"
    )
    assert branch.told() == [f"{GONE}:1:1: error"]
    said = branch.description()
    assert f"{UPDATE}: what was recorded has been edited: Evidence: changed – " in said
    assert "the reason given for it: henkilön nimi poistettiin" in said
    assert "\x1b" not in said
    branch.commit(f"Nimi pois\n\nRewrites: {Path(GONE).stem} kirjattu kahdesti")
    assert branch.ask().code == 0
    assert branch.told("--notes") == [f"{GONE}:1:1: accepted", f"{UPDATE}:8:3: accepted"]


def test_a_file_that_cannot_be_read_was_not_deleted(branch: Branch) -> None:
    (branch.root / UPDATE).write_text("rikki: [", "utf-8")
    assert branch.told() == []
    assert "No longer there" not in branch.description()
    branch.commit()
    git(branch.root, "branch", "-q", "-f", "main")
    git(branch.root, "checkout", "-q", "HEAD~1", "--", UPDATE)
    assert branch.told() == []
    assert "### New" not in branch.description()


def test_a_description_tells_what_the_change_does(branch: Branch, tmp_path: Path) -> None:
    branch.edit(UPDATE, ("state: completed", "state: in-progress"))
    branch.edit("data/measures/evakuointi.yaml", ("title: ", "title: '@kaikki <b> ' #"))
    branch.edit("data/personal.yaml", ("Hilma Keksitty", "Hilma Uusinimi"))
    (branch.root / "data/needs.yaml").unlink()
    file = tmp_path / "kuvaus.md"
    done = branch.ask("--output-format", "markdown", "--output-file", str(file), "--lang", "fi")
    assert done.code == 1
    said = file.read_text("utf-8")
    headings = [line for line in said.splitlines() if line.startswith("#")]
    assert headings[:2] == ["## Mitä muutos tekee", "### Jo kirjattua on muutettu"]
    assert headings[-1] == "### Tietojen tarkistus"
    assert re.search(r"### Poistettu \(\d+\)\n\n- tarve: ", said)
    assert "<b>" not in said.replace("\\<b\\>", "")
    assert "@<!-- -->kaikki" in said
    assert "Hilma" not in said
    assert "| virhe | data/updates/2024/" in said


def test_without_git_or_with_a_part_of_it_there_is_nothing_to_compare_with(
    branch: Branch, tmp_path: Path
) -> None:
    assert branch.ask(rev="nosuch").code == 2
    assert branch.ask(rev="--output=x").code == 2
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{branch.root}", "shallow")
    shallow = Branch(tmp_path / "shallow", branch.yp)
    done = shallow.ask(rev="origin/main")
    assert done.code in (2, 3)
    shutil.rmtree(branch.root / ".git")
    assert branch.ask().code == 3
