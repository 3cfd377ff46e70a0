"""The public site of a region against what the commands tell: front page, lists, each record."""

import re
from collections import Counter
from pathlib import Path

from tests.agreement_of_answers import (
    public_changes,
    public_duties,
    public_lists,
    public_pages,
)
from tests.agreement_of_answers.asking import Asked, nonzero, plain
from tests.agreement_of_answers.public_pages import Pages, first_number


def agrees(asked: Asked, folder: Path) -> None:
    """Make the site in two languages, and hold it against what is answered as of the same day."""
    made = {}
    for language in ("en", "sv"):
        asked.text("site", str(folder / language), "--lang", language)
        made[language] = public_pages.read(folder / language)
    front_agrees(asked, made["en"])
    measures_agree(asked, made["en"])
    parties_agree(asked, made["en"])
    public_lists.agree(asked, made["en"])
    public_duties.duties_agree(asked, made["en"])
    public_duties.calendar_agrees(asked, made["en"])
    public_changes.agree(asked, made["en"], folder / "en")
    languages_agree(made["en"], made["sv"])


def languages_agree(one: Pages, other: Pages) -> None:
    assert one.keys() == other.keys()
    for path, page in one.items():
        if path == "a-z.html":
            continue  # A name that is translated stands under its own letter.
        assert page.shape == other[path].shape, path


def front_agrees(asked: Asked, pages: Pages) -> None:
    front = pages["index.html"]
    told = front.told("count")
    gaps, status = asked.json("gaps"), asked.json("status")
    there = {"measures": status["measures"], "parties": asked.parties()}
    # Of the others those are counted, too, that have been.
    been = {"bodies": "bodies", "obligations": "obligations", "acts": "statutes"}
    for folder, found in (there | {key: asked.listed(kind) for key, kind in been.items()}).items():
        assert told[f"{folder}/index.html"] == len(found), folder
    text = plain(front.main)
    missing = re.search(r"missing: (\d+)\.|is named, (\d+) are needed", text)
    assert missing is not None
    assert int(missing[1] or missing[2]) == gaps["counts"]["counterpart"]
    for sentence, counted in (
        (r"(\S+) measures? that (?:is|are) going on ha", "silent"),
        (r"– (\S+) measures? (?:is|are) late", "late"),
        (r"(\S+) measures? ha(?:s|ve) been silent", "silent"),
        (r"[Oo]f (\S+) measures? nothing has been told", "no-information"),
    ):
        for said in re.findall(sentence, text):
            assert _in_figures(said) == gaps["counts"][counted], sentence
    total = nonzero(status["total"])
    for state, sentence in _IN_STATE.items():
        # With one measure the whole is said in other words.
        if sum(total.values()) > 1:
            said = re.search(rf"Of {len(status['measures'])} measures [^.]*?(\d+) {sentence}", text)
            assert (int(said[1]) if said else 0) == total.get(state, 0), state


_IN_STATE = {
    "completed": "(?:is|are) completed",
    "in-progress": "(?:is|are) in progress",
    "not-started": "ha(?:s|ve) not begun",
    "paused": "(?:is|are) paused",
    "cancelled": "(?:is|are) cancelled",
    "merged": "(?:is|are) merged",
    "disputed": "(?:is|are) in dispute",
    "no-own-state": "(?:is|are) told of in parts only",
    "no-information": "(?:is|are) without information",
}
_FIGURES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _in_figures(said: str) -> int:
    word = said.casefold()
    return _FIGURES.index(word) + 1 if word in _FIGURES else int(word)


def measures_agree(asked: Asked, pages: Pages) -> None:
    status, matrix = asked.json("status"), asked.json("status", "matrix")
    for one, row in zip(status["measures"], matrix["measures"], strict=True):
        page = pages[f"measures/{one['id']}.html"]
        (situation,) = page.each("p", "situation")
        assert situation.get("class") == f"situation at-{one['situation']}", one
        assert any(plain(s) == "late" for s in situation.iter("strong")) == one["late"], one
        named = asked.json("who-owns", one["code"], "--exact")["responsible"]
        items = [item.find("p/strong") for item in page.each("li", within=page.section("who"))]
        assert [plain(item) for item in items] == [one["name"] for one in named]
        parties = page.section("parties")
        shown = {
            party: state
            for item in (page.each("li", within=parties) if parties is not None else ())
            for state in page.badges(item)[:1]
            for party in page.named("parties", item)
        }
        own = {p["party"]: p["situation"] for p in row["parties"]}
        if shown or len(own) < 2:
            assert shown == own, one["id"]
            for item in page.each("span", "number", parties) if own else ():
                assert plain(item).rpartition("/")[2] == str(len(own))
        else:
            assert set(own.values()) <= {"no-information", "ended"}, one["id"]
            assert set(page.records("parties", parties)) >= own.keys()
        log = asked.json("status", "show", one["code"])
        lines = [line for line in page.each("li") if line.get("id")]
        assert Counter(line.get("id") for line in lines) == Counter(
            update["id"] for update in log["updates"]
        )
        corrected = {update["id"] for update in log["updates"] if update["corrected_by"]}
        assert {x.get("id") for x in lines if x.get("class") == "corrected"} == corrected
    index = pages["measures/index.html"]
    former = index.section("former")
    gone = [] if former is None else list(former.iter("li"))
    items = [li for li in index.each("li") if index.each("span", "how", li) and li not in gone]
    assert Counter(
        (index.records("measures", item)[0], *index.badges(item), ", late" in plain(item))
        for item in items
    ) == Counter((one["id"], one["situation"], one["late"]) for one in status["measures"])


def parties_agree(asked: Asked, pages: Pages) -> None:
    matrix = {m["measure"]: m for m in asked.json("status", "matrix")["measures"]}
    index, year = pages["parties/index.html"], max(pages["years/index.html"].records("years"))
    rows = {index.records("parties", row)[0]: row for row in index.rows("table-parties")}
    for party, card in asked.parties().items():
        own = {
            key: p["situation"]
            for key, m in matrix.items()
            for p in m["parties"]
            if p["party"] == party
        }
        assert first_number(plain(rows[party][2])) == len(own), party
        page = pages[f"parties/{party}.html"]
        told = {
            page.records("measures", row)[0]: page.badges(row[1])[-1]
            for row in page.rows("table-measures")
        }
        assert told == {
            key: state for key, state in own.items() if state not in ("no-information", "ended")
        }
        listed = pages[f"lists/party-{party}.html"]
        for row in listed.rows("list-measures"):
            key = listed.records("measures", row)[0]
            assert listed.badges(row[2]) == [matrix[key]["situation"]]
            if key in own:
                assert listed.badges(row[1]) == [own[key]], (party, key)
        held = {
            h.get("id"): plain(h) for h in page.each("h3") if h.get("id", "").startswith("held-")
        }
        for section in {group["section"] for group in card["groups"]}:
            groups = [group for group in card["groups"] if group["section"] == section]
            ids = {line["id"] for group in groups for line in group["lines"]}
            assert first_number(held.pop(f"held-{section}").rpartition("(")[2]) == len(ids), section
        assert not held
        public_duties.sheet_agrees(asked, page, party, year)
