"""The site in a real browser, opened from a disk: axe-core, narrow screens, keyboard, no script."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.report.pages import browser, parsed
from tests.site import sites

pytestmark = pytest.mark.proof

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = {
    "fi": (
        "index.html",
        "measures/index.html",
        "measures/hyvinvointikertomus.html",
        "parties/index.html",
        "parties/hallavesi.html",
        "bodies/index.html",
        "bodies/yhteistyofoorumi.html",
        "interfaces/a.html",
        "goals/index.html",
        "goals/turvallinen-arki.html",
        "obligations/index.html",
        "obligations/velvoite-foorumi.html",
        "acts/laki-501-2021.html",
        "actors/kunnat.html",
        "events/2025.html",
        "needs/index.html",
        "years/index.html",
        "years/2025.html",
        "lists/index.html",
        "lists/missed.html",
    ),
    "en": ("measures/hyvinvointikertomus.html", "bodies/yhteistyofoorumi.html"),
    "region": ("years/2023.html",),
}
"""One page of every kind; two of them in another language than the data's."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    found = {}
    for name, base, language in (
        ("fi", "lived", "fi"),
        ("en", "lived", "en"),
        ("region", "region", "fi"),
    ):
        found[name] = sites.write(base, tmp_path_factory.mktemp(name), language)
    return found


@pytest.mark.parametrize("look", ["light", "dark"])
def test_axe_finds_no_violation(chromium: Any, folders: dict[str, Path], look: str) -> None:
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

    # axe itself is JavaScript that the driver brings: the page's own policy would refuse it.
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900}, color_scheme=look, bypass_csp=True
    )
    page = context.new_page()
    axe, found = Axe(), []
    for name, paths in KINDS.items():
        for path in paths:
            page.goto((folders[name] / path).as_uri())
            told = axe.run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response
            assert told["passes"], path
            found += [
                (path, violation["id"], violation["nodes"][0]["html"][:200])
                for violation in told["violations"]
            ]
    context.close()
    assert found == []


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_complete_and_not_wider_than_the_screen_without_javascript(
    chromium: Any, folders: dict[str, Path], width: int
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=False
    )
    page = context.new_page()
    asked: list[str] = []
    page.on("console", lambda message: asked.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    for path in KINDS["fi"]:
        asked.clear()
        page.goto((folders["fi"] / path).as_uri())
        # The page and its style, from the same folder, and nothing that the policy refuses.
        assert asked == [(folders["fi"] / one).as_uri() for one in (path, "style.css")], path
        html = page.locator("html").bounding_box()
        main = page.locator("main").bounding_box()
        assert html is not None
        assert main is not None
        assert max(html["width"], main["x"] + main["width"]) <= width, path
        assert len(page.locator("main").inner_text()) > 100, path
        for box in (one.bounding_box() for one in page.locator("main > *").all()):
            assert box is None or box["x"] + box["width"] <= width + 1, path
    context.close()


def test_the_keyboard_alone_reaches_everything(chromium: Any, folders: dict[str, Path]) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto((folders["fi"] / "measures/hyvinvointikertomus.html").as_uri())
    seen = "document.activeElement.getBoundingClientRect()"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate(f"{seen}.top >= 0 && {seen}.height > 10")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    order = []
    for _press in range(200):
        page.keyboard.press("Tab")
        told = page.evaluate(
            "() => { const one = document.activeElement; const look = getComputedStyle(one);"
            " return [one.tagName, one.getAttribute('href'), look.outlineStyle,"
            " parseFloat(look.outlineWidth)]; }"
        )
        if told[0] == "BODY":
            break
        assert told[0] == "A", told
        assert told[2] == "solid", told
        assert told[3] >= 2, told
        order.append(told[1])
    tree = parsed((folders["fi"] / "measures/hyvinvointikertomus.html").read_text("utf-8"))
    links = [link.get("href") for link in tree.iter("a")]
    after = links[links.index(order[0]) :] if order else []
    assert order == [one for one in after if one]
    assert any(one.startswith("../parties/") for one in order)
    page.close()
