"""A tree -> one frozen record, or faults that name the key, the line and what was meant."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeVar

from yhdyspinta_cli import suggestion, vocabulary
from yhdyspinta_cli.diagnostic import Diagnostic, Location, Route, Severity, quoted
from yhdyspinta_cli.document.tree import Tree
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import walk
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.model.own_words import NO_WORDS, OwnWords
from yhdyspinta_cli.model.record import Record
from yhdyspinta_cli.store import given as given_words
from yhdyspinta_cli.store import judging, own_words
from yhdyspinta_cli.store.refusals import EXPECTED, REFUSALS

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

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
        record = judging.judged(kind, data)
    except judging.RefusedError as refused:
        return list(_diagnostics(tree, route, kind, refused.details, own))
    own_words.keep(record, kept)
    return record


def _diagnostics(
    tree: Tree, base: Route, kind: type[Record], details: "list[ErrorDetails]", own: OwnWords
) -> Iterator[Diagnostic]:
    seen: set[tuple[Location, str]] = set()
    for detail in details:
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
            kind not in ("missing", "unexpected_keyword_argument")
            and tree.locate((*base, *route, step)) == before
        ):
            break
        route = (*route, step)
    return route


def _words(
    kind: type[Record], detail: "ErrorDetails", route: Route, own: OwnWords, *, near: bool
) -> tuple[str, str, str, bool]:
    """Return code, message, hint, and whether the place is the key's.

    Where `near` is false, nothing similar is looked for.
    """
    sort, given = detail["type"], detail["input"]
    context = detail.get("ctx") or {}
    field = next((str(step) for step in reversed(route) if isinstance(step, str)), "")
    name = quoted(field)
    if sort == "unexpected_keyword_argument":
        noun = walk.noun_at(kind, detail["loc"])
        hint = near_key(field, noun) if near else _("see docs/data-format.md")
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
    custom = REFUSALS.get(sort)
    if custom is not None:
        code, message, hint = custom
        return (
            code,
            _(message).format(name=name, value=given_words.shown(given)),
            _(hint) if hint else "",
            False,
        )
    expected = EXPECTED.get(sort, "")
    message = _("{name} must be {expected}, but it is {found}").format(
        name=name,
        expected=_(expected) if expected else _("of another kind"),
        found=given_words.found_words(given),
    )
    return "YP103", message, given_words.kind_hint(sort, given), False


_ALIKE = (("name", "title", "label", "term"), ("type", "kind"))
"""Keys of which a record has one, and each is easily taken for another."""


def near_key(key: str, noun: type[Noun]) -> str:
    """Return the hint for a key that a noun does not take: the one that was meant, or all."""
    keys = list(fields_of(noun))
    alike = [name for group in _ALIKE if key in group for name in keys if name in group]
    hint = suggestion.hint(alike[0] if alike else suggestion.nearest(key, keys))
    return hint or _("the keys known here are: {keys}").format(keys=", ".join(keys))
