"""A finished page -> a PDF that is tagged for readers who hear it (PDF/UA-1), through WeasyPrint.

WeasyPrint is an extra, and it needs Pango, which no Python package brings. It reads the page's
own style for print; three things it does not do itself are done here: the style reaches into the
pictures, a picture's description is told beside its title, and heads of tables say of what.
Nothing is fetched, and nothing tells the time: the same page gives the same bytes.
"""

import contextlib
import io
import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from yhdyspinta_cli.diagnostic import UserError
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.report import extra

_SVG = "{http://www.w3.org/2000/svg}"
_PROPERTY = re.compile(r"(--[\w-]+):\s*([^;}]+)")
_VALUE = re.compile(r"var\((--[\w-]+)\)")
_OF_PICTURES = re.compile(r"(?<![\w.>-])svg(?:\.[\w-]+)? +[^\s{}][^{}]*\{[^{}]*\}")


def of(page: str) -> bytes:
    """Return a page as a PDF. Raises UserError (exit 3) where WeasyPrint cannot be had."""
    weasyprint = available()
    nowhere = weasyprint.urls.URLFetcher(allowed_protocols=())
    document = weasyprint.HTML(string=page, url_fetcher=nowhere, media_type="print")
    _prepare_pictures(document.etree_element, _style_of_pictures(page))
    written = document.write_pdf(pdf_variant="pdf/ua-1", finisher=_give_heads_their_scope)
    assert isinstance(written, bytes)
    return written


def available() -> Any:
    """Return WeasyPrint, the module.

    Raises UserError (exit 3) that tells what to install where it or a library is missing.
    """
    # What it cannot load it tells on stdout, where the report goes.
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            import weasyprint
        except ImportError as error:
            why = _("a PDF needs the package WeasyPrint, which is not installed")
            raise extra.missing("pdf", why) from error
        except OSError as error:
            raise UserError(
                _("a PDF needs the library Pango, which is not installed"),
                exit_code=3,
                hint=_("on Debian and Ubuntu: {command}; or print the HTML report").format(
                    command="apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
                ),
            ) from error
    return weasyprint


def _style_of_pictures(page: str) -> str:
    """Return the page's rules for what is inside pictures, every property by its value by day.

    WeasyPrint draws a picture as a document of its own: it knows nothing of the page's style.
    """
    _head, _start, rest = page.partition("<style>")
    style, _end, _body = rest.partition("</style>")
    by_day, _start, _rest = style.partition("@media")
    values = dict(_PROPERTY.findall(by_day))
    rules = "\n".join(_OF_PICTURES.findall(style))
    # Inside a picture it looks for fonts under their names with the quotation marks.
    return _VALUE.sub(lambda name: values.get(name[1], "inherit").strip().replace('"', ""), rules)


def _prepare_pictures(tree: Element, style: str) -> None:
    """Give each picture its style, and one text that tells what it shows.

    Only the first title of a picture becomes its alternative text; a picture that stands for the
    words beside it, as one of a key does, is told by these.
    """
    for parent in tree.iter():
        for picture in parent.findall(f"{_SVG}svg"):
            said = [picture.find(f"{_SVG}{name}") for name in ("title", "desc")]
            words = [
                " ".join("".join(part.itertext()).split()) for part in said if part is not None
            ]
            words = words or [picture.get("aria-label", "")]
            told = ". ".join(word.rstrip(".") for word in words if word)
            title = said[0]
            if title is None:
                title = SubElement(picture, f"{_SVG}title")
            title.text = told or " ".join("".join(parent.itertext()).split())
            sheet = SubElement(picture, f"{_SVG}style")
            sheet.text = style


def _give_heads_their_scope(_document: object, pdf: Any) -> None:
    """Say of each head of a table whether it heads a column or a row (PDF/UA-1, 7.5)."""
    parts = {part.reference: part for part in pdf.objects if hasattr(part, "get")}
    for part in parts.values():
        if part.get("S") == "/TH":
            row = parts[part["P"]]
            heads = parts[row["P"]].get("S") == "/THead"
            part["A"]["Scope"] = "/Column" if heads else "/Row"
