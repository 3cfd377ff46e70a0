"""`yp history` where git cannot tell, where it tells of nothing, and where names are hostile."""

import json
import os
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import LIVED, REGION, Yp
from tests.history.lived_line import Stream, files
from tests.history.test_committing import git
from tests.history.test_past import MEASURE, edit, repository, told
from tests.history.test_rev_faults import commit

__all__ = ["repository"]

ASKED = ("history", "A2")


def test_there_is_no_git_program(
    yp: Yp, repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for line in (ASKED, (*ASKED, "--fields"), ("history", "--since", "2024-01-01")):
        refused = yp(*line, cwd=repository)
        assert (refused.code, refused.out) == (3, "")
        assert "there is no git program" in refused.err


def test_there_is_no_repository_and_no_commit(yp: Yp, repository: Path) -> None:
    shutil.rmtree(repository / ".git")
    refused = yp(*ASKED, cwd=repository)
    assert (refused.code, refused.out) == (3, "")
    assert "not a git repository" in refused.err
    git(repository, "init", "-q")
    refused = yp(*ASKED, cwd=repository)
    assert (refused.code, refused.out) == (3, "")
    assert "there is no commit yet" in refused.err


def test_data_that_was_never_committed(yp: Yp, repository: Path) -> None:
    shutil.rmtree(repository / ".git")
    git(repository, "init", "-q", "-b", "main")
    git(repository, "config", "user.name", "A")
    git(repository, "config", "user.email", "a@example.org")
    git(repository, "commit", "-q", "--allow-empty", "-m", "Tyhjä")
    assert told(yp, repository, "A2")[0] == "ei vielä commitissa: lisättiin aineistoon"


def test_the_packaged_copy_has_no_history(yp: Yp, tmp_path: Path) -> None:
    refused = yp(*ASKED, cwd=tmp_path)
    assert (refused.code, refused.out) == (2, "")


def test_a_shallow_clone_is_told_what_to_do(yp: Yp, repository: Path, tmp_path: Path) -> None:
    edit(repository, MEASURE, "title: Yhteinen tietopohja", "title: Tietopohja")
    commit(repository, "2024-02-01T12:00:00+02:00")
    git(tmp_path, "clone", "-q", "--depth", "1", repository.as_uri(), "matala")
    for line in (ASKED, ("history", "--since", "2024-01-01")):
        refused = yp(*line, cwd=tmp_path / "matala")
        assert (refused.code, refused.out) == (3, "")
        assert "this clone has only a part of the history" in refused.err
        assert "fetch-depth: 0" in refused.err
    git(tmp_path / "matala", "fetch", "-q", "--unshallow")
    assert yp(*ASKED, cwd=tmp_path / "matala").out == yp(*ASKED, cwd=repository).out


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to another user")
def test_a_repository_of_another_user(yp: Yp, repository: Path) -> None:
    subprocess.run(["chown", "-R", "nobody", str(repository / ".git")], check=True)
    subprocess.run(["chown", "nobody", str(repository)], check=True)
    refused = yp(*ASKED, cwd=repository)
    assert (refused.code, refused.out) == (3, "")
    assert "dubious ownership" in refused.err
    assert "safe.directory" in refused.err


def test_a_worktree_and_a_submodule_have_their_history(
    yp: Yp, repository: Path, tmp_path: Path
) -> None:
    edit(repository, MEASURE, "title: Yhteinen tietopohja", "title: Tietopohja")
    commit(repository, "2024-02-01T12:00:00+02:00")
    asked = yp(*ASKED, cwd=repository).out
    assert "Yhteinen tietopohja → Tietopohja" in asked
    git(repository, "worktree", "add", "-q", "--detach", str(tmp_path / "toinen"))
    assert yp(*ASKED, cwd=tmp_path / "toinen").out == asked
    outer = tmp_path / "ulompi"
    git(tmp_path, "init", "-q", "-b", "main", "ulompi")
    allowed = ("-c", "protocol.file.allow=always")
    git(outer, *allowed, "submodule", "add", "-q", str(repository), "sisempi")
    assert yp(*ASKED, cwd=outer / "sisempi").out == asked


def test_data_that_is_a_submodule_has_its_own_history(
    yp: Yp, repository: Path, tmp_path: Path
) -> None:
    inner = tmp_path / "vain-data"
    shutil.copytree(repository / "data", inner)
    git(inner, "init", "-q", "-b", "main")
    git(inner, "config", "user.name", "A")
    git(inner, "config", "user.email", "a@example.org")
    commit(inner)
    outer = tmp_path / "ulompi"
    git(tmp_path, "init", "-q", "-b", "main", "ulompi")
    git(outer, "config", "user.name", "A")
    git(outer, "config", "user.email", "a@example.org")
    git(outer, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner), "data")
    commit(outer)
    refused = yp(*ASKED, cwd=outer)
    assert (refused.code, refused.out) == (3, "")
    assert "data/ is a submodule: its history is its own" in refused.err


