"""`yp history ACTOR` reads what may name the actor, and tells what whoever reads all does."""

import re
import subprocess
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.conftest import REGION, Yp
from tests.history import lived_line
from tests.history.test_committing import git
from tests.history.test_rev_faults import commit
from yhdyspinta_cli import store
from yhdyspinta_cli.queries import past as query
from yhdyspinta_cli.services import past, past_steps
from yhdyspinta_cli.store import cache

MEASURE = "data/measures/tietopohja.yaml"
OTHER = "data/measures/yksinaisyys.yaml"
THIRD = "data/measures/varautuminen.yaml"
WITH_PART = "data/measures/turvasuunnitelmat.yaml"
BODY = "data/bodies/foorumi.yaml"
VALUES = "data/values/2023/"

Files = dict[str, bytes]


class Line(lived_line.Stream):
    """The region, one day a commit."""

    def __init__(self) -> None:
        super().__init__()
        self.now: Files = lived_line.files(REGION)
        self.day = date(2024, 1, 1)
        self.commit(self.now, self.day)

    def change(self, path: str, edit: Callable[[str], str]) -> None:
        """Commit a file told otherwise."""
        before = self.now[path]
        after = edit(before.decode()).encode()
        assert after != before
        self.put({path: after})

    def put(self, files: Mapping[str, bytes | None]) -> None:
        for path, raw in files.items():
            if raw is None:
                del self.now[path]
            else:
                self.now[path] = raw
        self.day += timedelta(days=1)
        self.commit(files, self.day)


def responsible(actor: str) -> Callable[[str], str]:
    return lambda text: text.replace(
        "responsible:\n", f"responsible:\n  - actor: {actor}\n    label: K\n", 1
    )


def without(actor: str) -> Callable[[str], str]:
    return lambda text: text.replace(f"  - actor: {actor}\n    label: K\n", "")


def title(words: str) -> Callable[[str], str]:
    return lambda text: re.sub("^title: .*$", f"title: {words}", text, flags=re.MULTILINE)


