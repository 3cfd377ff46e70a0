"""What the rules found before is only faster: it is what they would find now, or it is not used."""

import os
import random
import re
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import LIVED, Yp
from tests.store.test_cache import edits, poisons, settled
from yhdyspinta_cli.checks import run
from yhdyspinta_cli.diagnostic import Diagnostic
from yhdyspinta_cli.store import cache as caches
from yhdyspinta_cli.store import verdict
from yhdyspinta_cli.store.folder import FolderSource

PLAIN = ("validate", "--notes", "--as-of", "2024-06-01")


@pytest.fixture(autouse=True)
def _no_ci(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Time stamps are trusted at once and where no CI runs; each test begins without a cache."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "kept"))
    settled(monkeypatch)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A lived-in region without the file of people's names, and with findings of every weight."""
    shutil.copytree(LIVED, tmp_path / "lived")
    (tmp_path / "lived" / "data" / "personal.yaml").unlink(missing_ok=True)
    return tmp_path / "lived"


@pytest.fixture
def asked_of_rules(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """One item each time the rules are asked."""
    times: list[object] = []
    original = run.run

    def noted(kb: object, day: object) -> object:
        times.append(day)
        return original(kb, day)  # type: ignore[arg-type]

    monkeypatch.setattr(run, "run", noted)
    return times


@pytest.fixture
def same(yp: Yp, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Ask with the cache and without, and compare byte for byte."""

    def ask(folder: Path, *question: str) -> None:
        answers = []
        for setting in ("", "off"):
            monkeypatch.setenv("YP_CACHE", setting)
            answers.append(yp(*question, cwd=folder))
        assert answers[0] == answers[1], question

    return ask


def verdicts(tmp_path: Path) -> list[Path]:
    """The verdicts that were kept."""
    return sorted((tmp_path / "kept").rglob("*.verdict"))


def test_what_is_unchanged_is_not_judged_again(
    yp: Yp, base: Path, asked_of_rules: list[object]
) -> None:
    first = yp(*PLAIN, cwd=base)
    assert "YP" in first.out
    assert yp(*PLAIN, cwd=base) == first
    assert len(asked_of_rules) == 1
    # What is shown of it is another matter: the verdict is no answer.
    assert yp("validate", "--as-of", "2024-06-01", "--select", "YP6", cwd=base).out != first.out
    assert yp(*PLAIN, "--output-format", "json", cwd=base).code == first.code
    assert len(asked_of_rules) == 1


@pytest.mark.parametrize(
    "question",
    [
        ("validate", "--as-of", "2024-06-01"),
        (*PLAIN, "--lang", "fi"),
        ("validate", "--notes", "--as-of", "2023-06-01"),
        ("validate", "--notes"),
        (*PLAIN, "--output-format", "json"),
        (*PLAIN, "--output-format", "github"),
        (*PLAIN, "--select", "YP6"),
        (*PLAIN, "data/measures"),
    ],
)
def test_every_question_after_another_is_answered_as_without(
    base: Path, same: Callable[..., None], question: tuple[str, ...]
) -> None:
    for _again in range(2):
        same(base, *PLAIN)
        same(base, *question)


@pytest.mark.proof
def test_any_edit_is_seen(base: Path, same: Callable[..., None]) -> None:
    changes = edits(base, random.Random(14))
    for _number in range(15):
        next(changes)
        same(base, *PLAIN)
        same(base, *PLAIN)


def people_edits(folder: Path, chance: random.Random) -> Iterator[None]:
    """Change the file of people's names, or another, at random: names that stand elsewhere, too."""
    people = folder / "data" / "personal.yaml"
    measures = sorted((folder / "data" / "measures").glob("*.yaml"))
    titles = [
        " ".join(title.groups()).strip("\"'")
        for one in measures
        if (title := re.search(r"(?m)^title: +(\S+) +(\S+)", one.read_text("utf-8")))
    ]
    changes = edits(folder, chance)
    while True:
        name = chance.choice(["Aino Keksitty", "Eino Kuvitelma", titles[0]])
        actor = chance.choice(["hallavesi", "hallavesi", "eikukaan"])
        match chance.randrange(6):
            case 0 | 1:
                people.write_text(
                    f"id: personal\nrole_holders:\n  - role: Sihteeri\n    actor: {actor}\n"
                    f"    name: {name}\n",
                    "utf-8",
                )
            case 2:
                people.write_text(
                    "id: personal\nremarks:\n  - text: Näin on.\n    rule: YP201\n", "utf-8"
                )
            case 3:
                people.unlink(missing_ok=True)
            case 4:
                with measures[0].open("a", encoding="utf-8") as file:
                    file.write("# Aino Keksitty\n")
            case _:
                next(changes)
        yield


@pytest.mark.proof
def test_any_edit_of_people_is_seen(
    base: Path, same: Callable[..., None], yp: Yp, tmp_path: Path
) -> None:
    people = base / "data" / "personal.yaml"
    people.write_text("id: personal\n", "utf-8")
    changes = people_edits(base, random.Random(14))
    kept_beside_people = 0
    for _number in range(20):
        next(changes)
        same(base, *PLAIN)
        same(base, *PLAIN)
        told = [one.read_text("utf-8") for one in verdicts(tmp_path)]
        kept_beside_people += people.exists() and bool(told)
        # A finding with its weight: the bare code is told in each verdict, among the private ones.
        words = ("Keksitty", "personal", '["YP701",2')
        assert not any(word in one for one in told for word in words)
    assert kept_beside_people


@pytest.mark.proof
def test_many_edits_of_people_are_seen(
    tmp_path: Path, base: Path, same: Callable[..., None]
) -> None:
    for seed in range(24):
        folder = tmp_path / str(seed)
        shutil.copytree(base, folder)
        changes = people_edits(folder, random.Random(seed))
        for _number in range(8):
            next(changes)
            same(folder, *PLAIN)


def test_of_what_is_unchanged_only_the_files_are_read_whose_lines_are_shown(
    yp: Yp, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    original = verdict._read

    def noted(source: FolderSource, path: str) -> bytes | Diagnostic:
        read.append(path)
        return original(source, path)

    monkeypatch.setattr(verdict, "_read", noted)
    plain = ("validate", "--as-of", "2024-06-01", "--output-format")
    first = yp(*plain, "json", cwd=base)
    assert "warning" in first.out
    assert yp(*plain, "json", cwd=base) == first
    assert read == []
    shown = yp(*plain, "text", cwd=base)
    assert all(path in shown.out for path in read)
    # The place of what is shown where it is asked for is found then, and is the same.
    notes = yp(*plain, "json", "--notes", cwd=base)
    monkeypatch.setenv("YP_CACHE", "off")
    assert yp(*plain, "json", "--notes", cwd=base) == notes
    assert yp(*plain, "text", cwd=base) == shown


@pytest.mark.proof
def test_many_edits_are_seen(tmp_path: Path, base: Path, same: Callable[..., None]) -> None:
    for seed in range(24):
        folder = tmp_path / str(seed)
        shutil.copytree(base, folder)
        changes = edits(folder, random.Random(seed))
        for _number in range(8):
            next(changes)
            same(folder, *PLAIN)


def test_own_words_that_change_are_asked_about_again(
    base: Path, same: Callable[..., None], asked_of_rules: list[object]
) -> None:
    same(base, *PLAIN)
    agreement = base / "data" / "agreement.yaml"
    agreement.write_text(
        agreement.read_text("utf-8")
        + "vocabulary:\n  states:\n    - word: kesken\n      means: paused\n",
        "utf-8",
    )
    before = len(asked_of_rules)
    same(base, *PLAIN)
    assert len(asked_of_rules) == before + 2


def test_of_people_nothing_is_kept_but_that_their_file_is_the_same(
    yp: Yp,
    tmp_path: Path,
    base: Path,
    same: Callable[..., None],
    asked_of_rules: list[object],
) -> None:
    people = base / "data" / "personal.yaml"

    def name(who: str, actor: str) -> None:
        holder = f"  - name: {who}\n    role: Rooli\n    actor: {actor}\n"
        people.write_text(f"id: personal\nrole_holders:\n{holder}", "utf-8")

    name("Aino Keksitty", "hallavesi")
    first = yp(*PLAIN, cwd=base)
    assert yp(*PLAIN, cwd=base) == first
    assert len(asked_of_rules) == 1
    (one,) = verdicts(tmp_path)
    assert stat.S_IMODE(one.stat().st_mode) == 0o600
    assert not any(word in one.read_text("utf-8") for word in ("Aino", "Keksitty", "personal"))
    # Of another person, whose name stands elsewhere, the rules are asked, and nothing is kept.
    measure = min((base / "data" / "measures").iterdir())
    title = re.search(r"(?m)^title: +(\S+) +(\S+)", measure.read_text("utf-8"))
    assert title is not None
    names = " ".join(title.groups()).strip("\"'")
    name(names, "hallavesi")
    one.unlink()
    same(base, *PLAIN)
    assert "YP701" in yp(*PLAIN, cwd=base).out
    assert verdicts(tmp_path) == []
    # Nor where something is wrong in the file itself, which the finding may quote.
    name("Aino Keksitty", "eikukaan")
    same(base, *PLAIN)
    assert "personal.yaml" in yp(*PLAIN, cwd=base).out
    assert verdicts(tmp_path) == []
    people.unlink()
    same(base, *PLAIN)
    assert len(verdicts(tmp_path)) == 1


def test_a_fault_of_a_file_leaves_no_verdict(
    base: Path, tmp_path: Path, same: Callable[..., None]
) -> None:
    measure = min((base / "data" / "measures").iterdir())
    measure.write_text(measure.read_text("utf-8") + "nosuchkey: 1\n", "utf-8")
    same(base, *PLAIN)
    assert verdicts(tmp_path) == []


def test_a_poisoned_verdict_is_not_believed(yp: Yp, region: Path, tmp_path: Path) -> None:
    base = region
    right = yp(*PLAIN, cwd=base)
    (file,) = verdicts(tmp_path)
    raw = file.read_bytes()
    head, _end, body = raw.partition(b"\n")
    forged = body.rpartition(b"\n")[0] + b'\n["2024-06-01","en","Europe/Helsinki",[],[],[]]'
    for poison in (
        head + b"\n" + forged,
        forged,
        head.replace(b"yp 1", b"yp 2") + b"\n" + forged,
        *poisons(raw, random.Random(100), b'"YP', b'"YQ'),
    ):
        file.write_bytes(poison)
        assert yp(*PLAIN, cwd=base) == right
    # One that this program wrote, of another shape or another state of the files.
    taken, state, told = body.decode().split("\n")
    for wrong in (
        f"{taken}\n{state}\n[]",
        f"{taken}\n{state}\nnull",
        f"{taken}\n{state}\n" + told.replace("Europe/Helsinki", "No/Where"),
        f"{taken}\n{'0' * 64}\n" + forged.decode().rpartition("\n")[2],
        f"0\n{state}\n" + forged.decode().rpartition("\n")[2],
        f"{taken}\n{state}",
    ):
        caches.put(file, wrong.encode())
        assert yp(*PLAIN, cwd=base) == right, wrong[:80]


def test_the_verdict_on_another_base_is_not_believed(yp: Yp, base: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(base, other)
    measure = min((other / "data" / "measures").iterdir())
    text = measure.read_text("utf-8")
    measure.write_text(text.replace("title: ", "title: a.b@hiidenmaa.example ", 1), "utf-8")
    right = yp(*PLAIN, cwd=base)
    (mine,) = verdicts(tmp_path)
    assert yp(*PLAIN, cwd=other) != right
    (foreign,) = {*verdicts(tmp_path)} - {mine}
    foreign.replace(mine)
    assert yp(*PLAIN, cwd=base) == right


def test_what_others_may_write_is_not_opened(yp: Yp, base: Path, tmp_path: Path) -> None:
    right = yp(*PLAIN, cwd=base)
    (file,) = verdicts(tmp_path)
    raw = file.read_bytes()
    caches.put(file, raw.split(b"\n", 1)[1].rpartition(b"\n")[0] + b'\n["2024-06-01"]')
    file.chmod(0o666)
    assert yp(*PLAIN, cwd=base) == right


def test_in_ci_none_is_kept_or_believed(
    base: Path,
    tmp_path: Path,
    same: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    asked_of_rules: list[object],
) -> None:
    same(base, *PLAIN)
    assert len(asked_of_rules) == 2
    monkeypatch.setenv("CI", "true")
    same(base, *PLAIN)
    assert len(asked_of_rules) == 4
    for file in verdicts(tmp_path):
        file.unlink()
    same(base, *PLAIN)
    assert verdicts(tmp_path) == []


def test_a_file_changed_a_moment_ago_leaves_a_verdict_nobody_believes(
    base: Path, same: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caches, "_SETTLED", 2_500_000_000)
    same(base, *PLAIN)
    file = min((base / "data" / "measures").iterdir())
    state, raw = file.stat(), file.read_bytes()
    # Under the same size and time stamp, as only a program is quick enough to write.
    file.write_bytes(raw.replace(b"title: ", b"titel: ", 1))
    os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))
    same(base, *PLAIN)