def test_what_is_not_committed_is_told_so(yp: Yp, repository: Path) -> None:
    edit(repository, MEASURE, "title: Yhteinen tietopohja", "title: Tietopohja")
    edit(repository, "data/parties.yaml", "name: Öhkölä\n", "name: Öhkölänmaa\n")
    git(repository, "add", "data/parties.yaml")
    assert told(yp, repository, "A2")[0] == (
        "ei vielä commitissa: Otsikko: Yhteinen tietopohja → Tietopohja"
    )
    # Staged is not committed either.
    assert told(yp, repository, "ohkola")[0] == "ei vielä commitissa: Nimi: Öhkölä → Öhkölänmaa"
    assert "ei vielä" not in "".join(told(yp, repository, "A2", "--rev", "HEAD"))
    (repository / MEASURE).unlink()
    assert told(yp, repository, "tietopohja")[0] == "ei vielä commitissa: poistettiin aineistosta"
    body = json.loads(yp("history", "tietopohja", "--json", cwd=repository).out)
    assert body["answer"]["happenings"][0]["commit"] is None
    git(repository, "checkout", "-q", MEASURE)
    # What git ignores is not committed.
    (repository / ".git/info/exclude").write_text("data/measures/uusi.yaml\n", "utf-8")
    text = (REGION / MEASURE).read_text("utf-8").replace("id: tietopohja", "id: uusi")
    text = text.replace("A2", "A7").replace("mittari-a2", "mittari-a7").replace("Yhteisen", "Uuden")
    text = text.replace("Yhteinen tietopohja", "Uusi")
    (repository / "data/measures/uusi.yaml").write_text(text, "utf-8")
    assert told(yp, repository, "A7")[0] == "ei vielä commitissa: lisättiin aineistoon"


HOSTILE = (
    ("--output=x <a\x1b[31m@example.org>", "--option\x1b]0;x\x07 \u202e::error::x"),
    ("\x1e\x1f:100644 <x@y>", ":100644 100644 aaa bbb M\x1e\x1f\n\ncommit x"),
    ("##[error]x <-->", "\udcff\udcfe ei utf-8"),
    ("Tekijä <>", ""),
)


def test_hostile_names_and_messages_do_nothing(yp: Yp, tmp_path: Path) -> None:
    made = Stream()
    known = files(REGION)
    made.commit(known, date(2024, 1, 2))
    text = known[MEASURE].decode()
    for number, (who, message) in enumerate(HOSTILE):
        changed = text.replace("title: Yhteinen tietopohja", f"title: Otsikko {number}")
        made.commit(
            {MEASURE: changed.encode()}, date(2024, 2, 1 + number), who=who, message=message
        )
    root = tmp_path / "vihainen"
    made.into(root)
    for branch in ("refs/heads/--option", "refs/heads/HEAD", "refs/tags/-x", "refs/heads/data"):
        git(root, "update-ref", branch, "HEAD~1")
    plain = yp(*ASKED, cwd=root)
    assert plain.code == 0, plain.err
    assert [f"Otsikko {n} → Otsikko {n + 1}" in plain.out for n in range(3)] == [True] * 3
    for form in ((), ("--markdown",), ("--json",), ("--html",), ("--csv",)):
        for line in (ASKED, ("history", "--since", "2024-01-01")):
            answer = yp(*line, *form, cwd=root)
            assert "Tekijä" not in answer.out
            assert "option" not in answer.out
            shown = yp(*line, *form, "--include-personal", cwd=root)
            assert shown.code == 0, shown.err
            assert all(one.isprintable() or one in "\r\n" for one in shown.out), form
            assert not any(row.startswith(("::", "##[")) for row in shown.out.splitlines())
    told_all = yp(*ASKED, "--include-personal", cwd=root).out
    assert "Tekijä <>" in told_all
    assert sorted(path.name for path in root.iterdir()) == [".git", "data"]


def test_names_are_shown_only_where_they_are_asked_for(yp: Yp, repository: Path) -> None:
    for form in ("--json", "--csv", "--markdown", "--html"):
        for line in (ASKED, (*ASKED, "--fields"), ("history", "--since", "2024-01-01")):
            assert "alainen" not in yp(*line, form, cwd=repository).out
    assert "Salainen Nimi <salainen@example.org>, Muutos" in (
        yp("history", "A2", "--markdown", "--include-personal", cwd=repository).out.replace(
            "\\", ""
        )
    )


