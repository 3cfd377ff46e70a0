"""What came in by party, who stated each field, and what is kept between runs."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SHIPPED, Yp
from tests.history import lived_line
from tests.history.test_committing import git
from tests.history.test_past import MEASURE, edit, repository, told
from tests.history.test_rev_faults import commit
from tests.output.test_json_forms import documented
from yhdyspinta_cli.history import blobs

__all__ = ["repository"]


DAY = ("--as-of", "2026-12-15")


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("eletty") / "alue"
    lived_line.stream().into(root)
    return root


def sections(text: str) -> dict[str, list[str]]:
    """Return the lines of each heading of a page in Markdown."""
    found: dict[str, list[str]] = {}
    for line in text.replace("\\", "").splitlines():
        if line.startswith("#"):
            found[line.lstrip("# ")] = []
        elif line and found:
            found[[*found][-1]].append(line)
    return found


def test_what_came_in_is_told_by_party(yp: Yp, lived: Path) -> None:
    answer = yp("history", "--since", "2026-11-20", *DAY, "--lang", "fi", "--markdown", cwd=lived)
    found = sections(answer.out)
    assert found["Mitä on tullut 20.11.2026 alkaen"] == [
        "23 kirjausta, 0 muutosta tietoihin, 1 commit."
    ]
    assert any(
        line.startswith("- 12.11.2026 D3 Hallavesi: valmis; Hallavesi; ") and "1.12.2026" in line
        for line in found["Hallavesi"]
    )
    (silent,) = found["Keneltä ei ole tullut mitään"]
    assert "Ukonlampi" in silent
    # What is no party any more is not silent.
    assert "Kaislaranta" not in silent
    assert "Hallavesi" not in silent
    # What the files said otherwise is told by whom it names, and what is common last.
    early = yp("history", "--since", "18.11.2026", "--lang", "fi", "--markdown", cwd=lived)
    changed = sections(early.out)
    assert any("sopimus" in line.lower() for line in changed["Yhteiset ja muut"])
    assert [*changed].index("Yhteiset ja muut") > [*changed].index("Hallavesi")


def test_that_nothing_came_in_is_an_answer(yp: Yp, lived: Path) -> None:
    answer = yp("history", "--since", "2026-12-02", "--lang", "fi", cwd=lived)
    assert (answer.code, answer.out) == (0, "Mitään ei ole tullut 2.12.2026 alkaen.\n")
    body = json.loads(yp("history", "--since", "2026-12-02", *DAY, "--json", cwd=lived).out)[
        "answer"
    ]
    assert (body["parties"], body["commits"], body["is_all_committed"]) == ([], [], True)
    assert "hallavesi" in body["silent"]
    assert "kaislaranta" not in body["silent"]
    assert yp("history", "--since", "2026-12-02", "--csv", cwd=lived).out.count("\n") == 1
    # Until a day, and as it was known at the end of one.
    years = ("history", "--since", "2025-12-15", "--as-of", "2026-01-31", "--json")
    brought = [one["day"] for one in json.loads(yp(*years, cwd=lived).out)["answer"]["commits"]]
    assert brought == ["2025-12-18", "2026-01-01", "2026-01-01"]
    then = yp("history", "--since", "2023-01-02", "--rev", "2023-06-30", "--json", cwd=lived)
    days = {one["day"] for one in json.loads(then.out)["answer"]["commits"]}
    assert max(days) <= "2023-06-30"


def test_what_came_in_after_a_broken_version_is_held_against_the_last_sound_one(
    yp: Yp, repository: Path
) -> None:
    parties = repository / "data/parties.yaml"
    sound = parties.read_text("utf-8")
    for day, text in enumerate((sound + "rikki: [", sound + "rikki: {", sound), 1):
        parties.write_text(text.replace("name: Öhkölä\n", f"name: Öhkölä {day}\n"), "utf-8")
        commit(repository, f"2024-02-0{day}T12:00:00+02:00")
    answer = yp("history", "--since", "2024-02-03", "--lang", "fi", "--markdown", cwd=repository)
    (line,) = sections(answer.out)["Öhkölä 3"]
    assert line.startswith("- 3.2.2024: osapuoli Öhkölä 3: Nimi: Öhkölä → Öhkölä 3 [commit ")
    assert "0 kirjausta, 1 muutos tietoihin, 1 commit." in answer.out


def test_an_edit_of_several_parties_is_counted_once(yp: Yp, repository: Path) -> None:
    edit(
        repository,
        MEASURE,
        "  - actor: keskus\n    label: Aluekeskus\n",
        "".join(f"  - actor: {one}\n    label: {one}\n" for one in ("koivula", "ohkola")),
    )
    commit(repository, "2024-02-01T12:00:00+02:00")
    answer = yp("history", "--since", "2024-02-01", "--lang", "fi", "--markdown", cwd=repository)
    found = sections(answer.out)
    assert found["Mitä on tullut 1.2.2024 alkaen"][0].startswith("0 kirjausta, 1 muutos ")
    for name in ("Koivula", "Öhkölä"):
        (line,) = found[name]
        assert line.startswith("- 1.2.2024: A2 Yhteinen tietopohja: ")
        assert "vastuutahoksi lisättiin Koivula; vastuutahoksi lisättiin Öhkölä" in line


def test_each_field_tells_who_stated_it_last(yp: Yp, repository: Path) -> None:
    edit(
        repository,
        MEASURE,
        "responsible:\n",
        "due: 2024-12-31\nremarks:\n  - kind: note\n    about: responsible\n"
        "    text: Vastuutahoa tarkennettiin.\nresponsible:\n",
    )
    due = commit(repository, "2024-02-01T12:00:00+02:00")
    line = ("status", "set", "A2", "completed", "--on", "2024-03-15", "--by", "koivula")
    evidence = ("--evidence", "minutes: valtuusto § 3", "--lang", "en")
    made = Path(yp(*line, *evidence, cwd=repository).out.strip()).stem
    commit(repository, "2024-04-01T12:00:00+03:00")
    edit(repository, MEASURE, "title: Yhteinen tietopohja", "title: Tietopohja")
    answer = yp("history", "A2", "--fields", "--json", cwd=repository)
    body = json.loads(answer.out)["answer"]
    found = {tuple(one["place"]): one for one in body["fields"]}

    def stated(*place: str) -> tuple[str, str | None]:
        one = found[place]
        return one["ground"], one["since"]

    assert stated("text") == ("source", "2024-01-02")
    assert found["text",]["source"] == "ohjelma 4 a, tavoite 2"
    assert stated("due") == ("commit", "2024-02-01")
    assert found["due",]["commit"] == due
    assert stated("title") == ("commit", None)
    assert found["title",]["commit"] is None
    first = next(one for one in body["fields"] if one["field"] == "responsible")
    assert (first["ground"], first["remark"]) == ("source", "Vastuutahoa tarkennettiin.")
    assert stated("state", made) == ("report", "2024-03-15")
    assert (found["state", made]["report"], found["state", made]["by"]) == (made, "koivula")
    assert found["state", made]["value"] == "completed"
    # An indicator's own fields stand under it.
    assert stated("indicators", "mittari-a2", "type") == ("source", "2024-01-02")
    table = yp("history", "A2", "--fields", "--csv", "--lang", "fi", cwd=repository).out
    assert (
        f"Tilanne,valmis,2024-03-15,tilannepäivitys: Koivula; pöytäkirja: valtuusto § 3; [{made}],"
        in table
    )
    page = yp("history", "A2", "--fields", "--lang", "fi", "--markdown", cwd=repository).out
    assert "| Määräpäivä | 31.12.2024 | 1.2.2024 | commit " in page.replace("\\", "")
    # As of a day before the report nothing is told of the state.
    early = yp("history", "A2", "--fields", "--as-of", "2024-03-14", "--csv", cwd=repository).out
    assert made not in early


def test_a_source_from_outside_stands_with_its_day(yp: Yp, lived: Path) -> None:
    answer = yp("history", "kaislaranta", "--fields", "--json", cwd=lived)
    fields = json.loads(answer.out)["answer"]["fields"]
    (outside,) = (one for one in fields if one["ground"] == "outside")
    assert (outside["outside"], outside["since"]) == ("Keksitty virallinen lehti", "2026-01-02")


def test_another_order_of_a_list_states_no_item_anew(yp: Yp, repository: Path) -> None:
    text = (repository / MEASURE).read_text("utf-8")
    first = (
        "  - actor: koordinaattori\n    role: lead\n    label: vastaa hyvinvointikoordinaattori\n"
    )
    second = "  - actor: keskus\n    label: Aluekeskus\n"
    assert first + second in text
    (repository / MEASURE).write_text(text.replace(first + second, second + first), "utf-8")
    commit(repository, "2024-02-01T12:00:00+02:00")
    fields = json.loads(yp("history", "A2", "--fields", "--json", cwd=repository).out)["answer"]
    days = {one["since"] for one in fields["fields"] if one["field"] == "responsible"}
    assert days == {"2024-01-02"}


def _paths(value: Any, path: str = "") -> Iterator[str]:
    """Yield the paths of JSON; what a field held is told as a whole."""
    if isinstance(value, dict) and not path.endswith((".before", ".after", ".value")):
        for key, child in value.items():
            yield from _paths(child, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and not path.endswith((".before", ".after", ".value")):
        for child in value:
            yield from _paths(child, f"{path}[]")
    else:
        yield path


def test_every_key_of_json_is_documented(yp: Yp, lived: Path, repository: Path) -> None:
    broken = (repository / MEASURE).read_text("utf-8")
    (repository / MEASURE).write_text(broken + "outo: [", "utf-8")
    commit(repository, "2024-02-01T12:00:00+02:00")
    (repository / MEASURE).write_text(broken, "utf-8")
    commit(repository, "2024-02-02T12:00:00+02:00")
    runs: dict[str, list[tuple[Path, *tuple[str, ...]]]] = {
        "history": [
            (lived, "hallavesi", "--include-personal"),
            (lived, "D3"),
            (repository, "A2"),
        ],
        "fields": [(lived, "D3", "--fields"), (lived, "kaislaranta", "--fields")],
        "came-in": [(lived, "--since", "2026-01-01")],
    }
    shared = documented("history")
    for kind, lines in runs.items():
        known = {*documented(kind)}
        known |= {path.replace("happenings[]", "parties[].happenings[]") for path in shared}
        known |= {path.replace("happenings[]", "commits[]") for path in shared}
        known |= {path.replace("happenings[]", "fields[]") for path in shared}
        for root, *words in lines:
            body = json.loads(yp("history", *words, "--json", cwd=root).out)
            assert body["kind"] == kind
            assert {*_paths(body["answer"])} <= known, kind


def asked_of_git(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list into which come the blobs that are asked of git from now on."""
    asked: list[str] = []
    real = blobs.blobs

    def counting(root: Path, ids: Iterator[str]) -> Iterator[bytes | None]:
        wanted = list(ids)
        asked.extend(wanted)
        return real(root, wanted)

    monkeypatch.setattr(blobs, "blobs", counting)
    return asked


