"""Records that are well formed and made to exhaust the program: it answers all the same."""

import time
from pathlib import Path

import pytest

from tests.conftest import Yp


def actors(*lines: str) -> str:
    return "".join(lines)


def collective(name: str, *members: str) -> str:
    listed = "".join(f"      - {member}\n" for member in members)
    return f"  - id: {name}\n    type: collective\n    name: {name}\n    members:\n{listed}"


CHAIN = "".join(collective(f"c{n}", f"c{n + 1}") for n in range(4000)) + collective(
    "c4000", "koivula"
)
CIRCLE = "".join(collective(f"c{n}", f"c{n + 1}", "c0") for n in range(3500)) + collective(
    "c3500", "c0"
)
EMPTY = "".join(collective(f"c{n}", f"c{n + 1}") for n in range(4000)) + (
    "  - id: c4000\n    type: collective\n    name: c4000\n"
)
DOUBLE = (
    "".join(
        collective(f"a{n}", f"a{n + 1}", f"b{n + 1}")
        + collective(f"b{n}", f"a{n + 1}", f"b{n + 1}")
        for n in range(60)
    )
    + collective("a60", "koivula")
    + collective("b60", "ohkola")
)
PARTS = "".join(
    f"  - id: p{n}\n    type: unit\n    name: p{n}\n    part_of: p{(n + 1) % 5000}\n"
    for n in range(5000)
)


@pytest.mark.parametrize(
    ("records", "code"),
    [(CHAIN, ""), (CIRCLE, "YP406"), (EMPTY, "YP405"), (DOUBLE, ""), (PARTS, "YP407")],
    ids=["chain", "circle", "empty", "double", "parts"],
)
def test_collectives_that_contain_collectives(
    records: str, code: str, region: Path, yp: Yp
) -> None:
    path = region / "data/actors.yaml"
    path.write_text(path.read_text("utf-8") + records, "utf-8")
    begin = time.process_time()
    result = yp("validate", "--ignore", "YP203", cwd=region)
    assert time.process_time() - begin < 15
    assert result.err == ""
    assert (code in result.out) if code else result.code == 0


def test_members_behind_collectives_are_named_once(region: Path, yp: Yp) -> None:
    path = region / "data/actors.yaml"
    path.write_text(path.read_text("utf-8") + DOUBLE, "utf-8")
    measure = region / "data/measures/turvasuunnitelmat.yaml"
    measure.write_text(measure.read_text("utf-8").replace("actor: kunnat", "actor: a0"), "utf-8")
    result = yp("who-owns", "A1", "--json", cwd=region)
    assert result.code == 0
    assert result.out.count("Koivula") < 10


def test_corrections_that_correct_corrections(region: Path, yp: Yp) -> None:
    folder = region / "data/updates/2023"
    for number in range(1500):
        name = f"2023-05-01-turvasuunnitelmat-{number:06}"
        following = f"2023-05-01-turvasuunnitelmat-{(number + 1) % 1500:06}"
        (folder / f"{name}.yaml").write_text(
            f"id: {name}\nmeasure: turvasuunnitelmat\nstate: paused\non: 2023-05-01\n"
            f"by: koivula\ncorrects: {following}\n",
            "utf-8",
        )
    begin = time.process_time()
    result = yp("validate", "--output-format", "concise", cwd=region)
    assert time.process_time() - begin < 15
    assert result.out.count("YP608") == 1
    assert len(result.out.splitlines()) == 1


@pytest.mark.parametrize(
    "words",
    [
        "a" * 60_000 + "@",
        "a.b-" * 15_000 + "@x",
        "0 " * 30_000,
        "https://" + "a" * 60_000,
        "https://" + "ä" * 60_000 + ".example",
        "040-" * 15_000,
        "131052-" * 9_000,
        "Aino " * 12_000,
    ],
    ids=["mail", "dots", "digits", "host", "letters", "hyphens", "codes", "names"],
)
def test_texts_made_to_be_searched_for_ever(words: str, region: Path, yp: Yp) -> None:
    need = region / "data/needs.yaml"
    raw = need.read_text("utf-8")
    need.write_text(
        raw.replace("Kuntien ja hyv", f"{words} ja hyv")
        + f"    outside:\n      - fact: a\n        named_source: b\n        day: 2024-01-01\n"
        f"        url: {words[:60_000]}\n",
        "utf-8",
    )
    begin = time.process_time()
    result = yp("validate", cwd=region)
    assert time.process_time() - begin < 5
    assert result.err == ""


def test_a_file_of_joiners_is_answered(region: Path, yp: Yp) -> None:
    raw = "# " + "\u200d" * 250_000 + "\n" + "".join(f"k{n}: a\n" for n in range(24_000))
    (region / "data/measures/liitteet.yaml").write_text(raw, "utf-8")
    begin = time.process_time()
    result = yp("validate", cwd=region)
    assert time.process_time() - begin < 15
    assert result.code == 1
    assert "U+200D" in result.out
