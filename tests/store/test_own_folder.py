"""A tree of files that is written anew: only its own files, whole, whenever a run ends."""

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SHIPPED
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.store import lock, own_folder, own_list
from yhdyspinta_cli.store.own_folder import Written
from yhdyspinta_cli.store.own_list import EXPORT, SITE, Maker

OLD = {
    "index.html": b"<h1>old</h1>\r\n",
    "measures/a1.html": b"A1 old",
    "measures/a2.html": b"A2",
    "bodies/deep/down/forum.html": b"forum",
    "was-a-file": b"a file",
    "was-a-folder/x.html": b"x",
    "pagefind/fragment/fi_0.pf": bytes(range(256)),
    ".nojekyll": b"",
}
NEW = {
    "index.html": b"<h1>new</h1>\n",
    "measures/a1.html": b"A1 new",
    "measures/a2.html": b"A2",
    "parties/kuopio.html": b"Kuopio",
    "was-a-file/now-a-folder.html": b"y",
    "was-a-folder": b"now a file",
    "pagefind/fragment/fi_1.pf": bytes(range(255)),
    ".nojekyll": b"",
}


def put(folder: Path, made: dict[str, bytes], which: Maker = SITE, of: str = "sopimus") -> Written:
    return own_folder.put(which, folder, made, os.environ, of=of)


