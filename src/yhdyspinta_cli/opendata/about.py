"""What is said of the whole: whose data it is, of which days, under which licence."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from yhdyspinta_cli import language
from yhdyspinta_cli.facts import agreement, reader, region, translated
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import day_text
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.opendata.table import ExportAsked
from yhdyspinta_cli.vocabulary import LICENCES, PartyKind

SPDX = "https://spdx.org/licenses/"


@frozen
class About:
    """What is said of an export: `asked` is what it is made of, `program` what made it."""

    asked: ExportAsked
    program: str

    @property
    def kb(self) -> KnowledgeBase:
        """The data."""
        return self.asked.kb

    def spoken(self) -> "About":
        """Return the same with names and texts in the language spoken now, where they have them."""
        told = reader.in_language(self.kb, language.current())
        return replace(self, asked=replace(self.asked, kb=told))

    @property
    def title(self) -> str:
        """What the export is called, in the language spoken now."""
        told = self.kb.agreement
        name = told.short or told.title
        return _("{agreement} ({region}): open data").format(agreement=name, region=told.region)

    @property
    def description(self) -> str:
        """What is in it, in a few sentences of the language spoken now."""
        words = _(
            "Who answers for what in “{title}”, what has been reported of its measures and when, "
            "how its duties stand and what is missing. Answers speak of {day}. There are no names "
            "of people in it."
        )
        day = day_text(self.asked.day)
        return words.format(title=self.kb.agreement.title, day=day)

    @property
    def licence(self) -> str | None:
        """The licence as the agreement states it: an id of SPDX or an address; None: not stated."""
        return self.kb.agreement.licence

    @property
    def licence_url(self) -> str | None:
        """The address of the licence."""
        if self.licence in LICENCES:
            return f"{SPDX}{self.licence}"
        return self.licence

    @property
    def publisher(self) -> str:
        """Whose paper the agreement is; in another language by the name of that party in it."""
        name, party = self.kb.agreement.organisation.name, self._party
        if party is None or name in (party.official_name, party.name):
            return name
        return party.official_name

    @property
    def mailbox(self) -> str | None:
        """The e-mail address of an office or a role of the publisher, where the data has one."""
        return None if self._party is None else self._party.contact

    @property
    def publisher_type(self) -> PartyKind | None:
        """What kind of party publishes; None where none of them does."""
        return None if self._party is None else self._party.type

    @property
    def _party(self) -> Party | None:
        """The party that publishes; in a copy in another language it keeps the names it had."""
        name = self.kb.agreement.organisation.name
        return next((one for one in self.kb.parties if name in one.names), None)

    @property
    def homepage(self) -> str | None:
        """The address of the publisher's own pages, where the data has one."""
        page = self.kb.agreement.organisation.website or ""
        if page.startswith(("https://", "http://")):
            return page
        # A letterhead prints its address without the scheme; what has another one is no page.
        return f"https://{page}" if page and ":" not in page else None

    @property
    def languages(self) -> tuple[str, ...]:
        """The language of the data, and those into which something of it is translated."""
        return (self.kb.agreement.language, *translated.languages(self.kb))

    def translated(self, read: Callable[["About"], str]) -> Iterator[tuple[str, str]]:
        """Yield a text of the data with its language, in each language in which the data has it."""
        own, *others = self.languages
        text = read(self)
        yield own, text
        for code in others:
            told = replace(self, asked=replace(self.asked, kb=reader.in_language(self.kb, code)))
            found = read(told)
            if found != text or found in told.kb.translated:
                yield code, found

    @property
    def changed(self) -> date:
        """The last day of which it speaks, or on which something in it was recorded."""
        zone = region.zone(self.kb)
        moments = (one.recorded for one in self.kb.correctable)
        days = [moment.astimezone(zone).date() for moment in moments if moment is not None]
        if self.asked.revision is not None:
            days.append(self.asked.revision.day)
        return max(self.asked.day, *days) if days else self.asked.day

    @property
    def first_day(self) -> date:
        """The first day of the agreement."""
        return agreement.first_day(self.kb)

    @property
    def last_day(self) -> date | None:
        """The last day of the agreement as it stands on the day asked; None: it has no end."""
        return agreement.last_day(self.kb, self.asked.day)

    @property
    def keywords(self) -> tuple[str, ...]:
        """What it is about, in the language of the data: the region and its interfaces."""
        titles = (interface.title for interface in self.kb.interfaces)
        return tuple(dict.fromkeys((self.kb.agreement.region, *titles)))
