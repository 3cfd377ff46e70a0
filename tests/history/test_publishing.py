"""`yp report --publish`: what is recorded of it, what is refused, what a later report corrects."""

import hashlib
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from tests.conftest import LIVED, Result, Yp
from tests.history.test_committing import git

YEAR = ("report", "--year", "2024", "--as-of", "2024-12-31")
NEXT = ("report", "--year", "2025", "--as-of", "2025-12-31")
WRONG = "2024-06-12-kriisiviestinta-hallavesi-2204c94f"
IDENTITY = ("-c", "user.name=Salainen Nimi", "-c", "user.email=salainen@example.org")


@dataclass(frozen=True)
class Region:
    """A region whose data is committed; `published` is the record of its one publication."""

    root: Path
    yp: Yp

    def __call__(self, *line: str) -> Result:
        return self.yp(*line, cwd=self.root)

    def commit(self) -> str:
        git(self.root, "add", "-A", "data")
        git(self.root, *IDENTITY, "commit", "-q", "-m", "Muutos")
        return git(self.root, "rev-parse", "HEAD")

    @property
    def published(self) -> Path:
        (found,) = (self.root / "data/publications").iterdir()
        return found

    def correct(self, *state: str, key: str = WRONG) -> str:
        """Record a correction; return its id."""
        done = self("status", "correct", key, *state, "--by", "hallavesi")
        assert done.code == 0, done.err
        return Path(done.out.strip()).stem

    def told(self, *words: str) -> list[str]:
        """The lines of the next report under the heading of what was corrected."""
        done = self(*NEXT, "--lang", "en", *words)
        assert done.code == 0, done.err
        _before, found, after = done.out.partition("### Corrected after an earlier report\n")
        return [line for line in after.partition("\n###")[0].splitlines() if line] if found else []


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("publishing") / "region"
    shutil.copytree(LIVED / "data", root / "data")
    for one in ("user.name", "user.email"):
        git(root, "init", "-q", "-b", "main")
        git(root, "config", one, "salainen")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "Alku")
    return root


@pytest.fixture
def region(base: Path, tmp_path: Path, yp: Yp) -> Region:
    shutil.copytree(base, tmp_path / "region")
    return Region(tmp_path / "region", yp)


def test_what_is_published_is_recorded_and_changes_no_report(region: Region) -> None:
    before = git(region.root, "rev-parse", "HEAD")
    plain = region(*YEAR).out
    done = region(*YEAR, "-o", "2024.md", "--publish", "--commit")
    assert done.code == 0, done.err
    assert done.out == f"data/publications/{region.published.name}\n"
    raw = (region.root / "2024.md").read_bytes()
    assert raw.decode() == plain
    told = yaml.safe_load(region.published.read_text("utf-8"))
    assert (told["name"], told["year"], str(told["as_of"])) == ("2024.md", 2024, "2024-12-31")
    assert told["file"] == hashlib.sha256(raw).hexdigest()
    assert told["data"][:12] in plain
    assert told["revision"] == before
    assert git(region.root, "show", "--name-only", "--format=%s").startswith("Published 2024.md, ")
    assert git(region.root, "status", "--porcelain", "data") == ""
    # That it was published is no part of what it is made of.
    assert region(*YEAR).out == plain
    assert region("validate").code == 0
    # The same bytes are not published twice; another form of them is.
    head = git(region.root, "rev-parse", "HEAD")
    (region.root / "2024.md").unlink()
    again = region(*YEAR, "-o", "2024.md", "--publish", "--commit")
    assert (again.code, again.out) == (0, "")
    assert f"it is published already: data/publications/{region.published.name}" in again.err
    assert not (region.root / "2024.md").exists()
    assert git(region.root, "rev-parse", "HEAD") == head
    sheet = region(*YEAR, "--party", "hallavesi", "-o", "hallavesi.html", "--publish")
    assert sheet.code == 0, sheet.err
    listed = region("list", "publications").out
    assert "2024.md" in listed
    assert re.search(r"hallavesi\.html +Hallavesi", listed)
    # A record of it that is not committed is no data that is not.
    assert region(*YEAR, "-o", "2024.html", "--publish").code == 0