def named(text: str) -> str:
    return re.sub("^name: .*$", "name: Toinen nimi", text, flags=re.MULTILINE)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A history in which a party is named, no longer named, hidden and renamed."""
    root = tmp_path_factory.mktemp("ohi") / "alue"
    made = Line()
    made.change(MEASURE, title("Ennen"))
    made.change(MEASURE, responsible("koivula"))
    made.change(MEASURE, title("Jälkeen"))
    # Between two sound versions one with a fault, in which the party stands no more.
    made.change(OTHER, responsible("ahtala"))
    sound = made.now[OTHER].decode()
    made.change(OTHER, lambda _text: "rikki: [\n")
    made.change(OTHER, lambda _text: without("ahtala")(sound))
    # Before and after a fault it stands there, changed meanwhile.
    made.change(BODY, lambda text: f"{text}rikki: [\n")
    made.change(BODY, lambda text: text.replace("rikki: [\n", "").replace("    - ahtala\n", ""))
    # Only after a fault it stands there; a letter of it that YAML writes otherwise.
    third = made.now[THIRD].decode()
    made.change(THIRD, lambda text: f"{text}rikki: [\n")
    made.change(THIRD, lambda _text: responsible('"aht\\x61la"')(third))
    made.change(THIRD, without('"aht\\x61la"'))
    # The name of a part of a measure that never names it; a value of it told otherwise.
    value = next(path for path in made.now if path.startswith(VALUES))
    of_party = made.now[value].decode() + "party: koivula\n"
    made.change(value, lambda _text: of_party)
    of_another = re.sub("^indicator: .*$", "indicator: mittari-a1", of_party, flags=re.MULTILINE)
    made.change(value, lambda _text: of_another)
    made.change(value, lambda _text: of_party)
    made.change(WITH_PART, lambda text: text.replace("mittari-a1", "mittari-a9"))
    # A body is named, named no more, and renamed.
    made.change(WITH_PART, responsible("turvaverkosto"))
    made.change(WITH_PART, without("turvaverkosto"))
    old, new = (f"data/bodies/{name}.yaml" for name in ("turvaverkosto", "turvaverkko"))
    made.put({old: None, new: made.now[old].replace(b"id: turvaverkosto", b"id: turvaverkko")})
    # Renamed, and a body that names it as well.
    other = {
        path: re.sub(rb"(?<![\w-])koivula(?![\w-])", b"koivulan-kunta", raw)
        for path, raw in made.now.items()
    }
    for path, raw in made.now.items():
        if path.split("/")[1] in ("updates", "events", "values"):
            other[path] = re.sub(rb"^id: .*$", re.findall(rb"^id: .*$", raw, re.M)[0], other[path])
    made.put({path: raw for path, raw in other.items() if raw != made.now[path]})
    made.change(MEASURE, title("Viimein"))
    made.change("data/bodies/turvaverkko.yaml", named)
    made.into(root)
    return root


@pytest.mark.parametrize(
    "key", ["koivulan-kunta", "ahtala", "foorumi", "turvaverkko", "hiidenmaa", "rantahanke"]
)
def test_what_is_passed_over_had_nothing_to_tell(
    repository: Path, tmp_path: Path, key: str
) -> None:
    loaded = store.load(repository)
    course = past.course(loaded)
    record = loaded.kb.entries[key].record
    steps = past_steps.steps(loaded, course, lambda _commit, _touch: True, None)
    path = loaded.kb.entries[key].path
    whole = query.of_record(loaded.kb, record, path, steps, course.arrivals())
    kept = cache.of(repository, {"XDG_CACHE_HOME": str(tmp_path)})
    for _time in ("read", "kept", "kept as read"):
        found = past.of_record(loaded, course, record, kept)
        assert found.happenings == whole.happenings
        assert found.renamed.items() <= whole.renamed.items()
    assert len(whole.happenings) > 1


def test_the_name_of_a_part_that_is_gone_is_known(yp: Yp, repository: Path) -> None:
    told = yp("history", "koivulan-kunta", "--lang", "fi", "--markdown", cwd=repository).out
    assert "Suunnitelmien määrä (mittari-a1)" in told


def test_the_second_time_git_is_asked_for_no_version(
    yp: Yp, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    root = tmp_path / "alue"
    subprocess.run(["git", "clone", "-q", "--no-local", repository, root], check=True)
    before = yp("history", "koivulan-kunta", "--json", cwd=root)
    assert before.code == 0, before.err
    # Every version but those of today is lost: what was not read was kept, too.
    now = set(git(root, "ls-tree", "-r", "--format=%(objectname)", "HEAD").split())
    pack = next((root / ".git/objects/pack").glob("*.pack"))
    loose = pack.rename(tmp_path / "pakka")
    for rest in (root / ".git/objects/pack").iterdir():
        rest.unlink()
    with loose.open("rb") as stream:
        subprocess.run(["git", "unpack-objects", "-q"], cwd=root, stdin=stream, check=True)
    listed = git(root, "cat-file", "--batch-check", "--batch-all-objects").splitlines()
    lost = [key for key, kind, _size in map(str.split, listed) if kind == "blob" and key not in now]
    assert len(lost) > 20
    for key in lost:
        (root / ".git/objects" / key[:2] / key[2:]).unlink()
    again = yp("history", "koivulan-kunta", "--json", cwd=root)
    assert (again.code, again.out) == (0, before.out)
    # Of another actor no more is asked for.
    assert "git has lost" not in yp("history", "ahtala", "--json", cwd=root).out
    monkeypatch.setenv("YP_CACHE", "off")
    assert "git has lost its content" in yp("history", "A2", "--json", cwd=root).out


def test_what_is_not_committed_follows_the_last_sound_version(
    yp: Yp, repository: Path, tmp_path: Path
) -> None:
    root = tmp_path / "alue"
    subprocess.run(["git", "clone", "-q", repository, root], check=True)
    path = root / THIRD
    sound = path.read_text("utf-8")
    path.write_text(f"{sound}rikki: [\n", "utf-8")
    commit(root, "2024-03-01T12:00:00+02:00")
    path.write_text(responsible("ohkola")(sound), "utf-8")
    told = yp("history", "ohkola", "--lang", "fi", "--markdown", cwd=root).out
    assert re.search("ei vielä commitissa: B2 .*: vastuutahoksi lisättiin Öhkölä", told)
