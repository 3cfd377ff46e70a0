"""What is said of the whole: whose data it is, of which days, under which licence."""

from dataclasses import replace
from datetime import date

from yhdyspinta_cli import language
from yhdyspinta_cli.facts import agreement, reader
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import day_text
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.opendata.table import ExportAsked
from yhdyspinta_cli.vocabulary import LICENCES

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
        """Whose paper the agreement is."""
        return self.kb.agreement.organisation.name

    @property
    def homepage(self) -> str | None:
        """The publisher's own pages, where the data has their whole address."""
        page = self.kb.agreement.organisation.website
        return page if page is not None and page.startswith(("https://", "http://")) else None

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