def test_what_cannot_be_told_of_a_revision_is_refused(region: Region, tmp_path: Path) -> None:
    for line, code, words in (
        ((), 2, "which file was published"),
        (("-o", "-"), 2, "which file was published"),
        (("-o", "x.md", "--rev", "HEAD"), 2, "leave out --rev"),
        (("-o", "sheets", "--each-party"), 2, "leave out --each-party"),
        (("-o", "data/x.md"), 2, "inside the data"),
    ):
        done = region(*YEAR, "--publish", *line)
        assert (done.code, words in done.err) == (code, True), done.err
    assert region(*YEAR, "-o", "x.md", "--commit").code == 2
    update = region.root / f"data/updates/2024/{WRONG}.yaml"
    update.write_text(update.read_text("utf-8") + "note: Muutettu.\n", "utf-8")
    done = region(*YEAR, "-o", "x.md", "--publish")
    assert done.code == 4
    assert f"'data/updates/2024/{WRONG}.yaml' is not committed" in done.err
    git(region.root, "checkout", "-q", "--", "data")
    (region.root / "data/updates/2024/uusi.yaml").write_text("id: uusi\n", "utf-8")
    assert region(*YEAR, "-o", "x.md", "--publish").code == 4
    (region.root / "data/updates/2024/uusi.yaml").unlink()
    # What cannot be written is not published.
    assert region(*YEAR, "-o", "nowhere/x.md", "--publish").code == 3
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{region.root}", "shallow")
    shallow = Region(tmp_path / "shallow", region.yp)
    shutil.rmtree(region.root / ".git")
    assert region(*YEAR, "-o", "x.md", "--publish").code == 3
    assert not (region.root / "x.md").exists()
    assert not (region.root / "data/publications").exists()
    git(tmp_path, "clone", "-q", f"file://{shallow.root}", "again")
    done = shallow(*YEAR, "-o", "x.md", "--publish")
    assert (done.code, "fetch-depth: 0" in done.err) == (3, True)


@pytest.mark.proof
def test_a_later_report_names_what_was_corrected_since(region: Region, tmp_path: Path) -> None:
    earlier = region.correct("completed")
    region.commit()
    assert region.told() == []
    assert region(*YEAR, "-o", "2024.md", "--publish", "--commit").code == 0
    assert region.told() == []
    # Of several corrections the last one stands for all.
    middle = region.correct("in-progress", key=earlier)
    region.correct("paused", key=middle)
    region.correct("--void", key="2024-06-12-harrastaminen-hallavesi-2fc7b7a1")
    value = "2024-12-31-mittari-b3-maara-684119ed"
    line = ("record", "value", "mittari-b3-maara", "3", "--on", "2024-12-31", "--corrects", value)
    assert region(*line).code == 0
    event = next((region.root / "data/events/2024").glob("*-tyollisyysraportti-*")).stem
    title = ("event", "add", "report", "Työllisyysraportti 2023", "--on", "2024-01-31")
    assert region(*title, "--corrects", event, "--void").code == 0
    # A correction of a year of which nothing was published, and a new report.
    other = next((region.root / "data/updates/2023").glob("*-hallavesi-*")).stem
    region.correct("--void", key=other)
    set_ = ("status", "set", "J5", "completed", "--on", "2024-11-01", "--by", "hallavesi")
    assert region(*set_).code == 0
    day = region.published.name[: len("2024-12-31")]
    expected = [
        f"**Corrected after the report of 2024 (published {day}):**",
        "- **D4 Harrastus jokaiselle**, Hallavesi (2024-06-12): "
        "in the report completed, taken back since (Hallavesi)",
        "- **J5 Kriisiviestinnän yhteinen ohje**, Hallavesi (2024-06-12): "
        "in the report completed, now paused (Hallavesi)",
        "- **B3 Nuorten työpajat**, Kunnat, joissa on työpaja (2024-12-31): in the report 5, now 3",
        "- **Recorded event**: in the report Työllisyysraportti 2023 (2024-01-31), "
        "taken back since",
    ]
    assert region.told() == expected
    region.commit()
    assert region.told("--rev", "HEAD") == expected
    assert region.told("--rev", "HEAD~1") == []
    page = region(*NEXT, "--format", "html", "--lang", "fi").out
    assert '<h3 id="corrected">Aiemman raportin jälkeen korjattu</h3>' in page
    # An interface's sheet has those of its measures.
    assert region.told("--interface", "d") == expected[:2]
    # Once it is published anew, nothing of it is corrected since.
    assert region(*YEAR, "-o", "2024.md", "--publish", "--commit").code == 0
    assert region.told() == []


