"""docs/data-format.md and docs/ci.md say what the program does."""

import re

from tests.conftest import SHIPPED, Yp
from yhdyspinta_cli.document import limits
from yhdyspinta_cli.document.reader import read
from yhdyspinta_cli.model.catalogue import BY_YEAR, FOLDERS, LIST_FILES, ROOT_FILES
from yhdyspinta_cli.output import findings

FORMAT = (SHIPPED / "docs/data-format.md").read_text("utf-8")
CI = (SHIPPED / "docs/ci.md").read_text("utf-8")


def test_every_file_and_list_is_told() -> None:
    for name in (*ROOT_FILES, *LIST_FILES):
        assert f"| `data/{name}` |" in FORMAT
    for lists in LIST_FILES.values():
        assert all(f"`{key}`" in FORMAT for key in lists)
    for folder in FOLDERS:
        year = "YEAR/" if folder in BY_YEAR else ""
        assert f"| `data/{folder}/{year}ID.yaml` |" in FORMAT


def test_the_limits_are_told() -> None:
    assert limits.MAX_BYTES == 1024 * 1024
    assert f"{limits.MAX_NODES:,} values in a file" in FORMAT
    assert f"{limits.MAX_CHARACTERS:,} characters in a value" in FORMAT
    assert f"{limits.MAX_DEPTH} levels" in FORMAT
    assert f"{findings.PER_FILE} findings of a file and {findings.PER_RUN:,} of a run" in CI


def test_the_words_of_the_table_are_read_as_told() -> None:
    for line in FORMAT.split("### What a word")[1].split("##")[0].splitlines():
        cells = re.split(r"(?<!\\)\|", line)
        if len(cells) != 4 or "`" not in cells[1]:
            continue
        for word in re.findall(r"`([^`]+)`", cells[1]):
            _tree, faults = read("data/x.yaml", f"k: {word}\n".encode())
            assert bool(faults) == cells[2].startswith(" an error"), word


def test_the_options_of_the_guide_exist(yp: Yp) -> None:
    text = yp("validate", "--help").out
    for option in set(re.findall(r"(?<![-\w])--[a-z][a-z-]+", CI)) - {
        "--year",
        "--builtin-templates",
    }:
        assert option in text
