"""Texts of the data made inert in HTML, with what a careful typographer adds."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from markupsafe import Markup, escape

from yhdyspinta_cli.diagnostic import visible
from yhdyspinta_cli.inert_markdown import folded
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.naming import Name
from yhdyspinta_cli.report import documents, markdown
from yhdyspinta_cli.wording import sentences

_NBSP = "\u00a0"
_JOINER = "\u2060"
_SECOND_HALF = re.compile(r"(?<=\s-)(?=\w)")
"""``kokouskutsuista ja -järjestelyistä``: a line must not end between the hyphen and its word."""
_SCHEME = re.compile(r"(?i)^(?:https?://|mailto:)")
# Kielitoimiston ohjepankki: a space that must not end a line, before a unit and around §.
_UNIT = re.compile(r"(?<=\d) (?=[§%€]|milj\.|mrd\.|kpl\b)|(?<=§) (?=\d)| (?=– )")


def css_string(text: str) -> Markup:
    """Return a text as a string of CSS in which nothing acts, the style's end least of all."""
    shown = visible(folded(text))
    escaped = "".join(c if c.isalnum() or c in " .,:-–" else f"\\{ord(c):x} " for c in shown)
    return Markup(f'"{escaped}"')  # noqa: S704 - letters, digits and what is escaped above


# Names, days and words of states come again and again, on a site on hundreds of pages.
@lru_cache(maxsize=8192)
def inert(text: str) -> Markup:
    """Return a text of the data as HTML that shows it and does nothing else."""
    return escape(visible(folded(text)))


@lru_cache(maxsize=8192)
def _well_set(text: str) -> str:
    """Return a text on one line, with the blanks and hyphens at which no line must end."""
    return _SECOND_HALF.sub(_JOINER, _UNIT.sub(_NBSP, visible(folded(text))))


