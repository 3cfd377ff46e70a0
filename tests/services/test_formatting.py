"""`yp fmt`: which files are laid out anew, and what is never lost or touched by it."""

import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from tests.conftest import SHIPPED, Result, Yp
from tests.importing import base
from yhdyspinta_cli import store
from yhdyspinta_cli.document import layout
from yhdyspinta_cli.services import formatting
from yhdyspinta_cli.services.formatting import Relaid

MESSY = """\
# yaml-language-server: $schema=../x.json
title:   'Asumisen työryhmä'
# koodi kuten painettu
code: "J1"
id: asuminen
interface: johto
goal: "hyvinvointi"   # tavoite 1
text: >-
  Asumisen työryhmän
  käynnistäminen
indicators: [{id: mittari-j1, type: yes-no, label: Työryhmä perustettu / ei perustettu,
    options: [perustettu, ei perustettu]}]
nobody:
    label: Vastuu määrittelemättä


source: [{document: ohjelma, row: tavoite 1, section: "3"}]
remarks:
- rule: YP301
  # sanasta sanaan
  text: Lähde sanoo itse, ettei vastuuta ole määritelty.
  about: nobody
  printed: Vastuu määrittelemättä
"""

CANONICAL = """\
# yaml-language-server: $schema=../x.json
id: asuminen
# koodi kuten painettu
code: J1
interface: johto
goal: hyvinvointi  # tavoite 1
title: Asumisen työryhmä
text: Asumisen työryhmän käynnistäminen
nobody:
  label: Vastuu määrittelemättä
indicators:
  - id: mittari-j1
    label: Työryhmä perustettu / ei perustettu
    type: yes-no
    options:
      - perustettu
      - ei perustettu

source:
  - document: ohjelma
    section: "3"
    row: tavoite 1
remarks:
  - about: nobody
    printed: Vastuu määrittelemättä
    # sanasta sanaan
    text: Lähde sanoo itse, ettei vastuuta ole määritelty.
    rule: YP301
"""


@pytest.fixture
def messy(region: Path, yp: Yp) -> Path:
    """The region in the canonical layout, but for one file that somebody wrote in a hurry."""
    assert yp("fmt", "--include-personal", cwd=region).code == 0
    (region / "data/measures/asuminen.yaml").write_text(MESSY)
    return region


def bytes_of(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(root.rglob("*.yaml"))}


def test_the_shipped_data_stands_in_the_canonical_layout(yp: Yp) -> None:
    found = yp("fmt", "--check", "--include-personal", cwd=SHIPPED)
    assert found == Result(0, "", "yp: 0 files would change, 118 are as they should be\n")


def test_a_file_is_laid_out_anew_with_the_same_record_and_comments(messy: Path, yp: Yp) -> None:
    before = store.load(messy, personal=True).kb.entries
    done = yp("fmt", cwd=messy)
    path = messy / "data/measures/asuminen.yaml"
    assert (done.code, done.out) == (0, "data/measures/asuminen.yaml\n")
    assert "1 file was laid out anew" in done.err
    assert path.read_text() == CANONICAL
    after = store.load(messy, personal=True).kb.entries
    assert {key: (one.record, one.path) for key, one in after.items()} == {
        key: (one.record, one.path) for key, one in before.items()
    }
    assert yp("fmt", "--check", cwd=messy).code == 0


