"""Everything that has a page, by its names from A to Ö."""

from collections.abc import Iterator
from itertools import groupby

from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import sort_key
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.site.desk import Site
from yhdyspinta_cli.site.page import Crumb, Page
from yhdyspinta_cli.wording.words import word

PATH = "a-z.html"


@frozen
class IndexEntry:
    """A name under which something is looked for, what it is, and what its page calls it."""

    text: str
    kind: str
    name: Name


@frozen
class Letter:
    """The names that begin with a letter; a digit or a sign is no letter, and all are together."""

    key: str
    title: str
    entries: tuple[IndexEntry, ...]


def step() -> Crumb:
    """Return the link to the index."""
    return Crumb(_("Index A–Z"), PATH)


def pages(site: Site) -> Iterator[Page]:
    """Yield the index."""
    found = sorted(_entries(site), key=lambda one: (_is_letter(one), sort_key(one.text), one.kind))
    letters = tuple(
        Letter(f"letter-{_plain(title)}", title, tuple(entries))
        for title, entries in groupby(found, key=_initial)
    )
    yield Page(
        path=PATH,
        title=step().text,
        template="site/alphabet.j2",
        given={"letters": letters},
        kind="list",
        is_searched=False,
    )


def _entries(site: Site) -> Iterator[IndexEntry]:
    for key, path in site.book.paths.items():
        record = site.kb.entries[key].record
        if "#" in path:
            continue
        name = Name(record.name_shown, key)
        for text in dict.fromkeys(record.names):
            yield IndexEntry(text, word(record.kind), name)


def _plain(title: str) -> str:
    """Return a letter as it stands in an address."""
    return {"Å": "aa", "Ä": "ae", "Ö": "oe"}.get(
        title, title.lower() if len(title) == 1 else "none"
    )


def _is_letter(entry: IndexEntry) -> bool:
    return entry.text[:1].isalpha()


def _initial(entry: IndexEntry) -> str:
    if not _is_letter(entry):
        return _("Numbers and signs")
    first = entry.text[0].upper()
    # An accent is no letter of its own, where the alphabet does not have it.
    return first if first in "ÅÄÖ" else sort_key(first)[0][:1].upper()
