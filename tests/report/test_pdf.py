"""The report as a PDF: what one hears of it, finds in it, and sees where it cannot be made."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, LIVED_ON, SHIPPED, Yp
from tests.report.pages import rendered

BLOCKED = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name == "weasyprint":
            raise {error}
sys.meta_path.insert(0, Blocked())
sys.argv = ["yp", "report", "--year", "2023", "--format", "pdf"]
from yhdyspinta_cli.__main__ import main
main()
"""


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            'ModuleNotFoundError("weasyprint")',
            ["WeasyPrint", '-m pip install "yhdyspinta-cli[pdf]"'],
        ),
        ('OSError("libpango")', ["Pango", "apt-get install libpango-1.0-0 libpangoft2-1.0-0"]),
    ],
)
def test_one_line_tells_what_to_install(error: str, told: list[str], region: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED.format(error=error)],
        cwd=region,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 2
    for words in told:
        assert words in done.stderr


def test_nothing_of_the_data_leaves_the_string_of_the_running_head() -> None:
    from yhdyspinta_cli.report import html

    hostile = '</style><script>"} * { color: red } \\22 ; @import url(x) /*'
    written = html.css_string(hostile)
    assert re.fullmatch(r'"(?:\w| |[.,:–-]|\\[0-9a-f]+ )*"', written)


