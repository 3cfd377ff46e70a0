"""What changed: how the measures moved, what was corrected, what git tells of the data."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Yp
from tests.history.lived_line import stream
from tests.history.test_committing import git
from tests.report.pages import text_of
from tests.site.written import headings, main_of, words_of_ours_marked, write

pytestmark = pytest.mark.proof

TODAY = "2025-06-30"
SINCE = "2024-06-30"


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The region as a repository, at the commit that ends June 2025."""
    root = tmp_path_factory.mktemp("line") / "region"
    stream().into(root)
    until = git(root, "log", "-1", "--before=2025-07-02", "--format=%H", "main")
    git(root, "reset", "-q", "--hard", until)
    return root


@pytest.fixture(scope="module")
def told(line: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "lived"
    write(folder, "--as-of", TODAY, root=line)
    return folder


@pytest.fixture
def repository_of() -> Callable[[Path], None]:
    """Return what makes a folder a repository with one commit of today."""

    def made(root: Path) -> None:
        git(root, "init", "-q", "-b", "main")
        for one in ("user.name", "user.email"):
            git(root, "config", one, "kokeilija")
        git(root, "add", ".")
        git(root, "commit", "-q", "-m", "Alku")

    return made


def items(folder: Path) -> list[str]:
    main = main_of(folder, "changes.html")
    (data,) = [one for one in main.iter("section") if one.find("h2[@id='data']") is not None]
    return [text_of(one) for one in data.iter("li")]


def test_it_tells_what_the_history_tells(told: Path, line: Path, yp: Yp) -> None:
    asked = ("history", "--since", SINCE, "--as-of", TODAY, "--json")
    answer = json.loads(yp(*asked, cwd=line).out)["answer"]
    each: dict[str, Any] = {}
    for one in answer["parties"]:
        for number, happening in enumerate(one["happenings"]):
            each[json.dumps(happening, sort_keys=True) or str(number)] = happening
    reports = [one for one in each.values() if one["what"] == "report"]
    assert len(reports) > 50
    text = text_of(main_of(told, "changes.html"))
    assert f"{len(reports)} ilmoitusta" in text
    commits = {one["commit"][:12] for one in each.values()}
    page = main_of(told, "changes.html")
    assert {text_of(one) for one in page.iterfind(".//p[@class='commits']//code")} == commits


def test_the_newest_comes_first_day_by_day(told: Path) -> None:
    found = [one for one in headings(told, "changes.html") if re.fullmatch(r"[\d.]+20\d\d", one)]
    days = [date(*map(int, reversed(one.split(".")))) for one in found]
    assert len(days) > 10
    assert days == sorted(set(days), reverse=True)
    assert min(days) >= date.fromisoformat(SINCE)


def test_a_line_is_short_and_names_no_key(told: Path, line: Path) -> None:
    keys = {path.stem for path in (line / "data/bodies").glob("*.yaml")}
    keys |= set(re.findall(r"^- id: (.+)$", (line / "data/parties.yaml").read_text("utf-8"), re.M))
    assert len(keys) > 10
    for item in items(told):
        assert len(item) < 1000, item
        assert not [key for key in keys if f"({key})" in item], item


def test_each_thing_that_came_is_told_once(told: Path) -> None:
    """What concerns two parties came in once: lines that say the same come on different days."""
    page = main_of(told, "changes.html")
    (data,) = [one for one in page.iter("section") if one.find("h2[@id='data']") is not None]
    for day in data.iterfind("ul"):
        lines = [text_of(one) for one in day.iterfind("li")]
        assert len(lines) == len(set(lines))


def test_a_remark_inside_a_record_is_no_line_and_a_long_edit_is_short(
    tmp_path: Path, line: Path, repository_of: Callable[[Path], None]
) -> None:
    """Beside what changed in the record, which is told, with both of its ends."""
    root = tmp_path / "region"
    shutil.copytree(line / "data", root / "data")
    repository_of(root)
    path = sorted((root / "data/measures").glob("*.yaml"))[0]
    text = path.read_text("utf-8")
    text, n = re.subn(r"^text: (.*)$", f"text: {'Aivan uutta sanottavaa. ' * 40}", text, flags=re.M)
    assert n == 1
    remark = "- {id: vika-x1, kind: note, text: Salattu seikka.}"
    text += f"remarks:\n{remark}\n" if "\nremarks:" not in text else ""
    path.write_text(text.replace("\nremarks:\n", f"\nremarks:\n{remark}\n"), "utf-8")
    git(root, "commit", "-q", "-a", "-m", "Muutos")
    write(tmp_path / "site", root=root)
    (item,) = [one for one in items(tmp_path / "site") if "Aivan uutta" in one]
    assert " → Aivan uutta sanottavaa." in item
    assert item.endswith(" ….") or item.endswith(" …")
    assert len(item) < 500
    assert not [one for one in items(tmp_path / "site") if "Salattu" in one or "vika-x1" in one]


def test_the_words_of_the_data_stay_though_they_look_like_an_id_or_an_arrow(
    tmp_path: Path, line: Path, repository_of: Callable[[Path], None]
) -> None:
    root = tmp_path / "region"
    shutil.copytree(line / "data", root / "data")
    key = min(path.stem for path in (root / "data/bodies").glob("*.yaml"))
    path = sorted((root / "data/measures").glob("*.yaml"))[0]
    text = path.read_text("utf-8")
    before = f"Sovitaan ({key}) kanssa"
    path.write_text(re.sub(r"^text: .*$", f"text: {before}", text, flags=re.M), "utf-8")
    repository_of(root)
    after = f"Kutsu → {'pitkä ' * 9}({key}) → lopuksi"
    path.write_text(re.sub(r"^text: .*$", f"text: {after}", text, flags=re.M), "utf-8")
    git(root, "commit", "-q", "-a", "-m", "Muutos")
    write(tmp_path / "site", root=root)
    (item,) = [one for one in items(tmp_path / "site") if "lopuksi" in one]
    assert f"{before} → {after}" in item


def test_what_came_after_the_agreement_and_what_is_of_the_future_are_told_apart(
    tmp_path: Path, line: Path
) -> None:
    root = tmp_path / "region"
    subprocess.run(["git", "clone", "-q", line.as_uri(), str(root)], check=True, timeout=60)
    for one in ("user.name", "user.email"):
        git(root, "config", one, "kokeilija")
    write(tmp_path / "ennen", root=root)
    before = items(tmp_path / "ennen")
    path = sorted((root / "data/measures").glob("*.yaml"))[0]
    text = re.sub(r"^text: ", "text: Huomisen muutos. ", path.read_text("utf-8"), flags=re.M)
    path.write_text(text, "utf-8")
    moment = "2098-01-02T12:00:00+00:00"
    dates = os.environ | {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    commit = ["git", "commit", "-q", "-a", "-m", "Muutos"]
    subprocess.run(commit, cwd=root, env=dates, check=True, timeout=60)
    write(tmp_path / "site", root=root)
    assert items(tmp_path / "site") == before
    main = text_of(main_of(tmp_path / "site", "changes.html"))
    assert "1 muutos on päivätty tulevaisuuteen" in main


def test_nobody_who_made_a_commit_is_named(told: Path) -> None:
    page = (told / "changes.html").read_text("utf-8")
    assert "Salainen" not in page
    assert "salainen" not in page
    assert "Kirjaukset" not in page


def test_a_measure_leads_to_its_page_and_how_it_moved_is_told(told: Path) -> None:
    page = (told / "changes.html").read_text("utf-8")
    assert 'href="measures/' in page
    assert any("Muutokset" in one for one in headings(told, "changes.html"))


def test_without_git_it_says_so(lived_site: Path, tmp_path: Path, line: Path) -> None:
    root = tmp_path / "region"
    shutil.copytree(line / "data", root / "data")
    write(tmp_path / "site", "--as-of", TODAY, root=root)
    assert "muutoshistoriaa ei ole saatavilla: " in text_of(
        main_of(tmp_path / "site", "changes.html")
    )
    assert not items(tmp_path / "site")


def test_a_history_that_begins_after_the_day_tells_no_changes_and_says_so(
    tmp_path: Path, line: Path, repository_of: Callable[[Path], None]
) -> None:
    """That nothing was changed in a year of which git knows nothing would be false."""
    root = tmp_path / "region"
    shutil.copytree(line / "data", root / "data")
    repository_of(root)
    write(tmp_path / "site", "--as-of", TODAY, root=root)
    text = text_of(main_of(tmp_path / "site", "changes.html"))
    assert "muutoshistoriaa ei ole saatavilla: se alkaa " in text
    assert "ei ole muutettu" not in text


def test_a_shallow_clone_is_told(tmp_path: Path, line: Path) -> None:
    clone = ["git", "clone", "-q", "--depth", "2", line.as_uri(), str(tmp_path / "clone")]
    subprocess.run(clone, check=True, timeout=60)
    write(tmp_path / "site", "--as-of", TODAY, root=tmp_path / "clone")
    text = text_of(main_of(tmp_path / "site", "changes.html"))
    assert "muutoshistoriaa ei ole saatavilla: " in text
    assert not items(tmp_path / "site")


def test_what_was_corrected_after_it_was_published_is_told(
    tmp_path: Path, line: Path, yp: Yp
) -> None:
    root = tmp_path / "region"
    subprocess.run(["git", "clone", "-q", line.as_uri(), str(root)], check=True, timeout=60)
    for one in ("user.name", "user.email"):
        git(root, "config", one, "salainen")
    year = ("report", "--year", "2024", "--as-of", "2024-12-31", "-o", "2024.md")
    done = yp(*year, "--publish", "--commit", cwd=root)
    assert done.code == 0, done.err
    wrong = "2024-06-12-kriisiviestinta-hallavesi-2204c94f"
    done = yp("status", "correct", wrong, "paused", "--by", "hallavesi", cwd=root)
    assert done.code == 0, done.err
    write(tmp_path / "site", "--as-of", TODAY, root=root)
    main = main_of(tmp_path / "site", "changes.html")
    assert main.find(".//h3[@id='corrected']") is not None
    assert any("nyt keskeytetty" in text_of(one) for one in main.iter("li"))


def test_in_swedish_words_of_the_data_alone_are_marked_as_finnish(
    line: Path, tmp_path: Path
) -> None:
    write(tmp_path / "site", "--as-of", TODAY, "--lang", "sv", root=line)
    page = tmp_path / "site/changes.html"
    text = page.read_text("utf-8")
    assert words_of_ours_marked(page, line) == set()
    of_body = (
        r'bodies/yhteistyofoorumi.html"><span lang="fi">Tuulikannaksen yhteistyöfoorumi</span>'
    )
    assert re.search(of_body + r'</a></strong>: möte, <span lang="fi">', text)
    assert "57 <span" in text, "a unit is of the data"
    assert not re.search("[\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}]", text)
    assert "u{2068}" not in text


def test_a_name_in_another_language_is_no_new_name(
    tmp_path: Path, line: Path, repository_of: Callable[[Path], None]
) -> None:
    root = tmp_path / "region"
    shutil.copytree(line / "data", root / "data")
    (root / "data/translations").mkdir()
    own = "texts:\n  - id: hallavesi\n    field: name\n    text: Hallvatten\n"
    (root / "data/translations/sv.yaml").write_text(f"id: sv\n{own}", "utf-8")
    repository_of(root)
    path = root / "data/parties.yaml"
    text = path.read_text("utf-8").replace("Hallaveden kaupunki", "Hallaveden kunta", 1)
    path.write_text(text, "utf-8")
    git(root, "commit", "-q", "-a", "-m", "Muutos")
    numbers = []
    for language in ("fi", "sv"):
        write(tmp_path / language, "--lang", language, root=root)
        page = text_of(main_of(tmp_path / language, "changes.html"))
        found = re.search(r"([\d\s]+) (muutosta tiedoissa|ändringar i poster)", page)
        assert found is not None
        numbers.append(found[1].strip())
    assert numbers[0] == numbers[1]
    (item,) = [one for one in items(tmp_path / "sv") if "Hallaveden kunta" in one]
    assert item == "avtalspart Hallvatten: Officiellt namn: Hallaveden kaupunki → Hallaveden kunta."
