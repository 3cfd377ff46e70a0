"""`yp history` of what was renamed: several at once, moved, reverted, on branches of a merge."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import LIVED, Yp
from tests.history.lived_line import Stream, files
from tests.history.test_past import told

OLD, NEW, THIRD = "harrastaminen", "harrastus-kaikille", "liikkuvat"
DATA, DATA_NEW = "tietotuotanto", "tieto-yhteen"
FILE = f"data/measures/{OLD}.yaml"

Files = Mapping[str, bytes]
KNOWN: Files = files(LIVED)


def renamed(known: Files, old: str, new: str) -> Files:
    """Return the files with another id of a measure; its reports go with it."""
    return {
        path.replace(old, new): raw.replace(old.encode(), new.encode())
        for path, raw in known.items()
    }


def turned(before: Files, after: Files) -> dict[str, bytes | None]:
    """Return what a commit has to write, and to drop, that makes one of the other."""
    gone: dict[str, bytes | None] = dict.fromkeys(before.keys() - after.keys())
    return gone | {path: raw for path, raw in after.items() if before.get(path) != raw}


def line(root: Path, *states: Files) -> Path:
    """Make a repository of these states, each committed on the first day of another month."""
    made = Stream()
    before: Files = {}
    for number, state in enumerate(states):
        made.commit(turned(before, state), date(2026, 1 + number, 1))
        before = state
    made.into(root)
    return root


def merged(root: Path, trunk: Files, branches: list[Files], result: Files) -> Path:
    """Make a repository in which one commit merges all branches into what the trunk has become."""
    made = Stream()
    first = made.commit(KNOWN, date(2026, 1, 1))
    tips = [
        made.commit(
            turned(KNOWN, one), date(2026, 2, 1), parents=(first,), branch=f"haara-{number}"
        )
        for number, one in enumerate(branches)
    ]
    own = made.commit(turned(KNOWN, trunk), date(2026, 2, 2), parents=(first,))
    made.commit(turned(trunk, result), date(2026, 3, 1), parents=(own, *tips))
    made.into(root)
    return root


def changes(lines: list[str]) -> list[str]:
    """Return what changed, without what was reported and without the commits."""
    return [one.partition(" [")[0] for one in lines if "[commit" in one]


def came(lines: list[str]) -> set[str]:
    """Return the days on which what was reported came into the data."""
    return {one.partition("tuli aineistoon ")[2][:8] for one in lines if "tuli aineistoon" in one}


def id_changed(day: str, old: str, new: str) -> str:
    return f"{day}: id vaihtui: {old} → {new}"


ADDED = "1.1.2026: lisättiin aineistoon"


def test_two_of_one_commit_are_each_followed(yp: Yp, tmp_path: Path) -> None:
    after = renamed(renamed(KNOWN, OLD, NEW), DATA, DATA_NEW)
    root = line(tmp_path, KNOWN, after)
    for old, new in ((OLD, NEW), (DATA, DATA_NEW)):
        lines = told(yp, root, new)
        assert changes(lines) == [id_changed("1.2.2026", old, new), ADDED]
        assert came(lines) == {"1.1.2026"}
        assert told(yp, root, old) == lines
    # Who reported on it reported on the first day, and nothing was done to that.
    own = told(yp, root, "ukonlampi")
    assert came(own) == {"1.1.2026"}
    assert all(one.startswith("1.1.2026: ") for one in changes(own))


def test_a_folder_may_move_with_the_commit_that_renames(yp: Yp, tmp_path: Path) -> None:
    after = {f"sopimus/{path}": raw for path, raw in renamed(KNOWN, OLD, NEW).items()}
    root = line(tmp_path, KNOWN, after) / "sopimus"
    lines = told(yp, root, NEW)
    assert changes(lines) == [id_changed("1.2.2026", OLD, NEW), ADDED]
    assert came(lines) == {"1.1.2026"}
    assert told(yp, root, OLD) == lines


def test_a_rename_that_was_reverted_is_told_twice_and_moves_no_report(
    yp: Yp, tmp_path: Path
) -> None:
    root = line(tmp_path, KNOWN, renamed(KNOWN, OLD, NEW), KNOWN)
    lines = told(yp, root, OLD)
    assert changes(lines) == [
        id_changed("1.3.2026", NEW, OLD),
        id_changed("1.2.2026", OLD, NEW),
        ADDED,
    ]
    assert came(lines) == {"1.1.2026"}
    assert told(yp, root, NEW) == lines
    assert yp("history", NEW, cwd=root).err.endswith(f"; current id {OLD}\n")
    assert "Nothing differs" in yp("diff", "HEAD~2", "HEAD", cwd=root).out


def test_a_merge_of_three_branches_names_the_one_that_renamed(yp: Yp, tmp_path: Path) -> None:
    title = b"title: Harrastus jokaiselle"
    edited = dict(KNOWN) | {FILE: KNOWN[FILE].replace(title, b"title: Harrastus kaikille")}
    assert edited != KNOWN
    branches = [renamed(KNOWN, OLD, NEW), renamed(KNOWN, DATA, DATA_NEW), edited]
    root = merged(tmp_path, KNOWN, branches, renamed(renamed(edited, OLD, NEW), DATA, DATA_NEW))
    lines = told(yp, root, NEW)
    assert changes(lines) == [
        id_changed("1.3.2026", OLD, NEW),
        "1.3.2026: Otsikko: Harrastus jokaiselle → Harrastus kaikille",
        ADDED,
    ]
    assert "tuotu haarasta" in lines[0]
    assert changes(told(yp, root, DATA_NEW)) == [id_changed("1.3.2026", DATA, DATA_NEW), ADDED]
    came_in = yp("history", "--since", "2026-01-15", cwd=root)
    assert (came_in.code, came_in.err) == (0, "")
    assert "0 reports" in came_in.out


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        ((THIRD,), [id_changed("2.2.2026", OLD, THIRD), ADDED]),
        (
            (NEW,),
            [id_changed("1.3.2026", THIRD, NEW), id_changed("2.2.2026", OLD, THIRD), ADDED],
        ),
        ((THIRD, NEW), [id_changed("2.2.2026", OLD, THIRD), ADDED]),
    ],
)
def test_both_sides_of_a_merge_may_rename_the_same(
    yp: Yp, tmp_path: Path, result: tuple[str, ...], expected: list[str]
) -> None:
    trunk, branch = renamed(KNOWN, OLD, THIRD), renamed(KNOWN, OLD, NEW)
    both = {THIRD: trunk, NEW: branch}
    # Where both are kept there are two of one code: what came with the merge is new.
    after = {path: raw for name in reversed(result) for path, raw in both[name].items()}
    root = merged(tmp_path, trunk, [branch], after)
    lines = told(yp, root, result[0])
    assert changes(lines) == expected
    assert came(lines) == {"1.1.2026"}
    assert told(yp, root, OLD) == lines
    if len(result) > 1:
        second = told(yp, root, NEW)
        assert changes(second) == ["1.3.2026: lisättiin aineistoon"]


def test_a_code_that_another_measure_took_leads_to_that_one_alone(yp: Yp, tmp_path: Path) -> None:
    other = KNOWN[FILE].replace(OLD.encode(), b"harjoitukset").replace(b"mittari-d4", b"mittari-h")
    for key, text in ((b"title", "Pelastuslaitoksen harjoitus"), (b"text", "Suuronnettomuus")):
        before, _key, rest = other.partition(b"\n%s: " % key)
        other = before + b"\n%s: %s\n" % (key, text.encode()) + rest.partition(b"\n")[2]
    without = {
        path: raw
        for path, raw in KNOWN.items()
        if OLD.encode() not in raw and b"mittari-d4" not in raw
    }
    root = line(tmp_path, KNOWN, {**without, "data/measures/harjoitukset.yaml": other})
    assert changes(told(yp, root, "D4")) == ["1.2.2026: lisättiin aineistoon"]
    dropped = changes(told(yp, root, OLD))
    assert dropped[0] == "1.2.2026: poistettiin aineistosta"
    assert dropped[-1] == ADDED
    assert any("kirjaus poistettiin ilman korjauskirjausta" in one for one in dropped)
