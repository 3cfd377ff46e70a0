"""`--rev`: the answer is that of a plain checkout of the commit, but for naming the revision."""

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import LIVED, Result, Yp
from tests.history.test_committing import git
from tests.output.test_workbook import DAY, QUESTIONS
from yhdyspinta_cli.services import revisions

BEFORE = "2025-06-01"
TEXT = "\nAineisto on sellaisena kuin se oli versiossa {short} ({day}).\n"


@dataclass(frozen=True)
class History:
    """A region with three commits; `first` and `second` are plain checkouts of the earlier two."""

    root: Path
    first: Path
    second: Path
    commits: tuple[str, ...]


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> History:
    """The lived-in region: as it is, with one more report, and with a measure under a new name."""
    folder = tmp_path_factory.mktemp("history")
    root = folder / "region"
    shutil.copytree(LIVED, root)
    git(root, "init", "-q", "-b", "main")
    commits = [committed(root, "2025-06-01T23:59:59+03:00")]
    update = root / "data/updates/2025/2025-06-30-tarkistus.yaml"
    update.write_text(
        f"id: 2025-06-30-tarkistus\nmeasure: {measure_of(root, 'A1')}\nstate: paused\n"
        "on: 2025-06-30\nby: hallavesi\n",
        "utf-8",
    )
    commits.append(committed(root, "2025-06-02T00:00:00+03:00"))
    rename(root, measure_of(root, "A1"), "uusi-nimi")
    commits.append(committed(root, "2025-12-01T12:00:00+02:00"))
    for name, commit in zip(("first", "second"), commits, strict=False):
        git(folder, "clone", "-q", str(root), name)
        git(folder / name, "checkout", "-q", "--detach", commit)
    # What is not committed is not known at any revision.
    (root / "data" / "parties.yaml").write_text("rikki: [", "utf-8")
    return History(root, folder / "first", folder / "second", tuple(commits))


def committed(root: Path, moment: str) -> str:
    git(root, "add", "-A")
    identity = ("-c", "user.name=Salainen Nimi", "-c", "user.email=salainen@example.org")
    os.environ["GIT_COMMITTER_DATE"] = moment
    try:
        git(root, *identity, "commit", "-q", "-m", "Muutos")
    finally:
        del os.environ["GIT_COMMITTER_DATE"]
    return git(root, "rev-parse", "HEAD")


def measure_of(root: Path, code: str) -> str:
    found = (root / "data" / "measures").glob("*.yaml")
    return next(path.stem for path in found if f"code: {code}\n" in path.read_text("utf-8"))


def rename(root: Path, old: str, new: str) -> None:
    """Give a measure another id, and its file another name."""
    git(root, "mv", f"data/measures/{old}.yaml", f"data/measures/{new}.yaml")
    for path in (root / "data").rglob("*.yaml"):
        text = path.read_text("utf-8")
        if old in text:
            path.write_text(re.sub(rf"(?<![\w-]){old}(?![\w-])", new, text), "utf-8")


def asked(yp: Yp, root: Path, *line: str) -> Result:
    return yp(*line, "--lang", "fi", cwd=root)


@pytest.mark.parametrize("line", QUESTIONS, ids=" ".join)
def test_a_question_is_answered_as_in_a_checkout(yp: Yp, history: History, line: list[str]) -> None:
    of_a_day = [*line, "--as-of", DAY]
    plain = asked(yp, history.first, *of_a_day)
    known = asked(yp, history.root, *of_a_day, "--rev", BEFORE)
    told = TEXT.format(short=history.commits[0][:12], day="1.6.2025")
    assert known == Result(plain.code, plain.out + told, plain.err)
    plain = asked(yp, history.second, *of_a_day, "--json")
    known = asked(yp, history.root, *of_a_day, "--json", "--rev", "HEAD~1")
    named = (
        f'  "revision": {{\n    "commit": "{history.commits[1]}",\n    "day": "2025-06-02"\n  }},\n'
    )
    assert known.out.count(named) == 1
    assert known.out.replace(named, "") == plain.out
    assert (known.code, known.err) == (plain.code, plain.err)
    plain = asked(yp, history.first, *of_a_day, "--csv")
    known = asked(yp, history.root, *of_a_day, "--csv", "--rev", history.commits[0][:9])
    assert known.out == plain.out
    assert f"versiossa {history.commits[0][:12]} (1.6.2025)\n" in known.err


