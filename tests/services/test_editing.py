"""`yp edit`: one field changed, all else as it was, and nothing written that a rule refuses."""

import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import REGION, Yp
from yhdyspinta_cli import store
from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.services import edit_fields
from yhdyspinta_cli.store import lock


def bytes_of(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*.yaml")}


def changed(region: Path, before: dict[str, bytes]) -> dict[str, tuple[list[str], list[str]]]:
    """Return the files that are others now, each with the lines that went and that came."""
    found = {}
    for path, raw in bytes_of(region).items():
        if raw != before[path]:
            old, new = before[path].decode().split("\n"), raw.decode().split("\n")
            found[path] = (
                [line for line in old if line not in new],
                [line for line in new if line not in old],
            )
    return found


@pytest.fixture
def repository(region: Path) -> Path:
    """The region in a git repository, all of it committed."""
    (region / ".gitignore").write_text(".yp.lock\n")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "alku")):
        git(region, *words)
    return region


def git(root: Path, *words: str) -> str:
    identity = ("-c", "user.name=Testi", "-c", "user.email=testi@example.org")
    done = subprocess.run(
        ["git", *identity, *words], cwd=root, capture_output=True, text=True, check=True
    )
    return done.stdout


def measure(region: Path, code: str) -> Measure:
    found = store.load(region).kb.measure(code)
    assert found is not None
    return found


def test_only_the_line_of_the_field_changes(yp: Yp, region: Path) -> None:
    path = region / "data/measures/tiedon-malli.yaml"
    path.write_text("# käsin tehty\n" + path.read_text().replace("title: ", "title:   ") + "\n\n")
    before = bytes_of(region)
    done = yp("edit", "J2", "responsible.2.role=consulted", cwd=region)
    assert (done.code, done.out) == (0, "data/measures/tiedon-malli.yaml\n")
    assert done.err == "yp: saved data/measures/tiedon-malli.yaml\n"
    old = before["data/measures/tiedon-malli.yaml"].decode()
    assert path.read_text() == old.replace("role: partner", "role: consulted")
    assert list(changed(region, before)) == ["data/measures/tiedon-malli.yaml"]


@pytest.mark.parametrize(
    ("record", "words", "gone", "come"),
    [
        (
            "a2",
            ["title=Yhteinen: tieto"],
            ["title: Yhteinen tietopohja"],
            ['title: "Yhteinen: tieto"'],
        ),
        ("J2", ["responsible.hiidenmaa.label=12:30"], ["    label: HVA"], ['    label: "12:30"']),
        ("J2", ["due=31.12.2025"], [], ["due: 2025-12-31"]),
        ("J2", ["aliases=[malli, 'no']"], [], ["aliases:", "  - malli", '  - "no"']),
        ("J2", ["aliases=malli"], [], ["aliases:", "  - malli"]),
        ("mittari-j2", ["unit="], ["    unit: vastausta"], []),
        (
            "tiedon-malli",
            ["indicators.mittari-j2.target={value: 8, on: 2026-12-31}"],
            [],
            ["    target:", "      value: 8", "      on: 2026-12-31"],
        ),
        (
            "mittari-j2",
            ["target.value=1 250,5", "target.on=31.12.2026", "unit=kpl"],
            ["    unit: vastausta"],
            ["    unit: kpl", "    target:", "      value: 1250.5", "      on: 2026-12-31"],
        ),
        (
            "J2",
            ["responsible.3.actor=Koivula", "responsible.3.label=Koivulan kunta"],
            [],
            ["  - actor: koivula", "    label: Koivulan kunta"],
        ),
        ("J2", ["aliases.0=malli"], [], ["aliases:", "  - malli"]),
        ("J2", ["remarks.0.text=Huom"], [], ["remarks:", "  - text: Huom"]),
        (
            "kunnat",
            ["members.koivula.start=1.1.2022", "members.3.actor=Ahtala", "members.0.end="],
            ["      - koivula"],
            ["      - actor: koivula", "        start: 2022-01-01"],
        ),
    ],
)
def test_a_value_is_what_its_field_takes(
    yp: Yp, region: Path, record: str, words: list[str], gone: list[str], come: list[str]
) -> None:
    before = bytes_of(region)
    done = yp("edit", record, *words, cwd=region)
    assert done.code == 0, done.err
    assert list(changed(region, before).values()) == [(gone, come)]
    assert yp("validate", cwd=region).code == 0


