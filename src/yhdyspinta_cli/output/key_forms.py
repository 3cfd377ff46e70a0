"""What may stand after a key, in words, read from the model."""

from typing import Any, Literal, get_args, get_origin

from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import fields, own_words
from yhdyspinta_cli.model.noun import Noun
from yhdyspinta_cli.model.own_words import Own
from yhdyspinta_cli.output import noun_names


def form(annotation: Any, metadata: Any = ()) -> str:
    """Return in words what may stand after a key."""
    marks = (*metadata, *getattr(annotation, "__metadata__", ()))
    for mark in marks:
        if isinstance(mark, fields.Ref):
            ids = _("id of: {kinds}").format(kinds=", ".join(map(noun_names.of_kind, mark.kinds)))
            if mark.besides:
                own = [mark for mark in marks if isinstance(mark, Own)]
                words = _("one of: {words}").format(words=", ".join(mark.besides))
                ids = _(" or ").join((ids, _own_form(own[0]) if own else words))
            return _(" or ").join((ids, _("a text on one line"))) if mark.or_text else ids
        if isinstance(mark, Own):
            return _own_form(mark)
    for kind, words in _forms():
        if kind.__metadata__[-1] in marks:
            return words
    inside = [part for part in get_args(annotation) if part is not type(None)]
    if get_origin(annotation) is Literal:
        return _("one of: {words}").format(words=", ".join(str(part) for part in inside))
    if get_origin(annotation) is tuple:
        return _("list of: {form}").format(form=form(inside[0]))
    if get_origin(annotation) is dict:
        return _("a map of keys")
    if isinstance(annotation, type) and issubclass(annotation, Noun):
        return noun_names.name(annotation)
    simple = {bool: _("true or false"), int: _("a whole number"), str: _("a text")}
    if annotation in simple:
        return simple[annotation]
    found = dict.fromkeys(form(part) for part in inside if not _is_mark(part))
    return _(" or ").join(found) or _("a number")


def _own_form(mark: Own) -> str:
    return _("one of: {words}, or a word of one's own (vocabulary: {list})").format(
        words=", ".join(own_words.standard(mark.of)), list=mark.of
    )


def _is_mark(part: Any) -> bool:
    """True for what pydantic adds to a type and no reader writes."""
    return not (isinstance(part, type) or get_args(part))


def _forms() -> tuple[tuple[Any, str], ...]:
    return (
        (fields.Line, _("a text on one line")),
        (fields.Prose, _("a text")),
        (fields.Id, _("an id")),
        (fields.Code, _("a code as printed: E4, 5.2, ØHD-1")),
        (fields.Day, _("a day: 2024-05-14")),
        (fields.DueDay, _("a day of each period: 04-30, or 15 of a month")),
        (fields.When, _("a day, month or year: 2024-05-14, 2024-05, 2024")),
        (fields.Language, _("a language: fi, nb, es")),
        (fields.Licence, _("a licence: CC-BY-4.0, or the address of its text")),
        (fields.Country, _("a country: FI, NO")),
        (fields.Year, _("a year: 2025")),
        (fields.Count, _("a whole number from 0 on")),
        (fields.Mailbox, _("one e-mail address: kirjaamo@example.org")),
        (fields.Commit, _("the id of a commit: 40 digits of 0-9 and a-f")),
        (fields.Digest, _("64 digits of 0-9 and a-f")),
        (fields.Instant, _("a moment with its offset: 2024-05-14T10:22:33+03:00")),
        (fields.Zone, _("a time zone: Europe/Helsinki")),
        (fields.Dating, _("a day, month, year or time, or what is printed")),
    )
