"""A page as Markdown and as HTML: the same words as in text, and nothing of the data acts."""

import html5lib
from markdown_it import MarkdownIt

from yhdyspinta_cli.output import page_html, page_markdown
from yhdyspinta_cli.output.layout import Bullets, Heading, Page, Pairs, Paragraph, Table

HOSTILE = "<img src=x> [a](http://x.example) **b** | `c` @kuopio #12 https://x.example {{ d }}"
PAGE: Page = (
    Heading("Mikä muuttui"),
    Paragraph(f"Ensin.\n{HOSTILE}"),
    Heading("Toimenpiteet"),
    Bullets(("1. J4: lisättiin Kuopio", HOSTILE)),
    Pairs((("Vastaa", HOSTILE), ("Tyhjä", ""), ("Kpl", 3))),
    Table(
        ("Koodi", "Teksti", "N"),
        (("J4", HOSTILE, 7), ("A|1", "kaksi\nriviä", None)),
        ("rivin alla | näin", ""),
    ),
)


def test_markdown_shows_every_text_and_no_text_acts() -> None:
    written = page_markdown.text(PAGE)
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(written)
    inline = [part for token in tokens for part in (token.children or [])]
    assert {part.type for part in inline if part.type not in ("text", "hardbreak")} <= {
        "html_inline",  # the comments that part a mention, and the breaks of a cell
        "strong_open",
        "strong_close",
        "text_special",
        "softbreak",
    }
    html = [part.content for part in inline if part.type == "html_inline"]
    assert set(html) == {"<!-- -->", "<br>"}
    shown = "".join(part.content for part in inline if part.type in ("text", "text_special"))
    assert shown.count(HOSTILE) == 4
    assert "rivin alla | näin" in shown
    heads = [token.tag for token in tokens if token.type == "heading_open"]
    assert heads == ["h2", "h3"]
    assert [token.type for token in tokens].count("tr_open") == 3


def test_markdown_calls_nobody_and_links_no_issue() -> None:
    written = page_markdown.text((Paragraph("@kuopio pyysi, ks. #12 ja a@b.fi"),))
    assert "@kuopio" not in written
    assert "#12" not in written
    assert "a@b.fi" in written


def test_html_is_strict_self_contained_and_shows_every_text() -> None:
    written = page_html.document(PAGE)
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(written)
    shown = "\n".join(tree.find("body").itertext())
    assert shown.count(HOSTILE) == 4
    assert not [*tree.iter("script"), *tree.iter("img"), *tree.iter("a"), *tree.iter("link")]
    assert [h.text for h in tree.iter() if h.tag in ("h1", "h2")] == [
        "Mikä muuttui",
        "Toimenpiteet",
    ]
    assert tree.find("head/title").text == "Mikä muuttui"
    assert [cell.text for cell in tree.iter("td") if cell.get("class") == "n"] == ["7"]


def test_html_without_a_heading_gets_one() -> None:
    tree = html5lib.parse(page_html.document((Paragraph("a"),)), namespaceHTMLElements=False)
    assert [h.text for h in tree.iter("h1")] == ["Answer"]
