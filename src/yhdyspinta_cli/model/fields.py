"""The kinds of values that a record can hold, and what each refuses.

The words of a refusal are not here: a validator raises a pydantic error whose type is known to
`store`, which puts it into the reader's language.
"""

import re
from calendar import monthrange
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any
from unicodedata import category

from yhdyspinta_cli import plain_text, vocabulary
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model import registered
from yhdyspinta_cli.model.marks import Judged, RefusalError, Strict
from yhdyspinta_cli.model.moment import Moment

EARLIEST, LATEST = date(1900, 1, 1), date(2099, 12, 31)

# Letters by category, but blank to the eye: Hangul fillers and the Braille blank.
BLANK = "\u115f\u1160\u3164\uffa0\u2800"
# Compiled when a value is held against them: a run that judges nothing needs none.
_DAY = r"([0-9]{4})-([0-9]{2})-([0-9]{2})"
_MONTH = r"([0-9]{4})-(0[1-9]|1[0-2])"
INSTANT_LETTERS = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}:[0-9]{2})"
)
DIGEST_LETTERS = r"[0-9a-f]{64}"
COMMIT_LETTERS = r"[0-9a-f]{40}|[0-9a-f]{64}"
_DAY_OF_YEAR = r"([0-9]{2})-([0-9]{2})"
# Letters and digits of any script: word characters without the underscore, which stands in the
# place of a space where none may be (the anchors of a page).
_CODE = re.compile(r"[^\W_]+(?:[./ -][^\W_]+)*")
ID_LETTERS = r"[a-z0-9]+(?:-[a-z0-9]+)*"
ID_LENGTH, CODE_LENGTH = 63, 24
"""How many letters an id and a code may have."""
_ID = re.compile(ID_LETTERS)


