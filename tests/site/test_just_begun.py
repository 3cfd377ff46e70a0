"""A site of a base that `yp init` has just made: a page or two of each kind, and no noise."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.report.pages import text_of
from tests.site.written import main_of, write

INIT = (
    *("init", ".", "--title", "Saaren sopimus", "--region", "Saari", "--language", "fi"),
    *("--start", "2026-01-01", "--party", "Saaren hyvinvointialue", "--party", "Luodon kunta"),
)


@pytest.fixture(scope="module")
def begun_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a base of two parties and one measure, of which nothing is told yet."""
    root, folder = (tmp_path_factory.mktemp("begun") / name for name in ("base", "site"))
    root.mkdir()
    subprocess.run([sys.executable, "-m", "yhdyspinta_cli", *INIT], cwd=root, check=True)
    write(folder, "--as-of", "2026-02-01", root=root)
    return folder


def test_empty_lists_are_told_of_in_one_line_and_stand_in_no_row(begun_site: Path) -> None:
    index = main_of(begun_site, "lists/index.html")
    assert [text_of(item) for item in index.iter("li")] == [
        "Toimenpiteet, joista ei ole kuultu 1",
        "Toimenpiteet, joiden tilanteesta ei ole tietoa 1",
        "Esimerkkiyhdyspinta 1",
        "Saaren hyvinvointialue 1",
        "Luodon kunta 1",
    ]
    empty = [text_of(one) for one in index.iter("p") if text_of(one).startswith("Ei yhtään: ")]
    assert len(empty) == 4
    assert "Keskeytetyt toimenpiteet; Perutut toimenpiteet" in empty[1]
    # Their addresses stay.
    assert (begun_site / "lists/state-paused.html").exists()
    paused = main_of(begun_site, "lists/bodies.html")
    assert text_of(paused).endswith("Ei yhtään, tilanne 1.2.2026.")
    row = ["lists/silent.html"]
    while True:
        page = (begun_site / row[-1]).read_text("utf-8")
        found = re.search(r'href="([^"]+)" rel="next"', page)
        if found is None:
            break
        row.append(f"lists/{found[1]}")
    assert row == [
        *("lists/silent.html", "lists/state-no-information.html", "lists/interface-a.html"),
        *("lists/party-saaren-hyvinvointialue.html", "lists/party-luodon-kunta.html"),
    ]


def test_the_tiles_say_their_number_with_its_noun(begun_site: Path, lived_site: Path) -> None:
    def tiles(site: Path) -> list[str]:
        (found,) = [
            one for one in main_of(site, "index.html").iter("ul") if one.get("class") == "ways"
        ]
        return [text_of(one) for one in found]

    assert tiles(begun_site) == ["1 toimenpide", "2 osapuolta", "1 vuosiraportti"]
    assert tiles(lived_site)[:3] == ["30 toimenpidettä", "12 osapuolta", "14 rakennetta"]


def test_who_wants_to_reach_the_publisher_is_told_how(begun_site: Path) -> None:
    told = text_of(main_of(begun_site, "contact.html"))
    assert "Julkaisijan tavoittaa sen omien verkkosivujen tai kirjaamon kautta." in told
    assert "Osoitteet ovat" not in told
