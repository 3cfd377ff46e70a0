"""What each format of a report does with texts: the data's, the program's own, the whole page.

A new format is one more case here and its templates.
"""

from collections.abc import Callable, Mapping
from typing import assert_never

from markupsafe import Markup

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.report import html, markdown
from yhdyspinta_cli.report.reports import Frame
from yhdyspinta_cli.vocabulary import TextFormat
from yhdyspinta_cli.wording import sentences, standing_in


def _card_of(code: str) -> str:
    """Return the address of a measure's card on the page itself."""
    return "#" + card_id(code)


def card_id(code: str) -> str:
    """Return the id of a measure's card on a page."""
    return f"measure-{code.lower().replace(' ', '_')}"


@frozen
class PagePlace:
    """Where a page stands among others, and what it leads to.

    `report` is the page that holds what is not on this one, empty for none. `record` gives the
    address of a record's page by its id, `measure` that of a measure by its code; empty for none.
    `has_contents`: it has a list of its chapters, to which each of them leads back. `site` is the
    address under which all of them are found, empty where it is not known.
    """

    report: str = ""
    has_contents: bool = True
    record: Callable[[str], str] | None = None
    measure: Callable[[str], str] = _card_of
    site: str = ""


@frozen
class Format:
    """How texts stand in a format.

    `inert` makes any value harmless, `data_text` sets a text of the data as well, `data_name`
    leaves it as it is; both mark it where it is in another language than the page, which `foreign`
    tells: empty for a text in the page's own.
    `solid` sets what no line may end in, `link` an address under a text. `begin_chapter` tells
    where the page is; it prints nothing. `finished` closes the whole, whose headings it is given
    by their ids: a link to what is not there is its text alone. `measure_page` gives the address of
    a measure by its code, empty for none; with `has_contents` the page has a list of its chapters.
    `style` names the template of the style sheet, empty
    without one.
    """

    inert: Callable[[str], Markup]
    data_text: Callable[[str], Markup]
    data_name: Callable[[str], Markup]
    ours: Callable[[str], Markup]
    solid: Callable[[str], str]
    link: Callable[[str, str | None], Markup]
    begin_chapter: Callable[[], str]
    finished: Callable[[str, Mapping[str, str]], str]
    measure_page: Callable[[str], str]
    has_contents: bool = True
    style: str = ""
    foreign: Callable[[str], str] = lambda _text: ""


def of(name: TextFormat, frame: Frame, page: PagePlace | None = None) -> Format:
    """Return what a format does with the texts of one report, or of one page among others."""
    page = page or PagePlace(report=frame.files.report)
    match name:
        case "md":
            return Format(
                inert=markdown.inert,
                data_text=markdown.inert,
                data_name=markdown.inert,
                ours=lambda text: markdown.inert(sentences.bare(text)),
                solid=str,
                link=markdown.link,
                begin_chapter=lambda: "",
                finished=lambda text, headings: markdown.finished(
                    markdown.linked(text, headings, page.report, _cards(frame))
                ),
                measure_page=page.measure,
            )
        case "html":
            foreign = frame.data_language if frame.language != frame.data_language else ""
            prose = html.Prose(
                frame.abbreviations, foreign, frame.translated, page.record, page.site
            )
            return Format(
                inert=html.inert,
                data_text=prose.text,
                data_name=prose.plain,
                ours=prose.ours,
                solid=lambda text: text.replace(" ", "\u00a0"),
                link=prose.link,
                begin_chapter=prose.chapter,
                finished=lambda text, _headings: closed(
                    standing_in.marked(html.linked(text, page.report))
                ),
                measure_page=page.measure,
                has_contents=page.has_contents,
                style="html/style.css.j2",
                foreign=prose.foreign,
            )
        case _:
            assert_never(name)


def _cards(frame: Frame) -> dict[str, str]:
    """Return the headings of the measures' cards in the year's report, by their ids."""
    return {card_id(code): f"{code} {title}" for code, title in frame.titles.items()}


def closed(written: str) -> str:
    """Return a page without the white ends of lines and the empty lines."""
    lines = (line.strip(" \t") for line in written.split("\n"))
    return "\n".join(line for line in lines if line) + "\n"
