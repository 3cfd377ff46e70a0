"""`yp history RECORD`: what changed, by which commit, in words; the line, merges, renames."""

import json
import os
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import LIVED_ON, REGION, Yp
from tests.history import lived_line
from tests.history.test_committing import git
from tests.history.test_rev_faults import commit
from yhdyspinta_cli import store
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import edits
from yhdyspinta_cli.services import past_course, past_steps

MEASURE = "data/measures/tietopohja.yaml"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The fictional region with one commit, of the second of January 2024."""
    root = tmp_path / "alue"
    made = lived_line.Stream()
    made.commit(lived_line.files(REGION), date(2024, 1, 2))
    made.into(root)
    git(root, "config", "user.name", "Salainen Nimi")
    git(root, "config", "user.email", "salainen@example.org")
    return root


def edit(root: Path, path: str, before: str, after: str) -> None:
    """Write something else into a file, where that stands in it once."""
    text = (root / path).read_text("utf-8")
    assert text.count(before) == 1, (path, before)
    (root / path).write_text(text.replace(before, after), "utf-8")


def told(yp: Yp, root: Path, *words: str) -> list[str]:
    """Return the lines of a history in Finnish, each whole."""
    answer = yp("history", *words, "--lang", "fi", "--markdown", cwd=root)
    assert answer.code == 0, answer.err
    text = answer.out.replace("\\", "").partition("uusin ensin\n")[2]
    return [line.removeprefix("- ") for line in text.splitlines() if line.startswith("- ")]


TARGET = """    label: Kokemus yhteistyöstä
    type: number
    unit: "%"
    target:
      value: {}