@pytest.mark.parametrize(
    "line",
    [
        (),
        ("--fields",),
        ("--fields", "--since", "2024-01-01"),
        ("A2", "--since", "eilen"),
        ("A2", "--rev", "--output=x"),
        ("A2", "--json", "--markdown"),
    ],
)
def test_a_line_that_asks_for_nothing_is_refused(
    yp: Yp, repository: Path, line: tuple[str, ...]
) -> None:
    refused = yp("history", *line, cwd=repository)
    assert (refused.code, refused.out) == (2, "")


def test_a_setting_of_git_changes_no_answer(yp: Yp, repository: Path) -> None:
    edit(repository, MEASURE, "title: Yhteinen tietopohja", "title: Tietopohja")
    commit(repository, "2024-02-01T12:00:00+02:00")
    before = yp(*ASKED, cwd=repository).out
    for key, value in {
        "log.showSignature": "true",
        "log.diffMerges": "combined",
        "log.follow": "true",
        "log.decorate": "full",
        "diff.renames": "copies",
        "diff.noprefix": "true",
        "diff.relative": "true",
        "core.quotePath": "true",
        "core.pager": "false",
        "color.ui": "always",
        "format.pretty": "%an",
        "log.date": "relative",
        "i18n.logOutputEncoding": "latin1",
    }.items():
        git(repository, "config", key, value)
    assert yp(*ASKED, cwd=repository).out == before


