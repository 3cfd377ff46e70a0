"""Every picture says its message in its title, and in its description the numbers that it draws.

The numbers are read back from the description and compared with the table beside the picture.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from tests.conftest import LIVED, LIVED_ON, SHIPPED, TESTS, Yp
from yhdyspinta_cli.report import page_tree
from yhdyspinta_cli.report.page_tree import PageNode

PAGES = {
    "shipped": (SHIPPED, "2023", "fi"),
    "lived": (LIVED, "2024", "fi"),
    "lived-en": (LIVED, "2025", "en"),
    "sequel": (LIVED_ON, "2026", "fi"),
    "helse": (TESTS / "helse", "2024", "en"),
}
KINDS = (
    *("picture-brief", "picture-interfaces", "picture-goals", "picture-years", "picture-matrix"),
    *("picture-loads", "picture-strip", "course", "brief-course"),
)
COMPLETED = {"fi": "Valmis", "en": "Completed"}

Row = list[PageNode]


@dataclass(frozen=True, slots=True)
class Page:
    """The title and the description of each picture, and the rows of each table, by their ids."""

    pictures: dict[str, tuple[str, str]]
    tables: dict[str, list[Row]]
    boxes: dict[str, list[str]]

    def texts(self, table: str) -> list[list[str]]:
        return [[page_tree.text(cell) for cell in row] for row in self.tables[table]]


_READ: dict[str, Page] = {}
Read = Callable[[str], Page]


@pytest.fixture
def read(yp: Yp) -> Read:
    def page(name: str) -> Page:
        if name not in _READ:
            folder, year, tongue = PAGES[name]
            wanted = ("report", "--year", year, "--format", "html", "--lang", tongue)
            done = yp(*wanted, cwd=folder)
            assert done.code == 0, done.err
            _READ[name] = _page(page_tree.parsed(done.out))
        return _READ[name]

    return page


def _page(tree: PageNode) -> Page:
    pictures, tables, boxes = {}, {}, {}
    for picture in tree.all("svg"):
        if picture.attributes.get("role") == "img":
            title, desc = picture.first("title"), picture.first("desc")
            key = title.attributes["id"].removesuffix("-t")
            pictures[key] = (page_tree.text(title), page_tree.text(desc))
            boxes[key] = [one.attributes.get("height", "") for one in picture.all("rect")]
    for table in tree.all("table"):
        rows = [list(row.all("th", "td")) for row in table.all("tr")]
        tables[table.first("caption").attributes.get("id", "")] = rows
    return Page(pictures, tables, boxes)


def _parts(desc: str, names: list[str]) -> list[str]:
    """The description cut where it comes to each name, in the order of the table."""
    ends, at = [], 0
    for name in names:
        start = desc.index(f"{name}: ", at)
        ends.append(start)
        at = start + len(name) + 2
    cut = [*ends, len(desc)]
    return [
        desc[start + len(name) + 2 : end].strip().rstrip(".")
        for start, end, name in zip(cut, cut[1:], names, strict=False)
    ]


def _numbers(part: str) -> dict[str, int]:
    """“in progress 5, disputed 1” -> what is counted, and how often."""
    return {words: int(n) for words, n in re.findall(r"([^\W\d][^,;:]*?) (\d+)(?=[,;.]|$)", part)}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_picture_is_in_one_of_the_reports(read: Read, kind: str) -> None:
    assert any(
        re.fullmatch(rf"{kind}(-\d+)?", one) for page in PAGES for one in read(page).pictures
    )


@pytest.mark.parametrize("page", PAGES)
def test_a_title_is_a_message_and_a_description_has_numbers_or_answers(
    read: Read, page: str
) -> None:
    for key, (title, desc) in read(page).pictures.items():
        assert re.search(r"\d|yksikään|none|No ", title), (key, title)
        assert re.search(r"\d", desc), (key, desc)
        assert not re.search(r"\b0\b|: [^:]*: [^:]*: ", title), (key, title)
        # How a picture is drawn is seen, and of no use to who hears it.
        assert not re.search(r"viiva|palkki|ruutu|bar\b|square|line\b", title + desc), (key, desc)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("kind", ["interfaces", "goals"])
def test_bars_say_the_numbers_of_their_table(read: Read, page: str, kind: str) -> None:
    found = read(page)
    if f"picture-{kind}" not in found.pictures:
        return
    head, *rows = found.texts(f"table-{kind}")
    states = [state.lower() for state in head[2:]]
    parts = _parts(found.pictures[f"picture-{kind}"][1], [row[0] for row in rows])
    for row, part in zip(rows, parts, strict=True):
        for beside, said in enumerate(part.split("; ")):
            # “5 (4)”: five on the day, four on the one compared with.
            cells = [[*re.findall(r"\d+|–", cell), "–"][beside] for cell in row[2:]]
            wanted = {s: int(n) for s, n in zip(states, cells, strict=True) if n != "–"}
            numbers = _numbers(said.partition(", ")[2])
            assert numbers == wanted, (row, said)
            assert sum(numbers.values()) == int(re.findall(r"\d+", row[1])[beside])


@pytest.mark.parametrize("page", PAGES)
def test_the_months_say_the_numbers_of_their_table(read: Read, page: str) -> None:
    found = read(page)
    if "picture-years" not in found.pictures:
        return
    head, *rows = found.texts("table-months")
    parts = _parts(found.pictures["picture-years"][1], [row[0] for row in rows])
    for row, part in zip(rows, parts, strict=True):
        cells = zip(map(str.lower, head[1:]), row[1:], strict=True)
        assert _numbers(part) == {state: int(n) for state, n in cells if n != "–"}
    head, *_rows, last = found.texts("table-years")
    completed = dict(zip(head, last, strict=True)).get(COMPLETED[PAGES[page][2]], "–")
    assert completed == "–" or f" {completed}" in found.pictures["picture-years"][0]


@pytest.mark.parametrize("page", PAGES)
def test_loads_say_the_numbers_of_their_table(read: Read, page: str) -> None:
    found = read(page)
    if "picture-loads" not in found.pictures:
        return
    rows = [row for row in found.texts("table-loads")[1:] if row[1] != "–"]
    title, desc = found.pictures["picture-loads"]
    assert _parts(desc, [row[0] for row in rows]) == [row[1] for row in rows]
    whole = {row[0]: int(row[1].split(" (")[0]) for row in rows if not row[0].startswith("–")}
    first = max(whole.values())
    assert any(f"{name}, {n}" in title for name, n in whole.items() if n == first), title


@pytest.mark.parametrize("page", PAGES)
def test_the_matrix_says_the_numbers_of_its_table(read: Read, page: str) -> None:
    found = read(page)
    if "picture-matrix" not in found.pictures:
        return
    rows = found.tables["table-matrix"][1:]
    texts = found.texts("table-matrix")[1:]
    title, desc = found.pictures["picture-matrix"]
    for row, text, part in zip(rows, texts, _parts(desc, [t[0] for t in texts]), strict=True):
        whole, _semicolon, states = part.partition("; ")
        done = re.search(r"(\d+)(?:/| of )(\d+)( \((?:\d+/\d+|–)\))?$", whole)
        assert (f"{done[1]}/{done[2]}{done[3] or ''}" if done else "–") == text[2].split(" – ")[0]
        numbers = _numbers(states)
        if done:
            assert sum(numbers.values()) == int(done[2])
        for line in (page_tree.text(one) for one in row[3].all("span")):
            state, _colon, names = line.partition(": ")
            if state in numbers and not names.startswith(("all parties", "kaikki osapuolet")):
                assert numbers[state] == len(names.split(", ")), (text[0], line)
    if texts[0][2] != "–":
        assert texts[0][0] in title


@pytest.mark.parametrize("page", PAGES)
def test_the_year_says_how_many_events_there_were_in_each_month(read: Read, page: str) -> None:
    found = read(page)
    if "picture-strip" not in found.pictures or "table-meetings" not in found.tables:
        return
    held, _stop, _rest = found.pictures["picture-strip"][1].partition(". ")
    told = [int(n) for n in re.findall(r" (\d+)(?=[,.]|$)", held)]
    months = Counter(
        month for row in found.texts("table-meetings")[1:] for month in _months(row[0], row[2])
    )
    assert told == [months[one] for one in sorted(months)]


def _months(day: str, whose: str) -> Iterator[int]:
    """The months of an event, or of those of one name that a row puts together."""
    days = r"\d{4}-(\d\d)-\d\d|\d{1,2}\.(\d{1,2})\.\d{4}|\d{4}-(\d\d)"
    found = re.findall(days, day)
    for one in found if len(found) == 1 else re.findall(days, whose):
        yield int("".join(one))


@pytest.mark.parametrize("page", PAGES)
def test_the_course_of_an_indicator_says_its_values(read: Read, page: str) -> None:
    found = read(page)
    head, *rows = found.texts("table-indicators") if "table-indicators" in found.tables else [[]]
    for key, (title, desc) in found.pictures.items():
        number = re.fullmatch(r"course-(\d+)", key)
        if number is None:
            continue
        row = rows[int(number[1]) - 1]
        assert title.startswith(row[0].split(" (")[0][:12]), (title, row[0])
        cells = dict(zip(head[1:-1], row[1:-1], strict=True))
        years = re.findall(r"(\d{4}): ([^.]+)\.", desc)
        if years and [year for year, _said in years] == [one[:4] for one in cells]:
            told = [year for year, said in years if said not in ("ei kerrottu", "not told")]
            assert told == [year[:4] for year, cell in cells.items() if cell != "–"]
        elif "(" in desc:
            values = re.findall(r"[\d,.  −-]*\d \([^()]*\)", desc)
            assert len(values) > 1
            assert all(value.strip(", .") in " ".join(row) for value in values), (values, row)
            assert values[0].strip(", .").split(" (")[0] in title
            assert values[-1].strip(", .").split(" (")[0] in title
        else:
            *numbers, total = map(int, re.findall(r"\d+", desc))
            assert sum(numbers) == total
            assert set(map(int, re.findall(r"\d+", title.rpartition(": ")[2]))) <= {*numbers, total}


@pytest.mark.parametrize("page", PAGES)
def test_no_picture_has_twelve_columns_that_are_alike(read: Read, page: str) -> None:
    for key, heights in read(page).boxes.items():
        if key == "picture-years":
            assert len(set(heights)) > 1
        if key == "picture-strip":
            title, desc = read(page).pictures[key]
            for row in desc.split(". "):
                numbers = re.findall(r" (\d+)(?=[,.]|$)", row)
                assert len(numbers) < 12 or len(set(numbers)) > 1, (title, row)


@pytest.mark.parametrize("page", PAGES)
def test_a_label_stays_within_what_it_tells_of(yp: Yp, page: str) -> None:
    folder, year, tongue = PAGES[page]
    wanted = ("report", "--year", year, "--format", "html", "--lang", tongue)
    tree = page_tree.parsed(yp(*wanted, cwd=folder).out)
    plates = 0
    for picture in tree.all("svg"):
        around = (0.0, 0.0)
        for box in picture.all("rect"):
            start = float(box.attributes["x"])
            end = start + float(box.attributes["width"])
            if "plate" not in box.classes:
                around = start, end
            else:
                plates += 1
                assert around[0] - 0.1 <= start, box.attributes
                assert end <= around[1] + 0.1, box.attributes
    assert plates