@pytest.mark.parametrize("line", [["--year", "2025"], ["--party", "hallavesi"]], ids=" ".join)
def test_a_report_is_that_of_a_checkout(yp: Yp, history: History, line: list[str]) -> None:
    made = ["report", *line, "--as-of", DAY]
    plain = asked(yp, history.second, *made).out.splitlines()
    known = asked(yp, history.root, *made, "--rev", "2025-06-02").out.splitlines()
    differing = [new for old, new in zip(plain, known, strict=True) if old != new]
    assert differing
    assert all(f"{history.commits[1][:12]} (2.6.2025)" in one for one in differing)


def test_the_revision_before_an_update_does_not_know_it(yp: Yp, history: History) -> None:
    log = ["status", "show", "A1", "--as-of", DAY]
    assert "tarkistus" not in asked(yp, history.root, *log, "--rev", BEFORE).out
    assert "tarkistus" in asked(yp, history.root, *log, "--rev", "2025-06-02").out
    # The day of the question is another thing than what was known.
    early = ["status", "show", "A1", "--as-of", "2025-06-29", "--rev", "HEAD"]
    assert "tarkistus" not in asked(yp, history.root, *early).out
    assert "uusi-nimi" in asked(yp, history.root, "list", "measures", "--json", "--rev", "HEAD").out


def test_a_workbook_and_a_calendar_tell_their_revision(
    yp: Yp, history: History, tmp_path: Path
) -> None:
    named = f"{history.commits[0][:12]} (1.6.2025)"
    for number, line in enumerate((["status"], ["report", "--year", "2025", "--format", "xlsx"])):
        file = tmp_path / f"{number}.xlsx"
        output = "-o" if line[0] == "report" else "--xlsx"
        done = asked(yp, history.root, *line, output, str(file), "--rev", BEFORE)
        assert done.code == 0, done.err
        guide = openpyxl.load_workbook(file).worksheets[0]
        assert ("Versio", named) in [row[:2] for row in guide.values]
    line = ["calendar", "--year", "2025", "--format", "ics"]
    known = asked(yp, history.root, *line, "--rev", BEFORE)
    assert known.out == asked(yp, history.first, *line).out
    assert named in known.err


def test_findings_are_those_of_a_checkout(yp: Yp, history: History) -> None:
    for words in ([], ["--output-format", "json", "--notes"]):
        plain = asked(yp, history.first, "validate", "--as-of", DAY, *words)
        known = asked(yp, history.root, "validate", "--as-of", DAY, *words, "--rev", BEFORE)
        assert (known.code, known.out) == (plain.code, plain.out)
        assert history.commits[0][:12] in known.err
    assert asked(yp, history.root, "validate").code == 1


def test_a_name_in_git_is_never_shown_and_nothing_is_written(yp: Yp, history: History) -> None:
    before = git(history.root, "status", "--porcelain")
    said = [
        asked(yp, history.root, *line, "--rev", "HEAD")
        for line in (["list"], ["validate"], ["report", "--year", "2025"])
    ]
    assert all(one.code == 0 for one in said)
    assert not any("alainen" in one.out + one.err for one in said)
    assert git(history.root, "status", "--porcelain") == before


def test_names_of_people_are_read_where_they_are_asked_for(yp: Yp, history: History) -> None:
    list_ = ["list", "role-holders", "--rev", BEFORE]
    assert asked(yp, history.root, *list_).code == 2
    plain = asked(yp, history.first, "list", "role-holders", "--include-personal")
    assert plain.code == 0, plain.err
    assert asked(yp, history.root, *list_, "--include-personal").out.startswith(plain.out)
    loaded = revisions.load(history.root, BEFORE)
    assert "data/personal.yaml" not in loaded.files
    assert "data/personal.yaml" in revisions.load(history.root, BEFORE, personal=True).files
