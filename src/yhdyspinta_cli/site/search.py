"""The search page: a form and a script; what it finds is in an index beside it (Pagefind's).

The only page that runs anything. It may load scripts, the index and styles from the site alone,
and compile the index's WebAssembly; no script stands in the page itself.
"""

from collections.abc import Iterator

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.site import alphabet
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Page

PATH = "search.html"
SCRIPT = "search.js"

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
    "style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'"
)


def pages(site: Site) -> Iterator[Page]:
    """Yield the search page, where there is to be a search."""
    if not site.around.has_search:
        return
    yield Page(
        path=PATH,
        title=_("Search"),
        template="site/search.j2",
        given={
            "index": alphabet.step(),
            "words": {
                "busy": _("Searching …"),
                "none": _("Nothing was found: {text}"),
                "one": _("1 page: {text}"),
                "many": _("{n} pages: {text}"),
                "near": _("The word was not found as written: {word}. The nearest pages ({n}):"),
                "more": _("Show {n} more"),
                "failed": _("The search does not work here. The index A–Z lists every page."),
            },
        },
        kind="search",
        policy=POLICY,
        scripts=(SCRIPT,),
        is_searched=False,
    )
