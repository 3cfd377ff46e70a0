"""`yp diff` on real repositories: what is told, in which order, of which two sides."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, LIVED_ON, TESTS, Result, Yp
from tests.history.test_committing import git
from tests.history.test_rev_answers import committed, measure_of
from yhdyspinta_cli import language

DAY = ("--as-of", "2026-01-15")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lived-in region with one commit, as nobody changes it."""
    root = tmp_path_factory.mktemp("diff") / "region"
    shutil.copytree(LIVED / "data", root / "data")
    git(root, "init", "-q", "-b", "main")
    git(root, "config", "user.name", "Salainen Nimi")
    git(root, "config", "user.email", "salainen@example.org")
    committed(root, "2026-01-01T12:00:00+02:00")
    return root


@pytest.fixture
def region(kept: Path, tmp_path: Path) -> Path:
    """The same, which every test changes in its own way."""
    return Path(shutil.copytree(kept, tmp_path / "region"))


def diff(yp: Yp, root: Path, *line: str, code: int = 0) -> Result:
    found = yp("diff", *line, *(() if "--as-of" in line else DAY), cwd=root)
    assert found.code == code, (found.out, found.err)
    return found


def told(yp: Yp, root: Path, *line: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(diff(yp, root, *line, "--json").out)["answer"]
    return answer


def path_of(root: Path, code: str) -> Path:
    return root / "data" / "measures" / f"{measure_of(root, code)}.yaml"


def write(path: Path, pattern: str, text: str) -> None:
    before = path.read_text("utf-8")
    after = re.sub(pattern, text, before, count=1, flags=re.MULTILINE)
    assert after != before
    path.write_text(after, "utf-8")


def headings(text: str) -> list[str]:
    """The titles of the groups: they stand under an empty line, over what is no empty line."""
    known = (
        *("Dropped", "In another", "New", "Merged", "Removed", "Changed", "Parties", "Bodies"),
        *("Obligations", "Agreement", "Everything", "Recorded"),
    )
    return [line for line in text.splitlines() if line.startswith(known)]


# ---- What is told.


def test_a_measure_that_was_dropped_stands_first_with_how_it_stood_and_who_answered(
    yp: Yp, region: Path
) -> None:
    path_of(region, "D2").unlink()
    write(path_of(region, "A4"), "^title: .*$", "title: Toisin")
    shown = diff(yp, region).out
    assert "Measures: 1 dropped without being closed and 1 changed." in shown
    assert headings(shown) == ["Dropped without being closed", "Changed measures"]
    assert (
        "D2 Opiskeluhuollon yhteistyö\n"
        "  - no longer in the data; the last known state: in progress (2023-12-11,\n"
        "    kuntien opiskeluhuoltoryhmät)\n"
        "  - answered for by kuntien opiskeluhuoltoryhmät\n" in shown
    )


def test_what_had_ended_is_dropped_by_nobody(yp: Yp, region: Path) -> None:
    path_of(region, "B5").unlink()  # Completed on 15.12.2025.
    path_of(region, "A5").unlink()  # Merged into J1.
    path_of(region, "D6").unlink()  # Cancelled.
    write(path_of(region, "D2"), "^indicators:", "end: 2025-12-31\nindicators:")
    committed(region, "2026-01-10T12:00:00+02:00")
    path_of(region, "D2").unlink()  # Its own last day was the day before.
    found = told(yp, region, "2026-01-02")
    assert found["dropped"] == ["opiskeluhuolto"]
    assert {*found["removed"]} == {
        "tyovoiman-ennakointi",
        "hyvinvointitieto",
        "liikenneturvallisuus",
    }
    assert told(yp, region, "HEAD")["dropped"] == []
    assert told(yp, region, "HEAD")["removed"] == ["opiskeluhuolto"]


def test_a_measure_whose_last_owner_went_is_told_with_the_dropped(yp: Yp, region: Path) -> None:
    text = path_of(region, "B4").read_text("utf-8")
    alone = re.sub(r"^responsible:\n(?:[ -].*\n)+", "", text, flags=re.MULTILINE)
    path_of(region, "B4").write_text(alone, "utf-8")
    found = told(yp, region)
    assert (found["dropped"], found["ownerless"]) == ([], [measure_of(region, "B4")])
    shown = diff(yp, region, "--lang", "fi").out
    assert (
        "Vaille vastuutahoa jääneet toimenpiteet\n  - B4 Työkyvyn tuki: kukaan ei enää ole "
        in shown
    )


def test_a_renamed_measure_is_neither_dropped_nor_new(yp: Yp, region: Path) -> None:
    old = path_of(region, "B3")
    for path in (region / "data").rglob("*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(rf"(?<![\w-]){old.stem}(?![\w-])", "pajat", text), "utf-8")
    old.rename(old.with_name("pajat.yaml"))
    found = told(yp, region)
    assert (found["dropped"], found["new"], found["changed"]) == ([], [], ["pajat"])
    assert found["rewritten"] == []
    (measure,) = found["measures"]
    assert (measure["was_id"], measure["matched"], measure["edits"]) == (old.stem, "code", [])
    assert measure["before"]["situation"] == measure["after"]["situation"] == "in-progress"


def test_states_are_those_of_the_answers_on_each_side(yp: Yp, region: Path) -> None:
    line = ("--on", "2026-01-05", "--by", "tuulikannas")
    assert yp("status", "set", "B4", "completed", *line, cwd=region).code == 0
    assert yp("status", "set", "D2", "merged", "--into", "D1", *line, cwd=region).code == 0
    before = json.loads(yp("status", *DAY, "--rev", "HEAD", "--json", cwd=region).out)["answer"]
    after = json.loads(yp("status", *DAY, "--json", cwd=region).out)["answer"]
    was = {one["id"]: one["situation"] for one in before["measures"]}
    now = {one["id"]: one["situation"] for one in after["measures"]}
    found = told(yp, region)
    moved = {
        one["id"]: (one["before"]["situation"], one["after"]["situation"])
        for one in found["measures"]
    }
    assert moved == {key: (was[key], now[key]) for key in now if was[key] != now[key]}
    assert found["states"] == [measure_of(region, "B4")]
    assert found["continued"] == [measure_of(region, "D2")]
    shown = diff(yp, region).out
    assert "  - B4 Työkyvyn tuki: in progress, now completed (2026-01-05," in shown
    assert "  - D2 Opiskeluhuollon yhteistyö: merged into D1 (2026-01-05" in shown
    assert shown.split()[-8:-4] == ["Recorded", "Party", "Status", "updates"]
    assert shown.split()[-2:] == ["hyvinvointialue", "2"]


def test_recorded_facts_that_were_edited_or_deleted_are_told_loudly(yp: Yp, region: Path) -> None:
    updates = sorted((region / "data/updates/2025").glob("*.yaml"))
    gone = updates[0]
    edited = next(p for p in updates[1:] if "state: in-progress" in p.read_text("utf-8"))
    gone.unlink()
    write(edited, "^state: in-progress$", "state: completed")
    found = told(yp, region)
    assert {one["id"]: one["change"] for one in found["rewritten"]} == {
        gone.stem: "gone",
        edited.stem: "both",
    }
    (edit,) = next(one for one in found["rewritten"] if one["id"] == edited.stem)["edits"]
    assert (edit["path"], edit["before"], edit["after"]) == (["state"], "in-progress", "completed")
    shown = diff(yp, region).out
    first = shown.split("\n\n")[1].replace("\n", " ")
    assert first.endswith(
        "2 recorded facts were edited or deleted: they should have been corrected by new ones."
    )
    assert "Recorded facts edited or deleted\n" in shown
    assert ": edited: State: in progress → completed\n" in shown
    assert ": deleted\n" in shown


def test_a_correction_rewrites_nothing(yp: Yp, region: Path) -> None:
    update = sorted((region / "data/updates/2025").glob("*.yaml"))[0].stem
    done = yp("status", "correct", update, "paused", "--on", "2026-01-05", cwd=region)
    assert done.code == 0, done.err
    found = told(yp, region)
    assert (found["rewritten"], len(found["reported"])) == ([], 1)


def test_names_of_people_are_never_told(yp: Yp, region: Path) -> None:
    personal = region / "data" / "personal.yaml"
    personal.write_text(
        "id: personal\nsignatures:\n  - name: Aino Salainen\n    method: sähköinen\n"
        "    at: 2023-05-02\n",
        "utf-8",
    )
    committed(region, "2026-01-10T12:00:00+02:00")
    write(personal, "Aino Salainen", "Eino Salainen")
    for line in (("HEAD~1", "HEAD"), ("HEAD~1",)):
        shown = diff(yp, region, *line, "--json")
        assert "Salainen" not in shown.out + shown.err
        assert not json.loads(shown.out)["answer"]["differs"]


# ---- Which two sides.


def test_head_and_the_folder_are_compared_where_nothing_is_named(yp: Yp, region: Path) -> None:
    head = git(region, "rev-parse", "HEAD")
    assert diff(yp, region).out == (
        f"What changed\nCompared from  {head[:12]} (2026-01-01)\n"
        "Compared to    what is in the folder, 0 files not committed\n"
        "As of          2026-01-15\n\nNothing differs.\n"
    )
    write(path_of(region, "A4"), "^title: .*$", "title: Toisin")
    (region / "data/updates/2026").mkdir()
    (region / "muu.txt").write_text("ei aineistoa")
    shown = diff(yp, region).out
    assert "what is in the folder, 1 file not committed" in shown
    assert diff(yp, region, "HEAD").out == shown
    sides = told(yp, region)
    assert sides["from"]["revision"] == {"commit": head, "day": "2026-01-01"}
    assert (sides["from"]["uncommitted"], sides["to"]["uncommitted"]) == (None, 1)
    assert sides["to"]["revision"] is None
    assert sides["from"]["as_of"] == sides["to"]["as_of"] == "2026-01-15"


def test_two_revisions_are_compared_without_the_folder(yp: Yp, region: Path) -> None:
    write(path_of(region, "A4"), "^title: .*$", "title: Toisin")
    committed(region, "2026-01-10T12:00:00+02:00")
    git(region, "tag", "v2")
    (region / "data" / "parties.yaml").write_text("rikki: [", "utf-8")
    forth = told(yp, region, "2026-01-09", "v2")
    back = told(yp, region, "v2", "HEAD~1")
    assert forth["changed"] == back["changed"] == [measure_of(region, "A4")]
    (one,), (other,) = (side["measures"][0]["edits"] for side in (forth, back))
    assert (one["before"], one["after"]) == (other["after"], other["before"])
    assert diff(yp, region, "v2", "HEAD").err == ""


def test_exit_code_tells_whether_anything_differs(yp: Yp, region: Path) -> None:
    assert diff(yp, region, "--exit-code").out
    write(path_of(region, "A4"), "^title: .*$", "title: Toisin")
    assert "1 changed" in diff(yp, region, "--exit-code", code=1).out
    assert diff(yp, region, "HEAD", "HEAD", "--exit-code").out
    assert diff(yp, region, "--exit-code", "--interface", "b").out.endswith("Nothing differs.\n")
    # What cannot be read may differ.
    path_of(region, "A4").write_text("rikki: [", "utf-8")
    assert "Nothing differs of what both sides can read." in diff(yp, region).out
    diff(yp, region, "--exit-code", code=1)
    committed(region, "2026-01-10T12:00:00+02:00")
    diff(yp, region, "HEAD~1", "HEAD", "--exit-code", code=1)


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        (("--option",), 2, "there is no option"),
        (("--", "--output=x"), 2, "git knows no revision"),
        (("HEAD..HEAD",), 2, "git knows no revision"),
        (("",), 2, "git knows no revision ''"),
        (("HEAD", ""), 2, "git knows no revision ''"),
        (("HEAD:data",), 2, "git knows no revision"),
        (("HEAD\x1b[31m",), 2, "git knows no revision"),
        (("HEAD", "nosuch"), 2, "git knows no revision 'nosuch'"),
        (("2026-02-30",), 2, "git knows no revision"),
        (("2025-12-31",), 1, "on 2025-12-31 there was no commit yet"),
        (("2026-01-01",), 2, "is ambiguous"),
        (("HEAD", "HEAD", "HEAD"), 2, ""),
        (("--to", "2026-01-20"), 2, "--to needs --as-of"),
        (("--as-of", "2026-01-20", "--to", "2026-01-19"), 2, "--to is a day before --as-of"),
        (("--as-of", "2026-01-20", "--to", "huomenna"), 2, "--to: 'huomenna' is not a day"),
        (("HEAD", "--rev", "HEAD"), 2, "--rev goes with --as-of and --to alone"),
        (("--rev", "HEAD", "--with", "."), 2, "--rev goes with --as-of and --to alone"),
        (("HEAD", "HEAD", "--with", "."), 2, "--with takes the place of the second revision"),
        (("--with", "nowhere"), 2, "no knowledge base"),
        (("--party", "nobody-at-all"), 1, ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_compared_is_one_clear_line(
    yp: Yp, kept: Path, line: tuple[str, ...], code: int, message: str
) -> None:
    git(kept, "tag", "--force", "2026-01-01")
    found = yp("diff", *line, cwd=kept)
    assert (found.code, found.out) == (code, ""), found.err
    assert message.lower() in found.err.lower()
    assert all(one.isprintable() for one in found.err.splitlines())


def test_without_git_there_is_nothing_to_compare_with(yp: Yp, tmp_path: Path) -> None:
    shutil.copytree(LIVED / "data", tmp_path / "data")
    refused = yp("diff", cwd=tmp_path)
    assert refused.code == 3
    assert "run it in a git repository" in refused.err
    assert "--rev" not in refused.err
    assert yp("diff", "--as-of", "2024-12-31", "--to", "2025-12-31", cwd=tmp_path).code == 0


# ---- Two days, two agreements.


def test_two_days_of_the_same_records_are_what_the_answers_of_each_tell(yp: Yp) -> None:
    days = ("2025-12-31", "2027-01-31")
    found = told(yp, LIVED_ON, "--as-of", days[0], "--to", days[1])
    assert all(not one["edits"] for one in (*found["measures"], *found["records"]))
    assert found["rewritten"] == []
    for side, day in zip(("before", "after"), days, strict=True):
        status = json.loads(yp("status", "--as-of", day, "--json", cwd=LIVED_ON).out)["answer"]
        situations = {one["id"]: (one["situation"], one["late"]) for one in status["measures"]}
        for one in found["measures"]:
            if one[side] is not None and one["id"] in situations:
                assert (one[side]["situation"], one[side]["late"]) == situations[one["id"]]
    codes = {one["id"]: one["code"] for one in found["measures"]}
    assert [codes[key] for key in found["new"]] == ["1.1", "1.2", "2.1", "3.7", "4.1"]
    assert [codes[key] for key in found["continued"]] == ["J1", "J3", "A1", "D1"]
    parties = {one["id"]: one for one in found["records"] if one["group"] == "parties"}
    assert parties["kaislaranta"]["successor"] == "rantaniemi"
    assert parties["joutsensalo"]["left"]
    assert parties["rantaniemi"]["began"] == "2026-01-01"
    (seat, other) = next(one["items"] for one in found["records"] if one["id"] == "tietoryhma")
    assert (seat["holds"], other["holds"]) == (False, True)
    (agreement,) = [one for one in found["records"] if one["group"] == "agreement"]
    assert agreement["version"] == "yhteistyosopimus-2027"
    assert not told(yp, LIVED_ON, "--as-of", days[0], "--to", days[0])["differs"]


def test_two_days_at_a_revision(yp: Yp, region: Path) -> None:
    shutil.rmtree(region / "data" / "updates")
    line = ("--as-of", "2023-12-31", "--to", "2024-12-31")
    found = diff(yp, region, *line, "--rev", "HEAD").out
    named = rf"{git(region, 'rev-parse', 'HEAD')[:12]} (2026-01-01)"
    assert f"Compared from  {named}, as of 2023-12-31\n" in found
    assert f"Compared to    {named}, as of 2024-12-31\n" in found
    plain = yp("diff", *line, cwd=LIVED).out
    assert found.split("\n\n")[1:-1] == plain.rstrip().split("\n\n")[1:]
    assert "Recorded\n" in found


def test_an_agreement_and_its_successor(yp: Yp, tmp_path: Path) -> None:
    root = tmp_path / "successor"
    shutil.copytree(LIVED / "data", root / "data")
    for kind in ("updates", "events", "values"):
        shutil.rmtree(root / "data" / kind)
    # By id, by code, by name; one is gone, one goes on under another name.
    b3, d2, a4 = (path_of(root, code) for code in ("B3", "D2", "A4"))
    write(b3, "^id: .*$", "id: pajat")
    b3.rename(b3.with_name("pajat.yaml"))
    write(d2, "^id: .*$", "id: opiskelijat")
    write(d2, "^code: .*$", "code: X9")
    d2.rename(d2.with_name("opiskelijat.yaml"))
    path_of(root, "B4").unlink()
    title = re.search(r"^title: (.*)$", a4.read_text("utf-8"), re.MULTILINE)
    assert title is not None
    write(a4, "^id: .*$", "id: paihteet")
    write(a4, "^code: .*$", f"code: X8\ncontinues_printed: A4 {title[1]}")
    write(a4, "^title: .*$", "title: Päihdetyön uusi muoto")
    write(a4, "^text: .*(\n .*)*$", "text: Aivan muuta.")
    a4.rename(a4.with_name("paihteet.yaml"))
    found = told(yp, LIVED, "--with", str(root))
    assert found["matched"] == {"id": 26, "code": 1, "name": 1}
    assert found["dropped"] == [measure_of(LIVED, "B4")]
    assert found["new"] == ["paihteet"]
    assert found["continued"] == [measure_of(LIVED, "A4")]
    # What was reported of the old one is its own: nothing of it was deleted.
    assert (found["rewritten"], found["reported"]) == ([], [])
    shown = diff(yp, LIVED, "--with", str(root)).out
    assert "Measures found in both: by id 26, by code 1, and by name 1." in shown
    assert "  - goes on as X8 Päihdetyön uusi muoto\n" in shown


def test_two_foreign_agreements_are_compared_all_the_same(yp: Yp) -> None:
    for line in (("--json",), ("--lang", "fi"), ("--html",), ("--markdown",), ("--csv",)):
        assert diff(yp, LIVED, "--with", str(TESTS / "helse"), *line).out
        assert diff(yp, TESTS / "helse", "--with", str(LIVED), *line).out


# ---- What it is narrowed to.


def test_a_party_gets_what_concerns_it_on_either_side(yp: Yp, region: Path) -> None:
    shutil.rmtree(region / "data")
    shutil.copytree(LIVED_ON / "data", region / "data")
    whole = told(yp, region)
    own = told(yp, region, "--party", "kaislaranta")
    assert 0 < len(own["measures"]) < len(whole["measures"])
    assert {one["id"] for one in own["measures"]} < {one["id"] for one in whole["measures"]}
    assert {turn["id"] for one in own["measures"] for turn in one["parties"]} <= {"kaislaranta"}
    assert "kaislaranta" in {one["id"] for one in own["records"]}
    assert "Only" in diff(yp, region, "--party", "kaislaranta").out
    new = told(yp, region, "--party", "rantaniemi")
    assert "rantaniemi" in {one["id"] for one in new["records"]}


def test_who_is_on_the_first_side_only_can_be_asked_for(yp: Yp, region: Path) -> None:
    for path in (region / "data").rglob("*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"(?<![\w-])lumikoski(?![\w-])", "lumi", text), "utf-8")
    write(path_of(region, "A4"), "^title: .*$", "title: Toisin")
    write(path_of(region, "C3"), "^title: .*$", "title: Toisin")
    old, new = (told(yp, region, "--party", key) for key in ("lumikoski", "lumi"))
    assert old == new
    assert [one["was_id"] for one in new["records"]] == ["lumikoski"]
    assert [one["code"] for one in new["measures"]] == ["A4"]


def test_an_interface_gets_its_own_measures(yp: Yp, region: Path) -> None:
    write(path_of(region, "A4"), "^title: .*$", "title: Toisin")
    write(path_of(region, "B4"), "^title: .*$", "title: Toisin")
    found = told(yp, region, "--interface", "a")
    assert [one["code"] for one in found["measures"]] == ["A4"]
    # One that changes sides concerns both.
    write(path_of(region, "A4"), "^interface: .*$", "interface: c")
    assert [one["code"] for one in told(yp, region, "--interface", "a")["measures"]] == ["A4"]
    assert [one["code"] for one in told(yp, region, "--interface", "c")["measures"]] == ["A4"]


# ---- Its forms.


def test_every_form_tells_the_same(yp: Yp, region: Path, tmp_path: Path) -> None:
    path_of(region, "D2").unlink()
    write(path_of(region, "A4"), "^title: .*$", 'title: "Toisin <b>|`x`"')
    markdown = diff(yp, region, "--markdown").out
    assert markdown.startswith("## What changed\n")
    assert "### Dropped without being closed\n\nD2 Opiskeluhuollon yhteistyö\n\n- " in markdown
    html = diff(yp, region, "--html").out
    # A page in another language than the data's says which that is.
    name = '<span lang="fi">Opiskeluhuollon yhteistyö</span>'
    assert f"<h2>Dropped without being closed</h2>\n<p>D2 {name}</p>" in html
    assert "<b>" not in html + markdown
    rows = diff(yp, region, "--csv").out.splitlines()
    assert rows[0] == "Group,Kind,Id,Concerns,Change,Compared from,Compared to"
    assert rows[1].startswith("Dropped without being closed,measure,opiskeluhuolto,D2 ")
    head = git(region, "rev-parse", "HEAD")[:12]
    assert f'"{head} (2026-01-01), as of 2026-01-15"' in rows[1]
    assert rows[1].endswith(',"what is in the folder, 2 files not committed, as of 2026-01-15"')
    assert diff(yp, region, "--xlsx", str(tmp_path / "x.xlsx")).out == ""
    assert all(len(line) <= 80 for line in diff(yp, region).out.splitlines())


def test_records_of_which_the_same_is_told_stand_together(yp: Yp, region: Path) -> None:
    for code in ("A4", "B3", "D2"):
        write(path_of(region, code), "^indicators:", "due: 2027-06-30\nindicators:")
    shown = diff(yp, region, "--lang", "fi").out
    assert shown.count("Määräpäivä: lisättiin 30.6.2027") == 1
    assert "A4 Ehkäisevä päihdetyö; B3 Nuorten työpajat; D2 " in shown


# ---- A knowledge base that is only a part of its repository.


def test_two_folders_down_in_a_repository_there_is_nothing_else(yp: Yp, tmp_path: Path) -> None:
    root = tmp_path / "a b" / "ö"
    shutil.copytree(LIVED / "data", root / "data")
    git(tmp_path, "init", "-q", "-b", "main")
    committed(tmp_path, "2026-01-01T12:00:00+02:00")
    plain = yp("validate", *DAY, cwd=root)
    known = yp("validate", *DAY, "--rev", "HEAD", cwd=root)
    assert (known.code, known.out) == (plain.code, plain.out)
    assert not told(yp, root)["differs"]


# ---- What cannot be read.


def test_what_one_side_cannot_read_is_not_compared_and_told_once(yp: Yp, region: Path) -> None:
    value, update = (
        sorted((region / "data" / name / "2025").glob("*.yaml"))[0]
        for name in ("values", "updates")
    )
    for path in (value, update):
        path.write_text("rikki: [", "utf-8")
    found = told(yp, region)
    groups = ("dropped", "ownerless", "states", "new", "removed", "records", "rewritten")
    assert not any(found[group] for group in groups)
    assert not found["differs"]
    assert sorted((value.stem, update.stem)) == found["to"]["unread"]
    shown = diff(yp, region).out.replace("\n", " ")
    assert f"Cannot be read on the second side and is not compared: {update.stem} and" in shown
    assert shown.count("is not compared") == 2
    # Backwards it is the first side, and nothing is new either.
    committed(region, "2026-01-10T12:00:00+02:00")
    back = told(yp, region, "HEAD", "HEAD~1")
    assert (back["differs"], back["reported"]) == (False, [])
    assert back["from"]["unread"] == found["to"]["unread"]


def test_parties_that_cannot_be_read_leave_no_measure_without_information(
    yp: Yp, region: Path
) -> None:
    (region / "data" / "parties.yaml").write_text("rikki: [", "utf-8")
    write(path_of(region, "A4"), "^title: .*$", "title: Toisin")
    found = told(yp, region)
    assert (found["states"], found["ownerless"], found["records"]) == ([], [], [])
    assert (found["obligations"], found["unclear"]) == ([], 30)
    assert found["changed"] == [measure_of(region, "A4")]
    assert "party" in found["to"]["unread_kinds"]


def test_what_git_has_lost_is_not_new(yp: Yp, region: Path) -> None:
    name = f"data/measures/{measure_of(region, 'A4')}.yaml"
    blob = git(region, "rev-parse", f"HEAD:{name}")
    (region / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    found = told(yp, region)
    assert (found["new"], found["differs"]) == ([], False)
    assert found["from"]["unread"] == [measure_of(region, "A4")]


# ---- Parties, bodies, obligations and provisions are dropped, too.


def test_a_body_an_obligation_and_a_provision_are_dropped_without_being_closed(
    yp: Yp, region: Path
) -> None:
    data = region / "data"
    (data / "bodies" / "hyte-verkosto.yaml").unlink()
    write(data / "agreement.yaml", r"  - id: saanto-kulut\n(?:    .*\n)+", "")
    write(data / "parties.yaml", r"^  - id: lumikoski\n(?:    .*\n)+", "")
    write(data / "obligations.yaml", r"^obligations:\n  - id: .*\n(?:    .*\n)+", "obligations:\n")
    found = told(yp, region)
    kinds = {"lumikoski", "hyte-verkosto", "saanto-kulut"}
    assert kinds < {*found["dropped_records"]}
    assert len(found["dropped_records"]) == 4
    shown = diff(yp, region).out
    assert headings(shown)[0] == "Dropped without being closed"
    assert "Other records: 4 dropped without being closed" in shown.replace("\n", " ")
    assert "Bodies and networks" not in headings(shown)


def test_a_body_that_had_ended_was_not_dropped(yp: Yp, region: Path) -> None:
    body = region / "data" / "bodies" / "hyte-verkosto.yaml"
    write(body, r"\Z", "ended: 2025-12-31\n")
    path_of(region, "B5").unlink()
    committed(region, "2026-01-10T12:00:00+02:00")
    assert "1 removed after it had ended" in diff(yp, region, "HEAD~1", "HEAD").out
    body.unlink()
    assert told(yp, region)["dropped_records"] == []
    assert "No measure differs. Other records: 1 removed" in diff(yp, region).out.replace("\n", " ")


def test_a_report_under_a_new_name_tells_the_same(yp: Yp, region: Path) -> None:
    update = sorted((region / "data/updates/2025").glob("*.yaml"))[-1]
    write(update, "^id: .*$", f"id: {update.stem}-uusi")
    update.rename(update.with_name(f"{update.stem}-uusi.yaml"))
    assert yp("validate", "--against", "HEAD", *DAY, cwd=region).out.count("YP902") == 0
    found = told(yp, region)
    assert (found["rewritten"], found["reported"], found["differs"]) == ([], [], False)


def test_two_that_have_parted_are_told_apart(yp: Yp, region: Path) -> None:
    parted = git(region, "rev-parse", "HEAD")
    git(region, "branch", "-q", "oma")
    done = yp(
        "status", "set", "B4", "paused", "--on", "2026-01-05", "--by", "tuulikannas", cwd=region
    )
    assert done.code == 0, done.err
    committed(region, "2026-01-10T12:00:00+02:00")
    assert diff(yp, region, "oma", "main").err == ""
    assert diff(yp, region, "HEAD~1").err == ""
    for line, second in ((("main", "oma"), "oma"), (("main",), "HEAD")):
        if second == "HEAD":
            git(region, "switch", "-q", "oma")
        shown = diff(yp, region, *line).err
        assert f"{second} does not have all of main: they parted at {parted[:12]}" in shown
        assert shown.count("\n") == 1


def test_a_successor_without_reports_moves_no_measure(yp: Yp, region: Path) -> None:
    for kind in ("updates", "events", "values"):
        shutil.rmtree(region / "data" / kind)
    (region / "data" / "needs.yaml").write_text("rikki: [", "utf-8")
    found = told(yp, LIVED, "--with", str(region))
    assert found["states"] == []
    assert len(found["untold"]) > 20
    shown = diff(yp, LIVED, "--with", str(region), "--lang", "fi")
    assert f"{len(found['untold'])} vailla tilannetietoja uudemmassa sopimuksessa" in " ".join(
        shown.out.split()
    )
    assert "nyt ei tietoa" not in shown.out
    # The two have one title, and one of them a fault.
    head = " ".join(shown.out.split("\n\n")[0].split())
    assert "(./)" in head
    assert f"{region.name}/)" in head
    assert f"yp validate -C {region}" in shown.err


def test_the_head_says_no_word_twice_in_finnish(yp: Yp) -> None:
    line = ("--as-of", "2023-12-31", "--to", "2024-12-31", "--lang", "fi")
    head = " ".join(diff(yp, LIVED, *line).out.split("\n\n")[0].split())
    assert "Aiempi aineisto tilanne 31.12.2023 Uudempi aineisto tilanne 31.12.2024" in head
    with language.speaking("fi"):
        assert language.text("It changes nothing that the data tells.") == (
            "Muutos ei muuta tietojen sisältöä."
        )
