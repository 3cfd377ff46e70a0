"""A site in another language says the names that the data has in it, as the report does."""

import shutil
from pathlib import Path

from tests.conftest import LIVED
from tests.site.written import DAY, write

TRANSLATED = """\
id: sv
texts:
  - id: palveluverkko
    field: title
    text: Gemensam planering av servicenätet
  - id: hallavesi
    field: name
    text: Hallvatten
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
