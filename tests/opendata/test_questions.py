"""The questions of docs/open-data.md: each runs as it stands there and answers as `yp` does."""

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.conftest import SHIPPED, Yp
from tests.opendata import made
from tools import open_data_columns
from yhdyspinta_cli.opendata import tables

PAGE = (SHIPPED / "docs/open-data.md").read_text("utf-8")
_QUESTION = re.compile(
    r"^### (?P<title>.*?)\n\nAs `yp (?P<words>[^`]*)`(?P<more>.*?)\n\n"
    r"```sql\n(?P<sql>.*?)```\n\n```text\n(?P<shown>.*?)```",
    re.MULTILINE | re.DOTALL,
)
QUESTIONS = [match.groupdict() for match in _QUESTION.finditer(PAGE)]
Rows = list[tuple[Any, ...]]


def _who(told: Any) -> Rows:
    return [
        (one["name"], one["role"], one["label"], made.name("shipped", party["id"]), "part")
        for one in told["responsible"]
        for party in one["parties"]
    ]


def _late(told: Any) -> Rows:
    kb = made.asked("lived").kb
    late = [one for one in told["measures"] if one["late"]]
    measures = [(one, kb.measure(one["id"])) for one in late]
    found = [(m.code, m.title, str(m.due), one["situation"]) for one, m in measures if m]
    return sorted(found, key=lambda row: row[2])


def _owned(told: Any) -> Rows:
    found = [
        (
            line["code"],
            made.name("shipped", line["id"]),
            line["role"],
            made.name("shipped", line["way"][0]),
            group["how"],
            json.dumps(line["way"]),
        )
        for group in told["groups"]
        if group["section"] == "measures"
        for line in group["lines"]
    ]
    return sorted(found)


def _missed(told: Any) -> Rows:
    found = [
        (
            one["title"],
            made.name("lived", one["party"] or one["area"]),
            one["period"]["key"],
            f"{len(one['events'])} of {one['needed']}",
        )
        for one in told["standings"]
    ]
    return sorted(found, key=lambda row: (row[0], row[1] or ""))


def _nobody(told: Any) -> Rows:
    return sorted(
        (
            one["code"],
            one["name"],
            one["since"],
            int(one["since_stated"]),
            made.name("shipped", one["decides"]) or "not stated",
        )
        for one in told["gaps"]
    )


SHIPPED_DAY, LIVED_DAY = date(2024, 12, 31), date(2025, 6, 30)
ASKED: tuple[tuple[str, date, Callable[[Any], Rows]], ...] = (
    ("shipped", SHIPPED_DAY, _who),
    ("lived", LIVED_DAY, _late),
    ("shipped", SHIPPED_DAY, _owned),
    ("lived", LIVED_DAY, _missed),
    ("shipped", SHIPPED_DAY, _nobody),
)
"""Of each question: the base, the day, and what `yp` answers in the columns that it asks for."""


def test_there_are_five_questions() -> None:
    assert len(QUESTIONS) == len(ASKED) == 5


@pytest.mark.parametrize(
    ("question", "name", "day", "expected"),
    [(question, *asked) for question, asked in zip(QUESTIONS, ASKED, strict=True)],
    ids=[question["title"] for question in QUESTIONS],
)
def test_the_answer_in_sql_is_that_of_yp(
    question: dict[str, str], name: str, day: date, expected: Callable[[Any], Rows], yp: Yp
) -> None:
    with made.database(made.database_on(name, day)) as opened:
        rows = [tuple(row) for row in opened.execute(question["sql"])]
    words = question["words"].split()
    as_of = [] if "--as-of" in words else ["--as-of", str(day)]
    told = yp(*words, *as_of, "--json", cwd=made.BASES[name][0])
    assert told.code == 0, told.err
    assert rows == expected(json.loads(told.out)["answer"])
    assert rows
    shown = ["|".join("" if cell is None else str(cell) for cell in row) for row in rows]
    assert question["shown"].splitlines() == shown


def test_the_page_of_columns_is_that_of_the_program() -> None:
    page = SHIPPED / "docs/open-data-columns.md"
    assert page.read_text("utf-8") == open_data_columns.page(), "`make docs` writes it anew"


def test_what_the_page_names_is_there() -> None:
    declared = {table.name for table in tables.declared()}
    (told,) = re.findall(r"^\| table \| answer .*\n((?:\|.*\n)*)", PAGE, re.MULTILINE)
    named = {
        name for row in told.splitlines() for name in re.findall(r"`(\w+)`", row.split("|")[1])
    }
    assert len(named) == 8
    assert named <= declared
    with made.database(made.database_on("shipped", SHIPPED_DAY)) as opened:
        found = made.rows(opened, "SELECT name FROM sqlite_master WHERE type IN ('view', 'table')")
    assert declared | {"who_owns", "owned_by", "state_on", "gaps", "search"} <= {
        row["name"] for row in found
    }
