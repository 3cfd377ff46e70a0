"""A site in another language says the names that the data has in it, as the report does."""

import re
import shutil
from pathlib import Path

from tests.conftest import LIVED
from tests.site.written import DAY, words_of_ours_marked, write

TRANSLATED = """\
id: sv
texts:
  - id: palveluverkko
    field: title
    text: Gemensam planering av servicenätet
  - id: hallavesi
    field: name
    text: Hallvatten
  - id: laki-501-2021
    field: title
    text: Lag om regionsamarbete
"""


def test_translated_names_stand_on_every_page_that_says_them(tmp_path: Path) -> None:
    root = tmp_path / "base"
    shutil.copytree(LIVED / "data", root / "data")
    (root / "data/translations").mkdir()
    (root / "data/translations/sv.yaml").write_text(TRANSLATED, "utf-8")
    write(tmp_path / "site", "--as-of", DAY, "--lang", "sv", root=root)
    page = (tmp_path / "site/measures/palveluverkko.html").read_text("utf-8")
    assert '<html lang="sv">' in page
    assert "Gemensam planering av servicenätet</h1>" in page
    assert "Palveluverkon yhteinen suunnittelu" not in page
    party = (tmp_path / "site/parties/hallavesi.html").read_text("utf-8")
    assert "Hallvatten</h1>" in party
    for path in ("index.html", "measures/index.html", "feed.xml"):
        text = (tmp_path / "site" / path).read_text("utf-8")
        assert "Palveluverkon yhteinen suunnittelu" not in text, path
    act = (tmp_path / "site/acts/laki-501-2021.html").read_text("utf-8")
    # The number of an act stands beside its name, and neither is in another language.
    assert "<h1>Lag om regionsamarbete (501/2021)</h1>" in act
    assert "<title>Lag om regionsamarbete (501/2021) – " in act
    assert '<li aria-current="page">Lag om regionsamarbete (501/2021)</li>' in act
    pages = [*(tmp_path / "site").rglob("*.html")]
    assert len(pages) > 100
    assert {one.name: found for one in pages if (found := words_of_ours_marked(one, root))} == {}
    assert any(re.search('<span lang="fi">', one.read_text("utf-8")) for one in pages)
