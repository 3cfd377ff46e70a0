"""The kinds of values that a record can hold, and what each refuses.

The words of a refusal are not here: a validator raises a pydantic error whose type is known to
`store`, which puts it into the reader's language.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any
from unicodedata import category

from yhdyspinta_cli import plain_text, vocabulary
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.model import days, registered
from yhdyspinta_cli.model.marks import Judged, RefusalError, Strict
from yhdyspinta_cli.model.moment import Moment

# Letters by category, but blank to the eye: Hangul fillers and the Braille blank.
BLANK = "\u115f\u1160\u3164\uffa0\u2800"
DIGEST_LETTERS = r"[0-9a-f]{64}"
COMMIT_LETTERS = r"[0-9a-f]{40}|[0-9a-f]{64}"
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


def is_id(text: str) -> bool:
    """True for a text of the form of an id; whether there is such a record is not asked."""
    return len(text) <= ID_LENGTH and _ID.fullmatch(text) is not None


def _id(value: Any) -> Any:
    if isinstance(value, str) and not is_id(value):
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

Day = Annotated[date, Judged(days.day)]
"""A day between 1900 and 2099."""

Year = Annotated[int, Judged(days.year)]
"""A year between 1900 and 2099."""

Digest = Annotated[str, Judged(_digest)]
"""The SHA-256 of a file, in 64 hexadecimal digits."""

Commit = Annotated[str, Judged(_commit)]
"""The whole id of a commit of git."""

Mailbox = Annotated[str, Judged(registered.mailbox)]
"""One e-mail address without a name: ``kirjaamo@example.org``; the domain in any script."""

Instant = Annotated[datetime, Judged(days.instant)]
"""A moment to the second with its offset: ``"2024-05-14T10:22:33+03:00"``."""


DueDay = Annotated[str, Judged(days.due_day)]
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
        return days.day(value)
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


When = Annotated[Moment, Judged(days.moment)]
"""A `Moment` read from a day, a month (``2024-05``) or a year."""


def _dating(value: Any) -> Any:
    if type(value) is date:
        return value.isoformat()
    if type(value) is int and days.EARLIEST.year <= value <= days.LATEST.year:
        return str(value)
    return _line(value)


Dating = Annotated[str, Judged(_dating)]
"""When something happened, as a list or a stamp prints it: a day, a day with its time, a month,
a year, or words. `days.dated` tells what can be told of it."""


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
