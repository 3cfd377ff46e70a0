"""`yp guide`: the same tasks in two languages, with the same commands, from a file of each."""

import re

import pytest

from tests.conftest import SHIPPED, Yp

FINNISH, ENGLISH = (
    (SHIPPED / "docs" / name).read_text("utf-8") for name in ("opas.md", "guide.md")
)


def tasks(page: str) -> list[str]:
    return re.split(r"^## ", page, flags=re.MULTILINE)[1:]


def commands(text: str) -> list[str]:
    """Return the commands of a text but for the words that are in its language."""
    blocks = "".join(re.findall(r"^```[a-z]*\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))
    lines = [line for line in blocks.splitlines() if line.startswith(("yp ", "   ", "cd "))]
    inline = re.findall(r"`(yp [a-z][^`]*)`", text)
    plain = [line.replace(" --lang fi", "") for line in (*lines, *sorted(inline))]
    return [line for line in plain if not line.startswith("yp status correct ")]


def test_both_guides_have_the_same_tasks_with_the_same_commands() -> None:
    finnish, english = tasks(FINNISH), tasks(ENGLISH)
    assert len(finnish) == len(english) > 8
    for ours, theirs in zip(finnish, english, strict=True):
        assert ours.split(".")[0] == theirs.split(".")[0]
        assert commands(ours) == commands(theirs), ours.partition("\n")[0]
    assert sum(len(commands(task)) for task in finnish) > 60


@pytest.mark.parametrize(("code", "page"), [("fi", FINNISH), ("en", ENGLISH)])
def test_a_task_is_shown_by_its_number(yp: Yp, code: str, page: str) -> None:
    for task in tasks(page):
        shown = yp("guide", task.partition(".")[0], "--lang", code)
        assert shown.out == f"## {task.rstrip()}\n"
    assert yp("guide", "--all", "--lang", code).out == page


def test_the_guide_lists_its_tasks_and_finds_one_by_its_words(yp: Yp) -> None:
    listed = yp("guide", "--lang", "fi").out
    assert [line for line in listed.splitlines() if line[:1].isdigit()] == [
        task.partition("\n")[0] for task in tasks(FINNISH)
    ]
    assert yp("guide", "vuoden kierto", "--lang", "fi").out.startswith("## 8. ")
    assert yp("guide", "Excel workbook").out.startswith("## 6. ")
    several = yp("guide", "validate")
    assert several.code == 1
    assert "several tasks speak of 'validate'" in several.err
    none = yp("guide", "zebra")
    assert none.code == 1
    assert "1. Who answers for this?" in none.err
