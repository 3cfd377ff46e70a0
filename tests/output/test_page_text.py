"""A page as text: within its width, nothing lost, columns that stand under each other."""

import random
import re

import pytest

from yhdyspinta_cli.output.layout import Bullets, Cell, Heading, Page, Pairs, Paragraph, Table
from yhdyspinta_cli.output.page_text import text
from yhdyspinta_cli.output.terminal_columns import columns_of, wrapped

LONG = "https://example.invalid/a/very/long/address?with=one&and=another#and-an-anchor-at-its-end"


def lines(*page: Heading | Paragraph | Bullets | Pairs | Table, width: int = 40) -> list[str]:
    return text(page, width=width).splitlines()


def test_columns_stand_under_each_other_and_numbers_end_together() -> None:
    table = Table(("Code", "Updates"), (("A1", 7), ("A10", 1200), ("A2", None)))
    assert lines(table) == [
        "Code  Updates",
        "-------------",
        "A1          7",
        "A10     1,200",
        "A2",
    ]


def test_a_narrow_title_is_wrapped_and_stands_right_above_the_rule() -> None:
    table = Table(("Answers for it", "Day"), (("Ahtala", "x" * 30),))
    assert lines(table) == [
        "Answers",
        "for it    Day",
        "-" * 40,
        "Ahtala    " + "x" * 30,
    ]


def test_a_long_compound_is_broken_at_a_syllable_and_an_address_where_the_line_ends() -> None:
    word = "järjestelmäkehityssuunnitelmapäällikkö"
    table = Table(("Actor", "Where"), ((word, LONG),))
    told = lines(table)
    assert max(map(columns_of, told)) <= 40
    assert any(line.split(" ")[0].endswith("-") for line in told[2:])
    columns = told[0].index("Where")
    assert "".join(line[columns:].strip() for line in told[2:]) == LONG
    assert "".join(line[:columns].strip().removesuffix("-") for line in told[2:]) == word


def test_a_wide_letter_takes_two_columns_and_a_mark_none() -> None:
    table = Table(("Name", "Code"), (("日本", "A1"), ("e\u0301", "A2")))
    assert lines(table) == ["Name  Code", "----------", "日本  A1", "e\u0301     A2"]


def test_what_is_told_under_a_row_has_the_whole_width() -> None:
    table = Table(("Id", "N"), (("a", 1), ("b", 22)), ("said of a", "said of b"))
    assert lines(table) == ["Id  N", "------", "a    1", "  said of a", "b   22", "  said of b"]


def test_pairs_without_a_value_are_left_out_and_lines_of_a_value_stand_together() -> None:
    pairs = Pairs((("Id", "a1"), ("Remark", None), ("Text", "one\ntwo")))
    assert lines(pairs) == ["Id    a1", "Text  one", "      two"]


def test_a_heading_stands_on_what_it_heads_and_bullets_below_what_they_belong_to() -> None:
    page = (Heading("Kept"), Paragraph("One."), Bullets(("a", "b")), Paragraph("Two."))
    assert lines(*page) == ["Kept", "One.", "  - a", "  - b", "", "Two."]


def test_colour_is_bold_for_what_names_and_changes_nothing_else() -> None:
    page: Page = (
        Heading("Kept"),
        Pairs((("Id", "a"),)),
        Table(("Id", "N"), (("a", 1), ("b", 22)), ("said of a", "said of b")),
    )
    coloured = text(page, width=40, colour=True)
    assert "\x1b[1mKept\x1b[0m" in coloured
    assert "\x1b[2msaid of a\x1b[0m" in coloured
    assert re.sub("\x1b\\[[0-9]m", "", coloured) == text(page, width=40)


def test_no_line_is_a_command_of_a_runner() -> None:
    told = text((Paragraph("::stop-commands::x\n  ::error::x\n##[group]x"),))
    assert not re.search(r"(?m)^\s*::|##\[", told)


PIECES = ("kunta", "hyvinvointialueen", LONG, "–", "x", "2024-05-14", "日本語", "(ruoka-apu)", " ")


@pytest.mark.parametrize("seed", range(40))
def test_no_line_is_wider_than_the_page_and_no_letter_is_lost(seed: int) -> None:
    chance = random.Random(seed)

    def said() -> str:
        return " ".join(chance.choices(PIECES, k=chance.randint(1, 12)))

    width = chance.choice((40, 80, 120))
    columns = chance.randint(1, 6)
    rows: list[tuple[Cell, ...]] = [tuple(said() for _ in range(columns)) for _ in range(4)]
    page = (
        Paragraph(said()),
        Bullets((said(), said())),
        Pairs((("Name", said()), ("A longer name", said()))),
        Table(tuple(f"Title {n}" for n in range(columns)), tuple(rows)),
    )
    told = text(page, width=width)
    assert max(map(columns_of, told.splitlines())) <= width
    for letter in "日?–":
        assert told.count(letter) == str(page).count(letter), letter
    for part in wrapped(said(), 7):
        assert columns_of(part) <= 7
