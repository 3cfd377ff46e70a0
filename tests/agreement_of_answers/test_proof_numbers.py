"""Over any recorded history every command, form and the report tell the same numbers."""

import random
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.agreement_of_answers import histories
from tests.agreement_of_answers.asking import Asked, accepted, fresh, nonzero, plain, write
from tests.agreement_of_answers.test_proof_facts import DAYS, HISTORIES
from tests.conftest import Yp
from yhdyspinta_cli.vocabulary import SITUATIONS
from yhdyspinta_cli.wording import states, tallies, words

QUICK = settings(
    max_examples=2,
    suppress_health_check=list(HealthCheck),
)
LONG = settings(QUICK, max_examples=20)

_BY_PARTY = "Measures and bodies by party"
_SHARED = "Which parties answer for these measures, and what they have reported"
_TO_DO = "What has to be done, missed by law first, then by day"

Cells = list[list[str]]
"""The rows of a table, without its head."""


def md_duties(text: str) -> dict[str, list[str]]:
    """Return the obligations of a Markdown report by heading: each with force, doers and day."""
    found: dict[str, list[str]] = {}
    for line in text.split("## Obligations and meetings", 1)[1].split("\n## ")[0].splitlines():
        if match := re.fullmatch(r"### ([A-Za-z ]+) \(\d+(?:; \d{4}: (?:\d+|–))?\)", line):
            found[match[1]] = []
        elif found and (duty := re.match(r"- \*\*.+?\*\* \(.*?\)(?=[:.,;]| \()", line)):
            found[list(found)[-1]].append(duty[0])
    return found


def html_duties(text: str) -> dict[str, int]:
    """Return how many obligations stand under each heading of an HTML report."""
    found = {}
    for section in html5lib.parse(text, namespaceHTMLElements=False).iter("section"):
        title, heading = section.find("h2"), ""
        if title is None or title.get("id") != "obligations":
            continue
        for element in section:
            if element.tag == "h3":
                heading = plain(element).rpartition(" (")[0]
            elif element.tag == "ul" and heading:
                found[heading] = len(element.findall("li"))
    return found


def md_tables(text: str) -> dict[str, Cells]:
    """Return the tables of a Markdown report by caption."""
    found: dict[str, Cells] = {}
    rows: Cells | None = None
    for line in text.splitlines():
        if line.startswith("Table: "):
            rows = found.setdefault(line.removeprefix("Table: "), [])
        elif line.startswith("|") and rows is not None:
            rows.append([cell.strip() for cell in line.strip("|").split(" | ")])
        elif line:
            rows = None
    return {caption: rows[2:] for caption, rows in found.items()}


def html_tables(text: str) -> dict[str, Cells]:
    """Return the tables of an HTML report by caption."""
    page = html5lib.parse(text, namespaceHTMLElements=False)
    found = {}
    for table in page.iter("table"):
        caption = table.find("caption")
        body = [row for row in table.iter("tr") if row.find("td") is not None]
        if caption is not None:
            found[plain(caption)] = [[plain(cell) for cell in row] for row in body]
    return found


def counted(text: str) -> dict[str, int]:
    """Return what a line of words and numbers counts: ``completed 0, in progress 2``."""
    return {
        word.strip(): int(n)
        for word, n in re.findall(r"([a-z][a-z ]*?) (\d+)(?=,|$|\.)", text)
        if int(n)
    }


def in_words(counts: dict[str, int]) -> dict[str, int]:
    return {words.word(key): n for key, n in nonzero(counts).items()}


