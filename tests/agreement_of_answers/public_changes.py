"""What came and went, on the public site: years, changes, events, the feed; its frames."""

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from tests.agreement_of_answers.asking import Asked, nonzero, plain
from tests.agreement_of_answers.public_pages import Pages
from yhdyspinta_cli.site import feed as public_feed
from yhdyspinta_cli.wording import tallies


def agree(asked: Asked, pages: Pages, folder: Path) -> None:
    """Hold earlier years, changes, events and the feed of a site against the commands."""
    frames_agree(asked, pages)
    years_agree(asked, pages)
    changes_agree(asked, pages)
    events_agree(asked, pages)
    feed_agrees(asked, folder)


def _in_words(counts: Any) -> str:
    return tallies.measures((k, n) for k, n in counts.items() if k != "total").removesuffix(".")


def frames_agree(asked: Asked, pages: Pages) -> None:
    """Hold how the measures of each interface and each goal stand against `yp status`."""
    status = asked.json("status")
    for folder, shares in (("interfaces", "by_interface"), ("goals", "by_goal")):
        page = pages[f"{folder}/index.html"]
        shown = {page.records(folder, item)[0]: plain(item) for item in page.each("li")}
        for key, counts in status[shares].items():
            if not nonzero(counts):
                continue  # Of no measures nothing is said.
            said = _in_words(counts)
            assert said in shown[key], key
            assert said in plain(pages[f"{folder}/{key}.html"].main), key


def years_agree(asked: Asked, pages: Pages) -> None:
    """Hold the list of the years against how the measures stood at the end of each."""
    index = pages["years/index.html"]
    for item in index.each("li"):
        (year,) = re.findall(r"years/(\d+)", index.ways(item)[0])
        end = min(date(int(year), 12, 31), asked.day)
        status = Asked(asked.yp, asked.root, end).json("status")
        assert _in_words(status["total"]) in plain(item), year


def changes_agree(asked: Asked, pages: Pages) -> None:
    """Hold how many measures stand as they did against `yp status` of both days."""
    page = pages["changes.html"]
    for heading in page.each("h3"):
        if heading.get("id") != "kinds":
            continue
        (since,) = re.findall(r"\d{4}-\d\d-\d\d", plain(heading))
        then = Asked(asked.yp, asked.root, date.fromisoformat(since)).json("status")
        before = {one["id"]: one["situation"] for one in then["measures"]}
        if not before:
            continue  # Everything is new, and none of it told of as before.
        both = [one for one in asked.json("status")["measures"] if one["id"] in before]
        same = [one for one in both if one["situation"] == before[one["id"]]]
        numbers = counted(plain(_after(page.main, heading)))
        # What stands as it did may have gone there and back.
        assert numbers[-1] <= len(same), since
        assert sum(numbers) == len(both), since


def counted(text: str) -> list[int]:
    """Return how many measures moved, kind by kind, and at last how many stand as they did."""
    if "The one measure stands as it did" in text:
        return [1]
    if alike := re.match(r"All (\d+) measures stand as they did", text):
        return [int(alike[1])]
    found = [part.rstrip(".").rpartition(" ")[2] for part in text.split(" · ")]
    return [*map(int, found), *([] if "As before" in text else [0])]


def _after(main: Any, heading: Any) -> Any:
    """Return the element that follows a heading."""
    for parent in main.iter():
        siblings = list(parent)
        if heading in siblings:
            return siblings[siblings.index(heading) + 1]
    raise AssertionError(heading)


def events_agree(asked: Asked, pages: Pages) -> None:
    """Hold the events by year and by body against `yp event list`."""
    events = asked.json("event", "list")
    shown = [
        line.get("id")
        for path, page in pages.items()
        if re.fullmatch(r"events/\d+\.html", path)
        for line in page.each("li")
        if line.get("id")
    ]
    assert Counter(shown) == Counter(one["id"] for one in events)
    for body in asked.listed("bodies"):
        page = pages[f"bodies/{body}.html"]
        section = page.section("events")
        lines = [one.get("id") for one in page.each("li", within=section)] if section else []
        own = [one["id"] for one in events if one["body"] == body]
        assert Counter(line for line in lines if line) == Counter(own), body


def feed_agrees(asked: Asked, folder: Path) -> None:
    """Hold the entries of the feed against everything that is recorded by the day."""
    atom = "{http://www.w3.org/2005/Atom}"
    entries = list(ElementTree.parse(folder / "feed.xml").iter(f"{atom}entry"))
    recorded = [key for kind in ("updates", "events", "values") for key in asked.listed(kind)]
    ids = [(one.findtext(f"{atom}id") or "").rpartition("/")[2] for one in entries]
    assert len(set(ids)) == len(ids) <= public_feed.MOST
    if len(ids) < public_feed.MOST:
        assert set(recorded) <= set(ids) <= {*recorded, *asked.listed("publications")}
