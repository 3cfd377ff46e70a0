"""What every page of a site is made of: the data on a day, its answers, the addresses."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar

from yhdyspinta_cli import report
from yhdyspinta_cli.facts import arrival
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model.actors import Party
from yhdyspinta_cli.model.bodies import Body
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.queries import calendar, card, compared, filters, had, published, status
from yhdyspinta_cli.queries.calendar import Calendar
from yhdyspinta_cli.queries.card import Card
from yhdyspinta_cli.report import cards, measures
from yhdyspinta_cli.report.build import Desk
from yhdyspinta_cli.report.cards import MeasureCard
from yhdyspinta_cli.report.documents import Provenance
from yhdyspinta_cli.report.reports import Frame, Year
from yhdyspinta_cli.report.year_report import year_report
from yhdyspinta_cli.site import addresses, calendars
from yhdyspinta_cli.site.addresses import AddressBook
from yhdyspinta_cli.site.calendars import CalendarFile
from yhdyspinta_cli.site.surroundings import Surroundings
from yhdyspinta_cli.vocabulary import BODY_CHAPTERS

R = TypeVar("R", bound=Record)


@frozen
class Site:
    """A knowledge base as a site shows it: as of `day`, the last of what is told of `year`.

    `over`: the day is past. `known` is what the data had when a report was published;
    `has_own_templates`: some of its pages may be made from other templates than the packaged ones.
    Which data it is, its digest and its commit (`stamp`), stands on one page: all others follow
    from what is told on them, whichever commit it came with.
    """

    kb: KnowledgeBase
    year: int
    day: date
    over: bool
    language: str
    stamp: Provenance
    known: published.Known
    around: Surroundings
    has_own_templates: bool = False

    @cached_property
    def desk(self) -> Desk:
        """What the sheets of the site's day are put together from."""
        return self.desk_of(self.year)

    @property
    def frame(self) -> Frame:
        """Of which agreement the site speaks, as of which day, from which data."""
        return self.desk.frame

    @cached_property
    def report(self) -> Year:
        """The report of the site's year: its brief, its cards, its lists."""
        return year_report(self.kb, self.desk.answers, self.desk.frame, BODY_CHAPTERS)

    @cached_property
    def former(self) -> tuple[MeasureCard, ...]:
        """The cards of the measures that have ended before the day: an address stays."""
        there = {row.key for row in self.desk.answers.measures}
        gone = [
            measure
            for measure in self.kb.measures
            if measure.id not in there and not arrival.is_later(self.kb, measure, self.day)
        ]
        found = status.overview(self.kb, gone, self.day)
        rows = measures.measure_rows(self.kb, found)
        made = cards.chapters(
            self.kb, measures.chapters(self.kb, found, rows), self.desk.answers, (), ()
        )
        return tuple(card for chapter in made for card in chapter.cards)

    @cached_property
    def gone(self) -> Mapping[str, date]:
        """The last day of each measure that has ended, by its code where no other has that now."""
        found = {one.code: one.end for one in self.kb.measures if one.end and one.end < self.day}
        there = {row.code for row in self.desk.answers.measures}
        return {code: end for code, end in found.items() if code not in there}

    @cached_property
    def cards(self) -> Mapping[str, Card]:
        """The card of everyone who can be responsible, by id: all that is theirs."""
        return {actor.id: card.card(self.kb, actor, self.day) for actor in self.kb.all_actors}

    @cached_property
    def earlier(self) -> Mapping[str, Card]:
        """The card that a party had on its last day, and who has nothing any more when it had.

        By id: none of those of whom nothing ever was.
        """
        found = ((one.actor, self._last_day(one)) for one in self.cards.values())
        return {actor.id: card.card(self.kb, actor, on) for actor, on in found if on is not None}

    def _last_day(self, now: Card) -> date | None:
        if isinstance(now.actor, Party):
            return now.ending.day if now.ending else None
        if now.groups or now.predecessors or isinstance(now.actor, Body):
            return None
        return had.last_day(self.kb, now.actor.id, self.day)

    @cached_property
    def book(self) -> AddressBook:
        """Where each record has its page."""
        return addresses.book(self.kb, self.day, {**self.cards, **self.earlier})

    def listed(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind that have a page, in the order of their list."""
        found = (one for one in self.kb.of(kind) if self.book.of(one.id))
        return filters.ordered(kind.kind, found)

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties that there are or have been by the day, in the order of the data.

        What has an address of each of them keeps it when one leaves.
        """
        return tuple(one for one in self.kb.parties if not arrival.is_later(self.kb, one, self.day))

    def coming(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind that begin after the day, and have no page yet.

        None on a site of a day that was asked for: what was known later counts for nothing.
        """
        if self.around.is_of_a_day:
            return ()
        return tuple(one for one in self.kb.of(kind) if arrival.is_later(self.kb, one, self.day))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that have a report, the site's own one last."""
        held = compared.held_in(self.kb, self.year, self.day)
        return (*(one for one in held if date(one, 12, 31) < self.day), self.year)

    @cached_property
    def calendars(self) -> tuple[CalendarFile, ...]:
        """The calendars to be taken in, of this year and the next."""
        return calendars.found(
            self.kb, self.years, self.parties, self.day, is_of_a_day=self.around.is_of_a_day
        )

    def calendar(self, year: int) -> Calendar:
        """Return the calendar of a year as of the site's day."""
        if year not in self._calendars:
            self._calendars[year] = calendar.year(self.kb, year, self.day, over=self.over)
        return self._calendars[year]

    @cached_property
    def _calendars(self) -> dict[int, Calendar]:
        return {}

    def desk_of(self, year: int) -> Desk:
        """Return what the report of a year of `years` is put together from."""
        is_own = year == self.year
        day = self.day if is_own else date(year, 12, 31)
        return report.open_desk(
            self.kb,
            year,
            day,
            language=self.language,
            stamp=Provenance(self.stamp.version, "", "", day),
            over=self.over if is_own else True,
            known=self.known,
        )
