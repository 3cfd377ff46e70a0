"""``key=value`` of a command line -> the place in a record and the value that its field takes.

A place is told by keys with full stops between them, an item of a list by its number (the first is
0), by its id, or by its actor: ``responsible.0.role``, ``indicators.mittari-j6.target``.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

from yhdyspinta_cli import plain_text
from yhdyspinta_cli.diagnostic import Route, UserError, quoted
from yhdyspinta_cli.document import scalars
from yhdyspinta_cli.document.reader import read
from yhdyspinta_cli.frozen import frozen
from yhdyspinta_cli.language import text as _
from yhdyspinta_cli.model import annotations, key_order, unshaped
from yhdyspinta_cli.model.actors import Membership
from yhdyspinta_cli.model.knowledge_base import KnowledgeBase
from yhdyspinta_cli.model.moment import Moment
from yhdyspinta_cli.model.noun import Noun, fields_of
from yhdyspinta_cli.services import edit_words
from yhdyspinta_cli.store import building
from yhdyspinta_cli.wording import days

Naming = Callable[[str, Sequence[str], bool], str]
"""Returns the id of the record of one of these kinds that words name; where it may be a text, too,
the words themselves if they name none. Raises UserError (exit 1) otherwise."""


@frozen
class FieldChange:
    """What is to stand where a route leads inside a record; None takes away what stands there.

    `orders` are, for each step of the route, the keys of the map in which it stands, in the order
    of its file; none for an item of a list.
    """

    route: Route
    value: Any
    orders: tuple[tuple[str, ...], ...]


def change(
    record: type[Noun], keys: Mapping[str, Any], written: str, name: Naming, kb: KnowledgeBase
) -> FieldChange:
    """Return what ``key=value`` asks of a record of this class, which has these `keys` now.

    A word of a closed set may be written as a reader is shown it; `kb` has those of its own.

    Raises UserError: exit 2 for words that no field takes, exit 4 where an id would be another, and
    as `name`.
    """
    path, sign, value = written.partition("=")
    steps = path.strip().split(".")
    if not sign or not all(steps):
        raise UserError(
            _("{words} is not of the form key=value").format(words=quoted(written)),
            hint=_("as in title=Uusi nimi, responsible.0.role=lead, note= (takes the note away)"),
        )
    route, nouns, annotation = _place(record, keys, steps)
    noun = nouns[-1]
    if steps[-1] == "id" and _standing(keys, route) is not None:
        raise UserError(
            _("an id is for ever: it is not changed; nothing was written"),
            exit_code=4,
            hint=_("'ended' and 'successor' tell by whom one is followed"),
        )
    orders = tuple(key_order.keys_of(one) if one is not None else () for one in nouns)
    holder = _standing(keys, route[:-1])
    bare = None if isinstance(holder, dict | list) else holder
    if not value.strip():
        return FieldChange(route, None, orders)
    if bare is not None and noun is not Membership:
        raise UserError(
            _("{words} stands there, which has no keys; nothing was written").format(
                words=quoted(str(bare))
            ),
            exit_code=4,
            hint=_("write the whole item: {key}={{…}}").format(key=".".join(steps[:-1])),
        )
    taken = key_order.of_field(annotation, _taken(annotation, plain_text.composed(value)))
    if noun is not None and isinstance(route[-1], str):
        taken = _named(noun, route[-1], edit_words.meant(noun, route[-1], taken, kb), name)
    elif len(route) > 1:
        key, holder_of_list = route[-2], nouns[-2]
        if holder_of_list is not None and isinstance(key, str):
            items = edit_words.meant(holder_of_list, key, [taken], kb)
            (taken,) = _named(holder_of_list, key, items, name)
    if bare is not None:
        # A member that is an id alone gets the keys that it stands for.
        whole = taken if route[-1] == "actor" else {"actor": bare, route[-1]: taken}
        return FieldChange(route[:-1], whole, orders[:-1])
    return FieldChange(route, taken, orders)


def _standing(keys: Any, route: Route) -> Any:
    """Return what stands where a route leads, None where nothing does."""
    for step in route:
        keys = inside(keys, step)
    return keys


def _place(
    record: type[Noun], keys: Any, steps: Sequence[str]
) -> tuple[Route, tuple[type[Noun] | None, ...], Any]:
    """Return the route of the steps, the noun that has each key, and what may stand at the end."""
    route: tuple[str | int, ...] = ()
    holders: tuple[type[Noun] | None, ...] = ()
    noun: type[Noun] | None = None
    annotation: Any = record
    for step in steps:
        forms = tuple(annotations.forms(annotation))
        nouns = [one for one in forms if _is_noun(one)]
        of_list = next((one for one in forms if get_origin(one) is tuple), None)
        of_map = next((one for one in forms if get_origin(one) is dict), None)
        found: str | int = step
        if nouns:
            noun = next((one for one in nouns if step in fields_of(one)), nouns[0])
            if step not in fields_of(noun):
                raise UserError(
                    _("unknown key {name}").format(name=quoted(step)),
                    hint=building.near_key(step, noun),
                )
            annotation = fields_of(noun)[step].annotation
        elif of_list is not None:
            found, noun, annotation = _item(keys, step, route), None, get_args(of_list)[0]
        elif of_map is not None:
            noun, annotation = None, get_args(of_map)[1]
        else:
            raise UserError(
                _("there are no keys inside {name}").format(name=quoted(str(route[-1])))
            )
        route, holders = (*route, found), (*holders, noun)
        keys = inside(keys, found)
    return route, holders, annotation


def _is_noun(form: Any) -> bool:
    return isinstance(form, type) and issubclass(form, Noun)


def inside(keys: Any, step: str | int) -> Any:
    """Return what stands at a step inside a map or a list, None where nothing does."""
    if isinstance(keys, dict):
        return keys.get(step)
    if isinstance(keys, list) and isinstance(step, int) and step < len(keys):
        return keys[step]
    return None


def _item(items: Any, step: str, route: Route) -> int:
    """Return the number of an item of a list; that after the last one is a new item's."""
    items = items if isinstance(items, list) else []
    if step.isascii() and step.isdigit() and len(step) < 6 and int(step) <= len(items):
        return int(step)
    called = [
        {str(one.get(key)) for key in ("id", "actor")} if isinstance(one, dict) else {str(one)}
        for one in items
    ]
    found = [number for number, names in enumerate(called) if step in names]
    if len(found) == 1:
        return found[0]
    message = _("{list} has no item {name}") if not found else _("{list} has several items {name}")
    raise UserError(
        message.format(list=quoted(".".join(map(str, route))), name=quoted(step)),
        hint=_("an item is told by its number: the first is 0, a new one {n}").format(n=len(items)),
    )