def states_agree(asked: Asked, year: int, md: str, html: str) -> None:
    status, matrix = asked.json("status"), asked.json("status", "matrix")
    assert [(m["id"], m["situation"]) for m in status["measures"]] == [
        (m["measure"], m["situation"]) for m in matrix["measures"]
    ]
    total = nonzero(status["total"])
    assert total == Counter(m["situation"] for m in status["measures"])
    for share in ("by_interface", "by_goal"):
        summed: Counter[str] = Counter()
        for counts in status[share].values():
            summed.update(nonzero(counts))
        assert summed == total, share
    # Text and CSV
    told = tallies.measures((key, n) for key, n in status["total"].items() if key in SITUATIONS)
    assert told in " ".join(asked.text("status").split("\n\n")[0].splitlines()[1:])
    rows = asked.csv("status")
    assert Counter(row["State"] for row in rows) == in_words(total)
    for row, measure in zip(rows, status["measures"], strict=True):
        assert (row["Late"] == "yes", row["Silent"] == "yes") == (
            measure["late"],
            measure["silent"],
        )
        log = asked.json("status", "show", measure["code"])
        assert (log["late"], log["silent"]) == (measure["late"], measure["silent"])
        assert nonzero({k: n for k, n in log["parties"].items() if k != "each"}) == nonzero(
            measure["parties"]
        )
    # The report
    assert f"**{told.removesuffix('.')}**" in md
    assert told.removesuffix(".") in plain(html5lib.parse(html, namespaceHTMLElements=False))
    # Each party
    own = {
        party: Counter(
            p["situation"] for m in matrix["measures"] for p in m["parties"] if p["party"] == party
        )
        for party in histories.PARTIES
    }
    assert {p: nonzero(c) for p, c in status["by_party"].items()} == {
        p: c for p, c in own.items() if c
    }
    names = {p["id"]: p["name"] for p in asked.json("list", "parties")}
    tables = md_tables(md)
    shares = next(rows for name, rows in tables.items() if name.startswith(_BY_PARTY))
    # In brackets are the numbers of the day compared with.
    by_name = {row[0].split(" · ")[0]: re.sub(r" \((?:\d+|–)\)", "", row[-1]) for row in shares}
    for party, counts in own.items():
        # A measure that ended without a word of the party is no state that it has reported.
        reported = {key: n for key, n in counts.items() if key != "ended"}
        assert counted(by_name[names[party]]) == in_words(reported)
    cells = asked.csv("status", "matrix")
    for party, counts in own.items():
        column = [row[names[party]].split(":")[0] for row in cells]
        said = {states.of_party(key): n for key, n in counts.items()}
        assert Counter(cell for cell in column if cell) == said


def lacks_agree(asked: Asked, md: str) -> None:
    status, gaps = asked.json("status"), asked.json("gaps")
    found: dict[str, set[str]] = {}
    for gap in gaps["gaps"]:
        found.setdefault(gap["kind"], set()).add(gap["id"])
    for kind, count in gaps["counts"].items():
        # A party's or an area's each is counted where a gap holds those of several.
        each = [gap["count"] for gap in gaps["gaps"] if gap["kind"] == kind]
        assert count == (sum(each) if kind in ("missed", "counterpart") else len(each)), kind
    assert len(asked.csv("gaps")) == len(gaps["gaps"])
    unknown = {m["id"] for m in status["measures"] if m["situation"] == "no-information"}
    assert found.get("no-information", set()) == unknown
    assert found.get("silent", set()) == {m["id"] for m in status["measures"] if m["silent"]}
    assert found.get("late", set()) == {m["id"] for m in status["measures"] if m["late"]}
    said = re.search(r"^Of (\d+) measures? nothing is recorded", md, flags=re.MULTILINE)
    assert (int(said[1]) if said else 0) == len(unknown)
    ended = {
        m["id"] for m in status["measures"] if m["state"] in ("completed", "merged", "cancelled")
    }
    for kind in ("nobody-known", "nobody-forgotten", "vague", "no-lead", "no-indicator"):
        assert not found.get(kind, set()) & ended


def due(standings: list[Any]) -> Counter[tuple[Any, ...]]:
    return Counter(
        (s["party"], s["state"], s.get("recorded", len(s.get("events", ()))), s["needed"])
        for s in standings
    )


