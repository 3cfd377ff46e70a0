"""Obligations on the public site against what the commands tell: periods, sheets, calendar."""

import re
from collections import Counter
from typing import Any

from tests.agreement_of_answers.asking import Asked, plain
from tests.agreement_of_answers.public_pages import Pages, SitePage


def duties_agree(asked: Asked, pages: Pages) -> None:
    """Hold each year of each obligation's page against `yp obligations` of that year."""
    # A page has the years of the reports: it ends with that of the site's day.
    for year in sorted(pages["years/index.html"].records("years")):
        periods: dict[tuple[str, str], list[Any]] = {}
        for one in asked.json("obligations", "--year", year)["standings"]:
            period = one["period"]["key"] if one["period"] else ""
            periods.setdefault((one["obligation"], period), []).append(one)
        for duty in {key for key, _period in periods}:
            due = [found for (key, _period), found in periods.items() if key == duty]
            page = pages[f"obligations/{duty}.html"]
            for row, found in zip(page.rows(f"table-{year}"), due, strict=True):
                states = Counter(one["state"] for one in found)
                assert standing_lines(page, row) == states, (duty, year, plain(row))


_STANDS = {
    "met late": "met",
    "met": "met",
    "not yet due": "due",
    "missed": "missed",
    "not known": "not-known",
    "when the occasion arises": "when",
    "no time is set": "when",
    "nothing started its clock": "when",
}


def standing_lines(page: SitePage, row: Any) -> Counter[str]:
    """Return how many stand in each way in a row of an obligation's page."""
    found: Counter[str] = Counter()
    for line in page.each("span", "line", row):
        said, _colon, whose = re.sub(r" \([^()]*\)", "", plain(line)).partition(": ")
        if said in _STANDS:
            many = re.fullmatch(r"(\d+) (?:party|parties|areas?)(?:, \d+ of them late)?", whose)
            # Those that were late are named again.
            again = whose.partition(", late: ")[2]
            names = len(page.beside(line)) - (again.count(", ") + 1 if again else 0)
            found[_STANDS[said]] += int(many[1]) if many else max(names, 1)
            found[_STANDS[said]] += whose.endswith("and areas that are not listed")
    return found


def sheet_agrees(asked: Asked, page: SitePage, party: str, year: str) -> None:
    """Hold what a party has to do, on its page, against `yp obligations` of it and of the year."""
    mine = asked.json("obligations", "--year", year, "--party", party)["standings"]
    rows = [row for row in page.rows("table-duties") if page.records("obligations", row)]
    shown = Counter(page.records("obligations", row)[0] for row in rows)
    assert shown <= Counter(key for key, _period in _periods(mine))
    missed = [row for row in rows if "missed" in plain(row[3])]
    lacking = _periods([one for one in mine if one["state"] == "missed"])
    assert Counter(page.records("obligations", row)[0] for row in missed) == Counter(
        key for key, _period in lacking
    )
    for state in ("due", "not-known"):
        open_now = {one["obligation"] for one in mine if one["state"] == state}
        assert open_now <= shown.keys(), (party, state)


def _periods(found: list[Any]) -> set[tuple[str, str]]:
    return {(one["obligation"], one["period"]["key"] if one["period"] else "") for one in found}


def calendar_agrees(asked: Asked, pages: Pages) -> None:
    """Hold the two years of the calendar against `yp calendar`."""
    page = pages["calendar.html"]
    years = [int(one.get("id")[-4:]) for one in page.each("h2") if one.get("id") != "own"]
    assert len(years) == 2
    for year in years:
        section = page.section(f"year-{year}")
        rows = [row for table in section.iter("table") for row in list(table.iter("tr"))[1:]]
        shown = [(plain(row[1]), plain(row[2])) for row in rows]
        told = asked.csv("calendar", "--year", str(year))
        assert Counter(shown) == Counter((one["Kind"], one["What"]) for one in told), year