def test_the_words_that_yp_new_puts_beside_a_value_go_with_it(yp: Yp, region: Path) -> None:
    line = ("Ruokapäivä", "--interface", "A", "--lead", "Hiidenmaan hyvinvointialue")
    assert yp("new", "measure", *line, cwd=region).code == 0
    path = region / "data/measures/ruokapaiva.yaml"
    assert "role: lead  # responsible, lead" in path.read_text()
    assert yp("edit", "ruokapaiva", "responsible.0.role=partner", cwd=region).code == 0
    assert "role: partner  # responsible, lead" in path.read_text()
    before = path.read_text()
    done = yp("edit", "ruokapaiva", "responsible=[{actor: koivula, label: Koivula}]", cwd=region)
    assert done.code == 0, done.err
    assert path.read_text().endswith("responsible:\n  - actor: koivula\n    label: Koivula\n")
    # A word more is a person's own.
    path.write_text(before.replace(", informed", ", informed, mitä vain"))
    refused = yp("edit", "ruokapaiva", "responsible.0.role=", cwd=region)
    assert "a comment stands there that would be lost" in refused.err


def test_an_item_that_is_new_is_given_its_id(yp: Yp, region: Path) -> None:
    words = ("label=Tehty", "type=yes-no", "id=mittari-uusi")
    line = tuple(f"indicators.1.{word}" for word in words)
    assert yp("edit", "J2", *line, cwd=region).code == 0
    assert [one.id for one in measure(region, "J2").indicators] == ["mittari-j2", "mittari-uusi"]
    again = yp("edit", "J2", "indicators.1.id=mittari-muu", cwd=region)
    assert (again.code, "an id is for ever" in again.err) == (4, True)


@pytest.mark.parametrize(
    ("record", "words", "code", "told"),
    [
        ("J2", "titel=x", 2, "did you mean 'title'?"),
        ("J2", "responsible.0.rooli=x", 2, "did you mean 'role'?"),
        ("J2", "title.x=y", 2, "there are no keys inside 'title'"),
        ("J2", "responsible.7.role=lead", 2, "'responsible' has no item '7'"),
        ("J2", "title", 2, "'title' is not of the form key=value"),
        ("J2", "aliases=[a", 2, "cannot be read"),
        ("J2", "id=uusi", 4, "an id is for ever"),
        ("J2", "responsible.0.role=johtaja", 4, "'role' cannot be 'johtaja'; nothing was written"),
        ("J2", "title=", 4, "the key 'title' is missing; nothing was written"),
        ("J2", "indicators.0.type=count", 4, "'type' cannot be 'count'; nothing was written"),
        ("J2", "goal=Elämä", 1, "say it more exactly, or give an id"),
        ("J2", "due=2025-02-30", 4, "nothing was written"),
        ("koivula", "successor=koivula", 4, "nothing was written"),
        ("ei-ole-tallaista", "title=x", 1, "nothing is called 'ei-ole-tallaista'"),
        ("2022-10-12-foorumi-b2c3d4", "title=x", 4, "yp event add … --corrects 2022-10-12"),
        ("2022-malli-aloitus-1a2b3c", "note=x", 4, "yp status correct 2022-malli-aloitus-1a2b3c"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    yp: Yp, region: Path, record: str, words: str, code: int, told: str
) -> None:
    before = bytes_of(region)
    done = yp("edit", record, words, cwd=region)
    assert (done.code, done.out) == (code, "")
    assert told in done.err
    assert bytes_of(region) == before


@pytest.mark.parametrize(
    ("record", "words", "come"),
    [
        ("foorumi", "type=Työryhmä", ["type: group"]),
        ("J2", "responsible.2.role=kuultava", ["    role: consulted"]),
        (
            "J2",
            "responsible.2={actor: kunnat, label: kunnat, role: Tiedotettava}",
            ["    role: informed"],
        ),
        ("J2", "indicators.0.type=kyllä-tai-ei", ["    type: yes-no"]),
        ("alberga", "type=kunta", []),
        ("J2", "goal=1", ["goal: hyvinvointi"]),
        ("foorumi", "interface=B", ["interface: b"]),
        (
            "velvoite-raportti",
            "fulfilled_by.events=[kysely, Päätös]",
            ["        - survey", "        - decision"],
        ),
        (
            "velvoite-raportti",
            "rhythm={within: {n: 3, unit: viikkoa, after: kokous}}",
            ["        unit: weeks", "        after: meeting"],
        ),
    ],
)
def test_a_word_of_a_closed_set_is_taken_as_a_reader_is_shown_it(
    yp: Yp, region: Path, record: str, words: str, come: list[str]
) -> None:
    before = bytes_of(region)
    done = yp("edit", record, words, cwd=region)
    assert done.code == 0, done.err
    ((_gone, came),) = changed(region, before).values() if come else [([], [])]
    assert [line for line in came if line in come] == come


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ("J2", ["remarks.0.text=Ohjelma ei kerro enempää"]),
        ("J2", ["outside=[{day: 2024-01-02, named_source: Lehti, fact: Uutta}]"]),
        ("A2", ["aliases.0=tieto", "start=2023-01-01", "obligations.0=velvoite-malli"]),
        ("A2", ["responsible.0.part=kokoaminen", "responsible.0.end=2024-12-31"]),
        ("A2", ["responsible.0={label: kunnat, part: alku, role: partner, actor: kunnat}"]),
        ("foorumi", ["conveners.0.label=Koivula", "conveners.0.actor=koivula"]),
        ("foorumi", ["rhythm.at_least=true", "themes=[hyvinvointi]", "remarks.0.text=Huomio"]),
        ("velvoite-foorumi", ["to.0=kunnat", "remarks.0.text=Huomio"]),
        ("alberga", ["aliases.0=Albergan kaupunki", "forms.inessive=Albergassa"]),
        ("hiidenmaan-sopimus", ["notice.months=6", "principles.0.remarks.0.text=Huomio"]),
    ],
)
def test_what_is_new_stands_where_yp_fmt_has_it(
    yp: Yp, region: Path, record: str, words: list[str]
) -> None:
    assert yp("fmt", cwd=region).code == 0
    done = yp("edit", record, *words, cwd=region)
    assert done.code == 0, done.err
    checked = yp("fmt", "--diff", cwd=region)
    assert (checked.code, checked.out) == (0, "")