def duties_agree(asked: Asked, year: int, md: str, html: str) -> None:
    standings = asked.json("obligations")["standings"]
    groups: dict[tuple[str, str], list[Any]] = {}
    for one in standings:
        if one["period"] is not None:
            groups.setdefault((one["obligation"], one["period"]["key"]), []).append(one)
    # What was missed
    missed = {
        key: sum(s["state"] == "missed" for s in group)
        for key, group in groups.items()
        if any(s["state"] == "missed" for s in group)
    }
    gaps = [gap for gap in asked.json("gaps")["gaps"] if gap["kind"] == "missed"]
    assert {(gap["id"], gap["period"]): gap["count"] for gap in gaps} == missed
    for gap in gaps:
        of_gap = groups[gap["id"], gap["period"]]
        whose = {s["party"] or s["area"] for s in of_gap if s["state"] == "missed"}
        assert whose - {None} == set(gap["about"])
    rows = asked.csv("obligations")
    assert sum(row["Standing"] == "missed" for row in rows) == sum(missed.values())
    assert len(rows) == len(standings)
    # The year in the calendar, the list and the report
    calendar = asked.json("calendar", "--year", str(year))
    entries = [e for month in calendar["months"] for e in month["entries"]] + calendar["any_time"]
    of_year = {
        # What is due but once has one place in a calendar, whatever its day becomes.
        f"{obligation}-{'by' if key.startswith('by-') else key}": due(group)
        for (obligation, key), group in groups.items()
        if group[0]["period"]["due"][:4] == str(year) and group[0]["reason"] != "no-term"
    }
    assert {e["id"]: due(e["standings"]) for e in entries if e["kind"] == "due"} == of_year
    listed = asked.json("obligations", "--year", str(year))["standings"]
    assert len(asked.csv("calendar", "--year", str(year))) == len(entries)
    periods = {(s["obligation"], s["period"]["key"] if s["period"] else "") for s in listed}
    lines = md_duties(md)
    assert {stage: len(found) for stage, found in lines.items()} == html_duties(html)
    # An obligation whose parties stand differently is told under each of their headings.
    assert len({line for found in lines.values() for line in found}) == len(periods)
    assert len(lines.get("Not done", [])) == len(
        {(s["obligation"], s["period"]["key"]) for s in listed if s["state"] == "missed"}
    )
    events = {e["id"] for e in entries if e["kind"] == "event"}
    for table in (md_tables(md), html_tables(html)):
        happened = table.get("Recorded meetings and other events", [])
        # Alike ones stand in one row.
        assert bool(happened) == bool(events)
        assert len(happened) <= len(events)
    # What comes next
    for party in histories.PARTIES:
        mine = asked.json("obligations", "--party", party)["standings"]
        days = [s["period"]["due"] for s in mine if s["state"] == "due"]
        card = asked.json("owned-by", party)
        coming = card["next_due"]
        if coming is not None and coming["measures"]:
            days.append(coming["day"])  # A measure's due day, which no obligation has.
        assert (coming or {}).get("day") == min(days, default=None)
        if coming is not None:
            assert set(coming["obligations"]) == {
                s["obligation"]
                for s in mine
                if s["state"] == "due" and s["period"]["due"] == coming["day"]
            }


def events_agree(asked: Asked) -> None:
    listed = {e["id"]: set(e["fulfils"]) for e in asked.json("event", "list")}
    counted_for: dict[str, set[str]] = {key: set() for key in listed}
    for standing in asked.json("obligations")["standings"]:
        for event in standing["events"]:
            counted_for[event["id"]].add(standing["obligation"])
    assert counted_for == listed
    of_csv = {
        row["id"]: {one for one in row["Fulfils"].split("; ") if one}
        for row in asked.csv("event", "list")
    }
    assert of_csv == listed


