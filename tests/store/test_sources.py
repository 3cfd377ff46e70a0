"""Where files come from: a folder and memory give one answer."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REGION
from yhdyspinta_cli import store
from yhdyspinta_cli.store.folder import FolderSource
from yhdyspinta_cli.store.source import (
    EntryKind,
    MemorySource,
    Obstacle,
    Source,
    SourceEntry,
    UnreadableError,
)


def in_memory(root: Path) -> MemorySource:
    data = root / "data"
    files = sorted(path for path in data.rglob("*") if path.is_file())
    return MemorySource({path.relative_to(data).as_posix(): path.read_bytes() for path in files})


def entry(source: Source, *steps: str) -> SourceEntry:
    return next(found for found in source.entries(steps[:-1]) if found.name == steps[-1])


def spoilt(region: Path) -> None:
    """Give the data a file with each kind of wrong name or place, and one that is no YAML."""
    data = region / "data"
    (data / "measures" / "Iso.yaml").write_text("id: iso\n", "utf-8")
    (data / "measures" / "pääte.yml").write_text("id: paate\n", "utf-8")
    (data / "measures" / "asuminen.YAML").write_text("id: asuminen\n", "utf-8")
    (data / "measures" / "#auki.yaml#").write_text("a", "utf-8")
    (data / "measures" / ".piilo").write_text("a", "utf-8")
    (data / "mesures").mkdir()
    (data / "mesures" / "a.yaml").write_text("id: a\n", "utf-8")
    (data / "goals.yaml").write_text("goals: [\n", "utf-8")
    (data / "README.md").write_text("lue\n", "utf-8")
    for year in ("2022", "2O22"):
        (data / "events" / year).mkdir(exist_ok=True)
        (data / "events" / year / "x.yaml").write_text("id: y\non: 2021\n", "utf-8")


@pytest.mark.parametrize("is_spoilt", [False, True])
def test_memory_answers_as_the_folder_does(region: Path, is_spoilt: bool) -> None:
    if is_spoilt:
        spoilt(region)
    disk, memory = store.load(region), store.load(in_memory(region))
    assert memory.faults == disk.faults
    assert (len(disk.faults) > 5) == is_spoilt
    assert memory.kb == disk.kb
    assert (memory.digest, memory.files, memory.texts) == (disk.digest, disk.files, disk.texts)


def test_what_a_listed_file_became_meanwhile_is_not_read(region: Path) -> None:
    path = region / "data" / "measures" / "asuminen.yaml"
    for change, obstacle in (
        (lambda: path.symlink_to(region / "data" / "goals.yaml"), Obstacle.NOT_OPENED),
        (lambda: os.mkfifo(path), Obstacle.NOT_PLAIN),
        (lambda: path.write_bytes(b"#" * (1024 * 1024 + 1)), Obstacle.TOO_LARGE),
        (lambda: None, Obstacle.NOT_OPENED),
    ):
        path.unlink(missing_ok=True)
        path.write_text("id: asuminen\n", "utf-8")
        listed = entry(FolderSource(region), "measures", "asuminen.yaml")
        path.unlink()
        change()
        with pytest.raises(UnreadableError) as refused:
            listed.read()
        assert refused.value.obstacle is obstacle


def test_links_and_submodules_of_a_tree_are_faults_of_the_data() -> None:
    class Tree(MemorySource):
        """The region as a commit would list it, with a link and a submodule in it."""

        def entries(self, folder: tuple[str, ...]) -> list[SourceEntry]:
            def unasked() -> bytes:
                raise AssertionError

            def submodule() -> bytes:
                raise UnreadableError(Obstacle.NOT_PLAIN)

            listed = list(super().entries(folder))
            if folder == ("measures",):
                listed.append(SourceEntry("linkki.yaml", EntryKind.LINK, unasked))
                listed.append(SourceEntry("moduuli.yaml", EntryKind.OTHER, submodule))
            return listed

    files = {
        path.relative_to(REGION / "data").as_posix(): path.read_bytes()
        for path in (REGION / "data").rglob("*.yaml")
    }
    faults = store.load(Tree(files)).faults
    assert [(fault.location.path, fault.code) for fault in faults] == [
        ("data/measures/linkki.yaml", "YP015"),
        ("data/measures/moduuli.yaml", "YP010"),
    ]


WITHOUT_POSIX = """
import os, sys
for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "O_DIRECTORY", "getuid", "mkfifo"):
    delattr(os, name)
sys.modules["fcntl"] = None
from yhdyspinta_cli import __main__
sys.argv = ["yp", *sys.argv[1:]]
__main__.main()
"""


@pytest.mark.parametrize("question", [("who-owns", "A1"), ("validate",), ("gaps",)])
def test_questions_need_nothing_that_only_unix_has(region: Path, question: tuple[str, ...]) -> None:
    def run(*program: str) -> tuple[int, str, str]:
        done = subprocess.run(
            [sys.executable, *program, *question],
            cwd=region,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    spoilt(region)
    assert run("-c", WITHOUT_POSIX) == run("-m", "yhdyspinta_cli")
