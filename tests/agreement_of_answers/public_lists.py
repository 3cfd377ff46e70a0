"""The lists of the public site against what the commands tell with the same narrowing."""

import re
from collections import Counter
from typing import Any

from tests.agreement_of_answers.asking import Asked, plain
from tests.agreement_of_answers.public_pages import Pages, SitePage, first_number
from yhdyspinta_cli.site import list_words
from yhdyspinta_cli.vocabulary import BINDINGS


def agree(asked: Asked, pages: Pages) -> None:
    """Hold every list, and the number of it in the list of lists, against its question."""
    missing_agrees(asked, pages)
    lists_agree(asked, pages)
    years_agree(asked, pages)


def missing_agrees(asked: Asked, pages: Pages) -> None:
    gaps, told = asked.json("gaps"), pages["lists/index.html"].told("tally")
    for one in list_words.MISSING:
        path = f"lists/{one.key}.html"
        page = pages[path]
        mine = [gap for gap in gaps["gaps"] if gap["kind"] in one.kinds]
        count = sum(gaps["counts"][kind] for kind in one.kinds)
        if one.key == "gone":
            # Who has ended and has left something open there stands in both parts, and counts once.
            about = [(gap["id"], gap["about"][0]) for gap in mine if gap["kind"] != "not-begun"]
            count -= len(about) - len(set(about))
        assert told.get(path, 0) == count, path
        assert _lead(page) == count, path
        if one.key == "missed":
            missed_agree(asked, page)
            continue
        for kind in one.kinds:
            of_kind = [gap["id"] for gap in mine if gap["kind"] == kind]
            rows = page.rows(f"list-{kind}")
            assert len(rows) == (len(of_kind) if count else 0), (path, kind)
            heads = [row[0][0].get("href") for row in rows if len(row[0])]
            ways = [page.at(href) for href in heads if href]
            leading = [
                re.split(r"[/#]", way)[-1].removesuffix(".html") for way in ways if way != "."
            ]
            # A division into areas has no page.
            assert not Counter(leading) - Counter(of_kind), (path, kind)
            assert {key for key in of_kind if f"measures/{key}.html" in pages} <= {*leading}
            heading = [one for one in page.each("h2") if one.get("id") == kind]
            assert [first_number(plain(one).rpartition("(")[2]) for one in heading] in (
                [],
                [gaps["counts"][kind]],
            )


def missed_agree(asked: Asked, page: SitePage) -> None:
    missed = asked.json("obligations", "--standing", "missed")["standings"]
    by_year: dict[str, list[Any]] = {}
    for one in missed:
        by_year.setdefault(one["period"]["due"][:4], []).append(one)
    for year, found in by_year.items():
        rows = page.rows(f"list-year-{year}")
        assert Counter(page.records("obligations", row)[0] for row in rows) == Counter(
            one["obligation"] for one in found
        )
        (section,) = (page.section(f"year-{year}"),)
        assert first_number(plain(section.find("p"))) == len({one["obligation"] for one in found})


def _lead(page: SitePage) -> int:
    (lead,) = page.each("p", "lead")
    text = plain(lead)
    return 0 if text.startswith("None") else first_number(text)


def lists_agree(asked: Asked, pages: Pages) -> None:
    status, told = asked.json("status"), pages["lists/index.html"].told("tally")
    wanted = {
        f"state-{state}": [m["id"] for m in status["measures"] if m["situation"] == state]
        for state in status["total"]
        if state != "ended"
    }
    for interface in asked.listed("interfaces"):
        wanted[f"interface-{interface}"] = asked.listed("measures", "--interface", interface)
    for party in asked.parties():
        wanted[f"party-{party}"] = asked.listed("measures", "--party", party)
    for key, ids in wanted.items():
        page = pages[f"lists/{key}.html"]
        rows = page.rows("list-measures")
        assert [page.records("measures", row)[0] for row in rows] == ids, key
        assert told.get(page.path, 0) == _lead(page) == len(ids), key
    for force in BINDINGS:
        number = len(asked.listed("obligations", "--binding", force))
        page = pages[f"lists/binding-{force}.html"]
        assert told.get(page.path, 0) == _lead(page) == number, force


def years_agree(asked: Asked, pages: Pages) -> None:
    told = pages["lists/index.html"].told("tally")
    for path, page in pages.items():
        if year := re.fullmatch(r"lists/due-(\d+)\.html", path):
            calendar = asked.json("calendar", "--year", year[1])
            entries = [e for month in calendar["months"] for e in month["entries"]]
            folders = {"due": "obligations", "measure-due": "measures"}
            due = [
                (
                    e["end"],
                    way if (way := f"{folders[e['kind']]}/{e['record']}.html") in pages else "",
                )
                for e in (*entries, *calendar["any_time"])
                if e["kind"] in folders
            ]
            # A duty whose first period begins later has no page yet.
            rows = [(plain(row[0]), *(page.ways(row) or [""])) for row in page.rows("list-due")]
            assert Counter(rows) == Counter(due), path
            assert told.get(path, 0) == _lead(page) == len(due), path
