"""`yp calendar --format ics`: the year as iCalendar (RFC 5545), the same bytes for the same commit.

Every entry is a whole day or several. An UID is ``<key>@<agreement>.yp`` for ever, and SEQUENCE
grows with the commits of the data and with the records that change an entry, so that taking a
calendar in again updates it. What a duty is to one actor is an entry of its own: its UID has the
actor's id before the ``@``. DTSTAMP is when the data was last committed; of what is in no commit
only the clock tells that it is newer, and where it may not be asked it is the day of the latest
fact in an entry. A duty or a measure says what of it is recorded, not whether it is late today.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, assert_never

from yhdyspinta_cli.diagnostic import visible
from yhdyspinta_cli.facts import memo, region
from yhdyspinta_cli.facts.standings import MeasureStanding
from yhdyspinta_cli.language import current, day_text, listing
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.obligations import Event, Obligation
from yhdyspinta_cli.output.calendar import body_name, due_words, kind_word, when_words
from yhdyspinta_cli.output.calendar import title as title_of
from yhdyspinta_cli.output.ical_earlier import ASKED, NOTHING, Earlier, cancelled, settled
from yhdyspinta_cli.queries.calendar import Calendar
from yhdyspinta_cli.queries.calendar_entries import CalendarEntry
from yhdyspinta_cli.vocabulary import ENDED
from yhdyspinta_cli.wording import days, own_words
from yhdyspinta_cli.wording.obligations import force_words
from yhdyspinta_cli.wording.words import word

if TYPE_CHECKING:
    import icalendar

PRODID = "-//yhdyspinta//yp//{language}"
"""The product; its language is that of its own words in the file."""


_END = "END:VCALENDAR\r\n"
_COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)
_A_SECOND = 2
"""SEQUENCE counts half seconds since then: a number of 32 bits until 2054."""

_LARGEST = 2**31 - 1
"""No importer takes a larger one; a clock that is decades ahead does not end the program."""


def asked(kb: KnowledgeBase, year: int, narrowed: Mapping[str, str | None]) -> str:
    """Return which calendar a file holds: two of one name are one calendar at two times."""
    words = (f"{name}={value}" for name, value in narrowed.items() if value)
    return " ".join((kb.agreement.id, str(year), *words))


def text(
    kb: KnowledgeBase,
    answer: Calendar,
    *,
    asked: str,
    actor: str | None = None,
    changed: datetime | None = None,
    earlier: Earlier = NOTHING,
) -> str:
    """Return the year as the text of an ``.ics`` file, its lines closed by CR LF.

    `asked` names the calendar (see `asked`), `actor` is the id of whose it is, None for that of
    all. `changed` is when the data was last changed, `earlier` what the file had that is written
    over.
    """
    calendar = _calendar(kb, f"{_called(kb)} {answer.year}", actor)
    calendar.add(ASKED, asked)
    entries = (*answer.entries, *answer.cancelled, *answer.moved)
    events = [settled(_event(kb, entry, actor, changed), earlier) for entry in entries]
    told = {str(event["uid"]) for event in events}
    for event in (*events, *cancelled(earlier, told, _version(changed))):
        calendar.add_component(event)
    return bytes(calendar.to_ical()).decode("utf-8")


def of_years(kb: KnowledgeBase, years: Iterable[Calendar], actor: str | None) -> str:
    """Return several years as one calendar, each entry once; empty where nothing is in them.

    `actor` as in `text`. For those who take the whole file in anew each time: an entry follows from
    the data alone, its DTSTAMP from the day of its latest fact, its SEQUENCE from the records that
    have changed it, in whichever commits they came.
    """
    entries = {entry.key: entry for year in years for entry in (*year.entries, *year.cancelled)}
    if not entries:
        return ""
    empty = bytes(_calendar(kb, _called(kb), actor).to_ical()).decode("utf-8")
    parts = (
        _written(kb, entry, actor if entry.kind == "due" else None, current())
        for entry in entries.values()
    )
    return "".join((empty.removesuffix(_END), *parts, _END))


@memo.once
def _written(
    kb: KnowledgeBase,
    entry: CalendarEntry,
    actor: str | None,
    _language: str,
) -> str:
    """Return an entry as its calendars have it: a meeting is in that of each who sat in it."""
    return bytes(_event(kb, entry, actor, None).to_ical()).decode("utf-8")


def _calendar(kb: KnowledgeBase, name: str, actor: str | None) -> "icalendar.Calendar":
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODID.format(language=current().upper()))
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _plain(name + (f": {kb.name(actor)}" if actor else "")))
    calendar.add("x-wr-timezone", region.zone(kb).key)
    return calendar


def _called(kb: KnowledgeBase) -> str:
    return kb.agreement.short or kb.agreement.title


def _version(changed: datetime | None) -> int:
    """Return a number that is larger for data that was changed later, 0 where nobody knows."""
    if changed is None:
        return 0
    return max(0, int((changed - _COUNTED_FROM).total_seconds() * _A_SECOND))


def is_past(changed: datetime) -> datetime:
    """Return the first moment with a larger SEQUENCE than data that was `changed` then has."""
    return _COUNTED_FROM + timedelta(seconds=(_version(changed) + 1) / _A_SECOND)


def _event(
    kb: KnowledgeBase, entry: CalendarEntry, actor: str | None, changed: datetime | None
) -> "icalendar.Event":
    import icalendar

    event = icalendar.Event()
    # Of a duty each actor is told how it stands for that actor; all may be in one calendar.
    own = actor if entry.kind == "due" else None
    event.add("uid", f"{entry.key}{f'-{own}' if own else ''}@{kb.agreement.id}.yp")
    event.add("dtstamp", changed or datetime.combine(entry.stamp, datetime.min.time(), UTC))
    if changed is not None:
        event.add("last-modified", changed)
    # Records that are not committed yet count beside the commits.
    event.add("sequence", min(_version(changed) + entry.revision, _LARGEST))
    event.add("dtstart", entry.start)
    # The day after the last one: DTEND is not part of the event (RFC 5545, 3.6.1).
    event.add("dtend", _after(entry.end))
    event.add("summary", _plain(f"{kb.name(own)}: {summary(entry)}" if own else summary(entry)))
    event.add("description", _plain("\n".join(_lines(kb, entry))))
    event.add("categories", [_plain(kind_word(entry))])
    event.add("status", _status(entry))
    # A whole day in a calendar must not make anybody busy.
    event.add("transp", "TRANSPARENT")
    return event


def _after(day: date) -> date:
    return day + timedelta(days=1)


def _status(entry: CalendarEntry) -> str:
    if entry.cancelled:
        return "CANCELLED"
    return "TENTATIVE" if entry.is_tentative else "CONFIRMED"


def summary(entry: CalendarEntry) -> str:
    """The line of a calendar: the title, and in words what is not sure about it."""
    title = title_of(entry)
    match entry.kind:
        case "due":
            title = f"{title}: {due_words(entry)}"
            return (
                _("Due (tentative): {title}").format(title=title) if entry.is_tentative else title
            )
        case "measure-due":
            assert entry.measure is not None
            return f"{kind_word(entry)}: {title} ({_done(entry.measure)})"
        case "event" | "dated":
            if entry.cancelled:
                return _("Recorded by mistake: {title}").format(title=title)
            if entry.is_tentative:
                return _("{title} (tentative: {when}, the day is not known)").format(
                    title=title, when=when_words(entry)
                )
            return title
        case (
            "agreement-start"
            | "agreement-change"
            | "agreement-end"
            | "party-joined"
            | "party-left"
            | "term-start"
            | "term-end"
        ):
            return f"{kind_word(entry)}: {title}"
        case _:
            assert_never(entry.kind)


def _done(measure: MeasureStanding) -> str:
    """Whether a measure is recorded as completed, or as ended otherwise: a word for any day."""
    if measure.state in ENDED:
        return _("recorded: {state}").format(state=own_words.situation(measure))
    return _("not recorded as completed")


def _latest_state(measure: MeasureStanding) -> str:
    """The latest recorded state of a measure with its day."""
    latest = measure.latest
    if latest is None:
        return _("No state of the measure as a whole is recorded.")
    state = word("disputed") if measure.is_disputed else own_words.situation(measure)
    told = _("Latest recorded state: {state}, {day}.")
    return told.format(state=state, day=days.moment(latest.on))


def _lines(kb: KnowledgeBase, entry: CalendarEntry) -> list[str]:
    record = entry.record
    lines = [kind_word(entry)]
    if entry.measure is not None:
        lines.append(_latest_state(entry.measure))
    if entry.opens is not None:
        is_set = isinstance(record, Obligation) and (record.rhythm.due or record.rhythm.within)
        window = (
            _("To be done from {start} on, at the latest on {end}.")
            if is_set
            else _("Any time from {start} to {end}; no day is set.")
        )
        lines.append(window.format(start=day_text(entry.opens), end=day_text(entry.end)))
    if isinstance(record, Obligation):
        doers = listing(dict.fromkeys(kb.name(doer.actor) for doer in record.doers))
        lines.append(_("Who must do it: {names}").format(names=doers))
        lines.append(_("Binding force: {force}").format(force=force_words(entry.standings)))
    if isinstance(record, Event):
        lines += _event_lines(kb, entry, record)
    source = kb.source_of(record)
    if source:
        lines.append(_("Source: {source}").format(source=source))
    return lines


def _event_lines(kb: KnowledgeBase, entry: CalendarEntry, event: Event) -> list[str]:
    lines = []
    if event.body:
        lines.append(_("Body: {name}").format(name=body_name(kb, entry)))
    if event.area:
        lines.append(_("Area: {name}").format(name=kb.name(event.area)))
    if event.party:
        lines.append(_("Party: {name}").format(name=kb.name(event.party)))
    if event.convener:
        lines.append(_("Convener: {name}").format(name=kb.name(event.convener)))
    if event.chair:
        lines.append(_("Chair: {name}").format(name=kb.name(event.chair)))
    lines += [_("Decision: {text}").format(text=text) for text in event.decisions]
    lines += [f"{link.title}: {link.url}" for link in event.links]
    if event.note:
        lines.append(event.note)
    return lines


def _plain(text: str) -> str:
    """Text without anything that a calendar could not show; lines stay lines."""
    return "\n".join(visible(line) for line in text.split("\n"))
