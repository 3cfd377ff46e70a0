"""Items go to the end of a list, and every other byte of the file stays."""

import pytest

from yhdyspinta_cli.document import append
from yhdyspinta_cli.document.reader import read
from yhdyspinta_cli.document.write import UnwritableError

ITEM = {"id": "c", "text": "kaksi\nriviä"}
AS_WRITTEN = "  - id: c\n    text: |-\n      kaksi\n      riviä\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a:\n  - id: b\n", "{item}"),
        ("a:\n  - id: b # loppu\n# huomautus\n", "a:\n  - id: b # loppu\n{item}# huomautus\n"),
        (
            "# alku\na:\n  - id: b\n\nz:\n  - id: d\n",
            "# alku\na:\n  - id: b\n{item}\nz:\n  - id: d\n",
        ),
        ("a:\n  - id: b\n\n  # viimeinen\n  - id: e", "{item}"),
        ("z:\n  - id: d\n", "z:\n  - id: d\na:\n{item}"),
        ("a:\nz:\n  - id: d\n", "a:\n{item}z:\n  - id: d\n"),
        ("", "a:\n{item}"),
    ],
)
def test_items_are_put_in_at_the_end(before: str, after: str) -> None:
    if after == "{item}":
        after = before.rstrip("\n") + "\n{item}"
    made = append.appended(before.encode(), "a", [ITEM]).decode()
    assert made == after.format(item=AS_WRITTEN)


def test_a_list_of_nothing_is_begun() -> None:
    for before in ("a: []\nb: 1\n", "a:  [ ]\nb: 1\n", "a:\nb: 1\n"):
        made = append.appended(before.encode(), "a", [{"id": "c"}])
        assert made == b"a:\n  - id: c\nb: 1\n"
    assert append.appended(b"a: []  # ei\n", "a", [{"id": "c"}]) == b"a:  # ei\n  - id: c\n"


@pytest.mark.parametrize("column", [0, 4])
def test_the_dashes_stand_below_those_that_are_there(column: int) -> None:
    begin = " " * column
    made = append.appended(f"a:\n{begin}- id: b\n{begin}  n: 1\n".encode(), "a", [ITEM])
    assert made.decode().splitlines()[3] == f"{begin}- id: c"
    tree, faults = read("", made)
    assert not faults
    assert tree is not None
    assert tree.plain() == {"a": [{"id": "b", "n": 1}, ITEM]}


def test_line_ends_are_those_of_the_file() -> None:
    made = append.appended(b"a:\r\n  - id: b\r\n", "a", [{"id": "c"}])
    assert made == b"a:\r\n  - id: b\r\n  - id: c\r\n"


@pytest.mark.parametrize("raw", [b"a: [{id: b}]\n", b"- b\n", b"a: 1\n", b"\xff", b"a:"])
def test_other_forms_are_left_alone(raw: bytes) -> None:
    if raw == b"a:":
        assert append.appended(raw, "a", [{"id": "c"}]) == b"a:\n  - id: c\n"
        return
    with pytest.raises(UnwritableError):
        append.appended(raw, "a", [ITEM])