def _taken(annotation: Any, written: str) -> Any:
    """Return the value that a field takes, read from the words that were typed."""
    forms = tuple(annotations.forms(annotation))
    of_list = next((one for one in forms if get_origin(one) is tuple), None)
    if of_list is not None:
        if written.lstrip().startswith("["):
            items = _yaml(written)
            return items if isinstance(items, list) else [items]
        return [_taken(get_args(of_list)[0], written)]
    if written.lstrip().startswith("{") and any(
        _is_noun(one) or get_origin(one) is dict for one in forms
    ):
        return _yaml(written)
    if Moment in forms or date in forms:
        return _day(written)
    if any(one in (int, Decimal, bool) for one in forms) or _is_of_numbers(forms):
        return _scalar(written)
    if Any in forms:
        return _yaml(written) if written.lstrip().startswith("[") else _scalar(written)
    return written


def _is_of_numbers(forms: Sequence[Any]) -> bool:
    """True for a closed set of numbers or truths."""
    words = [word for one in forms if get_origin(one) is Literal for word in get_args(one)]
    return bool(words) and not any(isinstance(word, str) for word in words)


def _yaml(written: str) -> Any:
    """Return what stands in brackets. Raises UserError (exit 2) for what the reader refuses."""
    tree, faults = read("", f"x: {written}\n".encode("utf-8", "surrogatepass"))
    values = tree.plain() if tree is not None else None
    if faults or not isinstance(values, dict) or set(values) != {"x"}:
        reason = faults[0].message if faults else _("a list is written [a, b], a map {key: value}")
        raise UserError(
            _("{words} cannot be read: {reason}").format(words=quoted(written), reason=reason),
            hint=faults[0].hint if faults else "",
        )
    return values["x"]


def _scalar(written: str) -> Any:
    """Return a number, a day or a truth where the words are one, else the words."""
    word = plain_text.one_line(written)
    for form in (word, plain_text.digits(word, comma_groups=False).replace(",", ".")):
        try:
            found = scalars.plain(form)
        except (scalars.AmbiguousError, scalars.ImpossibleDayError):
            continue
        if not isinstance(found, str) and found is not None:
            return found
    return written


def _day(written: str) -> Any:
    """Return a day, month or year as a file has it, in whatever form it is typed."""
    form = days.iso(written)
    try:
        found = scalars.plain(form)
    except (scalars.AmbiguousError, scalars.ImpossibleDayError):
        return form
    return form if isinstance(found, bool | Decimal | datetime) or found is None else found


def _named(noun: type[Noun], key: str, value: Any, name: Naming) -> Any:
    """Return the value with the ids of the records that it names by other words."""
    whole = {key: value}
    for route, words, ref in unshaped.references(noun, whole):
        holder: Any = whole
        for step in route[:-1]:
            holder = holder[step]
        holder[route[-1]] = name(words, ref.kinds, ref.or_text)
    return whole[key]