def test_a_word_of_ones_own_stays_it_and_an_id_stays_an_id(yp: Yp, region: Path) -> None:
    agreement = region / "data/agreement.yaml"
    own = "vocabulary:\n  body_types:\n    - {word: Valiokunta, means: board}\n"
    agreement.write_text(agreement.read_text("utf-8").rstrip("\n") + "\n" + own, "utf-8")
    assert yp("edit", "foorumi", "type=valiokunta", cwd=region).code == 0
    path = region / "data/bodies/foorumi.yaml"
    assert "type: Valiokunta\n" in path.read_text("utf-8")
    refused = yp("edit", "foorumi", "type=lautakunta", "--lang", "fi", cwd=region)
    assert refused.code == 4
    assert "'lautakunta'" in refused.err
    # A body that is called as a kind of event is in its own language.
    meant = path.with_name("kokous.yaml")
    meant.write_text(path.read_text("utf-8").replace("id: foorumi", "id: kokous"), "utf-8")
    clock = "rhythm={within: {n: 3, unit: weeks, after: kokous}}"
    done = yp("edit", "velvoite-raportti", clock, "--dry-run", cwd=region)
    assert "+        after: kokous" in done.out, done.err


def test_a_key_of_an_item_that_is_a_word_is_refused() -> None:
    keys = {"responsible": ["kunnat"]}
    kb = store.load(REGION).kb
    with pytest.raises(UserError, match="'kunnat' stands there, which has no keys") as refused:
        edit_fields.change(Measure, keys, "responsible.0.role=lead", lambda words, *_: words, kb)
    assert refused.value.exit_code == 4


def test_the_name_of_a_person_does_not_come_into_another_file(yp: Yp, region: Path) -> None:
    people = store.load(region, personal=True).kb.personal
    assert people is not None
    name = people.signatures[0].name
    done = yp("edit", "J2", f"text={name} kutsuu koolle", cwd=region)
    assert (done.code, done.out) == (4, "")
    assert "the name of a person stands outside the personal file; nothing was written" in done.err
    assert name not in done.err


def test_an_error_that_is_there_already_can_be_mended_one_by_one(yp: Yp, region: Path) -> None:
    path = region / "data/measures/tiedon-malli.yaml"
    path.write_text(path.read_text().replace("goal: ennakointi", "goal: enakointi"))
    other = region / "data/measures/asuminen.yaml"
    other.write_text(other.read_text().replace("goal: hyvinvointi", "goal: hyvin"))
    assert yp("validate", cwd=region).code == 1
    assert yp("edit", "J2", "title=Malli", cwd=region).code == 0
    assert yp("edit", "J2", "goal=ennakointi", cwd=region).code == 0
    assert yp("edit", "J1", "goal=hyvinvointi", cwd=region).code == 0
    assert yp("validate", cwd=region).code == 0


