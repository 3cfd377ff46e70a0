"""Under the lock a writer asks whether anything was written since; in doubt it reads again."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from yhdyspinta_cli import store
from yhdyspinta_cli.store import cache as caches
from yhdyspinta_cli.store.cache import Cache
from yhdyspinta_cli.store.folder import FolderSource
from yhdyspinta_cli.store.loaded import Loaded


@pytest.fixture
def opened(region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Loaded:
    """A region whose files have long been there when they are gone through."""
    # The time of a change of state cannot be set back: here each stamp counts as old enough.
    monkeypatch.setattr(caches, "_SETTLED", -(10**18))
    return store.load(region, cache=Cache(tmp_path / "one.cache"))


def is_still(opened: Loaded) -> bool:
    """What a writer asks under the lock."""
    return opened.seen.is_still(FolderSource(opened.root))


def test_what_nobody_touched_is_the_same_still(opened: Loaded) -> None:
    assert is_still(opened)


def _same_size(file: Path) -> None:
    state = file.stat()
    raw = file.read_bytes()
    file.write_bytes(raw[:-1] + b" ")
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda file: file.write_bytes(file.read_bytes() + b"# x\n"), id="longer"),
        pytest.param(_same_size, id="of one size under its old time"),
        pytest.param(Path.unlink, id="gone"),
        pytest.param(lambda file: file.with_name("uusi.yaml").write_bytes(b"id: uusi\n"), id="new"),
        pytest.param(lambda file: file.with_name("Uusi.txt").write_bytes(b""), id="no data"),
    ],
)
def test_any_change_is_seen(opened: Loaded, change: Callable[[Path], object]) -> None:
    change(opened.root / "data" / "measures" / "asuminen.yaml")
    assert not is_still(opened)


def test_what_was_just_written_is_doubted(region: Path, tmp_path: Path) -> None:
    assert not is_still(store.load(region, cache=Cache(tmp_path / "one.cache")))


def test_without_a_cache_nothing_is_known(region: Path) -> None:
    assert not is_still(store.load(region))