@pytest.mark.parametrize(
    ("written", "laid_out"),
    [
        (" Kootaan verkosto # ja muut", "Kootaan verkosto # ja muut"),
        ("Kootaan\n  3 verkostoa # 3, 4 ja 5", "Kootaan 3 verkostoa # 3, 4 ja 5"),
        ("Kootaan verkosto   #hyte", "Kootaan verkosto #hyte"),
    ],
)
def test_a_text_that_may_go_on_in_a_comment_is_told_after_as_before(
    messy: Path, yp: Yp, written: str, laid_out: str
) -> None:
    path = messy / "data/measures/asuminen.yaml"
    folded = ">-\n  Asumisen työryhmän\n  käynnistäminen"
    assert folded in MESSY
    path.write_text(MESSY.replace(folded, written))
    asked = ("validate", "--notes", "--select", "YP811,YP816", "--output-format", "concise")
    (before,) = yp(*asked, cwd=messy).out.splitlines()
    assert yp("fmt", cwd=messy).code == 0
    text = path.read_text()
    assert f"text: {laid_out}\n" in text
    # What is surely a comment stands two blanks away.
    assert "goal: hyvinvointi  # tavoite 1\n" in text
    (after,) = yp(*asked, cwd=messy).out.splitlines()
    assert after.partition(" ")[2] == before.partition(" ")[2]
    assert yp("fmt", "--check", cwd=messy).code == 0
    assert path.read_text() == text


def test_a_file_whose_doubtful_text_needs_quotes_is_left_as_it_is(messy: Path, yp: Yp) -> None:
    path = messy / "data/measures/asuminen.yaml"
    # Two paragraphs are written as a block, and behind its sign a comment is nothing of the text.
    written = MESSY.replace(">-\n  Asumisen työryhmän", "Asumisen\n\n  työryhmän # ja muut")
    written = written.replace("  käynnistäminen\n", "")
    path.write_text(written)
    done = yp("fmt", cwd=messy)
    assert (done.code, done.out) == (4, "")
    assert "asuminen.yaml would not be read as it is now; it was left as it is" in done.err
    assert path.read_text() == written


def test_what_would_change_is_told_and_nothing_is_written(
    messy: Path, yp: Yp, tmp_path: Path
) -> None:
    before = bytes_of(messy)
    checked = yp("fmt", "--check", cwd=messy / "data")
    assert (checked.code, checked.out) == (1, "../data/measures/asuminen.yaml\n")
    shown = yp("fmt", "--diff", "data/measures", cwd=messy)
    assert shown.code == 1
    assert '-goal: "hyvinvointi"   # tavoite 1\n' in shown.out
    assert "+goal: hyvinvointi  # tavoite 1\n" in shown.out
    assert bytes_of(messy) == before
    # It is a patch as git takes one.
    subprocess.run(["git", "apply", "-p0"], cwd=messy, input=shown.out.encode(), check=True)
    assert (messy / "data/measures/asuminen.yaml").read_text() == CANONICAL


def test_only_the_files_that_are_named_are_laid_out(messy: Path, yp: Yp) -> None:
    assert yp("fmt", "data/bodies", cwd=messy).out == ""
    assert yp("fmt", "data/measures/asuminen.yaml", cwd=messy).code == 0
    assert (messy / "data/measures/asuminen.yaml").read_text() == CANONICAL
    assert yp("fmt", "data/ei-ole.yaml", cwd=messy).code == 2


def test_what_was_recorded_and_the_names_of_people_stay_as_they_are(region: Path, yp: Yp) -> None:
    recorded = [
        path
        for folder in ("updates", "events", "values")
        for path in sorted((region / "data" / folder).rglob("*.yaml"))
    ]
    people = region / "data/personal.yaml"
    for path in (*recorded, people):
        path.write_text(path.read_text() + "\n\n# perässä   \n")
    before = bytes_of(region)
    done = yp("fmt", "--diff", cwd=region)
    assert "personal" not in done.out
    assert "perässä" not in done.out
    assert yp("fmt", cwd=region).code == 0
    after = bytes_of(region)
    assert len(recorded) > 5
    assert all(after[path] == before[path] for path in (*recorded, people))
    assert yp("fmt", "--include-personal", cwd=region).out == "data/personal.yaml\n"
    assert people.read_text().endswith("\n\n# perässä\n")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("title: &a x\n", "data/goals.yaml:1:8: error YP041 an anchor (&a) is not allowed"),
        ("goals: !x []\n", "data/goals.yaml:1:8: error YP046 a tag (!x) is not allowed"),
        ("# vain kommentti\n", "data/goals.yaml:1:1: error YP031 the file is empty"),
        ("goals:\n\t- x\n", "data/goals.yaml:2:1: error YP025 a tab is not allowed"),
    ],
)
def test_a_file_that_the_reader_refuses_is_told_and_the_others_are_done(
    messy: Path, yp: Yp, fault: str, told: str
) -> None:
    path = messy / "data/goals.yaml"
    path.write_text(fault)
    done = yp("fmt", cwd=messy)
    assert (done.code, done.out) == (1, "data/measures/asuminen.yaml\n")
    assert told in done.err
    assert path.read_text() == fault
    assert (messy / "data/measures/asuminen.yaml").read_text() == CANONICAL


