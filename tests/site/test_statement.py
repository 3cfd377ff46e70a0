"""Terms, contact and the accessibility statement: what the data tells, and no word more."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.conftest import LIVED, SHIPPED, Yp
from tests.report.pages import parsed, text_of
from tests.site.written import DAY, links, made, main_of, rows, tree, write
from yhdyspinta_cli import language
from yhdyspinta_cli.vocabulary import BINDINGS, ROLES, SITUATIONS, STANDINGS
from yhdyspinta_cli.wording import obligations, words

STATED = """\
accessibility:
  conforms: partially
  shortcomings:
    - Vanhoja liitteitä ei ole muutettu.
  tested: Itse arvioitu näppäimistöllä.
  day: 2025-11-03
  feedback: kirjaamo@hallavesi.example
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    root = tmp_path / "region"
    shutil.copytree(LIVED / "data", root / "data")
    return root


def stating(root: Path, told: str, country: str = "") -> Path:
    path = root / "data/agreement.yaml"
    text = path.read_text("utf-8")
    assert "\ndocuments:\n" in text
    text = text.replace("\ndocuments:\n", f"\n{told}documents:\n", 1)
    if country:
        text = text.replace("\nlanguage:", f'\ncountry: "{country}"\nlanguage:', 1)
    path.write_text(text, "utf-8")
    return root


def statement(root: Path) -> str:
    raw = made(root, date.fromisoformat(DAY))["accessibility.html"]
    main = parsed(raw.decode()).find(".//main")
    assert main is not None
    return text_of(main)


@pytest.mark.proof
def test_what_the_publisher_has_not_stated_is_said_and_told_on_stderr(
    lived_site: Path, tmp_path: Path, base: Path
) -> None:
    told = text_of(main_of(lived_site, "accessibility.html"))
    assert "Julkaisija ei ole ilmoittanut, miten hyvin sivusto täyttää vaatimukset." in told
    assert told.count("ei kerrottu") == 2
    assert "Julkaisija ei ole kertonut, milloin seloste on laadittu." in told
    assert "ei ole ilmoittanut, kuka ottaa vastaan palautetta" in told
    assert "täyttää vaatimukset osittain" not in told
    err = write(tmp_path / "site", "--as-of", DAY, root=base)
    (line,) = [one for one in err.splitlines() if "accessibility statement lacks" in one]
    for key in ("conforms", "tested", "day", "feedback", "data/agreement.yaml"):
        assert key in line
    assert "shortcomings" not in line


@pytest.mark.proof
def test_what_it_has_stated_stands_there(base: Path, yp: Yp, tmp_path: Path) -> None:
    root = stating(base, STATED)
    assert yp("validate", cwd=root).code == 0
    told = statement(root)
    assert "sivusto täyttää vaatimukset osittain" in told
    assert "Vanhoja liitteitä ei ole muutettu." in told
    assert "Itse arvioitu näppäimistöllä." in told
    assert "kirjaamo@hallavesi.example" in told
    assert "3.11.2025" in told
    assert "ei kerrottu" not in told
    assert "accessibility" not in write(tmp_path / "site", "--as-of", DAY, root=root)
    agreement = yp("list", "agreements", "--json", cwd=root).out
    (key,) = re.findall(r'"id": "([^"]+)"', agreement)
    assert "kirjaamo@hallavesi.example" in yp("show", key, cwd=root).out


@pytest.mark.proof
def test_templates_of_ones_own_are_said_not_to_be_tested(
    lived_site: Path, tmp_path: Path, base: Path
) -> None:
    words = "Tällä sivustolla on omia sivupohjia: ohjelman tekijät eivät ole testanneet niitä."
    assert words not in text_of(main_of(lived_site, "accessibility.html"))
    (base / "templates/site").mkdir(parents=True)
    # A copy of a packaged one, as in the program's own repository, is what was tested.
    shutil.copy(SHIPPED / "templates/site/search.j2", base / "templates/site/search.j2")
    write(tmp_path / "site", "--as-of", DAY, root=base)
    assert words not in text_of(main_of(tmp_path / "site", "accessibility.html"))
    (base / "templates/site/search.j2").write_text("<p>Haku</p>\n", "utf-8")
    write(tmp_path / "site", "--as-of", DAY, root=base)
    assert words in text_of(main_of(tmp_path / "site", "accessibility.html"))
    write(tmp_path / "site", "--as-of", DAY, "--builtin-templates", root=base)
    assert words not in text_of(main_of(tmp_path / "site", "accessibility.html"))


def test_in_finland_it_names_the_law_and_the_supervisor(base: Path) -> None:
    told = statement(base)
    for words_of_law in ("306/2019", "606/2024", "Traficom", "14 päivän", "WCAG 2.1", "1.1.2025"):
        assert words_of_law in told, words_of_law


@pytest.mark.proof
def test_elsewhere_it_names_the_directive_and_no_finnish_authority(base: Path) -> None:
    told = statement(stating(base, "", "NO"))
    assert "2016/2102" in told
    assert "Traficom" not in told
    assert "306/2019" not in told


def test_a_persons_address_takes_no_feedback(base: Path, yp: Yp) -> None:
    address = "aino.keksitty@hallavesi.example"
    root = stating(base, STATED.replace("kirjaamo@hallavesi.example", address))
    done = yp("validate", cwd=root)
    assert "YP705" in done.out
    assert address not in done.out


@pytest.mark.parametrize(
    "wrong", ["conforms: melkein", "feedback: https://palaute.example", "x: 1"]
)
def test_what_is_no_statement_is_refused(base: Path, yp: Yp, wrong: str) -> None:
    done = yp("validate", cwd=stating(base, f"accessibility:\n  {wrong}\n"))
    assert done.code == 1
    assert "accessibility" in done.out or wrong.partition(":")[0] in done.out


def test_every_word_of_an_answer_has_a_meaning(lived_site: Path) -> None:
    told = main_of(lived_site, "terms.html")
    terms = {text_of(one) for one in told.iter("dt")}
    meanings = [text_of(one) for one in told.iter("dd")]
    assert all(meanings)
    with language.speaking("fi"):
        wanted = {
            *map(words.word, (*ROLES, *BINDINGS)),
            *map(obligations.standing_word, STANDINGS),
        }
        for state in SITUATIONS:
            assert any(term.endswith(words.word(state)) for term in terms), state
    assert wanted <= terms
    assert main_of(lived_site, "terms.html").find(".//h2[@id='abbreviations']") is not None


@pytest.mark.proof
def test_only_addresses_of_roles_are_given(base: Path) -> None:
    path = base / "data/parties.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace(
            "  - id: hallavesi\n", "  - id: hallavesi\n    contact: kirjaamo@h.example\n", 1
        ),
        "utf-8",
    )
    main = parsed(made(base, date.fromisoformat(DAY))["contact.html"].decode()).find(".//main")
    assert main is not None
    assert "mailto:kirjaamo@h.example" in links(main)
    assert "Osoitetta ei ole ilmoitettu" in text_of(main)


def test_without_addresses_it_says_whose_are_missing(lived_site: Path) -> None:
    assert rows(lived_site, "contact.html") == []
    assert "Hallavesi" in text_of(main_of(lived_site, "contact.html"))


def test_every_page_leads_to_them(lived_site: Path) -> None:
    for path, raw in tree(lived_site).items():
        if path.endswith(".html"):
            foot = raw.decode().rpartition("<footer")[2]
            for name in ("terms.html", "contact.html", "accessibility.html"):
                assert f'{name}"' in foot, (path, name)