def _prose(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    value = plain_text.composed(value)
    is_told = value[:1].isalnum() and value[0] not in BLANK
    if not is_told and not any(category(c)[0] in "LNPS" and c not in BLANK for c in value):
        raise RefusalError("blank_text", "the text is empty")
    return value.strip("\n")


def _line(value: Any) -> Any:
    value = _prose(value)
    if isinstance(value, str) and "\n" in value:
        raise RefusalError("several_lines", "the text must stand on one line")
    return value


def _id(value: Any) -> Any:
    if isinstance(value, str) and (len(value) > ID_LENGTH or not _ID.fullmatch(value)):
        raise RefusalError("id_form", "not of the form of an id")
    return value


def _code(value: Any) -> Any:
    """Return a code: letters of any script and digits, with ``.``, ``-``, ``/`` or a space between.

    A number that is written without quotes is refused: 5.10 would be the same as 5.1 to others.
    """
    if isinstance(value, str):
        value = plain_text.composed(value)
        if len(value) <= CODE_LENGTH and _CODE.fullmatch(value):
            return value
    raise RefusalError("code_form", "not of the form of a code")


def _day(value: Any) -> Any:
    if isinstance(value, str):
        match = re.fullmatch(_DAY, value)
        try:
            value = date(*(int(part) for part in match.groups())) if match else value
        except ValueError:
            match = None
        if not match:
            raise RefusalError("day_form", "not a day of the form 2024-05-14")
    if type(value) is not date:
        raise RefusalError("day_form", "not a day of the form 2024-05-14")
    if not EARLIEST <= value <= LATEST:
        raise RefusalError("day_range", "the day is out of range")
    return value


def _instant(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(INSTANT_LETTERS, value):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            value = None
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise RefusalError("instant_form", "not a moment with its offset")
    _day(value.date())
    return value


def _year(value: Any) -> Any:
    if type(value) is not int or not EARLIEST.year <= value <= LATEST.year:
        raise RefusalError("year_form", "not a year")
    return value


def _digest(value: Any) -> Any:
    if not isinstance(value, str) or not re.fullmatch(DIGEST_LETTERS, value):
        raise RefusalError("digest_form", "not a digest")
    return value


def _commit(value: Any) -> Any:
    if not isinstance(value, str) or not re.fullmatch(COMMIT_LETTERS, value):
        raise RefusalError("commit_form", "not a commit")
    return value


Line = Annotated[str, Judged(_line)]
"""A text on one line that shows something: a name, a title, a label."""

Prose = Annotated[str, Judged(_prose)]
"""A text that may have several lines."""

Id = Annotated[str, Judged(_id)]
"""``[a-z0-9]+(-[a-z0-9]+)*``, at most 63 characters, for ever."""

Code = Annotated[str, Judged(_code)]
"""A measure's short code as printed: ``E4``, ``5.2``, ``ØHD-1``."""

Day = Annotated[date, Judged(_day)]
"""A day between 1900 and 2099."""

Year = Annotated[int, Judged(_year)]
"""A year between 1900 and 2099."""

Digest = Annotated[str, Judged(_digest)]
"""The SHA-256 of a file, in 64 hexadecimal digits."""

Commit = Annotated[str, Judged(_commit)]
"""The whole id of a commit of git."""

Mailbox = Annotated[str, Judged(registered.mailbox)]
"""One e-mail address without a name: ``kirjaamo@example.org``; the domain in any script."""

Instant = Annotated[datetime, Judged(_instant)]
"""A moment to the second with its offset: ``"2024-05-14T10:22:33+03:00"``."""


def _due_day(value: Any) -> Any:
    if type(value) is int:
        value = str(value)
    match = re.fullmatch(_DAY_OF_YEAR, value) if isinstance(value, str) else None
    if match:
        month, day = map(int, match.groups())
        # 2024 is a leap year: 29 February is a day that some years have.
        if 1 <= month <= 12 and 1 <= day <= monthrange(2024, month)[1]:
            return value
    elif isinstance(value, str) and value.isdecimal() and 1 <= int(value) <= 31:
        return str(int(value))
    raise RefusalError("due_day_form", "not a day of a period")


DueDay = Annotated[str, Judged(_due_day)]
"""A day of each period: ``04-30`` of a year, a quarter or a half-year, ``15`` of a month."""

Zone = Annotated[str, Judged(registered.zone)]
"""A time zone by its name in the IANA register: ``Europe/Helsinki``."""

LANGUAGE = Judged(registered.language)
"""Marks a field in which the code of a language stands."""

Language = Annotated[str, LANGUAGE]
"""A language by its code in ISO 639-1: ``fi``, ``nb``; the Sami ones by that of ISO 639-3."""

Licence = Annotated[str, Judged(registered.licence)]
"""A licence by its id in SPDX, ``CC-BY-4.0``, or by its address on the web."""

Country = Annotated[str, Judged(registered.country)]
"""A country by its code in ISO 3166-1: ``FI``."""


def _own_value(value: Any) -> Any:
    """Return a value of a field of one's own: a text, a number, a day, or several texts."""
    if isinstance(value, list | tuple) and value:
        return tuple(_prose(item) if isinstance(item, str) else _no_own_value() for item in value)
    if isinstance(value, str):
        return _prose(value)
    if type(value) is date:
        return _day(value)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return value
    return _no_own_value()


def _no_own_value() -> Any:
    raise RefusalError("own_value", "not a text, a number, a day or a list of texts")


OwnValue = Annotated[Any, Judged(_own_value)]
"""What stands in a field of one's own: a text, a number, a day, or a list of texts."""


def _count(value: Any) -> Any:
    if type(value) is int and value < 0:
        raise RefusalError("count_below_zero", "a count is never below zero")
    return value


Whole = Annotated[int, Strict()]
"""A whole number, as it is printed."""
Count = Annotated[int, Strict(), Judged(_count)]
"""How many there are: a whole number from 0 on."""
Flag = Annotated[bool, Strict()]
Number = Whole | Decimal
"""A whole number or one with decimals: true is none, a number in quotes is read as one."""


def _moment(value: Any) -> Any:
    if isinstance(value, Moment):
        return value
    if type(value) is int and EARLIEST.year <= value <= LATEST.year:
        return Moment(str(value))
    if isinstance(value, str) and re.fullmatch(_MONTH, value):
        if not EARLIEST.year <= int(value[:4]) <= LATEST.year:
            raise RefusalError("day_range", "the day is out of range")
        return Moment(value)
    if isinstance(value, str) and not re.fullmatch(_DAY, value):
        raise RefusalError("moment_form", "not a day, a month or a year")
    if isinstance(value, str | date):
        return Moment(_day(value).isoformat())
    raise RefusalError("moment_form", "not a day, a month or a year")


When = Annotated[Moment, Judged(_moment)]
"""A `Moment` read from a day, a month (``2024-05``) or a year."""


_WITH_TIME = r"([0-9-]{10})(?:T| +(?:klo +)?)[0-9]{1,2}(?:[:.].*)?"
_YEAR = r"[0-9]{4}"
_AS_SPOKEN = r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})"


