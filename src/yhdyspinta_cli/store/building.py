"""A tree -> one frozen record, or faults that name the key, the line and what was meant."""

from collections.abc import Iterator
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from yhdyspinta_cli import suggestion, vocabulary
from yhdyspinta_cli.diagnostic import Diagnostic, Location, Route, Severity, quoted
from yhdyspinta_cli.document import Tree
from yhdyspinta_cli.language import later
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.own_words import NO_WORDS, OwnWords
from yhdyspinta_cli.model.record import Noun, Record
from yhdyspinta_cli.store import given as given_words
from yhdyspinta_cli.store import own_words

_HINTS = 60
"""For how many faults of a record something similar is looked for; no more are shown."""

# In an order, so that the same one of two that are alike is always offered.
_LANGUAGES = sorted(vocabulary.LANGUAGES)

R = TypeVar("R", bound=Record)


def build_record(
    tree: Tree, route: Route, data: object, kind: type[R], own: OwnWords = NO_WORDS
) -> R | list[Diagnostic]:
    """Return the record that `data` (at `route` in the tree) is, or every fault of its shape.

    `own` are the words of the knowledge base's own; in `data` the standard ones take their place.
    The list is empty where the only fault is that nobody can say what an own word means: its
    declaration is told of that.
    """
    kept = own_words.replaced(kind, data, own) if own else {}
    try:
        record = kind.model_validate(data)
    except ValidationError as error:
        return list(_diagnostics(tree, route, kind, error, own))
    own_words.keep(record, kept)
    return record


def _diagnostics(
    tree: Tree, base: Route, kind: type[Record], error: ValidationError, own: OwnWords
) -> Iterator[Diagnostic]:
    seen: set[tuple[Location, str]] = set()
    for detail in error.errors(include_url=False):
        if own and own_words.is_broken(kind, detail, own):
            continue
        route = (*base, *_inside(detail["loc"], detail["type"], tree, base))
        code, message, hint, at_key = _words(kind, detail, route, own, near=len(seen) < _HINTS)
        place = tree.locate(route, key=at_key)
        if code == "YP102":
            place = tree.locate(route[:-1])
        if (place, code + message) not in seen:
            seen.add((place, code + message))
            yield Diagnostic(place, code, Severity.ERROR, message, hint)


def _inside(loc: tuple[int | str, ...], kind: str, tree: Tree, base: Route) -> Route:
    """Return the part of pydantic's own path that the file has; union tags are not in it."""
    route: Route = ()
    for step in loc:
        before = tree.locate((*base, *route))
        if (
            kind not in ("missing", "extra_forbidden")
            and tree.locate((*base, *route, step)) == before
        ):
            break
        route = (*route, step)
    return route


def _words(
    kind: type[Record], detail: ErrorDetails, route: Route, own: OwnWords, *, near: bool
) -> tuple[str, str, str, bool]:
    """Return code, message, hint, and whether the place is the key's.

    Where `near` is false, nothing similar is looked for.
    """
    sort, given = detail["type"], detail["input"]
    context = detail.get("ctx") or {}
    field = next((str(step) for step in reversed(route) if isinstance(step, str)), "")
    name = quoted(field)
    if sort == "extra_forbidden":
        noun = walk.noun_at(kind, detail["loc"])
        hint = _near_key(field, noun) if near else _("see docs/data-format.md")
        return "YP101", _("unknown key {name}").format(name=name), hint, True
    if sort in ("missing", "state_missing"):
        missing = quoted("state" if sort == "state_missing" else str(detail["loc"][-1]))
        message = _("the key {name} is missing").format(name=missing)
        hint = _("add a line '{key}: …'").format(key=missing.strip("'"))
        return "YP102", message, hint, False
    if sort == "literal_error":
        expected = str(context.get("expected", "")).replace(" or ", ", ")
        message = _("{name} cannot be {value}").format(name=name, value=given_words.shown(given))
        words = [word.strip("' ") for word in expected.split(",")]
        words += own_words.allowed(kind, detail, own)
        hint = suggestion.hint(suggestion.nearest(str(given), words)) if near else ""
        return "YP104", message, hint or _("one of: {words}").format(words=", ".join(words)), False
    if sort == "language_code":
        message = _("{name} is not a language: {value}").format(
            name=name, value=given_words.shown(given)
        )
        hint = suggestion.hint(suggestion.nearest(str(given), _LANGUAGES)) if near else ""
        other = _("a language is written by its code, as in ISO 639-1: fi, nb, es")
        return "YP104", message, hint or other, False
    custom = _CUSTOM.get(sort)
    if custom is not None:
        code, message, hint = custom
        return (
            code,
            _(message).format(name=name, value=given_words.shown(given)),
            _(hint) if hint else "",
            False,
        )
    expected = _EXPECTED.get(sort, "")
    message = _("{name} must be {expected}, but it is {found}").format(
        name=name,
        expected=_(expected) if expected else _("of another kind"),
        found=given_words.found_words(given),
    )
    return "YP103", message, given_words.kind_hint(sort, given), False


_EXPECTED = {
    "string_type": later("a text"),
    "int_type": later("a whole number"),
    "bool_type": later("true or false"),
    "tuple_type": later("a list"),
    "dict_type": later("a map of keys"),
    "model_type": later("a map of keys"),
    "model_attributes_type": later("a map of keys"),
    "int_from_float": later("a whole number"),
}

