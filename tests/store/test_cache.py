"""The cache is only faster: an answer with it is the answer without it, whatever befell either."""

import os
import random
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import LIVED, REGION, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.checks import references
from yhdyspinta_cli.checks.rule import Violation
from yhdyspinta_cli.document import reader
from yhdyspinta_cli.model import telling, walk
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.store import cache as caches
from yhdyspinta_cli.store import reading, record_json
from yhdyspinta_cli.store.cache import Cache

QUESTIONS = (
    ["validate", "--notes"],
    ["status"],
    ["owned-by", "koivula"],
    ["obligations", "--year", "2024"],
    ["list", "updates"],
)


@pytest.fixture(autouse=True)
def _no_ci(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Time stamps are trusted where no CI runs; each test begins without a cache."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))


@pytest.fixture
def asked(yp: Yp, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Ask every question with the cache and without, and compare them byte for byte."""

    def ask(folder: Path) -> None:
        for question in QUESTIONS:
            answers = []
            for setting in ("", "off"):
                monkeypatch.setenv("YP_CACHE", setting)
                answers.append(yp(*question, cwd=folder))
            assert answers[0] == answers[1], question

    return ask


def kept(tmp_path: Path) -> list[Path]:
    """The caches that were written."""
    return sorted((tmp_path / "kept").rglob("*.cache"))


def old(folder: Path) -> None:
    """Let a copy be as old as a checkout of yesterday: its time stamps may be trusted."""
    for file in folder.rglob("*"):
        os.utime(file, ns=(10**18, 10**18))


def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust stamps at once: the time of a change of state cannot be set back in a test."""
    monkeypatch.setattr(caches, "_SETTLED", -(10**18))


@pytest.mark.parametrize("base", [REGION, LIVED])
def test_every_record_comes_back_equal(base: Path) -> None:
    for entry in store.load(base).kb.entries.values():
        records = ((entry.route, entry.record),)
        assert tuple(record_json.recalled(record_json.told(records))) == records
        assert record_json.told(record_json.recalled(record_json.told(records))) == (
            record_json.told(records)
        )
        again = record_json.recalled(record_json.told(records))[0][1]
        assert list(telling.texts(again)) == list(telling.texts(entry.record))
        assert list(walk.references(again)) == list(walk.references(entry.record))


def test_what_is_unchanged_is_neither_read_nor_judged(
    yp: Yp, region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(monkeypatch)
    first = yp("status", cwd=region)
    read: list[str] = []

    def noted(path: str, raw: bytes) -> object:
        read.append(path)
        return reader.read(path, raw)

    monkeypatch.setattr(reading, "read", noted)
    assert yp("status", cwd=region) == first
    assert read == []
    measure = region / "data" / "measures" / "asuminen.yaml"
    measure.write_text(measure.read_text("utf-8") + "due: 2020-01-01\n", "utf-8")
    assert yp("status", cwd=region) != first
    assert read == ["data/measures/asuminen.yaml"]
    assert len(kept(tmp_path)) == 1


def test_a_hit_needs_neither_pydantic_nor_yaml(region: Path) -> None:
    code = (
        "import sys; from yhdyspinta_cli.store import cache; cache._SETTLED = -10**18\n"
        "sys.argv = ['yp', 'who-owns', 'J1']\n"
        "from yhdyspinta_cli.__main__ import main\n"
        "try: main()\n"
        "finally: print(*({'pydantic', 'yaml', 'ruamel'} & set(sys.modules)), file=sys.stderr)"
    )
    told = []
    for _run in range(2):
        done = subprocess.run(
            [sys.executable, "-c", code], cwd=region, capture_output=True, text=True, check=True
        )
        told.append(done)
    assert told[0].stdout == told[1].stdout != ""
    # What is right needs no pydantic even when it is judged.
    assert told[0].stderr.split() == ["yaml"]
    assert told[1].stderr.strip() == ""


def test_references_that_led_on_are_not_followed_again_until_one_does_not(
    yp: Yp, region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(monkeypatch)
    first = [yp("status", cwd=region) for _run in range(2)][-1]
    followed: list[KnowledgeBase] = []
    dangling = references.dangling

    def noted_down(kb: KnowledgeBase) -> tuple[Violation, ...]:
        followed.append(kb)
        return dangling(kb)

    monkeypatch.setattr(references, "dangling", noted_down)
    assert yp("status", cwd=region) == first
    assert followed == []
    (noted,) = (tmp_path / "kept").rglob("*.references")
    note = noted.read_bytes()
    measure = region / "data" / "measures" / "asuminen.yaml"
    raw = measure.read_bytes()
    measure.write_bytes(raw + b"obligations: [tuntematon]\n")
    for _run in range(3):
        assert "the data has 1 error" in yp("status", cwd=region).err
        # The note on other files, put back whole, is not believed of these.
        noted.write_bytes(note)
    measure.unlink()
    for _run in range(3):
        assert "the data has" in yp("status", cwd=region).err
    measure.write_bytes(raw)
    assert [yp("status", cwd=region) for _run in range(3)] == [first] * 3


def test_a_report_is_refused_once_a_reference_leads_nowhere(
    yp: Yp, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(monkeypatch)
    line = ("report", "--year", "2024", "--as-of", "2024-12-31", "-o", "r.html")
    for _run in range(3):
        yp("status", cwd=region)
        assert yp(*line, cwd=region).code == 0
    measure = region / "data" / "measures" / "asuminen.yaml"
    measure.write_bytes(measure.read_bytes() + b"obligations: [tuntematon]\n")
    for _run in range(3):
        refused = yp(*line, cwd=region)
        assert refused.code == 1
        assert "tuntematon" in refused.err


def test_a_fault_of_the_tree_is_told_beside_references_that_led_on(
    yp: Yp, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(monkeypatch)
    first = [yp("status", cwd=region) for _run in range(3)][-1]
    link = region / "data" / "measures" / "linkki.yaml"
    link.symlink_to("asuminen.yaml")
    assert [yp("status", cwd=region).err for _run in range(2)] != [first.err] * 2
    link.unlink()
    assert yp("status", cwd=region) == first


def edits(folder: Path, chance: random.Random) -> Iterator[str]:
    """Change files at random, as people and programs do; yield what was done after each."""
    ways = ("text", "same-size", "delete", "copy", "break", "rename", "times", "mend", "word")
    originals = {file: file.read_bytes() for file in sorted(folder.rglob("*.yaml"))}
    while True:
        way = chance.choice(ways)
        files = sorted(folder.rglob("*.yaml"))
        file = chance.choice(files)
        raw = file.read_bytes()
        match way:
            case "text":
                file.write_bytes(raw + b"# a remark\n")
            case "same-size":
                # As quick as only a program is: the content is another under the same times.
                state = file.stat()
                at = chance.randrange(len(raw))
                file.write_bytes(raw[:at] + b"x" + raw[at + 1 :])
                os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
            case "delete":
                file.unlink()
            case "copy":
                shutil.copy2(chance.choice(files), file)
            case "break":
                file.write_bytes(raw[: chance.randrange(len(raw) + 1)])
            case "rename":
                file.rename(file.with_name(f"muu-{file.name}"))
            case "times":
                os.utime(file, ns=(10**18, 10**18))
            case "mend":
                for place, content in originals.items():
                    place.write_bytes(content)
            case "word":
                agreement = folder / "data" / "agreement.yaml"
                if agreement.exists():
                    agreement.write_bytes(
                        agreement.read_bytes()
                        + b"vocabulary:\n  states:\n    - word: kesken\n      means: paused\n"
                    )
        yield f"{way} {file.name}"


def test_an_answer_is_the_same_with_and_without(
    region: Path, asked: Callable[[Path], None]
) -> None:
    old(region)
    chance = random.Random(14)
    changes = edits(region, chance)
    for _number in range(12):
        for _several in range(chance.randint(1, 3)):
            next(changes)
        asked(region)


@pytest.mark.proof
def test_an_answer_is_the_same_after_many_edits(
    region: Path, tmp_path: Path, asked: Callable[[Path], None]
) -> None:
    for seed in range(40):
        folder = tmp_path / str(seed)
        shutil.copytree(region, folder)
        changes = edits(folder, random.Random(seed))
        for _number in range(8):
            next(changes)
            asked(folder)


@pytest.mark.proof
def test_one_cache_answers_two_hundred_questions(yp: Yp, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = sorted(store.load(LIVED).kb.entries)[:200]
    yp("status", cwd=LIVED)
    for key in keys:
        told = []
        for setting in ("", "off"):
            monkeypatch.setenv("YP_CACHE", setting)
            told.append(yp("show", key, cwd=LIVED))
        assert told[0] == told[1], key


def poisons(
    raw: bytes,
    chance: random.Random,
    told: bytes = b'"in-progress"',
    instead: bytes = b'"completed"',
) -> Iterator[bytes]:
    """A hundred caches that are not to be believed."""
    head, _end, body = raw.partition(b"\n")
    other = body.replace(told, instead)
    assert other != body
    yield head + b"\n" + other
    yield head.replace(b"yp 1", b"yp 2") + b"\n" + body
    words = head.split(b" ")
    yield b" ".join([*words[:2], b"0" * 32, words[3]]) + b"\n" + other
    yield b""
    yield b"\n"
    yield head
    yield body
    yield b"\xff\xfe" + raw
    yield raw + b"\n"
    yield b'cposix\nsystem\n(S"touch owned"\ntR.'
    for _number in range(45):
        at = chance.randrange(len(raw))
        yield raw[:at] + bytes([raw[at] ^ chance.randint(1, 255)]) + raw[at + 1 :]
    for _number in range(45):
        start, end = sorted((chance.randrange(len(raw)), chance.randrange(len(raw))))
        yield raw[:start] + raw[end:] if chance.random() < 0.5 else raw[:end]


def test_a_poisoned_cache_is_not_believed(
    yp: Yp, region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(monkeypatch)
    yp("status", "set", "J1", "in-progress", "--on", "2024-03-01", cwd=region)
    right = yp("status", cwd=region)
    (file,) = kept(tmp_path)
    raw = file.read_bytes()
    for number, poison in enumerate(poisons(raw, random.Random(100))):
        file.write_bytes(poison)
        assert yp("status", cwd=region) == right, number
        assert number < 100
    assert not (region / "owned").exists()


def test_the_cache_of_another_base_is_not_believed(
    yp: Yp, region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(monkeypatch)
    other = tmp_path / "other"
    shutil.copytree(region, other)
    measure = other / "data" / "measures" / "asuminen.yaml"
    measure.write_text(measure.read_text("utf-8").replace("title: ", "title: Ei "), "utf-8")
    right = yp("list", "measures", cwd=region)
    (mine,) = kept(tmp_path)
    yp("list", "measures", cwd=other)
    (foreign,) = {*kept(tmp_path)} - {mine}
    foreign.replace(mine)
    assert yp("list", "measures", cwd=region) == right


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda file: file.chmod(0o666), id="others may write it"),
        pytest.param(lambda file: (file.unlink(), file.mkdir()), id="a folder"),
        pytest.param(lambda file: file.parent.chmod(0o777), id="others may write its folder"),
        pytest.param(
            lambda file: (
                file.replace(file.with_suffix(".moved"))
                and file.symlink_to(file.with_suffix(".moved"))
            ),
            id="a link",
        ),
    ],
)
def test_what_is_not_ones_own_is_not_opened(
    harm: Callable[[Path], object],
    yp: Yp,
    region: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    right = yp("status", cwd=region)
    (file,) = kept(tmp_path)
    harm(file)
    cache = caches.of(region, os.environ)
    assert cache is None or cache.recall().files == {}
    assert yp("status", cwd=region) == right


def test_it_can_be_turned_off_and_need_not_be_writable(
    yp: Yp, region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YP_CACHE", "off")
    right = yp("status", cwd=region)
    assert not (tmp_path / "kept").exists()
    monkeypatch.delenv("YP_CACHE")
    (tmp_path / "kept").write_text("no folder")
    assert yp("status", cwd=region) == right


def test_it_is_ones_own_and_has_nobody_in_it(yp: Yp, region: Path, tmp_path: Path) -> None:
    people = region / "data" / "personal.yaml"
    assert yp("validate", cwd=region).code == 0
    (file,) = kept(tmp_path)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    names = [
        line.split(": ", 1)[1]
        for line in people.read_text("utf-8").splitlines()
        if "name: " in line
    ]
    assert names
    assert not any(name.strip("\"'") in file.read_text("utf-8") for name in names)
    assert list(region.rglob("*.cache")) == []


def test_in_ci_only_the_content_counts(
    yp: Yp, region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(monkeypatch)
    monkeypatch.setenv("CI", "true")
    cache = caches.of(region, os.environ)
    assert cache is not None
    assert cache.by_content
    before = yp("list", "measures", cwd=region)
    file = region / "data" / "measures" / "asuminen.yaml"
    memory = cache.recall()
    kept_of_it = memory.files["data/measures/asuminen.yaml"]
    file.write_text(file.read_text("utf-8").replace("title: ", "title: Ei "), "utf-8")
    # The stamp of the changed file stands in the cache, as where a checkout gives out old times.
    state = file.stat()
    stamp = f"{state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino}"
    files = {
        **memory.files,
        "data/measures/asuminen.yaml": caches.Kept(stamp, kept_of_it.digest, kept_of_it.records),
    }
    cache.keep(caches.now(), files.items())
    assert yp("list", "measures", cwd=region) != before


def test_the_oldest_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    monkeypatch.setattr(caches, "MAX_BYTES", 1000)
    kept_files = {"data/x.yaml": caches.Kept("1 2 3 4", "d", "x" * 300)}
    for number in range(4):
        Cache(folder / f"{number}.cache").keep(number, kept_files.items())
        os.utime(folder / f"{number}.cache", (number, number))
    left = sorted(file.name for file in folder.iterdir())
    assert left[-1] == "3.cache"
    assert "0.cache" not in left
    assert sum(file.stat().st_size for file in folder.iterdir()) <= 1000
    Cache(folder / "huge.cache").keep(9, {"p": caches.Kept("", "", "x" * 2000)}.items())
    assert not (folder / "huge.cache").exists()