def test_what_was_read_is_kept_by_its_blob(
    yp: Yp, lived: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    asked = asked_of_git(monkeypatch)
    before = yp("history", "hallavesi", "--json", cwd=lived).out
    assert len(asked) == len(set(asked)) > 20
    del asked[:]
    assert yp("history", "hallavesi", "--json", cwd=lived).out == before
    assert asked == []
    # Another question needs what was read for this one, and no more than is new to it.
    assert yp("history", "kaislaranta", cwd=lived).code == 0
    assert asked == []
    kept = next((tmp_path / "yhdyspinta-cli").glob("*.versions"))
    assert kept.stat().st_mode & 0o77 == 0
    for spoilt in (b"", b"yp 2 x y\n", kept.read_bytes()[:-9], kept.read_bytes() + b"x"):
        kept.write_bytes(spoilt)
        del asked[:]
        assert yp("history", "hallavesi", "--json", cwd=lived).out == before
        assert asked
    monkeypatch.setenv("YP_CACHE", "off")
    kept.unlink()
    assert yp("history", "hallavesi", "--json", cwd=lived).out == before
    assert not kept.exists()


def test_own_words_are_read_as_they_were_meant_then(yp: Yp, repository: Path) -> None:
    agreement = repository / "data/agreement.yaml"
    text = agreement.read_text("utf-8")
    report = repository / "data/updates/2024/2024-02-01-tietopohja-aaaaaaaa.yaml"
    report.parent.mkdir(parents=True, exist_ok=True)
    own = "vocabulary:\n  states:\n    - word: pilotointi\n      means: {}\n"
    if "vocabulary:" in text:
        pytest.fail("the region has own words already: this test would prove nothing")
    agreement.write_text(text + own.format("not-started"), "utf-8")
    told_so = (
        "id: 2024-02-01-tietopohja-aaaaaaaa\nmeasure: tietopohja\non: 2024-02-01\nby: koivula\n"
    )
    report.write_text(told_so + "state: pilotointi\n", "utf-8")
    commit(repository, "2024-02-01T12:00:00+02:00")
    report.write_text(told_so + "state: pilotointi\nnote: Lisäys.\n", "utf-8")
    commit(repository, "2024-02-02T12:00:00+02:00")
    agreement.write_text(text + own.format("in-progress"), "utf-8")
    commit(repository, "2024-02-03T12:00:00+02:00")
    lines = told(yp, repository, "A2")
    assert any("pilotointi" in line for line in lines)
    assert any("ilman korjauskirjausta: Huomio: muuttunut" in line for line in lines)
    assert not any("ei voinut lukea" in line for line in lines)


def test_the_shipped_data_tells_its_own_history(yp: Yp) -> None:
    """Where the tests run in a whole clone; an archive of the sources has no history."""
    answer = yp("history", "E4", "--json", cwd=SHIPPED)
    if answer.code == 3:
        assert re.search("not a git repository|only a part of the history", answer.err)
        return
    assert answer.code == 0, answer.err
    assert json.loads(answer.out)["answer"]["happenings"][-1]["change"] == "added"


PUBLISHED = """id: 2024-12-31-vuosi-1a2b3c4d
name: 2024.md
year: 2024
as_of: 2024-12-31
on: 2025-01-15
revision: {commit}
data: {digest}
file: {digest}
"""


def test_a_publication_and_a_report_came_with_their_commits(yp: Yp, repository: Path) -> None:
    path = repository / "data/publications/2024-12-31-vuosi-1a2b3c4d.yaml"
    path.parent.mkdir()
    path.write_text(PUBLISHED.format(commit="a" * 40, digest="b" * 64), "utf-8")
    came = commit(repository, "2025-01-16T12:00:00+02:00")
    assert [line.endswith(came[:12]) for line in told(yp, repository, path.stem)] == [True]
    update = next((repository / "data/updates").rglob("*.yaml"))
    first = git(repository, "rev-list", "--max-parents=0", "HEAD")
    for key, commits in ((path.stem, {came}), (update.stem, {first})):
        body = json.loads(yp("history", key, "--fields", "--json", cwd=repository).out)["answer"]
        assert {one["commit"] for one in body["fields"]} == commits


def test_a_report_under_another_name_says_the_same(yp: Yp, repository: Path) -> None:
    update = next((repository / "data/updates").rglob("*.yaml"))
    text = update.read_text("utf-8")
    new = f"{update.stem[:-8]}0a0a0a0a"
    update.unlink()
    update.with_name(f"{new}.yaml").write_text(text.replace(update.stem, new), "utf-8")
    commit(repository, "2024-02-01T12:00:00+02:00")
    lines = told(yp, repository, new)
    assert any(f"id vaihtui: {update.stem} → {new}" in line for line in lines)
    assert not any("ilman korjauskirjausta" in line for line in lines)
    (said,) = (line for line in lines if "tuli aineistoon" in line)
    assert "tuli aineistoon 2.1.2024" in said


def test_a_field_is_of_the_commit_that_stated_it(yp: Yp, repository: Path) -> None:
    first = git(repository, "rev-list", "--max-parents=0", "HEAD")
    inside = "    label: Kokemus yhteistyöstä\n    type: narrative\n"
    edit(repository, MEASURE, inside, inside.replace("narrative", "number"))
    second = commit(repository, "2024-02-01T12:00:00+02:00")
    edit(repository, MEASURE, "  - id: mittari-a2\n", "  - id: mittari-tieto\n")
    commit(repository, "2024-03-01T12:00:00+02:00")
    body = json.loads(yp("history", "A2", "--fields", "--json", cwd=repository).out)["answer"]
    came = {tuple(one["place"]): one["commit"] for one in body["fields"]}
    assert came["indicators", "mittari-tieto"] == first
    assert came["indicators", "mittari-tieto", "type"] == second


def test_each_speaker_is_told_and_no_id_is_broken(yp: Yp, lived: Path) -> None:
    page = yp("history", "J2", "--fields", *DAY, "--lang", "fi", cwd=lived).out
    said = {line.strip() for line in page.splitlines()}
    assert "[2024-05-tietotuotanto-306b8806]" in said
    table = yp("history", "J2", "--fields", *DAY, "--lang", "fi", "--csv", cwd=lived).out
    named = [line.split(";")[0].split(",")[0] for line in table.splitlines() if "Tilanne" in line]
    assert len(named) == len({*named}) == 3
    assert "Tilanne (Tietoryhmä)" in named
    measures = [*(lived / "data/measures").glob("*.yaml")]
    longest = max(measures, key=lambda path: path.stat().st_size)
    assert "…" not in yp("history", longest.stem, "--fields", cwd=lived).out


def test_whom_a_change_takes_away_or_puts_in_is_concerned(yp: Yp, repository: Path) -> None:
    areas = "data/areas.yaml"
    edit(repository, areas, "          - koivula\n", "")
    edit(repository, areas, "          - ohkola\n", "          - ohkola\n          - koivula\n")
    commit(repository, "2024-02-01T12:00:00+02:00")
    edit(repository, areas, "          - ahtala\n", "")
    commit(repository, "2024-03-01T12:00:00+02:00")

    def concerned(day: str, until: str) -> set[str]:
        line = ("history", "--since", day, "--as-of", until, "--json")
        parties = json.loads(yp(*line, cwd=repository).out)["answer"]["parties"]
        return {one["party"] for one in parties}

    assert concerned("2024-02-01", "2024-02-02") == {"koivula"}
    assert concerned("2024-03-01", "2024-03-02") == {"ahtala"}