def test_a_byte_order_mark_goes_and_the_ends_of_lines_become_those_of_the_first(
    messy: Path, yp: Yp
) -> None:
    path = messy / "data/measures/asuminen.yaml"
    windows = MESSY.replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + windows.replace("goal", "\ngoal").encode())
    assert yp("fmt", cwd=messy).code == 0
    wanted = CANONICAL.replace("goal:", "\ngoal:").replace("\n", "\r\n")
    assert path.read_bytes() == wanted.encode()
    assert yp("fmt", "--check", cwd=messy).code == 0


def test_a_file_with_keys_that_no_record_takes_is_laid_out_as_well(messy: Path, yp: Yp) -> None:
    path = messy / "data/measures/asuminen.yaml"
    path.write_text("remarks: []\nvaihe:  2\ncode:   J1 # koodi\nid: asuminen\n")
    assert yp("fmt", cwd=messy).code == 0
    assert path.read_text() == "id: asuminen\ncode: J1  # koodi\nvaihe: 2\nremarks: []\n"


def test_without_a_knowledge_base_nothing_packaged_is_laid_out(yp: Yp, tmp_path: Path) -> None:
    assert yp("fmt", "--check", cwd=tmp_path).code == 2


def test_a_file_that_changes_while_it_is_laid_out_is_left_as_it_is(messy: Path) -> None:
    path = messy / "data/measures/asuminen.yaml"
    one = Relaid("data/measures/asuminen.yaml", MESSY.encode(), CANONICAL.encode())
    path.write_text(MESSY + "# ja vielä\n")
    assert "changed meanwhile" in formatting.write(messy, one)
    assert path.read_text() == MESSY + "# ja vielä\n"


def test_values_are_the_same_to_the_last_digit() -> None:
    one = {"a": Decimal("0.10"), "b": [1, "yksi"]}
    assert layout.is_same(one, {"b": [1, "yksi"], "a": Decimal("0.10")})
    for other in ({"a": Decimal("0.1")}, {"b": ["yksi", 1]}, {"b": [True, "yksi"]}, {"c": None}):
        assert not layout.is_same(one, one | other)


def test_what_the_program_writes_is_laid_out_so(yp: Yp, tmp_path: Path) -> None:
    region = base.region(tmp_path / "saari")
    path = base.table(tmp_path / "ohjelma.xlsx", base.TITLES, base.ROWS)
    assert yp("import", "measures", str(path), cwd=region).code == 0
    assert len(list((region / "data/measures").iterdir())) == 12
    assert yp("fmt", "--check", "data/measures", cwd=region).out == ""


def test_the_others_are_done_where_the_agreement_cannot_be_read(messy: Path, yp: Yp) -> None:
    agreement = messy / "data/agreement.yaml"
    agreement.rename(messy / "muualla.yaml")
    agreement.symlink_to(messy / "muualla.yaml")
    done = yp("fmt", cwd=messy)
    assert (done.code, done.out) == (1, "data/measures/asuminen.yaml\n")
    assert "data/agreement.yaml:1:1: error YP015 a symbolic link is not read" in done.err
    assert agreement.is_symlink()