_CUSTOM: dict[str, tuple[str, str, str]] = {
    "own_value": (
        "YP103",
        later("{name} must be a text, a number, a day or a list of texts"),
        later("a field of one's own holds one value, or a list of texts"),
    ),
    "code_form": (
        "YP105",
        later("{name} has the wrong form: {value}"),
        later(
            'letters and digits with . - / or a space between them, at most 24: E4, "5.2 a", ØHD-1'
        ),
    ),
    "id_form": (
        "YP105",
        later("{name} has the wrong form: {value}"),
        later("an id has only a-z, 0-9 and single hyphens, at most 63 characters"),
    ),
    "blank_text": ("YP106", later("{name} is empty"), later("write a text, or delete the key")),
    "several_lines": (
        "YP106",
        later("{name} must stand on one line"),
        later("join the lines, without | or >"),
    ),
    "day_form": (
        "YP107",
        later("{name} is not a day: {value}"),
        later("a day is written 2024-05-14"),
    ),
    "day_range": (
        "YP107",
        later("{name} is out of range: {value}"),
        later("days from 1900 to 2099 are accepted"),
    ),
    "moment_form": (
        "YP107",
        later("{name} is not a day, a month or a year: {value}"),
        later("write 2024-05-14, 2024-05 or 2024"),
    ),
    "due_day_form": (
        "YP107",
        later("{name} is not a day of a period: {value}"),
        later('write "04-30" for 30 April of each year, or 15 for the 15th of each month'),
    ),
    "instant_form": (
        "YP107",
        later("{name} is not a moment with its offset: {value}"),
        later('a moment is written "2024-05-14T10:22:33+03:00"'),
    ),
    "zone_name": (
        "YP104",
        later("{name} is not a time zone: {value}"),
        later("a zone is written Europe/Helsinki"),
    ),
    "country_code": (
        "YP104",
        later("{name} is not a country: {value}"),
        later("a country is written as in ISO 3166-1: FI, NO"),
    ),
    "end_before_start": (
        "YP108",
        later("the end is before the start"),
        later("check both days"),
    ),
    "nobody_and_somebody": (
        "YP108",
        later("both responsible and nobody are given"),
        later("keep one of the two"),
    ),
    "void_alone": (
        "YP108",
        later("void goes with corrects, and without a state"),
        later("name what is taken back under 'corrects', and delete the state"),
    ),
    "appoints_alone": (
        "YP108",
        later("only a decision on a measure appoints"),
        later("write 'type: decision', and under 'measure' what for"),
    ),
    "currency_code": (
        "YP104",
        later("{name} is not a currency: {value}"),
        later("a currency is written by its code: EUR, NOK, SEK"),
    ),
    "amount_and_currency": (
        "YP108",
        later("an amount and its currency go together"),
        later("write both amount and currency, or only what is printed"),
    ),
    "sum_missing": (
        "YP108",
        later("a sum has an amount with its currency, or what is printed"),
        later("write amount and currency, or printed"),
    ),
    "share_missing": (
        "YP108",
        later("a share has a percentage, or what is printed"),
        later("write percent or printed"),
    ),
    "share_range": (
        "YP108",
        later("a share is a percentage from 0 to 100"),
        later("correct the number, or write it into printed"),
    ),
    "notice_missing": (
        "YP108",
        later("a notice has its months, or what is printed"),
        later("write months or printed"),
    ),
    "target_missing": (
        "YP108",
        later("a target has a value, or what is printed"),
        later("write value or printed"),
    ),
    "value_or_void": (
        "YP108",
        later("give either a value, or void and corrects"),
        later("name what is taken back under 'corrects', and delete the value"),
    ),
    "percent_range": (
        "YP108",
        later("progress is a whole number from 0 to 100"),
        later("correct the number, or delete the line"),
    ),
    "rhythm_ways": (
        "YP108",
        later("a rhythm has exactly one of per, by, within and when, and times is at least 1"),
        later("where the source has only a vague word, write it into printed"),
    ),
    "rhythm_limits": (
        "YP108",
        later("a rhythm is either at least or at most, and every is at least 1"),
        later("keep one of the two, or count the periods from 1"),
    ),
    "rhythm_every": (
        "YP108",
        later("every goes with per: month, quarter, half-year or year"),
        later("write the period that is counted into per"),
    ),
    "rhythm_due": (
        "YP108",
        later("due is not a day of each of the periods"),
        later(
            "write a number with per: month, 04-30 with per: year; with quarter 01-15 to 03-31, "
            "and with half-year 01-15 to 06-30, counted from the first month of each"
        ),
    ),
}


_ALIKE = (("name", "title", "label", "term"), ("type", "kind"))
"""Keys of which a record has one, and each is easily taken for another."""


def _near_key(key: str, noun: type[Noun]) -> str:
    keys = list(noun.model_fields)
    alike = [name for group in _ALIKE if key in group for name in keys if name in group]
    hint = suggestion.hint(alike[0] if alike else suggestion.nearest(key, keys))
    return hint or _("the keys known here are: {keys}").format(keys=", ".join(keys))
