"""Every code: a fixture folder that trips it and nothing else, with the findings as they are shown.

`tests/broken/CODE/` holds files that are laid over a copy of `tests/region`, and `expected.txt`,
which `UPDATE_GOLDEN=1` renews. It holds the findings of this code alone and no counts, so that a
new rule changes none of them. What git cannot hold, or should not, is named in
`special.txt`, one thing a line; where that says `only what stands here`, no other file is left.
"""

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest

from tests.conftest import REGION, SHIPPED, TESTS, Yp
from tests.history.test_committing import git
from yhdyspinta_cli import vocabulary
from yhdyspinta_cli.checks import explanations
from yhdyspinta_cli.checks.rules import RULES
from yhdyspinta_cli.diagnostic import Severity

BROKEN = TESTS / "broken"
NOBODY = 65534
DAY = "2024-06-30"


@contextmanager
def as_nobody() -> Iterator[None]:
    """Be somebody for whom permissions count: root may read everything."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_region() -> Iterator[Path]:
    """A copy of the region that other users can reach."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        copy = Path(folder) / "region"
        shutil.copytree(REGION, copy)
        yield copy
        for path in (copy / "data").rglob("*"):
            if path.is_dir():
                path.chmod(0o755)


def lay_over(fixture: Path, region: Path) -> None:
    for folder in ("data", "templates"):
        if (fixture / folder).exists():
            shutil.copytree(fixture / folder, region / folder, dirs_exist_ok=True)
    special = fixture / "special.txt"
    if special.exists() and special.read_text("utf-8") == "only what stands here\n":
        stands = [path for path in (region / "data").rglob("*") if path.is_file()]
        for path in stands:
            if not (fixture / path.relative_to(region)).exists():
                path.unlink()
        return
    for line in special.read_text("utf-8").splitlines() if special.exists() else ():
        what, name = line.split()
        make(what, region / name)


def make(what: str, path: Path) -> None:
    if what == "fifo":
        os.mkfifo(path)
    elif what == "link":
        path.symlink_to("/etc/hostname")
    elif what == "large":
        path.write_bytes(b"# x\n" * (256 * 1024) + b"#")
    elif what == "long":
        text = (REGION / "data/measures/tietopohja.yaml").read_text("utf-8")
        path.write_text(re.sub("text: .*", f"text: {'x' * 64_001}", text), "utf-8")
    elif what == "values":
        path.write_text("id: paljon\nx:\n" + "  - 1\n" * 50_001, "utf-8")
    elif what == "copy-upper":
        shutil.copy(path, path.with_name(path.name.capitalize()))
    elif what == "unreadable":
        path.chmod(0)
    elif what == "deleted":
        path.unlink()
    else:
        raise AssertionError(what)


CODES = list(explanations.BY_CODE)


@pytest.mark.parametrize("code", CODES)
def test_a_fixture_trips_its_own_code_and_no_other(code: str, open_region: Path, yp: Yp) -> None:
    severity = explanations.BY_CODE[code].severity
    arguments = ["validate", "--as-of", DAY]
    told_beside = ""
    if code in vocabulary.CHANGE_NAMES:
        # What is wrong in a change is seen beside the state before it.
        git(open_region, "init", "-q")
        git(open_region, "add", "-A")
        identity = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        git(open_region, *identity, "commit", "-q", "-m", "Alku")
        arguments += ["--against", "HEAD"]
        told_beside = f"yp: compared with revision {git(open_region, 'rev-parse', 'HEAD')[:12]}"
    before = json.loads(yp(*arguments, "--notes", "--output-format", "json", cwd=open_region).out)
    lay_over(BROKEN / code, open_region)
    special = BROKEN / code / "special.txt"
    hindered = special.exists() and "unreadable" in special.read_text("utf-8")
    with as_nobody() if hindered else nullcontext():
        told = yp(*arguments, cwd=open_region)
        found = yp(*arguments, "--notes", "--output-format", "json", cwd=open_region)
        shown = yp(*arguments, "--select", code, "--notes", cwd=open_region)
        ignore = yp(*arguments, "--ignore", code, cwd=open_region)
        strict = yp(*arguments, "--strict", cwd=open_region)
    assert [shown.err.split(" (")[0], told.err.split(" (")[0]] == [told_beside] * 2
    findings, _between, counts = shown.out.rstrip("\n").rpartition("\n\n")
    assert " checked: " in counts
    expected = BROKEN / code / "expected.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(findings + "\n", "utf-8")
    assert findings + "\n" == expected.read_text("utf-8")
    known = {(d["code"], d["message"]) for d in before["diagnostics"]}
    new = [
        d
        for d in json.loads(found.out)["diagnostics"]
        if not d["accepted"] and (d["code"], d["message"]) not in known
    ]
    assert {d["code"] for d in new} == {code}
    assert all(d["help"] for d in new)
    assert told.code == (1 if severity is Severity.ERROR else 0)
    assert strict.code == (1 if severity >= Severity.WARNING else 0)
    assert ignore.code == 0


def test_the_region_itself_is_sound(yp: Yp) -> None:
    result = yp("validate", "--strict", "--as-of", DAY)
    assert result.code == 0
    assert result.out == "33 files checked: 0 errors, 0 warnings, 5 notes, 3 accepted.\n"


def test_no_fixture_is_left_over() -> None:
    assert sorted(path.name for path in BROKEN.iterdir() if path.is_dir()) == CODES


def test_every_code_the_program_can_tell_is_explained() -> None:
    source = "\n".join(
        path.read_text("utf-8")
        for path in (SHIPPED / "src").rglob("*.py")
        if "faults" not in path.relative_to(SHIPPED).parts
        and path.parts[-2:] != ("vocabulary", "codes.py")
    )
    assert set(re.findall(r'"(YP\d{3})"', source)) == set(CODES)


def test_the_vocabulary_has_exactly_the_codes_that_are_declared() -> None:
    assert list(vocabulary.RULE_NAMES) == [rule.code for rule in RULES]
    assert list(vocabulary.CODE_NAMES) == CODES


def test_codes_stand_in_their_order_and_no_two_have_one_name() -> None:
    assert [rule.code for rule in RULES] == sorted({rule.code for rule in RULES})
    assert sorted(set(CODES)) == CODES
    assert len({explained.name for explained in explanations.EXPLANATIONS}) == len(CODES)


def test_explanations_are_written_out(yp: Yp) -> None:
    assert yp("rules", "--markdown").out == (SHIPPED / "docs/rules.md").read_text("utf-8")
    for code in CODES:
        assert yp("explain", code.lower()).code == 0
    listed = json.loads(yp("rules", "--json").out)["answer"]
    assert [rule["code"] for rule in listed] == CODES
    wrong = yp("explain", "nobody-knows")
    assert wrong.code == 2
    assert "nobody-known" in wrong.err
    assert (
        yp("explain", "YP305").out
        == """\
YP305 no-indicator
Severity  warning

A measure has no indicator, so that nobody can see whether it is done.

Its state can only be an opinion.

Wrong
    no_indicator:
      label: "-"

Right
    indicators:
      - id: mittari-b2
        label: Sovittu / ei sovittu
        type: yes-no
"""
    )