_INNER_LINK = re.compile(r'<a href="#([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
# Of a place on the page, whatever it is called after: a code has letters that no record's id has.
# With what stands before it to be looked at, it would take 15 times as long.
_PLACE = re.compile(r'id="([^"]+)"')


def linked(page: str, beside: str = "") -> str:
    """Return a page in which a link to what is not on it leads to the file `beside` it.

    Where there is none it is its text alone.
    """
    here = set(_PLACE.findall(page))

    def resolved(found: re.Match[str]) -> str:
        if found[1] in here:
            return found[0]
        return found[0].replace('href="#', f'href="{escape(beside)}#', 1) if beside else found[2]

    return _INNER_LINK.sub(resolved, page)


_WORD = re.compile(r"[^\W\d_]{2}")
"""What has a language: a code, a number and a sign have none."""
_LONGEST_NAME = 200


def _is_name(text: str) -> bool:
    """True for what is short enough to stand inside another text."""
    return len(text) <= _LONGEST_NAME and "\n" not in text


def _spaced(part: str, found: Markup) -> Markup:
    """Return what is shown of a part, with the spaces that part it from what stands beside it."""
    begin = " " if part.startswith(" ") else ""
    end = " " if part.strip(" ") and part.endswith(" ") else ""
    return escape(begin) + found + end


class Prose:
    """Texts of the data for one page: abbreviations are expanded on their first use in a chapter.

    `foreign` is the language of the data where the page speaks another one; `translated` are the
    texts that stand in the page's own all the same. A link's text is unique on the page: a second
    address under the same text gets a number. `address` gives that of a record's page by its id,
    empty for none: a name that knows its record becomes a link. `site` is the address under which
    the page is found itself, empty where it is not known.
    """

    def __init__(
        self,
        abbreviations: Sequence[documents.AbbreviationRow],
        foreign: str,
        translated: frozenset[str] = frozenset(),
        address: Callable[[str], str] | None = None,
        site: str = "",
    ) -> None:
        self._expansions = {
            a.short: a.expansion or a.means
            for a in abbreviations
            if a.expansion or (a.means and a.short not in a.means)
        }
        shorts = sorted(self._expansions, key=lambda short: (-len(short), short))
        words = "|".join(re.escape(short) for short in shorts)
        self._word = re.compile(rf"(?<!\w)(?:{words})(?!\w)") if words else None
        self._foreign = foreign
        self._translated = translated
        # A name stands in what is put together of names, as after its code; a whole text does not.
        names = sorted(filter(_is_name, translated), key=lambda name: (-len(name), name))
        inside = "|".join(map(re.escape, names))
        self._inside = re.compile(rf"(?<!\w)({inside})(?!\w)") if names else None
        self._address = address
        self._site = site
        self._seen: set[str] = set()
        self._links: dict[str, str] = {}

    def chapter(self) -> str:
        """Begin a chapter: abbreviations are expanded anew."""
        self._seen.clear()
        return ""

    def foreign(self, value: str) -> str:
        """Return the language of a text where it is not the page's.

        Empty where it is, and for a day or a number, which has none, also beside a translated name.
        """
        if not self._foreign or value in self._translated:
            return ""
        return self._foreign if any(map(_WORD.search, self._parts(value)[::2])) else ""

    def text(self, value: str) -> Markup:
        """Return a text of the data, inert and well set."""
        return self._to_its_page(value, self._marked(value, self._set))

    def ours(self, value: str) -> Markup:
        """Return a sentence of ours, well set, what is marked in it as the data's in its language.

        A name of the data that is not marked has none.
        """
        shown = Markup("").join(
            self._marked(part, self._set) if of_data else _spaced(part, self._set(part))
            for part, of_data in sentences.parted(value)
        )
        return self._to_its_page(value, shown)

    def _set(self, value: str) -> Markup:
        shown = _well_set(str(value))
        if self._word is None or self._word.search(shown) is None:
            return escape(shown)
        parts = []
        end = 0
        for match in self._word.finditer(shown):
            short = match[0]
            if short in self._seen:
                continue
            self._seen.add(short)
            expansion = escape(visible(self._expansions[short]))
            parts.append(escape(shown[end : match.start()]))
            parts.append(Markup('<abbr title="%s">%s</abbr>') % (expansion, short))
            end = match.end()
        parts.append(escape(shown[end:]))
        return Markup("").join(parts)

    def plain(self, value: str) -> Markup:
        """Return a text of the data, inert and otherwise as it is: in a title, beside a state."""
        return self._to_its_page(value, self._marked(value, inert))

    def _to_its_page(self, value: str, shown: Markup) -> Markup:
        """Return what is shown of a value as a link, where it is the name of what has a page."""
        if self._address is None or not isinstance(value, Name):
            return shown
        address = self._address(value.key)
        # A site has tens of thousands: `Markup.__mod__` takes five times as long.
        return Markup(f'<a href="{escape(address)}">{shown}</a>') if address else shown  # noqa: S704

    def _marked(self, value: str, shown: Callable[[str], Markup]) -> Markup:
        """Return a text as it is to be shown, what is not in the page's language marked with its
        own.
        """
        if not self.foreign(value):
            return shown(value)
        return Markup("").join(
            shown(part) if number % 2 else _spaced(part, self._in_its_language(part, shown(part)))
            for number, part in enumerate(self._parts(value))
        )

    def _parts(self, value: str) -> list[str]:
        """Return the parts of a text: one without a translated name, such a name, and so on."""
        line = folded(value)
        return self._inside.split(line) if self._inside else [line]

    def _in_its_language(self, value: str, found: Markup) -> Markup:
        if not self.foreign(value):
            return found
        return Markup('<span lang="%s">%s</span>') % (self._foreign, found)

    def _leads_away(self, target: str) -> bool:
        """True for what is on another site: neither an address of mail nor a page of this one."""
        return not target.lower().startswith("mailto:") and not (
            self._site and f"{target}/".startswith(self._site)
        )

    def link(self, text: str, url: str | None) -> Markup:
        """Return a link where the address is harmless, else the text alone."""
        target = markdown.harmless(url)
        if not target:
            return self.text(text)
        shown = visible(folded(text))
        # On paper the address follows the text, unless the text is the address.
        is_bare = shown in (target, _SCHEME.sub("", target))
        address = visible(markdown.readable(target))
        if is_bare:
            shown = visible(markdown.readable(shown))
        unique, number = shown, 1
        while self._links.setdefault(unique, target) != target:
            number += 1
            unique = f"{shown} ({number})"
        told = escape(unique) if is_bare else self._in_its_language(text, escape(unique))
        way = Markup(' class="bare"') if is_bare else Markup("")
        if address != target and not is_bare:
            way = Markup(' data-address="%s"') % address
        if self._address is not None and self._leads_away(target):
            # Among links to pages of one's own it has to be told that this one leads away.
            way += Markup(' class="away"') if not is_bare else Markup("")
            told += Markup('<span class="unseen"> (%s)</span>') % _("leads to another site")
        return Markup('<a href="%s"%s rel="noopener noreferrer nofollow">%s</a>') % (
            target,
            way,
            told,
        )