def edited(region: Region, message: str) -> list[str]:
    """Edit and delete what was told of 2024; return how a report tells it."""
    data = region.root / "data"
    for path, before, after in (
        (f"updates/2024/{WRONG}", "state: not-started", "state: paused"),
        ("updates/2024/2024-01-15-kriisiviestinta-c7fc0dbe", "state: ", "note: Lisää.\nstate: "),
        ("values/2024/2024-12-31-mittari-b3-maara-684119ed", "value: 5", "value: 3"),
    ):
        file = data / f"{path}.yaml"
        text = file.read_text("utf-8")
        assert before in text, path
        file.write_text(text.replace(before, after, 1), "utf-8")
    (data / "updates/2024/2024-06-12-harrastaminen-hallavesi-2fc7b7a1.yaml").unlink()
    next((data / "events/2024").glob("2024-02-12-*")).unlink()
    git(region.root, "add", "-A", "data")
    git(region.root, *IDENTITY, "commit", "-q", "-m", message)
    day = region.published.name[: len("2024-12-31")]
    return [
        f"**Edited or deleted after the report of 2024 (published {day}), and not corrected:**",
        "- **J5 Kriisiviestinnän yhteinen ohje** (2024-01-15): in the report in progress, "
        "edited since without a correction",
        "- **J5 Kriisiviestinnän yhteinen ohje**, Hallavesi (2024-06-12): "
        "in the report not started, changed since to paused without a correction",
        "- **B3 Nuorten työpajat**, Kunnat, joissa on työpaja (2024-12-31): "
        "in the report 5, changed since to 3 without a correction",
        "- **Recorded event**: decision (2024-02-12), deleted since without a correction",
        "- **D4 Harrastus jokaiselle**, Hallavesi (2024-06-12): "
        "in the report completed, deleted since without a correction (the reason given: syy)",
    ]


@pytest.mark.proof
def test_a_later_report_names_what_was_edited_and_not_corrected(region: Region) -> None:
    assert region(*YEAR, "-o", "2024.md", "--publish", "--commit").code == 0
    key = "2024-06-12-harrastaminen-hallavesi-2fc7b7a1"
    expected = edited(region, f"Muutos\n\nRewrites: {key} syy\n")
    heading = "### Edited after an earlier report\n"
    done = region(*NEXT, "--lang", "en")
    assert done.code == 0, done.err
    lines = done.out.partition(heading)[2].partition("\n###")[0].splitlines()
    assert [line for line in lines if line] == expected
    assert heading not in region(*NEXT, "--lang", "en", "--rev", "HEAD~1").out
    assert region(*NEXT, "--lang", "en", "--rev", "HEAD").out.count(expected[1]) == 1
    # With a correction beside it, both are told under the heading of these.
    region.correct("completed")
    told = region.told()
    assert told[0].startswith("**Corrected after the report of 2024")
    assert told[2:] == expected
    # Once it is published anew, the new report tells it so.
    region.commit()
    assert region(*YEAR, "-o", "2024.md", "--publish", "--commit").code == 0
    assert expected[0] not in region(*NEXT, "--lang", "en").out
    shutil.rmtree(region.root / ".git")
    assert "### Edited after" not in region(*NEXT, "--lang", "en").out