def _dating(value: Any) -> Any:
    if type(value) is date:
        return value.isoformat()
    if type(value) is int and EARLIEST.year <= value <= LATEST.year:
        return str(value)
    return _line(value)


Dating = Annotated[str, Judged(_dating)]
"""When something happened, as a list or a stamp prints it: a day, a day with its time, a month,
a year, or words. `dated` tells what can be told of it."""


def dated(printed: str) -> Moment | None:
    """Return the day, month or year that a `Dating` is, None where it is only words.

    The time of a day is left out: ``2024-12-04T09:34:51+02:00`` is the fourth, as its zone has it.
    """
    spoken = re.fullmatch(_AS_SPOKEN, printed)
    written: str | int = re.sub(_WITH_TIME, r"\1", printed)
    if spoken:
        day, month, year = spoken.groups()
        written = f"{year}-{int(month):02}-{int(day):02}"
    elif re.fullmatch(_YEAR, printed):
        written = int(printed)
    try:
        found = _moment(written)
    except RefusalError:
        return None
    return found if isinstance(found, Moment) else None


@frozen
class Ref:
    """Marks a field as the id of a record of one of these kinds; `checks` resolves it.

    The words of `besides` may stand there too, and are no ids; with `or_text` any text may, and is
    an id only where such a record exists.
    """

    kinds: tuple[str, ...]
    besides: tuple[str, ...] = ()
    or_text: bool = False


# Anyone who can be responsible, in the order in which a name is looked up.
ACTOR_KINDS = ("party", "actor", "body", "project")

ActorRef = Annotated[Id, Ref(ACTOR_KINDS)]
ActorOrText = Annotated[str, Judged(_line), Ref(ACTOR_KINDS, or_text=True)]
"""An actor by its id, or a text on one line where no record tells of it."""
PartyRef = Annotated[Id, Ref(("party",))]
BodyRef = Annotated[Id, Ref(("body",))]
ProjectRef = Annotated[Id, Ref(("project",))]
GoalRef = Annotated[Id, Ref(("goal",))]
InterfaceRef = Annotated[Id, Ref(("interface",))]
MeasureRef = Annotated[Id, Ref(("measure",))]
IndicatorRef = Annotated[Id, Ref(("indicator",))]
UpdateRef = Annotated[Id, Ref(("update",))]
ValueRef = Annotated[Id, Ref(("value",))]
EventRef = Annotated[Id, Ref(("event",))]
ObligationRef = Annotated[Id, Ref(("obligation",))]
ClockRef = Annotated[Id, Ref(("obligation", "body"), vocabulary.EVENT_KINDS)]
"""What starts a clock: a kind of event, or the obligation or the body whose events do."""
StatuteRef = Annotated[Id, Ref(("statute",))]
AreaRef = Annotated[Id, Ref(("area",))]
DivisionRef = Annotated[Id, Ref(("division",))]
LevelRef = Annotated[Id, Ref(("level",))]
DocumentRef = Annotated[Id, Ref(("document",))]