def owners_agree(asked: Asked, md: str) -> None:
    matrix = {m["measure"]: m for m in asked.json("status", "matrix")["measures"]}
    # Behind it stands which day the numbers in brackets are of.
    tables = (rows for name, rows in md_tables(md).items() if name.startswith(_SHARED))
    shared = {row[0].split()[0] for rows in tables for row in rows}
    cards = {party: asked.json("owned-by", party) for party in histories.PARTIES}
    for key, row in matrix.items():
        owners = asked.json("who-owns", row["code"])
        answering = {
            party["id"]
            for one in owners["responsible"]
            if one["role"] != "partner"
            for party in one["parties"]
        }
        assert answering == {one["party"] for one in row["parties"]}
        assert (row["code"] in shared) == (len(answering) > 1)
        by_card = {
            party
            for party, card in cards.items()
            for group in card["groups"]
            if group["section"] == "measures" and group["how"] != "seat"
            for line in group["lines"]
            if line["id"] == key and line["role"] != "partner"
        }
        assert by_card == answering
        assert owners["state"] == row["state"]


def sheets_agree(asked: Asked, year: int, party: str) -> None:
    text = asked.text("report", "--year", str(year), "--party", party, "--lang", "en")
    sheet = md_tables(text)
    own = {
        m["code"]: p["situation"]
        for m in asked.json("status", "matrix")["measures"]
        for p in m["parties"]
        if p["party"] == party
    }
    rows = sheet.get("Measures and how the party stands on them", [])
    shown = {row[0].split()[0]: row[1] for row in rows}
    told = {code: s for code, s in own.items() if s not in ("no-information", "ended")}
    assert shown.keys() == told.keys()
    for code, situation in told.items():
        assert shown[code].startswith(words.word(situation)), (code, shown[code], situation)
    mine = asked.json("obligations", "--year", str(year), "--party", party)["standings"]
    periods = {(s["obligation"], s["period"]["key"] if s["period"] else "") for s in mine}
    assert sheet_duties(text) == len(periods)
    missed = [row for row in sheet.get(_TO_DO, []) if "missed" in row[3]]
    assert len(missed) == len(
        {(s["obligation"], s["period"]["key"]) for s in mine if s["state"] == "missed"}
    )


def sheet_duties(text: str) -> int:
    """Return how many obligations a party's sheet tells: in the table and in the sentences."""
    rows = md_tables(text).get(_TO_DO, [])
    # A measure with a due day stands there by its code.
    number = sum(re.match(r"[A-Z]+[0-9]+ ", row[1]) is None for row in rows)
    for lead in ("**Done:** ", "**Without a due day:** "):
        for line in text.splitlines():
            if line.startswith(lead):
                number += re.sub(r"\([^()]*\)", "", line).count("; ") + 1
    return number


def forms_agree(md: str, html: str) -> None:
    of_md, of_html = md_tables(md), html_tables(html)
    for caption, rows in of_md.items():
        assert len(of_html[caption]) == len(rows), caption
        if "in numbers" in caption:
            numbers = [[cell for cell in row if cell.isdigit()] for row in rows]
            assert [[c for c in row if c.isdigit()] for row in of_html[caption]] == numbers


def agree(yp: Yp, root: Path, seeds: list[int], day: date) -> None:
    kept = accepted(seeds, day)
    write(kept, root)
    asked = Asked(yp, root, day)
    events_agree(asked)
    year = min(max(day.year, 2022), 2025)
    md = asked.text("report", "--year", str(year), "--lang", "en")
    html = asked.text("report", "--year", str(year), "--lang", "en", "--format", "html")
    states_agree(asked, year, md, html)
    lacks_agree(asked, md)
    duties_agree(asked, year, md, html)
    owners_agree(asked, md)
    forms_agree(md, html)
    sheets_agree(asked, year, random.Random(len(kept)).choice(histories.PARTIES))


@QUICK
@given(HISTORIES, DAYS)
def test_a_sample_of_histories(yp: Yp, tmp_path: Path, seeds: list[int], day: date) -> None:
    agree(yp, fresh(tmp_path), seeds, day)


@pytest.mark.proof
@LONG
@given(st.lists(st.integers(0, 2**32 - 1), min_size=8, max_size=30), DAYS)
def test_proof_of_long_histories(yp: Yp, tmp_path: Path, seeds: list[int], day: date) -> None:
    agree(yp, fresh(tmp_path), seeds, day)