def tree(folder: Path) -> dict[str, bytes | None]:
    """Every file with its bytes, every folder with None."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def refused(folder: Path, made: dict[str, bytes], words: str) -> None:
    before = tree(folder)
    with pytest.raises(UserError, match=words) as raised:
        put(folder, made)
    assert raised.value.exit_code == 4
    assert tree(folder) == before


def test_a_tree_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    folder, clean = tmp_path / "missing" / "site", tmp_path / "clean"
    assert put(folder, OLD) == Written(len(OLD), 0, (), ())
    assert {path: raw for path, raw in tree(folder).items() if raw is not None} == OLD | {
        SITE.list: (folder / SITE.list).read_bytes()
    }
    done = put(folder, NEW)
    assert (done.changed, done.same, done.left) == (6, 2, ())
    assert set(done.removed) == set(OLD) - set(NEW)
    put(clean, NEW)
    assert tree(folder) == tree(clean)
    times = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    assert put(folder, NEW) == Written(0, len(NEW), (), ())
    assert {path: path.stat().st_mtime_ns for path in times} == times
    assert json.loads((folder / SITE.list).read_bytes())["files"].keys() == NEW.keys()


def test_a_folder_of_others_is_refused_until_it_is_empty(tmp_path: Path) -> None:
    for name in ("muistio.txt", ".piilo", "kansio"):
        folder = tmp_path / name.strip(".")
        folder.mkdir()
        if name == "kansio":
            (folder / name).mkdir()
        else:
            (folder / name).write_bytes(b"oma")
        refused(folder, NEW, "has files that yp site did not write; nothing was written")
    # What another command of ours has written is others' as well.
    folder = tmp_path / "export"
    put(folder, {"gaps.csv": b"a,b\r\n"}, EXPORT)
    refused(folder, NEW, "has files that yp site did not write; nothing was written")


@pytest.mark.parametrize("which", [SITE, own_list.REPORTS])
def test_the_folder_of_another_agreement_is_refused(tmp_path: Path, which: Maker) -> None:
    made = {"index.html": b"meid\xc3\xa4n"}
    put(tmp_path, made, which)
    with pytest.raises(UserError, match="another agreement, 'sopimus'") as refusal:
        put(tmp_path, {"index.html": b"toisen"}, which, of="toinen")
    assert refusal.value.exit_code == 4
    assert (tmp_path / "index.html").read_bytes() == made["index.html"]
    # A list of an earlier version of the program does not tell whose it is.
    told = json.loads((tmp_path / which.list).read_bytes())
    (tmp_path / which.list).write_text(json.dumps({"files": told["files"]}), "utf-8")
    put(tmp_path, {"index.html": b"toisen"}, which, of="toinen")
    assert json.loads((tmp_path / which.list).read_bytes())["of"] == "toinen"


@pytest.mark.parametrize("name", [".git", ".DS_Store", "Thumbs.db", ".yp-00.tmp"])
def test_what_is_nobodys_content_leaves_a_folder_empty(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert put(tmp_path, NEW).changed == len(NEW)
    assert (tmp_path / name).exists() == (not name.endswith(".tmp"))


def test_what_others_put_beside_it_is_left_alone(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    (tmp_path / "CNAME").write_bytes(b"example.org")
    (tmp_path / "bodies" / "deep" / "muistio.txt").write_bytes(b"oma")
    (tmp_path / "bodies" / "tyhja").mkdir()
    done = put(tmp_path, NEW)
    assert done.left == ()
    found = tree(tmp_path)
    assert found["CNAME"] == b"example.org"
    assert found["bodies/deep/muistio.txt"] == b"oma"
    assert "bodies/tyhja" in found
    assert "bodies/deep/down" not in found


def test_what_was_changed_by_hand_is_kept_or_refused(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    (tmp_path / "bodies/deep/down/forum.html").write_bytes(b"korjattu")
    done = put(tmp_path, NEW)
    assert done.left == ("bodies/deep/down/forum.html",)
    assert tree(tmp_path)["bodies/deep/down/forum.html"] == b"korjattu"
    (tmp_path / "measures/a2.html").write_bytes(b"korjattu")
    refused(tmp_path, OLD, r"a2.html' was changed after yp site wrote it; nothing was written")
    # It is theirs for good: nothing lists it any more.
    (tmp_path / "measures/a2.html").unlink()
    refused(tmp_path, OLD, r"forum.html' was not made by yp site; nothing was written")


def test_line_ends_that_git_has_changed_are_no_change(tmp_path: Path) -> None:
    put(tmp_path, OLD | {"calendar/all.ics": b"BEGIN:VCALENDAR\r\n"})
    (tmp_path / "index.html").write_bytes(b"<h1>old</h1>\n")
    (tmp_path / "calendar/all.ics").write_bytes(b"BEGIN:VCALENDAR\n")
    assert put(tmp_path, NEW).left == ()
    assert "calendar" not in tree(tmp_path)


@pytest.mark.parametrize("where", ["measures", "measures/a1.html", "bodies/deep", "parties"])
def test_a_link_anywhere_on_the_way_is_refused(tmp_path: Path, where: str) -> None:
    folder, other = tmp_path / "site", tmp_path / "other"
    put(folder, OLD)
    put(other, OLD)
    place = folder / where
    if place.exists():
        place.rename(tmp_path / "away")
    place.symlink_to(other / where)
    before = tree(other)
    refused(folder, NEW, "is a symbolic link|was not made by yp site")
    assert tree(other) == before
    (tmp_path / "link").symlink_to(other)
    refused(tmp_path / "link", NEW, "is a symbolic link")


def test_a_file_of_others_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    put(tmp_path, OLD)
    (tmp_path / "parties").write_bytes(b"oma")
    refused(tmp_path, NEW, "parties' was not made by yp site; nothing was written")


@pytest.mark.parametrize(
    "path",
    [
        *("../x.html", "/x.html", "a//b.html", "a/./b.html", "a/../../x", "C:/x.html", "a\\b.html"),
        *("aux.html", "measures/con/x.html", "x.", "a /x", "é.html", ".git/config", "", "a\0b"),
        *("x" * 200, SITE.list, "INDEX.html", "index.html/x"),
    ],
)
def test_a_path_that_some_system_does_not_take_is_a_fault_of_ours(
    tmp_path: Path, path: str
) -> None:
    with pytest.raises(ValueError, match="no path for a file"):
        put(tmp_path / "site", {"index.html": b"", path: b"x"})
    assert not (tmp_path / "site").exists()


def test_an_id_that_is_a_device_of_windows_has_a_path(tmp_path: Path) -> None:
    steps = [own_list.step(one) for one in ("aux", "com1", "kuopio", "auxiliary")]
    assert steps == ["aux_", "com1_", "kuopio", "auxiliary"]
    assert put(tmp_path, {f"bodies/{one}.html": b"" for one in steps}).changed == 4


@pytest.mark.parametrize("path", [".git/config", "../muistio", "/etc/passwd", "measures/../../x"])
def test_a_list_written_by_others_reaches_nothing(tmp_path: Path, path: str) -> None:
    folder = tmp_path / "site"
    put(folder, OLD)
    (folder / ".git").mkdir()
    for place in (".git/config", "../muistio", "../x"):
        (folder / place).write_bytes(b"oma")
    listed = json.loads((folder / SITE.list).read_bytes())
    listed["files"][path] = [own_list.digest("", b"oma")]
    (folder / SITE.list).write_text(json.dumps(listed), "utf-8")
    put(folder, NEW)
    assert [(folder / one).read_bytes() for one in (".git/config", "../muistio", "../x")] == [
        b"oma"
    ] * 3
    assert path not in (folder / SITE.list).read_text("utf-8")


def test_two_runs_wait_for_each_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, OLD)
    monkeypatch.setattr(lock, "PATIENCE", 0.05)
    with lock.folder(tmp_path, os.environ):
        refused(tmp_path, NEW, "another yp")
    put(tmp_path, NEW)


DYING = """
import os, signal, sys
from pathlib import Path
from yhdyspinta_cli.store import own_folder
from yhdyspinta_cli.store.own_list import SITE
from tests.store.test_own_folder import NEW
DEEDS = {"os.rename", "os.remove", "os.rmdir", "os.mkdir"}
left = int(sys.argv[2])
def hook(event, arguments):
    global left
    # Every deed that changes a folder, and every file opened to be written.
    if event in DEEDS or (event == "open" and "x" in str(arguments[1])):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
