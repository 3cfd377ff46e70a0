"""What a link says of where it leads: to another site, to this one, to a mailbox, to a calendar."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import LIVED
from tests.report.pages import parsed, text_of
from tests.site import sites, written
from tests.site.test_statement import STATED, stating

URL = "https://tuulikannas.example/sopimus/"


@pytest.fixture
def stated(tmp_path: Path) -> Path:
    shutil.copytree(LIVED / "data", tmp_path / "data")
    return stating(tmp_path, STATED)


def test_only_what_is_elsewhere_is_called_another_site(stated: Path) -> None:
    pages = written.made(stated, date.fromisoformat(written.DAY), URL)
    links = {}
    for path in ("accessibility.html", "contact.html"):
        for link in parsed(pages[path].decode()).iter("a"):
            links[link.get("href", "")] = text_of(link)
    assert links["mailto:kirjaamo@hallavesi.example"] == "kirjaamo@hallavesi.example"
    assert links["mailto:saavutettavuus@traficom.fi"] == "saavutettavuus@traficom.fi"
    assert links[URL] == URL
    assert links["https://www.saavutettavuusvaatimukset.fi/"].endswith("(toinen sivusto)")
    assert links["https://tuulikannas.example"].endswith("(toinen sivusto)")


def test_a_party_and_a_body_lead_to_their_own_calendar() -> None:
    files = sites.made("lived")
    seen = 0
    for path, page in sites.pages("lived").items():
        folder, _slash, name = path.partition("/")
        whose = {"parties": "party", "bodies": "body"}.get(folder)
        if whose is None or name == "index.html":
            continue
        own = f"calendar/{whose}-{name.removesuffix('.html')}.ics"
        links = re.findall(r'<a href="../(calendar/[^"]+)"', page)
        assert links == ([own] if own in files else []), path
        assert (f'type="text/calendar" title="Kalenteri" href="../{own}"' in page) == bool(links)
        seen += len(links)
    assert seen > 15


def test_what_is_open_of_a_measure_begins_as_a_sentence() -> None:
    seen = 0
    for page in sites.pages("lived").values():
        for item in parsed(page).iterfind(".//ul[@class='open']/li"):
            text = text_of(item)
            assert text[0].isupper() or not text[0].isalpha(), text
            assert text.endswith((".", "!", "?")), text
            seen += 1
    assert seen > 30
