"""The differences of a real history, replayed from its first revision on, lead to its last."""

import re
import shutil
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import LIVED, LIVED_ON
from tests.history.test_committing import git
from tests.history.test_rev_answers import committed, measure_of, rename
from tests.queries import replaying
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import edits
from yhdyspinta_cli.services import revisions

NOON = "2026-03-{:02}T12:00:00+02:00"


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A region with renames, a merge of two branches, a revert and a rewritten commit."""
    root = tmp_path_factory.mktemp("replay") / "region"
    shutil.copytree(LIVED / "data", root / "data")
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "user.name", "x")
    git(root, "config", "user.email", "x@example.org")
    committed(root, NOON.format(1))
    git(root, "tag", "first")
    rename(root, measure_of(root, "B3"), "uusi-nimi")
    committed(root, NOON.format(2))
    edit(root, measure_of(root, "D4"), r"^title: .*$", "title: Toisin")
    committed(root, NOON.format(3))
    # Two branches, one of which renames a party that the other's report is of.
    git(root, "switch", "-q", "-c", "haara")
    (root / "data/measures" / f"{measure_of(root, 'D6')}.yaml").unlink()
    for path in [*(root / "data/updates").rglob("*turvalliset-koulumatkat*")]:
        path.unlink()
    committed(root, NOON.format(4))
    git(root, "switch", "-q", "main")
    for path in (root / "data").rglob("*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"(?<![\w-])lumikoski(?![\w-])", "lumikosken-kunta", text), "utf-8")
    committed(root, NOON.format(5))
    git(root, "merge", "-q", "--no-ff", "-m", "Yhdessä", "haara")
    # Reverted, then written over: the first try is in no branch any more.
    git(root, "revert", "--no-edit", "-m", "1", "HEAD")
    edit(root, measure_of(root, "C1"), r"^title: .*$", "title: Väärin")
    committed(root, NOON.format(7))
    git(root, "tag", "rewritten")
    edit(root, measure_of(root, "C1"), r"^title: .*$", "title: Oikein")
    git(root, "commit", "-q", "-a", "--amend", "-m", "Oikein")
    # A year at once.
    shutil.rmtree(root / "data")
    shutil.copytree(LIVED_ON / "data", root / "data")
    committed(root, NOON.format(9))
    return root


def edit(root: Path, key: str, pattern: str, text: str) -> None:
    path = root / "data" / "measures" / f"{key}.yaml"
    changed = re.sub(pattern, text, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    path.write_text(changed, "utf-8")


@cache
def known(root: Path, rev: str) -> dict[str, Record]:
    return edits.records(revisions.load(root, rev).kb)


@pytest.mark.parametrize("is_back", [False, True], ids=["on", "back"])
def test_step_by_step_the_first_becomes_the_last(history: Path, is_back: bool) -> None:
    line = git(history, "rev-list", "--reverse", "--first-parent", "HEAD").split()
    assert len(line) == 8
    states = [known(history, commit) for commit in (line[::-1] if is_back else line)]
    replayed = states[0]
    for before, after in pairwise(states):
        replayed = replaying.replayed(replayed, edits.between(before, after))
        assert replaying.alike(replayed) == replaying.alike(after)


def test_all_at_once_the_first_becomes_the_last(history: Path) -> None:
    first, last = known(history, "first"), known(history, "HEAD")
    found = edits.between(first, last)
    assert replaying.alike(replaying.replayed(first, found)) == replaying.alike(last)


def test_what_was_reverted_differs_in_nothing(history: Path) -> None:
    before, merged, reverted = (known(history, f"HEAD~{n}") for n in (4, 3, 2))
    assert edits.between(before, merged) != ()
    assert edits.between(before, reverted) == ()


def test_a_rename_is_one_though_a_hundred_files_name_it(history: Path) -> None:
    line = git(history, "rev-list", "--reverse", "--first-parent", "HEAD").split()
    (measure,) = edits.between(known(history, line[0]), known(history, line[1]))
    assert (measure.is_renamed, measure.record.id, measure.edits) == (True, "uusi-nimi", ())
    found = edits.between(known(history, line[2]), known(history, line[3]))
    (party,) = [one for one in found if one.is_renamed]
    assert (party.record.id, party.edits) == ("lumikosken-kunta", ())


def test_a_rewritten_commit_is_compared_like_any_other(history: Path) -> None:
    (found,) = edits.between(known(history, "rewritten"), known(history, "HEAD~1"))
    assert [(one.before, one.after) for one in found.edits] == [("Väärin", "Oikein")]