@pytest.mark.proof
def test_proof_fifty_thousand_commits(yp: Yp, tmp_path: Path) -> None:
    """Forty-five thousand beside the data, three thousand reports, two thousand edits."""
    made = Stream()
    known = files(LIVED)
    made.commit(known, date(2023, 1, 1))
    path = "data/measures/koulupoissaolot.yaml"
    measure = known[path].decode()
    for number in range(50_000):
        day = date.fromordinal(date(2023, 1, 2).toordinal() + number // 40)
        if number % 25 == 0:
            text = measure.replace("title: ", f"title: {number} ")
            made.commit({path: text.encode()}, day)
        elif number % 16 == 0:
            name = f"{day}-evakuointi-{number:08x}"
            report = f"id: {name}\nmeasure: evakuointi\nstate: in-progress\non: {day}\n"
            made.commit({f"data/updates/{day.year}/{name}.yaml": report.encode()}, day)
        else:
            made.commit({"muu.txt": str(number).encode()}, day)
    root = tmp_path / "pitka"
    made.into(root)
    (code,) = [line[6:] for line in measure.splitlines() if line.startswith("code: ")]
    lines = told(yp, root, code)
    assert sum("Otsikko: " in line for line in lines) == 1_999 + 1
    last = yp("history", "--since", str(day), "--json", cwd=root)
    assert last.code == 0, last.err
    brought = json.loads(last.out)["answer"]["commits"]
    assert {one["day"] for one in brought} == {str(day)}
    assert 1 < len(brought) < 10


NOTE = "data/updates/2024/2024-06-12-harrastaminen-hallavesi-2fc7b7a1.yaml"
SECRET = "Maija Meikäläinen 010190-999X"


def with_a_secret(root: Path) -> tuple[Stream, str, str]:
    """The region as it lived, a person's name in one note; with the report's text and its id."""
    made = Stream()
    known = files(LIVED)
    plain = known[NOTE].decode()
    text = re.sub(r"^note: .*\n(?:  .*\n)*", "", plain, flags=re.MULTILINE)
    known[NOTE] = f"{text}note: Tavattiin {SECRET}.\n".encode()
    contact = (
        known["data/parties.yaml"]
        .decode()
        .replace(
            "  - id: hallavesi\n", "  - id: hallavesi\n    contact: maija.meikalainen@example.org\n"
        )
    )
    assert "maija" in contact
    known["data/parties.yaml"] = contact.encode()
    made.commit(known, date(2024, 7, 1))
    return made, text, Path(NOTE).stem


def answers(yp: Yp, root: Path, *asked: str) -> str:
    """Return what is told of a report, of whom and what it names, and of all that came in."""
    told = []
    lines = (*(("harrastaminen", form) for form in ("--json", "--csv")), (*asked, "--markdown"))
    for words in (*lines, ("hallavesi", "--json"), ("--since", "2024-01-01", "--json")):
        answer = yp("history", *words, "--lang", "fi", cwd=root)
        assert answer.code == 0, answer.err
        told.append(answer.out)
    return "".join(told).replace("\\", "")


def test_what_had_to_go_is_told_no_more(yp: Yp, tmp_path: Path) -> None:
    made, text, key = with_a_secret(tmp_path)
    parties = files(LIVED)["data/parties.yaml"]
    made.commit(
        {NOTE: f"{text}note: Tavattiin.\n".encode(), "data/parties.yaml": parties},
        date(2024, 8, 1),
        message=f"Ilman nimeä\n\nRewrites: {key} henkilön nimi poistettiin\n",
    )
    made.into(tmp_path / "muutettu")
    edited = answers(yp, tmp_path / "muutettu", key)
    assert "Meikäläinen" not in edited
    assert "maija" not in edited
    assert "commitin ilmoittama syy: henkilön nimi poistettiin; Huomio: muuttunut" in edited
    assert "ilman korjauskirjausta" not in edited
    told_by_diff = yp("diff", "2024-07-15", "2024-08-15", cwd=tmp_path / "muutettu").out
    assert "Meikäläinen" not in told_by_diff
    made.commit({NOTE: None}, date(2024, 9, 1))
    made.into(tmp_path / "poistettu")
    gone = answers(yp, tmp_path / "poistettu", key)
    assert "Meikäläinen" not in gone
    assert "kirjaus poistettiin ilman korjauskirjausta" in gone
    assert key in gone


def test_an_old_report_with_a_fault_is_not_quoted(yp: Yp, tmp_path: Path) -> None:
    made = Stream()
    known = files(LIVED)
    made.commit(known, date(2024, 7, 1))
    plain = known[NOTE].decode()
    wrong = (
        re.sub("^state: .*$", f"state: {SECRET}", plain, flags=re.MULTILINE),
        f"{plain}{SECRET}: x\n",
        f"{plain}note: [{SECRET}\n",
        plain.replace("\non: ", f"\non: {SECRET} #"),
    )
    for number, text in enumerate(wrong, 2):
        made.commit({NOTE: text.encode()}, date(2024, 7, number))
    made.commit({NOTE: known[NOTE]}, date(2024, 8, 1))
    made.into(tmp_path)
    found = answers(yp, tmp_path, Path(NOTE).stem)
    assert "Meikäläinen" not in found
    told_so = [line for line in found.splitlines() if f"tiedostoa {NOTE} ei voinut lukea" in line]
    assert len(told_so) == len(wrong)
    assert all(re.search(r"lukea: rivi \d+: YP\d{3}; ", line) for line in told_so)


def test_a_word_behind_a_number_sign_is_no_fault_of_an_old_version(
    yp: Yp, repository: Path
) -> None:
    edit(repository, MEASURE, "title: Yhteinen tietopohja", "title: Tietopohja #yhdessä")
    commit(repository, "2024-02-01T12:00:00+02:00")
    edit(repository, MEASURE, "title: Tietopohja #yhdessä", "title: Tietopohja")
    commit(repository, "2024-02-02T12:00:00+02:00")
    lines = told(yp, repository, "A2")
    assert not any("ei voinut lukea" in line for line in lines)
    assert any("Otsikko: Yhteinen tietopohja → Tietopohja" in line for line in lines)


def test_what_names_a_renamed_record_tells_the_same(yp: Yp, tmp_path: Path) -> None:
    made = Stream()
    known = files(LIVED)
    made.commit(known, date(2026, 1, 1))
    new = {
        path.replace("bodies/tietoryhma.", "bodies/tietotiimi."): re.sub(
            rb"(?<![\w-])tietoryhma(?![\w-])", b"tietotiimi", raw
        )
        for path, raw in known.items()
    }
    changed: dict[str, bytes | None] = dict.fromkeys(known.keys() - new.keys())
    changed |= {path: raw for path, raw in new.items() if known.get(path) != raw}
    # Reports keep their own ids.
    for path in [one for one in changed if "-tietoryhma-" in one]:
        changed[path] = known[path].replace(b"body: tietoryhma", b"body: tietotiimi")
    made.commit(changed, date(2026, 2, 1))
    made.into(tmp_path)
    assert not any("1.2.2026: " in line for line in told(yp, tmp_path, "J2"))
    fields = json.loads(yp("history", "J2", "--fields", "--json", cwd=tmp_path).out)
    assert {one["day"] for one in fields["answer"]["fields"]} == {"2026-01-01"}
    lines = told(yp, tmp_path, "tietotiimi")
    assert any("1.2.2026: id vaihtui: tietoryhma → tietotiimi" in line for line in lines)
    assert not any("ilman korjauskirjausta" in line for line in lines)
