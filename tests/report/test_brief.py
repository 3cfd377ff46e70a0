"""The first two pages of a yearly report: they name what a meeting must know and decide."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.conftest import LIVED, LIVED_ON, REGION, SHIPPED, TESTS, Yp
from tests.report.pages import parsed, text_of
from yhdyspinta_cli import report, store
from yhdyspinta_cli.facts import region
from yhdyspinta_cli.model.measures import Measure
from yhdyspinta_cli.queries import changes, gaps, obligations, status
from yhdyspinta_cli.report import conflicts
from yhdyspinta_cli.wording.words import word

HELSE = TESTS / "helse"
YEARS = (2023, 2024, 2025)


@cache
def page(root: Path, year: int) -> Element:
    return parsed(written(root, year))


def written(root: Path, year: int, *, day: str = "") -> str:
    """Return the report of a year that is over, or of a day of it, as a page in Finnish."""
    loaded = store.load(root)
    made = report.build(
        loaded.kb,
        year,
        date.fromisoformat(day) if day else date(year, 12, 31),
        language="fi",
        digest=loaded.digest,
        version="VERSION",
        over=not day,
    )
    return report.render(made, "html", [], packaged=store.resource_dir("templates"), word=word)


@cache
def knowledge(root: Path) -> store.Loaded:
    return store.load(root)


def pages_of(tree: Element) -> Element:
    """The section of the two pages."""
    return next(one for one in tree.iter("section") if one.find("h2[@id='brief']") is not None)


def items(brief: Element, heading: str) -> list[Element]:
    """The items of the list after a heading of the two pages."""
    parts = list(brief)
    place = next((n for n, one in enumerate(parts) if one.get("id") == heading), None)
    if place is None:
        return []
    after = parts[place + 1]
    return list(after) if after.tag == "ul" else []


def asked(brief: Element, verb: str) -> str:
    """The decision that begins with these words, empty where none does."""
    found = (text_of(one) for one in items(brief, "brief-decisions"))
    return next((text for text in found if text.startswith(verb)), "")


def assert_named(text: str, titles: list[str]) -> None:
    """Everything is named: nothing of it is hidden behind a number."""
    assert [title for title in titles if title not in text] == []


def left(text: str) -> int:
    """How many a list says that there are beside those it names."""
    counted = re.search(r" ja (\d+) muuta?\b", text)
    return int(counted[1]) if counted else 0


def titles(found: list[gaps.Gap]) -> list[str]:
    return [f"{g.record.code} {g.record.title}" for g in found if isinstance(g.record, Measure)]


@pytest.fixture(params=YEARS)
def year(request: pytest.FixtureRequest) -> int:
    return int(request.param)


def ledger(root: Path, day: date, *kinds: str) -> list[gaps.Gap]:
    found = gaps.ledger(knowledge(root).kb, day, kinds=kinds, over=True)
    return list(found.gaps)


def test_every_duty_missed_is_named_law_first(year: int) -> None:
    kb, day = knowledge(LIVED).kb, date(year, 12, 31)
    missed = [
        s for s in obligations.standings(kb, day, year=year, over=True) if s.state == "missed"
    ]
    named = [text_of(one) for one in items(pages_of(page(LIVED, year)), "brief-missed")]
    by_law = {s.obligation.title for s in missed if "law" in s.forces}
    assert {title for title in by_law if any(title in one for one in named)} == by_law
    laws = ["(laki" in one for one in named]
    assert laws == sorted(laws, reverse=True)
    titles_ = {s.obligation.title for s in missed}
    told = {title for title in titles_ if any(title in one for one in named)}
    rest = re.search(r"Lisäksi jäi tekemättä (\d+|yksi)", text_of(pages_of(page(LIVED, year))))
    assert len(titles_ - told) <= (0 if rest is None else int(rest[1].replace("yksi", "1")))


def test_a_duty_of_which_nothing_is_known_is_told_apart(year: int) -> None:
    kb, day = knowledge(LIVED).kb, date(year, 12, 31)
    found = {
        s.obligation.title
        for s in obligations.standings(kb, day, year=year, over=True)
        if s.state == "not-known"
    }
    told = [text_of(one) for one in pages_of(page(LIVED, year)).iter("p")]
    apart = next((text for text in told if text.startswith("Ei tiedetä, onko tehty:")), "")
    assert bool(apart) == bool(found)
    if found:
        assert any(title in apart for title in found)


def test_every_dispute_is_told_with_who_says_what(year: int) -> None:
    kb, day = knowledge(LIVED).kb, date(year, 12, 31)
    overview = status.overview(kb, region.measures(kb, day), day)
    disputes = conflicts.dispute_rows(kb, overview)
    text = asked(pages_of(page(LIVED, year)), "Ratkaistaan, mikä pitää paikkansa:")
    assert_named(text, [f"{one.code} {one.title}" for one in disputes])
    for one in disputes[:3]:
        assert all(said.by in text for said in one.reports)
    assert bool(text) == bool(disputes)


def test_every_step_back_is_named_before_other_changes(year: int) -> None:
    kb = knowledge(LIVED).kb
    found = changes.between(kb, date(year - 1, 12, 31), date(year, 12, 31))
    back = [one for one in found if one.kind in ("back", "reopened")]
    told = [text_of(one) for one in items(pages_of(page(LIVED, year)), "brief-changes")]
    for one in back:
        name = f"{one.measure.code} {one.measure.title}"
        whose = f"{name}, {one.party.name}:" if one.party else f"{name}:"
        assert any(text.startswith(whose) for text in told[: len(back)]), (whose, told)


def test_every_measure_without_an_owner_is_asked_for(year: int) -> None:
    day = date(year, 12, 31)
    found = ledger(LIVED, day, "nobody-known", "nobody-forgotten", "vague")
    assert found
    assert_named(asked(pages_of(page(LIVED, year)), "Nimetään vastuutaho:"), titles(found))


def test_every_silent_measure_is_asked_about_with_its_days(year: int) -> None:
    day = date(year, 12, 31)
    silent = ledger(LIVED, day, "silent")
    found = silent + ledger(LIVED, day, "no-information")
    text = asked(pages_of(page(LIVED, year)), "Pyydetään tilannetieto:")
    assert_named(text, titles(silent))
    assert sum(title in text for title in titles(found)) + left(text) == len(found)
    oldest = max((gap.age.days for gap in silent), default=0)
    if oldest:
        days = f"{oldest:,}".replace(",", " ")
        assert f"(ei uutta tietoa {days} päivään)" in text.replace("\u00a0", " ")


def test_what_a_remark_says_has_to_be_decided_stands_whole() -> None:
    lists = [one for one in pages_of(page(SHIPPED, 2024)) if one.tag == "ul"]
    stands = [text_of(item) for one in lists for item in one]
    for _record, remark in to_decide():
        # Each in a sentence and an item of its own.
        assert stands.count(remark) == 1
    assert len(to_decide()) == 6


def to_decide() -> list[tuple[str, str]]:
    kb = knowledge(SHIPPED).kb
    every = ((e.record.id, r.to_decide) for e in kb.entries.values() for r in e.record.remarks)
    return [(key, told) for key, told in every if told]


@pytest.mark.parametrize(("root", "of"), [(LIVED, YEARS), (SHIPPED, YEARS), (LIVED_ON, (2026,))])
def test_there_are_at_most_seven_decisions_and_each_begins_with_a_verb(
    root: Path, of: tuple[int, ...]
) -> None:
    for one in of:
        brief = pages_of(page(root, one))
        found = [text_of(item) for item in items(brief, "brief-decisions")]
        assert 1 <= len(found) <= 7
        assert [
            text for text in found if not re.match(r"[A-ZÄÖ][a-zäö]+taan\b|[A-ZÄÖ]\w+ään\b", text)
        ] == []
        assert [text for text in found if not text.endswith(".")] == []


def test_a_decision_without_anything_after_it_says_so(yp: Yp, tmp_path: Path) -> None:
    root = tmp_path / "lived"
    shutil.copytree(LIVED, root)
    words = ("--body", "yhteistyofoorumi", "--decision", "Viestinnästä sovitaan keväällä.")
    done = yp("event", "add", "decision", "Viestintä", "--on", "2025-10-16", *words, cwd=root)
    assert done.code == 0, done.err
    tree = parsed(written(root, 2025))
    found = [text_of(one) for one in items(pages_of(tree), "brief-followed")]
    # What nothing is known of comes first.
    assert found[0].endswith("Viestinnästä sovitaan keväällä. Ei seurantatietoa.")
    assert "J3 Palveluverkon yhteinen suunnittelu käynnissä (2.6.2025" in found[1]


def test_a_decision_promised_by_a_day_of_the_year_is_asked_for() -> None:
    update = "Foorumi päättää sopimuksen päivittämisestä vuoden 2025 loppuun mennessä"
    assert update not in text_of(pages_of(page(LIVED, 2023)))
    text = asked(pages_of(page(LIVED, 2024)), "Tehdään luvattu päätös:")
    assert f"{update} (määräpäivä on 31.12.2025)." in text
    text = asked(
        pages_of(page(LIVED, 2025)), "Päätetään sopimuksen jatkosta: se päättyy 31.12.2026"
    )
    assert f"{update} (määräpäivä oli 31.12.2025, eikä päätöstä ole kirjattu)." in text
    shipped = "Sopimus ja ohjelma päivitetään vuoden 2025 neuvotteluissa"
    for of in (2024, 2025):
        text = asked(pages_of(page(SHIPPED, of)), "Päätetään sopimuksen jatkosta")
        assert f"Luvattu päätös on vielä tekemättä: {shipped}" in text
    # Before its year it stands first on its day, before what comes again every year.
    days = [text_of(one) for one in items(pages_of(page(SHIPPED, 2024)), "brief-next")]
    assert any(one.startswith(f"31.12.2025: sopimus päättyy; {shipped}") for one in days)


def test_nobody_is_asked_to_decide_on_what_follows_once_it_is_signed() -> None:
    def told(day: str) -> str:
        return text_of(pages_of(parsed(written(LIVED_ON, 2026, day=day))))

    before, after = told("2026-11-18"), told("2026-11-19")
    assert "Päätetään sopimuksen jatkosta: se päättyy 31.3.2027" in before
    assert "sopimus päättyy 31.3.2027." in before
    assert "1.1.2027: Yhteistyösopimus 2027–2030" not in before
    assert "sopimuksen jatkosta" not in after
    assert "sopimus päättyy" not in after
    assert "1.1.2027: Yhteistyösopimus 2027–2030 tulee voimaan." in after


def test_what_a_decision_met_late_is_told_to_be_late() -> None:
    tree = pages_of(parsed(written(LIVED_ON, 2026, day="2026-11-26")))
    found = [text_of(one) for one in items(tree, "brief-followed")]
    late = "Sillä toteutui myöhässä: Foorumi päättää sopimuksen päivittämisestä vuoden 2025"
    assert sum(late in one for one in found) == 1
    assert any("(määräpäivä oli 31.12.2025)." in one for one in found if late in one)


def test_what_was_missed_is_told_in_sentences(year: int) -> None:
    found = [text_of(one).replace("\u00a0", " ") for one in items(
        pages_of(page(LIVED, year)), "brief-missed")]  # fmt: skip
    assert found
    for line in found:
        assert re.search(r"\)\. [A-ZÄÖ][^.]* (?:jätti|jättivät|toteutui|toteutunut)\b", line), line
        assert not re.search(r"kaikkiaan \d|vailla tietoa \d|tarvitaan \d", line), line


def test_every_measure_that_contradicts_itself_is_named(year: int) -> None:
    kb, day = knowledge(LIVED).kb, date(year, 12, 31)
    found = conflicts.contradiction_rows(kb, year, day)
    told = [text_of(one) for one in items(pages_of(page(LIVED, year)), "brief-sureness")]
    text = next((one for one in told if one.startswith("Ristiriitaisia kirjauksia on")), "")
    assert bool(text) == bool(found)
    if found:
        assert f"kirjauksia on {len(found)}:" in text.replace("\u00a0", " ")
        assert_named(text, [f"{one.code} {one.title}" for one in found if one.code])


def test_every_item_links_to_its_proof_in_the_body(year: int) -> None:
    tree = page(LIVED, year)
    ids = {one.get("id") for one in tree.iter() if one.get("id")}
    lists = [one for one in pages_of(tree) if one.tag == "ul"]
    assert lists
    for item in (one for each in lists for one in each):
        found = [one.get("href") or "" for one in item.iter("a")]
        inside = [href[1:] for href in found if href.startswith("#")]
        assert inside, text_of(item)
        assert set(inside) <= ids


def test_a_year_in_which_nothing_was_recorded_says_what_was_promised() -> None:
    brief = pages_of(page(SHIPPED, 2024))
    text = text_of(brief)
    assert (
        "Vuodelta 2024 ei ole kirjattu mitään – "
        "seitsemän toimenpidettä on ilman yksilöityä vastuutahoa." in text
    )
    assert len(items(brief, "brief-unowned")) == 7
    assert "Luvatut toimenpiteet: Johdon yhteistyö 7" in text
    headings = {one.get("id") for one in brief.iter("h3")}
    assert {"brief-answering", "brief-unowned"} <= headings
    assert not {"brief-changes", "brief-indicators"} & headings
    unowned = " ".join(text_of(one) for one in items(brief, "brief-unowned"))
    assert "J1 Asunnottomuuden verkostomainen yhteistyö" in unowned
    assert "Pohjois-Savon hyvinvointialue: 23 toimenpidettä" in [
        text_of(one).rstrip() for one in items(brief, "brief-answering")
    ]


def test_no_zero_and_no_empty_table_stands_on_the_two_pages(year: int) -> None:
    brief = pages_of(page(LIVED, year))
    text = text_of(brief)
    assert not re.search(r"(?:valmiina|käynnissä|aloittamatta|peruttuna) 0\b", text)
    for table in brief.iter("table"):
        rows = [row for body in table.iter("tbody") for row in body]
        assert rows


@pytest.mark.parametrize("language", ["en", "fi"])
@pytest.mark.parametrize(
    ("root", "of"),
    [(LIVED, 2023), (LIVED, 2025), (SHIPPED, 2024), (HELSE, 2025), (REGION, 2023)],
)
def test_markdown_has_the_same_two_pages(root: Path, of: int, language: str, yp: Yp) -> None:
    done = yp("report", "--year", str(of), "--only", "brief", "--lang", language, cwd=root)
    assert done.code == 0, done.err
    words = {"en": "In brief for the meeting", "fi": "Tiivistelmä kokoukselle"}
    assert f"\n## {words[language]}\n\n**" in done.out
    # Nothing leads to a chapter that is not there.
    assert "](#" not in done.out
    told = re.findall(r"(?m)^- .*", done.out)
    assert told
    assert [line for line in told if re.search(r"\s[.,;]|\(\)|  |,[^\s\d]", line)] == []


def targets(tree: Element) -> Iterator[tuple[str, str]]:
    """The text of each place of the body that the two pages link to, with its id."""
    parents = {child: parent for parent in tree.iter() for child in parent}
    hrefs = {a.get("href") or "" for a in pages_of(tree).iter("a")}
    for one in tree.iter():
        key = one.get("id")
        if not key or f"#{key}" not in hrefs:
            continue
        if one.tag == "h2":
            yield key, text_of(parents[one])
        elif one.tag in ("h3", "h4"):
            around = list(parents[one])
            rest = around[around.index(one) :]
            stop = next((n for n, x in enumerate(rest) if n and x.tag in ("h2", "h3")), len(rest))
            yield key, " ".join(text_of(x) for x in rest[:stop])
        else:
            yield key, text_of(one)


QUESTIONS = {
    "where are we late": (2025, "Sovitaan uusi määräpäivä: J5", None),
    "what has my municipality to do by June": (
        2024,
        "31.5.2025: Hyvinvointialue neuvottelee kuntien kanssa kerran valtuustokaudessa; "
        "Kunta hyväksyy valmiussuunnitelman",
        None,
    ),
    "what does nobody answer for": (2025, "Nimetään vastuutaho: B6 Turvallinen työ", None),
    "how far have we come since last year": (2025, "valmiina 8 (vuotta aiemmin 3)", None),
    "how sure are we": (
        2025,
        "Valmiita toimenpiteitä on 8, ja niistä 7:lle on kirjattu peruste.",
        None,
    ),
    "what must the forum decide": (2025, "Päätetään sopimuksen jatkosta", None),
    "which municipalities have no safety plan": (2025, "Kuikkajärvi", "measure-c1"),
    "what did the last forum decide and what came of it": (
        2025,
        "Toimenpiteestä J3 vastaa Tuulikannaksen hyvinvointialue. Sen jälkeen:",
        None,
    ),
    "who is my counterpart": (2025, "Hallavesi", "counterparts"),
    "what is a must by law": (2025, "laki", "duties-missed"),
}
"""The ten questions of a coordinator: the year, the answer, and the link that leads to it; None
where it stands on the two pages themselves."""


@pytest.mark.parametrize("question", QUESTIONS)
def test_ten_questions_are_answered_on_the_two_pages_or_one_link_away(question: str) -> None:
    of, answer, where = QUESTIONS[question]
    tree = page(LIVED, of)
    if where is None:
        assert answer in text_of(pages_of(tree))
    else:
        assert answer in dict(targets(tree))[where]


def test_how_much_was_told_and_the_oldest_word_that_holds_are_named() -> None:
    brief = pages_of(page(LIVED, 2025))
    text = text_of(brief).replace("\u00a0", " ")
    assert (
        "Osapuolten omia tilannetietoja tarvitaan 162, ja niistä on saatu 95 (vuotta aiemmin 89)."
        in text
    )
    sure = [text_of(one) for one in items(brief, "brief-sureness")]
    assert "Vanhin voimassa oleva tieto (20.2.2023): B4 Työkyvyn tuki, käynnissä." in sure