proof = pytest.mark.proof
YEAR = ("--year", "2024")
REPORTS = {
    "lived": (LIVED, YEAR),
    "lived-brief": (LIVED, (*YEAR, "--only", "brief")),
    "lived-party": (LIVED, (*YEAR, "--party", "hallavesi")),
    "lived-interface": (LIVED, (*YEAR, "--interface", "a")),
    "lived-chapter": (LIVED, (*YEAR, "--only", "parties")),
    "lived-forum": (LIVED, ("--for", "yhteistyofoorumi", "--on", "2024-11-15")),
    "shipped": (SHIPPED, YEAR),
    "shipped-brief": (SHIPPED, (*YEAR, "--only", "brief")),
    "shipped-forum": (SHIPPED, ("--for", "kuntafoorumi", "--on", "2024-11-15")),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The reports that were made so far, by their names in `REPORTS`."""
    return {}


@pytest.fixture(params=REPORTS)
def printed(
    request: pytest.FixtureRequest,
    made: dict[str, Path],
    tmp_path_factory: pytest.TempPathFactory,
    yp: Yp,
) -> Path:
    """A report as a PDF, made once."""
    name = request.param
    if name not in made:
        root, arguments = REPORTS[name]
        path = tmp_path_factory.mktemp("pdf") / f"{name}.pdf"
        done = yp("report", *arguments, "-o", str(path), cwd=root)
        assert done.code == 0, done.err
        made[name] = path
    return made[name]


def parts(pdf: Any) -> Iterator[Any]:
    """Every part of the structure tree, from its root on."""
    from pikepdf import Array, Dictionary

    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        found = waiting.pop()
        if isinstance(found, Array):
            waiting.extend(found)
        elif isinstance(found, Dictionary) and "/S" in found:
            yield found
            waiting.append(found.get("/K"))


def text_of(path: Path, *options: str) -> str:
    return subprocess.run(
        ["pdftotext", *options, str(path), "-"], capture_output=True, text=True, check=True
    ).stdout


@proof
def test_a_pdf_says_that_it_is_for_everybody(printed: Path) -> None:
    import pikepdf

    with pikepdf.open(printed) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang == "fi"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        about = pdf.open_metadata()
        assert about["pdfuaid:part"] == "1"
        assert about["dc:title"] == str(pdf.docinfo["/Title"])
        assert "2024" in about["dc:title"]
        assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo.keys())
        chapters = [item.title for item in pdf.open_outline().root[0].children]
        assert chapters
        heads = [part for part in parts(pdf) if part.S == "/H2"]
        assert len(heads) >= len(chapters)


@proof
def test_every_picture_is_told_and_every_head_says_of_what(printed: Path, yp: Yp) -> None:
    import pikepdf

    root, arguments = REPORTS[printed.stem]
    page = yp("report", *arguments, "--format", "html", cwd=root).out
    with pikepdf.open(printed) as pdf:
        found = list(parts(pdf))
        kinds = {str(part.S) for part in found}
        assert {"/Document", "/H1", "/H2", "/P"} <= kinds
        figures = [part for part in found if part.S == "/Figure"]
        assert len(figures) == page.count("<svg")
        assert [part for part in figures if not str(part.get("/Alt", "")).strip()] == []
        heads = [part for part in found if part.S == "/TH"]
        assert {str(part.A.get("/Scope")) for part in heads} <= {"/Column", "/Row"}
        if "/Table" in kinds:
            assert {str(part.A.Scope) for part in heads} == {"/Column", "/Row"}
        # Hatches are lines: viewers draw the tiles of a pattern with seams between them.
        assert not [page for page in pdf.pages if page.Resources.get("/Pattern", {})]


@proof
def test_every_long_word_of_the_page_is_found_in_the_pdf(printed: Path, yp: Yp) -> None:
    name = printed.stem
    root, arguments = REPORTS[name]
    page = yp("report", *arguments, "--format", "html", cwd=root).out
    _head, _start, body = page.partition("<main")
    if name.endswith("-brief"):
        # Its two pages have no room for what tells of the program.
        body, _end, _foot = body.partition("</main>")
    body = re.sub(r"<svg.*?</svg>", " ", body, flags=re.DOTALL)
    words = set(re.findall(r"\w{16,}", re.sub(r"<[^>]*>", " ", body)))
    assert len(words) > 5
    told = text_of(printed)
    assert "\u00ad" not in told
    assert {word for word in words if word not in told} == set()


@proof
def test_the_same_data_gives_the_same_pdf(printed: Path, tmp_path: Path, yp: Yp) -> None:
    root, arguments = REPORTS[printed.stem]
    again = tmp_path / "again.pdf"
    assert yp("report", *arguments, "-o", str(again), cwd=root).code == 0
    assert again.read_bytes() == printed.read_bytes()


BRIEFS = [
    pytest.param(root, ("--year", year, *day, "--only", "brief"), 2, id=f"brief-{base}-{year}")
    for base, root, years, day in (
        ("shipped", SHIPPED, ("2023", "2024", "2025"), ()),
        ("lived", LIVED, ("2023", "2024", "2025"), ()),
        # The sequel's year is not over: its day stands still, whenever this is run.
        ("lived_on", LIVED_ON, ("2026",), ("--as-of", "2026-11-26")),
    )
    for year in years
]
PAPERS = [
    pytest.param(root, ("--for", body, "--on", day), 4, id=f"paper-{base}-{day}")
    for base, root, body, days in (
        ("shipped", SHIPPED, "kuntafoorumi", ("2024-11-15", "2025-03-15", "2025-10-16")),
        ("lived", LIVED, "yhteistyofoorumi", ("2024-11-15", "2025-10-16")),
        ("lived_on", LIVED_ON, "yhteistyofoorumi", ("2026-11-26",)),
    )
    for day in days
]


@proof
@pytest.mark.parametrize(("root", "line", "most"), [*BRIEFS, *PAPERS])
def test_a_brief_takes_two_pages_and_a_meeting_s_paper_four(
    yp: Yp, tmp_path: Path, root: Path, line: tuple[str, ...], most: int
) -> None:
    import pikepdf

    path = tmp_path / "short.pdf"
    done = yp("report", *line, "--lang", "fi", "-o", str(path), cwd=root)
    assert done.code == 0, done.err
    with pikepdf.open(path) as pdf:
        assert 2 <= len(pdf.pages) <= most


@proof
def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    from yhdyspinta_cli.report import pdf

    def refused(*_arguments: object) -> None:
        raise AssertionError("somebody wants to be connected")

    monkeypatch.setattr(socket.socket, "connect", refused)
    page = rendered(LIVED, "html", year=2024, party="hallavesi")
    hostile = (
        '<img src="https://example.org/p.png" alt="kuva">'
        '<img src="file:///etc/hostname" alt="kuva"><link rel="stylesheet" href="http://example.org/">'
    )
    written = pdf.of(page.replace("</main>", hostile + "</main>"))
    assert written.startswith(b"%PDF-1.7")


@proof
def test_pages_are_numbered_and_headed_and_the_contents_lead_to_them(
    yp: Yp, tmp_path: Path
) -> None:
    path = tmp_path / "year.pdf"
    assert yp("report", "--year", "2024", "-o", str(path), cwd=LIVED).code == 0
    pages = text_of(path, "-layout").split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in page.strip().splitlines()[-1]
    for page in pages[1:]:
        assert "vuosiraportti 2024" in page.strip().splitlines()[0].lower()
        assert "31.12.2024" in page.strip().splitlines()[0]
    told = "\n".join(pages)
    listed = re.findall(r"\d+\. ([^.\n]+?) ?\.{3,} ?(\d+)", told)
    assert len(listed) > 5
    for title, number in listed:
        assert title.strip() in pages[int(number) - 1]
