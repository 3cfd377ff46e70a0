"""A reader who follows a link arrives: every page, every anchor, and every name leads somewhere."""

import re
from collections import Counter

import pytest

from tests.site import sites
from yhdyspinta_cli.facts import arrival
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.site import addresses

BASES = ["region", "lived", "helse", "shipped"]


@pytest.mark.parametrize("base", BASES)
def test_every_link_and_every_anchor_leads_somewhere(base: str) -> None:
    found = sites.read(base)
    files = sites.made(base)
    broken = [
        (path, target, anchor)
        for path, page in found.items()
        for target, anchor in sites.targets(path, page)
        if target not in files or (anchor and anchor not in found[target].ids)
    ]
    assert broken == []
    assert sum(len(page.links) for page in found.values()) > 1000


@pytest.mark.parametrize("base", BASES)
def test_no_page_has_an_id_twice_and_no_title_is_told_twice(base: str) -> None:
    titles: Counter[str] = Counter()
    for path, page in sites.pages(base).items():
        read = sites.read(base)[path]
        assert [one for one, times in Counter(read.ids).items() if times > 1] == [], path
        assert page.count("<h1>") == 1, path
        titles[re.findall("<title[^>]*>(.*?)</title>", page)[0]] += 1
    assert [title for title, times in titles.items() if times > 1] == []


@pytest.mark.parametrize("base", BASES)
def test_every_record_has_its_page_and_is_in_a_list(base: str) -> None:
    kb, found = sites.kb_of(base), sites.read(base)
    records: list[Record] = [
        *kb.measures,
        *kb.parties,
        *kb.bodies,
        *kb.interfaces,
        *kb.goals,
        *kb.obligations,
        *kb.statutes,
    ]
    assert len(records) > 15
    for record in records:
        if arrival.is_later(kb, record, sites.DAYS[base]):
            continue
        folder = addresses.FOLDERS[type(record)]
        path = f"{folder}/{addresses.file_name(record.id)}"
        assert record.name_shown.split(" ")[0] in found[path].text, path
        listed = {target for target, _anchor in sites.targets("x", found[f"{folder}/index.html"])}
        assert f"{path.rsplit('/')[-1]}" in listed, path


def test_who_answers_for_something_has_a_page_and_who_is_only_named_has_none() -> None:
    kb, files = sites.kb_of("shipped"), sites.made("shipped")
    answering = {r.actor for m in kb.measures for r in m.responsible}
    answering &= {one.id for one in kb.actors}
    assert len(answering) > 20
    assert {f"actors/{key}.html" for key in answering} <= set(files)
    assert len([one for one in files if one.startswith("actors/")]) <= len(kb.actors)


def test_a_name_leads_to_its_page_wherever_it_stands() -> None:
    """The forum convened by the county: on the measure, the body, the duty and in the report."""
    found = sites.read("lived")
    party, body = "parties/hallavesi.html", "bodies/yhteistyofoorumi.html"
    for path in ("index.html", "years/2025.html", "measures/harrastaminen.html", body):
        assert party in [target for target, _anchor in sites.targets(path, found[path])], path
    assert body in [t for t, _a in sites.targets(party, found[party])]
    # What it is about is told in its heading: no page leads to itself from there.
    heading = sites.pages("lived")[party].split("<h1>")[1].split("</h1>")[0]
    assert heading == "Hallavesi"


def test_neighbours_and_lists_lead_round_all_pages_of_a_kind() -> None:
    pages = sites.pages("lived")
    path, seen = "bodies/aluekeskustelut.html", []
    while path not in seen:
        seen.append(path)
        before, _mark, after = pages[path].partition('rel="next"')
        if not after:
            break
        path = "bodies/" + before.rsplit('href="', 1)[1].split('"')[0]
    bodies = [f"bodies/{one.id}.html" for one in sites.kb_of("lived").of(Body)]
    assert sorted(seen) == sorted(bodies)


def test_evidence_leads_to_its_page_or_to_the_site_that_has_it() -> None:
    page = sites.pages("lived")["measures/harrastaminen.html"]
    away = page.split('class="away"')
    assert len(away) > 3
    assert 'rel="noopener noreferrer nofollow"' in away[1][:80]
    assert "(toinen sivusto)" in away[1]