@pytest.mark.proof
def test_sheets_and_papers_name_what_is_theirs(region: Region) -> None:
    assert region(*YEAR, "-o", "2024.md", "--publish", "--commit").code == 0
    expected = edited(region, "Muutos")

    def shown(*words: str) -> set[str]:
        done = region("report", *words, "--lang", "en")
        assert done.code == 0, done.err
        return {line.split(" (the reason")[0] for line in done.out.splitlines()}

    lines = {line.split(" (the reason")[0] for line in expected}
    year = ("--year", "2025", "--as-of", "2025-12-31")
    assert lines <= shown(*year, "--party", "hallavesi")
    assert lines & shown(*year, "--party", "kaislaranta") == {expected[0], expected[1], expected[3]}
    assert lines <= shown("--for", "yhteistyofoorumi", "--on", "2025-06-01")
    assert lines & shown("--for", "tyollisyysryhma", "--on", "2025-06-01") == {
        expected[0],
        expected[3],
    }
    assert lines & shown("--for", "turvallisuusryhma", "--on", "2025-06-01") == set()
    page = region(*NEXT, "--party", "hallavesi", "--format", "html", "--lang", "fi").out
    assert "sittemmin poistettu ilman korjauskirjausta" in page


def test_without_git_the_moments_of_recording_tell_it(
    region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1736928000")
    assert region(*YEAR, "-o", "2024.md", "--publish", "--commit").code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1736927999")
    region.correct("--void", key="2024-06-12-harrastaminen-hallavesi-2fc7b7a1")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1736928001")
    region.correct("paused")
    # Merged after it was published: the published revision did not have it.
    assert len(region.told()) == 3
    shutil.rmtree(region.root / ".git")
    told = region.told()
    assert [line.split(",")[0] for line in told[1:-1]] == [
        "- **J5 Kriisiviestinnän yhteinen ohje**"
    ]
    assert told[-1].startswith("The published revision is not at hand")


def test_a_publication_is_never_edited(region: Region) -> None:
    assert region(*YEAR, "-o", "2024.md", "--publish", "--commit").code == 0
    path = region.published
    path.write_text(path.read_text("utf-8").replace("year: 2024", "year: 2023"), "utf-8")
    done = region("validate", "--against", "HEAD", "--select", "YP902")
    assert done.code == 1
    assert f"data/publications/{path.name}:3:7: error YP902 " in done.out
    path.write_text(path.read_text("utf-8").replace("revision: ", "revision: HEAD"), "utf-8")
    assert "the whole id of a commit" in region("validate", "--select", "YP105").out


@pytest.mark.proof
def test_proof_a_pdf_is_published_by_the_digest_of_its_bytes(region: Region) -> None:
    asked = (*YEAR, "--only", "brief", "-o", "2024.pdf")
    done = region(*asked, "--publish", "--commit")
    assert done.code == 0, done.err
    raw = (region.root / "2024.pdf").read_bytes()
    assert raw.startswith(b"%PDF-")
    told = yaml.safe_load(region.published.read_text("utf-8"))
    assert told["file"] == hashlib.sha256(raw).hexdigest()
    assert (told["name"], told["chapters"]) == ("2024.pdf", ["brief"])
    assert region("validate").code == 0
    # The same bytes once more: nothing is written, and nothing is recorded.
    (region.root / "2024.pdf").unlink()
    again = region(*asked, "--publish", "--commit")
    assert (again.code, "it is published already" in again.err) == (0, True)
    assert region(*asked).code == 0
    assert (region.root / "2024.pdf").read_bytes() == raw
    # A fault on the way leaves neither the file nor a record of it.
    head = git(region.root, "rev-parse", "HEAD")
    refused = region(*YEAR, "-o", "nowhere/2024.pdf", "--publish", "--commit")
    assert refused.code == 3
    assert git(region.root, "rev-parse", "HEAD") == head
    assert len([*(region.root / "data/publications").iterdir()]) == 1