def test_what_would_change_is_shown_and_nothing_is_written(yp: Yp, region: Path) -> None:
    before = bytes_of(region)
    done = yp("edit", "J2", "title=Malli", "due=2025-12-31", "--dry-run", cwd=region / "data")
    assert done.code == 0
    assert done.err == "yp: ../data/measures/tiedon-malli.yaml would be changed; nothing was\n"
    assert "-title: Tiedolla johtamisen malli\n+title: Malli\n" in done.out
    assert bytes_of(region) == before
    same = yp("edit", "J2", "title=Tiedolla johtamisen malli", "note=", cwd=region)
    assert same.code == 2, "no measure has a note"
    same = yp("edit", "J2", "title=Tiedolla johtamisen malli", "due=", cwd=region)
    assert "says so already; nothing was written" in same.err
    assert bytes_of(region) == before


def test_lines_of_windows_stay_such(yp: Yp, region: Path) -> None:
    path = region / "data/measures/tiedon-malli.yaml"
    windows = path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(windows)
    assert yp("edit", "J2", "due=2025-12-31", "title=Malli", cwd=region).code == 0
    assert path.read_bytes() == windows.replace(b"Tiedolla johtamisen malli", b"Malli").replace(
        b"source:\r\n", b"due: 2025-12-31\r\nsource:\r\n"
    )
    path.write_bytes(windows.replace(b"\r\n", b"\n", 1))
    refused = yp("edit", "J2", "title=Malli", cwd=region)
    assert (refused.code, "yp fmt" in refused.err) == (4, True)


def test_a_comment_that_would_be_lost_hinders(yp: Yp, region: Path) -> None:
    path = region / "data/measures/tiedon-malli.yaml"
    path.write_text(path.read_text().replace("    label: HVA", "    label: HVA # painettu"))
    before = bytes_of(region)
    done = yp("edit", "J2", "responsible.0.label=", cwd=region)
    assert (done.code, done.out) == (4, "")
    assert "a comment stands there that would be lost" in done.err
    assert bytes_of(region) == before
    assert yp("edit", "J2", "responsible.0.label=alue", cwd=region).code == 0
    assert "    label: alue # painettu\n" in path.read_text()


def test_the_changed_file_is_committed_alone(
    yp: Yp, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Testi")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "testi@example.org")
    (repository / "muu.txt").write_text("x")
    git(repository, "add", "muu.txt")
    done = yp("edit", "J2", "responsible.2.role=consulted", "--commit", cwd=repository)
    assert done.code == 0, done.err
    assert done.err.endswith("yp: committed data/measures/tiedon-malli.yaml\n")
    assert git(repository, "log", "-1", "--format=%s", "--name-only").split("\n")[:3] == [
        "J2: responsible.2.role=consulted",
        "",
        "data/measures/tiedon-malli.yaml",
    ]
    assert git(repository, "status", "--porcelain") == "A  muu.txt\n"
    # What somebody else has begun in the file is not committed with it.
    path = repository / "data/measures/tiedon-malli.yaml"
    path.write_text(path.read_text() + "# kesken\n")
    before = path.read_bytes()
    refused = yp("edit", "J2", "title=Malli", "--commit", cwd=repository)
    assert refused.code == 4
    assert "has changes in git that are not of this command" in refused.err
    assert path.read_bytes() == before


def test_without_git_the_lock_leaves_nothing_that_git_could_pick_up(yp: Yp, region: Path) -> None:
    assert yp("edit", "J2", "title=Malli", cwd=region).code == 0
    git(region, "init", "-q")
    git(region, "add", "-A")
    assert ".yp.lock" not in git(region, "ls-files")


def test_who_waits_for_a_lock_whose_file_goes_takes_the_new_one(
    region: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 5.0)
    inside, most = [0], [0]

    def write(_turn: int) -> None:
        with lock.locked(region):
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            time.sleep(0.005)
            inside[0] -= 1

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(24)))
    assert most == [1]
    assert not (region / lock.NAME).exists()


def test_a_hook_that_refuses_leaves_the_change_saved_and_not_staged(
    yp: Yp, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for who in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{who}_NAME", "Testi")
        monkeypatch.setenv(f"GIT_{who}_EMAIL", "testi@example.org")
    hook = repository / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\necho ei käy >&2\nexit 1\n")
    hook.chmod(0o755)
    done = yp("edit", "J2", "title=Malli", "--commit", cwd=repository)
    assert (done.code, done.out) == (5, "data/measures/tiedon-malli.yaml\n")
    assert "is saved, but not committed" in done.err
    assert measure(repository, "J2").title == "Malli"
    assert git(repository, "status", "--porcelain") == " M data/measures/tiedon-malli.yaml\n"
    assert git(repository, "log", "--format=%s") == "alku\n"