"""


def test_changes_are_told_in_words_with_their_commits(yp: Yp, repository: Path) -> None:
    plain = "    label: Kokemus yhteistyöstä\n    type: narrative\n"
    edit(repository, MEASURE, plain, TARGET.format(80))
    second = commit(repository, "2024-02-01T12:00:00+02:00")
    edit(repository, MEASURE, "value: 80", "value: 90")
    responsible = "  - actor: rantahanke\n    role: partner\n    label: Rantahanke\n"
    edit(repository, MEASURE, responsible, "  - actor: koivula\n    label: Koivula\n")
    # In Helsinki that is the second of March.
    third = commit(repository, "2024-03-01T23:00:00+00:00")
    first = git(repository, "rev-list", "--max-parents=0", "HEAD")
    inside = "mittari ”Kokemus yhteistyöstä”"
    lines = told(yp, repository, "A2")
    changes = [line for line in lines if "commit" in line and "tuli" not in line]
    assert changes == [
        f"2.3.2024: vastuutahoksi lisättiin Koivula [commit {third[:12]}]",
        f"2.3.2024: yhteistyötahoista poistettiin Rantahanke [commit {third[:12]}]",
        f"2.3.2024: {inside}: Tavoitetaso: 80 % → 90 % [commit {third[:12]}]",
        f"1.2.2024: {inside}: Laji: sanallinen → luku [commit {second[:12]}]",
        f"1.2.2024: {inside}: Yksikkö: lisättiin % [commit {second[:12]}]",
        f"1.2.2024: {inside}: Tavoitetaso: lisättiin 80 % [commit {second[:12]}]",
        f"2.1.2024: lisättiin aineistoon [commit {first[:12]}]",
    ]
    # As it was known before the last of them.
    assert not any("90 %" in line for line in told(yp, repository, "A2", "--rev", "HEAD~1"))
    assert changes[-1] not in told(yp, repository, "A2", "--since", "2024-01-03")
    earlier = told(yp, repository, "A2", "--as-of", "2024-02-01")
    assert changes[3] in earlier
    assert changes[2] not in earlier
    # An indicator has what is its own.
    own = told(yp, repository, "mittari-a2")
    assert own[0] == f"2.3.2024: {inside}: Tavoitetaso: 80 % → 90 % [commit {third[:12]}]"
    assert not any("Koivula" in line for line in own)
    # The party was named by it from then on, the project no more.
    assert (
        f"2.3.2024: A2 Yhteinen tietopohja: vastuutahoksi lisättiin Koivula [commit {third[:12]}]"
        in (told(yp, repository, "koivula"))
    )
    assert (
        f"2.3.2024: A2 Yhteinen tietopohja: yhteistyötahoista poistettiin Rantahanke "
        f"[commit {third[:12]}]"
    ) in told(yp, repository, "rantahanke")


def test_a_renamed_measure_keeps_its_history(yp: Yp, repository: Path) -> None:
    edit(repository, MEASURE, "title: Yhteinen tietopohja", "title: Tiedot yhteen")
    commit(repository, "2024-02-01T12:00:00+02:00")
    for path in (repository / "data").rglob("*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"(?<![\w-])tietopohja(?![\w-])", "tieto-yhteen", text), "utf-8")
    git(repository, "mv", MEASURE, "data/measures/tieto-yhteen.yaml")
    renamed = commit(repository, "2024-03-01T12:00:00+02:00")
    lines = told(yp, repository, "A2")
    assert f"1.3.2024: id vaihtui: tietopohja → tieto-yhteen [commit {renamed[:12]}]" in lines
    assert any("Otsikko: Yhteinen tietopohja → Tiedot yhteen" in line for line in lines)
    assert lines[-1].startswith("2.1.2024: lisättiin aineistoon")
    # By what it was called it leads to the record that goes on.
    for words in ("tietopohja", "yhteinen tietopohja"):
        assert told(yp, repository, words) == lines
        asked = yp("history", words, "--lang", "fi", cwd=repository)
        assert asked.err.endswith("; nykyinen tunnus tieto-yhteen\n")
        assert re.search(r"Nykyinen tunnus +tieto-yhteen", asked.out)


def test_reports_are_woven_in_by_the_day_they_speak_of(yp: Yp, repository: Path) -> None:
    environment = {"SOURCE_DATE_EPOCH": "1717000000"}
    os.environ |= environment
    try:
        made = yp(
            *("status", "set", "A2", "in-progress", "--on", "2024-03-15", "--by", "koivula"),
            cwd=repository,
        ).out.strip()
        edit(repository, MEASURE, "text: Yhteisen tietopohjan", "text: Tietopohjan")
        came = commit(repository, "2024-04-10T12:00:00+03:00")
        corrected = yp(
            *("status", "correct", made, "paused", "--by", "koivula", "--on", "2024-05-01"),
            cwd=repository,
        ).out.strip()
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
    name, later = Path(made).stem, Path(corrected).stem
    lines = told(yp, repository, "A2")
    assert lines[:3] == [
        f"1.5.2024 A2: keskeytetty; Koivula; korjaa kirjausta {name}; [{later}] – "
        "ei vielä commitissa",
        f"10.4.2024: Teksti: Yhteisen tietopohjan kehittäminen → Tietopohjan kehittäminen "
        f"[commit {came[:12]}]",
        f"15.3.2024 A2: käynnissä; Koivula; KORJATTU, korjaus: {later}; [{name}] – tuli aineistoon "
        f"10.4.2024, commit {came[:12]}",
    ]
    # Who spoke has it in its own history.
    assert lines[2] in told(yp, repository, "koivula")


def test_a_report_that_was_edited_or_deleted_is_told_so(yp: Yp, repository: Path) -> None:
    report = next((repository / "data" / "updates").rglob("*.yaml"))
    text = report.read_text("utf-8")
    measure = re.search(r"^measure: (.+)$", text, re.MULTILINE)
    assert measure is not None
    report.write_text(re.sub(r"^state: .+$", "state: cancelled", text, flags=re.MULTILINE), "utf-8")
    edited = commit(repository, "2024-02-01T12:00:00+02:00")
    report.unlink()
    deleted = commit(repository, "2024-03-01T12:00:00+02:00")
    lines = told(yp, repository, measure[1])
    about = [line for line in lines if edited[:12] in line or deleted[:12] in line]
    assert len(about) == 2
    assert about[0].endswith(
        f": kirjaus poistettiin ilman korjauskirjausta [commit {deleted[:12]}]"
    )
    assert "muutettiin jälkikäteen ilman korjauskirjausta: Tilanne: " in about[1]
    assert any(f"[{report.stem}]" in line for line in lines)
    answer = yp("history", measure[1], "--json", cwd=repository)
    found = json.loads(answer.out)["answer"]["happenings"]
    assert sum(one.get("rewrites", False) for one in found) == 2


def test_a_merge_names_the_commits_of_its_branch(yp: Yp, repository: Path) -> None:
    git(repository, "switch", "-q", "-c", "haara")
    edit(repository, MEASURE, "text: Yhteisen", "text: Kaikkien yhteisen")
    branch = commit(repository, "2024-02-01T12:00:00+02:00")
    (repository / "muu.txt").write_text("muuta\n", "utf-8")
    other = commit(repository, "2024-02-02T12:00:00+02:00")
    git(repository, "switch", "-q", "main")
    edit(repository, MEASURE, "    label: Kokemus yhteistyöstä", "    label: Kokemus")
    own = commit(repository, "2024-02-03T12:00:00+02:00")
    os.environ["GIT_COMMITTER_DATE"] = "2024-03-01T12:00:00+02:00"
    try:
        git(repository, "merge", "-q", "--no-ff", "-m", "Yhdistys", "haara")
    finally:
        del os.environ["GIT_COMMITTER_DATE"]
    merged = git(repository, "rev-parse", "HEAD")
    lines = [line for line in told(yp, repository, "A2") if "commit" in line and "tuli" not in line]
    # Both of two branches, each by the commit with which it came onto the line.
    assert lines[0].startswith("1.3.2024: Teksti: ")
    assert lines[0].endswith(
        f"[commit {merged[:12]}, tuotu haarasta, commit {branch[:12]} (1.2.2024)]"
    )
    assert lines[1] == (
        "3.2.2024: mittari ”Kokemus”: Asiakirjan sanoin: Kokemus yhteistyöstä → Kokemus "
        f"[commit {own[:12]}]"
    )
    assert other[:12] not in "".join(lines)


def test_what_was_reverted_or_rewritten(yp: Yp, repository: Path) -> None:
    (repository / MEASURE).rename(repository / "kesken.yaml")
    commit(repository, "2024-02-01T12:00:00+02:00")
    (repository / "kesken.yaml").rename(repository / MEASURE)
    commit(repository, "2024-02-02T12:00:00+02:00")
    edit(repository, MEASURE, "title: Yhteinen tietopohja", "title: Väärä")
    wrong = commit(repository, "2024-02-03T12:00:00+02:00")
    # A line that was rewritten: nobody is told what it had before.
    git(repository, "reset", "-q", "--hard", "HEAD~1")
    edit(repository, MEASURE, "title: Yhteinen tietopohja", "title: Oikea")
    commit(repository, "2024-02-04T12:00:00+02:00")
    lines = told(yp, repository, "A2")
    changes = [line.partition(" [commit")[0] for line in lines if "[commit" in line]
    assert changes == [
        "4.2.2024: Otsikko: Yhteinen tietopohja → Oikea",
        "2.2.2024: lisättiin aineistoon",
        "1.2.2024: poistettiin aineistosta",
        "2.1.2024: lisättiin aineistoon",
    ]
    assert wrong[:12] not in "".join(lines)


def test_what_was_dropped_still_has_its_history(yp: Yp, repository: Path) -> None:
    git(repository, "rm", "-q", "data/measures/yksinaisyys.yaml")
    gone = commit(repository, "2024-02-01T12:00:00+02:00")
    text = (REGION / "data/measures/yksinaisyys.yaml").read_text("utf-8")
    code = re.search(r"^code: (.+)$", text, re.MULTILINE)
    assert code is not None
    for words in ("yksinaisyys", code[1].lower()):
        lines = told(yp, repository, words)
        assert f"1.2.2024: poistettiin aineistosta [commit {gone[:12]}]" in lines
    # A name that is only like its own is not taken for it, and nothing else is guessed.
    assert yp("history", "yksinaisyys", cwd=repository).err == ""
    near = text.replace("id: yksinaisyys", "id: yksinaisyys-2").replace("title: ", "title: Muu ")
    near = near.replace(f"code: {code[1]}", "code: A77").replace("text: ", "text: Muu ")
    near = near.replace("  - id: mittari", "  - id: muu-mittari")
    (repository / "data/measures/yksinaisyys-2.yaml").write_text(near, "utf-8")
    commit(repository, "2024-02-02T12:00:00+02:00")
    assert any("1.2.2024: poistettiin" in line for line in told(yp, repository, "yksinaisyys"))
    assert yp("history", "olematonta-ei-ole", cwd=repository).code == 1


def test_a_version_that_cannot_be_read_is_told(yp: Yp, repository: Path) -> None:
    sound = (repository / MEASURE).read_text("utf-8")
    (repository / MEASURE).write_text(sound + "responsible: [\n", "utf-8")
    broken = commit(repository, "2024-02-01T12:00:00+02:00")
    (repository / MEASURE).write_text(sound.replace("Yhteinen tietopohja", "Uusi"), "utf-8")
    commit(repository, "2024-02-02T12:00:00+02:00")
    lines = [line for line in told(yp, repository, "A2") if "[commit" in line]
    assert lines[0].startswith("2.2.2024: Otsikko: Yhteinen tietopohja → Uusi")
    assert lines[1].startswith(f"1.2.2024: tiedostoa {MEASURE} ei voinut lukea: rivi ")
    assert lines[1].endswith(f"; siltä osin tiedot ovat ennallaan [commit {broken[:12]}]")
    assert lines[2].startswith("2.1.2024: lisättiin aineistoon")


def test_what_cannot_be_read_now_has_its_history_in_git(yp: Yp, repository: Path) -> None:
    edit(repository, MEASURE, "title: Yhteinen tietopohja", "title: Uusi")
    changed = commit(repository, "2024-02-01T12:00:00+02:00")
    with (repository / MEASURE).open("a", encoding="utf-8") as file:
        file.write("responsible: [\n")
    for _time in range(2):
        for words in ("A2", "tietopohja"):
            asked = yp("history", words, "--lang", "fi", cwd=repository)
            assert asked.code == 0, asked.err
            assert asked.err.endswith(
                f"yp: tiedostoa {MEASURE} ei voi nyt lukea: kerrotaan, mitä gitissä siitä on\n"
            )
            lines = told(yp, repository, words)
            assert f"tiedostoa {MEASURE} ei voinut lukea" in lines[0]
            assert any(
                line.endswith(f"Otsikko: Yhteinen tietopohja → Uusi [commit {changed[:12]}]")
                for line in lines
            )
        commit(repository, "2024-02-02T12:00:00+02:00")


def test_one_bad_record_of_a_list_hides_no_other(yp: Yp, repository: Path) -> None:
    edit(repository, "data/parties.yaml", '    code: "992"\n', '    code: "992"\n    outo: 1\n')
    edit(repository, "data/parties.yaml", "name: Öhkölä\n", "name: Öhkölänmaa\n")
    commit(repository, "2024-02-01T12:00:00+02:00")
    assert any("Nimi: Öhkölä → Öhkölänmaa" in line for line in told(yp, repository, "ohkola"))
    edit(repository, "data/parties.yaml", "    outo: 1\n", "")
    commit(repository, "2024-02-02T12:00:00+02:00")
    lines = told(yp, repository, "koivula")
    assert any("tuntematon avain 'outo'" in line for line in lines)
    # It was there all the time.
    assert sum("lisättiin aineistoon" in line for line in lines) == 1
    assert not any("poistettiin aineistosta" in line for line in lines)


def moved(root: Path) -> Path:
    """The folder that holds `data` gets another name, and what is in it changes with it."""
    inner = root / "alue"
    inner.mkdir()
    git(root, "mv", "data", "alue/data")
    edit(inner, MEASURE, "title: Yhteinen tietopohja", "title: Tietopohja")
    commit(root, "2024-02-01T12:00:00+02:00")
    git(root, "mv", "alue", "sopimus")
    commit(root, "2024-02-02T12:00:00+02:00")
    return root / "sopimus"


def renamed(root: Path) -> Path:
    """`data` had another name, as before `yp` was used."""
    git(root, "mv", "data", "aineisto")
    git(root, "commit", "-q", "--amend", "-m", "Alku", "--date", "2024-01-02T12:00:00+02:00")
    git(root, "mv", "aineisto", "data")
    edit(root, MEASURE, "title: Yhteinen tietopohja", "title: Tietopohja")
    commit(root, "2024-02-01T12:00:00+02:00")
    return root


@pytest.mark.parametrize("move", [moved, renamed])
def test_a_folder_under_another_name_is_followed(
    yp: Yp, repository: Path, move: Callable[[Path], Path]
) -> None:
    os.environ["GIT_COMMITTER_DATE"] = "2024-01-02T12:00:00+02:00"
    try:
        root = move(repository)
    finally:
        os.environ.pop("GIT_COMMITTER_DATE", None)
    lines = [line.partition(" [commit")[0] for line in told(yp, root, "A2") if "[commit" in line]
    assert lines == [
        "1.2.2024: Otsikko: Yhteinen tietopohja → Tietopohja",
        "2.1.2024: lisättiin aineistoon",
    ]


def test_all_differences_one_after_the_other_give_the_data(tmp_path: Path) -> None:
    made = lived_line.stream()
    # A branch that was merged, and one that was merged into nothing.
    tip = made.number
    agreement = lived_line.files(LIVED_ON)["data/agreement.yaml"]
    side = made.commit(
        {"data/agreement.yaml": agreement + b"# haara\n"}, date(2027, 2, 1), branch="sivu"
    )
    made.commit({"data/needs.yaml": None}, date(2027, 2, 1), parents=(tip,), branch="hylatty")
    made.commit({"data/goals.yaml": b"rikki: ["}, date(2027, 2, 2), parents=(tip,))
    goals = lived_line.files(LIVED_ON)["data/goals.yaml"]
    made.commit({"data/goals.yaml": goals}, date(2027, 2, 3))
    changed = {"data/agreement.yaml": agreement + b"# haara\n"}
    made.commit(changed, date(2027, 2, 4), parents=(made.number, side))
    root = tmp_path / "eletty"
    made.into(root)
    loaded = store.load(root)
    course = past_course.course(loaded)
    found = past_steps.steps(loaded, course, lambda _commit, _touch: True, None)
    state: dict[str, Record] = {}
    for step in found:
        for one in step.differences:
            if one.before is not None:
                assert state.pop(one.before.id) == one.before
            if one.after is not None:
                state[one.after.id] = one.after
    assert state == edits.records(loaded.kb)
    assert sum(len(step.unread) for step in found) == 1
