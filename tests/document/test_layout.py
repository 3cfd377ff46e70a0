"""The canonical layout: what is put where, and that nothing of a file is lost by it."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yhdyspinta_cli.document import layout
from yhdyspinta_cli.document.reader import read


def values_of(text: str) -> Any:
    tree, faults = read("", text.encode())
    assert tree is not None
    assert not faults, faults
    return tree.plain()


def laid_out(text: str) -> str:
    """Lay a file out with its keys in the order in which they stand."""
    return layout.laid_out(text, values_of(text))


CASES = {
    "what has no need of quotes loses them, what has is in double ones": (
        "a: 'kunta'\nb: \"4 a\"\nc: 'no'\nd: 'Luonnos: x'\ne: \"12\"\nf: \"a #b\"\n",
        'a: kunta\nb: 4 a\nc: "no"\nd: "Luonnos: x"\ne: "12"\nf: "a #b"\n',
    ),
    "a text stands on one line, several lines below their key": (
        "a: >-\n  yksi\n  kaksi\nb: yksi\n  kaksi\nc: |\n  yksi\n\n  kaksi\n",
        "a: yksi kaksi\nb: yksi kaksi\nc: |\n  yksi\n\n  kaksi\n",
    ),
    "brackets become lines, dashes are indented, empty ones stay": (
        "a: [x, {b: 1, c: [0.10]}]\nd:\n- x\n-   z\ne: []\nf: {}\n",
        "a:\n  - x\n  - b: 1\n    c:\n      - 0.10\nd:\n  - x\n  - z\ne: []\nf: {}\n",
    ),
    "no line ends with a blank and one empty line is left of several": (
        "\n\na:   1   \n\n\n\nb:\n  - x   \n\n",
        "a: 1\n\nb:\n  - x\n",
    ),
    "what is empty stays empty": ("a:\nb: null\nc:\n  - \n  - x\n", "a:\nb:\nc:\n  -\n  - x\n"),
    "a comment above a key, at its end, in front of all and behind all": (
        "# alku\n\na: 1 # yksi\n    # kahden yllä\nb: 2\n\n# loppu\n",
        "# alku\n\na: 1  # yksi\n  # kahden yllä\nb: 2\n\n# loppu\n",
    ),
    "comments between and behind the items of a list": (
        "a:\n  # x yllä\n  - x # x\n# z yllä\n  - z\n  # listan lopussa\nb: 1\n",
        "a:\n  # x yllä\n  - x  # x\n  # z yllä\n  - z\n  # listan lopussa\nb: 1\n",
    ),
    "a comment behind a dash stands above the item": (
        "a:\n  - # miksi\n    b: 1\n    # alla\n  - b: 2\n",
        "a:\n  # miksi\n  - b: 1\n    # alla\n  - b: 2\n",
    ),
    "comments inside brackets and at their end": (
        "a: [x, # x\n  # z yllä\n  z] # lopussa\n",
        "a:  # x\n  - x\n  # z yllä\n  - z  # lopussa\n",
    ),
    "a comment where nothing stands yet": (
        "a:\n  # ei vielä\nb:\n  - c: 1\n",
        "a:\n  # ei vielä\nb:\n  - c: 1\n",
    ),
    "a comment at the head of a text of several lines, and no comment inside one": (
        "a: >- # otsake\n  yksi # ei\n  kaksi\nb: |- # otsake\n  # ei\n\n\n  x\nc: 1\n",
        'a: "yksi # ei kaksi"  # otsake\nb: |-  # otsake\n  # ei\n\n\n  x\nc: 1\n',
    ),
    "a marked document, and one that holds nothing": (
        "# x\n--- # z\n{} # u\n",
        "# x\n# z\n# u\n{}\n",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_file_is_laid_out(case: str) -> None:
    written, canonical = CASES[case]
    assert laid_out(written) == canonical
    assert laid_out(canonical) == canonical
    assert values_of(canonical) == values_of(written)


def test_comments_go_with_their_key_where_the_keys_take_another_order() -> None:
    old = "# tiedosto\n# b yllä\nb: 1 # b\n\n# a yllä\na:\n  - c: 1\n    # c alla\n# loppu\n"
    assert layout.laid_out(old, {"a": [{"c": 1}], "b": 1}) == (
        "# tiedosto\n# b yllä\n\n# a yllä\na:\n  - c: 1\n    # c alla\nb: 1  # b\n# loppu\n"
    )


WORDS = (
    "kunta",
    "4 a",
    "no",
    "12",
    "x # y",
    "#x",
    "Luonnos: x",
    "- x",
    "rivi\n\ntoinen",
    "a\nb\n",
    "",
)
SCALARS = st.sampled_from(WORDS) | st.integers(-9, 99) | st.booleans() | st.none()
KEYS = st.sampled_from(("id", "on", "nimi", "ä b", "x"))
VALUES = st.recursive(
    SCALARS,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(KEYS, inside, max_size=3),
    max_leaves=6,
)


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file as somebody writes it: any layout that means the same, and comments anywhere."""
    import yaml

    values = draw(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
    plain = yaml.safe_dump(
        values,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=draw(st.sampled_from((False, None))),
        width=draw(st.sampled_from((10, 80))),
        indent=draw(st.sampled_from((2, 4))),
    )
    lines = []
    for line in plain.split("\n"):
        if draw(st.integers(0, 3)) == 0:
            lines.append(" " * draw(st.sampled_from((0, 1, 2, 4, 9))) + draw(COMMENTS))
        lines.append(line + draw(st.sampled_from(("", "", "", "  ", " # vieressä"))))
    return "\n".join(lines)


COMMENTS = st.sampled_from(("", "# a", "#b ", "# - id: c"))


@settings(max_examples=250)
@given(files())
def test_nothing_is_lost_and_the_second_time_changes_nothing(written: str) -> None:
    tree, faults = read("", written.encode())
    if tree is None or faults:
        # A comment has cut a text in two, or a key is no text: the reader refuses it.
        return
    once = laid_out(written)
    again, found = read("", once.encode())
    assert not found
    assert again is not None
    assert again.plain() == tree.plain()
    assert layout.comments(once) == layout.comments(written)
    assert laid_out(once) == once
    assert not any(line != line.rstrip() for line in once.split("\n"))