own_folder.put(SITE, Path(sys.argv[1]), NEW, os.environ, of="sopimus")
"""


def killed(folder: Path, at: int) -> bool:
    """Write NEW into a folder and die at a deed; False where the run came to its end before."""
    words = (sys.executable, "-c", DYING, str(folder), str(at))
    done = subprocess.run(words, cwd=SHIPPED, check=False)  # Where `tests` can be imported.
    assert done.returncode in (0, -signal.SIGKILL)
    return done.returncode != 0


def finished(tmp_path: Path, at: int, clean: dict[str, bytes | None]) -> bool:
    folder = tmp_path / f"killed-{at}"
    put(folder, OLD)
    died = killed(folder, at)
    for path, raw in tree(folder).items():
        if raw is not None and not path.startswith(".yp-") and "/.yp-" not in path:
            assert raw in (OLD.get(path), NEW.get(path)), path
    put(folder, NEW)
    assert tree(folder) == clean
    return died


def test_a_killed_run_is_finished_by_the_next(tmp_path: Path) -> None:
    put(tmp_path / "clean", NEW)
    assert finished(tmp_path, 7, tree(tmp_path / "clean"))


def test_a_first_run_that_was_killed_is_finished_by_the_next(tmp_path: Path) -> None:
    put(tmp_path / "clean", NEW)
    for at in (1, 2, 6):
        folder = tmp_path / str(at)
        assert killed(folder, at)
        put(folder, NEW)
        assert tree(folder) == tree(tmp_path / "clean")


@pytest.mark.proof
def test_whenever_it_is_killed_the_next_run_makes_it_whole(tmp_path: Path) -> None:
    """Killed at every deed in turn; then twice in a row, with other data in between."""
    put(tmp_path / "clean", NEW)
    clean = tree(tmp_path / "clean")
    at = 0
    while finished(tmp_path, at, clean):
        at += 1
    assert at > 15
    chance = random.Random(19)
    for number in range(8):
        folder = tmp_path / f"twice-{number}"
        put(folder, OLD)
        killed(folder, chance.randrange(at))
        killed(folder, chance.randrange(at))
        put(folder, {"index.html": b"third", "measures/a3.html": b"A3"})
        assert {path for path, raw in tree(folder).items() if raw is not None} == {
            *("index.html", "measures/a3.html", SITE.list)
        }
