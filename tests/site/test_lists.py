"""The lists that are narrowed already hold what the questions answer with the same narrowing."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import LIVED, Yp
from tests.report.pages import text_of
from tests.site import sites
from tests.site.written import DAY, headings, links, main_of, rows, write
from yhdyspinta_cli.vocabulary import BINDINGS, GAP_KINDS, SITUATIONS

DAY_SHOWN = "31.12.2025"
ENDED = "päättyi 31.12.2024; nykyisin Tuulikannaksen työllisyysalue"
REPORTED = "    fulfilled_by:\n      events:\n        - report"
ACTS = """\
  - {id: laki-200-2020, number: 200/2020, title: Toinen laki, in_force: 2021-01-01}
  - {id: laki-300-2020, number: 300/2020, title: Kolmas laki, in_force: 2021-01-01}
"""
AS_OF = ("--as-of", DAY, "--json")


def asked(yp: Yp, *line: str) -> Any:
    done = yp(*line, *AS_OF, cwd=LIVED)
    assert done.code in (0, 1), done.err
    return json.loads(done.out)["answer"]


def test_what_is_missing_is_counted_as_the_question_counts_it(lived_site: Path, yp: Yp) -> None:
    counts = asked(yp, "gaps")["counts"]
    assert sum(counts.values()) > 20
    told: dict[str, int] = {}
    for key, kinds in {
        "late": ("late",),
        "silent": ("silent", "no-information"),
        "no-owner": ("nobody-known", "nobody-forgotten"),
        "vague": ("vague",),
        "no-lead": ("no-lead",),
        "no-indicator": ("no-indicator",),
        "missed": ("missed",),
        "no-counterpart": ("counterpart",),
        "bodies": ("no-convener", "no-chair", "areas-not-listed"),
        "gone": ("ended", "not-begun", "left-open"),
    }.items():
        # Who had a duty to do and has ended has left it open: one thing, of two kinds.
        number = sum(counts[kind] for kind in kinds) - (key == "gone")
        told |= {kind: counts[kind] for kind in kinds}
        page = text_of(main_of(lived_site, f"lists/{key}.html"))
        assert number_told(page) == number, key
        for kind in kinds if number and len(kinds) > 1 else ():
            (heading,) = main_of(lived_site, f"lists/{key}.html").findall(f".//h2[@id='{kind}']")
            assert f"({counts[kind]})" in text_of(heading)
    # What is not translated is marked where it stands.
    assert set(told) == {*GAP_KINDS} - {"untranslated"}
    assert text_of(main_of(lived_site, "lists/index.html")).count("Mitä puuttuu") == 1


def number_told(page: str) -> int:
    """How many the first sentence of a list says there are."""
    if f"Ei yhtään, tilanne {DAY_SHOWN}." in page:
        return 0
    (number,) = re.findall(rf"(\d+) [^.\d]+, tilanne {DAY_SHOWN}\.", page)
    return int(number)


@pytest.mark.parametrize("key", ["late", "silent", "no-owner"])
def test_a_list_names_what_the_question_names(lived_site: Path, yp: Yp, key: str) -> None:
    kinds = {"late": ["late"], "silent": ["silent", "no-information"]}.get(
        key, ["nobody-known", "nobody-forgotten"]
    )
    gaps = [gap for gap in asked(yp, "gaps")["gaps"] if gap["kind"] in kinds]
    assert gaps
    found = rows(lived_site, f"lists/{key}.html")
    assert sorted(row[0].split(":")[0] for row in found) == sorted(
        f"{gap['code']} {gap['name']}" for gap in gaps
    )
    pages = {
        link for link in links(main_of(lived_site, f"lists/{key}.html")) if "measures/" in link
    }
    assert pages == {f"../measures/{gap['id']}.html" for gap in gaps}


def test_measures_are_listed_by_state_interface_and_party(lived_site: Path, yp: Yp) -> None:
    narrowings = {
        **{f"state-{one}": ("--state", one) for one in SITUATIONS if one != "ended"},
        **{f"interface-{one}": ("--interface", one) for one in ids(yp, "interfaces")},
        **{f"party-{one}": ("--party", one) for one in ids(yp, "parties")},
    }
    lengths = set()
    for key, words in narrowings.items():
        wanted = [f"{one['code']} {one['name']}" for one in asked(yp, "list", "measures", *words)]
        assert [row[0] for row in rows(lived_site, f"lists/{key}.html")] == wanted, key
        lengths.add(len(wanted))
    assert len(lengths) > 5


def test_a_list_is_called_as_one_says_it_and_counts_with_its_noun(lived_site: Path) -> None:
    titles = {
        key: headings(lived_site, f"lists/{key}.html")[0]
        for key in ("state-completed", "state-merged", "state-no-information", "party-hallavesi")
    }
    assert titles == {
        "state-completed": "Valmiit toimenpiteet",
        "state-merged": "Toisiin yhdistetyt toimenpiteet",
        "state-no-information": "Toimenpiteet, joiden tilanteesta ei ole tietoa",
        "party-hallavesi": "Osapuolen toimenpiteet: Hallavesi",
    }
    # The name in the title is no link: what leads to the party stands below it.
    party = main_of(lived_site, "lists/party-hallavesi.html")
    (heading,) = party.iter("h1")
    assert links(heading) == []
    assert links(party)[0] == "../parties/hallavesi.html"
    for key, told in (
        ("state-merged", "1 toimenpide, tilanne 31.12.2025."),
        ("state-completed", "8 toimenpidettä, tilanne 31.12.2025."),
        ("binding-law", "7 velvoitetta, tilanne 31.12.2025."),
        ("due-2025", "20 määräaikaa, tilanne 31.12.2025."),
    ):
        assert told in text_of(main_of(lived_site, f"lists/{key}.html"))


def test_each_missed_period_is_a_row_of_its_year(lived_site: Path, yp: Yp) -> None:
    standings = [one for one in asked(yp, "obligations")["standings"] if one["state"] == "missed"]
    main = main_of(lived_site, "lists/missed.html")
    assert len(standings) == asked(yp, "gaps")["counts"]["missed"] == 21
    assert "Luettelo koskee vuosia 2023–2025." in text_of(main)
    told = {}
    for section in main.iter("section"):
        (heading,) = section.iter("h2")
        found = [[text_of(cell) for cell in row] for row in section.iterfind(".//tbody/tr")]
        told[text_of(heading)] = found
        year = text_of(heading)[:4]
        mine = [one for one in standings if one["period"]["due"].startswith(year)]
        assert sorted(row[0] for row in found) == sorted(one["title"] for one in mine)
        duties = len({one["obligation"] for one in mine})
        assert f"{duties} velvoitetta jäi toteutumatta" in text_of(section)
    assert list(told) == ["2025 (11)", "2024 (8)", "2023 (2)"]
    assert told["2023 (2)"][0] == [
        "Työllisyysryhmä kokoontuu neljä kertaa vuodessa",
        "2023",
        "31.12.2023",
        f"Tuulikannaksen työvoimatoimisto ({ENDED})",
        "kirjattu 2, tarvitaan 4: 20.2.2023, 22.5.2023",
    ]
    whole = text_of(main)
    assert "Hallavesi ei kirjattu, vaikka tällaisia on kirjattu 18.11.2024 alkaen" in whole
    assert "Perhepalvelut (Keskinen palvelualue)" in whole


def test_the_obligations_stand_in_their_list_as_the_question_says(lived_site: Path, yp: Yp) -> None:
    lines = {
        text_of(next(one.iter("a"))): " ".join(
            text_of(stands) for stands in one.iterfind("span[@class='stands']")
        )
        for one in main_of(lived_site, "obligations/index.html").iter("li")
    }
    standings = asked(yp, "obligations", "--year", "2025")["standings"]
    assert {one["title"] for one in standings} < {*lines}
    for state, word in (("missed", "ei toteutunut"), ("met", "toteutunut")):
        found = {
            one["title"]
            for one in standings
            if one["state"] == state and one["period"]["key"] == "2025"
        }
        assert found
        for title in found:
            assert re.search(rf"^2025:.*(?<!ei ){word}", lines[title]), title
    assert lines["Kunta raportoi hyvinvoinnista valtuustolleen vuosittain"] == (
        "2025: ei toteutunut (Hallavesi); ei tietoa (9 osapuolta)"
    )
    assert lines["Yhteistyöfoorumi kokoontuu kaksi kertaa vuodessa"] == (
        "2025: toteutunut (tehty 3, tarvitaan 2)"
    )


def test_what_was_done_late_is_not_shown_as_done_in_time(lived_site: Path) -> None:
    told = text_of(main_of(lived_site, "obligations/index.html"))
    assert "31.3.2023: toteutunut (Hallavesi, Lumikoski), myöhässä: Lumikoski; ei tietoa" in told


@pytest.mark.parametrize(
    "page", ["obligations/index", "lists/missed", "lists/binding-law", "index"]
)
def test_whoever_must_do_it_and_has_ended_is_told_with_who_came_after(
    lived_site: Path, page: str
) -> None:
    main = main_of(lived_site, f"{page}.html")
    told = text_of(main)
    assert told.count("Tuulikannaksen työvoimatoimisto") == told.count(ENDED) > 0
    # Both are linked, each to its own page.
    assert {"tyollisyysalue", "tyovoimatoimisto"} <= {
        link.rpartition("/")[2].removesuffix(".html") for link in links(main)
    }


@pytest.mark.proof
def test_a_year_keeps_the_page_of_what_was_due_in_it(lived_site: Path, tmp_path: Path) -> None:
    before = tmp_path / "before"
    write(before, "--as-of", "2023-12-31")
    assert {path.name for path in listed_in(before)} <= {
        path.name for path in listed_in(lived_site)
    }
    assert "31.12.2023" in text_of(main_of(before, "lists/due-2023.html"))


def test_what_stands_in_several_parts_of_a_list_counts_once(lived_site: Path) -> None:
    main = main_of(lived_site, "lists/gone.html")
    assert "9 kohtaa" in text_of(main)
    assert "Niistä 1 on luettelossa useammassa kuin yhdessä osassa ja laskettu kerran." in text_of(
        main
    )
    assert (
        "Rakenteet ilman koollekutsujaa tai puheenjohtajaa sekä luettelematta jääneet alueet"
        in (headings(lived_site, "lists/bodies.html"))
    )


def test_a_duty_that_rests_on_several_acts_is_one_duty(region: Path, yp: Yp) -> None:
    """Each act has it below itself, and the list counted it once for each of them."""
    acts = region / "data" / "statutes.yaml"
    acts.write_text(acts.read_text("utf-8") + ACTS, "utf-8")
    duties = region / "data" / "obligations.yaml"
    before = duties.read_text("utf-8")
    more = "".join(f"      - statute: laki-{n}00-2020\n" for n in (2, 3))
    of_report = before.replace(REPORTED, more + REPORTED, 1)
    duties.write_text(of_report, "utf-8")
    assert of_report != before
    day = ("--as-of", "2023-12-31")
    listed = yp("list", "obligations", "--binding", "law", "--json", *day, cwd=region)
    number = len(json.loads(listed.out)["answer"])
    pages = region / "site"
    write(pages, *day, "--lang", "en", root=region)
    assert len(rows(pages, "lists/binding-law.html")) == number + 2
    main = text_of(main_of(pages, "lists/binding-law.html"))
    assert f"{number} obligations on 2023-12-31." in main
    assert "1 of them stands in more than one part of the list and is counted once." in main
    index = text_of(main_of(pages, "lists/index.html"))
    assert f"Obligations by law, act by act {number} " in index


def test_the_list_of_a_party_says_what_it_counts_and_how_it_stands_there(
    lived_site: Path, yp: Yp
) -> None:
    main = main_of(lived_site, "lists/party-hallavesi.html")
    assert "sekä ne, joista se vastaa, että ne, joihin se vain osallistuu" in text_of(main)
    assert [text_of(one) for one in main.iter("th")][1:3] == [
        "Oma tilanne",
        "Tilanne koko alueella",
    ]
    stands = {row[0]: row[1:3] for row in rows(lived_site, "lists/party-hallavesi.html")}
    assert stands["J5 Kriisiviestinnän yhteinen ohje"] == ["V valmis", "K käynnissä"]
    assert stands["B1 Työllisyyspalvelujen saatavuus"] == ["K käynnissä", "V valmis"]


def test_more_times_than_needed_are_told_in_words_that_cannot_be_an_error() -> None:
    for language, words in (("en", "3 recorded, 2 needed"), ("sv", "3 registrerade, 2 behövs")):
        told = sites.read("lived", language)["obligations/index.html"].text
        assert words in told
        assert not re.search("3 (of|av) 2", told)


def test_a_list_in_which_nothing_stands_is_passed_over(lived_site: Path) -> None:
    paths = {path: main_of(lived_site, f"lists/{path.name}") for path in listed_in(lived_site)}
    empty = {path.name for path, main in paths.items() if number_told(text_of(main)) == 0}
    assert 1 <= len(empty) < len(paths)
    for path in paths:
        page = path.read_text("utf-8")
        beside = page.split('<nav class="beside"')[1:]
        assert bool(beside) == (path.name not in empty), path.name
        assert not set(re.findall(r'href="([^"]*)"', "".join(beside))) & empty


def listed_in(folder: Path) -> list[Path]:
    found = [path for path in (folder / "lists").iterdir() if path.name != "index.html"]
    return sorted(found)


def ids(yp: Yp, kind: str) -> list[str]:
    return [one["id"] for one in asked(yp, "list", kind)]


def test_duties_are_listed_by_what_binds_to_them(lived_site: Path, yp: Yp) -> None:
    for binding in BINDINGS:
        wanted = {one["id"] for one in asked(yp, "list", "obligations", "--binding", binding)}
        assert wanted
        found = links(main_of(lived_site, f"lists/binding-{binding}.html"))
        assert {
            link.removeprefix("../obligations/").removesuffix(".html")
            for link in found
            if link.startswith("../obligations/")
        } == wanted
    # By law, they stand under the act on which they rest.
    acts = [one["id"] for one in asked(yp, "list", "statutes")]
    told = main_of(lived_site, "lists/binding-law.html")
    assert {one.get("id") for one in told.iter("h2")} & set(acts)


def test_what_is_due_is_listed_by_year(lived_site: Path, yp: Yp) -> None:
    for year in ("2025", "2026"):
        entries = asked(yp, "calendar", "--year", year)
        due = [
            one
            for one in (*(e for m in entries["months"] for e in m["entries"]), *entries["any_time"])
            if one["kind"] in ("due", "measure-due")
        ]
        assert due
        found = rows(lived_site, f"lists/due-{year}.html")
        assert sorted(row[1] for row in found) == sorted(one["title"] for one in due)


def test_every_list_is_told_of_with_its_number_and_leads_to_the_next(lived_site: Path) -> None:
    index = main_of(lived_site, "lists/index.html")
    listed = [link for link in links(index) if "/" not in link]
    assert sorted(listed) == sorted(
        path.name for path in (lived_site / "lists").iterdir() if path.name != "index.html"
    )
    for item in index.iter("li"):
        (anchor,) = item.iter("a")
        number = text_of(item).removeprefix(text_of(anchor)).strip()
        page = text_of(main_of(lived_site, f"lists/{anchor.get('href')}"))
        assert number_told(page) == int(number)
    empty = [one for one in index.iter("p") if text_of(one).startswith("Ei yhtään:")]
    for anchor in (link for line in empty for link in line.iter("a")):
        assert number_told(text_of(main_of(lived_site, f"lists/{anchor.get('href')}"))) == 0
    assert headings(lived_site, "lists/index.html")[0] == "Luettelot"


def test_the_index_has_every_page_under_every_name(lived_site: Path, yp: Yp) -> None:
    told = text_of(main_of(lived_site, "a-z.html"))
    for kind in ("measures", "parties", "bodies", "obligations", "statutes"):
        for one in asked(yp, "list", kind):
            assert (one.get("name") or one["title"]) in told, one
    (party,) = [one for one in asked(yp, "list", "parties") if one["id"] == "hallavesi"]
    assert party["name"] in told
    letters = [one.get("id") for one in main_of(lived_site, "a-z.html").iter("h2")]
    assert letters == sorted(letters, key=order)
    assert all(
        link.removeprefix("#") in letters for link in links(main_of(lived_site, "a-z.html"))[:9]
    )


def order(key: str | None) -> int:
    letters = ["none", *"abcdefghijklmnopqrstuvwxyz", "aa", "ae", "oe"]
    return letters.index((key or "").removeprefix("letter-"))


def test_sections_stand_in_a_list_as_the_country_writes_them() -> None:
    norwegian = sites.read("helse")["lists/binding-law.html"].text
    assert "§ 6-1" in norwegian
    assert "6-1 §" not in norwegian
    # No line breaks before the sign.
    assert "14\u00a0§" in sites.pages("lived")["lists/binding-law.html"]
